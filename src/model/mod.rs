//! The nouns: ids, states and words as types. No SQL, no HTTP.

pub mod answers;
pub mod clock;
pub mod country;
pub mod entry;
pub mod feed;
pub mod group;
pub mod heard;
pub mod id;
pub mod import;
pub mod item;
pub mod language;
pub mod mail;
pub mod notice;
pub mod search;
pub mod source;
pub mod submission;
pub mod task;
pub mod upload;
pub mod watch;

pub use clock::{Clock, Random};
pub use id::{
    EditorId, EntryId, EventId, GroupId, ImportId, ItemId, MailId, MediumId, MessageId, NoticeId,
    SourceId, SubmissionId, TaskId, TrustId,
};
