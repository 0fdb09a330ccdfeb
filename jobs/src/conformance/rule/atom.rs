//! Atom: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Atom:
    /// Elements are Atom's own, and stand where Atom has them. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1>
    ELEMENT Must "atom-element";
    /// What a feed or an entry has one of, stands once. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1>
    TWICE Must "atom-twice";
    /// A feed and each entry have an id. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6>
    ID Must "atom-id";
    /// An id is a whole address. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6>
    ID_ABSOLUTE Must "atom-id-absolute";
    /// A feed and each entry have a title. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.14>
    TITLE Must "atom-title";
    /// A feed and each entry say when they last changed. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.15>
    UPDATED Must "atom-updated";
    /// Dates are of RFC 3339. <https://www.rfc-editor.org/rfc/rfc4287#section-3.3>
    DATE Must "atom-date";
    /// An entry has an author, or the feed has. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2>
    AUTHOR Must "atom-author";
    /// A person has a name. <https://www.rfc-editor.org/rfc/rfc4287#section-3.2.1>
    PERSON Must "atom-person";
    /// A person's mail address is one. <https://www.rfc-editor.org/rfc/rfc4287#section-3.2.3>
    EMAIL Must "atom-email";
    /// A link has an address in `href`. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.1>
    LINK Must "atom-link";
    /// A link's type is a media type. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.3>
    LINK_TYPE Must "atom-link-type";
    /// A link's length is a number of bytes. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.6>
    LINK_LENGTH Must "atom-link-length";
    /// An entry has one page of a type and language. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2>
    ALTERNATE_TWICE Must "atom-alternate-twice";
    /// An entry without content has a page. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2>
    ENTRY_LINK Must "atom-entry-link";
    /// A content's type is text, html, xhtml or a media type of one part.
    /// <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.1>
    CONTENT_TYPE Must "atom-content-type";
    /// A content that is elsewhere is empty here. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.2>
    CONTENT_SOURCE Must "atom-content-source";
    /// A content that is elsewhere says its media type. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.2>
    CONTENT_SOURCE_TYPE Should "atom-content-source-type";
    /// An entry whose content is elsewhere or is no text has a summary.
    /// <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2>
    SUMMARY Must "atom-summary";
    /// A text is text, html or xhtml. <https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1>
    TEXT_TYPE Must "atom-text-type";
    /// Text and HTML hold no elements. <https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1>
    TEXT_MARKUP Must "atom-text-markup";
    /// XHTML stands in one `div`. <https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3>
    XHTML Must "atom-xhtml";
    /// A category has a term. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.2.1>
    CATEGORY Must "atom-category";
    /// A feed says where it is itself. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1>
    SELF_LINK Should "atom-self-link";
    /// No two entries have the same id and the same date. <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1>
    ENTRY_TWICE Should "atom-entry-twice";
}
