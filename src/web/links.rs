//! Published links that changed, on the desk: what became of each, and what an editor can do.

use super::error::Error;
use super::language::Reader;
use super::session::Signed;
use crate::app::App;
use crate::db::watch::Changed;
use crate::model::MediumId;
use crate::{db, watch};
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Redirect, Response};

/// A link in the desk's list.
pub struct Row {
    pub id: String,
    pub address: String,
    pub title: String,
    /// The entry's page; also where its tombstone stands.
    pub path: String,
    pub submission: String,
    /// What became of it, and what can be done.
    pub says: String,
    pub since: String,
    /// Where it moved to.
    pub moved_to: String,
    pub withdrawn: bool,
    /// Whether an editor can note it as seen: what nobody answers for stays until somebody does.
    pub is_new: bool,
}

/// The links that changed or that nobody answers for.
pub async fn rows(app: &App, most: i64) -> db::Result<Vec<Row>> {
    let silent_since = app.now() - watch::SILENT_MS;
    let links = db::watch::changed(&app.db, silent_since, most).await?;
    Ok(links.into_iter().map(|link| row(app, link)).collect())
}

fn row(app: &App, link: Changed) -> Row {
    let is_new = link.watch.noted_at.is_none();
    let (word, since) = match is_new {
        true => (link.watch.state.word(), link.watch.since),
        false => {
            let heard = link.watch.looked_at.unwrap_or(link.watch.since);
            ("silent", heard)
        }
    };
    Row {
        id: link.watch.medium_id.to_string(),
        address: link.address,
        title: link.title,
        path: format!("/entries/{}", link.slug),
        submission: format!("/desk/submissions/{}", link.submission_id),
        says: app.text.t(&format!("desk-link-{word}")),
        since: app.text.moment(since),
        moved_to: link
            .watch
            .moved_to
            .filter(|_| word == "moved")
            .unwrap_or_default(),
        withdrawn: link.withdrawn_at.is_some(),
        is_new,
    }
}

/// `POST /desk/links/{id}/looks`: looks now instead of in its turn.
pub async fn look(Reader(app): Reader, Path(id): Path<String>) -> Result<Response, Error> {
    watch::look_now(&app, &medium(&id)?).await?;
    Ok(Redirect::to("/desk").into_response())
}

/// `POST /desk/links/{id}/note`: an editor has seen it.
pub async fn note(Reader(app): Reader, Path(id): Path<String>) -> Result<Response, Error> {
    watch::note(&app, &medium(&id)?).await?;
    Ok(Redirect::to("/desk").into_response())
}

/// `POST /desk/links/{id}/address`: takes the address that it moved to.
pub async fn follow(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    match watch::follow(&app, &medium(&id)?, &signed.editor.email).await? {
        true => Ok(Redirect::to("/desk").into_response()),
        false => Err(Error::NotFound),
    }
}

fn medium(id: &str) -> Result<MediumId, Error> {
    MediumId::from_text(id).ok_or(Error::NotFound)
}
