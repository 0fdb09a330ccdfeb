//! `pugcast master`: recordings become an episode, without server or database.

use super::media_child;
use anyhow::{Context, bail};
use jobs::chapter::{self, Chapter};
use jobs::media::sound::tag::{self, Words};
use jobs::media::sound::{Mastered, Mastering, Part, Stage, master};
use jobs::media::{Child, Use, pictures};
use jobs::transcript::{self, Transcript};
use serde_json::{Map, Value, json};
use std::fs::{self, File};
use std::io::{BufWriter, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Bytes of a cover, of a list of chapters.
const MOST_SMALL: u64 = 32 << 20;

/// The recordings and what is said of them.
#[derive(clap::Args)]
pub struct Args {
    /// Recordings in any usual format; several are joined, half a second apart, a chapter each
    #[arg(required = true)]
    input: Vec<PathBuf>,
    /// The folder for talk.mp3, talk.opus, chapters.json, peaks.json, transcript.srt and .vtt
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// What it is called
    #[arg(long, default_value = "")]
    title: String,
    /// Who speaks, or the group
    #[arg(long, default_value = "")]
    artist: String,
    /// The show
    #[arg(long, default_value = "")]
    album: String,
    /// When it was: 2026, 2026-05 or 2026-05-19
    #[arg(long, default_value = "")]
    date: String,
    /// The language spoken, such as en or pt-BR
    #[arg(long, default_value = "")]
    language: String,
    /// What it is about
    #[arg(long, default_value = "")]
    description: String,
    /// The page about it
    #[arg(long, default_value = "")]
    url: String,
    /// Its picture, made square
    #[arg(long, value_name = "FILE")]
    cover: Option<PathBuf>,
    /// Its chapters: timestamps in a text, or JSON chapters; times are the recording's
    #[arg(long, value_name = "FILE")]
    chapters: Option<PathBuf>,
    /// What is said in it: SRT, WebVTT or plain text; times are the recording's
    #[arg(long, value_name = "FILE")]
    transcript: Option<PathBuf>,
}

/// Masters, writes the files and prints what was done as JSON.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    if args.input.len() > 1 && (args.chapters.is_some() || args.transcript.is_some()) {
        bail!("--chapters and --transcript are for one recording; joined ones have a chapter each");
    }
    // What is small is looked at first: an hour of work for nothing helps nobody.
    let child = media_child()?;
    let given = args.chapters.as_deref().map(read_chapters).transpose()?;
    let transcript = args
        .transcript
        .as_deref()
        .map(read_transcript)
        .transpose()?;
    let cover = match &args.cover {
        Some(path) => Some(read_cover(&child, path).await?),
        None => None,
    };
    let open = |path: &PathBuf| File::open(path).with_context(|| named(path, "cannot be opened"));
    let inputs = args.input.iter().map(open).collect::<Result<_, _>>()?;
    fs::create_dir_all(&args.out).with_context(|| named(&args.out, "cannot be made"))?;

    let how = Mastering::new(&args.out);
    let mut made = master(&child, inputs, &how, |stage| tell(stage, &args.input))
        .await
        .with_context(|| match args.input.as_slice() {
            [one] => named(one, "was not mastered"),
            _ => "nothing was mastered".to_owned(),
        })?;
    let chapters = match given {
        Some(given) => shifted(given, &made),
        None => chapters(&made, &args.input),
    };
    let words = words(&args, cover, chapters);
    let transcript =
        transcript.map(|read| read.shifted(made.parts[0].trimmed_start_ms, made.duration_ms));
    let files = write(&args.out, &mut made, &words, transcript.as_ref())?;
    let report = report(&made, &words, transcript.as_ref(), files);
    println!("{report:#}");
    Ok(ExitCode::SUCCESS)
}

fn tell(stage: Stage, inputs: &[PathBuf]) {
    match stage {
        Stage::Level(nth, count) => {
            eprintln!("{nth}/{count} {}", inputs[nth - 1].display());
        }
        Stage::Press => eprintln!("MP3 and Opus"),
    }
}

/// Given for the recording, told for the episode.
fn shifted(chapters: Vec<Chapter>, made: &Mastered) -> Vec<Chapter> {
    chapter::shifted(chapters, made.parts[0].trimmed_start_ms, made.duration_ms)
}

/// The recording's own, or one for each of several.
fn chapters(made: &Mastered, inputs: &[PathBuf]) -> Vec<Chapter> {
    match made.parts.as_slice() {
        [one] => shifted(chapter::from_marks(&one.facts.chapters), made),
        parts => {
            let title = |part: &Part, path: &Path| match part.facts.tags.get("title") {
                Some(title) if !title.is_empty() => title.clone(),
                _ => path
                    .file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
            };
            let each = parts.iter().zip(inputs);
            each.map(|(part, path)| Chapter::new(part.start_ms, &title(part, path)))
                .collect()
        }
    }
}

fn words(args: &Args, cover: Option<Vec<u8>>, chapters: Vec<Chapter>) -> Words {
    Words {
        title: args.title.clone(),
        artist: args.artist.clone(),
        album: args.album.clone(),
        date: args.date.clone(),
        language: args.language.clone(),
        description: args.description.clone(),
        url: args.url.clone(),
        cover,
        chapters,
    }
}

/// Each file is there whole or not at all; gives their sizes.
fn write(
    folder: &Path,
    made: &mut Mastered,
    words: &Words,
    transcript: Option<&Transcript>,
) -> anyhow::Result<Map<String, Value>> {
    let mut sizes = Map::new();
    let mut save =
        |name: &str, fill: &mut dyn FnMut(&mut BufWriter<File>) -> anyhow::Result<()>| {
            let (part, path) = (folder.join(format!("{name}.part")), folder.join(name));
            let mut file = BufWriter::new(
                File::create(&part).with_context(|| named(&part, "cannot be written"))?,
            );
            fill(&mut file)?;
            let file = file.into_inner().map_err(|error| error.into_error())?;
            sizes.insert(name.to_owned(), json!(file.metadata()?.len()));
            fs::rename(&part, &path).with_context(|| named(&path, "cannot be written"))
        };
    let duration = made.duration_ms;
    save("talk.mp3", &mut |out| {
        Ok(tag::mp3(&mut made.mp3, words, duration, out)?)
    })?;
    save("talk.opus", &mut |out| {
        Ok(tag::opus(&mut made.opus, words, out)?)
    })?;
    let wave = serde_json::to_string(&made.wave)?;
    let mut texts = vec![("peaks.json", wave)];
    if !words.chapters.is_empty() {
        texts.push(("chapters.json", chapter::to_json(&words.chapters)));
    }
    if let Some(transcript) = transcript {
        texts.extend(transcript::to_srt(transcript).map(|text| ("transcript.srt", text)));
        texts.extend(transcript::to_vtt(transcript).map(|text| ("transcript.vtt", text)));
        texts.push(("transcript.txt", transcript::to_plain(transcript)));
    }
    for (name, text) in texts {
        save(name, &mut |out| {
            Ok(std::io::Write::write_all(out, text.as_bytes())?)
        })?;
    }
    Ok(sizes)
}

fn report(
    made: &Mastered,
    words: &Words,
    transcript: Option<&Transcript>,
    files: Map<String, Value>,
) -> Value {
    let chapters = words.chapters.iter();
    let chapters =
        chapters.map(|chapter| json!({"start_ms": chapter.start_ms, "title": chapter.title}));
    json!({
        "duration_ms": made.duration_ms,
        "channels": made.channels,
        "loudness": made.loudness,
        "opus_loudness": made.opus_loudness,
        "as_promised": made.reached(),
        "recordings": made.parts,
        "chapters": chapters.collect::<Vec<_>>(),
        "transcript": transcript.map(|read| json!({"cues": read.cues.len(), "skipped": read.skipped})),
        "files": files,
    })
}

fn read_chapters(path: &Path) -> anyhow::Result<Vec<Chapter>> {
    let bytes = small(path, MOST_SMALL)?;
    let chapters = match bytes.trim_ascii_start().starts_with(b"{") {
        true => chapter::from_json(&bytes)
            .map_err(|problem| anyhow::anyhow!("{}: {problem}", path.display()))?,
        false => chapter::from_text(&String::from_utf8_lossy(&bytes), None),
    };
    if chapters.is_empty() {
        bail!(
            "{}: no chapters found: a line each, `00:00 Name`, the first at 0:00 or two of them",
            path.display()
        );
    }
    Ok(chapters)
}

fn read_transcript(path: &Path) -> anyhow::Result<Transcript> {
    let bytes = small(path, transcript::MOST_BYTES as u64)?;
    transcript::read(&bytes).with_context(|| named(path, "cannot be used"))
}

async fn read_cover(child: &Child, path: &Path) -> anyhow::Result<Vec<u8>> {
    let made = pictures(child, small(path, MOST_SMALL)?)
        .await
        .with_context(|| named(path, "cannot be the cover"))?;
    let square = made
        .into_iter()
        .find(|picture| picture.used_as == Use::Square);
    Ok(square.context("the cover gave no square")?.bytes)
}

/// A file up to a size, and a byte more, which whoever reads it refuses.
fn small(path: &Path, most: u64) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .with_context(|| named(path, "cannot be read"))?;
    Ok(bytes)
}

fn named(path: &Path, what: &str) -> String {
    format!("{} {what}", path.display())
}
