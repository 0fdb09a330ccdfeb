//! A group of which something is wrong, or that is gone: anybody says so, an editor mends it.

use super::documents::moved;
use super::error::Error;
use super::filled::Filled;
use super::language::Reader;
use super::network::Network;
use super::page::{Page, pages};
use super::telling::{Telling, answer};
use crate::app::App;
use crate::db;
use crate::model::answers::Fault;
use crate::model::notice::{Kind, Matter};
use crate::notice::teller::Needs;
use crate::notice::{self, About, Teller};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

#[derive(Template)]
#[template(path = "correction.html")]
struct CorrectionPage {
    p: Page,
    form: Telling,
    slug: String,
    name: String,
    /// What was chosen, by its word.
    matter: String,
    promise: u32,
}

pages!(CorrectionPage);

impl CorrectionPage {
    fn wrong(&self, field: &str) -> String {
        self.form.wrong(&self.p, field)
    }

    fn matters(&self) -> &'static [Matter] {
        Kind::GroupWrong.matters()
    }
}

/// `GET /groups/{slug}/correction`
pub async fn form(Reader(app): Reader, Path(slug): Path<String>) -> Result<Response, Error> {
    let group = db::group::by_slug(&app.db, &slug).await?;
    let group = group.ok_or(Error::NotFound)?;
    if group.slug != slug {
        return Ok(moved(&format!("/groups/{}/correction", group.slug)));
    }
    Ok(render(
        &app,
        Telling::blank(&app),
        (slug, group.name),
        String::new(),
    ))
}

/// `POST /groups/{slug}/correction`
pub async fn tell(
    Reader(app): Reader,
    Path(slug): Path<String>,
    network: Network,
    filled: Filled,
) -> Result<Response, Error> {
    let mut form = Telling::read(&app, &filled.fields);
    let chosen = filled.fields.get("matter").cloned().unwrap_or_default();
    let matter = Kind::GroupWrong.matter(&chosen);
    let needs = Needs {
        words: (matter != Some(Matter::Gone)).then_some("notice-words-missing"),
        name: false,
    };
    if matter.is_none() {
        form.faults.push(Fault {
            field: "matter",
            code: "matter-missing",
            about: String::new(),
        });
    }
    let teller = Teller::check(&form.teller, needs, &mut form.faults);
    let group = match db::group::by_slug(&app.db, &slug).await {
        Ok(group) => group.ok_or(Error::NotFound)?,
        Err(error) => {
            form.keep(&app, &error);
            return Ok(render(&app, form, (slug.clone(), slug), chosen));
        }
    };
    let named = (group.slug.clone(), group.name.clone());
    let (Some(matter), true) = (matter, form.faults.is_empty()) else {
        return Ok(render(&app, form, named, chosen));
    };
    let (about, network) = (About::Group(&group, matter), network.0.as_deref());
    let received = notice::receive(&app, about, &teller, &form.form_key, network).await;
    let onward = form.sent(&app, received)?;
    Ok(onward.unwrap_or_else(|| render(&app, form, named, chosen)))
}

fn render(app: &App, form: Telling, (slug, name): (String, String), matter: String) -> Response {
    let title = app
        .text
        .with("correction-title", &[("group", name.as_str().into())]);
    let page = CorrectionPage {
        p: form.page(app, &title, format!("/groups/{slug}/correction")),
        promise: app.config.showcase.promise_days,
        form,
        slug,
        name,
        matter,
    };
    answer(page.form.status(), &page)
}
