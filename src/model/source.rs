//! A source: a feed, channel or archive that we know, and whether we ask it again and again.

use super::{GroupId, SourceId, TrustId};
use jobs::fetch::Condition;
use jobs::provider::{self, Memory};

/// A known source.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// `podcast`, `journal`, `blog`, `youtube`, `flickr`; `page` while it was not asked yet.
    pub provider: String,
    /// Where it is asked: a feed, an OAI-PMH base address (with its set), a channel, playlist, user or album.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its own page.
    pub link: Option<String>,
    /// Who makes it.
    pub author: Option<String>,
    /// What its owner says to being shown; nothing while nobody asked.
    pub leave: Option<Leave>,
    /// Who said so.
    pub leave_by: Option<String>,
    /// When, in milliseconds since 1970.
    pub leave_at: Option<i64>,
    /// The editor who noted it.
    pub noted_by: Option<String>,
    /// Since when it is polled, in milliseconds since 1970; nothing where it is not.
    pub subscribed_at: Option<i64>,
    /// The editor who subscribed.
    pub subscribed_by: Option<String>,
    /// What is taken for granted of its things.
    #[sqlx(flatten)]
    pub terms: Terms,
    /// How asking it went.
    #[sqlx(flatten)]
    pub polling: Polling,
}

/// What an editor sets for a source they subscribe to.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Terms {
    /// Whose it is.
    pub group_id: Option<GroupId>,
    /// BCP 47, where its things do not say.
    pub language: Option<String>,
    /// ISO 3166-1 alpha-2, where it is no group's.
    pub country: Option<String>,
    /// SPDX name, where its things do not say.
    pub licence: Option<String>,
    /// Words to look for, one a line; empty takes what `source::taking` wants.
    pub words: String,
    /// Milliseconds between two looks.
    pub interval_ms: i64,
}

/// How asking a source went.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Polling {
    /// 1 for an OAI-PMH archive.
    pub archive: i64,
    /// When it is asked next, in milliseconds since 1970.
    pub next_at: Option<i64>,
    /// When it was asked last and answered.
    pub polled_at: Option<i64>,
    /// Its server's `ETag`.
    pub etag: Option<String>,
    /// Its server's `Last-Modified`.
    pub last_modified: Option<String>,
    /// SHA-256 of what it said last.
    pub body_hash: Option<String>,
    /// Where the harvest of an archive stands, as JSON.
    pub harvest: Option<String>,
    /// Failures in a row.
    pub failures: i64,
    /// Since when it is asked seldom, because it failed too often.
    pub broken_at: Option<i64>,
    /// What happened last, `code: detail`.
    pub error: Option<String>,
    /// Since when it is over.
    pub ended_at: Option<i64>,
    /// What of it could not be read at the last look, one a line.
    pub skipped: Option<String>,
}

impl Polling {
    /// What was remembered from the last look.
    pub fn memory(&self) -> Memory {
        let harvest = self.harvest.as_deref();
        Memory {
            condition: Condition {
                etag: self.etag.clone(),
                last_modified: self.last_modified.clone(),
            },
            body_hash: self.body_hash.clone(),
            harvest: harvest
                .and_then(|text| serde_json::from_str(text).ok())
                .unwrap_or_default(),
        }
    }
}

impl Source {
    /// Whether its provider's words expire: those of an API are a check, and no group's to give.
    pub fn words_expire(&self) -> bool {
        provider::words_expire(&self.provider)
    }

    /// Whether it is asked again and again: subscribed to, not over, and its owner has not said no.
    pub fn is_polled(&self) -> bool {
        let over = self.polling.ended_at.is_some() || self.leave == Some(Leave::No);
        self.subscribed_at.is_some() && !over
    }
}

/// An owner's word on being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Leave {
    /// Show it, in the podcast feed too.
    Yes,
    /// Do not show it.
    No,
}

impl Leave {
    /// The word in tables, forms and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Leave::Yes => "yes",
            Leave::No => "no",
        }
    }
}

/// A named editor's decision to publish what a source brings, for a while.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Trust {
    /// Its id; entries published under it cite it.
    pub id: TrustId,
    /// Who trusts.
    pub editor: String,
    /// Since when, in milliseconds since 1970.
    pub granted_at: i64,
    /// Until when.
    pub expires_at: i64,
    /// When it was taken back.
    pub revoked_at: Option<i64>,
    /// Who took it back.
    pub revoked_by: Option<String>,
}

impl Trust {
    /// Whether it holds at this moment.
    pub fn holds(&self, now: i64) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}
