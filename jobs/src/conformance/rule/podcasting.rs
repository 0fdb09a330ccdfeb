//! Podcasting 2.0: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Podcasting:
    /// An element is one of the namespace, letter by letter.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md>
    ELEMENT Must "podcasting-element";
    /// An element stands where the namespace has it.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md>
    PLACE Must "podcasting-place";
    /// What there is one of, stands once. <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md>
    TWICE Must "podcasting-twice";
    /// A show's guid is a UUID. <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md>
    GUID Must "podcasting-guid";
    /// A show's guid is a UUID of version 5.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md>
    GUID_VERSION Should "podcasting-guid-version";
    /// `podcast:locked` is `yes` or `no`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/locked.md>
    LOCKED Must "podcasting-locked";
    /// `podcast:locked` says who can unlock it.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/locked.md>
    LOCKED_OWNER Should "podcasting-locked-owner";
    /// A way to give has an address.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/funding.md>
    FUNDING Must "podcasting-funding";
    /// A transcript has an address and a type.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md>
    TRANSCRIPT Must "podcasting-transcript";
    /// A transcript is of a type that apps read.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md>
    TRANSCRIPT_TYPE Should "podcasting-transcript-type";
    /// A transcript's `rel` is `captions` or is not there.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md>
    TRANSCRIPT_REL Should "podcasting-transcript-rel";
    /// A language is given by its tag. <https://www.rfc-editor.org/rfc/rfc5646#section-2.1>
    LANGUAGE Must "podcasting-language";
    /// Chapters have an address and a type.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/chapters.md>
    CHAPTERS Must "podcasting-chapters";
    /// Chapters are of type `application/json+chapters`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/chapters.md>
    CHAPTERS_TYPE Should "podcasting-chapters-type";
    /// A soundbite says in seconds where it begins and how long it is.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/soundbite.md>
    SOUNDBITE Must "podcasting-soundbite";
    /// A soundbite takes 15 to 120 seconds.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/soundbite.md>
    SOUNDBITE_LENGTH Should "podcasting-soundbite-length";
    /// A person has a name. <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md>
    PERSON Must "podcasting-person";
    /// A role is one of the Podcast Taxonomy.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json>
    PERSON_ROLE Should "podcasting-person-role";
    /// A group is one of the Podcast Taxonomy.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json>
    PERSON_GROUP Should "podcasting-person-group";
    /// A place has a name.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/location/location.md>
    LOCATION Must "podcasting-location";
    /// A place is `subject` or `creator`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/location/location.md#rel-recommended>
    LOCATION_REL Must "podcasting-location-rel";
    /// `geo` is an address of RFC 5870. <https://www.rfc-editor.org/rfc/rfc5870#section-3.3>
    LOCATION_GEO Must "podcasting-location-geo";
    /// `osm` is OpenStreetMap's kind and number.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/location/location.md#osm-recommended>
    LOCATION_OSM Must "podcasting-location-osm";
    /// `country` is two letters of ISO 3166.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/location/location.md#country-recommended>
    LOCATION_COUNTRY Must "podcasting-location-country";
    /// A season's number is a whole one.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/season.md>
    SEASON Must "podcasting-season";
    /// An episode's number is a number.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/episode.md>
    EPISODE Must "podcasting-episode";
    /// A trailer has an address, a date and a title.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/trailer.md>
    TRAILER Must "podcasting-trailer";
    /// A trailer's date is written as mail writes it.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/trailer.md>
    TRAILER_DATE Must "podcasting-trailer-date";
    /// A licence has a name. <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/license.md>
    LICENSE Must "podcasting-license";
    /// A licence of one's own has the address of its text.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/license.md>
    LICENSE_ADDRESS Must "podcasting-license-address";
    /// Another version has a media type.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/alternateEnclosure.md>
    ALTERNATE Must "podcasting-alternate";
    /// Another version says where it is.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/source.md>
    ALTERNATE_SOURCE Must "podcasting-alternate-source";
    /// A length, height or bitrate is a number.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/alternateEnclosure.md>
    ALTERNATE_NUMBER Must "podcasting-alternate-number";
    /// `default` is `true` or `false`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/alternateEnclosure.md>
    ALTERNATE_DEFAULT Must "podcasting-alternate-default";
    /// A source has an address. <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/source.md>
    SOURCE Must "podcasting-source";
    /// An integrity check says its kind and its value.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/integrity.md>
    INTEGRITY Must "podcasting-integrity";
    /// A link to what is elsewhere has an address.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/contentLink.md>
    CONTENT_LINK Must "podcasting-content-link";
    /// A link says where it leads.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/contentLink.md>
    CONTENT_LINK_TEXT Should "podcasting-content-link-text";
    /// A medium is one of the list, or its list.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/medium.md>
    MEDIUM Must "podcasting-medium";
    /// A feed whose medium is a list has remote items, not items.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/medium.md#list-mediums>
    MEDIUM_LIST Should "podcasting-medium-list";
    /// A publisher's feed has a guid and remote items.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/publishers/publishers.md#publisher-feed-requirements>
    MEDIUM_PUBLISHER Must "podcasting-medium-publisher";
    /// A picture has an address in `href`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/image.md>
    IMAGE Must "podcasting-image";
    /// A picture's size, shape and type are such.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/image.md>
    IMAGE_SHAPE Must "podcasting-image-shape";
    /// Pictures are given by `podcast:image`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/images.md>
    IMAGES Should "podcasting-images";
    /// A live item is `pending`, `live` or `ended`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/live-item.md>
    LIVE Must "podcasting-live";
    /// A live item's start and end are dates of ISO 8601.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/live-item.md>
    LIVE_TIME Must "podcasting-live-time";
    /// A live item links to where it can be heard otherwise.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/live-item.md>
    LIVE_LINK Must "podcasting-live-link";
    /// A place to talk has a protocol and an address.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/social-interact.md>
    SOCIAL Must "podcasting-social";
    /// A chat has a server and a protocol.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/chat.md>
    CHAT Must "podcasting-chat";
    /// `usesPodping` is `true` or `false`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/podping.md>
    PODPING Must "podcasting-podping";
    /// `podcast:block` is `yes` or `no`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/block.md>
    BLOCK Must "podcasting-block";
    /// A value has a type and a method.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value.md>
    VALUE Must "podcasting-value";
    /// A value has somebody who receives it.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value.md>
    VALUE_WHOM Must "podcasting-value-whom";
    /// A recipient has a type, an address and a share.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value-recipient.md>
    VALUE_RECIPIENT Must "podcasting-value-recipient";
    /// A split by time says when, and to whom: recipients or a remote item.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value-time-split.md>
    VALUE_SPLIT Must "podcasting-value-split";
    /// A remote item names its feed by guid.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/remote-item.md>
    REMOTE Must "podcasting-remote";
    /// A remote item's medium is one of the list.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/remote-item.md>
    REMOTE_MEDIUM Must "podcasting-remote-medium";
    /// A podroll holds remote items.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/podroll.md>
    PODROLL Must "podcasting-podroll";
    /// A publisher is one remote item of medium `publisher`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/publisher.md>
    PUBLISHER Must "podcasting-publisher";
    /// A publisher's remote item has the address of its feed.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/publisher.md>
    PUBLISHER_ADDRESS Should "podcasting-publisher-address";
    /// How often episodes come is a rule of iCalendar. <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10>
    UPDATE_RULE Must "podcasting-update-rule";
    /// A start is a date of ISO 8601.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/update-frequency.md>
    UPDATE_START Must "podcasting-update-start";
    /// A rule that counts has a start.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/update-frequency.md>
    UPDATE_COUNT Must "podcasting-update-count";
    /// `complete` is `true` or `false`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/update-frequency.md>
    UPDATE_COMPLETE Must "podcasting-update-complete";
    /// How often episodes come is said by a rule too.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/update-frequency.md>
    UPDATE_BARE Should "podcasting-update-bare";
    /// Texts are no longer than aggregators keep: 128 characters, 32 for what is displayed, 4000 for `podcast:txt`.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md>
    LONG Should "podcasting-long";
    /// Addresses are whole. <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md>
    ADDRESS Must "podcasting-address";
    /// What is on the web comes over https.
    /// <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md>
    HTTPS Should "podcasting-https";
}
