//! For whoever runs it: health, readiness, metrics, and a description of the routes.

use super::api;
use super::error::Error;
use crate::app::App;
use crate::db;
use crate::model::submission::State as Stands;
use crate::model::watch;
use crate::quota::Purpose;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use jobs::link::Provider;
use serde_json::{Value, json};
use utoipa::OpenApi;
use utoipa::openapi::path::{
    HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn, PathItem,
};
use utoipa::openapi::schema::Type;
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, ObjectBuilder, OpenApiBuilder, PathsBuilder, Required,
    ResponseBuilder,
};

/// `/healthz`: the process answers.
pub async fn healthz() -> Json<Value> {
    Json(json!({"status": "ok"}))
}

/// `/readyz`: what it stands on answers too; else 503 with reasons.
pub async fn readyz(State(app): State<App>) -> Response {
    let database = db::entry::publication(&app.db)
        .await
        .map(|_| "ok".to_owned())
        .map_err(|error| error.code().to_owned());
    let store = app
        .store
        .put(b"ready".to_vec(), "txt")
        .await
        .map(|_| "ok".to_owned())
        .map_err(|error| {
            tracing::error!(%error, "the media folder cannot be written to");
            "the media folder cannot be written to".to_owned()
        });
    let sandbox = match jobs::media::sandbox_available() {
        Err(missing) if app.config.require_sandbox => Err(missing),
        Ok(found) | Err(found) => Ok(found),
    };
    let parts = [
        ("database", database),
        ("store", store),
        ("sandbox", sandbox),
    ];
    let ready = parts.iter().all(|(_, part)| part.is_ok());
    let mut body = json!({"status": if ready { "ready" } else { "not ready" }});
    for (name, part) in parts {
        body[name] = Value::from(part.unwrap_or_else(|problem| problem));
    }
    (
        if ready {
            StatusCode::OK
        } else {
            StatusCode::SERVICE_UNAVAILABLE
        },
        Json(body),
    )
        .into_response()
}

/// `/metrics`, in Prometheus' text format.
pub async fn metrics(State(app): State<App>) -> Result<Response, Error> {
    let (open, due, dead) = db::task::depth(&app.db, app.now()).await?;
    for (name, value) in [
        ("pugcast_tasks_open", open),
        ("pugcast_tasks_due", due),
        ("pugcast_tasks_dead", dead),
    ] {
        metrics::gauge!(name).set(value as f64);
    }
    let (subscribed, broken, due) = db::polling::depth(&app.db, app.now()).await?;
    for (name, value) in [
        ("pugcast_sources", subscribed),
        ("pugcast_sources_broken", broken),
        ("pugcast_sources_due", due),
    ] {
        metrics::gauge!(name).set(value as f64);
    }
    let quota = app.count(Purpose::Submissions);
    for provider in [Provider::YouTube, Provider::Flickr] {
        if let Some((used, most)) = quota.used(provider).await? {
            metrics::gauge!("pugcast_quota_left", "provider" => provider.as_str())
                .set((most - used).max(0) as f64);
        }
    }
    let counts = db::submission::counts(&app.db).await?;
    // A state that the last one left is said to be empty, too.
    for state in Stands::ALL {
        let count = counts.iter().find(|(counted, _)| counted == state);
        let count = count.map_or(0, |(_, count)| *count);
        metrics::gauge!("pugcast_submissions", "state" => state.as_str()).set(count as f64);
    }
    let links = db::watch::counts(&app.db).await?;
    for state in watch::State::ALL {
        let count = links.iter().find(|(counted, _)| counted == state);
        let count = count.map_or(0, |(_, count)| *count);
        metrics::gauge!("pugcast_links", "state" => state.word()).set(count as f64);
    }
    app.metrics.run_upkeep();
    Ok((
        [(
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        )],
        app.metrics.render(),
    )
        .into_response())
}

/// `/api/openapi.json`: OpenAPI 3.1 for what can be read and sent without an account.
pub async fn openapi(State(app): State<App>) -> Result<Response, Error> {
    let mut document =
        serde_json::to_value(describe(&app)).map_err(|error| Error::Internal(error.to_string()))?;
    let roster = db::group::roster(&app.db).await?;
    let groups: Vec<String> = roster.into_iter().map(|group| group.slug).collect();
    api::describe::add(&app, &groups, &mut document);
    Ok(Json(document).into_response())
}

/// Path, one line on it, what it answers with, whether it can be not found. The form at
/// `/submit` is for people: it takes any text, and no schema could tell good from bad.
const DESCRIBED: &[(&str, &str, &str, bool)] = &[
    ("/", "The newest entries", "text/html", false),
    ("/groups", "The roster of groups", "text/html", false),
    (
        "/groups/{slug}",
        "A group and its entries",
        "text/html",
        true,
    ),
    ("/entries/{slug}", "An entry", "text/html", true),
    (
        "/showcase.xml",
        "The newest hundred entries as RSS 2.0 with Media RSS",
        "application/rss+xml",
        false,
    ),
    (
        "/podcast.xml",
        "The newest hundred entries that podcast clients can play (PSP-1)",
        "application/rss+xml",
        false,
    ),
    (
        "/embed/{slug}",
        "An entry, to be shown in a frame on another site",
        "text/html",
        true,
    ),
    (
        "/embed/groups/{slug}",
        "A group's newest three entries, to be shown in a frame on another site",
        "text/html",
        true,
    ),
    (
        "/sitemap.xml",
        "The index of the sitemaps",
        "application/xml",
        false,
    ),
    (
        "/manifest.webmanifest",
        "How a phone keeps the showcase among its apps, and shares with it",
        "application/manifest+json",
        false,
    ),
    (
        "/.well-known/security.txt",
        "Who hears of a weakness (RFC 9116)",
        "text/plain",
        false,
    ),
    (
        "/robots.txt",
        "What search engines may look at",
        "text/plain",
        false,
    ),
    ("/healthz", "The process answers", "application/json", false),
    (
        "/readyz",
        "Database, store and sandbox are ready",
        "application/json",
        false,
    ),
    (
        "/metrics",
        "Counters in Prometheus' text format",
        "text/plain",
        false,
    ),
    (
        "/api/openapi.json",
        "This document",
        "application/json",
        false,
    ),
];

/// The base that the described routes are added to.
#[derive(OpenApi)]
#[openapi()]
struct Base;

fn describe(app: &App) -> utoipa::openapi::OpenApi {
    let text = || ObjectBuilder::new().schema_type(Type::String).build();
    let mut paths = PathsBuilder::new();
    for (path, summary, kind, can_miss) in DESCRIBED {
        let content = |kind: &str| {
            // What is JSON is an object; everything else a text.
            let object = ObjectBuilder::new().schema_type(Type::Object).build();
            ContentBuilder::new()
                .schema(Some(if kind.contains("json") {
                    object
                } else {
                    text()
                }))
                .build()
        };
        let answer = |summary: &str, kind: &str| {
            ResponseBuilder::new()
                .description(summary)
                .content(kind, content(kind))
                .build()
        };
        let refusal = |summary: &str| {
            ResponseBuilder::new()
                .description(summary)
                .content("text/html", content("text/html"))
                .content(
                    "application/problem+json",
                    content("application/problem+json"),
                )
                .build()
        };
        let mut operation = OperationBuilder::new()
            .summary(Some(*summary))
            .response("200", answer(summary, kind))
            .response(
                "503",
                if *path == "/readyz" {
                    answer("Not ready, with reasons", kind)
                } else {
                    refusal("Out of order for now")
                },
            );
        if *can_miss {
            let slug = ParameterBuilder::new()
                .name("slug")
                .parameter_in(ParameterIn::Path)
                .required(Required::True)
                .schema(Some(text()));
            operation = operation
                .parameter(slug.build())
                .response(
                    "308",
                    ResponseBuilder::new()
                        .description("It has another address now")
                        .build(),
                )
                .response("400", refusal("No address of ours"))
                .response("404", refusal("There is none"));
        }
        if *kind == "application/rss+xml" {
            operation = operation.response(
                "304",
                ResponseBuilder::new().description("Unchanged").build(),
            );
        }
        paths = paths.path(*path, PathItem::new(HttpMethod::Get, operation.build()));
    }
    let info = InfoBuilder::new()
        .title(app.config.showcase.name.clone())
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(app.config.showcase.description.clone()));
    let base: OpenApiBuilder = Base::openapi().into();
    base.info(info.build()).paths(paths.build()).build()
}
