//! Doubles on the desk: two side by side, and what an editor says to them.

use super::error::Error;
use super::language::Reader;
use super::session::Signed;
use super::show::{self, Image};
use crate::app::App;
use crate::double::{self, Thing};
use crate::model::SubmissionId;
use crate::model::submission::Submission;
use crate::{db, decision};
use axum::extract::{Extension, Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use jobs::likeness::Sign;
use std::collections::HashMap;

/// Two that may be the same.
pub struct Beside {
    pub id: String,
    pub score: i64,
    pub certain: bool,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
    pub this: Side,
    pub other: Side,
}

impl Beside {
    /// Each with the catalogue's key of what it is here.
    pub fn sides(&self) -> [(&'static str, &Side); 2] {
        [("doubles-this", &self.this), ("doubles-other", &self.other)]
    }
}

/// One of the two.
pub struct Side {
    pub path: String,
    pub state: String,
    pub titles: Vec<String>,
    pub group: String,
    pub day: String,
    pub length: String,
    pub links: Vec<String>,
    pub image: Option<Image>,
}

/// What was sent by others and joined to this one.
pub struct Joined {
    pub path: String,
    pub sender: String,
    pub since: String,
    pub words: String,
}

/// Those that may be the same as a submission, the likest first.
pub async fn of(app: &App, submission: &Submission) -> db::Result<Vec<Beside>> {
    let mut besides = Vec::new();
    for pair in db::double::unjudged(&app.db, &submission.id).await? {
        let Some(other) = db::submission::by_id(&app.db, &pair.other).await? else {
            continue;
        };
        let signs: Vec<Sign> = serde_json::from_str(&pair.signs).unwrap_or_default();
        let said = |speaks_for: bool| -> Vec<String> {
            let signs = signs.iter().filter(|sign| sign.speaks_for() == speaks_for);
            signs
                .map(|sign| app.text.t(&format!("sign-{}", sign.as_str())))
                .collect()
        };
        besides.push(Beside {
            id: pair.other.to_string(),
            score: pair.score,
            certain: pair.score == 1000,
            speaks_for: said(true),
            speaks_against: said(false),
            this: side(app, submission).await?,
            other: side(app, &other).await?,
        });
    }
    Ok(besides)
}

/// What was joined to a submission, oldest first.
pub async fn joined(app: &App, submission: &Submission) -> db::Result<Vec<Joined>> {
    let joined = db::submission::joined_to(&app.db, &submission.id).await?;
    let joined = joined.into_iter().map(|joined| Joined {
        path: format!("/desk/submissions/{}", joined.id),
        since: app.text.moment(joined.created_at),
        sender: joined.sender_name,
        words: joined.words,
    });
    Ok(joined.collect())
}

async fn side(app: &App, submission: &Submission) -> db::Result<Side> {
    let things = double::things(app, submission).await?;
    let pictures = db::picture::of_submission(&app.db, &submission.id, app.now()).await?;
    let mut titles: Vec<String> = Vec::new();
    for title in things.iter().flat_map(|thing| &thing.told.titles) {
        if !titles.contains(title) {
            titles.push(title.clone());
        }
    }
    let told = |thing: &&Thing| thing.told.clone();
    let first = things.first().as_ref().map(told).unwrap_or_default();
    let day = first.met_on.or(first.published_on);
    let group = [first.group, first.city];
    let group: Vec<String> = group.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(Side {
        path: format!("/desk/submissions/{}", submission.id),
        state: app.text.t(&submission.state.key()),
        titles,
        group: group.join(", "),
        day: day
            .map(|day| app.text.day(&day.to_string()))
            .unwrap_or_default(),
        length: first.duration_s.map(show::length).unwrap_or_default(),
        links: things
            .iter()
            .flat_map(|thing| thing.own.links.clone())
            .collect(),
        image: things
            .iter()
            .filter_map(|thing| thing.medium.as_ref())
            .find_map(|medium| Image::of(medium, &pictures)),
    })
}

/// `POST /desk/submissions/{id}/doubles`: `other` is the other's id, `verdict` is `join` or `apart`.
pub async fn judge(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let submission = find(&app, &id).await?;
    let other = fields.get("other").map_or("", String::as_str);
    let other = find(&app, other).await?;
    let editor = signed.editor.email.as_str();
    let path = format!("/desk/submissions/{}", submission.id);
    let (done, onward) = match fields.get("verdict").map(String::as_str) {
        Some("join") => {
            let done = double::join(&app, &submission, &other, editor).await;
            (done.map(|_| ()), format!("/desk/submissions/{}", other.id))
        }
        Some("apart") => {
            let done = double::set_apart(&app, &submission, &other.id, editor).await;
            (done, path)
        }
        _ => return Err(Error::Form),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&onward).into_response()),
        Err(decision::Error::Faults(faults)) => {
            super::review::with_faults(&app, &signed, submission, faults).await
        }
        Err(decision::Error::Decided(_)) => Err(super::review::decided(&app, &submission).await),
        Err(decision::Error::Db(error)) => Err(error.into()),
    }
}

async fn find(app: &App, id: &str) -> Result<Submission, Error> {
    let id = SubmissionId::from_text(id).ok_or(Error::NotFound)?;
    let found = db::submission::by_id(&app.db, &id).await?;
    found.ok_or(Error::NotFound)
}
