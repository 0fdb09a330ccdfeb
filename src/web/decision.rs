//! What an editor does about a notice.

use super::error::Error;
use super::language::Reader;
use super::notice::{load, render, words};
use super::session::Signed;
use crate::app::App;
use crate::db;
use crate::model::answers::Fault;
use crate::model::group::Group;
use crate::model::notice::{Kind, Notice};
use crate::notice::{self, removal, settle};
use crate::roster::answers::Answers;
use axum::extract::{Extension, Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::HashMap;

/// `POST /desk/notices/{id}/decision`: `decision` is what an editor does about it.
pub async fn decide(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let notice = load(&app, &id).await?;
    match act(&app, &notice, &fields, &signed.editor.email).await {
        Ok(()) => Ok(Redirect::to("/desk").into_response()),
        Err(notice::Error::Faults(faults)) => {
            render(&app, &signed, notice, Some(&fields), faults, String::new()).await
        }
        Err(notice::Error::Decided) => Err(decided(&app, &notice).await),
        Err(notice::Error::Db(error)) => {
            tracing::error!(code = error.code(), %error, "a notice could not be settled; its editor keeps the words");
            let trouble = app.text.t(&format!("error-{}", error.code()));
            render(&app, &signed, notice, Some(&fields), Vec::new(), trouble).await
        }
    }
}

async fn act(
    app: &App,
    notice: &Notice,
    fields: &HashMap<String, String>,
    editor: &str,
) -> Result<(), notice::Error> {
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let (reason, answers) = (field("reason"), Answers::read(fields));
    let said = || answers.check().map_err(notice::Error::Faults);
    let group = async || match &notice.group_id {
        Some(id) => {
            let group = db::group::by_id(&app.db, id).await?;
            group.ok_or(notice::Error::Decided)
        }
        None => Err(notice::Error::Decided),
    };
    match (notice.kind, field("decision")) {
        (Kind::GroupMissing, "add") => {
            settle::add(app, notice, &said()?, reason, editor).await?;
            Ok(())
        }
        (Kind::GroupMissing, "join") => {
            let to = chosen(app, field("join"), field("join_to")).await?;
            settle::join(app, notice, &to, reason, editor).await
        }
        (Kind::GroupWrong, "mend") => {
            let group = group().await?;
            settle::mend(app, notice, &group, &said()?, reason, editor).await
        }
        (Kind::GroupWrong, "gone") => {
            settle::live(app, notice, &group().await?, None, reason, editor).await
        }
        (Kind::GroupWrong, "meets") => {
            let day = Some(field("day"));
            settle::live(app, notice, &group().await?, day, reason, editor).await
        }
        (Kind::GroupMissing | Kind::GroupWrong, "decline") => {
            settle::decline(app, notice, reason, editor).await
        }
        (Kind::Removal, "remove") => removal::remove(app, notice, reason, editor).await,
        (Kind::Removal, "keep") => removal::keep(app, notice, reason, editor).await,
        (Kind::Removal, "revise") => {
            removal::revise(app, notice, &words(fields), reason, editor).await
        }
        _ => Err(notice::Error::Decided),
    }
}

/// The group of the roster that an editor means: one of the likely ones, or one whose address they typed.
async fn chosen(app: &App, ticked: &str, typed: &str) -> Result<Group, notice::Error> {
    let fault = |code| {
        notice::Error::Faults(vec![Fault {
            field: "join_to",
            code,
            about: String::new(),
        }])
    };
    let typed = typed.trim().trim_end_matches('/');
    let slug = match typed.rsplit('/').next().unwrap_or_default() {
        "" => ticked,
        typed => typed,
    };
    if slug.is_empty() {
        return Err(fault("join-missing"));
    }
    let group = db::group::by_slug(&app.db, slug).await?;
    group.ok_or_else(|| fault("group-unknown"))
}

/// Says who settled it, and how.
async fn decided(app: &App, notice: &Notice) -> Error {
    let now = match db::notice::by_id(&app.db, &notice.id).await {
        Ok(now) => now,
        Err(error) => return error.into(),
    };
    let Some((Some(outcome), Some(by), Some(at))) =
        now.map(|now| (now.outcome, now.decided_by, now.decided_at))
    else {
        return Error::Form;
    };
    let blanks = [
        (
            "state",
            app.text
                .t(&format!("notice-became-{}", outcome.as_str()))
                .into(),
        ),
        ("actor", by.into()),
        ("at", app.text.moment(at).into()),
    ];
    Error::Decided(app.text.with("notice-decided-by", &blanks))
}
