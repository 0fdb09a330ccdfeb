//! Feeds in several documents: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Archive:
    /// A feed that says it is complete is one document. <https://www.rfc-editor.org/rfc/rfc5005#section-2>
    COMPLETE Should "archive-complete";
    /// An archive says where the current document is. <https://www.rfc-editor.org/rfc/rfc5005#section-4>
    CURRENT Should "archive-current";
    /// An archive says that it is one. <https://www.rfc-editor.org/rfc/rfc5005#section-4>
    FLAG Should "archive-flag";
    /// There is one link of each relation. <https://www.rfc-editor.org/rfc/rfc5005#section-3>
    TWICE Must "archive-twice";
    /// A document does not lead on to itself. <https://www.rfc-editor.org/rfc/rfc5005#section-4>
    LOOP Must "archive-loop";
    /// The page before is called `previous`. <https://www.rfc-editor.org/rfc/rfc5005#section-3>
    RELATION Should "archive-relation";
}
