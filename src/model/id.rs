//! Ids: UUIDv7 (RFC 9562), so that they sort by the time of their making.

use super::{Clock, Random};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// A new one.
            pub fn mint(clock: &Clock, random: &Random) -> Self {
                Self(uuid_v7(clock, random))
            }

            /// Reads one from an address; anything but a UUID is none.
            pub fn from_text(text: &str) -> Option<Self> {
                uuid::Uuid::try_parse(text).ok().map(|uuid| Self(uuid.to_string()))
            }

            /// Its text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A group's.
    GroupId;
    /// A submission's.
    SubmissionId;
    /// A medium's.
    MediumId;
    /// An entry's; its feed guid is made from it once and for ever.
    EntryId;
    /// An editor's.
    EditorId;
    /// An event's.
    EventId;
    /// A task's.
    TaskId;
}

fn uuid_v7(clock: &Clock, random: &Random) -> String {
    let ms = u64::try_from(clock.now_ms()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(ms, &random.bytes::<10>())
        .into_uuid()
        .to_string()
}
