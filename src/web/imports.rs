//! Imports on the desk: lists that somebody brought, and what became of each row.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::session::Signed;
use crate::app::App;
use crate::model::import::{Import, Kind, Outcome, Row as Stored};
use crate::model::{GroupId, ImportId};
use crate::{db, import};
use askama::Template;
use axum::extract::{Extension, Form, Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::list::Note;
use std::borrow::Cow;
use std::collections::HashMap;

/// Rows of a page.
const ROWS: i64 = 100;

#[derive(Template)]
#[template(path = "imports.html")]
struct ImportsPage {
    p: Page,
    imports: Vec<List>,
}

/// An import in a list.
struct List {
    import: Import,
    started: String,
    counts: Vec<Count>,
}

/// How many rows have an outcome, and where they are listed.
struct Count {
    /// Empty for all of them.
    outcome: &'static str,
    word: String,
    count: i64,
    path: String,
}

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    p: Page,
    list: List,
    /// The outcome chosen; empty for all.
    chosen: &'static str,
    rows: Vec<Row>,
    /// Whether any row here can be taken.
    waits: bool,
    took: Option<i64>,
    page: i64,
    pages: i64,
    earlier: String,
    later: String,
}

/// A row of an import.
struct Row {
    number: i64,
    key: String,
    title: String,
    /// Where what it became is shown; empty where it became nothing.
    path: String,
    outcome: String,
    reason: String,
    notes: Vec<String>,
    waits: bool,
}

pages!(ImportsPage, ImportPage);

impl ImportPage {
    /// Which page of how many.
    fn place(&self) -> String {
        let blanks = [
            ("page", self.page.to_string().into()),
            ("pages", self.pages.to_string().into()),
        ];
        self.p.app.text.with("import-page", &blanks)
    }
}

/// `/desk/imports`
pub async fn index(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
) -> Result<Response, Error> {
    let counts = db::import::counts(&app.db).await?;
    let imports = db::import::all(&app.db).await?;
    let page = ImportsPage {
        p: Page::new(&app, app.text.t("imports-title"), "").of(&signed.editor, &signed.form_token),
        imports: imports
            .into_iter()
            .map(|import| list(&app, import, &counts))
            .collect(),
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `/desk/imports/{id}`: `outcome` chooses rows, `page` counts from 1.
pub async fn show(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let import = load(&app, &id).await?;
    let counts = db::import::counts(&app.db).await?;
    let list = list(&app, import, &counts);
    let field = |name: &str| query.get(name).map_or("", String::as_str);
    let outcome = Outcome::from_text(field("outcome"));
    let chosen = outcome.map_or("", Outcome::as_str);
    let all = list.counts.iter().find(|count| count.outcome == chosen);
    let all = all.map_or(0, |count| count.count);
    let pages = ((all + ROWS - 1) / ROWS).max(1);
    let page = field("page").parse::<i64>().unwrap_or(1).clamp(1, pages);
    let rows = db::import::rows(&app.db, &list.import.id, outcome, ROWS, (page - 1) * ROWS).await?;
    let mut shown = Vec::new();
    for stored in rows {
        shown.push(row(&app, stored).await?);
    }
    let there = |page: i64, exists: bool| match exists {
        true => path(&list.import, chosen, page),
        false => String::new(),
    };
    let title = format!("{}: {}", app.text.t("imports-title"), list.import.name);
    let page = ImportPage {
        p: Page::new(&app, title, "").of(&signed.editor, &signed.form_token),
        chosen,
        waits: shown.iter().any(|row| row.waits),
        rows: shown,
        took: field("took").parse().ok(),
        earlier: there(page - 1, page > 1),
        later: there(page + 1, page < pages),
        page,
        pages,
        list,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// `POST /desk/imports/{id}/rows`: `take` names a row, once for each; with `all`, those of `here`.
pub async fn take(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let list = load(&app, &id).await?;
    let first = |name: &str| {
        fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    };
    let which = if first("all").is_some() {
        "here"
    } else {
        "take"
    };
    let chosen = fields.iter().filter(|(name, _)| name == which);
    let keys: Vec<String> = chosen
        .map(|(_, key)| key.clone())
        .take(ROWS as usize)
        .collect();
    let took = import::take(&app.for_everybody(), &list, &keys, &signed.editor.email).await?;
    let outcome = first("outcome").and_then(Outcome::from_text);
    let page = first("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    let back = path(&list, outcome.map_or("", Outcome::as_str), page);
    Ok(Redirect::to(&format!("{back}&took={took}")).into_response())
}

fn list(app: &App, import: Import, counts: &[(ImportId, Outcome, i64)]) -> List {
    let of = |outcome: Option<Outcome>| {
        let those = counts
            .iter()
            .filter(|(id, known, _)| *id == import.id && outcome.is_none_or(|one| one == *known));
        those.map(|(_, _, count)| count).sum()
    };
    let count = |outcome: Option<Outcome>| {
        let word = outcome.map_or("", Outcome::as_str);
        let key = if word.is_empty() { "all" } else { word };
        Count {
            outcome: word,
            word: app.text.t(&format!("import-outcome-{key}")),
            count: of(outcome),
            path: path(&import, word, 1),
        }
    };
    let outcomes = Outcome::ALL.iter().copied().map(Some);
    let counts = outcomes.chain([None]).map(count).collect();
    List {
        started: app.text.moment(import.started_at),
        counts,
        import,
    }
}

async fn row(app: &App, stored: Stored) -> db::Result<Row> {
    let says = |note: &str| {
        let note = Note::read(note);
        app.text.with(
            &format!("import-{}", note.code),
            &[("about", Cow::from(note.about))],
        )
    };
    Ok(Row {
        number: stored.position + 1,
        path: match &stored.subject {
            Some(subject) => leads(app, stored.kind, subject).await?,
            None => String::new(),
        },
        outcome: app
            .text
            .t(&format!("import-outcome-{}", stored.outcome.as_str())),
        reason: stored.reason.as_deref().map(says).unwrap_or_default(),
        notes: stored.notes.lines().map(says).collect(),
        waits: stored.outcome == Outcome::Waiting,
        title: stored.title,
        key: stored.row_key,
    })
}

/// Where a row's group, submission or source is shown.
async fn leads(app: &App, kind: Kind, subject: &str) -> db::Result<String> {
    Ok(match kind {
        Kind::Pyvideo => format!("/desk/submissions/{subject}"),
        Kind::Opml => format!("/desk/sources/{subject}"),
        Kind::Roster => {
            let group = match GroupId::from_text(subject) {
                Some(id) => db::group::by_id(&app.db, &id).await?,
                None => None,
            };
            group.map_or(String::new(), |group| format!("/groups/{}", group.slug))
        }
    })
}

fn path(import: &Import, outcome: &str, page: i64) -> String {
    format!("/desk/imports/{}?outcome={outcome}&page={page}", import.id)
}

async fn load(app: &App, id: &str) -> Result<Import, Error> {
    let id = ImportId::from_text(id).ok_or(Error::NotFound)?;
    db::import::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)
}
