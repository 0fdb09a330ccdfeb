//! Takes leased tasks, runs the pipeline, and saves what came of it in one transaction.
//!
//! apalis drives the stream and the concurrency; the table decides everything else.

use crate::app::App;
use crate::db::{self, Tx};
use crate::model::task::{Step, Task};
use crate::queue::{self, Leased, Leases};
use apalis::layers::WorkerBuilderExt;
use apalis::prelude::WorkerBuilder;
use futures::FutureExt;
use futures::future::BoxFuture;
use jobs::{Code, Retry, StepError};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// What a step leaves behind: writes for the transaction that also ends its task, and the step that follows.
pub type Save =
    Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, db::Result<Option<Step>>> + Send>;

/// The work behind the tasks.
pub trait Work: Send + Sync + 'static {
    /// Does a task's step. Running it twice costs time, not correctness.
    fn run(&self, task: &Task) -> BoxFuture<'_, Result<Save, StepError>>;

    /// What to save when a task is given up for good.
    fn give_up(&self, task: &Task, error: &StepError) -> Save;
}

/// How long a stopping process waits for what runs.
const GRACE: Duration = Duration::from_secs(20);
/// The longest wait between two tries.
const LONGEST_WAIT_MS: i64 = 60 * 60 * 1000;

/// Runs tasks until `stop` is called, then waits for those that run.
pub async fn run(app: App, work: Arc<dyn Work>, stop: CancellationToken) {
    let leases = Leases::new(&app);
    let renewing = tokio::spawn(leases.clone().renew());
    let listening = tokio::spawn(queue::listen(app.clone()));
    let handler = {
        let (app, leases) = (app.clone(), leases.clone());
        move |leased: Leased| -> BoxFuture<'static, Result<(), std::convert::Infallible>> {
            let (app, leases, work) = (app.clone(), leases.clone(), work.clone());
            // Boxed: the compiler cannot prove the bare future Send through apalis' generics.
            async move {
                handle(&app, &leases, work, leased).await;
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
async fn handle(app: &App, leases: &Leases, work: Arc<dyn Work>, leased: Leased) {
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
    let settled = match outcome {
        Ok(save) => conclude(app, leases, &task, save).await,
        Err(error) => settle_failure(app, leases, work.as_ref(), &task, error).await,
    };
    if let Err(error) = settled {
        // The lease runs out and the task is tried again.
        tracing::error!(task = %task.id, step = task.step.as_str(), code = error.code(), %error, "cannot save a task's end");
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

/// A step's result, the end of its task and the next task, together or not at all.
async fn conclude(app: &App, leases: &Leases, task: &Task, save: Save) -> db::Result<()> {
    let mut tx = app.db.begin().await?;
    if !db::task::end(&mut tx, task, &leases.worker, app.now()).await? {
        tracing::warn!(task = %task.id, step = task.step.as_str(), "lease lost; another worker has it");
        return Ok(());
    }
    let next = save(&mut tx).await?;
    if let Some(next) = next {
        queue::push(app, &mut tx, next, &task.subject).await?;
    }
    tx.commit().await?;
    metrics::counter!("pugcast_tasks_total", "step" => task.step.as_str(), "outcome" => "done")
        .increment(1);
    if next.is_some() {
        app.bell.ring();
    }
    Ok(())
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
    let again = error.retry != Retry::Never && task.attempt < task.max_attempts;
    let held = if again {
        let due_at = now + wait_ms(app, task.attempt, error.retry);
        db::task::again(&mut tx, task, &leases.worker, due_at, &text).await?
    } else {
        let held = db::task::bury(&mut tx, task, &leases.worker, Some(&text), now).await?;
        if held {
            work.give_up(task, &error)(&mut tx).await?;
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
    if again {
        app.bell.ring();
    }
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
