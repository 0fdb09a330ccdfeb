//! The demo's postcards: two voices on two evenings, and the world tour that they make.

use super::EDITOR;
use crate::app::App;
use crate::db::submission::Draft;
use crate::model::answers::Answers;
use crate::model::submission::Submission;
use crate::model::upload::SentAs;
use crate::tour::{self, Month};
use crate::upload::Receiving;
use crate::{db, decision, intake};
use anyhow::{Context, bail};
use bytes::Bytes;

/// Each with the group that it is from, its city and country, who speaks, a title and some words.
const VOICES: [(&[u8], [&str; 6]); 2] = [
    (
        include_bytes!("../replay/voices/ibadan.ogg"),
        [
            "Python Usergroup Ibadan",
            "Ibadan",
            "NG",
            "Amara",
            "Eleven tin cans that measure rain",
            "Eleven people brought rain gauges that they had soldered themselves, and read them with MicroPython. The code was the \
             easy part: a tin can that measures what it says is not. For whoever wants to begin with sensors.",
        ],
    ),
    (
        include_bytes!("../replay/voices/hilo.ogg"),
        [
            "Windward Python",
            "Hilo",
            "US",
            "Ikaika",
            "What type hints say of nine-year-old code",
            "A program that counts sea turtles got its first type hints, and told us four places where it was wrong. For whoever \
             has old code and little time.",
        ],
    ),
];

/// Sends the postcards.
pub(super) async fn send(app: &App) -> anyhow::Result<Vec<Submission>> {
    let mut sent = Vec::new();
    for (voice, [group, city, country, name, title, words]) in VOICES {
        let answers = Answers {
            title: title.into(),
            words: words.into(),
            about: "covered".into(),
            group_name: group.into(),
            group_city: city.into(),
            group_country: country.into(),
            language: "en".into(),
            sender_name: name.into(),
            may_show: "yes".into(),
            licence: "CC-BY-4.0".into(),
            consent_voice: "yes".into(),
            upload: received(app, voice).await?,
            ..Answers::default()
        };
        match intake::receive(app, &answers, "demo", &format!("postcard {city}")).await {
            Ok(submission) => sent.push(submission),
            Err(error) => bail!("the postcard from {city} was refused: {error} {error:?}"),
        }
    }
    Ok(sent)
}

async fn received(app: &App, voice: &'static [u8]) -> anyhow::Result<String> {
    let mut receiving = Receiving::begin(app, SentAs::Postcard, "voice.ogg").await?;
    receiving.push(Bytes::from_static(voice)).await?;
    Ok(receiving.finish().await?.token)
}

/// Lays this month's world tour before the editor.
pub(super) async fn tour(app: &App) -> anyhow::Result<Submission> {
    let month = Month::this(app.clock.now());
    let id = tour::propose(app, month).await?;
    let tour = db::submission::by_id(&app.db, &id).await?;
    tour.context("the world tour is lost")
}

/// Publishes what was sent, under its sender's words.
pub(super) async fn publish(app: &App, sent: &[Submission]) -> anyhow::Result<()> {
    for sent in sent {
        let stored = db::submission::by_id(&app.db, &sent.id).await?;
        let draft: Option<Draft> = db::submission::draft(&app.db, &sent.id).await?;
        let (stored, draft) = stored.zip(draft).context("a postcard has no draft")?;
        if let Err(error) = decision::accept(app, &stored, &draft, EDITOR).await {
            bail!("“{}” could not be accepted: {error} {error:?}", sent.title);
        }
    }
    Ok(())
}
