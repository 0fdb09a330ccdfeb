//! Sources on the desk: a list, and one more to subscribe to.

use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::session::Signed;
use super::show;
use crate::app::App;
use crate::model::answers::Fault;
use crate::model::item::Item;
use crate::model::language;
use crate::model::source::{Source, Terms};
use crate::model::submission::Submission;
use crate::quota::Purpose;
use crate::text::Country;
use crate::{db, decision, source};
use askama::Template;
use axum::extract::{Extension, Form};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::licence::Licence;
use jobs::link::Provider;
use jobs::provider::Found;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "sources.html")]
struct SourcesPage {
    p: Page,
    sources: Vec<Listed>,
    faults: Vec<Fault>,
    typed: Typed,
    choices: Choices,
    left: Vec<String>,
}

pages!(SourcesPage);

/// A source as a row of the list.
struct Listed {
    source: Source,
    stands: String,
    group: String,
}

/// What an editor typed on a source.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub source: String,
    pub title: String,
    pub group: String,
    pub terms: Terms,
}

/// What can be chosen from.
pub struct Choices {
    pub countries: Vec<Country>,
    pub languages: Vec<(&'static str, &'static str)>,
    pub licences: Vec<&'static str>,
    pub intervals: Vec<(i64, String)>,
}

impl Choices {
    /// Those of every form on a source.
    pub fn new(app: &App) -> Choices {
        let hours = [1, 6, 24, 7 * 24];
        let interval = |hours: i64| {
            let says = app
                .text
                .with("source-every", &[("hours", hours.to_string().into())]);
            (hours * 60 * 60 * 1000, says)
        };
        Choices {
            countries: app.text.countries(),
            languages: language::OFFERED.to_vec(),
            licences: super::draft::licences(Licence::AllRightsReserved.as_str()),
            intervals: hours.into_iter().map(interval).collect(),
        }
    }
}

impl Typed {
    /// The answers of a form; the group's own id where the roster has it.
    pub async fn read(app: &App, fields: &HashMap<String, String>) -> db::Result<Typed> {
        let text = |name: &str| fields.get(name).map_or("", |text| text.trim()).to_owned();
        let filled = |name: &str| Some(text(name)).filter(|text| !text.is_empty());
        let group = text("group");
        let found = db::group::by_slug(&app.db, group.rsplit('/').next().unwrap_or_default());
        Ok(Typed {
            source: text("source"),
            title: text("title"),
            terms: Terms {
                group_id: found.await?.map(|group| group.id),
                language: filled("language"),
                country: filled("country"),
                licence: filled("licence"),
                words: text("words"),
                interval_ms: text("interval").parse().unwrap_or_default(),
            },
            group,
        })
    }

    /// The fault of a group that the roster has not.
    pub fn faults(&self) -> Option<Fault> {
        let unknown = !self.group.is_empty() && self.terms.group_id.is_none();
        unknown.then(|| Fault {
            field: "group",
            code: "group-unlisted",
            about: self.group.clone(),
        })
    }
}

/// One thing that a source holds, as a row of a list.
pub struct Row {
    pub id: String,
    pub title: String,
    pub lead: String,
    pub facts: String,
    pub canonical: String,
    pub suggested: bool,
    /// Path and state of the submission it was taken as; empty while it is not.
    pub taken: String,
    pub state: String,
}

/// What the sources that a submission brought hold, the suggested first.
pub async fn rows(app: &App, submission: &Submission) -> db::Result<Vec<Row>> {
    let items = db::item::of_submission(&app.db, &submission.id).await?;
    rows_of(app, items).await
}

/// Items as rows.
pub async fn rows_of(app: &App, items: Vec<Item>) -> db::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for item in items {
        let taken = match &item.taken_as {
            Some(taken) => db::submission::by_id(&app.db, taken).await?,
            None => None,
        };
        rows.push(row(
            app,
            &item,
            item.found().unwrap_or_default(),
            taken.as_ref(),
        ));
    }
    Ok(rows)
}

fn row(app: &App, item: &Item, found: Found, taken: Option<&Submission>) -> Row {
    let facts = [
        found.published_on.map(|day| app.text.day(&day.to_string())),
        found.duration_s.map(show::length),
        Some(found.people.join(", ")),
        found.citation,
    ];
    let facts = facts.into_iter().flatten().filter(|fact| !fact.is_empty());
    Row {
        id: item.id.to_string(),
        title: found.title.unwrap_or_else(|| item.guid.clone()),
        lead: show::lead(found.description.as_deref().unwrap_or_default()),
        facts: facts.collect::<Vec<_>>().join(" · "),
        canonical: found.canonical,
        suggested: item.suggested == 1,
        taken: taken.map_or(String::new(), |taken| {
            format!("/desk/submissions/{}", taken.id)
        }),
        state: taken.map_or(String::new(), |taken| app.text.t(&taken.state.key())),
    }
}

/// The sources of a submission's media, each once.
pub async fn of(app: &App, submission: &Submission) -> db::Result<Vec<Source>> {
    let mut sources: Vec<Source> = Vec::new();
    for medium in db::medium::of(&app.db, &submission.id).await? {
        if let Some(id) = &medium.source_id
            && sources.iter().all(|known| known.id != *id)
        {
            sources.extend(db::source::by_id(&app.db, id).await?);
        }
    }
    Ok(sources)
}

/// How a source stands, in words.
pub fn stands(app: &App, source: &Source) -> String {
    let says = |key: &str, at: i64| app.text.with(key, &[("at", app.text.moment(at).into())]);
    let polling = &source.polling;
    if let Some(at) = polling.ended_at {
        return says("source-ended", at);
    }
    if source.subscribed_at.is_none() {
        return app.text.t("source-unsubscribed");
    }
    match (polling.broken_at, polling.failures, polling.polled_at) {
        (Some(at), ..) => says("source-broken", at),
        (None, 1.., _) => app.text.t("source-failing"),
        (None, _, Some(at)) => says("source-well", at),
        (None, _, None) => app.text.t("source-new"),
    }
}

/// What is left of the providers' quotas, a line each.
pub async fn left(app: &App) -> db::Result<Vec<String>> {
    let count = app.count(Purpose::Submissions);
    let mut lines = Vec::new();
    for (provider, key) in [
        (Provider::YouTube, &app.config.youtube.key),
        (Provider::Flickr, &app.config.flickr.key),
    ] {
        let Some((used, most)) = count.used(provider).await?.filter(|_| key.is_some()) else {
            continue;
        };
        let blanks = [
            ("left", (most - used).max(0).to_string().into()),
            ("most", most.to_string().into()),
        ];
        lines.push(
            app.text
                .with(&format!("quota-{}", provider.as_str()), &blanks),
        );
    }
    Ok(lines)
}

/// `/desk/sources`
pub async fn index(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
) -> Result<Response, Error> {
    render(&app, &signed, Typed::default(), Vec::new()).await
}

/// `POST /desk/sources`: subscribes to one.
pub async fn add(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let typed = Typed::read(&app, &fields).await?;
    if let Some(fault) = typed.faults() {
        return render(&app, &signed, typed, vec![fault]).await;
    }
    let editor = signed.editor.email.as_str();
    match source::add(&app, &typed.source, &typed.title, &typed.terms, editor).await {
        Ok(source) => Ok(Redirect::to(&format!("/desk/sources/{}", source.id)).into_response()),
        Err(decision::Error::Faults(faults)) => render(&app, &signed, typed, faults).await,
        Err(decision::Error::Decided(_)) => Err(Error::Form),
        Err(decision::Error::Db(error)) => Err(error.into()),
    }
}

async fn render(
    app: &App,
    signed: &Signed,
    typed: Typed,
    faults: Vec<Fault>,
) -> Result<Response, Error> {
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let mut sources = Vec::new();
    for source in db::source::all(&app.db).await? {
        let group = source::group_of(app, &source).await?;
        sources.push(Listed {
            stands: stands(app, &source),
            group: group.map_or(String::new(), |group| group.name),
            source,
        });
    }
    let page = SourcesPage {
        p: Page::new(app, app.text.t("sources-title"), "").of(&signed.editor, &signed.form_token),
        sources,
        faults,
        typed,
        choices: Choices::new(app),
        left: left(app).await?,
    };
    Ok(respond(status, &page))
}
