//! The queue's table. A due time says everything: waiting, leased, or (null) ended.

use super::{Db, Result, Tx, on};
use crate::model::TaskId;
use crate::model::task::{DeadLetter, Step, Task};

/// Rings the bell for a step and subject; false when such a task is open already. One that makes something and runs is
/// run once more: it may have read what was there before. What asks or tells others waits for its own turn.
pub async fn push(
    tx: &mut Tx,
    id: &TaskId,
    step: Step,
    subject: &str,
    max_attempts: i64,
    now: i64,
) -> Result<bool> {
    macro_rules! insert {
        ($conflict:literal) => {
            concat!(
                "insert into task (id, step, subject, due_at, max_attempts, created_at) values ($1, $2, $3, $4, $5, $4)
                on conflict (step, subject) where due_at is not null do ",
                $conflict
            )
        };
    }
    const ONCE: &str = insert!("nothing");
    const AGAIN: &str = insert!("update set rung = 1 where task.leased_by is not null");
    let sql = match step {
        Step::Poll | Step::Look | Step::Mail | Step::Announce => ONCE,
        _ => AGAIN,
    };
    let done = on!(tx tx, conn => sqlx::query(sql).bind(id).bind(step).bind(subject).bind(now).bind(max_attempts)
        .execute(conn).await?.rows_affected());
    if let Tx::Pg(tx, _) = tx {
        // Delivered with the commit; wakes the workers of other processes.
        sqlx::query("select pg_notify('pugcast_task', '')")
            .execute(&mut **tx)
            .await?;
    }
    Ok(done == 1)
}

/// Whether a task has its turn: recordings are mastered one at a time, so that strangers' hours hold no worker that
/// others wait for.
macro_rules! in_turn {
    () => {
        "(step <> 'master' or id = (select id from task where step = 'master' and due_at is not null
            order by (leased_by is null), due_at, id limit 1))"
    };
}

/// Takes up to `limit` of the oldest due tasks for a worker, until `lease_end`.
/// A lease that ran out is due again: its worker is taken for dead, and the try counts.
pub async fn claim(
    db: &Db,
    worker: &str,
    now: i64,
    lease_end: i64,
    limit: i64,
) -> Result<Vec<Task>> {
    const LITE: &str = concat!(
        "update task set attempt = attempt + 1, leased_by = $1, due_at = $2, rung = 0
        where id in (select id from task where due_at <= $3 and ",
        in_turn!(),
        " order by due_at, id limit $4)
        returning id, step, subject, attempt, max_attempts, deaths"
    );
    const PG: &str = concat!(
        "with due as (select id from task where due_at <= $3 and ",
        in_turn!(),
        " order by due_at, id limit $4 for update skip locked)
        update task set attempt = attempt + 1, leased_by = $1, due_at = $2, rung = 0 from due where task.id = due.id
        returning task.id, step, subject, attempt, max_attempts, deaths"
    );
    Ok(match db {
        Db::Lite { write, read, .. } => {
            // Looking costs a reader nothing; only a find takes the one writer.
            let due: i64 = sqlx::query_scalar(
                "select count(*) from (select 1 from task where due_at <= $1 limit 1)",
            )
            .bind(now)
            .fetch_one(read)
            .await?;
            if due == 0 {
                return Ok(Vec::new());
            }
            // A lease that a power cut forgets was never held, so nobody waits for the disk.
            let mut conn = write.acquire().await?;
            sqlx::query("pragma synchronous = normal")
                .execute(&mut *conn)
                .await?;
            let taken = sqlx::query_as(LITE)
                .bind(worker)
                .bind(lease_end)
                .bind(now)
                .bind(limit)
                .fetch_all(&mut *conn)
                .await;
            let full = sqlx::query("pragma synchronous = full")
                .execute(&mut *conn)
                .await;
            if full.is_err() {
                conn.close().await?; // the next one is opened as the settings say
            }
            taken?
        }
        Db::Pg(pool, _) => {
            sqlx::query_as(PG)
                .bind(worker)
                .bind(lease_end)
                .bind(now)
                .bind(limit)
                .fetch_all(pool)
                .await?
        }
    })
}

/// When the next task is due whose turn it is, in milliseconds since 1970.
pub async fn next_due(db: &Db) -> Result<Option<i64>> {
    const SQL: &str = concat!(
        "select min(due_at) from task where due_at is not null and ",
        in_turn!()
    );
    on!(db, pool => Ok(sqlx::query_scalar(SQL).fetch_one(pool).await?))
}

/// Lengthens a lease; false when it was lost.
pub async fn renew(tx: &mut Tx, task: &Task, worker: &str, lease_end: i64) -> Result<bool> {
    const SQL: &str = "update task set due_at = $4 where id = $1 and attempt = $2 and leased_by = $3 and due_at is not null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(&task.id).bind(task.attempt).bind(worker).bind(lease_end)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Ends a task well, or has it due again where it was pushed while it ran; false when its lease was lost, and then nothing of it may be saved.
pub async fn end(tx: &mut Tx, task: &Task, worker: &str, now: i64) -> Result<bool> {
    const SQL: &str = "
        update task set leased_by = null, error = null, due_at = case when rung = 1 then $4 end,
            ended_at = case when rung = 0 then $4 end, deaths = case when rung = 0 then deaths else 0 end,
            max_attempts = max_attempts + case when rung = 0 then 0 else attempt end, rung = 0
        where id = $1 and attempt = $2 and leased_by = $3 and due_at is not null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(&task.id).bind(task.attempt).bind(worker).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Puts a task back for a later try, with its deaths so far; false when its lease was lost.
pub async fn again(
    tx: &mut Tx,
    task: &Task,
    worker: &str,
    due_at: i64,
    error: &str,
) -> Result<bool> {
    const SQL: &str = "
        update task set due_at = $4, leased_by = null, error = $5, deaths = $6
        where id = $1 and attempt = $2 and leased_by = $3 and due_at is not null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(&task.id).bind(task.attempt).bind(worker).bind(due_at).bind(error)
        .bind(task.deaths).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Gives a task back unfinished, as when this process stops: the try does not count.
pub async fn give_back(tx: &mut Tx, task: &Task, worker: &str, now: i64) -> Result<bool> {
    const SQL: &str = "
        update task set due_at = $4, leased_by = null, attempt = attempt - 1
        where id = $1 and attempt = $2 and leased_by = $3 and due_at is not null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(&task.id).bind(task.attempt).bind(worker).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Makes a task a dead letter; false when its lease was lost. `error` none keeps the last one's.
pub async fn bury(
    tx: &mut Tx,
    task: &Task,
    worker: &str,
    error: Option<&str>,
    now: i64,
) -> Result<bool> {
    const SQL: &str = "
        update task set due_at = null, leased_by = null, error = coalesce($4, error, 'internal: the process that ran it died'), dead_at = $5
        where id = $1 and attempt = $2 and leased_by = $3 and due_at is not null";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(&task.id).bind(task.attempt).bind(worker).bind(error).bind(now)
        .execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// Whether a task was pushed again while it ran.
pub async fn was_rung(tx: &mut Tx, id: &TaskId) -> Result<bool> {
    const SQL: &str = "select rung from task where id = $1";
    let rung: Option<i64> =
        on!(tx tx, conn => sqlx::query_scalar(SQL).bind(id).fetch_optional(conn).await?);
    Ok(rung == Some(1))
}

/// The dead letters, newest first.
pub async fn dead(db: &Db, limit: i64) -> Result<Vec<DeadLetter>> {
    const SQL: &str = "
        select id, step, subject, attempt, error, dead_at from task where dead_at is not null
        order by dead_at desc, id limit $1";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(limit).fetch_all(pool).await?))
}

/// Takes a dead letter out of the list, for its work is begun again; its step and subject.
pub async fn revive(tx: &mut Tx, id: &TaskId) -> Result<Option<(Step, String)>> {
    const SQL: &str = "update task set dead_at = null, ended_at = coalesce(ended_at, dead_at)
        where id = $1 and dead_at is not null returning step, subject";
    on!(tx tx, conn => Ok(sqlx::query_as(SQL).bind(id).fetch_optional(conn).await?))
}

/// How many tasks are open, overdue and dead.
pub async fn depth(db: &Db, now: i64) -> Result<(i64, i64, i64)> {
    const SQL: &str = "
        select (select count(*) from task where due_at is not null),
               (select count(*) from task where due_at <= $1),
               (select count(*) from task where dead_at is not null)";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(now).fetch_one(pool).await?))
}

/// Drops tasks that ended well before a time.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64> {
    const SQL: &str = "delete from task where ended_at < $1 and dead_at is null and due_at is null";
    on!(tx tx, conn => Ok(sqlx::query(SQL).bind(before).execute(conn).await?.rows_affected()))
}
