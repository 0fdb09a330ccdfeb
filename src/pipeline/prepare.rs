//! Fetches the pictures that the providers offer, or takes those of uploaded files, and makes ours of them.

use super::{after, opened, ours, stored};
use crate::app::App;
use crate::db::{self, Tx};
use crate::double;
use crate::model::submission::{Medium, MediumState, Submission};
use crate::model::task::Step;
use crate::model::{MediumId, SubmissionId};
use crate::worker::Save;
use futures::FutureExt;
use jobs::fetch::Hosts;
use jobs::likeness::picture::to_text;
use jobs::provider::RemotePicture;
use jobs::{Code, Retry, StepError, media};
use url::Url;

/// Fetches the picture that a provider offers of the first medium that waits, and makes ours of it if we may hold it.
///
/// One medium a task, so that a picture that kills its decoder is counted alone, and costs no other medium its own.
pub(super) async fn prepare(app: &App, submission: Submission) -> Result<Save, StepError> {
    let mut waiting = waiting(app, &submission.id).await.map_err(ours)?;
    let Some(medium) = waiting.next() else {
        return drafted(app, submission, None).await;
    };
    let found = db::fact::found(&app.db, medium.id.as_str(), app.now())
        .await
        .map_err(ours)?;
    let picture = found.and_then(|found| found.picture);
    // A copy for good needs the sender's leave as well; a provider's thumbnail is the provider's to lend.
    let picture = picture.filter(|picture| picture.expires || submission.may_copy == 1);
    let made = match &picture {
        Some(picture) => make_pictures(app, &medium.id, picture).await,
        None if medium.provider == "upload" => of_upload(app, &medium).await,
        None => Ok(Made::default()),
    };
    let made = match made {
        Err(error) if error.retry != Retry::Never => return Err(error),
        made => (medium.id, made),
    };
    if waiting.next().is_some() {
        return Ok(Box::new(move |tx| {
            async move {
                save(tx, made).await?;
                Ok(Some(Step::Prepare))
            }
            .boxed()
        }));
    }
    drafted(app, submission, Some(made)).await
}

/// The last medium, and what this submission shares with others.
async fn drafted(
    app: &App,
    submission: Submission,
    made: Option<Prepared>,
) -> Result<Save, StepError> {
    // Written before anybody looks for doubles: `draft` does, a transaction later.
    let things = double::things(app, &submission).await.map_err(ours)?;
    let marks = double::marks(&things);
    Ok(Box::new(move |tx| {
        async move {
            if let Some(made) = made {
                save(tx, made).await?;
            }
            db::double::replace_marks(tx, &submission.id, &marks).await?;
            Ok(after(Step::Prepare))
        }
        .boxed()
    }))
}

/// The decoder died too often at the first medium that waits: it stays without a picture, editors see why, and the
/// others have their turn.
pub(super) fn give_up(app: &App, id: SubmissionId, error: &StepError) -> Save {
    let (app, error) = (app.clone(), error.clone());
    Box::new(move |tx| {
        async move {
            if let Some(medium) = waiting(&app, &id).await?.next() {
                save(tx, (medium.id, Err(error))).await?;
            }
            Ok(Some(Step::Prepare))
        }
        .boxed()
    })
}

/// The media that wait for their pictures, in their order.
async fn waiting(app: &App, id: &SubmissionId) -> db::Result<impl Iterator<Item = Medium> + use<>> {
    let media = db::medium::of(&app.db, id).await?;
    Ok(media
        .into_iter()
        .filter(|medium| medium.state == MediumState::Found && medium.prepared == 0))
}

/// A medium, and its pictures or why it has none.
type Prepared = (MediumId, Result<Made, StepError>);

async fn save(tx: &mut Tx, (id, made): Prepared) -> db::Result<()> {
    let error = made.as_ref().err();
    let error = error.map(|error| (error.code.as_str(), error.detail.as_str()));
    if !db::medium::set_prepared(tx, &id, error).await? {
        return Ok(());
    }
    let (rows, hash) = made.unwrap_or_default();
    db::picture::replace(tx, &id, &rows).await?;
    if let Some(hash) = hash {
        db::double::set_picture_hash(tx, &id, &hash).await?;
    }
    Ok(())
}

/// The pictures of a medium, and the difference hash of what they were made from.
pub(super) type Made = (Vec<db::picture::Picture>, Option<String>);

/// Bytes of a provider's picture taken at most.
const MOST_PICTURE: usize = 20 << 20;

/// Fetches a picture and makes ours of it.
pub(super) async fn make_pictures(
    app: &App,
    medium: &MediumId,
    remote: &RemotePicture,
) -> Result<Made, StepError> {
    let url = Url::parse(&remote.url)
        .map_err(|_| StepError::fail(Code::ProviderReply, "the picture's address is none"))?;
    let reply = app
        .providers
        .fetch
        .get(&url, &Hosts::of(&url), MOST_PICTURE)
        .await?;
    match reply.status {
        200 => {}
        429 | 500..=599 => {
            return Err(StepError::retry(
                Code::ProviderBusy,
                format!("picture: HTTP {}", reply.status),
            ));
        }
        status => {
            return Err(StepError::fail(
                Code::Gone,
                format!("picture: HTTP {status}"),
            ));
        }
    }
    let keep_until = remote.expires.then(|| app.now() + db::fact::KEEP_MS);
    let pictures = media::pictures(&app.child, reply.body).await?;
    kept(app, medium, pictures, keep_until).await
}

/// The pictures of what a sender uploaded: a recording's best frame, a sound's cover; a sound without one has none.
async fn of_upload(app: &App, medium: &Medium) -> Result<Made, StepError> {
    let facts = media::probe_file(&app.child, opened(app, &medium.provider_id).await?).await?;
    if facts.kind == media::Kind::Audio && !facts.cover {
        return Ok(Made::default());
    }
    let pictures =
        media::pictures_of_file(&app.child, opened(app, &medium.provider_id).await?).await?;
    kept(app, &medium.id, pictures, None).await
}

/// The pictures in the store, and their rows.
async fn kept(
    app: &App,
    medium: &MediumId,
    pictures: Vec<media::Picture>,
    keep_until: Option<i64>,
) -> Result<Made, StepError> {
    let mut rows = Vec::new();
    let mut hash = None;
    for picture in pictures {
        hash = Some(to_text(picture.likeness));
        let size = picture.bytes.len() as i64;
        let name = stored(app, picture.bytes, picture.extension).await?;
        rows.push(db::picture::Picture {
            medium_id: medium.clone(),
            used_as: picture.used_as.as_str().to_owned(),
            extension: picture.extension.to_owned(),
            name,
            width: picture.width.into(),
            height: picture.height.into(),
            size,
            keep_until,
            colour: Some(written(picture.colour)),
        });
    }
    Ok((rows, hash))
}

/// A colour as CSS and SVG write it.
fn written([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
