//! Sources: what they hold, what an editor takes of it, an owner's word; and those that we ask again and again.

use crate::app::App;
use crate::db;
use crate::db::listing::{Changed, changed};
use crate::decision::Error;
use crate::model::answers::{Fault, one_line};
use crate::model::group::Group;
use crate::model::source::{Leave, Source, Terms};
use crate::model::{SourceId, TrustId, country, language};
use crate::pipeline;
use jobs::licence::Licence;
use jobs::link;
use jobs::provider;
use url::Url;

pub mod edit;
pub mod item;
pub mod poll;
pub mod schedule;
pub mod taking;

/// The shortest time between two looks at one source.
const SHORTEST_MS: i64 = 15 * 60 * 1000;
/// The longest.
const LONGEST_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// Between two looks, where nobody said otherwise.
pub const INTERVAL_MS: i64 = 6 * 60 * 60 * 1000;
/// How long a trust holds: whoever still trusts says so again.
const TRUST_MS: i64 = 365 * 24 * 60 * 60 * 1000;

/// Subscribes to the source at a link, whatever it turns out to be when it is asked.
///
/// # Errors
/// `Faults` where the link or the terms cannot be; `opted-out` where its owner said no.
pub async fn add(
    app: &App,
    typed: &str,
    title: &str,
    terms: &Terms,
    editor: &str,
) -> Result<Source, Error> {
    let link = link::parse(typed).map_err(|why| fault("source", why.code.as_str(), &why.detail))?;
    if link.is_one() {
        return Err(fault("source", "source-single", typed));
    }
    let told = provider::Source {
        provider: link.provider().as_str().to_owned(),
        address: link.canonical(),
        title: link.canonical(),
        ..provider::Source::default()
    };
    let known = db::source::by_address(&app.db, &told.address).await?;
    let source = match known {
        Some(known) => known,
        None => {
            let id = SourceId::mint(&app.clock, &app.random);
            let mut tx = app.db.begin().await?;
            let source = db::source::find_or_make(&mut tx, id, &told, app.now()).await?;
            tx.commit().await?;
            source
        }
    };
    subscribe(app, &source, title, terms, editor).await?;
    let now = db::source::by_id(&app.db, &source.id).await?;
    Ok(now.unwrap_or(source))
}

/// Begins a subscription to a known source, or changes its terms.
///
/// # Errors
/// As [`add`].
pub async fn subscribe(
    app: &App,
    source: &Source,
    title: &str,
    terms: &Terms,
    editor: &str,
) -> Result<(), Error> {
    if source.leave == Some(Leave::No) {
        return Err(fault("source", "opted-out", &source.title));
    }
    let terms = check(terms)?;
    let title = one_line(title);
    let source = Source {
        title: if title.is_empty() {
            source.title.clone()
        } else {
            title
        },
        ..source.clone()
    };
    let host = host(&source.address);
    let mut tx = app.db.begin().await?;
    db::polling::subscribe(&mut tx, &source, &host, &terms, editor, app.now()).await?;
    pipeline::note(app, &mut tx, source.id.as_str(), editor, "subscribed", None).await?;
    tx.commit().await?;
    app.sources_bell.ring();
    tracing::info!(source = %source.id, host, "subscribed");
    Ok(())
}

/// Ends a subscription; what it brought stays.
///
/// # Errors
/// What the database says.
pub async fn end(app: &App, source: &Source, editor: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    db::polling::end(&mut tx, &source.id, None, app.now()).await?;
    db::trust::revoke(&mut tx, &source.id, editor, app.now()).await?;
    pipeline::note(app, &mut tx, source.id.as_str(), editor, "ended", None).await?;
    Ok(tx.commit().await?)
}

/// Has a source asked as soon as its server may be.
///
/// # Errors
/// What the database says.
pub async fn ask_now(app: &App, source: &Source) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    db::polling::set_next(&mut tx, &source.id, app.now()).await?;
    tx.commit().await?;
    app.sources_bell.ring();
    Ok(())
}

/// Records that this editor trusts a source for a year: what it brings is published without waiting for an editor, as
/// far as its words are its own to give. A provider's words are confirmed all the same.
///
/// # Errors
/// `Faults` where it is not subscribed to, or its words are a provider's.
pub async fn grant(app: &App, source: &Source, editor: &str) -> Result<(), Error> {
    if !source.is_polled() {
        return Err(fault("trust", "trust-unsubscribed", &source.title));
    }
    if source.words_expire() {
        return Err(fault("trust", "trust-words", &source.title));
    }
    let (id, now) = (TrustId::mint(&app.clock, &app.random), app.now());
    let mut tx = app.db.begin().await?;
    db::trust::revoke(&mut tx, &source.id, editor, now).await?;
    db::trust::grant(&mut tx, &id, &source.id, editor, now, now + TRUST_MS).await?;
    pipeline::note(app, &mut tx, source.id.as_str(), editor, "trusted", None).await?;
    Ok(tx.commit().await?)
}

/// Takes the trust in a source back; what was published under it stays.
///
/// # Errors
/// What the database says.
pub async fn revoke(app: &App, source: &Source, editor: &str) -> Result<(), Error> {
    let mut tx = app.db.begin().await?;
    db::trust::revoke(&mut tx, &source.id, editor, app.now()).await?;
    pipeline::note(app, &mut tx, source.id.as_str(), editor, "distrusted", None).await?;
    Ok(tx.commit().await?)
}

/// Notes what a source's owner says. A no takes all of it off the public face, for good, and ends its subscription.
///
/// # Errors
/// `Faults` where nobody is named who said it.
pub async fn set_leave(
    app: &App,
    source: &Source,
    leave: Leave,
    said_by: &str,
    editor: &str,
) -> Result<u64, Error> {
    let said_by = one_line(said_by);
    if said_by.is_empty() {
        return Err(fault("leave_by", "leave-unsaid", ""));
    }
    let now = app.now();
    let mut tx = app.db.begin().await?;
    db::source::set_leave(&mut tx, &source.id, leave, &said_by, editor, now).await?;
    let withdrawn = match leave {
        Leave::No => {
            db::polling::end(&mut tx, &source.id, None, now).await?;
            db::trust::revoke(&mut tx, &source.id, editor, now).await?;
            db::source::withdraw(&mut tx, &source.id, now).await?
        }
        Leave::Yes => 0,
    };
    // A yes lets episodes into the podcast, a no takes entries out of everything.
    changed(&mut tx, Changed::Source(&source.id), now).await?;
    let (change, about) = (format!("leave_{}", leave.as_str()), Some(said_by.as_str()));
    pipeline::note(app, &mut tx, source.id.as_str(), editor, &change, about).await?;
    tx.commit().await?;
    tracing::info!(source = %source.id, leave = leave.as_str(), withdrawn, "an owner's word was noted");
    Ok(withdrawn)
}

/// The group whose source it is.
///
/// # Errors
/// What the database says.
pub async fn group_of(app: &App, source: &Source) -> db::Result<Option<Group>> {
    match &source.terms.group_id {
        Some(id) => db::group::by_id(&app.db, id).await,
        None => Ok(None),
    }
}

/// The server that a source's address is asked at.
pub fn host(address: &str) -> String {
    Url::parse(address).map_or_else(|_| address.to_owned(), |url| jobs::fetch::host(&url))
}

fn check(terms: &Terms) -> Result<Terms, Error> {
    let mut faults = Vec::new();
    let mut fault = |field, code, about: &str| {
        faults.push(Fault {
            field,
            code,
            about: about.to_owned(),
        });
    };
    let filled = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let (tag, code) = (filled(&terms.language), filled(&terms.country));
    let licence = filled(&terms.licence);
    if let Some(tag) = tag.as_deref().filter(|tag| language::find(tag).is_none()) {
        fault("language", "language-unknown", tag);
    }
    if let Some(code) = code
        .as_deref()
        .filter(|code| country::find(&code.to_uppercase()).is_none())
    {
        fault("country", "country-unknown", code);
    }
    if let Some(name) = licence
        .as_deref()
        .filter(|name| Licence::from_text(name).is_none())
    {
        fault("licence", "licence-missing", name);
    }
    let interval_ms = match terms.interval_ms {
        0 => INTERVAL_MS,
        ms if (SHORTEST_MS..=LONGEST_MS).contains(&ms) => ms,
        _ => {
            fault("interval", "interval-odd", "");
            INTERVAL_MS
        }
    };
    if !faults.is_empty() {
        return Err(Error::Faults(faults));
    }
    let words = terms.words.lines().map(one_line);
    Ok(Terms {
        group_id: terms.group_id.clone(),
        language: tag,
        country: code.map(|code| code.to_uppercase()),
        licence,
        words: words
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        interval_ms,
    })
}

fn fault(field: &'static str, code: &'static str, about: &str) -> Error {
    Error::Faults(vec![Fault {
        field,
        code,
        about: about.to_owned(),
    }])
}
