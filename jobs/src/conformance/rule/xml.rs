//! XML, namespaces, and what is read at all: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Xml:
    /// A document is no larger than is read; the limit is ours.
    TOO_LARGE Must "xml-too-large";
    /// Tags, attributes, comments and sections are closed and formed as XML forms them.
    /// <https://www.w3.org/TR/xml/#sec-well-formed>
    MALFORMED Must "xml-malformed";
    /// Every element ends, and in the order in which it began. <https://www.w3.org/TR/xml/#sec-starttags>
    UNCLOSED Must "xml-unclosed";
    /// The declaration is the first thing in the document. <https://www.w3.org/TR/xml/#sec-prolog-dtd>
    DECLARATION Must "xml-declaration";
    /// References are XML's five, or numbers. <https://www.w3.org/TR/xml/#sec-references>
    ENTITY Must "xml-entity";
    /// Control characters have no place in XML. <https://www.w3.org/TR/xml/#charsets>
    CHARACTER Must "xml-character";
    /// An attribute stands once. <https://www.w3.org/TR/xml/#uniqattspec>
    ATTRIBUTE_TWICE Must "xml-attribute-twice";
    /// A prefix is declared where it is used or around it. <https://www.w3.org/TR/xml-names/#ns-qualnames>
    PREFIX Must "xml-prefix";
    /// A namespace is called as its standard calls it, letter by letter.
    /// <https://www.w3.org/TR/xml-names/#NSNameComparison>
    NAMESPACE Must "xml-namespace";
    /// The bytes are in the encoding that the document says. <https://www.w3.org/TR/xml/#charencoding>
    ENCODING Must "xml-encoding";
    /// A feed needs no document type; nothing that one declares is read. <https://www.w3.org/TR/xml/#sec-prolog-dtd>
    DOCTYPE Should "xml-doctype";
    /// Elements do not lie deeper, and have no more attributes and namespaces, than is read; the limits are ours.
    EXCESS Must "xml-excess";
    /// The document is RSS, Atom or a JSON Feed. <https://www.rssboard.org/rss-specification>
    NOT_A_FEED Must "xml-not-a-feed";
}
