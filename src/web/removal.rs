//! “Is this you?”: whoever is in an entry asks for its removal, or for their name's.

use super::documents::moved;
use super::entries::gone;
use super::error::Error;
use super::filled::Filled;
use super::language::Reader;
use super::network::Network;
use super::page::{Page, pages};
use super::show;
use super::telling::{Telling, answer};
use crate::app::App;
use crate::config::Removal;
use crate::db;
use crate::db::notice::Subject;
use crate::model::answers::Fault;
use crate::model::notice::{Kind, Matter};
use crate::notice::teller::Needs;
use crate::notice::{self, About, Teller, removal};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

#[derive(Template)]
#[template(path = "removal.html")]
struct RemovalPage {
    p: Page,
    form: Telling,
    entry: Named,
    direction: &'static str,
    /// What was chosen, by its word.
    matter: String,
    /// Whether an entry goes at once.
    hides: bool,
    promise: u32,
}

/// The entry as its form names it.
struct Named {
    slug: String,
    title: String,
    language: Option<String>,
}

pages!(RemovalPage);

impl RemovalPage {
    fn wrong(&self, field: &str) -> String {
        self.form.wrong(&self.p, field)
    }

    fn matters(&self) -> &'static [Matter] {
        Kind::Removal.matters()
    }
}

/// `GET /entries/{slug}/removal`
pub async fn form(Reader(app): Reader, Path(slug): Path<String>) -> Result<Response, Error> {
    let Some(subject) = find(&app, &slug).await? else {
        return gone(&app, &slug).await;
    };
    if subject.slug != slug {
        return Ok(moved(&format!("/entries/{}/removal", subject.slug)));
    }
    Ok(render(
        &app,
        Telling::blank(&app),
        named(&subject),
        String::new(),
    ))
}

/// `POST /entries/{slug}/removal`
pub async fn tell(
    Reader(app): Reader,
    Path(slug): Path<String>,
    network: Network,
    filled: Filled,
) -> Result<Response, Error> {
    let mut form = Telling::read(&app, &filled.fields);
    let chosen = filled.fields.get("matter").cloned().unwrap_or_default();
    let matter = Kind::Removal.matter(&chosen);
    if matter.is_none() {
        form.faults.push(Fault {
            field: "matter",
            code: "matter-missing",
            about: String::new(),
        });
    }
    let needs = Needs {
        words: Some("removal-words-missing"),
        name: true,
    };
    let teller = Teller::check(&form.teller, needs, &mut form.faults);
    let subject = match find(&app, &slug).await {
        Ok(Some(subject)) => subject,
        // The same form twice: what it asked for may have happened at once.
        Ok(None) => match db::notice::by_form_key(&app.db, &form.form_key).await? {
            Some(notice) => {
                let onward = form.sent(&app, Ok(notice))?;
                return onward.ok_or(Error::Form);
            }
            None => return gone(&app, &slug).await,
        },
        Err(error) => {
            form.keep(&app, &error);
            let unknown = Named {
                title: slug.clone(),
                slug,
                language: None,
            };
            return Ok(render(&app, form, unknown, chosen));
        }
    };
    let (Some(matter), true) = (matter, form.faults.is_empty()) else {
        return Ok(render(&app, form, named(&subject), chosen));
    };
    let (about, network) = (About::Entry(&subject, matter), network.0.as_deref());
    let received = notice::receive(&app, about, &teller, &form.form_key, network).await;
    let onward = form.sent(&app, received)?;
    Ok(onward.unwrap_or_else(|| render(&app, form, named(&subject), chosen)))
}

/// The entry under this slug, or its tombstone that still names it; nothing where all of it is off for somebody's sake.
async fn find(app: &App, slug: &str) -> db::Result<Option<Subject>> {
    let subject = db::notice::entry_at(&app.db, slug).await?;
    let Some(subject) = subject.filter(|it| it.withdrawn_by.as_deref() != Some(removal::BY)) else {
        return Ok(None);
    };
    let is_named =
        subject.withdrawn_at.is_none() || db::watch::tombstone(&app.db, slug).await?.is_some();
    Ok(Some(subject).filter(|_| is_named))
}

fn named(subject: &Subject) -> Named {
    Named {
        slug: subject.slug.clone(),
        title: subject.title.clone(),
        language: subject.language.clone(),
    }
}

fn render(app: &App, form: Telling, entry: Named, matter: String) -> Response {
    let title = app.text.t("removal-title");
    let page = RemovalPage {
        // A name may stand in its title: not for search engines.
        p: form
            .page(app, &title, format!("/entries/{}/removal", entry.slug))
            .private(),
        direction: show::direction(entry.language.as_deref()),
        entry,
        hides: app.config.removal == Removal::Hide,
        promise: app.config.showcase.promise_days,
        form,
        matter,
    };
    answer(page.form.status(), &page)
}
