//! The form: answers, check your answers, sent. No account, no JavaScript.

use super::error::Error;
use super::filled::Filled;
use super::page::{Page, pages, respond};
use crate::app::App;
use crate::db;
use crate::intake;
use crate::model::answers::{Answers, Fault};
use crate::model::entry::About;
use crate::model::{country, language};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::licence::OFFERED;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "submit.html")]
struct FormPage {
    p: Page,
    answers: Answers,
    form_key: String,
    faults: Vec<Fault>,
    trouble: String,
    groups: Vec<(String, String)>,
    countries: Vec<country::Country>,
    languages: Vec<(&'static str, &'static str)>,
    licences: Vec<&'static str>,
    promise: u32,
    /// The file that was sent already, in words; empty when there is none.
    file: String,
    most_mib: u64,
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
    file: String,
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

/// `GET /submit`, with `?url=` and `?text=` for what a phone shares.
pub async fn form(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Error> {
    let given = |name: &str| query.get(name).cloned().unwrap_or_default();
    let answers = Answers {
        links: given("url"),
        words: given("text"),
        ..Answers::default()
    };
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
pub async fn step(State(app): State<App>, filled: Filled) -> Result<Response, Error> {
    let mut answers = answers(&filled.fields);
    if filled.fields.contains_key("without_file") {
        answers.upload = String::new();
    }
    if let Some(file) = filled.file {
        answers.upload = file.token;
    }
    let form_key = filled
        .fields
        .get("form_key")
        // Ours are 32 long. Other doors' keys are longer, and not a form's to name.
        .filter(|key| (16..=32).contains(&key.len()))
        .cloned();
    let form_key = form_key.unwrap_or_else(|| app.random.token());
    let step = filled.fields.get("step").map(String::as_str);
    match (filled.fault, step) {
        (Some(fault), _) => {
            // Everything that needs mending at once, the file's fault first.
            let others = answers.check().err().unwrap_or_default();
            let faults = std::iter::once(fault).chain(others).collect();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            render(&app, status, answers, form_key, faults, String::new()).await
        }
        (None, Some("send")) => send(&app, answers, form_key).await,
        (None, Some("change")) => {
            let (faults, trouble) = (Vec::new(), String::new());
            render(&app, StatusCode::OK, answers, form_key, faults, trouble).await
        }
        _ => check(&app, answers, form_key).await,
    }
}

async fn check(app: &App, answers: Answers, form_key: String) -> Result<Response, Error> {
    let new = match answers.check() {
        Ok(new) => new,
        Err(faults) => {
            return render(
                app,
                StatusCode::UNPROCESSABLE_ENTITY,
                answers,
                form_key,
                faults,
                String::new(),
            )
            .await;
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
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return render(app, status, answers, form_key, faults, String::new()).await;
            }
            Err(error) => return keep(app, answers, form_key, &error).await,
        },
    };
    let file = match file(app, &answers).await {
        Ok(file) => file,
        Err(error) => return keep(app, answers, form_key, &error).await,
    };
    if new.upload.is_some() && file.is_empty() {
        let faults = vec![Fault {
            field: "file",
            code: "upload-gone",
            about: String::new(),
        }];
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let answers = Answers {
            upload: String::new(),
            ..answers
        };
        return render(app, status, answers, form_key, faults, String::new()).await;
    }
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
            .map(|country| country.name.to_owned())
            .unwrap_or_default(),
        language: new
            .language
            .map(language::name)
            .unwrap_or_default()
            .to_owned(),
        day: new
            .met_on
            .map(|day| super::show::day(&day.to_string()))
            .unwrap_or_default(),
        file,
        answers,
        form_key,
    };
    Ok(respond(StatusCode::OK, &page))
}

/// The name and size of the file that was sent with these answers.
async fn file(app: &App, answers: &Answers) -> db::Result<String> {
    if answers.upload.is_empty() {
        return Ok(String::new());
    }
    let upload = db::upload::loose(&app.db, &answers.upload).await?;
    Ok(upload.map_or(String::new(), |upload| {
        super::show::file(&upload.file_name, upload.size)
    }))
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

async fn render(
    app: &App,
    status: StatusCode,
    answers: Answers,
    form_key: String,
    faults: Vec<Fault>,
    trouble: String,
) -> Result<Response, Error> {
    // Where the database is away the form still comes back, with the one group that was chosen.
    let roster = match db::group::roster(&app.db).await {
        Ok(roster) => roster,
        Err(error) if answers == Answers::default() => return Err(error.into()),
        Err(_) => Vec::new(),
    };
    let missing = !answers.group.is_empty() && roster.is_empty();
    let missing = missing.then(|| (answers.group.clone(), answers.group.clone()));
    let groups = roster.into_iter().map(|group| {
        let place = super::show::place(&group.city, group.country.as_deref());
        (
            group.slug,
            if place.is_empty() {
                group.name
            } else {
                format!("{} · {place}", group.name)
            },
        )
    });
    let file = file(app, &answers).await.unwrap_or_default();
    let page = FormPage {
        file,
        most_mib: app.config.upload_mib,
        p: if status == StatusCode::OK {
            Page::new(app, app.text.t("submit-title"), "/submit")
        } else {
            Page::new(app, app.text.t("submit-title"), "").faulty()
        },
        groups: groups.chain(missing).collect(),
        countries: country::all(),
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
