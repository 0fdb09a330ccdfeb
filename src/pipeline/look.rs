//! Looks whether a published link still lives, and asks its provider again what it may be kept of.

use super::prepare::{Made, make_pictures};
use super::{note, nothing, ours};
use crate::app::App;
use crate::db::listing::Changed;
use crate::db::watch::{Standing, Subject};
use crate::db::{self, Tx};
use crate::model::MediumId;
use crate::model::submission::{Submission, is_open};
use crate::model::watch::{State, Watch};
use crate::outbox::{self, LinkNews, Occasion};
use crate::quota::Purpose;
use crate::search;
use crate::tour;
use crate::watch;
use crate::worker::Save;
use futures::FutureExt;
use jobs::link;
use jobs::provider::alive::{self, Condition, Look, What};
use jobs::{Retry, StepError};

/// One look. What it saw, what the provider says now, and what follows from it are one transaction with its task's end.
pub(super) async fn look(app: &App, id: &str) -> Result<Save, StepError> {
    let Some(id) = MediumId::from_text(id) else {
        return Ok(nothing());
    };
    let subject = db::watch::subject(&app.db, &id).await.map_err(ours)?;
    // A look that was done already moved its turn on.
    let Some(subject) = subject.filter(|it| it.watch.next_at.is_some_and(|at| at <= app.now()))
    else {
        return Ok(nothing());
    };
    let submission = db::submission::by_id(&app.db, &subject.submission_id);
    let Some(submission) = submission.await.map_err(ours)? else {
        return Ok(nothing());
    };
    let look = match ask(app, &subject).await {
        Ok(look) => look,
        Err(error) => return Ok(untold(app, subject, &error)),
    };
    let pictures = refreshed(app, &subject, &look).await?;
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            save(&app, tx, subject, submission, look, pictures).await?;
            Ok(None)
        }
        .boxed()
    }))
}

/// Nobody's fault but ours: its turn comes again tomorrow.
pub(super) fn give_up(app: &App, id: &str) -> Save {
    let (app, id) = (app.clone(), MediumId::from_text(id));
    Box::new(move |tx| {
        async move {
            if let Some(id) = id {
                let tomorrow = watch::put_off(&app, Some(std::time::Duration::from_secs(86_400)));
                db::watch::set_turn(tx, &id, tomorrow).await?;
            }
            Ok(None)
        }
        .boxed()
    })
}

async fn ask(app: &App, subject: &Subject) -> Result<Look, StepError> {
    let providers = app.providers_for(Purpose::Sources);
    if let Some(sound) = &subject.enclosure_url {
        return alive::look_at(&providers, sound, What::File).await;
    }
    if is_open(&subject.provider) {
        return alive::look_at(&providers, &subject.canonical, What::Page).await;
    }
    let link = link::parse(&subject.canonical)
        .map_err(|refusal| StepError::fail(refusal.code, refusal.detail))?;
    alive::look(&providers, &link, app.clock.now()).await
}

/// A look that told us nothing of the link: no evidence, only another turn.
fn untold(app: &App, subject: Subject, error: &StepError) -> Save {
    tracing::debug!(medium = %subject.watch.medium_id, code = error.code.as_str(), "a look told nothing");
    let wait = match error.retry {
        Retry::After(wait) => Some(wait),
        Retry::Never | Retry::BackOff => None,
    };
    let next_at = watch::put_off(app, wait);
    Box::new(move |tx| {
        async move {
            let turn = subject.watch.next_at;
            let put_off = Watch {
                next_at: Some(next_at),
                ..subject.watch
            };
            db::watch::save(tx, &put_off, turn).await?;
            Ok(None)
        }
        .boxed()
    })
}

/// The pictures that its provider lends now. Where they cannot be had, those we hold stay until they expire.
async fn refreshed(app: &App, subject: &Subject, look: &Look) -> Result<Option<Made>, StepError> {
    let offered = look.found.as_ref().and_then(|found| found.picture.as_ref());
    let Some(offered) = offered.filter(|picture| picture.expires) else {
        return Ok(None);
    };
    match make_pictures(app, &subject.watch.medium_id, offered).await {
        Ok(pictures) => Ok(Some(pictures)),
        Err(error) => {
            tracing::debug!(medium = %subject.watch.medium_id, code = error.code.as_str(), "a picture was not refreshed");
            Ok(None)
        }
    }
}

async fn save(
    app: &App,
    tx: &mut Tx,
    subject: Subject,
    submission: Submission,
    look: Look,
    pictures: Option<Made>,
) -> db::Result<()> {
    let Some(entry) = db::watch::hold(tx, &submission.id).await? else {
        return Ok(());
    };
    if entry.withdrawn_at.is_some() && entry.withdrawn_by.as_deref() != Some("watch") {
        return Ok(()); // somebody took it off meanwhile, and nobody looks any more
    }
    let (turn, mut watch) = (subject.watch.next_at, subject.watch.clone());
    let (seen, moved_to) = as_state(look.condition);
    let changed = watch.see(seen, moved_to.as_deref(), app.now());
    watch.next_at = Some(watch::next_turn(app, &watch));
    if !db::watch::save(tx, &watch, turn).await? {
        return Ok(());
    }
    let id = &watch.medium_id;
    let mut shows = false;
    if let Some(found) = &look.found {
        db::fact::forget(tx, id.as_str()).await?;
        db::fact::save(tx, id.as_str(), found, app.now()).await?;
        // The same thing, whose owner is called otherwise now.
        let same = link::parse(&found.canonical).is_ok_and(|link| link.id() == subject.provider_id);
        if same && found.canonical != subject.canonical {
            db::medium::set_canonical(tx, id, &found.canonical).await?;
            shows = true;
        }
    }
    if let Some((pictures, hash)) = pictures {
        let before = db::picture::of_medium(tx, id).await?;
        let mut names: Vec<&String> = pictures.iter().map(|picture| &picture.name).collect();
        names.sort();
        shows |= names.into_iter().ne(&before);
        db::picture::replace(tx, id, &pictures).await?;
        if let Some(hash) = hash {
            db::double::set_picture_hash(tx, id, &hash).await?;
        }
    }
    if changed {
        follow_up(app, tx, &watch, &subject, &submission, &entry).await?;
        shows = true;
    }
    if shows {
        db::listing::changed(tx, Changed::Submission(&submission.id), app.now()).await?;
    }
    Ok(())
}

/// What a change of state brings with it.
async fn follow_up(
    app: &App,
    tx: &mut Tx,
    watch: &Watch,
    subject: &Subject,
    submission: &Submission,
    entry: &Standing,
) -> db::Result<()> {
    let now = app.now();
    if watch.state.is_lost() {
        // What its provider said of it went with it.
        db::fact::forget(tx, watch.medium_id.as_str()).await?;
        db::picture::expire(tx, &watch.medium_id, now).await?;
    }
    let address = subject.enclosure_url.as_ref();
    let address = address.unwrap_or(&subject.canonical);
    let change = format!("link_{}", watch.state.word().replace('-', "_"));
    note(app, tx, entry.id.as_str(), "job", &change, Some(address)).await?;
    let left = db::watch::left(tx, &submission.id).await?;
    if left == 0 || entry.withdrawn_at.is_some() {
        tour::join_again(app, tx, &submission.id).await?;
    }
    let outcome = match left {
        0 if db::entry::withdraw(tx, &entry.id, "watch", now).await? => "withdrawn",
        1.. if db::watch::restore(tx, &entry.id, now).await? => "restored",
        _ => "marked",
    };
    if outcome != "marked" {
        note(app, tx, entry.id.as_str(), "job", outcome, Some(&change)).await?;
        search::ring_entry(app, tx, &entry.id).await?;
    }
    tracing::info!(medium = %watch.medium_id, entry = %entry.id, state = watch.state.word(), outcome, "a link changed");
    metrics::counter!("pugcast_links_changed_total", "state" => watch.state.word()).increment(1);
    let news = LinkNews {
        watch,
        outcome,
        address,
        title: &entry.title,
        slug: &entry.slug,
    };
    outbox::tell(app, tx, submission, Occasion::Link(&news)).await
}

fn as_state(condition: Condition) -> (State, Option<String>) {
    match condition {
        Condition::Alive => (State::Alive, None),
        Condition::Moved(to) => (State::Moved, Some(to)),
        Condition::EmbeddingOff => (State::EmbeddingOff, None),
        Condition::Private => (State::Private, None),
        Condition::Gone => (State::Gone, None),
        Condition::Blocked => (State::Blocked, None),
    }
}
