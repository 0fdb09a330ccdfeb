//! Every route with the rule of who may use it.

use super::{
    api, correction, crawlers, decision, desk, documents, doubles, embed, entries, feeds, files,
    groups, home, imports, links, machine, manifest, merge, missing, near, notice, notices, part,
    person, reading, removal, review, roster, search, session, sitemap, source, sources,
    submissions, submit, uploads,
};
use crate::app::App;
use axum::routing::{MethodRouter, get, patch, post};

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Whoever holds the private link.
    Token,
    /// Editors with a session; unsafe methods also need the session's form token.
    Editor,
}

/// A path, its rule and its handlers.
pub struct Route {
    pub path: &'static str,
    pub access: Access,
    pub methods: MethodRouter<App>,
    /// Whether its forms carry files, which are larger and slower than words.
    pub takes_files: bool,
}

/// The routes.
pub fn table() -> Vec<Route> {
    use Access::{Editor, Public, Token};
    let route = |path, access, methods| Route {
        path,
        access,
        methods,
        takes_files: false,
    };
    let with_files = |path, access, methods| Route {
        takes_files: true,
        ..route(path, access, methods)
    };
    vec![
        route("/", Public, get(home::home)),
        route("/groups", Public, get(groups::groups)),
        route(
            "/groups/new",
            Public,
            get(missing::form).post(missing::tell),
        ),
        route("/groups/{slug}", Public, get(groups::group)),
        route(
            "/groups/{slug}/correction",
            Public,
            get(correction::form).post(correction::tell),
        ),
        route(
            "/entries/{slug}/removal",
            Public,
            get(removal::form).post(removal::tell),
        ),
        route("/notices/{token}", Token, get(notices::status)),
        route("/entries/{slug}", Public, get(entries::entry)),
        route("/search", Public, get(search::search)),
        route("/opensearch.xml", Public, get(search::description)),
        with_files("/submit", Public, get(submit::form).post(submit::step)),
        with_files(
            "/submissions/{token}/files",
            Token,
            post(submissions::add_file),
        ),
        route(
            "/uploads",
            Public,
            post(uploads::create).options(uploads::options),
        ),
        with_files(
            "/uploads/{token}",
            Token,
            patch(uploads::patch)
                .head(uploads::head)
                .post(uploads::overridden)
                .delete(uploads::stop),
        ),
        route("/submissions/{token}", Token, get(submissions::status)),
        route(
            "/submissions/{token}/attempts",
            Token,
            post(submissions::try_again),
        ),
        route(
            "/submissions/{token}/voices/{medium}/withdrawal",
            Token,
            post(submissions::take_back),
        ),
        route(
            "/desk/sign-in",
            Token,
            get(session::form).post(session::ask),
        ),
        route("/desk/session", Token, post(session::start)),
        route("/desk/session/end", Editor, post(session::end)),
        route("/desk", Editor, get(desk::index)),
        route("/desk/submissions/{id}", Editor, get(review::show)),
        route("/desk/submissions/{id}/draft", Editor, post(review::save)),
        route(
            "/desk/submissions/{id}/decision",
            Editor,
            post(review::decide),
        ),
        route(
            "/desk/submissions/{id}/withdrawal",
            Editor,
            post(review::withdraw),
        ),
        route(
            "/desk/submissions/{id}/voices/{medium}/withdrawal",
            Editor,
            post(review::take_back),
        ),
        route(
            "/desk/submissions/{id}/attempts",
            Editor,
            post(desk::try_again),
        ),
        route(
            "/desk/submissions/{id}/proposals",
            Editor,
            post(source::take),
        ),
        route(
            "/desk/submissions/{id}/doubles",
            Editor,
            post(doubles::judge),
        ),
        route(
            "/desk/sources",
            Editor,
            get(sources::index).post(sources::add),
        ),
        route("/desk/notices/{id}", Editor, get(notice::show)),
        route(
            "/desk/notices/{id}/decision",
            Editor,
            post(decision::decide),
        ),
        route("/desk/groups", Editor, get(roster::index)),
        route(
            "/desk/groups/{id}",
            Editor,
            get(roster::show).post(roster::change),
        ),
        route("/desk/groups/{id}/life", Editor, post(roster::set_life)),
        route(
            "/desk/groups/{id}/merge",
            Editor,
            get(merge::ask).post(merge::confirm),
        ),
        route("/desk/sources/{id}", Editor, get(source::show)),
        route(
            "/desk/sources/{id}/subscription",
            Editor,
            post(source::subscribe),
        ),
        route("/desk/sources/{id}/trust", Editor, post(source::trust)),
        route("/desk/sources/{id}/items", Editor, post(source::take_items)),
        route("/desk/sources/{id}/leave", Editor, post(source::set_leave)),
        route("/desk/items/{id}/edit", Editor, post(source::edit_item)),
        route("/desk/links/{id}/looks", Editor, post(links::look)),
        route("/desk/links/{id}/note", Editor, post(links::note)),
        route("/desk/links/{id}/address", Editor, post(links::follow)),
        route("/desk/imports", Editor, get(imports::index)),
        route("/desk/imports/{id}", Editor, get(imports::show)),
        route("/desk/imports/{id}/rows", Editor, post(imports::take)),
        route("/desk/tasks/{id}/attempts", Editor, post(desk::revive)),
        route("/showcase.xml", Public, get(documents::whole)),
        route("/showcase.atom", Public, get(documents::whole)),
        route("/showcase.json", Public, get(documents::whole)),
        route("/podcast.xml", Public, get(documents::whole)),
        route("/archive/{number}/{file}", Public, get(documents::archive)),
        route("/groups/{slug}/{file}", Public, get(documents::of_group)),
        route(
            "/groups/{slug}/archive/{number}/{file}",
            Public,
            get(documents::archive_of_group),
        ),
        route("/countries/{cc}/{file}", Public, get(documents::of_country)),
        route(
            "/countries/{cc}/archive/{number}/{file}",
            Public,
            get(documents::archive_of_country),
        ),
        route(
            "/languages/{lang}/{file}",
            Public,
            get(documents::of_language),
        ),
        route(
            "/languages/{lang}/archive/{number}/{file}",
            Public,
            get(documents::archive_of_language),
        ),
        route("/countries", Public, get(part::countries)),
        route("/countries/{cc}", Public, get(part::country)),
        route("/languages", Public, get(part::languages)),
        route("/languages/{lang}", Public, get(part::in_language)),
        route("/people/{slug}", Public, get(person::person)),
        route("/near", Public, get(near::near)),
        route("/feeds", Public, get(feeds::feeds)),
        route("/feeds/check", Public, get(feeds::form).post(feeds::check)),
        route("/about", Public, get(reading::about)),
        route("/privacy", Public, get(reading::privacy)),
        route("/organizers", Public, get(reading::organizers)),
        route("/publisher.xml", Public, get(documents::publisher)),
        route("/feeds.opml", Public, get(documents::feeds_opml)),
        route("/roster.opml", Public, get(documents::roster_opml)),
        route("/media/{name}", Public, get(files::media)),
        route("/artwork/{name}", Public, get(files::artwork)),
        route("/assets/{name}", Public, get(files::asset)),
        route("/favicon.ico", Public, get(files::favicon)),
        route("/robots.txt", Public, get(crawlers::robots)),
        route("/.well-known/security.txt", Public, get(crawlers::security)),
        route("/sitemap.xml", Public, get(sitemap::index)),
        route("/sitemap/{file}", Public, get(sitemap::document)),
        route("/manifest.webmanifest", Public, get(manifest::manifest)),
        route("/icons/{name}", Public, get(manifest::icon_file)),
        route("/embed/{slug}", Public, get(embed::entry)),
        route("/embed/groups/{slug}", Public, get(embed::group)),
        route("/oembed", Public, get(embed::oembed::answer)),
        route("/healthz", Public, get(machine::healthz)),
        route("/readyz", Public, get(machine::readyz)),
        route("/metrics", Public, get(machine::metrics)),
        route("/api/v1/submissions", Public, post(api::create)),
        route("/api/v1/submissions/{token}", Token, get(api::show)),
        route("/api/openapi.json", Public, get(machine::openapi)),
    ]
}
