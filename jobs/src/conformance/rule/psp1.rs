//! PSP-1: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Psp1:
    /// A podcast's feed is RSS 2.0.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#rss-feed-elements>
    FORMAT Must "psp1-format";
    /// The feed declares the namespaces itunes, podcast and atom.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#required-rss-namespace-declarations>
    NAMESPACE Must "psp1-namespace";
    /// The feed is in UTF-8.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#required-rss-namespace-declarations>
    ENCODING Must "psp1-encoding";
    /// The feed says where it is itself.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#atomlink-relself>
    SELF_LINK Must "psp1-self-link";
    /// The link to itself is of type `application/rss+xml`.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#atomlink-relself>
    SELF_LINK_TYPE Must "psp1-self-link-type";
    /// A value has at most 255 characters, unless its own rule says otherwise.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#required-rss-namespace-declarations>
    VALUE_LONG Must "psp1-value-long";
    /// A value has no space before or behind it.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#required-rss-namespace-declarations>
    VALUE_SPACE Should "psp1-value-space";
    /// A description has at most 4000 bytes.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#description>
    DESCRIPTION_LONG Must "psp1-description-long";
    /// A description has little HTML, and that in CDATA.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#description-1>
    DESCRIPTION_MARKUP Should "psp1-description-markup";
    /// A podcast says which language is spoken.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#language>
    LANGUAGE Must "psp1-language";
    /// A podcast has a category.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunescategory>
    CATEGORY Must "psp1-category";
    /// A podcast says whether it is explicit.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesexplicit>
    EXPLICIT Must "psp1-explicit";
    /// A podcast has artwork.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesimage>
    IMAGE Must "psp1-image";
    /// A podcast says whether others may take it over.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#podcastlocked>
    LOCKED Should "psp1-locked";
    /// A podcast has a guid of its own.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#podcastguid>
    GUID Should "psp1-guid";
    /// A podcast says who makes it.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesauthor>
    AUTHOR Should "psp1-author";
    /// The copyright names its holder and nothing else.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#copyright>
    COPYRIGHT Should "psp1-copyright";
    /// Every episode of a serial show has a number.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesepisode>
    SERIAL Must "psp1-serial";
    /// An episode has a title. <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#title-1>
    ITEM_TITLE Must "psp1-item-title";
    /// A title has no episode's or season's number in it.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#title-1>
    ITEM_TITLE_NUMBER Should "psp1-item-title-number";
    /// An episode has an enclosure.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#enclosure>
    ITEM_ENCLOSURE Must "psp1-item-enclosure";
    /// An enclosure is MP3, M4A, MP4, M4V or QuickTime.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#enclosure>
    ENCLOSURE_TYPE Must "psp1-enclosure-type";
    /// An enclosure's address ends as its type does.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#enclosure>
    ENCLOSURE_ENDING Must "psp1-enclosure-ending";
    /// An enclosure's length is that of its file.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#enclosure>
    ENCLOSURE_LENGTH Must "psp1-enclosure-length";
    /// An episode has a guid that never changes.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#guid>
    ITEM_GUID Must "psp1-item-guid";
    /// An episode links to its page.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#link-1>
    ITEM_LINK Should "psp1-item-link";
    /// An episode says when it was published.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#pubdate>
    ITEM_DATE Should "psp1-item-date";
    /// An episode has a description.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#description-1>
    ITEM_DESCRIPTION Should "psp1-item-description";
    /// An episode says how long it is.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesduration>
    ITEM_DURATION Should "psp1-item-duration";
    /// An episode has a picture.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesimage-1>
    ITEM_IMAGE Should "psp1-item-image";
    /// An episode says whether it is explicit.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesexplicit-1>
    ITEM_EXPLICIT Should "psp1-item-explicit";
    /// An episode has a transcript.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#podcasttranscript>
    ITEM_TRANSCRIPT Should "psp1-item-transcript";
    /// A duration is a whole number of seconds.
    /// <https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification#itunesduration>
    DURATION Should "psp1-duration";
}
