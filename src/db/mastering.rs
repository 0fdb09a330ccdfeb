//! What mastering made of recordings: files without words, and the episodes that entries' words made of them.

use super::{Db, Result, Tx, on};
use crate::model::{MediumId, SubmissionId};

/// A recording, mastered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Mastering {
    /// Whose sound it is.
    pub medium_id: MediumId,
    /// The MP3 in the store, without a tag.
    pub mp3: String,
    /// The Opus file in the store, without words.
    pub opus: String,
    /// The shape of the sound in the store: audiowaveform's JSON.
    pub peaks: String,
    /// The recording's own chapters, as JSON chapters.
    pub chapters: Option<String>,
    /// How long it plays, milliseconds.
    pub duration_ms: i64,
    /// Silence cut off its beginning, milliseconds.
    pub trimmed_start_ms: i64,
    /// Silence cut off its end, milliseconds.
    pub trimmed_end_ms: i64,
    /// Integrated loudness as it came, hundredths of a LUFS.
    pub loudness_before: i64,
    /// Integrated loudness as it is heard, hundredths of a LUFS.
    pub loudness: i64,
    /// Its true peak, hundredths of a dBTP.
    pub true_peak: i64,
    /// When it was made, milliseconds since 1970.
    pub mastered_at: i64,
}

/// A file of an episode.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct EpisodeFile {
    /// Whose sound it is.
    pub medium_id: MediumId,
    /// `mp3`, `opus` or `chapters`.
    pub used_as: String,
    /// Its file name under `/media/`: the hash of its bytes.
    pub name: String,
    /// Its MIME type.
    #[sqlx(rename = "type")]
    pub mime: String,
    /// Bytes.
    pub size: i64,
    /// What it was made from.
    pub made_from: String,
}

/// Notes what mastering made; what stood there before is left to the sweep.
pub async fn save(tx: &mut Tx, made: &Mastering) -> Result<()> {
    const CLEAR: &str = "delete from mastering where medium_id = $1 returning mp3, opus, peaks";
    const SQL: &str = "
        insert into mastering (medium_id, mp3, opus, peaks, chapters, duration_ms, trimmed_start_ms, trimmed_end_ms,
            loudness_before, loudness, true_peak, mastered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let before: Option<(String, String, String)> = on!(tx &mut *tx, conn => sqlx::query_as(CLEAR)
        .bind(&made.medium_id).fetch_optional(conn).await?);
    if let Some((mp3, opus, peaks)) = before {
        super::picture::leave(tx, &[mp3, opus, peaks]).await?;
    }
    on!(tx tx, conn => sqlx::query(SQL).bind(&made.medium_id).bind(&made.mp3).bind(&made.opus).bind(&made.peaks)
        .bind(&made.chapters).bind(made.duration_ms).bind(made.trimmed_start_ms).bind(made.trimmed_end_ms)
        .bind(made.loudness_before).bind(made.loudness).bind(made.true_peak).bind(made.mastered_at)
        .execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Forgets what was made of a medium's sound, and where it is heard; the files are left to the sweep.
pub async fn forget(tx: &mut Tx, medium: &MediumId) -> Result<()> {
    const MADE: &str = "delete from mastering where medium_id = $1 returning mp3, opus, peaks";
    const HEARD: &str = "delete from enclosure where medium_id = $1";
    let made: Vec<(String, String, String)> =
        on!(tx &mut *tx, conn => sqlx::query_as(MADE).bind(medium).fetch_all(conn).await?);
    let names: Vec<String> = made
        .into_iter()
        .flat_map(|(mp3, opus, peaks)| [mp3, opus, peaks])
        .collect();
    super::picture::leave(tx, &names).await?;
    replace_files(tx, medium, &[]).await?;
    on!(tx tx, conn => sqlx::query(HEARD).bind(medium).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Whether a mastered sound still stands, and holds it so until the transaction ends.
pub async fn stands(tx: &mut Tx, medium: &MediumId, mp3: &str) -> Result<bool> {
    const SQL: &str = "update mastering set mp3 = mp3 where medium_id = $1 and mp3 = $2";
    let done = on!(tx tx, conn => sqlx::query(SQL).bind(medium).bind(mp3).execute(conn).await?.rows_affected());
    Ok(done == 1)
}

/// What mastering made of a submission's recordings.
pub async fn of_submission(db: &Db, submission: &SubmissionId) -> Result<Vec<Mastering>> {
    const SQL: &str = "
        select medium_id, mp3, opus, peaks, chapters, duration_ms, trimmed_start_ms, trimmed_end_ms, loudness_before,
            loudness, true_peak, mastered_at
        from mastering where medium_id in (select id from medium where submission_id = $1) order by medium_id";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_all(pool).await?))
}

const MISSING: &str = "
    select id from medium where submission_id = $1 and provider = 'upload' and kind in ('audio', 'postcard') and state = 'found'
        and id not in (select medium_id from mastering) and id not in (select medium_id from unmastered)
    order by position, id";

/// A submission's recordings that nobody tried to master yet, in their order.
pub async fn waiting(db: &Db, submission: &SubmissionId) -> Result<Vec<MediumId>> {
    on!(db, pool => Ok(sqlx::query_scalar(MISSING).bind(submission).fetch_all(pool).await?))
}

/// The same as this transaction sees them.
pub async fn still_waiting(tx: &mut Tx, submission: &SubmissionId) -> Result<Vec<MediumId>> {
    on!(tx tx, conn => Ok(sqlx::query_scalar(MISSING).bind(submission).fetch_all(conn).await?))
}

/// Notes that a recording cannot be mastered.
pub async fn refuse(tx: &mut Tx, medium: &MediumId, reason: &str) -> Result<()> {
    const SQL: &str = "insert into unmastered (medium_id, reason) values ($1, $2) on conflict (medium_id) do nothing";
    on!(tx tx, conn => sqlx::query(SQL).bind(medium).bind(reason).execute(conn).await.map(|_| ())?);
    Ok(())
}

/// Replaces the files of a medium's episode; those that it had are left to the sweep.
pub async fn replace_files(tx: &mut Tx, medium: &MediumId, files: &[EpisodeFile]) -> Result<()> {
    const CLEAR: &str = "delete from episode_file where medium_id = $1 returning name";
    const SQL: &str = "
        insert into episode_file (medium_id, used_as, name, type, size, made_from) values ($1, $2, $3, $4, $5, $6)";
    let before: Vec<String> =
        on!(tx &mut *tx, conn => sqlx::query_scalar(CLEAR).bind(medium).fetch_all(conn).await?);
    super::picture::leave(tx, &before).await?;
    for file in files {
        on!(tx &mut *tx, conn => sqlx::query(SQL).bind(&file.medium_id).bind(&file.used_as).bind(&file.name)
            .bind(&file.mime).bind(file.size).bind(&file.made_from).execute(conn).await.map(|_| ())?);
    }
    Ok(())
}

/// The files of the episodes of a feed's entries at these positions.
pub async fn files_listed(db: &Db, feed: &str, from: i64, to: i64) -> Result<Vec<EpisodeFile>> {
    const SQL: &str = "
        select f.medium_id, f.used_as, f.name, f.type, f.size, f.made_from from episode_file f
        join medium m on m.id = f.medium_id join entry e on e.submission_id = m.submission_id
        join listing l on l.entry_id = e.id
        where l.feed = $1 and l.position between $2 and $3 order by f.medium_id, f.used_as";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(feed).bind(from).bind(to).fetch_all(pool).await?))
}

/// The files of a submission's episodes.
pub async fn files_of(db: &Db, submission: &SubmissionId) -> Result<Vec<EpisodeFile>> {
    const SQL: &str = "
        select medium_id, used_as, name, type, size, made_from from episode_file
        where medium_id in (select id from medium where submission_id = $1) order by medium_id, used_as";
    on!(db, pool => Ok(sqlx::query_as(SQL).bind(submission).fetch_all(pool).await?))
}
