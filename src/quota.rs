//! The providers' quotas: what we used of them in a day or hour, and what is left. Part of each is kept for what people
//! send; what we collect by ourselves waits.

use crate::db::{self, Db, Tx};
use crate::model::Clock;
use futures::FutureExt;
use futures::future::BoxFuture;
use jiff::Timestamp;
use jobs::link::Provider;
use jobs::provider::{Meter, youtube};
use jobs::{Code, StepError};
use std::time::Duration;

/// What a call is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// What somebody sent: may use all of a quota.
    Submissions,
    /// What we collect or look after by ourselves: leaves a fifth.
    Sources,
}

/// A fifth of each quota is for what people send.
const RESERVE: i64 = 5;

/// How much each provider lets us ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Units of the Data API a day, in US Pacific time.
    pub youtube: i64,
    /// Queries an hour.
    pub flickr: i64,
}

/// The count, kept in the database, so that all processes share it.
#[derive(Clone)]
pub struct Count {
    /// Where it is kept.
    pub db: Db,
    /// Tells the time.
    pub clock: Clock,
    /// How much there is.
    pub limits: Limits,
    /// What it is counted for.
    pub purpose: Purpose,
}

impl Count {
    fn most(&self, provider: Provider) -> Option<i64> {
        match provider {
            Provider::YouTube => Some(self.limits.youtube),
            Provider::Flickr => Some(self.limits.flickr),
            _ => None,
        }
    }

    /// Units used and units there are, in the span of now; nothing where a provider sets no limit.
    ///
    /// # Errors
    /// What the database says.
    pub async fn used(&self, provider: Provider) -> db::Result<Option<(i64, i64)>> {
        let Some(most) = self.most(provider) else {
            return Ok(None);
        };
        let (span, _) = span(provider, self.clock.now());
        let used = db::quota::used(&self.db, provider.as_str(), &span).await?;
        Ok(Some((used, most)))
    }

    async fn take(&self, provider: Provider, units: i64) -> Result<(), StepError> {
        let Some(most) = self.most(provider) else {
            return Ok(());
        };
        let most = match self.purpose {
            Purpose::Submissions => most,
            Purpose::Sources => most - most / RESERVE,
        };
        let (span, left) = span(provider, self.clock.now());
        let taken = async {
            let mut tx = self.db.begin().await?;
            let taken = db::quota::take(&mut tx, provider.as_str(), &span, units, most).await?;
            tx.commit().await?;
            db::Result::Ok(taken)
        };
        match taken.await {
            Ok(true) => Ok(()),
            Ok(false) => Err(StepError::retry_after(
                Code::ProviderQuota,
                left,
                format!("our share of {} is used up", provider.name()),
            )),
            Err(error) => Err(unkept(&error)),
        }
    }
}

impl Meter for Count {
    fn take<'a>(&'a self, provider: Provider, units: u32) -> BoxFuture<'a, Result<(), StepError>> {
        Count::take(self, provider, units.into()).boxed()
    }
}

/// Forgets what was used in days and hours that are over.
///
/// # Errors
/// What the database says.
pub async fn forget(tx: &mut Tx, now: Timestamp) -> db::Result<()> {
    for provider in [Provider::YouTube, Provider::Flickr] {
        let (span, _) = span(provider, now);
        db::quota::sweep(tx, provider.as_str(), &span).await?;
    }
    Ok(())
}

/// The day or hour that counts now, and how long it lasts yet.
fn span(provider: Provider, now: Timestamp) -> (String, Duration) {
    if provider == Provider::YouTube {
        let (day, left) = youtube::day(now);
        return (day.to_string(), left);
    }
    let hour = now.strftime("%Y-%m-%dT%H").to_string();
    let gone = u64::try_from(now.as_second().rem_euclid(3600)).unwrap_or_default();
    (hour, Duration::from_secs(3600 - gone))
}

fn unkept(error: &db::Error) -> StepError {
    StepError::retry(Code::Internal, error.to_string())
}
