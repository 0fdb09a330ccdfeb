//! Apple Podcasts: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Apple:
    /// Apple's tags are those that it knows, where it knows them.
    /// <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    TAG Should "apple-tag";
    /// Tags are in their own letter case. <https://podcasters.apple.com/support/823-podcast-requirements>
    TAG_CASE Must "apple-tag-case";
    /// A tag stands once. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    TWICE Must "apple-twice";
    /// A category is one of Apple's, letter by letter.
    /// <https://podcasters.apple.com/support/1691-apple-podcasts-categories>
    CATEGORY Must "apple-category";
    /// A subcategory is one of its category's. <https://podcasters.apple.com/support/1691-apple-podcasts-categories>
    SUBCATEGORY Must "apple-subcategory";
    /// `itunes:explicit` is `true` or `false`. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    EXPLICIT Must "apple-explicit";
    /// Artwork has an address in `href`. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    IMAGE Must "apple-image";
    /// Artwork's address ends in .jpg or .png. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    IMAGE_ENDING Must "apple-image-ending";
    /// A show is `episodic` or `serial`. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    TYPE Must "apple-type";
    /// An episode is `full`, `trailer` or `bonus`. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    EPISODE_TYPE Must "apple-episode-type";
    /// An episode's number is a whole one above zero. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    EPISODE Must "apple-episode";
    /// A season's number is a whole one above zero. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    SEASON Must "apple-season";
    /// `itunes:block` says `Yes` or is not there. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    BLOCK Should "apple-block";
    /// `itunes:complete` says `Yes` or is not there. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    COMPLETE Should "apple-complete";
    /// A new address is a whole one. <https://podcasters.apple.com/support/837-change-the-rss-feed-url>
    NEW_FEED_ADDRESS Must "apple-new-feed-address";
    /// A show says whom Apple can write to. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    OWNER Should "apple-owner";
    /// An owner has a mail address. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    OWNER_EMAIL Must "apple-owner-email";
    /// Addresses are of ASCII letters and digits. <https://podcasters.apple.com/support/823-podcast-requirements>
    ASCII Must "apple-ascii";
    /// No two episodes have the same enclosure. <https://podcasters.apple.com/support/823-podcast-requirements>
    ENCLOSURE_TWICE Must "apple-enclosure-twice";
    /// A language has two letters, and perhaps a country. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    LANGUAGE Should "apple-language";
    /// A duration is a number of seconds, or hours, minutes and seconds.
    /// <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    DURATION Must "apple-duration";
    /// An episode's title does not repeat the show's. <https://help.apple.com/itc/podcasts_connect/#/itcb54353390>
    SHOW_TITLE Should "apple-show-title";
    /// Files and pictures come over https. <https://podcasters.apple.com/support/823-podcast-requirements>
    HTTPS Should "apple-https";
}
