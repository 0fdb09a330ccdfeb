//! Good manners: one request at a time to one host, and none before the host wants it.

use crate::{Code, StepError};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Time as it passes, from a beginning of its own; a test may choose it.
#[derive(Clone)]
pub struct Passing(pub Arc<dyn Fn() -> Duration + Send + Sync>);

impl Default for Passing {
    fn default() -> Self {
        let begun = Instant::now();
        Self(Arc::new(move || begun.elapsed()))
    }
}

impl fmt::Debug for Passing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", (self.0)())
    }
}

/// Who is being asked by this process, and who does not want to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate {
    hosts: Arc<Mutex<HashMap<String, Host>>>,
    passing: Passing,
}

#[derive(Clone, Debug)]
struct Host {
    turn: Arc<Semaphore>,
    not_before: Option<Duration>,
}

/// Hosts remembered before those that nobody waits for are forgotten.
const MOST_HOSTS: usize = 1024;

impl Gate {
    pub(super) fn new(passing: Passing) -> Gate {
        Gate {
            passing,
            ..Gate::default()
        }
    }

    /// Waits for this host's turn; it ends when the permit is dropped.
    ///
    /// # Errors
    /// `ProviderBusy` where the host does not want to be asked yet, with the time that is left.
    pub(super) async fn enter(
        &self,
        host: &str,
    ) -> Result<Option<OwnedSemaphorePermit>, StepError> {
        let turn = {
            let mut hosts = self.lock();
            if hosts.len() > MOST_HOSTS {
                let now = (self.passing.0)();
                hosts.retain(|_, host| {
                    // Somebody asks it, or waits to.
                    Arc::strong_count(&host.turn) > 1
                        || host.not_before.is_some_and(|then| then > now)
                });
            }
            let host = hosts.entry(host.to_owned()).or_insert_with(|| Host {
                turn: Arc::new(Semaphore::new(1)),
                not_before: None,
            });
            host.turn.clone()
        };
        let permit = turn.acquire_owned().await.ok();
        // Only now: whoever was before us may have been told to wait.
        let not_before = self.lock().get(host).and_then(|host| host.not_before);
        let left = not_before.map(|then| then.saturating_sub((self.passing.0)()));
        match left.filter(|left| !left.is_zero()) {
            None => Ok(permit),
            Some(left) => Err(StepError::retry_after(
                Code::ProviderBusy,
                left,
                format!("{host} asked us to wait"),
            )),
        }
    }

    /// The host does not want to be asked for this long.
    pub(super) fn wait(&self, host: &str, wait: Duration) {
        if let Some(host) = self.lock().get_mut(host) {
            host.not_before = host.not_before.max((self.passing.0)().checked_add(wait));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Host>> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_at_a_time_and_not_before_it_wants() {
        let gate = Gate::default();
        let first = gate.enter("a.example").await.unwrap();
        gate.enter("b.example").await.unwrap();
        let waiting = gate.clone();
        let second = tokio::spawn(async move { waiting.enter("a.example").await });
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(!second.is_finished(), "the first has its turn");
        gate.wait("a.example", Duration::from_secs(60));
        drop(first);
        let told = second.await.unwrap().unwrap_err();
        assert!(matches!(told.retry, crate::Retry::After(left) if left.as_secs() >= 58));
    }
}
