//! One look at a source, and what comes of it.

use super::taking::{self, Taking};
use super::{group_of, host, item};
use crate::app::App;
use crate::db::{self, Tx};
use crate::model::SourceId;
use crate::model::source::{Leave, Source};
use crate::model::task::Step;
use crate::outbox::{self, Letter};
use crate::pipeline;
use crate::quota::Purpose;
use crate::worker::Save;
use futures::FutureExt;
use jobs::link;
use jobs::provider::{self, Form, Found, Known, Look, Seen};
use jobs::{Code, Retry, StepError};
use std::borrow::Cow;
use std::time::Duration;

/// Failures in a row from which on a source is asked once a day only, and editors are told.
pub const BREAKS_AT: i64 = 5;
/// Wait after the first failure; doubles with each.
const FIRST_WAIT_MS: i64 = 10 * 60 * 1000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// No source's own wish keeps us away longer.
const LONGEST_WAIT_MS: i64 = 7 * DAY_MS;
/// What one look lays before the editors at most.
const MOST_TAKEN: i64 = 50;

/// Asks a source whether it has something new. Never a failure of its task: how it went is noted at the source.
///
/// # Errors
/// What our own database says.
pub async fn poll(app: &App, id: &str) -> Result<Save, StepError> {
    let ours = |error: db::Error| StepError::retry(Code::Internal, error.to_string());
    let Some(id) = SourceId::from_text(id) else {
        return Ok(Box::new(|_| async { Ok(None) }.boxed()));
    };
    let source = db::source::by_id(&app.db, &id).await.map_err(ours)?;
    let Some(source) = source else {
        return Ok(Box::new(|_| async { Ok(None) }.boxed()));
    };
    if !source.is_polled() {
        return Ok(Box::new(move |tx| {
            async move {
                db::polling::rest(tx, &source.id).await?;
                db::polling::release_host(tx, &host(&source.address), &source.id, None).await?;
                Ok(None)
            }
            .boxed()
        }));
    }
    let group = group_of(app, &source).await.map_err(ours)?;
    let taking = Taking::new(app, source.clone(), group, None);
    let looked = look(app, &source).await;
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            match looked {
                Ok(look) => {
                    went_well(&app, tx, &source, &look).await?;
                    if let Seen::Things(many, deleted) = &look.seen {
                        let is_new = !is_of_before(&source);
                        let wants = |found: &Found| is_new && taking::wants(&source, found);
                        item::see(&app, tx, &source, many, wants).await?;
                        for guid in deleted {
                            db::item::set_gone(tx, &source.id, guid, app.now()).await?;
                        }
                    }
                    // So many at a look: the rest at the next.
                    for item in db::item::wanted(tx, &source.id, MOST_TAKEN).await? {
                        if let Some(found) = item.found() {
                            taking.one(&app, tx, &item, &found, "job").await?;
                        }
                    }
                }
                Err(error) => failed(&app, tx, &source, &error).await?,
            }
            Ok(None)
        }
        .boxed()
    }))
}

/// Whether what a look brings was there before somebody subscribed: at the first look, and while the first harvest of an
/// archive goes on. That waits for an editor to choose.
fn is_of_before(source: &Source) -> bool {
    let harvest = source.polling.memory().harvest;
    let begins = harvest.open.is_some() && harvest.since.is_none();
    source.polling.polled_at.is_none() || begins
}

/// The process that asked it died each time: it is asked again later.
///
/// # Errors
/// What the database says.
pub async fn give_up(app: &App, tx: &mut Tx, id: &str) -> db::Result<Option<Step>> {
    let Some(id) = SourceId::from_text(id) else {
        return Ok(None);
    };
    if let Some(source) = db::source::by_id(&app.db, &id).await? {
        let error = StepError::retry(Code::MediaChild, "the process that asked it died");
        failed(app, tx, &source, &error).await?;
    }
    Ok(None)
}

/// What a source says now.
async fn look(app: &App, source: &Source) -> Result<Look, StepError> {
    let form = match source.provider.as_str() {
        "page" => None,
        _ if source.polling.archive == 1 => Some(Form::Archive),
        _ => Some(Form::Feed),
    };
    let known = Known {
        address: &source.address,
        form,
        title: &source.title,
    };
    let providers = app.providers_for(Purpose::Sources);
    let (memory, now) = (source.polling.memory(), app.clock.now());
    provider::look(&providers, known, &memory, now).await
}

async fn went_well(app: &App, tx: &mut Tx, source: &Source, look: &Look) -> db::Result<()> {
    let now = app.now();
    let id = &source.id;
    let lines = match &look.seen {
        Seen::Things(many, _) => Some(item::skipped(many).unwrap_or_default()),
        _ => None,
    };
    let wait = look.wait.map_or(0, millis).max(source.terms.interval_ms);
    // A harvest that is not whole goes on.
    let wait = match look.memory.harvest.open {
        Some(_) => look.wait.map_or(0, millis).max(FIRST_WAIT_MS),
        None => wait,
    };
    let wait = wait.min(LONGEST_WAIT_MS.max(source.terms.interval_ms));
    let next_at = now + jittered(app, wait);
    db::polling::set_looked(tx, id, &look.memory, lines.as_deref(), now, next_at).await?;
    if source.polling.broken_at.is_some() {
        pipeline::note(app, tx, id.as_str(), "job", "mended", None).await?;
    }
    if let Seen::Things(many, _) = &look.seen
        && source.provider == "page"
    {
        db::source::set_told(tx, id, &item::told(many)).await?;
    }
    if let Some(there) = &look.moved {
        moved(app, tx, source, there).await?;
    }
    if look.seen == Seen::Ended {
        db::polling::end(tx, id, Some("gone: it says that it ends (HTTP 410)"), now).await?;
        tell(app, tx, source, "ended", "HTTP 410").await?;
    }
    db::polling::release_host(tx, &host(&source.address), id, None).await
}

/// Follows a source for good, to an address that can be one. Where we know that one already, it takes the subscription
/// over unless it has its own, and this one ends. Nobody's trust goes along to another server.
async fn moved(app: &App, tx: &mut Tx, source: &Source, there: &str) -> db::Result<()> {
    let (id, now) = (source.id.as_str(), app.now());
    let Ok(there) = link::parse(there).map(|link| link.canonical()) else {
        return pipeline::note(app, tx, id, "job", "moved_nowhere", None).await;
    };
    let (from, to) = (host(&source.address), host(&there));
    if from != to && db::trust::revoke(tx, &source.id, "job", now).await? > 0 {
        pipeline::note(app, tx, id, "job", "distrusted", Some(&there)).await?;
    }
    if db::polling::move_to(tx, &source.id, &there, &to).await? {
        return pipeline::note(app, tx, id, "job", "moved", Some(&there)).await;
    }
    let Some(known) = db::source::at(tx, &there).await? else {
        return Ok(());
    };
    if !known.is_polled() && known.leave != Some(Leave::No) {
        let editor = source.subscribed_by.as_deref().unwrap_or("job");
        let heir = Source {
            title: source.title.clone(),
            ..known
        };
        db::polling::subscribe(tx, &heir, &to, &source.terms, editor, now).await?;
        pipeline::note(app, tx, heir.id.as_str(), "job", "subscribed", Some(id)).await?;
    }
    let why = format!("moved: {there} is a source already");
    db::polling::end(tx, &source.id, Some(&why), now).await?;
    tell(app, tx, source, "ended", &why).await
}

async fn failed(app: &App, tx: &mut Tx, source: &Source, error: &StepError) -> db::Result<()> {
    let now = app.now();
    let asked_to_wait = match error.retry {
        Retry::After(wait) => Some(now + millis(wait)),
        _ => None,
    };
    let id = &source.id;
    if matches!(error.code, Code::ProviderQuota | Code::ProviderKey) || error.code == Code::Internal
    {
        // That says nothing of the source.
        let next_at = asked_to_wait.unwrap_or(now + FIRST_WAIT_MS);
        db::polling::set_next(tx, id, next_at + jittered(app, FIRST_WAIT_MS / 10)).await?;
        return db::polling::release_host(tx, &host(&source.address), id, None).await;
    }
    let failures = source.polling.failures + 1;
    let breaks = failures >= BREAKS_AT;
    let wait = match breaks {
        true => source.terms.interval_ms.max(DAY_MS),
        false => (FIRST_WAIT_MS << (failures - 1).clamp(0, 16)).min(DAY_MS),
    };
    let next_at = (now + jittered(app, wait)).max(asked_to_wait.unwrap_or(0));
    let broken_at = breaks.then_some(now);
    db::polling::set_failed(tx, id, failures, broken_at, &error.to_string(), next_at).await?;
    if breaks && source.polling.broken_at.is_none() {
        tell(app, tx, source, "broken", &error.to_string()).await?;
    }
    let busy = error.code == Code::ProviderBusy;
    let not_before = asked_to_wait.filter(|_| busy);
    db::polling::release_host(tx, &host(&source.address), id, not_before).await
}

/// Notes an event, and mails the editor who subscribed.
async fn tell(
    app: &App,
    tx: &mut Tx,
    source: &Source,
    change: &str,
    detail: &str,
) -> db::Result<()> {
    pipeline::note(app, tx, source.id.as_str(), "job", change, Some(detail)).await?;
    let Some(editor) = &source.subscribed_by else {
        return Ok(());
    };
    let blanks = [
        ("title", Cow::from(&source.title)),
        ("detail", Cow::from(detail)),
        ("showcase", Cow::from(&app.config.showcase.name)),
        (
            "address",
            format!("{}/desk/sources/{}", app.url, source.id).into(),
        ),
    ];
    let subject = format!("mail-source-{change}-subject");
    let letter = Letter {
        cause: format!("source-{change} {} {}", source.id, app.now()),
        submission: None,
        recipient: editor,
        subject: app.text.with(&subject, &blanks),
        body: app.text.with(&format!("mail-source-{change}"), &blanks),
        in_reply_to: None,
    };
    outbox::write(app, tx, letter).await
}

/// A time and up to a tenth of it more, by chance: what is subscribed to at once is not asked at once for ever.
fn jittered(app: &App, wait_ms: i64) -> i64 {
    let chance = i64::from(u16::from_be_bytes(app.random.bytes()));
    wait_ms + wait_ms / 10 * chance / i64::from(u16::MAX)
}

fn millis(wait: Duration) -> i64 {
    i64::try_from(wait.as_millis()).unwrap_or(LONGEST_WAIT_MS)
}
