//! What can fail in a step, under a stable code, and whether trying again can help.

use std::time::Duration;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A kind of failure. The text form is stable: pages, problem+json,
        /// the command line, logs and the text catalogue all use it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code there is, for the test that each has its words.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The stable text form, in kebab case.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// The code with this text form, if there is one.
            pub fn from_text(text: &str) -> Option<Code> {
                match text { $($text => Some(Code::$name),)* _ => None }
            }
        }
    };
}

codes! {
    /// The text is no web address at all.
    NotALink = "not-a-link",
    /// An address, but not http or https.
    LinkScheme = "link-scheme",
    /// A host that only looks like a provider's (or a user:password@ trick).
    LinkLookalike = "link-lookalike",
    /// A site we know no provider for.
    LinkUnknownSite = "link-unknown-site",
    /// A page of a known provider that shows no medium (search, account, home).
    LinkNoMedium = "link-no-medium",
    /// A provider's link whose id is missing or cannot be one.
    LinkBadId = "link-bad-id",
    /// A link meant for a few people (a guest pass), not for publishing.
    LinkPrivate = "link-private",
    /// A channel's name that only a key tells the number of.
    ChannelName = "channel-name",
    /// A name of Flickr's that only a key tells the number of.
    OwnerName = "owner-name",
    /// A link to what belongs to nobody in particular (a tag), where one thing or a list of somebody's is needed.
    LinkCollection = "link-collection",
    /// The provider says that it does not exist, or no longer.
    Gone = "gone",
    /// It exists, but only its owner can open it.
    Private = "private",
    /// The owner does not let other sites embed it.
    EmbeddingOff = "embedding-off",
    /// Its provider shows it in no country, or only to adults who have signed in.
    Blocked = "blocked",
    /// The owner of its source does not want to be shown here.
    OptedOut = "opted-out",
    /// The live stream has not begun or still runs.
    NotYetRecorded = "not-yet-recorded",
    /// The provider refused our API key.
    ProviderKey = "provider-key",
    /// Our share of the provider's queries is used up for now.
    ProviderQuota = "provider-quota",
    /// The provider is out of order or busy.
    ProviderBusy = "provider-busy",
    /// The provider's reply is empty, not of its documented form, or HTML.
    ProviderReply = "provider-reply",
    /// The address, or one it redirects to, is not a public one.
    AddressRefused = "address-refused",
    /// More redirects than we follow.
    TooManyRedirects = "too-many-redirects",
    /// More bytes than we take.
    TooLarge = "too-large",
    /// No answer in time.
    Timeout = "timeout",
    /// No connection, or it broke.
    Unreachable = "unreachable",
    /// A file that cannot be decoded as what it says it is.
    MediaBroken = "media-broken",
    /// A recording or an episode that cannot be read as sound.
    SoundBroken = "sound-broken",
    /// A postcard that is shorter than half a minute or longer than three.
    PostcardLength = "postcard-length",
    /// More pixels or longer than we decode.
    MediaTooLarge = "media-too-large",
    /// The decoder died or ran out of memory or time on this file.
    MediaChild = "media-child",
    /// The sandbox could not be set up on this machine.
    Sandbox = "sandbox",
    /// The hub does not want to be told.
    HubRefused = "hub-refused",
    /// The mail server does not take this mail, and will not.
    MailRefused = "mail-refused",
    /// The mail server cannot be reached or is busy.
    MailServer = "mail-server",
    /// Something of ours failed: disk, process, a bug.
    Internal = "internal",
}

impl Code {
    /// Whether it tells of our own key, request or machine, and nothing of the link.
    pub fn is_ours(self) -> bool {
        matches!(
            self,
            Code::ProviderKey | Code::ProviderReply | Code::Sandbox | Code::Internal
        )
    }
}

/// Whether, and when, trying again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// The answer is final.
    Never,
    /// After the queue's usual back-off.
    BackOff,
    /// Not before this much time has passed (`Retry-After`, a quota's reset).
    After(Duration),
}

/// Characters of a detail.
const MOST_DETAIL: usize = 300;

/// A step's failure: its kind, what happened in one line for editors and logs
/// (never a secret, never personal data), and whether trying again can help.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", code.as_str())]
pub struct StepError {
    /// The kind of failure.
    pub code: Code,
    /// One line on what happened.
    pub detail: String,
    /// Whether trying again can help.
    pub retry: Retry,
}

impl StepError {
    /// A failure that no second try will mend.
    pub fn fail(code: Code, detail: impl Into<String>) -> Self {
        Self::new(code, Retry::Never, detail.into())
    }

    /// A failure that may have passed by the next try.
    pub fn retry(code: Code, detail: impl Into<String>) -> Self {
        Self::new(code, Retry::BackOff, detail.into())
    }

    /// A failure that will have passed after a known time.
    pub fn retry_after(code: Code, wait: Duration, detail: impl Into<String>) -> Self {
        Self::new(code, Retry::After(wait), detail.into())
    }

    /// Strangers' words may stand in the detail, and it goes into rows and logs.
    fn new(code: Code, retry: Retry, detail: String) -> Self {
        let line = detail.chars().map(|c| if c.is_control() { ' ' } else { c });
        Self {
            code,
            detail: line.take(MOST_DETAIL).collect(),
            retry,
        }
    }
}
