//! A sound on an entry's page: its shape, its chapters, what is said in it.

use super::error::Error;
use super::files::picture_path;
use super::show;
use crate::app::App;
use crate::db;
use crate::db::mastering::{EpisodeFile, Mastering};
use crate::model::SubmissionId;
use crate::model::entry::Shown;
use jobs::chapter;
use jobs::media::sound::{Wave, bars};
use jobs::transcript::{self, Cue};
use std::fmt::Write;

/// Bars of a shape.
const BARS: usize = 120;
/// The shape's box: four wide for each bar.
const HEIGHT: u32 = 48;
/// Bytes of a transcript that stands on the page; a longer one has a page of its own.
const MOST_TEXT: i64 = 40_000;

/// All that was made of an entry's sounds.
pub struct Sounds {
    mastered: Vec<Mastering>,
    files: Vec<EpisodeFile>,
}

/// One sound, as its section of the page needs it.
#[derive(Default)]
pub struct Sound {
    /// The bars of its shape as an SVG path; empty where nobody mastered it.
    pub shape: String,
    /// Whose voice a postcard is; empty for a recording.
    pub speaker: String,
    /// Where it goes on, what that is called, and a page about it.
    pub chapters: Vec<Part>,
    /// What is said, if it is short enough to stand here.
    pub text: Vec<Part>,
    /// What is said without its times.
    pub plain: String,
    /// Files of what is said: `vtt`, `srt`, `txt`, and their paths.
    pub files: Vec<(String, String)>,
}

impl Sound {
    /// Whether anything of what is said stands here.
    pub fn is_said(&self) -> bool {
        !self.files.is_empty() || !self.text.is_empty() || !self.plain.is_empty()
    }
}

/// Something that begins at a time.
pub struct Part {
    /// Seconds from the beginning.
    pub at: u64,
    /// `1:05`
    pub time: String,
    /// Who says it; empty where nobody knows.
    pub who: String,
    /// What it is called, or what is said.
    pub text: String,
    /// A page about it; empty where there is none.
    pub url: String,
}

impl Sounds {
    /// What was made of a submission's sounds.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(app: &App, submission: &SubmissionId) -> db::Result<Sounds> {
        Ok(Sounds {
            mastered: db::mastering::of_submission(&app.db, submission).await?,
            files: db::mastering::files_of(&app.db, submission).await?,
        })
    }

    /// One of them. A file that is not here any more is left out.
    ///
    /// # Errors
    /// What the store or the database says.
    pub async fn sound(&self, app: &App, medium: &Shown) -> Result<Sound, Error> {
        let mut sound = Sound::default();
        let made = self
            .mastered
            .iter()
            .find(|made| made.medium_id == medium.id);
        if let Some(made) = made
            && let Some(bytes) = read(app, &made.peaks).await?
        {
            let wave = serde_json::from_slice::<Wave>(&bytes);
            sound.shape = wave.map(|wave| shape(&wave.peaks())).unwrap_or_default();
        }
        if medium.kind == "postcard" {
            let sent = db::upload::agreed(&app.db, &medium.provider_id).await?;
            let who = sent.and_then(|sent| sent.speaker.or(sent.consent_by));
            sound.speaker = who.unwrap_or_default();
        }
        let own = |file: &&EpisodeFile| file.medium_id == medium.id;
        for file in self.files.iter().filter(own) {
            match file.used_as.as_str() {
                "chapters" => {
                    let bytes = read(app, &file.name).await?.unwrap_or_default();
                    let chapters = chapter::from_json(&bytes).unwrap_or_default();
                    sound.chapters = chapters.iter().map(part_of).collect();
                }
                "vtt" | "srt" | "txt" => {
                    sound
                        .files
                        .push((file.used_as.clone(), picture_path(&file.name)));
                }
                _ => {}
            }
        }
        let written = |form: &str| {
            let mut files = self.files.iter().filter(own);
            files.find(|file| file.used_as == form && file.size <= MOST_TEXT)
        };
        if let Some(file) = written("vtt").or_else(|| written("txt")) {
            let bytes = read(app, &file.name).await?.unwrap_or_default();
            if let Ok(text) = transcript::read(&bytes) {
                sound.text = text.cues.iter().map(said).collect();
                sound.plain = text.plain;
            }
        }
        Ok(sound)
    }
}

async fn read(app: &App, name: &str) -> Result<Option<bytes::Bytes>, Error> {
    let kept = app.store.get(name).await;
    kept.map_err(|error| Error::Internal(error.to_string()))
}

fn part_of(chapter: &chapter::Chapter) -> Part {
    let at = chapter.start_ms / 1000;
    Part {
        at,
        time: show::length(at),
        who: String::new(),
        text: chapter.title.clone(),
        url: chapter
            .url
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    }
}

fn said(cue: &Cue) -> Part {
    let at = cue.start_ms / 1000;
    Part {
        at,
        time: show::length(at),
        who: cue.speaker.clone().unwrap_or_default(),
        text: cue.text.clone(),
        url: String::new(),
    }
}

/// A bar for each hundred-and-twentieth of a sound.
fn shape(peaks: &[u8]) -> String {
    let mut path = String::new();
    for (bar, loud) in bars(peaks, BARS).into_iter().enumerate() {
        let half = (u32::from(loud) * (HEIGHT / 2) / 255).max(1);
        // Writing into a text does not fail.
        let _ = write!(path, "M{} {}v{}", bar * 4 + 2, HEIGHT / 2 - half, half * 2);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_has_a_bar_for_each_part_and_no_more() {
        let loud = shape(&[255; 4000]);
        assert_eq!(loud.matches('M').count(), BARS);
        assert!(loud.starts_with("M2 0v48M6 0v48"), "{loud}");
        assert!(shape(&[0; 120]).starts_with("M2 23v2"));
        assert_eq!(shape(&[]), "");
    }
}
