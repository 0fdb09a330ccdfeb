//! The only place SQL is written: one file a noun, one text for both databases.

use crate::config::Secret;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteError, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

pub mod card;
pub mod double;
pub mod editor;
pub mod enclosure;
pub mod entry;
pub mod event;
pub mod fact;
pub mod group;
pub mod heard;
pub mod import;
pub mod item;
pub mod listing;
pub mod mail;
pub mod mastering;
pub mod medium;
pub mod merge;
pub mod message;
pub mod notice;
pub mod person;
pub mod picture;
pub mod polling;
pub mod quota;
pub mod receiving;
pub mod search;
pub mod sitemap;
pub mod source;
pub mod submission;
pub mod task;
pub mod tour;
pub mod trust;
pub mod upload;
pub mod watch;

static LITE: Migrator = sqlx::migrate!("migrations/sqlite");
static PG: Migrator = sqlx::migrate!("migrations/postgres");

/// One of the two databases. SQLite has many readers and one writer.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file.
    Lite {
        /// Connections that only read.
        read: SqlitePool,
        /// The one that writes.
        write: SqlitePool,
        /// What this process changed of the public face.
        face: Face,
    },
    /// A PostgreSQL server.
    Pg(PgPool, Face),
}

/// A transaction that writes.
pub enum Tx {
    /// On SQLite, begun with `begin immediate`.
    Lite(Transaction<'static, Sqlite>, Touch),
    /// On PostgreSQL.
    Pg(Transaction<'static, Postgres>, Touch),
}

/// Counts the transactions of this process that changed the public face, so that who holds prepared bytes need not ask
/// the database with each request.
#[derive(Clone, Debug, Default)]
pub struct Face(Arc<(AtomicU64, Notify)>);

/// Whether a transaction changes the public face.
#[derive(Debug)]
pub struct Touch(Face, bool);

impl Face {
    /// How often it changed.
    pub fn turns(&self) -> u64 {
        self.0.0.load(Ordering::Acquire)
    }

    /// It changed, by this process or another.
    pub fn turn(&self) {
        self.0.0.fetch_add(1, Ordering::AcqRel);
        self.0.1.notify_one();
    }

    /// Waits until it changes, or has since the last wait; for one who waits.
    pub async fn turned(&self) {
        self.0.1.notified().await;
    }
}

/// What a database call can fail with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process holds the lock for longer than we wait.
    #[error(
        "the database is locked by another process ({0}); stop that process or try again when it is done"
    )]
    Locked(sqlx::Error),
    /// The disk or file does not let us write.
    #[error(
        "the database cannot be written to ({0}); let this user write to its file and folder, or free disk space"
    )]
    ReadOnly(sqlx::Error),
    /// Not to be reached or opened.
    #[error(
        "the database cannot be reached ({0}); look at DATABASE_URL and whether its server runs"
    )]
    Unreachable(sqlx::Error),
    /// The tables could not be brought up to date.
    #[error(
        "the database's tables could not be brought up to date ({0}); it may belong to a newer pugcast"
    )]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// Anything else.
    #[error(transparent)]
    Other(sqlx::Error),
}

/// Short for this module's results.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// The stable code for pages and logs.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Locked(_) => "database-locked",
            Error::ReadOnly(_) => "database-read-only",
            Error::Unreachable(_) => "database-unreachable",
            Error::Migrate(_) => "database-migration",
            Error::Other(_) => "internal",
        }
    }

    /// Whether this is a broken unique index: somebody was there first.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Error::Other(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let says = |codes: &[&str]| {
            let sqlx::Error::Database(inner) = &error else {
                return false;
            };
            let Some(code) = inner.code() else {
                return false;
            };
            // SQLite's extended codes keep the primary code in the low byte; PostgreSQL's are five characters.
            let lite = inner.try_downcast_ref::<SqliteError>().is_some();
            let primary = code.parse::<u32>().map(|code| (code & 0xff).to_string());
            match primary {
                Ok(primary) if lite => codes.contains(&primary.as_str()),
                _ => codes.contains(&code.as_ref()),
            }
        };
        match error {
            _ if says(&["5", "6", "55P03"]) => Error::Locked(error),
            // 8 read-only, 13 full, 10 I/O; PostgreSQL: read-only transaction, disk full.
            _ if says(&["8", "13", "10", "25006", "53100"]) => Error::ReadOnly(error),
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Tls(_) => Error::Unreachable(error),
            _ if says(&["14", "3D000", "28P01", "28000", "57P03"]) => Error::Unreachable(error),
            _ => Error::Other(error),
        }
    }
}

/// Runs one expression on whichever database it is. `on!(db, pool => …)` reads;
/// `on!(tx tx, conn => …)` runs inside a transaction.
macro_rules! on {
    (tx $tx:expr, $conn:ident => $body:expr) => {
        match $tx {
            $crate::db::Tx::Lite(tx, _) => {
                let $conn = &mut **tx;
                $body
            }
            $crate::db::Tx::Pg(tx, _) => {
                let $conn = &mut **tx;
                $body
            }
        }
    };
    ($db:expr, $pool:ident => $body:expr) => {
        match $db {
            $crate::db::Db::Lite { read: $pool, .. } => $body,
            $crate::db::Db::Pg($pool, _) => $body,
        }
    };
}
pub(crate) use on;

/// Which database a URL names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `sqlite:`
    Lite,
    /// `postgres:` or `postgresql:`
    Pg,
}

/// Which database a URL names.
///
/// # Errors
/// One line on what schemes there are.
pub fn scheme(url: &str) -> std::result::Result<Kind, String> {
    match url.split_once(':') {
        Some(("sqlite", path)) if !path.is_empty() => Ok(Kind::Lite),
        Some(("postgres" | "postgresql", _)) => Ok(Kind::Pg),
        Some((scheme, _)) => Err(format!(
            "{scheme}: is no database we know; use sqlite:FILE or postgres://USER@HOST/NAME"
        )),
        None => Err("must be sqlite:FILE or postgres://USER@HOST/NAME".into()),
    }
}

impl Db {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// `Unreachable`, `ReadOnly`, `Locked` or `Migrate`.
    pub async fn open(url: &Secret) -> Result<Db> {
        Db::open_at(url, i64::MAX).await
    }

    /// Opens the database as an earlier version would have left it: for the test of upgrades.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_at(url: &Secret, version: i64) -> Result<Db> {
        let url = url.expose();
        let db = match scheme(url) {
            Ok(Kind::Pg) => Db::Pg(postgres(url).await?, Face::default()),
            _ => lite(url).await?,
        };
        let newest = |migrator: &Migrator| {
            migrator
                .iter()
                .map(|migration| migration.version)
                .max()
                .unwrap_or(0)
        };
        match &db {
            Db::Lite { write, .. } => LITE.run_to(version.min(newest(&LITE)), write).await?,
            Db::Pg(pool, _) => PG.run_to(version.min(newest(&PG)), pool).await?,
        }
        if version == i64::MAX {
            listing::complete(&db).await?;
        }
        Ok(db)
    }

    /// Begins a transaction that will write; on SQLite it takes the lock at once.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin(&self) -> Result<Tx> {
        let touch = Touch(self.face().clone(), false);
        Ok(match self {
            Db::Lite { write, .. } => Tx::Lite(write.begin_with("begin immediate").await?, touch),
            Db::Pg(pool, _) => Tx::Pg(pool.begin().await?, touch),
        })
    }

    /// How often this process saw the public face change.
    pub fn face(&self) -> &Face {
        let (Db::Lite { face, .. } | Db::Pg(_, face)) = self;
        face
    }

    /// Closes every connection.
    pub async fn close(&self) {
        match self {
            Db::Lite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Db::Pg(pool, _) => pool.close().await,
        }
    }
}

impl Tx {
    /// Marks a place to which [`Tx::rollback_to_savepoint`] undoes; the newest mark counts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn savepoint(&mut self) -> Result<()> {
        self.run("savepoint mark").await
    }

    /// Undoes all since the newest mark; the transaction goes on.
    ///
    /// # Errors
    /// What the database says.
    pub async fn rollback_to_savepoint(&mut self) -> Result<()> {
        self.run("rollback to savepoint mark").await
    }

    /// Forgets the newest mark; what was done since stays.
    ///
    /// # Errors
    /// What the database says.
    pub async fn release_savepoint(&mut self) -> Result<()> {
        self.run("release savepoint mark").await
    }

    async fn run(&mut self, sql: &'static str) -> Result<()> {
        on!(tx self, conn => Ok(sqlx::query(sql).execute(conn).await.map(|_| ())?))
    }

    /// Makes it so.
    ///
    /// # Errors
    /// When the database could not commit; nothing of it is done then.
    pub async fn commit(self) -> Result<()> {
        let touch = match self {
            Tx::Lite(tx, touch) => tx.commit().await.map(|()| touch)?,
            Tx::Pg(tx, touch) => tx.commit().await.map(|()| touch)?,
        };
        if touch.1 {
            touch.0.turn();
        }
        Ok(())
    }

    /// Notes that it changes the public face.
    fn touch(&mut self) {
        let (Tx::Lite(_, touch) | Tx::Pg(_, touch)) = self;
        touch.1 = true;
    }
}

async fn lite(url: &str) -> Result<Db> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What we acknowledged to a person must survive a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // Rows that are ready before somebody waits for them: a feed's hundred wake nobody twice.
        .row_buffer_size(512)
        .busy_timeout(Duration::from_secs(10));
    if let Some(folder) = options
        .get_filename()
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(|error| Error::ReadOnly(sqlx::Error::Io(error)))?;
    }
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .test_before_acquire(false)
        .connect_with(options.clone())
        .await?;
    let read = SqlitePoolOptions::new()
        .max_connections(4)
        .test_before_acquire(false)
        .connect_lazy_with(options.read_only(true));
    Ok(Db::Lite {
        read,
        write,
        face: Face::default(),
    })
}

async fn postgres(url: &str) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?;
    Ok(PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(10))
        // Asking a connection whether it lives costs a round trip; a busy one shows it by itself.
        .test_before_acquire(false)
        .before_acquire(|conn, state| {
            Box::pin(async move {
                if state.idle_for > Duration::from_secs(1) {
                    conn.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_with(options)
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes() {
        assert_eq!(scheme("sqlite:a.db"), Ok(Kind::Lite));
        assert_eq!(scheme("postgresql://x@y/z"), Ok(Kind::Pg));
        assert!(
            scheme("mysql://x")
                .unwrap_err()
                .contains("mysql: is no database we know")
        );
        assert!(scheme("a.db").is_err());
    }

    /// The list stands in many statements, and is one.
    #[test]
    fn kinds_that_propose_many_are_the_models() {
        let kinds = crate::model::submission::MANY;
        let many = format!("('{}')", kinds.join("', '"));
        let begin = format!("('{}', ", kinds[0]);
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/db");
        let mut lists = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for (_, list) in text.match_indices(&begin).map(|(at, _)| text.split_at(at)) {
                assert!(list.starts_with(&many), "{list:.60}");
                lists += 1;
            }
        }
        assert!(lists > 5, "{lists}");
    }

    #[test]
    fn twin_migrations_share_their_names() {
        let names = |migrator: &Migrator| {
            migrator
                .iter()
                .map(|m| (m.version, m.description.to_string()))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&LITE), names(&PG));
    }
}
