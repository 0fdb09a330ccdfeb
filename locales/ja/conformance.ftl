# What the check of a feed says: each rule’s fault in a sentence, and how to mend it. $about is the value concerned.

## XML, namespaces, and what is read at all

conformance-xml-too-large = The document has { $about } bytes, which is more than we read.
conformance-xml-too-large-mend = Keep the newest entries in the feed and move older ones to archive documents (RFC 5005).
conformance-xml-malformed = This is not XML: { $about }
conformance-xml-malformed-mend = Write every tag as <name attribute="value">, and “<” in texts as &lt;.
conformance-xml-unclosed = “{ $about }” begins or ends without its other half.
conformance-xml-unclosed-mend = Close every element with an end tag of the same name before the one around it ends: <item><title>…</title></item>.
conformance-xml-declaration = Something stands before the XML declaration, if only an empty line.
conformance-xml-declaration-mend = Let the document begin with <?xml … ?>, with nothing before it.
conformance-xml-entity = XML does not know “{ $about }”.
conformance-xml-entity-mend = Write & as &amp; and other characters as themselves or by number: &#160; instead of &nbsp;.
conformance-xml-character = There is a character that XML does not allow: { $about }
conformance-xml-character-mend = Take it out; only tabs and line breaks are allowed among the control characters.
conformance-xml-attribute-twice = The attribute “{ $about }” stands there twice.
conformance-xml-attribute-twice-mend = Keep one of them.
conformance-xml-prefix = Nobody declared the prefix “{ $about }”.
conformance-xml-prefix-mend = Declare it at the first element, such as xmlns:dc="http://purl.org/dc/elements/1.1/".
conformance-xml-namespace = “{ $about }” is not quite the namespace’s name, so readers do not know its elements.
conformance-xml-namespace-mend = Write the name as its standard does: Apple’s is http://www.itunes.com/dtds/podcast-1.0.dtd, Podcasting 2.0’s is https://podcastindex.org/namespace/1.0, Media RSS’s is http://search.yahoo.com/mrss/ with the slash, Atom’s is http://www.w3.org/2005/Atom.
conformance-xml-encoding = The document cannot be read as { $about }.
conformance-xml-encoding-mend = Save it as UTF-8 and say so: <?xml version="1.0" encoding="UTF-8"?>.
conformance-xml-doctype = There is a DOCTYPE; many readers refuse feeds that have one.
conformance-xml-doctype-mend = Take the DOCTYPE out, and write what its entities stand for.
conformance-xml-excess = Here are more levels, attributes or namespaces than we read: { $about }
conformance-xml-excess-mend = Keep to what a feed needs, and give whole pages as escaped HTML.
conformance-xml-not-a-feed = This is no feed.
conformance-xml-not-a-feed-mend = Give the feed’s own address, not its page’s: it begins with <rss …>, <feed …>, or is a JSON Feed.

## RSS 2.0

conformance-rss-version = The feed does not say that it is RSS 2.0.
conformance-rss-version-mend = Begin it with <rss version="2.0">.
conformance-rss-channel = There is no channel in the feed.
conformance-rss-channel-mend = Put everything into one <channel> in <rss>.
conformance-rss-channel-title = The feed has no title.
conformance-rss-channel-title-mend = Give the channel the name of your show or group: <title>PyIbadan</title>.
conformance-rss-channel-link = The feed has no link to its page.
conformance-rss-channel-link-mend = Give the channel the address of its page: <link>https://example.org/</link>.
conformance-rss-channel-description = The feed has no description.
conformance-rss-channel-description-mend = Say in a sentence or two what the feed is about: <description>…</description>.
conformance-rss-self-link = The feed does not say where it is itself.
conformance-rss-self-link-mend = Add its own address to the channel: <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>.
conformance-rss-element = RSS has no “{ $about }” here.
conformance-rss-element-mend = Check its letter case and its place, or take it out; elements of your own need a namespace.
conformance-rss-twice = There is more than one “{ $about }” here.
conformance-rss-twice-mend = Keep one of them; readers take whichever they like.
conformance-rss-empty = This element says nothing.
conformance-rss-empty-mend = Write something into it, or leave it out.
conformance-rss-title-markup = The title holds HTML, which most readers show as it stands: { $about }
conformance-rss-title-markup-mend = Write the title without marks; & and < as &amp; and &lt;.
conformance-rss-address = “{ $about }” is no whole address.
conformance-rss-address-mend = Write it with https:// and the host, without spaces: https://example.org/gauge.
conformance-rss-date = “{ $about }” is no date as RSS writes it.
conformance-rss-date-mend = Write it so: Mon, 23 Nov 2026 17:42:00 GMT.
conformance-rss-date-weekday = The day of the week is another: { $about }
conformance-rss-date-weekday-mend = Put in the right one, or leave it out.
conformance-rss-date-zone = Readers take this time for GMT, as they do not know its zone: { $about }
conformance-rss-date-zone-mend = Write the zone as GMT or as a difference: Mon, 23 Nov 2026 17:42:00 +0100.
conformance-rss-date-year = The year has two digits: { $about }
conformance-rss-date-year-mend = Write all four: Mon, 23 Nov 2026 17:42:00 GMT.
conformance-rss-language = “{ $about }” is no language tag.
conformance-rss-language-mend = Write the tag: en, pt-br, zh-hans, yo.
conformance-rss-email = “{ $about }” is no mail address.
conformance-rss-email-mend = Write the address first and the name in brackets, ada@example.org (Ada), or use dc:creator for a name alone.
conformance-rss-skip-hour = “{ $about }” is no hour from 0 to 23.
conformance-rss-skip-hour-mend = Write the hour in GMT as a number: <hour>23</hour>.
conformance-rss-skip-day = “{ $about }” is no day of the week as RSS writes it.
conformance-rss-skip-day-mend = Write it in English with a capital letter: <day>Monday</day>.
conformance-rss-ttl = “{ $about }” is no number of minutes.
conformance-rss-ttl-mend = Write a whole number above zero: <ttl>60</ttl>.
conformance-rss-cloud = The cloud lacks “{ $about }”, or it is wrong.
conformance-rss-cloud-mend = Give it domain, port, path, registerProcedure and protocol, or leave the cloud out.
conformance-rss-text-input = The form lacks “{ $about }”.
conformance-rss-text-input-mend = Give it title, description, name and link, or leave it out; no reader shows it today.
conformance-rss-image = The channel’s picture lacks “{ $about }”.
conformance-rss-image-mend = Give it all three: <image><url>https://example.org/logo.png</url><title>PyIbadan</title><link>https://example.org/</link></image>.
conformance-rss-image-size = “{ $about }” is no width up to 144 or height up to 400.
conformance-rss-image-size-mend = Write the size in pixels, or leave it out; large artwork belongs into itunes:image.
conformance-rss-item = The item has neither title nor description.
conformance-rss-item-mend = Give it at least one of them: <title>The rain gauge</title>.
conformance-rss-item-guid = The item has no guid, so readers show it again whenever it changes.
conformance-rss-item-guid-mend = Give it a name that never changes: <guid isPermaLink="false">2026-rain-gauge</guid>.
conformance-rss-guid-permalink = Readers take this guid for a link, and it is none: { $about }
conformance-rss-guid-permalink-mend = Add isPermaLink="false" to the guid.
conformance-rss-guid-attribute = isPermaLink is neither true nor false, but “{ $about }”.
conformance-rss-guid-attribute-mend = Write isPermaLink="false", in small letters.
conformance-rss-guid-twice = Another item has this guid already, so readers show only one of them: { $about }
conformance-rss-guid-twice-mend = Give every item a guid of its own.
conformance-rss-enclosure = The enclosure lacks “{ $about }”.
conformance-rss-enclosure-mend = Give it all three: <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>.
conformance-rss-enclosure-length = “{ $about }” is no number of bytes.
conformance-rss-enclosure-length-mend = Write the file’s size in bytes, digits only: length="12345678".
conformance-rss-enclosure-type = “{ $about }” is no media type.
conformance-rss-enclosure-type-mend = Write the type with its slash: audio/mpeg for MP3, audio/x-m4a for M4A, video/mp4 for MP4.
conformance-rss-enclosure-address = The enclosure’s address does not lead to a file on the web: { $about }
conformance-rss-enclosure-address-mend = Write it with https:// and the host: https://example.org/gauge.mp3.
conformance-rss-enclosure-many = The item has { $about } enclosures; most readers take one, and not all the same.
conformance-rss-enclosure-many-mend = Keep one; give other versions as podcast:alternateEnclosure, or make an item of each.
conformance-rss-source = The source has no address of a feed.
conformance-rss-source-mend = Add it: <source url="https://example.com/feed.xml">Another feed</source>.
conformance-rss-atom-link = This link has no whole address, and leads nowhere.
conformance-rss-atom-link-mend = Give it a whole address: href="https://example.org/feed.xml".

## Media RSS

conformance-media-content = The medium has neither an address nor a player.
conformance-media-content-mend = Give it url="…", or put <media:player url="…"/> into it.
conformance-media-medium = Media RSS knows no medium “{ $about }”.
conformance-media-medium-mend = Write image, audio, video, document or executable.
conformance-media-expression = Media RSS knows no expression “{ $about }”.
conformance-media-expression-mend = Write sample, full or nonstop, or leave it out.
conformance-media-number = This is no number: { $about }
conformance-media-number-mend = Write digits only: bytes, seconds or pixels without their unit.
conformance-media-default = isDefault is neither true nor false, but “{ $about }”.
conformance-media-default-mend = Write true or false.
conformance-media-type = “{ $about }” is no media type.
conformance-media-type-mend = Write the type with its slash, such as video/mp4.
conformance-media-address = “{ $about }” is no whole address.
conformance-media-address-mend = Write it with https:// and the host.
conformance-media-thumbnail = The thumbnail has no address.
conformance-media-thumbnail-mend = Give it one: <media:thumbnail url="https://example.org/gauge.jpg"/>.
conformance-media-player = The player has no address.
conformance-media-player-mend = Give it the address of the page that plays: <media:player url="https://example.com/watch"/>.
conformance-media-group = The group holds fewer than two media.
conformance-media-group-mend = Take the group away and leave the medium, or put its other versions in.
conformance-media-text-type = The text’s type is neither plain nor html, but “{ $about }”.
conformance-media-text-type-mend = Write type="plain" or type="html".
conformance-media-restriction = The restriction does not say whom it allows or denies.
conformance-media-restriction-mend = Write it so: <media:restriction relationship="allow" type="country">ng gh</media:restriction>.
conformance-media-credit = The role is not in small letters: { $about }
conformance-media-credit-mend = Write it in small letters: role="producer".
conformance-media-hash = This is no hash of its kind: { $about }
conformance-media-hash-mend = Give algo="md5" with 32 digits, or algo="sha-1" with 40.
conformance-media-rating = The rating is neither adult nor nonadult, but “{ $about }”.
conformance-media-rating-mend = Write nonadult or adult, or name the scheme that you use.
conformance-media-time = The thumbnail’s time is none: { $about }
conformance-media-time-mend = Write hours, minutes and seconds: time="12:05:01.123".

## Feeds in several documents

conformance-archive-complete = The feed says it is complete, and links to more of itself ({ $about }).
conformance-archive-complete-mend = Take out fh:complete, or the link.
conformance-archive-current = The archive does not say where the current document is.
conformance-archive-current-mend = Add the address that people subscribe to: <atom:link rel="current" href="https://example.org/feed.xml"/>.
conformance-archive-flag = The document links to a next archive, but does not say that it is one itself.
conformance-archive-flag-mend = Add <fh:archive/> to its head, or take out the link.
conformance-archive-twice = There is more than one “{ $about }” link.
conformance-archive-twice-mend = Keep one of them.
conformance-archive-loop = The “{ $about }” link leads to this very document, so readers would go round for ever.
conformance-archive-loop-mend = Let it lead to the other document, or take it out.
conformance-archive-relation = Feeds call the page before “previous”, not “{ $about }”.
conformance-archive-relation-mend = Write rel="previous".

## PSP-1

conformance-psp1-format = This is no RSS, and podcast directories take nothing else.
conformance-psp1-format-mend = Give the address of the show’s RSS feed.
conformance-psp1-namespace = The first element does not declare the namespace “{ $about }”.
conformance-psp1-namespace-mend = Begin with <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">.
conformance-psp1-encoding = The feed is in { $about }, not in UTF-8.
conformance-psp1-encoding-mend = Save it as UTF-8 and say so: <?xml version="1.0" encoding="UTF-8"?>.
conformance-psp1-self-link = The feed does not say where it is itself.
conformance-psp1-self-link-mend = Add its own address to the channel: <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>.
conformance-psp1-self-link-type = The link to the feed itself does not say that it is RSS.
conformance-psp1-self-link-type-mend = Add type="application/rss+xml" to it.
conformance-psp1-value-long = The value has more than 255 characters: { $about }
conformance-psp1-value-long-mend = Shorten it; long texts belong into description or content:encoded.
conformance-psp1-value-space = There is space before or behind the value: { $about }
conformance-psp1-value-space-mend = Take it out; line breaks count as space, in CDATA too.
conformance-psp1-description-long = The description has more than 4000 bytes.
conformance-psp1-description-long-mend = Shorten it; the whole text can stand in content:encoded.
conformance-psp1-description-markup = Not every app can read the HTML here: { $about }
conformance-psp1-description-markup-mend = Keep to p, ol, ul, li, a, b, i, strong and em, and put the whole text into CDATA: <description><![CDATA[<p>…</p>]]></description>.
conformance-psp1-language = The feed does not say which language is spoken.
conformance-psp1-language-mend = Say which language is spoken: <language>en</language>.
conformance-psp1-category = The feed has no category.
conformance-psp1-category-mend = Choose one of Apple’s: <itunes:category text="Technology"/>.
conformance-psp1-explicit = The feed does not say whether it is for adults only.
conformance-psp1-explicit-mend = Say whether it is for adults only: <itunes:explicit>false</itunes:explicit>.
conformance-psp1-image = The feed has no artwork.
conformance-psp1-image-mend = Add artwork of 1400 to 3000 pixels square, JPEG or PNG: <itunes:image href="https://example.org/show.png"/>.
conformance-psp1-locked = The feed does not say whether another host may import it.
conformance-psp1-locked-mend = Add <podcast:locked owner="show@example.org">yes</podcast:locked>.
conformance-psp1-guid = The feed has no podcast:guid, by which apps know the show when it moves.
conformance-psp1-guid-mend = Mint one from the feed’s address and keep it for ever: <podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>.
conformance-psp1-author = The feed does not say who makes the show.
conformance-psp1-author-mend = Add the group’s or the hosts’ names: <itunes:author>PyIbadan</itunes:author>.
conformance-psp1-copyright = The copyright holds more than its holder’s name: { $about }
conformance-psp1-copyright-mend = Leave out the word, the sign and the year: <copyright>PyIbadan</copyright>.
conformance-psp1-serial = The show is serial, and this episode has no number.
conformance-psp1-serial-mend = Add <itunes:episode>3</itunes:episode>, or make the show episodic.
conformance-psp1-item-title = The episode has no title.
conformance-psp1-item-title-mend = Give it one: <title>The rain gauge</title>.
conformance-psp1-item-title-number = The title has the episode’s number in it: { $about }
conformance-psp1-item-title-number-mend = Take it out, and put it into <itunes:episode> and <itunes:season>.
conformance-psp1-item-enclosure = The episode has no sound or film, and one such item can make a directory refuse the whole feed.
conformance-psp1-item-enclosure-mend = Add its file: <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>, or keep articles in another feed.
conformance-psp1-enclosure-type = Not every podcast app plays “{ $about }”.
conformance-psp1-enclosure-type-mend = Offer the episode as audio/mpeg or video/mp4; other versions can be podcast:alternateEnclosure.
conformance-psp1-enclosure-ending = The address does not end as the file’s type does: { $about }
conformance-psp1-enclosure-ending-mend = Let the path end in .mp3, .m4a, .mp4, .m4v or .mov, before any question mark.
conformance-psp1-enclosure-length = The enclosure says that it has no bytes.
conformance-psp1-enclosure-length-mend = Write the file’s size in bytes: length="12345678".
conformance-psp1-item-guid = The episode has no guid, so apps download it again whenever it changes.
conformance-psp1-item-guid-mend = Give it a name for ever: <guid isPermaLink="false">2026-rain-gauge</guid>.
conformance-psp1-item-link = The episode has no link to its page.
conformance-psp1-item-link-mend = Add it: <link>https://example.org/gauge</link>.
conformance-psp1-item-date = The episode does not say when it was published.
conformance-psp1-item-date-mend = Add it: <pubDate>Mon, 23 Nov 2026 17:42:00 GMT</pubDate>.
conformance-psp1-item-description = The episode has no description.
conformance-psp1-item-description-mend = Say in a few sentences what one hears: <description>…</description>.
conformance-psp1-item-duration = The episode does not say how long it is.
conformance-psp1-item-duration-mend = Add it in seconds: <itunes:duration>1801</itunes:duration>.
conformance-psp1-item-image = The episode has no picture of its own.
conformance-psp1-item-image-mend = Add one of 1400 to 3000 pixels square: <itunes:image href="https://example.org/gauge.jpg"/>.
conformance-psp1-item-explicit = The episode does not say whether it is for adults only.
conformance-psp1-item-explicit-mend = Add <itunes:explicit>false</itunes:explicit>.
conformance-psp1-item-transcript = The episode has no transcript.
conformance-psp1-item-transcript-mend = Add one for those who cannot or do not want to listen: <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>.
conformance-psp1-duration = The duration is not in seconds: { $about }
conformance-psp1-duration-mend = Write seconds: 1801 for 30:01.

## Apple Podcasts

conformance-apple-tag = Apple knows no “{ $about }” here.
conformance-apple-tag-mend = Take it out, or put it where it belongs: channel or item.
conformance-apple-tag-case = Apple does not read “{ $about }”, as its letter case is another.
conformance-apple-tag-case-mend = Write it as Apple does, such as itunes:episodeType and itunes:new-feed-url.
conformance-apple-twice = There is more than one “{ $about }” here.
conformance-apple-twice-mend = Keep one of them; only categories may be several.
conformance-apple-category = Apple has no category “{ $about }”.
conformance-apple-category-mend = Choose one from Apple’s list, with its capital letters and &amp;: <itunes:category text="Kids &amp; Family"/>.
conformance-apple-subcategory = The category around it has no subcategory “{ $about }”.
conformance-apple-subcategory-mend = Choose one of that category, or leave the subcategory out; Technology has none.
conformance-apple-explicit = itunes:explicit is neither true nor false, but “{ $about }”.
conformance-apple-explicit-mend = Write <itunes:explicit>false</itunes:explicit>, or true where it is for adults only.
conformance-apple-image = The artwork has no address.
conformance-apple-image-mend = Write it as an attribute: <itunes:image href="https://example.org/show.png"/>.
conformance-apple-image-ending = The artwork’s address does not end in .jpg or .png: { $about }
conformance-apple-image-ending-mend = Name the file after what it is: show.jpg or show.png.
conformance-apple-type = A show is episodic or serial, not “{ $about }”.
conformance-apple-type-mend = Write <itunes:type>episodic</itunes:type>, in small letters.
conformance-apple-episode-type = An episode is full, trailer or bonus, not “{ $about }”.
conformance-apple-episode-type-mend = Write <itunes:episodeType>full</itunes:episodeType>, in small letters.
conformance-apple-episode = “{ $about }” is no episode’s number.
conformance-apple-episode-mend = Write a whole number above zero: <itunes:episode>3</itunes:episode>.
conformance-apple-season = “{ $about }” is no season’s number.
conformance-apple-season-mend = Write a whole number above zero: <itunes:season>2</itunes:season>.
conformance-apple-block = “{ $about }” blocks nothing.
conformance-apple-block-mend = Write <itunes:block>Yes</itunes:block> to stay out of Apple’s directory, or take it out.
conformance-apple-complete = “{ $about }” ends nothing.
conformance-apple-complete-mend = Write <itunes:complete>Yes</itunes:complete> if no episode will follow, or take it out.
conformance-apple-new-feed-address = “{ $about }” is no address that a feed can move to.
conformance-apple-new-feed-address-mend = Write the whole new address: <itunes:new-feed-url>https://example.org/feed.xml</itunes:new-feed-url>.
conformance-apple-owner = The feed does not say whom Apple can write to.
conformance-apple-owner-mend = Add <itunes:owner><itunes:name>PyIbadan</itunes:name><itunes:email>show@example.org</itunes:email></itunes:owner>.
conformance-apple-owner-email = The owner has no mail address.
conformance-apple-owner-email-mend = Add it: <itunes:email>show@example.org</itunes:email>.
conformance-apple-ascii = Apple does not fetch addresses with such letters: { $about }
conformance-apple-ascii-mend = Rename the file to a–z, 0–9 and hyphens, or write the letters as %C3%A4.
conformance-apple-enclosure-twice = Another episode has this file already, so Apple ignores one of them: { $about }
conformance-apple-enclosure-twice-mend = Give every episode its own file.
conformance-apple-language = Apple does not read the language “{ $about }”.
conformance-apple-language-mend = Write two letters, with a country where it matters: en, pt-br.
conformance-apple-duration = “{ $about }” is no length of time.
conformance-apple-duration-mend = Write seconds: <itunes:duration>1801</itunes:duration>.
conformance-apple-show-title = The title repeats the show’s: { $about }
conformance-apple-show-title-mend = Leave the show’s name out; apps show it beside.
conformance-apple-https = The file is not on https: { $about }
conformance-apple-https-mend = Put it on https, and write the address so.

## Podcasting 2.0

conformance-podcasting-element = Podcasting 2.0 knows no “{ $about }”.
conformance-podcasting-element-mend = Check how it is spelt, with its capital letters: podcast:alternateEnclosure.
conformance-podcasting-place = “{ $about }” has no meaning here.
conformance-podcasting-place-mend = Move it: what concerns the show belongs into channel, what concerns an episode into item.
conformance-podcasting-twice = There is more than one “{ $about }” here.
conformance-podcasting-twice-mend = Keep one of them.
conformance-podcasting-guid = “{ $about }” is no UUID.
conformance-podcasting-guid-mend = Mint a UUIDv5 from the feed’s address without https:// and keep it for ever: 9b024349-ccf0-5f69-a609-6b82873eab3c.
conformance-podcasting-guid-version = The guid is a UUID, but not one of version 5: { $about }
conformance-podcasting-guid-version-mend = Keep it if apps know it already; a new show mints a UUIDv5 from its feed’s address.
conformance-podcasting-locked = podcast:locked is neither yes nor no, but “{ $about }”.
conformance-podcasting-locked-mend = Write yes or no, in small letters.
conformance-podcasting-locked-owner = Nobody can be asked whether the show may move, as no owner is named.
conformance-podcasting-locked-owner-mend = Add a mail address: owner="show@example.org".
conformance-podcasting-funding = The funding has no address.
conformance-podcasting-funding-mend = Add it: <podcast:funding url="https://example.org/give">Support us</podcast:funding>.
conformance-podcasting-transcript = The transcript lacks “{ $about }”.
conformance-podcasting-transcript-mend = Give it both: <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>.
conformance-podcasting-transcript-type = Apps read no transcripts of type “{ $about }”.
conformance-podcasting-transcript-type-mend = Use text/vtt, application/x-subrip, application/json, text/html or text/plain.
conformance-podcasting-transcript-rel = A transcript can be “captions”, not “{ $about }”.
conformance-podcasting-transcript-rel-mend = Write rel="captions" where it has times, or leave it out.
conformance-podcasting-language = “{ $about }” is no language tag.
conformance-podcasting-language-mend = Write the tag: en, pt-BR, yo.
conformance-podcasting-chapters = The chapters lack “{ $about }”.
conformance-podcasting-chapters-mend = Give them both: <podcast:chapters url="https://example.org/gauge.json" type="application/json+chapters"/>.
conformance-podcasting-chapters-type = Apps look for application/json+chapters, not “{ $about }”.
conformance-podcasting-chapters-type-mend = Write type="application/json+chapters".
conformance-podcasting-soundbite = The soundbite’s “{ $about }” is missing or is no number of seconds.
conformance-podcasting-soundbite-mend = Give both in seconds: <podcast:soundbite startTime="73.0" duration="60.0"/>.
conformance-podcasting-soundbite-length = The soundbite takes { $about } seconds.
conformance-podcasting-soundbite-length-mend = Choose a piece of 15 to 120 seconds.
conformance-podcasting-person = The person has no name.
conformance-podcasting-person-mend = Write it into the element: <podcast:person role="guest">Ada</podcast:person>.
conformance-podcasting-person-role = The Podcast Taxonomy has no role “{ $about }”.
conformance-podcasting-person-role-mend = Choose one of its roles, such as host, guest, narrator, editor or audio editor.
conformance-podcasting-person-group = The Podcast Taxonomy has no group “{ $about }”.
conformance-podcasting-person-group-mend = Choose one of its groups, such as cast, writing, visuals or audio post-production.
conformance-podcasting-location = The place has no name.
conformance-podcasting-location-mend = Write it into the element: <podcast:location country="NG">Ibadan</podcast:location>.
conformance-podcasting-location-rel = A place is subject or creator, not “{ $about }”.
conformance-podcasting-location-rel-mend = Write rel="creator" for where it was made, rel="subject" for what it is about.
conformance-podcasting-location-geo = “{ $about }” is no point on the map.
conformance-podcasting-location-geo-mend = Write latitude and longitude: geo="geo:7.3878,3.8964".
conformance-podcasting-location-osm = “{ $about }” is nothing of OpenStreetMap’s.
conformance-podcasting-location-osm-mend = Write N, W or R and the number: osm="R3442408".
conformance-podcasting-location-country = “{ $about }” is no country’s two letters.
conformance-podcasting-location-country-mend = Write them: NG for Nigeria, GB for the United Kingdom.
conformance-podcasting-season = “{ $about }” is no whole number.
conformance-podcasting-season-mend = Write the number, and the name as an attribute: <podcast:season name="Rain">2</podcast:season>.
conformance-podcasting-episode = “{ $about }” is no number.
conformance-podcasting-episode-mend = Write the number, and what apps show as an attribute: <podcast:episode display="Ch.3">204</podcast:episode>.
conformance-podcasting-trailer = The trailer lacks its address, date or title, or its length or season is no number.
conformance-podcasting-trailer-mend = Give it all: <podcast:trailer url="https://example.org/t.mp3" pubdate="Mon, 23 Nov 2026 17:42:00 GMT" length="12345" type="audio/mpeg">Soon</podcast:trailer>.
conformance-podcasting-trailer-date = “{ $about }” is no date as mail writes it.
conformance-podcasting-trailer-date-mend = Write it so: pubdate="Mon, 23 Nov 2026 17:42:00 GMT".
conformance-podcasting-license = The licence has no name.
conformance-podcasting-license-mend = Write it into the element: <podcast:license>cc-by-4.0</podcast:license>.
conformance-podcasting-license-address = Nobody can look up the licence “{ $about }”.
conformance-podcasting-license-address-mend = Add the address of its text: url="https://example.org/terms".
conformance-podcasting-alternate = Apps cannot tell whether they play this version, as it has no media type.
conformance-podcasting-alternate-mend = Add it: type="audio/opus".
conformance-podcasting-alternate-source = Nobody can fetch this version, as it has no source.
conformance-podcasting-alternate-source-mend = Put <podcast:source uri="https://example.org/gauge.opus"/> into it.
conformance-podcasting-alternate-number = This is no number: { $about }
conformance-podcasting-alternate-number-mend = Write digits only: bytes, pixels, bits per second.
conformance-podcasting-alternate-default = default is neither true nor false, but “{ $about }”.
conformance-podcasting-alternate-default-mend = Write default="true" for the enclosure’s own file, or leave it out.
conformance-podcasting-source = The source has no address.
conformance-podcasting-source-mend = Add it: uri="https://example.org/gauge.opus".
conformance-podcasting-integrity = The integrity check’s kind is unknown, or its value is missing.
conformance-podcasting-integrity-mend = Write type="sri" or type="pgp-signature", and value.
conformance-podcasting-content-link = The link has no address.
conformance-podcasting-content-link-mend = Add it: <podcast:contentLink href="https://example.com/watch">Watch it</podcast:contentLink>.
conformance-podcasting-content-link-text = The link does not say where it leads.
conformance-podcasting-content-link-text-mend = Write it into the element: Watch it on PeerTube.
conformance-podcasting-medium = Podcasting 2.0 knows no medium “{ $about }”.
conformance-podcasting-medium-mend = Write podcast, music, video, film, audiobook, newsletter, blog, course or publisher.
conformance-podcasting-medium-list = “{ $about }” is a list of other feeds’ items, yet this feed has items of its own.
conformance-podcasting-medium-list-mend = Choose the medium of the items: podcast, video or blog.
conformance-podcasting-medium-publisher = A publisher’s feed needs a guid and the feeds that it publishes.
conformance-podcasting-medium-publisher-mend = Add <podcast:guid> and a <podcast:remoteItem> for each feed.
conformance-podcasting-image = The picture has no address.
conformance-podcasting-image-mend = Add it: <podcast:image href="https://example.org/wide.jpg" aspect-ratio="16/9"/>.
conformance-podcasting-image-shape = This says nothing of a picture: { $about }
conformance-podcasting-image-shape-mend = Write pixels as digits, the shape as aspect-ratio="16/9", the type as image/jpeg.
conformance-podcasting-images = podcast:images is out of use.
conformance-podcasting-images-mend = Write a <podcast:image href="…" width="…"/> for each picture.
conformance-podcasting-live = A live item is pending, live or ended, not “{ $about }”.
conformance-podcasting-live-mend = Write status="live".
conformance-podcasting-live-time = “{ $about }” is no date and time.
conformance-podcasting-live-time-mend = Write it so: start="2026-11-23T17:42:00Z".
conformance-podcasting-live-link = Who cannot play the stream has no other way to listen.
conformance-podcasting-live-link-mend = Add <podcast:contentLink href="https://example.org/live">Listen</podcast:contentLink>.
conformance-podcasting-social = Apps cannot find the talk: “{ $about }” is missing or wrong.
conformance-podcasting-social-mend = Give both: <podcast:socialInteract protocol="activitypub" uri="https://example.org/@show/1"/>.
conformance-podcasting-chat = The chat lacks “{ $about }”.
conformance-podcasting-chat-mend = Give it both: <podcast:chat server="example.org" protocol="matrix"/>.
conformance-podcasting-podping = usesPodping is neither true nor false.
conformance-podcasting-podping-mend = Write usesPodping="true", or leave the element out.
conformance-podcasting-block = podcast:block is neither yes nor no, but “{ $about }”.
conformance-podcasting-block-mend = Write yes or no, in small letters.
conformance-podcasting-value = The value lacks “{ $about }”.
conformance-podcasting-value-mend = Give it both: <podcast:value type="lightning" method="keysend">.
conformance-podcasting-value-whom = Nobody receives the value.
conformance-podcasting-value-whom-mend = Put a <podcast:valueRecipient …/> into it for each recipient.
conformance-podcasting-value-recipient = The recipient’s “{ $about }” is missing or wrong.
conformance-podcasting-value-recipient-mend = Give all three: type="node" address="02d5…" split="40".
conformance-podcasting-value-split = The split by time does not say when, or not to whom.
conformance-podcasting-value-split-mend = Give startTime and duration in seconds, and into it either recipients or one <podcast:remoteItem/>.
conformance-podcasting-remote = The remote item does not name its feed by a guid.
conformance-podcasting-remote-mend = Write the podcast:guid of the other feed: feedGuid="9b024349-ccf0-5f69-a609-6b82873eab3c".
conformance-podcasting-remote-medium = Podcasting 2.0 knows no medium “{ $about }”.
conformance-podcasting-remote-medium-mend = Write the other feed’s podcast:medium: podcast, music, video, publisher …
conformance-podcasting-podroll = The podroll recommends nothing.
conformance-podcasting-podroll-mend = Put a <podcast:remoteItem feedGuid="…"/> into it for each show, or take it out.
conformance-podcasting-publisher = The publisher is not one remote item of medium “publisher”.
conformance-podcasting-publisher-mend = Write <podcast:publisher><podcast:remoteItem medium="publisher" feedGuid="…" feedUrl="…"/></podcast:publisher>.
conformance-podcasting-publisher-address = Apps that do not know the publisher’s guid cannot find its feed.
conformance-podcasting-publisher-address-mend = Add feedUrl="https://example.org/publisher.xml".
conformance-podcasting-update-rule = “{ $about }” is no recurrence rule.
conformance-podcasting-update-rule-mend = Write it so: rrule="FREQ=WEEKLY;BYDAY=MO".
conformance-podcasting-update-start = “{ $about }” is no date.
conformance-podcasting-update-start-mend = Write it so: dtstart="2026-11-23T00:00:00.000Z".
conformance-podcasting-update-count = The rule counts episodes, but does not say from when: { $about }
conformance-podcasting-update-count-mend = Add dtstart="2026-11-23T00:00:00.000Z".
conformance-podcasting-update-complete = complete is neither true nor false, but “{ $about }”.
conformance-podcasting-update-complete-mend = Write complete="true" if no episode will follow, or leave it out.
conformance-podcasting-update-bare = Apps cannot read how often episodes come, as there is no rule.
conformance-podcasting-update-bare-mend = Add one: rrule="FREQ=MONTHLY".
conformance-podcasting-long = Aggregators will cut this text: { $about }
conformance-podcasting-long-mend = Shorten it: names, places and titles to 128 characters, what is displayed to 32.
conformance-podcasting-address = “{ $about }” is no whole address.
conformance-podcasting-address-mend = Write it with https:// and the host.
conformance-podcasting-https = The address is not on https: { $about }
conformance-podcasting-https-mend = Put it on https, and write the address so.

## Atom

conformance-atom-element = Atom has no “{ $about }” here.
conformance-atom-element-mend = Check its letter case and its place, or give it a namespace of its own.
conformance-atom-twice = There is more than one “{ $about }” here.
conformance-atom-twice-mend = Keep one of them.
conformance-atom-id = There is no id.
conformance-atom-id-mend = Add one that never changes: <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>.
conformance-atom-id-absolute = The id is no whole address: { $about }
conformance-atom-id-absolute-mend = Write a URN or an address: <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>.
conformance-atom-title = There is no title.
conformance-atom-title-mend = Add one: <title>The rain gauge</title>.
conformance-atom-updated = It does not say when it last changed.
conformance-atom-updated-mend = Add it: <updated>2026-11-23T17:42:00Z</updated>.
conformance-atom-date = “{ $about }” is no date as Atom writes it.
conformance-atom-date-mend = Write it so: 2026-11-23T17:42:00Z.
conformance-atom-author = Neither the entry nor the feed has an author.
conformance-atom-author-mend = Add one to the feed: <author><name>PyIbadan</name></author>.
conformance-atom-person = The person has no name.
conformance-atom-person-mend = Add it: <author><name>Ada</name></author>.
conformance-atom-email = “{ $about }” is no mail address.
conformance-atom-email-mend = Write the address alone: <email>ada@example.org</email>.
conformance-atom-link = The link leads nowhere.
conformance-atom-link-mend = Write the address as an attribute: <link href="https://example.org/gauge"/>.
conformance-atom-link-type = “{ $about }” is no media type.
conformance-atom-link-type-mend = Write the type with its slash, such as text/html.
conformance-atom-link-length = “{ $about }” is no number of bytes.
conformance-atom-link-length-mend = Write digits only, or leave it out.
conformance-atom-alternate-twice = Another link leads to the same kind of page already: { $about }
conformance-atom-alternate-twice-mend = Keep one, or tell them apart by type or hreflang.
conformance-atom-entry-link = The entry has neither content nor a page.
conformance-atom-entry-link-mend = Add <link href="https://example.org/gauge"/>, or content.
conformance-atom-content-type = “{ $about }” is no type of content.
conformance-atom-content-type-mend = Write text, html, xhtml or a media type.
conformance-atom-content-source = The content is at another address, and here too.
conformance-atom-content-source-mend = Keep src and take the text out, or the other way round.
conformance-atom-content-source-type = Readers cannot tell what the content is, as it has no media type.
conformance-atom-content-source-type-mend = Add it: type="application/pdf".
conformance-atom-summary = The content is elsewhere or is no text, and there is no summary.
conformance-atom-summary-mend = Say in a sentence what it is: <summary>…</summary>.
conformance-atom-text-type = A text is text, html or xhtml, not “{ $about }”.
conformance-atom-text-type-mend = Write one of the three.
conformance-atom-text-markup = There are elements in a text that is not xhtml.
conformance-atom-text-markup-mend = Escape them, &lt;b&gt;, or write type="xhtml" and put them into a div.
conformance-atom-xhtml = The XHTML does not stand in one div.
conformance-atom-xhtml-mend = Put it into one: <div xmlns="http://www.w3.org/1999/xhtml">…</div>.
conformance-atom-category = The category has no term.
conformance-atom-category-mend = Write it as an attribute: <category term="rain"/>.
conformance-atom-self-link = The feed does not say where it is itself.
conformance-atom-self-link-mend = Add its own address: <link rel="self" href="https://example.org/feed.atom"/>.
conformance-atom-entry-twice = Another entry has this id and date already: { $about }
conformance-atom-entry-twice-mend = Give each entry an id of its own.

## JSON Feed

conformance-json-malformed = This is no JSON: { $about }
conformance-json-malformed-mend = Mend what stands there: a comma too many or too few, a quote, a bracket. A JSON library writes it right.
conformance-json-key-twice = The key “{ $about }” stands there twice, and readers take one of them.
conformance-json-key-twice-mend = Keep one of them.
conformance-json-type = This value is not of the type that the key asks for: { $about }
conformance-json-type-mend = Write texts in quotes, lists in square brackets, true and false without quotes.
conformance-json-version = “{ $about }” is no version of JSON Feed.
conformance-json-version-mend = Write "version": "https://jsonfeed.org/version/1.1".
conformance-json-title = The feed has no title.
conformance-json-title-mend = Add one: "title": "PyIbadan".
conformance-json-items = The feed has no list of items.
conformance-json-items-mend = Add it, even if it is empty: "items": [].
conformance-json-home-page = The feed does not say which page it is of.
conformance-json-home-page-mend = Add it: "home_page_url": "https://example.org/".
conformance-json-feed-address = The feed does not say where it is itself.
conformance-json-feed-address-mend = Add it: "feed_url": "https://example.org/feed.json".
conformance-json-next-address = The next page is this very feed: { $about }
conformance-json-next-address-mend = Give the next page’s own address, or leave next_url out.
conformance-json-address = “{ $about }” is no whole address.
conformance-json-address-mend = Write it with https:// and the host.
conformance-json-date = “{ $about }” is no date as JSON Feed writes it.
conformance-json-date-mend = Write it so: "2026-11-23T17:42:00Z".
conformance-json-language = “{ $about }” is no language tag.
conformance-json-language-mend = Write the tag: "en", "pt-BR", "yo".
conformance-json-id = The item has no id.
conformance-json-id-mend = Add one that never changes: "id": "https://example.org/gauge".
conformance-json-id-twice = Another item has this id already: { $about }
conformance-json-id-twice-mend = Give every item an id of its own.
conformance-json-content = The item has neither content_html nor content_text.
conformance-json-content-mend = Add one of them: "content_text": "…".
conformance-json-attachment = The attachment lacks “{ $about }”.
conformance-json-attachment-mend = Give it both: "url" and "mime_type".
conformance-json-media-type = “{ $about }” is no media type.
conformance-json-media-type-mend = Write the type with its slash, such as "audio/mpeg".
conformance-json-number = This is no number: { $about }
conformance-json-number-mend = Write bytes or seconds, without quotes.
conformance-json-author = The author has neither name nor address nor picture.
conformance-json-author-mend = Add the name: {"{"}"name": "Ada"{"}"}.
conformance-json-author-old = “author” is out of use.
conformance-json-author-old-mend = Write a list: "authors": [{"{"}"name": "Ada"{"}"}].
conformance-json-hub = The hub lacks its type or address.
conformance-json-hub-mend = Give it both: {"{"}"type": "WebSub", "url": "https://example.org/hub"{"}"}.
conformance-json-key = JSON Feed has no “{ $about }” here.
conformance-json-key-mend = Check how it is spelt, or begin it with an underscore if it is your own.
conformance-json-extension = “{ $about }” cannot be the name of an extension.
conformance-json-extension-mend = Begin it with an underscore and a letter, and take out the dots: "_pyibadan".
conformance-json-markup = There is HTML in a plain text: { $about }
conformance-json-markup-mend = Write it without marks; HTML belongs into content_html.
