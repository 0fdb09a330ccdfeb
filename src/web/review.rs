//! One submission on the desk: everything known about it, the editor's words, the decision.

use super::doubles;
use super::draft::{draft, from_sender, licences, order};
use super::error::Error;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::seen::{self, Seen};
use super::session::Signed;
use super::sources;
use crate::app::App;
use crate::db;
use crate::db::event::Event;
use crate::db::submission::Draft;
use crate::model::answers::Fault;
use crate::model::entry::About;
use crate::model::source::Source;
use crate::model::submission::{Change, MediumState, State as Stands, Submission};
use crate::model::{MediumId, SubmissionId, language};
use crate::source::taking;
use crate::text::Country;
use crate::{decision, double, voice};
use askama::Template;
use axum::extract::{Extension, Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    p: Page,
    submission: Submission,
    draft: Draft,
    reason: String,
    media: Vec<Seen>,
    events: Vec<(String, Event)>,
    faults: Vec<Fault>,
    trouble: String,
    state: String,
    received: String,
    countries: Vec<Country>,
    languages: Vec<(&'static str, &'static str)>,
    licences: Vec<&'static str>,
    can_decide: bool,
    can_try_again: bool,
    entry: String,
    sources: Vec<Source>,
    proposals: Vec<sources::Row>,
    /// Who trusted its source, and since when, where it was published under that; empty where it was not.
    trusted: String,
    doubles: Vec<doubles::Beside>,
    joined: Vec<doubles::Joined>,
    /// The path of what it was joined to; empty where it was not.
    target: String,
}

pages!(ReviewPage);

impl ReviewPage {
    /// Whether it only proposes: then there is nothing to publish under its own words.
    fn only_proposes(&self) -> bool {
        !self.proposals.is_empty() && self.media.iter().all(|seen| seen.medium.is_many())
    }

    /// Whether its words stand for themselves: what can be published of it beside them only speaks of them.
    fn is_report(&self) -> bool {
        self.media
            .iter()
            .all(|seen| !seen.medium.is_shown_first() || seen.medium.state == MediumState::Failed)
    }

    /// Whether it has a recording that chapters can be of.
    fn can_have_chapters(&self) -> bool {
        let recorded =
            |seen: &Seen| seen.medium.provider == "upload" && seen.medium.kind == "audio";
        self.media.iter().any(recorded)
    }

    /// Whether there are proposals beside the suggested ones.
    fn has_rest(&self) -> bool {
        self.proposals.iter().any(|row| !row.suggested)
    }

    /// When a source's owner was heard; empty while nobody asked.
    fn noted(&self, source: &Source) -> String {
        source
            .leave_at
            .map(|at| self.p.app.text.moment(at))
            .unwrap_or_default()
    }

    fn wrong(&self, field: &str) -> String {
        let faults = self.faults.iter().filter(|fault| fault.field == field);
        faults
            .map(|fault| self.p.error(fault.code, &fault.about))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// `/desk/submissions/{id}`
pub async fn show(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    render(&app, &signed, submission, Typed::default()).await
}

/// `POST /desk/submissions/{id}/draft`
pub async fn save(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    if submission.state != Stands::InReview {
        return Err(decided(&app, &submission).await);
    }
    let saved = decision::save_draft(&app, &submission, &draft(&fields), &order(&fields)).await;
    after(&app, &signed, submission, &fields, saved).await
}

/// `POST /desk/submissions/{id}/decision`: `decision` is `accept`, `close` or `decline`.
pub async fn decide(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    let (draft, editor) = (draft(&fields), signed.editor.email.as_str());
    let reason = fields.get("reason").map_or("", String::as_str);
    let decided = match fields.get("decision").map(String::as_str) {
        Some("accept") => publish(&app, &submission, &draft, &fields, editor).await,
        Some("close") => taking::close(&app, &submission, editor).await,
        Some("decline") => decision::decline(&app, &submission, reason, editor).await,
        _ => return Err(Error::Form),
    };
    after(&app, &signed, submission, &fields, decided).await
}

/// `POST /desk/submissions/{id}/withdrawal`: its entry goes off the site.
pub async fn withdraw(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    let reason = fields.get("reason").map_or("", String::as_str);
    let editor = signed.editor.email.as_str();
    let done = decision::withdraw(&app, &submission, reason, editor).await;
    match done {
        Err(decision::Error::Faults(faults)) => {
            with_faults(&app, &signed, submission, faults).await
        }
        done => after(&app, &signed, submission, &HashMap::new(), done).await,
    }
}

/// `POST /desk/submissions/{id}/voices/{medium}/withdrawal`: a voice goes everywhere, as its speaker wishes.
pub async fn take_back(
    Reader(app): Reader,
    Extension(signed): Extension<Signed>,
    Path((id, medium)): Path<(String, String)>,
) -> Result<Response, Error> {
    let submission = load(&app, &id).await?;
    let medium = MediumId::from_text(&medium).ok_or(Error::NotFound)?;
    let editor = signed.editor.email.as_str();
    if !voice::take_back(&app, &submission.id, &medium, editor).await? {
        return Err(Error::NotFound);
    }
    Ok(Redirect::to(&format!("/desk/submissions/{id}")).into_response())
}

async fn publish(
    app: &App,
    submission: &Submission,
    draft: &Draft,
    fields: &HashMap<String, String>,
    editor: &str,
) -> Result<(), decision::Error> {
    if submission.state == Stands::InReview {
        // The order of the media counts for the entry too.
        decision::save_draft(app, submission, draft, &order(fields)).await?;
    }
    decision::accept(app, submission, draft, editor).await?;
    Ok(())
}

/// Onward when it is done; else the page again with everything that was typed.
async fn after(
    app: &App,
    signed: &Signed,
    submission: Submission,
    fields: &HashMap<String, String>,
    done: Result<(), decision::Error>,
) -> Result<Response, Error> {
    let mut typed = Typed {
        draft: Some(draft(fields)),
        reason: fields.get("reason").cloned().unwrap_or_default(),
        ..Typed::default()
    };
    match done {
        Ok(()) if fields.contains_key("decision") => Ok(Redirect::to("/desk").into_response()),
        Ok(()) => Ok(Redirect::to(&format!("/desk/submissions/{}", submission.id)).into_response()),
        Err(decision::Error::Decided(_)) => Err(decided(app, &submission).await),
        Err(decision::Error::Faults(faults)) => {
            typed.faults = faults;
            render(app, signed, submission, typed).await
        }
        Err(decision::Error::Db(error)) => {
            tracing::error!(code = error.code(), %error, "a decision could not be stored; its editor keeps the words");
            typed.trouble = app.text.t(&format!("error-{}", error.code()));
            render(app, signed, submission, typed).await
        }
    }
}

/// The page again, with what is to be mended.
pub(super) async fn with_faults(
    app: &App,
    signed: &Signed,
    submission: Submission,
    faults: Vec<Fault>,
) -> Result<Response, Error> {
    let typed = Typed {
        faults,
        ..Typed::default()
    };
    render(app, signed, submission, typed).await
}

/// Says who decided it, and what.
pub(super) async fn decided(app: &App, submission: &Submission) -> Error {
    let last = match db::event::of(&app.db, submission.id.as_str()).await {
        Ok(mut events) => events.pop(),
        Err(error) => return error.into(),
    };
    let Some(last) = last else {
        return Error::Decided(String::new());
    };
    let p = Page::new(app, "", "");
    let state = p.word("state", last.change.replace('_', "-"));
    let blanks = [
        ("state", Cow::from(state)),
        ("actor", Cow::from(p.actor(&last.actor))),
        ("at", Cow::from(app.text.moment(last.at))),
    ];
    Error::Decided(app.text.with("decided-by", &blanks))
}

/// What an editor typed, where it could not be taken, and why.
#[derive(Default)]
struct Typed {
    draft: Option<Draft>,
    reason: String,
    faults: Vec<Fault>,
    trouble: String,
}

async fn render(
    app: &App,
    signed: &Signed,
    submission: Submission,
    typed: Typed,
) -> Result<Response, Error> {
    let Typed {
        draft: typed,
        reason,
        faults,
        trouble,
    } = typed;
    let media = seen::all(app, &submission).await?;
    let sources = sources::of(app, &submission).await?;
    let proposals = sources::rows(app, &submission).await?;
    let doubles = doubles::of(app, &submission).await?;
    let joined = doubles::joined(app, &submission).await?;
    let target = double::target(app, &submission.id).await?;
    let saved = db::submission::draft(&app.db, &submission.id).await?;
    let mut draft = typed.or(saved).unwrap_or_else(|| from_sender(&submission));
    let again = !faults.is_empty() || !trouble.is_empty();
    if draft.title.is_empty() && !again {
        // A suggestion in the form: it counts once the editor sends it.
        draft.title = media
            .iter()
            .find_map(|seen| seen.found.as_ref()?.title.clone())
            .unwrap_or_default();
    }
    let events = db::event::of(&app.db, submission.id.as_str()).await?;
    let entry = db::entry::of_submission(&app.db, &submission.id).await?;
    let status = match (&*trouble, &*faults) {
        ("", []) => StatusCode::OK,
        ("", _) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    let p = Page::new(app, app.text.t("review-title"), "").of(&signed.editor, &signed.form_token);
    let page = ReviewPage {
        p: if again { p.faulty() } else { p },
        state: app.text.t(&submission.state.key()),
        received: app.text.moment(submission.created_at),
        events: events
            .into_iter()
            .map(|event| (app.text.moment(event.at), event))
            .collect(),
        countries: app.text.countries(),
        languages: language::OFFERED.to_vec(),
        licences: licences(&draft.licence),
        can_decide: submission.state == Stands::InReview,
        can_try_again: submission.state != Stands::Received
            && submission.state.after(Change::Resolve).is_some(),
        entry: entry
            .map(|entry| format!("/entries/{}", entry.slug))
            .unwrap_or_default(),
        trusted: trusted(app, &submission).await?,
        sources,
        proposals,
        doubles,
        joined,
        target: target.map_or(String::new(), |id| format!("/desk/submissions/{id}")),
        submission,
        draft,
        reason,
        media,
        faults,
        trouble,
    };
    Ok(respond(status, &page))
}

/// Who trusted the source that it came from, where it was published under that.
async fn trusted(app: &App, submission: &Submission) -> db::Result<String> {
    let trust = db::trust::cited(&app.db, &submission.id).await?;
    Ok(trust.map_or(String::new(), |trust| {
        let blanks = [
            ("editor", trust.editor.into()),
            ("at", app.text.moment(trust.granted_at).into()),
        ];
        app.text.with("review-trusted", &blanks)
    }))
}

async fn load(app: &App, id: &str) -> Result<Submission, Error> {
    let id = SubmissionId::from_text(id).ok_or(Error::NotFound)?;
    db::submission::by_id(&app.db, &id)
        .await?
        .ok_or(Error::NotFound)
}
