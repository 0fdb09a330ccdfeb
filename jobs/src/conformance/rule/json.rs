//! JSON Feed: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { JsonFeed:
    /// The document is JSON. <https://www.rfc-editor.org/rfc/rfc8259#section-2>
    MALFORMED Must "json-malformed";
    /// A key stands once. <https://www.rfc-editor.org/rfc/rfc8259#section-4>
    KEY_TWICE Should "json-key-twice";
    /// A key's value is of its type. <https://www.jsonfeed.org/version/1.1/#the-structure-of-a-feed>
    TYPE Must "json-type";
    /// A feed says which version of JSON Feed it is. <https://www.jsonfeed.org/version/1.1/#top-level>
    VERSION Must "json-version";
    /// A feed has a title. <https://www.jsonfeed.org/version/1.1/#top-level>
    TITLE Must "json-title";
    /// A feed has a list of items. <https://www.jsonfeed.org/version/1.1/#items>
    ITEMS Must "json-items";
    /// A feed says which page it is of. <https://www.jsonfeed.org/version/1.1/#top-level>
    HOME_PAGE Should "json-home-page";
    /// A feed says where it is itself. <https://www.jsonfeed.org/version/1.1/#top-level>
    FEED_ADDRESS Should "json-feed-address";
    /// A feed does not lead on to itself. <https://www.jsonfeed.org/version/1.1/#top-level>
    NEXT_ADDRESS Must "json-next-address";
    /// Addresses are whole. <https://www.jsonfeed.org/version/1.1/#top-level>
    ADDRESS Must "json-address";
    /// Dates are of RFC 3339. <https://www.jsonfeed.org/version/1.1/#items>
    DATE Must "json-date";
    /// A language is given by its tag. <https://www.rfc-editor.org/rfc/rfc5646#section-2.1>
    LANGUAGE Must "json-language";
    /// An item has an id. <https://www.jsonfeed.org/version/1.1/#items>
    ID Must "json-id";
    /// No two items have the same id. <https://www.jsonfeed.org/version/1.1/#items>
    ID_TWICE Must "json-id-twice";
    /// An item has its words as HTML or as text. <https://www.jsonfeed.org/version/1.1/#items>
    CONTENT Must "json-content";
    /// An attachment has an address and a type. <https://www.jsonfeed.org/version/1.1/#attachments>
    ATTACHMENT Must "json-attachment";
    /// An attachment's type is a media type. <https://www.jsonfeed.org/version/1.1/#attachments>
    MEDIA_TYPE Must "json-media-type";
    /// An attachment's size and duration are numbers. <https://www.jsonfeed.org/version/1.1/#attachments>
    NUMBER Must "json-number";
    /// An author has a name, an address or a picture. <https://www.jsonfeed.org/version/1.1/#top-level>
    AUTHOR Must "json-author";
    /// Authors are a list. <https://www.jsonfeed.org/version/1.1/#deprecations>
    AUTHOR_OLD Should "json-author-old";
    /// A hub has a type and an address. <https://www.jsonfeed.org/version/1.1/#subscribing-to-real-time-notifications>
    HUB Must "json-hub";
    /// Keys are those that the format knows. <https://www.jsonfeed.org/version/1.1/#extensions>
    KEY Should "json-key";
    /// Keys of one's own begin with an underscore and a letter, and have no dot.
    /// <https://www.jsonfeed.org/version/1.1/#extensions>
    EXTENSION Must "json-extension";
    /// Titles and summaries are plain text. <https://www.jsonfeed.org/version/1.1/#items>
    MARKUP Should "json-markup";
}
