//! Notices: a group that is missing, wrong or gone; somebody who does not want to be shown.
//!
//! Anybody may tell, without an account. A notice waits for an editor, and whoever told it reads on a private page what
//! became of it. [`removal`] is the only kind that changes something at once.

use crate::app::App;
use crate::db;
use crate::db::notice::Subject;
use crate::decision;
use crate::model::NoticeId;
use crate::model::answers::{Fault, one_line};
use crate::model::group::Group;
use crate::model::notice::{Kind, Matter, Notice, State};
use crate::outbox::{self, Letter};
use crate::pipeline;
use crate::roster::answers::Described;
use std::borrow::Cow;

pub mod removal;
pub mod settle;
pub mod teller;

pub use teller::Teller;

const HOUR_MS: i64 = 60 * 60 * 1000;
/// Notices taken within an hour, of all and of one network: whoever floods the desk fills no more than this.
const MOST_AN_HOUR: (i64, i64) = (200, 12);

/// Why a notice was not taken or not settled.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Answers that need mending.
    #[error("{} answers need mending", .0.len())]
    Faults(Vec<Fault>),
    /// It was settled before, or cannot end so.
    #[error("it was settled before")]
    Decided,
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
}

impl From<decision::Error> for Error {
    fn from(error: decision::Error) -> Error {
        match error {
            decision::Error::Faults(faults) => Error::Faults(faults),
            decision::Error::Decided(_) => Error::Decided,
            decision::Error::Db(error) => Error::Db(error),
        }
    }
}

/// What a notice speaks of.
#[derive(Clone, Copy, Debug)]
pub enum About<'a> {
    /// A group that is not on the roster, as it is described.
    Missing(&'a Described),
    /// A group of the roster, and what is wrong.
    Group(&'a Group, Matter),
    /// An entry, and what of it is to go.
    Entry(&'a Subject, Matter),
}

/// Stores a notice, tells its teller and, where somebody does not want to be shown, the editors. `form_key` was minted
/// with the form: the same form sent twice is one notice. `network` is where it came from.
///
/// # Errors
/// `Faults` where so much came within the hour that we take no more.
pub async fn receive(
    app: &App,
    about: About<'_>,
    teller: &Teller,
    form_key: &str,
    network: Option<&str>,
) -> Result<Notice, Error> {
    let new = build(app, about, teller, network);
    let mut tx = app.db.begin().await?;
    let since = app.now() - HOUR_MS;
    let (all, own) = db::notice::count_since(&mut tx, network.unwrap_or_default(), since).await?;
    let is_full = all >= MOST_AN_HOUR.0 || own >= MOST_AN_HOUR.1;
    if is_full || !db::notice::add(&mut tx, form_key, &new).await? {
        drop(tx);
        let stored = db::notice::by_form_key(&app.db, form_key).await?;
        return stored.ok_or_else(|| {
            Error::Faults(vec![Fault {
                field: "words",
                code: "notices-too-many",
                about: String::new(),
            }])
        });
    }
    let id = new.id.as_str();
    pipeline::note(app, &mut tx, id, "sender", "received", None).await?;
    if let About::Entry(subject, _) = about {
        removal::receive(app, &mut tx, &new, subject).await?;
    }
    tell(app, &mut tx, &new, "received", "").await?;
    tx.commit().await?;
    app.bell.ring();
    metrics::counter!("pugcast_notices_total", "kind" => new.kind.as_str()).increment(1);
    tracing::info!(notice = %new.id, kind = new.kind.as_str(), "noted");
    let stored = db::notice::by_id(&app.db, &new.id).await?;
    Ok(stored.unwrap_or(new))
}

fn build(app: &App, about: About<'_>, teller: &Teller, network: Option<&str>) -> Notice {
    let blank = Notice {
        id: NoticeId::mint(&app.clock, &app.random),
        token: app.random.token(),
        kind: Kind::GroupMissing,
        state: State::Waiting,
        matter: Matter::Missing,
        group_id: None,
        entry_id: None,
        group_name: String::new(),
        group_city: String::new(),
        group_country: None,
        language: None,
        website: None,
        words: teller.words.clone(),
        sender_name: teller.name.clone(),
        sender_email: teller.email.clone(),
        network: network.map(str::to_owned),
        held_from: None,
        outcome: None,
        reason: None,
        decided_by: None,
        decided_at: None,
        created_at: app.now(),
    };
    match about {
        About::Missing(said) => Notice {
            group_name: said.named.name.clone(),
            group_city: said.named.city.clone(),
            group_country: said.named.country.clone(),
            language: said.language.clone(),
            website: said.details.website.clone(),
            ..blank
        },
        About::Group(group, matter) => Notice {
            kind: Kind::GroupWrong,
            matter,
            group_id: Some(group.id.clone()),
            ..blank
        },
        About::Entry(subject, matter) => Notice {
            kind: Kind::Removal,
            matter,
            entry_id: Some(subject.id.clone()),
            ..blank
        },
    }
}

/// Writes to whoever told it, where they gave an address: that it is here, or what became of it.
async fn tell(
    app: &App,
    tx: &mut db::Tx,
    notice: &Notice,
    occasion: &str,
    says: &str,
) -> db::Result<()> {
    let Some(recipient) = &notice.sender_email else {
        return Ok(());
    };
    let name = Some(one_line(&notice.sender_name)).filter(|name| !name.is_empty());
    let blanks = [
        (
            "name",
            name.unwrap_or_else(|| app.text.t("mail-nobody")).into(),
        ),
        ("showcase", Cow::from(&app.config.showcase.name)),
        (
            "address",
            format!("{}/notices/{}", app.url, notice.token).into(),
        ),
        ("days", app.config.showcase.promise_days.to_string().into()),
        ("text", says.into()),
    ];
    let key = format!("mail-notice-{occasion}");
    let letter = Letter {
        cause: format!("notice-{occasion} {}", notice.id),
        submission: None,
        recipient,
        subject: app.text.with(&format!("{key}-subject"), &blanks),
        body: app.text.with(&key, &blanks),
        in_reply_to: None,
    };
    outbox::write(app, tx, letter).await
}
