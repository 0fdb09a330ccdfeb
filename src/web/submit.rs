//! The form: answers, check your answers, sent. No account, no JavaScript.

use super::error::Error;
use super::filled::Filled;
use super::language::Reader;
use super::page::{Page, pages, respond};
use super::shared;
use super::slots::{Slot, slots};
use crate::app::App;
use crate::db::group::Listed;
use crate::model::answers::{Answers, Fault};
use crate::model::entry::About;
use crate::model::upload::{SentAs, Upload};
use crate::model::{country, language};
use crate::roster::{self, Standing};
use crate::text::Country;
use crate::{db, intake, upload};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::licence::OFFERED;
use std::collections::HashMap;
use std::sync::Arc;

/// Groups to choose from, at most about so many: each is a line of the page.
const MOST_LISTED: usize = 300;

#[derive(Template)]
#[template(path = "submit.html")]
struct FormPage {
    p: Page,
    answers: Answers,
    form_key: String,
    faults: Vec<Fault>,
    trouble: String,
    groups: Vec<(String, String)>,
    countries: Vec<Country>,
    languages: Vec<(&'static str, &'static str)>,
    licences: Vec<&'static str>,
    promise: u32,
    slots: Vec<Slot>,
    /// Tokens of files that nobody could look up just now.
    unknown: Vec<String>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage {
    p: Page,
    answers: Answers,
    form_key: String,
    links: Vec<(String, &'static str, String)>,
    about: Option<About>,
    group: String,
    country: String,
    language: String,
    day: String,
    /// What each file is, and its name and size.
    files: Vec<(String, String)>,
    /// What was agreed to with them, word for word.
    agreed: Vec<String>,
}

pages!(FormPage, CheckPage);

impl FormPage {
    /// The message for a field, or nothing.
    fn wrong(&self, field: &str) -> String {
        let faults = self.faults.iter().filter(|fault| fault.field == field);
        faults
            .map(|fault| self.p.error(fault.code, &fault.about))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// `GET /submit`, with `?url=`, `?text=` and `?title=` for what a phone shares, `?group=` for whom it is.
pub async fn form(
    Reader(app): Reader,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let answers = shared::answers(&query);
    let form_key = app.random.token();
    render(
        &app,
        StatusCode::OK,
        answers,
        form_key,
        Vec::new(),
        String::new(),
    )
    .await
}

/// `POST /submit`: `step` says whether to check, to change or to send.
pub async fn step(Reader(app): Reader, filled: Filled) -> Result<Response, Error> {
    let mut answers = answers(&filled.fields);
    let without = filled.fields.get("without_file");
    let without: Vec<&str> = without.map_or(Vec::new(), |tokens| tokens.lines().collect());
    let kept = answers.tokens().filter(|token| !without.contains(token));
    let sent = filled.files.iter().map(|file| file.token.as_str());
    answers.upload = kept.chain(sent).collect::<Vec<_>>().join("\n");
    let form_key = filled
        .fields
        .get("form_key")
        // Ours are 32 long. Other doors' keys are longer, and not a form's to name.
        .filter(|key| (16..=32).contains(&key.len()))
        .cloned();
    let form_key = form_key.unwrap_or_else(|| app.random.token());
    let step = filled.fields.get("step").map(String::as_str);
    match (filled.faults, step) {
        (mut faults, _) if !faults.is_empty() => {
            // Everything that needs mending at once, the files' faults first.
            faults.extend(answers.check().err().unwrap_or_default());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            render(&app, status, answers, form_key, faults, String::new()).await
        }
        (_, Some("send")) => send(&app, answers, form_key).await,
        (_, Some("change")) => {
            let (faults, trouble) = (Vec::new(), String::new());
            render(&app, StatusCode::OK, answers, form_key, faults, trouble).await
        }
        _ => check(&app, answers, form_key).await,
    }
}

async fn check(app: &App, answers: Answers, form_key: String) -> Result<Response, Error> {
    let mend = |answers, faults| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        render(
            app,
            status,
            answers,
            form_key.clone(),
            faults,
            String::new(),
        )
    };
    let agreed = answers.agreed();
    let new = match answers.check() {
        Ok(new) => new,
        Err(mut faults) => {
            // What is missing beside the files is asked for at once, too.
            let tokens: Vec<String> = answers.tokens().map(str::to_owned).collect();
            let found = upload::find(app, &tokens, &agreed).await;
            faults.extend(found.ok().and_then(Result::err).unwrap_or_default());
            return mend(answers, faults).await;
        }
    };
    let listed = match answers.group.trim() {
        "" => None,
        slug => match db::group::by_slug(&app.db, slug).await {
            Ok(Some(group)) => Some(group),
            Ok(None) => {
                let faults = vec![Fault {
                    field: "group",
                    code: "group-unknown",
                    about: slug.to_owned(),
                }];
                return mend(answers, faults).await;
            }
            Err(error) => return keep(app, answers, form_key, &error).await,
        },
    };
    let files = match intake::files(app, &new).await {
        Ok(Ok(files)) => files,
        Ok(Err(faults)) => {
            // What is gone is not asked for again.
            let upload = match here(app, &answers).await {
                Ok(held) => {
                    let held = held.into_iter().map(|file| file.token);
                    held.collect::<Vec<_>>().join("\n")
                }
                Err(_) => answers.upload.clone(),
            };
            return mend(Answers { upload, ..answers }, faults).await;
        }
        Err(error) => return keep(app, answers, form_key, &error).await,
    };
    let links = new.links.iter();
    let links = links.map(|(_, link)| {
        (
            link.canonical(),
            link.provider().name(),
            app.text.t(&format!("kind-{}", link.kind())),
        )
    });
    let page = CheckPage {
        p: Page::new(app, app.text.t("check-title"), "").private(),
        links: links.collect(),
        about: new.about,
        group: listed.map_or_else(|| answers.group_name.clone(), |group| group.name),
        country: country::find(&answers.group_country)
            .map(|country| app.text.country(country.code))
            .unwrap_or_default(),
        language: new
            .language
            .map(language::name)
            .unwrap_or_default()
            .to_owned(),
        day: new
            .met_on
            .map(|day| app.text.day(&day.to_string()))
            .unwrap_or_default(),
        agreed: SentAs::ALL
            .iter()
            .filter(|sent_as| files.iter().any(|file| file.sent_as == **sent_as))
            .filter_map(|sent_as| Some(app.text.t(sent_as.consent()?)))
            .collect(),
        files: files
            .iter()
            .map(|file| {
                let what = app.text.t(&format!("sent-as-{}", file.sent_as.as_str()));
                (what, app.text.file(&file.file_name, file.size))
            })
            .collect(),
        answers,
        form_key,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// The files of these answers that are still here.
async fn here(app: &App, answers: &Answers) -> db::Result<Vec<Upload>> {
    let mut files = Vec::new();
    for token in answers.tokens() {
        files.extend(db::upload::loose(&app.db, token).await?);
    }
    Ok(files)
}

async fn send(app: &App, answers: Answers, form_key: String) -> Result<Response, Error> {
    match intake::receive(app, &answers, "form", &form_key).await {
        Ok(submission) => {
            Ok(Redirect::to(&format!("/submissions/{}", submission.token)).into_response())
        }
        Err(intake::Error::Faults(faults)) => {
            render(
                app,
                StatusCode::UNPROCESSABLE_ENTITY,
                answers,
                form_key,
                faults,
                String::new(),
            )
            .await
        }
        Err(intake::Error::Db(error)) => keep(app, answers, form_key, &error).await,
    }
}

/// The database is away: the form comes back with its answers.
async fn keep(
    app: &App,
    answers: Answers,
    form_key: String,
    error: &db::Error,
) -> Result<Response, Error> {
    tracing::error!(code = error.code(), %error, "the form could not go on; its sender keeps the answers");
    let trouble = app.text.t(&format!("error-{}", error.code()));
    let status = StatusCode::SERVICE_UNAVAILABLE;
    render(app, status, answers, form_key, Vec::new(), trouble).await
}

/// The groups to choose from, in the roster's order: those last heard from, and the one that was chosen. The others are
/// known by their names, which one types.
fn listed<'a>(roster: &'a [Standing], chosen: &str) -> Vec<&'a Listed> {
    let day = |standing: &Standing| standing.heard.as_ref().map(|heard| heard.day);
    let mut days: Vec<_> = roster.iter().filter_map(day).collect();
    days.sort_by(|one, other| other.cmp(one));
    let oldest = days.get(MOST_LISTED).or(days.last()).copied();
    let is_listed = |standing: &&Standing| {
        standing.group.slug == chosen || day(standing).is_some_and(|day| Some(day) >= oldest)
    };
    let listed = roster.iter().filter(is_listed);
    listed.map(|standing| &standing.group).collect()
}

async fn render(
    app: &App,
    status: StatusCode,
    answers: Answers,
    form_key: String,
    faults: Vec<Fault>,
    trouble: String,
) -> Result<Response, Error> {
    // Where the database is away the form still comes back, with the one group that was chosen.
    let roster = match roster::all(app).await {
        Ok(roster) => roster,
        Err(error) if answers == Answers::default() => return Err(error.into()),
        Err(_) => Arc::default(),
    };
    let listed = listed(&roster, &answers.group);
    let missing = !answers.group.is_empty() && roster.is_empty();
    let missing = missing.then(|| (answers.group.clone(), answers.group.clone()));
    let groups = listed.into_iter().map(|group| {
        let place = app.text.place(&group.city, group.country.as_deref());
        let name = match place.is_empty() {
            true => group.name.clone(),
            false => format!("{} · {place}", group.name),
        };
        (group.slug.clone(), name)
    });
    // Where the database is away nobody knows what they are; they are kept all the same.
    let (files, unknown) = match here(app, &answers).await {
        Ok(files) => (files, Vec::new()),
        Err(_) => (Vec::new(), answers.tokens().map(str::to_owned).collect()),
    };
    let page = FormPage {
        unknown,
        slots: slots(app, &files, &answers, &faults),
        p: if status == StatusCode::OK {
            Page::new(app, app.text.t("submit-title"), "/submit").scripted()
        } else {
            Page::new(app, app.text.t("submit-title"), "")
                .faulty()
                .scripted()
        },
        groups: groups.chain(missing).collect(),
        countries: app.text.countries(),
        languages: language::OFFERED.to_vec(),
        licences: OFFERED.iter().map(|licence| licence.as_str()).collect(),
        promise: app.config.showcase.promise_days,
        answers,
        form_key,
        faults,
        trouble,
    };
    let mut response = respond(status, &page);
    // Each form has a key of its own, so no cache may hand one to two people.
    response.headers_mut().insert(
        axum::http::header::CACHE_CONTROL,
        axum::http::HeaderValue::from_static("no-store"),
    );
    Ok(response)
}

fn answers(fields: &HashMap<String, String>) -> Answers {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    Answers {
        links: field("links"),
        title: field("title"),
        about: field("about"),
        group: field("group"),
        group_name: field("group_name"),
        group_city: field("group_city"),
        group_country: field("group_country"),
        words: field("words"),
        met_on: field("met_on"),
        language: field("language"),
        sender_name: field("sender_name"),
        sender_email: field("sender_email"),
        may_show: field("may_show"),
        may_copy: field("may_copy"),
        licence: field("licence"),
        upload: field("upload"),
        consent: field("consent"),
        consent_voice: field("consent_voice"),
        consent_photos: field("consent_photos"),
        speaker: field("speaker"),
        chapters: field("chapters"),
    }
}

/// The catalogue's key for a link's kind must exist: every kind we take.
#[cfg(test)]
mod tests {
    use jobs::link;

    #[test]
    fn kinds_have_words() {
        let text = crate::text::Catalogue::new("en");
        for taken in [
            "https://youtu.be/HRb7B9fPhfA",
            "https://www.flickr.com/photos/a/12345/",
        ] {
            let kind = link::parse(taken).unwrap().kind();
            assert!(text.has(&format!("kind-{kind}")), "{kind}");
        }
    }
}
