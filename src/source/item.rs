//! What a source holds: kept as it was found, once for ever.

use crate::app::App;
use crate::db::medium::Origin;
use crate::db::{self, Tx};
use crate::model::answers::one_line;
use crate::model::item::{Item, bare, digest};
use crate::model::source::{Leave, Source};
use crate::model::{ItemId, MediumId, SourceId};
use jobs::Code;
use jobs::provider::{Found, Proposals, words_expire};

/// Lines kept on what could not be read.
const MOST_SKIPPED: usize = 100;

/// Keeps a source's things, and notes at the medium that brought it what it is. An owner's no is kept to.
///
/// # Errors
/// What the database says.
pub async fn keep(app: &App, tx: &mut Tx, medium: &MediumId, many: &Proposals) -> db::Result<()> {
    let id = SourceId::mint(&app.clock, &app.random);
    let source = db::source::find_or_make(tx, id, &told(many), app.now()).await?;
    if refused(tx, &source, medium).await? {
        return Ok(());
    }
    see(app, tx, &source, many, |_| false).await?;
    if let Some(lines) = skipped(many) {
        db::medium::set_skipped(tx, medium, &lines).await?;
    }
    let kind = match many.source.provider.as_str() {
        "journal" => "journal",
        "podcast" => "feed",
        _ => "list",
    };
    db::medium::set_found(tx, medium, kind, &many.source.address).await?;
    let origin = Origin {
        provider: many.source.provider.clone(),
        ..Origin::default()
    };
    db::medium::set_origin(tx, medium, &source.id, &origin).await
}

/// A source as it may be kept: a provider's name for it expires, and the editor who subscribes gives it theirs.
pub(super) fn told(many: &Proposals) -> jobs::provider::Source {
    let told = many.source.clone();
    match words_expire(&told.provider) {
        true => jobs::provider::Source {
            title: told.address.clone(),
            author: None,
            ..told
        },
        false => told,
    }
}

/// What could not be read, one a line; nothing where all could.
pub(super) fn skipped(many: &Proposals) -> Option<String> {
    let some = many.skipped.iter().take(MOST_SKIPPED);
    let more = many.skipped.len().saturating_sub(MOST_SKIPPED);
    let more = (more > 0).then(|| format!("… {more}"));
    let lines: Vec<String> = some.map(|line| one_line(line)).chain(more).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Notes what a source says of its things; of those that are new to us, which a subscription `wants`. What was taken and
/// is said otherwise since is an edit for an editor to look at, never a new thing.
///
/// # Errors
/// What the database says.
pub(super) async fn see(
    app: &App,
    tx: &mut Tx,
    source: &Source,
    many: &Proposals,
    wants: impl Fn(&Found) -> bool,
) -> db::Result<()> {
    let now = app.now();
    if many.items.iter().any(|one| one.found.origin == "oai") {
        db::source::set_archive(tx, &source.id).await?;
    }
    let known = db::item::known(tx, &source.id).await?;
    for proposed in &many.items {
        let found = &proposed.found;
        let Ok(json) = serde_json::to_string(found) else {
            continue; // strings and numbers only, which always have a form in JSON
        };
        let expires = found.words_expire();
        let item = Item {
            id: ItemId::mint(&app.clock, &app.random),
            source_id: source.id.clone(),
            guid: name(found).to_owned(),
            published_on: found.published_on.map(|day| day.to_string()),
            suggested: proposed.suggested.into(),
            wanted: wants(found).into(),
            found: json,
            keep_until: expires.then(|| now + db::fact::KEEP_MS),
            digest: digest(found),
            changed_at: None,
            gone_at: None,
            taken_as: None,
            taken_by: None,
        };
        match known.get(&item.guid) {
            None => {
                db::item::add(tx, &item, now).await?;
            }
            // What expires is kept fresh by being written again.
            Some(held)
                if held.digest == item.digest
                    && held.gone_at.is_none()
                    && !(expires && soon(held, now)) => {}
            Some(held) => {
                let changed = !held.digest.is_empty() && held.digest != item.digest;
                let changed_at = (changed && held.taken_as.is_some()).then_some(now);
                let id = held.id.clone();
                db::item::set_found(tx, &Item { id, ..item }, changed_at, now).await?;
            }
        }
    }
    Ok(())
}

/// Drops providers' words that we may not keep any longer; what it is and where stays.
///
/// # Errors
/// What the database says.
pub async fn expire(app: &App, tx: &mut Tx) -> db::Result<()> {
    for (id, found) in db::item::expired(tx, app.now(), i64::MAX).await? {
        let found: Found = serde_json::from_str(&found).unwrap_or_default();
        let kept = serde_json::to_string(&bare(&found)).unwrap_or_default();
        db::item::set_bare(tx, &id, &kept).await?;
    }
    Ok(())
}

/// Whether an item's words are gone within half of the time that we may keep them, or are gone already.
fn soon(held: &db::item::Known, now: i64) -> bool {
    held.keep_until
        .is_none_or(|until| until - now < db::fact::KEEP_MS / 2)
}

/// Notes which source one thing comes from: the one that it was taken out of, wherever that was led to since; else the
/// one that it names. False where the source's owner said no, and then the medium says so.
///
/// # Errors
/// What the database says.
pub async fn set_source(
    app: &App,
    tx: &mut Tx,
    medium: &MediumId,
    found: &Found,
) -> db::Result<bool> {
    let Some(told) = &found.source else {
        return Ok(true);
    };
    let source = match db::source::of_medium(tx, medium).await? {
        Some(source) => source,
        None => {
            let id = SourceId::mint(&app.clock, &app.random);
            db::source::find_or_make(tx, id, told, app.now()).await?
        }
    };
    if refused(tx, &source, medium).await? {
        return Ok(false);
    }
    let origin = Origin {
        provider: told.provider.clone(),
        guid: found.guid.clone(),
        document: found.document.clone(),
        citation: found.citation.clone(),
    };
    db::medium::set_origin(tx, medium, &source.id, &origin).await?;
    Ok(true)
}

async fn refused(tx: &mut Tx, source: &Source, medium: &MediumId) -> db::Result<bool> {
    let no = source.leave == Some(Leave::No);
    if no {
        let detail = format!("the owner of {} said no", source.title);
        db::medium::set_failed(tx, medium, Code::OptedOut.as_str(), &detail).await?;
    }
    Ok(no)
}

/// What its source calls it.
fn name(found: &Found) -> &str {
    found.guid.as_deref().unwrap_or(&found.canonical)
}
