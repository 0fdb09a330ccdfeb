//! RSS 2.0: the rules.

use super::{Rule, Severity};
use crate::conformance::standard::Standard;

rules! { Rss:
    /// `rss` says that it is version 2.0. <https://www.rssboard.org/rss-specification#whatIsRss>
    VERSION Must "rss-version";
    /// `rss` holds a channel. <https://www.rssboard.org/rss-specification#requiredChannelElements>
    CHANNEL Must "rss-channel";
    /// A channel has a title. <https://www.rssboard.org/rss-specification#requiredChannelElements>
    CHANNEL_TITLE Must "rss-channel-title";
    /// A channel links to its page. <https://www.rssboard.org/rss-specification#requiredChannelElements>
    CHANNEL_LINK Must "rss-channel-link";
    /// A channel has a description. <https://www.rssboard.org/rss-specification#requiredChannelElements>
    CHANNEL_DESCRIPTION Must "rss-channel-description";
    /// A feed says where it is itself. <https://www.rssboard.org/rss-profile#namespace-elements-atom-link>
    SELF_LINK Should "rss-self-link";
    /// Elements without a prefix are RSS's own, and stand where RSS has them.
    /// <https://www.rssboard.org/rss-specification#extendingRss>
    ELEMENT Must "rss-element";
    /// What a channel or an item has one of, stands once. <https://www.rssboard.org/rss-profile#element-channel-item>
    TWICE Must "rss-twice";
    /// An element that is there says something. <https://www.rssboard.org/rss-profile#data-types>
    EMPTY Should "rss-empty";
    /// A title is plain text. <https://www.rssboard.org/rss-profile#element-channel-title>
    TITLE_MARKUP Should "rss-title-markup";
    /// Links are whole addresses. <https://www.rssboard.org/rss-specification#comments>
    ADDRESS Must "rss-address";
    /// Dates are written as mail writes them, RFC 822 with years of four digits.
    /// <https://www.rfc-editor.org/rfc/rfc822#section-5>
    DATE Must "rss-date";
    /// The day of the week is that of the date. <https://www.rfc-editor.org/rfc/rfc822#section-5.2>
    DATE_WEEKDAY Must "rss-date-weekday";
    /// A time zone is GMT, one of North America's that RFC 822 names, or a difference in hours.
    /// <https://www.rfc-editor.org/rfc/rfc2822#section-4.3>
    DATE_ZONE Should "rss-date-zone";
    /// Years have four digits. <https://www.rssboard.org/rss-specification#optionalChannelElements>
    DATE_YEAR Should "rss-date-year";
    /// A language is given by its tag. <https://www.rssboard.org/rss-language-codes>
    LANGUAGE Must "rss-language";
    /// Who wrote something is given by an address of mail, a name in brackets behind it.
    /// <https://www.rssboard.org/rss-specification#ltauthorgtSubelementOfLtitemgt>
    EMAIL Must "rss-email";
    /// Hours to skip are whole numbers from 0 to 23, in GMT. <https://www.rssboard.org/skip-hours-days#skiphours>
    SKIP_HOUR Must "rss-skip-hour";
    /// Days to skip are named in English. <https://www.rssboard.org/skip-hours-days#skipdays>
    SKIP_DAY Must "rss-skip-day";
    /// How long a feed may be kept is a number of minutes.
    /// <https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt>
    TTL Must "rss-ttl";
    /// A cloud has all five attributes. <https://www.rssboard.org/rss-specification#ltcloudgtSubelementOfLtchannelgt>
    CLOUD Must "rss-cloud";
    /// A form has a title, a description, a name and a link.
    /// <https://www.rssboard.org/rss-specification#lttextinputgtSubelementOfLtchannelgt>
    TEXT_INPUT Must "rss-text-input";
    /// A channel's picture has an address, a title and a link.
    /// <https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt>
    IMAGE Must "rss-image";
    /// A channel's picture is at most 144 pixels wide and 400 high.
    /// <https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt>
    IMAGE_SIZE Must "rss-image-size";
    /// An item has a title or a description. <https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt>
    ITEM Must "rss-item";
    /// An item has a guid. <https://www.rssboard.org/rss-profile#element-channel-item-guid>
    ITEM_GUID Should "rss-item-guid";
    /// A guid that says it is a link, or says nothing, is one.
    /// <https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt>
    GUID_PERMALINK Must "rss-guid-permalink";
    /// `isPermaLink` is `true` or `false`. <https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt>
    GUID_ATTRIBUTE Must "rss-guid-attribute";
    /// No two items have the same guid. <https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt>
    GUID_TWICE Must "rss-guid-twice";
    /// An enclosure has an address, a length and a type.
    /// <https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt>
    ENCLOSURE Must "rss-enclosure";
    /// An enclosure's length is its number of bytes.
    /// <https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt>
    ENCLOSURE_LENGTH Must "rss-enclosure-length";
    /// An enclosure's type is a media type.
    /// <https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt>
    ENCLOSURE_TYPE Must "rss-enclosure-type";
    /// An enclosure's address is one of the web.
    /// <https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt>
    ENCLOSURE_ADDRESS Must "rss-enclosure-address";
    /// An item has at most one enclosure. <https://www.rssboard.org/rss-profile#element-channel-item-enclosure>
    ENCLOSURE_MANY Should "rss-enclosure-many";
    /// The source of an item has the address of its feed.
    /// <https://www.rssboard.org/rss-specification#ltsourcegtSubelementOfLtitemgt>
    SOURCE Must "rss-source";
    /// A link of Atom's has a whole address. <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.1>
    ATOM_LINK Must "rss-atom-link";
}
