//! Takes leased tasks, runs the pipeline, and saves what came of it in one transaction.
//!
//! apalis drives the stream and the concurrency; the table decides everything else.

use crate::app::App;
use crate::db::{self, Db, Tx};
use crate::model::task::{Step, Task};
use crate::queue::{self, Leased, Leases};
use apalis::layers::WorkerBuilderExt;
use apalis::prelude::WorkerBuilder;
use futures::FutureExt;
use futures::future::BoxFuture;
use jobs::{Code, Retry, StepError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

/// What a step leaves behind: writes for the transaction that also ends its task, and the step that follows.
pub type Save =
    Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, db::Result<Option<Step>>> + Send>;

/// The work behind the tasks.
pub trait Work: Send + Sync + 'static {
    /// Does a task's step. Running it twice costs time, not correctness.
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>>;

    /// What to save when a task is given up for good; a step that it names goes on without it.
    fn give_up(&self, task: &Task, error: &StepError) -> Save;
}

/// How long a stopping process waits for what runs.
const GRACE: Duration = Duration::from_secs(20);
/// The decoder dies on one input so often at most.
const MOST_DEATHS: i64 = 3;
/// The longest wait between two tries.
const LONGEST_WAIT_MS: i64 = 60 * 60 * 1000;

/// Runs tasks until `stop` is called, then waits for those that run.
pub async fn run(app: App, work: Arc<dyn Work>, stop: CancellationToken) {
    let leases = Leases::new(&app);
    let renewing = tokio::spawn(leases.clone().renew());
    let listening = tokio::spawn(queue::listen(app.clone()));
    let handler = {
        let (app, leases, endings) = (app.clone(), leases.clone(), Endings::default());
        move |leased: Leased| -> BoxFuture<'static, Result<(), std::convert::Infallible>> {
            let (app, leases, endings, work) =
                (app.clone(), leases.clone(), endings.clone(), work.clone());
            // Boxed: the compiler cannot prove the bare future Send through apalis' generics.
            async move {
                handle(&app, &leases, &endings, work, leased).await;
                Ok(())
            }
            .boxed()
        }
    };
    let worker = WorkerBuilder::new(leases.worker.as_str())
        .backend(leases.stream(stop.clone()))
        .concurrency(app.config.queue.workers)
        .build(handler);
    let running = worker.run().boxed();
    let drained = async {
        stop.cancelled().await;
        leases.drain(GRACE).await;
    }
    .boxed();
    tokio::select! {
        ended = running => if let Err(error) = ended {
            tracing::error!(%error, "the worker ended");
        },
        () = drained => {}
    }
    renewing.abort();
    listening.abort();
}

/// Runs one task to whatever end it has.
async fn handle(
    app: &App,
    leases: &Leases,
    endings: &Endings,
    work: Arc<dyn Work>,
    leased: Leased,
) {
    let Leased { task, place } = leased;
    let begun = Instant::now();
    let outcome = if task.attempt > task.max_attempts {
        Err(StepError::fail(
            Code::Internal,
            "the process that ran it died each time",
        ))
    } else {
        attempt(work.clone(), task.clone()).await
    };
    let seconds = begun.elapsed().as_secs_f64();
    metrics::histogram!("pugcast_task_seconds", "step" => task.step.as_str()).record(seconds);
    match outcome {
        Ok(save) => conclude(app, leases, endings, &task, save).await,
        Err(error) => {
            if let Err(error) = settle_failure(app, leases, work.as_ref(), &task, error).await {
                // The lease runs out and the task is tried again.
                tracing::error!(task = %task.id, step = task.step.as_str(), code = error.code(), %error, "cannot save a task's failure");
            }
        }
    }
    leases.over(&task);
    drop(place);
}

/// The step on a task of its own: spread over the cores, and a panic is one failure.
async fn attempt(work: Arc<dyn Work>, task: Task) -> Result<Save, StepError> {
    let running = tokio::spawn(async move { work.run(&task).await });
    running.await.unwrap_or_else(|error| {
        Err(StepError::fail(
            Code::Internal,
            if error.is_panic() {
                "a bug: the step panicked"
            } else {
                "the step was stopped"
            },
        ))
    })
}

/// A step's result that waits for its transaction.
struct Ending {
    task: Task,
    save: Save,
    /// Told the next step once it is saved; dropped when it is not, and why is in the log.
    saved: oneshot::Sender<Option<Step>>,
}

/// On SQLite, steps that end while another's end is written share the next commit, and its wait for the disk.
#[derive(Clone, Default)]
struct Endings {
    waiting: Arc<Mutex<Vec<Ending>>>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Endings {
    fn lock(&self) -> MutexGuard<'_, Vec<Ending>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A step's result, the end of its task and the next task, together or not at all.
async fn conclude(app: &App, leases: &Leases, endings: &Endings, task: &Task, save: Save) {
    let (saved, mut told) = oneshot::channel();
    let ending = Ending {
        task: task.clone(),
        save,
        saved,
    };
    let committed = if let Db::Lite { .. } = app.db {
        endings.lock().push(ending);
        let _turn = endings.turn.lock().await;
        let waits = !endings.lock().is_empty();
        let take = || std::mem::take(&mut *endings.lock());
        if waits {
            commit(app, leases, take).await
        } else {
            Ok(())
        }
    } else {
        // PostgreSQL shares its waits for the disk by itself.
        commit(app, leases, || vec![ending]).await
    };
    if let Err(error) = committed {
        tracing::error!(code = error.code(), %error, "cannot save the ends of tasks");
        // Two that waited for each other, perhaps. Where this fails as well their leases run out.
        if let Err(error) = put_back(app, leases, task).await {
            tracing::warn!(task = %task.id, %error, "a task waits for the end of its lease");
        }
    }
    if let Ok(next) = told.try_recv() {
        metrics::counter!("pugcast_tasks_total", "step" => task.step.as_str(), "outcome" => "done")
            .increment(1);
        if task.step == Step::Poll {
            app.sources_bell.ring();
        }
        if next.is_some() || task.step == Step::Poll {
            app.bell.ring();
        }
    }
}

/// Has a task run again soon whose end could not be saved.
async fn put_back(app: &App, leases: &Leases, task: &Task) -> db::Result<()> {
    let mut tx = app.db.begin().await?;
    again(app, leases, &mut tx, task).await?;
    tx.commit().await
}

async fn again(app: &App, leases: &Leases, tx: &mut Tx, task: &Task) -> db::Result<()> {
    let due_at = app.now() + wait_ms(app, 1, Retry::BackOff);
    let text = "internal: its end could not be saved";
    db::task::again(tx, task, &leases.worker, due_at, text).await?;
    Ok(())
}

/// One transaction for all; what one of them cannot save is undone alone.
async fn commit(app: &App, leases: &Leases, take: impl FnOnce() -> Vec<Ending>) -> db::Result<()> {
    let begun = app.db.begin().await;
    // Only now: more came while we waited for the connection.
    let batch = take();
    let mut tx = begun?;
    let alone = batch.len() == 1;
    let mut done = Vec::with_capacity(batch.len());
    for Ending { task, save, saved } in batch {
        if !alone {
            tx.savepoint().await?;
        }
        match end(app, leases, &mut tx, &task, save).await {
            Ok(Some(next)) => done.push((saved, next)),
            Ok(None) => tracing::warn!(
                task = %task.id, step = task.step.as_str(), "lease lost; another worker has it"
            ),
            Err(error) if alone => return Err(error),
            Err(error) => {
                tracing::error!(task = %task.id, step = task.step.as_str(), code = error.code(), %error, "cannot save a task's end");
                tx.rollback_to_savepoint().await?;
                again(app, leases, &mut tx, &task).await?;
            }
        }
    }
    tx.commit().await?;
    for (saved, next) in done {
        // Nobody listens where the step's worker was stopped.
        let _ = saved.send(next);
    }
    Ok(())
}

/// Nothing when the lease was lost; else the step that follows, or none.
async fn end(
    app: &App,
    leases: &Leases,
    tx: &mut Tx,
    task: &Task,
    save: Save,
) -> db::Result<Option<Option<Step>>> {
    if !db::task::end(tx, task, &leases.worker, app.now()).await? {
        return Ok(None);
    }
    let next = save(tx).await?;
    if let Some(next) = next {
        queue::push(app, tx, next, &task.subject).await?;
    }
    Ok(Some(next))
}

/// Back to the queue for a later try, or to the dead letters.
async fn settle_failure(
    app: &App,
    leases: &Leases,
    work: &dyn Work,
    task: &Task,
    error: StepError,
) -> db::Result<()> {
    let text = error.to_string();
    let mut tx = app.db.begin().await?;
    let now = app.now();
    let mut task = task.clone();
    task.deaths += i64::from(error.code == Code::MediaChild);
    let task = &task;
    let again = error.retry != Retry::Never
        && task.attempt < task.max_attempts
        && task.deaths < MOST_DEATHS;
    let held = if again {
        let due_at = now + wait_ms(app, task.attempt, error.retry);
        db::task::again(&mut tx, task, &leases.worker, due_at, &text).await?
    } else {
        let held = db::task::bury(&mut tx, task, &leases.worker, Some(&text), now).await?;
        let next = if held {
            work.give_up(task, &error)(&mut tx).await?
        } else {
            None
        };
        if let Some(next) = next {
            queue::push(app, &mut tx, next, &task.subject).await?;
        }
        // What it was pushed for while it ran may be just what it died of before.
        if held && db::task::was_rung(&mut tx, &task.id).await? {
            queue::push(app, &mut tx, task.step, &task.subject).await?;
        }
        held
    };
    if !held {
        return Ok(());
    }
    tx.commit().await?;
    let outcome = if again { "again" } else { "dead" };
    metrics::counter!("pugcast_tasks_total", "step" => task.step.as_str(), "outcome" => outcome)
        .increment(1);
    tracing::warn!(
        task = %task.id, step = task.step.as_str(), subject = task.subject, attempt = task.attempt,
        code = error.code.as_str(), detail = error.detail, outcome, "a step failed"
    );
    app.bell.ring();
    Ok(())
}

/// Doubles with each try, up to an hour; a quarter of it is chance, so that tries do not march in step.
fn wait_ms(app: &App, attempt: i64, retry: Retry) -> i64 {
    let base = app.config.queue.backoff.as_millis() as i64;
    let doubled = base
        .saturating_mul(1 << attempt.clamp(1, 24).saturating_sub(1))
        .min(LONGEST_WAIT_MS);
    let least = match retry {
        Retry::After(wait) => i64::try_from(wait.as_millis()).unwrap_or(LONGEST_WAIT_MS),
        _ => doubled * 3 / 4,
    };
    let chance = i64::from(u16::from_be_bytes(app.random.bytes()));
    least + (doubled / 2).max(1) * chance / i64::from(u16::MAX)
}
