//! Ids: UUIDv7 (RFC 9562), so that they sort by the time of their making.

use super::{Clock, Random};
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// Time and count of the newest id of this process.
static LAST: AtomicU64 = AtomicU64::new(0);
/// The same by clocks that tests set: their days are nobody else's.
static LAST_OF_FIXED: AtomicU64 = AtomicU64::new(0);

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
    /// A source's.
    SourceId;
    /// An item's.
    ItemId;
    /// A trust's.
    TrustId;
    /// A mail's that goes out.
    MailId;
    /// A message's that came.
    MessageId;
    /// An import's.
    ImportId;
    /// A notice's.
    NoticeId;
}

/// Within one process later ids are greater, also in the same millisecond: the twelve bits
/// behind the time count (RFC 9562, section 6.2, method 1), the rest is random.
fn uuid_v7(clock: &Clock, random: &Random) -> String {
    let ms = u64::try_from(clock.now_ms()).unwrap_or(0);
    let last = match (random, clock) {
        (Random::Counted(_, last), _) => last.as_ref(),
        (Random::System, Clock::System) => &LAST,
        (Random::System, Clock::Fixed(_)) => &LAST_OF_FIXED,
    };
    let next = |last: u64| Some((last + 1).max(ms << 12));
    let last = last
        .fetch_update(Ordering::Relaxed, Ordering::Relaxed, next)
        .unwrap_or_default();
    let count = (last + 1).max(ms << 12);
    let mut bytes = random.bytes::<10>();
    bytes[0] = (count >> 8) as u8 & 0x0f;
    bytes[1] = count as u8;
    uuid::Builder::from_unix_timestamp_millis(count >> 12, &bytes)
        .into_uuid()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ids_are_greater() {
        let clock = Clock::fixed("2026-11-23T17:42:00Z".parse().unwrap());
        let ids: Vec<EventId> = (0..10_000)
            .map(|_| EventId::mint(&clock, &Random::System))
            .collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            ids.iter()
                .all(|id| EventId::from_text(id.as_str()).as_ref() == Some(id))
        );
    }
}
