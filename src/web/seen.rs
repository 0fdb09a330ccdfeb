//! The media of a submission as editors see them.

use super::show::{self, Image};
use crate::app::App;
use crate::db;
use crate::db::mastering::Mastering;
use crate::model::submission::{Medium, Submission};
use crate::model::upload::Upload;
use crate::voice;
use jobs::provider::Found;

/// A medium with what its provider says, while we may keep it.
pub struct Seen {
    pub medium: Medium,
    pub found: Option<Found>,
    pub length: String,
    pub image: Option<Image>,
    pub error: String,
    /// Whether it becomes an episode of the podcast, and why not; empty where it has no sound.
    pub episode: String,
    /// Where one hears what was sent.
    pub heard: String,
    /// What mastering did to it; empty where it was not mastered.
    pub mastered: String,
    /// Who agreed to what, and when; empty where nobody needs to.
    pub agreed: String,
    /// Whether it is a voice that can be taken back.
    pub is_voice: bool,
}

/// All of them, in their order.
///
/// # Errors
/// What the database says.
pub async fn all(app: &App, submission: &Submission) -> db::Result<Vec<Seen>> {
    let pictures = db::picture::of_submission(&app.db, &submission.id, app.now()).await?;
    let shown = db::medium::shown(&app.db, &submission.id).await?;
    let episode = |medium: &Medium| {
        let shown = shown.iter().find(|shown| shown.id == medium.id);
        let heard = shown.filter(|shown| shown.enclosure_url.is_some());
        heard.map_or(String::new(), |shown| match shown.hindrance() {
            None => app.text.t("review-episode"),
            Some(code) => app.text.t(&format!("error-{code}")),
        })
    };
    let mastered = db::mastering::of_submission(&app.db, &submission.id).await?;
    let files = db::upload::of_submission(&app.db, &submission.id).await?;
    let mut media = Vec::new();
    for mut medium in db::medium::of(&app.db, &submission.id).await? {
        let image = Image::of(&medium.id, &pictures);
        if let (Some(image), "upload", "photo") = (&image, &*medium.provider, &*medium.kind) {
            medium.canonical = image.jpg.clone(); // the file itself says where and when it was taken
        }
        let sound = shown.iter().find(|shown| shown.id == medium.id);
        let sound = sound.filter(|sound| sound.is_ours());
        let made = mastered.iter().find(|made| made.medium_id == medium.id);
        let found = db::fact::found(&app.db, medium.id.as_str(), app.now()).await?;
        media.push(Seen {
            length: found
                .as_ref()
                .and_then(|found| found.duration_s)
                .map(show::length)
                .unwrap_or_default(),
            image,
            error: medium
                .error_code
                .as_deref()
                .map(|code| app.text.t(&format!("error-{code}")))
                .unwrap_or_default(),
            episode: episode(&medium),
            heard: sound
                .and_then(|sound| sound.enclosure_url.clone())
                .unwrap_or_default(),
            mastered: made.map(|made| said_of(app, made)).unwrap_or_default(),
            agreed: files
                .iter()
                .find(|file| file.medium_id.as_ref() == Some(&medium.id) && file.consent.is_some())
                .map(|file| agreed(app, file))
                .unwrap_or_default(),
            is_voice: voice::is_one(&medium) && sound.is_some(),
            found,
            medium,
        });
    }
    Ok(media)
}

/// What mastering did to a recording.
fn said_of(app: &App, made: &Mastering) -> String {
    let hundredths = |value: i64| app.text.tenths((value as f64 / 10.0).round() as i64);
    let cut = made.trimmed_start_ms + made.trimmed_end_ms;
    let blanks = [
        ("before", hundredths(made.loudness_before).into()),
        ("after", hundredths(made.loudness).into()),
        ("peak", hundredths(made.true_peak).into()),
        (
            "cut",
            app.text.tenths((cut as f64 / 100.0).round() as i64).into(),
        ),
    ];
    app.text.with("review-mastered", &blanks)
}

/// Who agreed to what with a file, and when; and who took it back.
fn agreed(app: &App, file: &Upload) -> String {
    let by = file.consent_by.as_deref().unwrap_or_default();
    let blanks = [
        ("by", by.into()),
        ("speaker", file.speaker.as_deref().unwrap_or(by).into()),
        (
            "at",
            file.consent_at
                .map(|at| app.text.moment(at))
                .unwrap_or_default()
                .into(),
        ),
        (
            "wording",
            file.consent.as_deref().unwrap_or_default().into(),
        ),
    ];
    app.text.with("review-agreed", &blanks)
}
