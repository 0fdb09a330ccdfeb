//! A group that is missing: anybody names it, an editor adds it.

use super::error::Error;
use super::filled::Filled;
use super::language::Reader;
use super::network::Network;
use super::page::{Page, pages};
use super::show;
use super::telling::{Telling, answer};
use crate::app::App;
use crate::model::language;
use crate::notice::teller::Needs;
use crate::notice::{self, About, Teller};
use crate::roster::answers::Answers;
use crate::roster::{self, Standing};
use crate::text::Country;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "missing.html")]
struct MissingPage {
    p: Page,
    form: Telling,
    answers: Answers,
    /// Groups of the roster that may be the same.
    alike: Vec<Alike>,
    countries: Vec<Country>,
    languages: Vec<(&'static str, &'static str)>,
    promise: u32,
}

/// A group that may be the one that is meant.
pub struct Alike {
    pub slug: String,
    pub name: String,
    pub place: String,
    pub hue: i64,
    pub life: &'static str,
    pub says: String,
}

pages!(MissingPage);

impl MissingPage {
    fn wrong(&self, field: &str) -> String {
        self.form.wrong(&self.p, field)
    }
}

impl Alike {
    /// As lists show it.
    pub fn new(app: &App, standing: Standing) -> Alike {
        Alike {
            says: show::heard(app, &standing),
            life: standing.life.as_str(),
            hue: standing.group.hue,
            place: app
                .text
                .place(&standing.group.city, standing.group.country.as_deref()),
            slug: standing.group.slug,
            name: standing.group.name,
        }
    }
}

/// `GET /groups/new`, with `?name=` for what somebody looked for.
pub async fn form(Reader(app): Reader, Query(query): Query<HashMap<String, String>>) -> Response {
    let answers = Answers {
        group_name: query.get("name").cloned().unwrap_or_default(),
        ..Answers::default()
    };
    render(&app, Telling::blank(&app), answers, Vec::new())
}

/// `POST /groups/new`: shows what may be the same first; `step` `send` says that it is none of them.
pub async fn tell(
    Reader(app): Reader,
    network: Network,
    filled: Filled,
) -> Result<Response, Error> {
    let mut form = Telling::read(&app, &filled.fields);
    let answers = Answers::read(&filled.fields);
    let said = answers.check();
    let needs = Needs {
        words: None,
        name: true,
    };
    form.faults = said.as_ref().err().cloned().unwrap_or_default();
    let teller = Teller::check(&form.teller, needs, &mut form.faults);
    let Ok(said) = said else {
        return Ok(render(&app, form, answers, Vec::new()));
    };
    if !form.faults.is_empty() {
        return Ok(render(&app, form, answers, Vec::new()));
    }
    if filled.fields.get("step").map(String::as_str) != Some("send") {
        match roster::alike(&app, &said.named, said.details.website.as_deref()).await {
            Ok(alike) if alike.is_empty() => {}
            Ok(alike) => return Ok(render(&app, form, answers, alike)),
            Err(error) => {
                form.keep(&app, &error);
                return Ok(render(&app, form, answers, Vec::new()));
            }
        }
    }
    let (about, network) = (About::Missing(&said), network.0.as_deref());
    let received = notice::receive(&app, about, &teller, &form.form_key, network).await;
    let onward = form.sent(&app, received)?;
    Ok(onward.unwrap_or_else(|| render(&app, form, answers, Vec::new())))
}

fn render(app: &App, form: Telling, answers: Answers, alike: Vec<Standing>) -> Response {
    let title = app.text.t("missing-title");
    let page = MissingPage {
        p: form.page(app, &title, "/groups/new".into()),
        alike: alike
            .into_iter()
            .map(|standing| Alike::new(app, standing))
            .collect(),
        countries: app.text.countries(),
        languages: language::OFFERED.to_vec(),
        promise: app.config.showcase.promise_days,
        answers,
        form,
    };
    answer(page.form.status(), &page)
}
