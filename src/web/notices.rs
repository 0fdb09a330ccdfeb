//! The private page of whoever told something: where it stands, and what became of it.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use crate::app::App;
use crate::db;
use crate::model::notice::{Kind, Notice, State as Stands};
use crate::notice::removal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "notice.html")]
struct NoticePage {
    p: Page,
    notice: Notice,
    address: String,
    received: String,
    /// What it speaks of, and where that is; without an address where it is nowhere.
    about: String,
    path: String,
    /// Whether the entry is off because of it, or of another like it.
    is_off: bool,
    promise: u32,
}

pages!(NoticePage);

impl NoticePage {
    fn waits(&self) -> bool {
        self.notice.state == Stands::Waiting
    }
}

/// `/notices/{token}`
pub async fn status(Reader(app): Reader, Path(token): Path<String>) -> Result<Response, Error> {
    // What cannot be a token of ours is not looked for: PostgreSQL would stumble over a NUL in it.
    let is_ours = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !token.chars().all(is_ours) {
        return Err(Error::NotFound);
    }
    let notice = db::notice::by_token(&app.db, &token).await?;
    let notice = notice.ok_or(Error::NotFound)?;
    let (about, path, is_off) = about(&app, &notice).await?;
    let page = NoticePage {
        p: Page::new(&app, app.text.t("notice-title"), "").private(),
        address: format!("{}/notices/{}", app.url, notice.token),
        received: app.text.moment(notice.created_at),
        promise: app.config.showcase.promise_days,
        notice,
        about,
        path,
        is_off,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// What a notice speaks of, its address, and whether it is an entry that is off because somebody asked.
pub(super) async fn about(app: &App, notice: &Notice) -> db::Result<(String, String, bool)> {
    if notice.kind == Kind::Removal
        && let Some(id) = &notice.entry_id
        && let Some(entry) = db::notice::entry_of(&app.db, id).await?
    {
        let is_off = entry.withdrawn_by.as_deref() == Some(removal::BY);
        let path = match entry.withdrawn_at {
            None => format!("/entries/{}", entry.slug),
            Some(_) => String::new(),
        };
        return Ok((entry.title, path, is_off));
    }
    let group = match &notice.group_id {
        Some(id) => db::group::by_id(&app.db, id).await?,
        None => None,
    };
    Ok(match group {
        Some(group) => (group.name, format!("/groups/{}", group.slug), false),
        None => (notice.group_name.clone(), String::new(), false),
    })
}
