//! `pugcast submit`: the web form's answers from the command line.

use crate::app::App;
use crate::config::Config;
use crate::intake::{self, Error};
use crate::model::answers::Answers;
use crate::model::clock::token_hash;
use crate::model::upload::{SentAs, Upload};
use crate::model::{Clock, Random};
use crate::upload::Receiving;
use anyhow::Context;
use bytes::BytesMut;
use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::io::AsyncReadExt;

/// The answers.
#[derive(clap::Args)]
pub struct Args {
    /// Links to videos and photos of one meeting, a podcast's feed, a journal or article; none when your words are a report
    links: Vec<String>,
    /// The group: its address on the roster, or its name
    #[arg(long)]
    group: String,
    /// The group's city, when it is not listed yet
    #[arg(long, default_value = "")]
    city: String,
    /// The group's country, two letters, when it is not listed yet
    #[arg(long, default_value = "")]
    country: String,
    /// What was covered, for people who were not there, in Markdown when it is a report; `-` reads standard input
    #[arg(long, default_value = "")]
    words: String,
    /// A title of your own
    #[arg(long, default_value = "")]
    title: String,
    /// What a report is about: covered, began, typical or coming (which needs --met-on)
    #[arg(long, default_value = "")]
    about: String,
    /// Who you are
    #[arg(long)]
    name: String,
    /// Where to answer
    #[arg(long, default_value = "")]
    email: String,
    /// The day of the meeting, as 2026-11-14
    #[arg(long, default_value = "")]
    met_on: String,
    /// Its language, as en or pt
    #[arg(long, default_value = "")]
    language: String,
    /// You may show it
    #[arg(long)]
    may_show: bool,
    /// You may hold copies of the pictures
    #[arg(long)]
    may_copy: bool,
    /// A recording of your own: MP3 or M4A, so that podcast clients play it; needs --consent
    #[arg(long)]
    audio: Option<PathBuf>,
    /// Everybody who speaks in the recording agreed that it is published, and its music may be
    #[arg(long)]
    consent: bool,
    /// A photo of your own; may be given several times; needs --consent-photos
    #[arg(long)]
    photo: Vec<PathBuf>,
    /// The photos are yours to give, and those who can be recognised in them agreed
    #[arg(long)]
    consent_photos: bool,
    /// A postcard: your voice, half a minute to three, on what you send; needs --consent-voice
    #[arg(long)]
    voice: Option<PathBuf>,
    /// Whoever speaks on the postcard agreed that it is published with the entry and in the monthly world tour
    #[arg(long)]
    consent_voice: bool,
    /// Whose voice the postcard is, where it is not yours
    #[arg(long, default_value = "")]
    speaker: String,
    /// What is said in the recording or the video: SRT, WebVTT or plain text
    #[arg(long)]
    transcript: Option<PathBuf>,
    /// Chapters of the recording, one a line, as `12:34 Questions`
    #[arg(long, default_value = "")]
    chapters: String,
    /// The licence you give, by its SPDX name, or all-rights-reserved
    #[arg(long)]
    licence: String,
}

/// Stores the submission and prints the sender's private link.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let config = Config::from_env()?;
    let url = config.public_url();
    let app = App::start(config, url, Clock::System, Random::System).await?;
    let paths = paths(&args);
    let mut answers = answers(&app, args).await?;
    let mut files = Vec::new();
    for (sent_as, path) in &paths {
        files.push(store(&app, *sent_as, path).await?);
    }
    // The same command twice is the same submission.
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let form_key = format!("command-{}", token_hash(&format!("{answers:?} {names:?}")));
    let tokens: Vec<&str> = files.iter().map(|file| file.token.as_str()).collect();
    answers.upload = tokens.join("\n");
    match intake::receive(&app, &answers, "command", &form_key).await {
        Ok(submission) => {
            println!("{}/submissions/{}", app.url, submission.token);
            Ok(ExitCode::SUCCESS)
        }
        Err(Error::Faults(faults)) => {
            for fault in faults {
                let says = app.text.with(
                    &format!("error-{}", fault.code),
                    &[("about", Cow::from(&fault.about))],
                );
                eprintln!("pugcast: {} ({}): {says}", fault.field, fault.code);
            }
            Ok(ExitCode::FAILURE)
        }
        Err(Error::Db(error)) => {
            Err(error).context("nothing was stored; send it again when this is mended")
        }
    }
}

/// The files that were named, and what each is sent as.
fn paths(args: &Args) -> Vec<(SentAs, PathBuf)> {
    let each = |sent_as, paths: &[PathBuf]| {
        let paths = paths.iter().cloned();
        paths.map(|path| (sent_as, path)).collect::<Vec<_>>()
    };
    let one = |path: &Option<PathBuf>| path.clone().into_iter().collect::<Vec<_>>();
    [
        each(SentAs::Photo, &args.photo),
        each(SentAs::Postcard, &one(&args.voice)),
        each(SentAs::Recording, &one(&args.audio)),
        each(SentAs::Transcript, &one(&args.transcript)),
    ]
    .concat()
}

/// Stores a file, as a browser would send it.
async fn store(app: &App, sent_as: SentAs, path: &Path) -> anyhow::Result<Upload> {
    let what = || format!("{} was not sent", path.display());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = tokio::fs::File::open(path).await.with_context(what)?;
    let mut receiving = Receiving::begin(app, sent_as, &name)
        .await
        .with_context(what)?;
    loop {
        let mut piece = BytesMut::with_capacity(1 << 20);
        if file.read_buf(&mut piece).await.with_context(what)? == 0 {
            break;
        }
        if let Err(error) = receiving.push(piece.freeze()).await {
            receiving.stop().await;
            return Err(error).with_context(what);
        }
    }
    receiving.finish().await.with_context(what)
}

async fn answers(app: &App, args: Args) -> anyhow::Result<Answers> {
    let words = if args.words == "-" {
        let mut words = String::new();
        std::io::stdin()
            .take(1 << 20)
            .read_to_string(&mut words)
            .context("cannot read your words")?;
        words
    } else {
        args.words
    };
    let listed = crate::db::group::by_slug(&app.db, &args.group)
        .await?
        .is_some();
    let flag = |given: bool| {
        if given {
            "yes".to_owned()
        } else {
            String::new()
        }
    };
    Ok(Answers {
        links: args.links.join("\n"),
        group: if listed {
            args.group.clone()
        } else {
            String::new()
        },
        group_name: if listed { String::new() } else { args.group },
        group_city: args.city,
        group_country: args.country,
        words,
        met_on: args.met_on,
        language: args.language,
        sender_name: args.name,
        sender_email: args.email,
        may_show: flag(args.may_show),
        may_copy: flag(args.may_copy),
        licence: args.licence,
        title: args.title,
        about: args.about,
        upload: String::new(),
        consent: flag(args.consent),
        consent_voice: flag(args.consent_voice),
        consent_photos: flag(args.consent_photos),
        speaker: args.speaker,
        chapters: args.chapters,
    })
}
