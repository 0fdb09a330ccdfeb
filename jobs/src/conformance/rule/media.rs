//! Media RSS: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Media:
    /// A medium has an address, or a player. <https://www.rssboard.org/media-rss#media-content>
    CONTENT Must "media-content";
    /// A medium is image, audio, video, document or executable. <https://www.rssboard.org/media-rss#media-content>
    MEDIUM Must "media-medium";
    /// An expression is sample, full or nonstop. <https://www.rssboard.org/media-rss#media-content>
    EXPRESSION Must "media-expression";
    /// Sizes, lengths and rates are numbers. <https://www.rssboard.org/media-rss#media-content>
    NUMBER Must "media-number";
    /// `isDefault` is `true` or `false`. <https://www.rssboard.org/media-rss#media-content>
    DEFAULT Must "media-default";
    /// A medium's type is a media type. <https://www.rssboard.org/media-rss#media-content>
    TYPE Must "media-type";
    /// Addresses are whole. <https://www.rssboard.org/media-rss#media-content>
    ADDRESS Must "media-address";
    /// A thumbnail has an address. <https://www.rssboard.org/media-rss#media-thumbnails>
    THUMBNAIL Must "media-thumbnail";
    /// A player has an address. <https://www.rssboard.org/media-rss#media-player>
    PLAYER Must "media-player";
    /// A group holds two or more versions of one thing. <https://www.rssboard.org/media-rss#media-group>
    GROUP Should "media-group";
    /// A text is plain or html. <https://www.rssboard.org/media-rss#media-title>
    TEXT_TYPE Must "media-text-type";
    /// A restriction allows or denies, to countries, addresses or all.
    /// <https://www.rssboard.org/media-rss#media-restriction>
    RESTRICTION Must "media-restriction";
    /// Roles are in small letters. <https://www.rssboard.org/media-rss#media-credit>
    CREDIT Should "media-credit";
    /// A hash is MD5 or SHA-1 in hexadecimal digits. <https://www.rssboard.org/media-rss#media-hash>
    HASH Must "media-hash";
    /// A simple rating is adult or nonadult. <https://www.rssboard.org/media-rss#media-rating>
    RATING Must "media-rating";
    /// A thumbnail's time is one in the recording. <https://www.rssboard.org/media-rss#media-thumbnails>
    TIME Must "media-time";
}
