//! The queue: `push` in the transaction of the cause, a bell, and a stream of leased tasks.
//!
//! A task is a row that holds a step and a subject's id. Its due time says all:
//! when to run, when its lease ends, or (null) that it is over. The row and what
//! caused it commit together, so the two can never disagree.

use crate::app::App;
use crate::db::{self, Db, Tx};
use crate::model::TaskId;
use crate::model::task::{Step, Task};
use futures::stream::{self, BoxStream, StreamExt};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

/// Wakes the workers of this process.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// Something may be due. Ring after the commit.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Waits for the next ring.
    pub async fn rung(&self) {
        self.0.notified().await;
    }
}

/// Pushes a task in the transaction of its cause. Pushing an open task again changes nothing.
///
/// # Errors
/// What the database says.
pub async fn push(app: &App, tx: &mut Tx, step: Step, subject: &str) -> db::Result<()> {
    let id = TaskId::mint(&app.clock, &app.random);
    let max_attempts = app.config.queue.max_attempts;
    db::task::push(tx, &id, step, subject, max_attempts, app.now()).await?;
    Ok(())
}

/// A leased task with its place among those that run at once.
#[derive(Debug)]
pub struct Leased {
    /// The task.
    pub task: Task,
    /// Given back when the task is over.
    pub place: OwnedSemaphorePermit,
}

/// The tasks that one process runs, under a name of its own.
#[derive(Clone)]
pub struct Leases {
    app: App,
    /// `leased_by`: unique to this process's life.
    pub worker: String,
    places: Arc<Semaphore>,
    running: Arc<Mutex<HashMap<TaskId, Task>>>,
}

/// How long a busy worker waits at most for half of its places before it claims for fewer.
const GATHER: Duration = Duration::from_millis(2);
/// How long a worker sleeps at most before it looks again.
const TICK: Duration = Duration::from_secs(1);

impl Leases {
    /// No task yet.
    pub fn new(app: &App) -> Leases {
        Leases {
            app: app.clone(),
            worker: app.random.token(),
            places: Arc::new(Semaphore::new(app.config.queue.workers)),
            running: Arc::default(),
        }
    }

    /// Due tasks, leased, as fast as there are places for them; ends when `stop` is called.
    /// Never an error: what the database says is logged, and tried again.
    pub fn stream(
        &self,
        stop: CancellationToken,
    ) -> BoxStream<'static, Result<Leased, std::convert::Infallible>> {
        let state = (self.clone(), stop, VecDeque::new(), false);
        stream::unfold(state, |(leases, stop, mut ready, mut busy)| async move {
            loop {
                if let Some(leased) = ready.pop_front() {
                    return Some((Ok(leased), (leases, stop, ready, busy)));
                }
                tokio::select! {
                    biased;
                    () = stop.cancelled() => return None,
                    claimed = leases.claim(busy) => ready = claimed,
                }
                busy = !ready.is_empty();
            }
        })
        .boxed()
    }

    /// Waits for a place and a due task, and leases as many as there are places.
    /// While `busy`, it lets places gather, for one claim costs as much as another.
    async fn claim(&self, busy: bool) -> VecDeque<Leased> {
        if busy {
            let half = u32::try_from(self.app.config.queue.workers / 2).unwrap_or(1);
            let gathered = self.places.acquire_many(half.max(1));
            let _ = tokio::time::timeout(GATHER, gathered).await;
        }
        let Ok(place) = self.places.clone().acquire_owned().await else {
            return VecDeque::new();
        };
        let mut places = vec![place];
        while let Ok(place) = self.places.clone().try_acquire_owned() {
            places.push(place);
        }
        let now = self.app.now();
        let lease_end = now + self.app.config.queue.lease.as_millis() as i64;
        match db::task::claim(
            &self.app.db,
            &self.worker,
            now,
            lease_end,
            places.len() as i64,
        )
        .await
        {
            Ok(tasks) if tasks.is_empty() => {
                drop(places);
                self.sleep().await;
                VecDeque::new()
            }
            Ok(tasks) => {
                let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
                running.extend(tasks.iter().map(|task| (task.id.clone(), task.clone())));
                tasks
                    .into_iter()
                    .zip(places)
                    .map(|(task, place)| Leased { task, place })
                    .collect()
            }
            Err(error) => {
                tracing::error!(code = error.code(), %error, "cannot claim tasks; trying again");
                drop(places);
                tokio::time::sleep(TICK).await;
                VecDeque::new()
            }
        }
    }

    /// Until the bell rings, the next task is due, or a tick has passed.
    async fn sleep(&self) {
        let rung = self.app.bell.0.notified();
        let wait = match db::task::next_due(&self.app.db).await {
            Ok(Some(due)) => {
                Duration::from_millis(u64::try_from(due - self.app.now()).unwrap_or(0)).min(TICK)
            }
            _ => TICK,
        };
        tokio::select! {
            () = rung => {}
            () = tokio::time::sleep(wait) => {}
        }
    }

    /// Takes a task off the list of those whose lease is renewed.
    pub fn over(&self, task: &Task) {
        self.running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&task.id);
    }

    /// Renews what runs, for ever. A task of its own, so that a saturated worker still gives its sign of life.
    pub async fn renew(self) {
        let lease = self.app.config.queue.lease;
        loop {
            tokio::time::sleep(lease / 3).await;
            let running: Vec<Task> = self.lock_running().into_values().collect();
            if running.is_empty() {
                continue;
            }
            if let Err(error) = self.renew_once(&running, lease).await {
                tracing::warn!(code = error.code(), %error, "cannot renew leases; trying again");
            }
        }
    }

    async fn renew_once(&self, running: &[Task], lease: Duration) -> db::Result<()> {
        let mut tx = self.app.db.begin().await?;
        for task in running {
            let end = self.app.now() + lease.as_millis() as i64;
            if !db::task::renew(&mut tx, task, &self.worker, end).await? {
                tracing::warn!(task = %task.id, step = task.step.as_str(), "lease lost; its result will not count");
            }
        }
        tx.commit().await
    }

    /// Waits until nothing runs, at most this long; what still runs goes back to the queue.
    pub async fn drain(&self, at_most: Duration) {
        let all = u32::try_from(self.app.config.queue.workers).unwrap_or(u32::MAX);
        if tokio::time::timeout(at_most, self.places.acquire_many(all))
            .await
            .is_ok()
        {
            return;
        }
        for task in self.lock_running().into_values() {
            let given = async {
                let mut tx = self.app.db.begin().await?;
                db::task::give_back(&mut tx, &task, &self.worker, self.app.now()).await?;
                tx.commit().await
            };
            match given.await {
                Ok(()) => {
                    tracing::info!(task = %task.id, step = task.step.as_str(), "unfinished, given back")
                }
                Err(error) => {
                    tracing::warn!(task = %task.id, %error, "cannot give back; its lease will run out")
                }
            }
        }
    }

    fn lock_running(&self) -> HashMap<TaskId, Task> {
        self.running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Rings this process's bell when another process pushed a task. PostgreSQL tells; SQLite is looked at each tick.
pub async fn listen(app: App) {
    let Db::Pg(pool, _) = &app.db else { return };
    loop {
        let heard = async {
            let mut listener = sqlx::postgres::PgListener::connect_with(pool).await?;
            listener.listen("pugcast_task").await?;
            loop {
                listener.recv().await?;
                app.bell.ring();
            }
        };
        let ended: Result<(), sqlx::Error> = heard.await;
        if pool.is_closed() {
            return;
        }
        tracing::warn!(error = ?ended.err(), "no longer told of new tasks; looking each second until told again");
        tokio::time::sleep(TICK).await;
    }
}
