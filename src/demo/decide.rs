//! The demo's editor: takes, accepts and declines as the samples say.

use super::EDITOR;
use crate::app::App;
use crate::db::submission::Draft;
use crate::model::source::{Leave, Terms};
use crate::model::submission::{State, Submission};
use crate::replay::{self, Decision, Sample};
use crate::source::{self, taking};
use crate::{db, decision};
use anyhow::{Context, bail, ensure};
use std::time::{Duration, Instant};

/// Takes what the samples say out of what feeds and journals propose; each is a submission of its own.
pub(super) async fn take(
    app: &App,
    samples: &[Sample],
    sent: &[Submission],
) -> anyhow::Result<Vec<Submission>> {
    let mut taken = Vec::new();
    for (sample, sent) in samples.iter().zip(sent) {
        let Decision::Take { count, owner } = sample.decision else {
            continue;
        };
        let submission = stored(app, sent).await?;
        let proposals = db::item::of_submission(&app.db, &submission.id).await?;
        ensure!(
            proposals.len() >= count,
            "{:?} proposes only {}",
            sample.links,
            proposals.len()
        );
        if let (Some(owner), Some(first)) = (owner, proposals.first()) {
            let source = db::source::by_id(&app.db, &first.source_id).await?;
            let source = source.context("a proposal without a source")?;
            source::set_leave(app, &source, Leave::Yes, owner, EDITOR).await?;
        }
        let chosen = proposals.iter().take(count);
        let chosen: Vec<String> = chosen.map(|proposal| proposal.id.to_string()).collect();
        taking::take(app, &submission, &chosen, EDITOR).await?;
        taking::close(app, &submission, EDITOR).await?;
        taken.extend(db::submission::taken_from(&app.db, &submission.id).await?);
    }
    Ok(taken)
}

/// Subscribes to a show and a playlist and waits until each was asked; how many they are, and how many things they hold.
pub(super) async fn subscribe(app: &App) -> anyhow::Result<(usize, i64)> {
    let playlist = format!("https://www.youtube.com/playlist?list={}", replay::PLAYLIST);
    let links = [
        (replay::FEED, ""),
        (playlist.as_str(), "Recordings (sample)"),
    ];
    let mut things = 0;
    for (link, title) in links {
        let terms = Terms::default();
        let added = source::add(app, link, title, &terms, EDITOR).await;
        let added = added.map_err(|error| anyhow::anyhow!("{link}: {error:?}"))?;
        let begun = Instant::now();
        while let Some(now) = db::source::by_id(&app.db, &added.id).await?
            && now.polling.polled_at.is_none()
        {
            let error = now.polling.error.unwrap_or_default();
            ensure!(
                begun.elapsed() < Duration::from_secs(60),
                "{link} was not asked within a minute {error}"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        things += db::item::counts(&app.db, &added.id).await?.0;
    }
    ensure!(things > 0, "the sources hold nothing");
    Ok((links.len(), things))
}

/// Publishes what was taken under its source's own words, confirmed as they are.
pub(super) async fn publish(app: &App, taken: &[Submission]) -> anyhow::Result<usize> {
    for taken in taken {
        let draft = db::submission::draft(&app.db, &taken.id).await?;
        let draft = draft.with_context(|| format!("“{}” has no draft", taken.title))?;
        if let Err(error) = decision::accept(app, &stored(app, taken).await?, &draft, EDITOR).await
        {
            bail!("“{}” could not be accepted: {error} {error:?}", taken.title);
        }
    }
    Ok(taken.len())
}

async fn stored(app: &App, submission: &Submission) -> anyhow::Result<Submission> {
    let stored = db::submission::by_id(&app.db, &submission.id).await?;
    stored.context("a submission is lost")
}

/// What a mail leaves open, as its editor fills it in.
fn filled(draft: Draft, sample: &Sample) -> Draft {
    if !draft.group_name.is_empty() {
        return draft;
    }
    Draft {
        group_name: sample.group.name.into(),
        group_city: sample.group.city.into(),
        country: Some(sample.group.country.into()),
        language: Some(sample.group.language.into()),
        met_on: Some(sample.met_on.into()),
        ..draft
    }
}

/// Decides as the samples say an editor would.
pub(super) async fn decide(
    app: &App,
    samples: &[Sample],
    sent: &[Submission],
) -> anyhow::Result<(usize, usize)> {
    let (mut accepted, mut declined) = (0, 0);
    for (sample, sent) in samples.iter().zip(sent) {
        let submission = stored(app, sent).await?;
        match (&sample.decision, submission.state) {
            (Decision::Accept { title, people }, State::InReview) => {
                let draft = db::submission::draft(&app.db, &sent.id)
                    .await?
                    .context("a submission in review has no draft")?;
                let draft = Draft {
                    title: (*title).into(),
                    people: people.join("\n"),
                    ..filled(draft, sample)
                };
                if let Err(error) = decision::accept(app, &submission, &draft, EDITOR).await {
                    bail!("“{title}” could not be accepted: {error} {error:?}");
                }
                accepted += 1;
            }
            (Decision::Decline { reason }, State::InReview) => {
                decision::decline(app, &submission, reason, EDITOR).await?;
                declined += 1;
            }
            (Decision::Unavailable, State::Unavailable)
            | (Decision::Take { .. }, State::Accepted) => {}
            (wanted, state) => bail!("a sample was to be {wanted:?} and is {}", state.as_str()),
        }
    }
    Ok((accepted, declined))
}
