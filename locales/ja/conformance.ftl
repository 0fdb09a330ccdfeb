# What the check of a feed says: each rule’s fault in a sentence, and how to mend it. $about is the value concerned.

## XML, namespaces, and what is read at all

conformance-xml-too-large = この文書は{ $about }バイトあり、読み取れる大きさを超えています。
conformance-xml-too-large-mend = 最新のものをフィードに残し、古いものはアーカイブ文書（RFC 5005）に移してください。
conformance-xml-malformed = これはXMLではありません: { $about }
conformance-xml-malformed-mend = タグはすべて<name attribute="value">のように書き、テキストの中の「<」は&lt;と書いてください。
conformance-xml-unclosed = 「{ $about }」の開始と終了が、対になっていません。
conformance-xml-unclosed-mend = どの要素も、それを囲む要素が終わる前に、同じ名前の終了タグで閉じてください: <item><title>…</title></item>
conformance-xml-declaration = XML宣言の前に何かがあります。空行だけでも許されません。
conformance-xml-declaration-mend = 文書を<?xml … ?>で始め、その前には何も置かないでください。
conformance-xml-entity = XMLに「{ $about }」はありません。
conformance-xml-entity-mend = &は&amp;と書き、ほかの文字はそのまま書くか、番号で書いてください。たとえば&nbsp;は&#160;と書きます。
conformance-xml-character = XMLで許されない文字があります: { $about }
conformance-xml-character-mend = その文字を取り除いてください。制御文字のうち許されるのは、タブと改行だけです。
conformance-xml-attribute-twice = 属性「{ $about }」が2回書かれています。
conformance-xml-attribute-twice-mend = 1つだけ残してください。
conformance-xml-prefix = 接頭辞「{ $about }」が宣言されていません。
conformance-xml-prefix-mend = 最初の要素で、次のように宣言してください: xmlns:dc="http://purl.org/dc/elements/1.1/"
conformance-xml-namespace = 「{ $about }」は、名前空間の正しい名前と少し違うので、フィードリーダーがその要素を認識できません。
conformance-xml-namespace-mend = 規格のとおりに書いてください。Appleは http://www.itunes.com/dtds/podcast-1.0.dtd 、Podcasting 2.0は https://podcastindex.org/namespace/1.0 、Media RSSは末尾にスラッシュの付いた http://search.yahoo.com/mrss/ 、Atomは http://www.w3.org/2005/Atom です。
conformance-xml-encoding = この文書は、{ $about }として読み取れません。
conformance-xml-encoding-mend = UTF-8で保存し、そのことを書いてください: <?xml version="1.0" encoding="UTF-8"?>
conformance-xml-doctype = DOCTYPEがあります。DOCTYPEのあるフィードは、多くのフィードリーダーが受け付けません。
conformance-xml-doctype-mend = DOCTYPEを取り除き、実体はそれが表す文字で書いてください。
conformance-xml-excess = 階層、属性、名前空間のどれかが、読み取れる数を超えています: { $about }
conformance-xml-excess-mend = フィードに必要なものだけにし、ページ全体はエスケープしたHTMLで書いてください。
conformance-xml-not-a-feed = これはフィードではありません。
conformance-xml-not-a-feed-mend = ページではなく、フィードそのもののアドレスを指定してください。フィードは、<rss …>か<feed …>で始まるもの、またはJSON Feedです。

## RSS 2.0

conformance-rss-version = RSS 2.0だということが、フィードに書かれていません。
conformance-rss-version-mend = フィードを<rss version="2.0">で始めてください。
conformance-rss-channel = フィードにchannelがありません。
conformance-rss-channel-mend = すべてを、<rss>の中の1つの<channel>に入れてください。
conformance-rss-channel-title = フィードにタイトルがありません。
conformance-rss-channel-title-mend = channelに、番組またはグループの名前を付けてください: <title>PyIbadan</title>
conformance-rss-channel-link = フィードに、そのページへのリンクがありません。
conformance-rss-channel-link-mend = channelに、そのページのアドレスを書いてください: <link>https://example.org/</link>
conformance-rss-channel-description = フィードに説明がありません。
conformance-rss-channel-description-mend = 何についてのフィードかを、一文か二文で書いてください: <description>…</description>
conformance-rss-self-link = フィードに、自身のアドレスが書かれていません。
conformance-rss-self-link-mend = channelに、フィード自身のアドレスを加えてください: <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>
conformance-rss-element = RSSには、ここで使う「{ $about }」はありません。
conformance-rss-element-mend = 大文字と小文字、置く場所を確かめるか、取り除いてください。独自の要素には名前空間が必要です。
conformance-rss-twice = ここに「{ $about }」が複数あります。
conformance-rss-twice-mend = 1つだけ残してください。どれが使われるかは、フィードリーダーによって異なります。
conformance-rss-empty = この要素には何も書かれていません。
conformance-rss-empty-mend = 何かを書くか、要素を省いてください。
conformance-rss-title-markup = タイトルにHTMLがあります。ほとんどのフィードリーダーは、それをそのまま表示します: { $about }
conformance-rss-title-markup-mend = タイトルはタグを使わずに書き、&と<は&amp;と&lt;にしてください。
conformance-rss-address = 「{ $about }」は、完全なアドレスではありません。
conformance-rss-address-mend = https:// とホスト名を付け、空白を入れずに書いてください: https://example.org/gauge
conformance-rss-date = 「{ $about }」は、RSSの書式の日付ではありません。
conformance-rss-date-mend = 次のように書いてください: Mon, 23 Nov 2026 17:42:00 GMT
conformance-rss-date-weekday = 曜日が違います: { $about }
conformance-rss-date-weekday-mend = 正しい曜日にするか、曜日を省いてください。
conformance-rss-date-zone = フィードリーダーはこのタイムゾーンを知らないので、この時刻をGMTとして扱います: { $about }
conformance-rss-date-zone-mend = タイムゾーンは、GMTまたは時差で書いてください: Mon, 23 Nov 2026 17:42:00 +0100
conformance-rss-date-year = 年が2桁です: { $about }
conformance-rss-date-year-mend = 4桁で書いてください: Mon, 23 Nov 2026 17:42:00 GMT
conformance-rss-language = 「{ $about }」は、言語タグではありません。
conformance-rss-language-mend = 言語タグを書いてください: en、pt-br、zh-hans、yo
conformance-rss-email = 「{ $about }」は、メールアドレスではありません。
conformance-rss-email-mend = 名前だけの場合はdc:creatorを使い、そうでなければ、メールアドレス、括弧に入れた名前の順に書いてください: ada@example.org (Ada)
conformance-rss-skip-hour = 「{ $about }」は、0から23までの時刻ではありません。
conformance-rss-skip-hour-mend = GMTでの時刻を数字で書いてください: <hour>23</hour>
conformance-rss-skip-day = 「{ $about }」は、RSSの書式の曜日ではありません。
conformance-rss-skip-day-mend = 大文字で始まる英語で書いてください: <day>Monday</day>
conformance-rss-ttl = 「{ $about }」は、分の数ではありません。
conformance-rss-ttl-mend = 0より大きい整数を書いてください: <ttl>60</ttl>
conformance-rss-cloud = cloudに「{ $about }」がないか、正しくありません。
conformance-rss-cloud-mend = domain、port、path、registerProcedure、protocolを指定するか、cloudを省いてください。
conformance-rss-text-input = フォームに「{ $about }」がありません。
conformance-rss-text-input-mend = title、description、name、linkを指定するか、フォームを省いてください。今では、どのフィードリーダーもフォームを表示しません。
conformance-rss-image = channelの画像に「{ $about }」がありません。
conformance-rss-image-mend = 3つとも指定してください: <image><url>https://example.org/logo.png</url><title>PyIbadan</title><link>https://example.org/</link></image>
conformance-rss-image-size = 「{ $about }」は、144以下の幅でも400以下の高さでもありません。
conformance-rss-image-size-mend = 大きさをピクセルで書くか、省いてください。大きなアートワークは、itunes:imageに入れます。
conformance-rss-item = アイテムに、タイトルも説明もありません。
conformance-rss-item-mend = 少なくともどちらか1つを書いてください: <title>The rain gauge</title>
conformance-rss-item-guid = アイテムにguidがないので、変更するたびに、フィードリーダーがもう一度表示します。
conformance-rss-item-guid-mend = けっして変わらない名前を付けてください: <guid isPermaLink="false">2026-rain-gauge</guid>
conformance-rss-guid-permalink = フィードリーダーはこのguidをリンクとして扱いますが、リンクではありません: { $about }
conformance-rss-guid-permalink-mend = guidに、isPermaLink="false"を加えてください。
conformance-rss-guid-attribute = isPermaLinkの値が、trueでもfalseでもなく、「{ $about }」です。
conformance-rss-guid-attribute-mend = isPermaLink="false"と、小文字で書いてください。
conformance-rss-guid-twice = ほかのアイテムに同じguidがあるので、フィードリーダーはどちらか1つしか表示しません: { $about }
conformance-rss-guid-twice-mend = どのアイテムにも、別々のguidを付けてください。
conformance-rss-enclosure = enclosureに「{ $about }」がありません。
conformance-rss-enclosure-mend = 3つとも指定してください: <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>
conformance-rss-enclosure-length = 「{ $about }」は、バイト数ではありません。
conformance-rss-enclosure-length-mend = ファイルの大きさをバイト数で、数字だけで書いてください: length="12345678"
conformance-rss-enclosure-type = 「{ $about }」は、メディアタイプではありません。
conformance-rss-enclosure-type-mend = タイプを、スラッシュを入れて書いてください。MP3はaudio/mpeg、M4Aはaudio/x-m4a、MP4はvideo/mp4です。
conformance-rss-enclosure-address = enclosureのアドレスが、ウェブ上のファイルを指していません: { $about }
conformance-rss-enclosure-address-mend = https:// とホスト名を付けて書いてください: https://example.org/gauge.mp3
conformance-rss-enclosure-many = アイテムにenclosureが{ $about }個あります。ほとんどのフィードリーダーは1つだけを使い、どれを使うかはまちまちです。
conformance-rss-enclosure-many-mend = 1つだけ残してください。ほかのバージョンはpodcast:alternateEnclosureにするか、それぞれを別のアイテムにしてください。
conformance-rss-source = sourceに、フィードのアドレスがありません。
conformance-rss-source-mend = アドレスを加えてください: <source url="https://example.com/feed.xml">Another feed</source>
conformance-rss-atom-link = このリンクには完全なアドレスがなく、どこにもつながりません。
conformance-rss-atom-link-mend = 完全なアドレスを書いてください: href="https://example.org/feed.xml"

## Media RSS

conformance-media-content = メディアに、アドレスもプレーヤーもありません。
conformance-media-content-mend = url="…"を加えるか、<media:player url="…"/>を中に入れてください。
conformance-media-medium = Media RSSに、「{ $about }」というmediumはありません。
conformance-media-medium-mend = image、audio、video、document、executableのどれかを書いてください。
conformance-media-expression = Media RSSに、「{ $about }」というexpressionはありません。
conformance-media-expression-mend = sample、full、nonstopのどれかを書くか、省いてください。
conformance-media-number = これは数ではありません: { $about }
conformance-media-number-mend = 数字だけを書いてください。バイト、秒、ピクセルの数に、単位は付けません。
conformance-media-default = isDefaultの値が、trueでもfalseでもなく、「{ $about }」です。
conformance-media-default-mend = trueまたはfalseと書いてください。
conformance-media-type = 「{ $about }」は、メディアタイプではありません。
conformance-media-type-mend = タイプを、video/mp4のように、スラッシュを入れて書いてください。
conformance-media-address = 「{ $about }」は、完全なアドレスではありません。
conformance-media-address-mend = https:// とホスト名を付けて書いてください。
conformance-media-thumbnail = サムネイルにアドレスがありません。
conformance-media-thumbnail-mend = アドレスを書いてください: <media:thumbnail url="https://example.org/gauge.jpg"/>
conformance-media-player = プレーヤーにアドレスがありません。
conformance-media-player-mend = 再生するページのアドレスを書いてください: <media:player url="https://example.com/watch"/>
conformance-media-group = グループの中のメディアが、2つより少なくなっています。
conformance-media-group-mend = グループをなくしてメディアだけを残すか、ほかのバージョンもグループに入れてください。
conformance-media-text-type = テキストのtypeが、plainでもhtmlでもなく、「{ $about }」です。
conformance-media-text-type-mend = type="plain"またはtype="html"と書いてください。
conformance-media-restriction = 誰に許可し、誰に許可しないかが、制限に書かれていません。
conformance-media-restriction-mend = 次のように書いてください: <media:restriction relationship="allow" type="country">ng gh</media:restriction>
conformance-media-credit = roleが小文字ではありません: { $about }
conformance-media-credit-mend = 小文字で書いてください: role="producer"
conformance-media-hash = この種類のハッシュ値ではありません: { $about }
conformance-media-hash-mend = algo="md5"なら32桁、algo="sha-1"なら40桁を書いてください。
conformance-media-rating = ratingが、adultでもnonadultでもなく、「{ $about }」です。
conformance-media-rating-mend = nonadultまたはadultと書くか、お使いのschemeを指定してください。
conformance-media-time = サムネイルのtimeが、時間の書き方ではありません: { $about }
conformance-media-time-mend = 時、分、秒を書いてください: time="12:05:01.123"

## Feeds in several documents

conformance-archive-complete = フィードに、これで全部だと書かれているのに、続きへのリンクがあります（{ $about }）。
conformance-archive-complete-mend = fh:completeかリンクのどちらかを取り除いてください。
conformance-archive-current = アーカイブに、現在の文書がどこにあるかが書かれていません。
conformance-archive-current-mend = 購読するためのアドレスを加えてください: <atom:link rel="current" href="https://example.org/feed.xml"/>
conformance-archive-flag = 次のアーカイブへのリンクがあるのに、この文書自身がアーカイブだと書かれていません。
conformance-archive-flag-mend = 文書の先頭部分に<fh:archive/>を加えるか、リンクを取り除いてください。
conformance-archive-twice = 「{ $about }」のリンクが複数あります。
conformance-archive-twice-mend = 1つだけ残してください。
conformance-archive-loop = 「{ $about }」のリンクがこの文書自身を指しているので、フィードリーダーがいつまでも同じところを回ります。
conformance-archive-loop-mend = 別の文書を指すようにするか、リンクを取り除いてください。
conformance-archive-relation = フィードでは、前のページを「{ $about }」ではなく「previous」と呼びます。
conformance-archive-relation-mend = rel="previous"と書いてください。

## PSP-1

conformance-psp1-format = これはRSSではありません。ポッドキャストのディレクトリは、RSSしか受け付けません。
conformance-psp1-format-mend = 番組のRSSフィードのアドレスを指定してください。
conformance-psp1-namespace = 最初の要素に、名前空間「{ $about }」の宣言がありません。
conformance-psp1-namespace-mend = 次のように始めてください: <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">
conformance-psp1-encoding = フィードの文字コードが、UTF-8ではなく{ $about }です。
conformance-psp1-encoding-mend = UTF-8で保存し、そのことを書いてください: <?xml version="1.0" encoding="UTF-8"?>
conformance-psp1-self-link = フィードに、自身のアドレスが書かれていません。
conformance-psp1-self-link-mend = channelに、フィード自身のアドレスを加えてください: <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>
conformance-psp1-self-link-type = フィード自身へのリンクに、RSSだということが書かれていません。
conformance-psp1-self-link-type-mend = リンクに、type="application/rss+xml"を加えてください。
conformance-psp1-value-long = 値が255文字を超えています: { $about }
conformance-psp1-value-long-mend = 短くしてください。長いテキストは、descriptionかcontent:encodedに入れます。
conformance-psp1-value-space = 値の前か後ろに空白があります: { $about }
conformance-psp1-value-space-mend = 空白を取り除いてください。CDATAの中でも、改行は空白として数えます。
conformance-psp1-description-long = 説明が4000バイトを超えています。
conformance-psp1-description-long-mend = 短くしてください。全文は、content:encodedに入れられます。
conformance-psp1-description-markup = ここのHTMLは、アプリによっては読み取れません: { $about }
conformance-psp1-description-markup-mend = p、ol、ul、li、a、b、i、strong、emだけを使い、テキスト全体をCDATAに入れてください: <description><![CDATA[<p>…</p>]]></description>
conformance-psp1-language = 何語で話しているかが、フィードに書かれていません。
conformance-psp1-language-mend = 何語で話しているかを書いてください: <language>en</language>
conformance-psp1-category = フィードにカテゴリーがありません。
conformance-psp1-category-mend = Appleのカテゴリーから1つ選んでください: <itunes:category text="Technology"/>
conformance-psp1-explicit = 成人向けかどうかが、フィードに書かれていません。
conformance-psp1-explicit-mend = 成人向けかどうかを書いてください: <itunes:explicit>false</itunes:explicit>
conformance-psp1-image = フィードにアートワークがありません。
conformance-psp1-image-mend = 一辺が1400〜3000ピクセルの正方形で、JPEGまたはPNGのアートワークを加えてください: <itunes:image href="https://example.org/show.png"/>
conformance-psp1-locked = ほかの配信サービスがインポートしてよいかどうかが、フィードに書かれていません。
conformance-psp1-locked-mend = <podcast:locked owner="show@example.org">yes</podcast:locked>を加えてください。
conformance-psp1-guid = フィードにpodcast:guidがありません。番組が移転したとき、アプリはこれで同じ番組だと見分けます。
conformance-psp1-guid-mend = フィードのアドレスから一度だけ生成し、ずっと変えずに使ってください: <podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>
conformance-psp1-author = 誰が番組を作っているかが、フィードに書かれていません。
conformance-psp1-author-mend = グループまたは進行役の名前を加えてください: <itunes:author>PyIbadan</itunes:author>
conformance-psp1-copyright = copyrightに、権利者の名前以外のものがあります: { $about }
conformance-psp1-copyright-mend = 著作権を表す語、記号、年は省いてください: <copyright>PyIbadan</copyright>
conformance-psp1-serial = 番組がserialなのに、このエピソードに番号がありません。
conformance-psp1-serial-mend = <itunes:episode>3</itunes:episode>を加えるか、番組をepisodicにしてください。
conformance-psp1-item-title = エピソードにタイトルがありません。
conformance-psp1-item-title-mend = タイトルを付けてください: <title>The rain gauge</title>
conformance-psp1-item-title-number = タイトルに、エピソードの番号が入っています: { $about }
conformance-psp1-item-title-number-mend = 番号をタイトルから取り除き、<itunes:episode>と<itunes:season>に入れてください。
conformance-psp1-item-enclosure = エピソードに、音声も動画もありません。そのようなアイテムが1つあるだけで、ディレクトリがフィード全体を受け付けないことがあります。
conformance-psp1-item-enclosure-mend = 記事を別のフィードに分けるか、エピソードのファイルを加えてください: <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>
conformance-psp1-enclosure-type = 「{ $about }」は、ポッドキャストアプリによっては再生できません。
conformance-psp1-enclosure-type-mend = エピソードは、audio/mpegまたはvideo/mp4で配信してください。ほかのバージョンは、podcast:alternateEnclosureにできます。
conformance-psp1-enclosure-ending = アドレスの末尾が、ファイルの種類と一致していません: { $about }
conformance-psp1-enclosure-ending-mend = パスの末尾、つまり疑問符があればその前を、.mp3、.m4a、.mp4、.m4v、.movのどれかにしてください。
conformance-psp1-enclosure-length = enclosureに、0バイトだと書かれています。
conformance-psp1-enclosure-length-mend = ファイルの大きさをバイト数で書いてください: length="12345678"
conformance-psp1-item-guid = エピソードにguidがないので、変更するたびに、アプリがもう一度ダウンロードします。
conformance-psp1-item-guid-mend = ずっと変わらない名前を付けてください: <guid isPermaLink="false">2026-rain-gauge</guid>
conformance-psp1-item-link = エピソードに、そのページへのリンクがありません。
conformance-psp1-item-link-mend = リンクを加えてください: <link>https://example.org/gauge</link>
conformance-psp1-item-date = エピソードに、いつ公開されたかが書かれていません。
conformance-psp1-item-date-mend = 公開日時を加えてください: <pubDate>Mon, 23 Nov 2026 17:42:00 GMT</pubDate>
conformance-psp1-item-description = エピソードに説明がありません。
conformance-psp1-item-description-mend = 何が聞けるかを、いくつかの文で書いてください: <description>…</description>
conformance-psp1-item-duration = エピソードに、どのくらいの長さかが書かれていません。
conformance-psp1-item-duration-mend = 長さを秒で加えてください: <itunes:duration>1801</itunes:duration>
conformance-psp1-item-image = エピソードに独自の画像がありません。
conformance-psp1-item-image-mend = 一辺が1400〜3000ピクセルの正方形の画像を加えてください: <itunes:image href="https://example.org/gauge.jpg"/>
conformance-psp1-item-explicit = 成人向けかどうかが、エピソードに書かれていません。
conformance-psp1-item-explicit-mend = <itunes:explicit>false</itunes:explicit>を加えてください。
conformance-psp1-item-transcript = エピソードに文字起こしがありません。
conformance-psp1-item-transcript-mend = 聞けない人や聞きたくない人のために、文字起こしを加えてください: <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>
conformance-psp1-duration = 長さが秒で書かれていません: { $about }
conformance-psp1-duration-mend = 秒で書いてください。30:01なら1801です。

## Apple Podcasts

conformance-apple-tag = Appleには、ここで使う「{ $about }」はありません。
conformance-apple-tag-mend = 取り除くか、channelかitemのうち正しいほうに移してください。
conformance-apple-tag-case = 大文字と小文字が違うので、Appleは「{ $about }」を読み取りません。
conformance-apple-tag-case-mend = itunes:episodeTypeやitunes:new-feed-urlのように、Appleのとおりに書いてください。
conformance-apple-twice = ここに「{ $about }」が複数あります。
conformance-apple-twice-mend = 1つだけ残してください。複数あってよいのは、カテゴリーだけです。
conformance-apple-category = Appleに「{ $about }」というカテゴリーはありません。
conformance-apple-category-mend = Appleの一覧から1つ選び、大文字と&amp;もそのとおりに書いてください: <itunes:category text="Kids &amp; Family"/>
conformance-apple-subcategory = 上のカテゴリーに、「{ $about }」というサブカテゴリーはありません。
conformance-apple-subcategory-mend = そのカテゴリーのものから1つ選ぶか、サブカテゴリーを省いてください。Technologyにはサブカテゴリーがありません。
conformance-apple-explicit = itunes:explicitの値が、trueでもfalseでもなく、「{ $about }」です。
conformance-apple-explicit-mend = <itunes:explicit>false</itunes:explicit>と書いてください。成人向けの場合はtrueにします。
conformance-apple-image = アートワークにアドレスがありません。
conformance-apple-image-mend = アドレスを属性として書いてください: <itunes:image href="https://example.org/show.png"/>
conformance-apple-image-ending = アートワークのアドレスの末尾が、.jpgでも.pngでもありません: { $about }
conformance-apple-image-ending-mend = ファイル名を種類に合わせて、show.jpgまたはshow.pngのようにしてください。
conformance-apple-type = 番組はepisodicかserialのどちらかで、「{ $about }」ではありません。
conformance-apple-type-mend = <itunes:type>episodic</itunes:type>と、小文字で書いてください。
conformance-apple-episode-type = エピソードはfull、trailer、bonusのどれかで、「{ $about }」ではありません。
conformance-apple-episode-type-mend = <itunes:episodeType>full</itunes:episodeType>と、小文字で書いてください。
conformance-apple-episode = 「{ $about }」は、エピソードの番号ではありません。
conformance-apple-episode-mend = 0より大きい整数を書いてください: <itunes:episode>3</itunes:episode>
conformance-apple-season = 「{ $about }」は、シーズンの番号ではありません。
conformance-apple-season-mend = 0より大きい整数を書いてください: <itunes:season>2</itunes:season>
conformance-apple-block = 「{ $about }」では、何もブロックされません。
conformance-apple-block-mend = Appleのディレクトリに載せない場合は<itunes:block>Yes</itunes:block>と書き、そうでなければ取り除いてください。
conformance-apple-complete = 「{ $about }」では、何も完結したことになりません。
conformance-apple-complete-mend = もうエピソードが続かない場合は<itunes:complete>Yes</itunes:complete>と書き、そうでなければ取り除いてください。
conformance-apple-new-feed-address = 「{ $about }」は、フィードの移転先になるアドレスではありません。
conformance-apple-new-feed-address-mend = 新しいアドレスを完全な形で書いてください: <itunes:new-feed-url>https://example.org/feed.xml</itunes:new-feed-url>
conformance-apple-owner = Appleが誰に連絡すればよいかが、フィードに書かれていません。
conformance-apple-owner-mend = <itunes:owner><itunes:name>PyIbadan</itunes:name><itunes:email>show@example.org</itunes:email></itunes:owner>を加えてください。
conformance-apple-owner-email = 所有者のメールアドレスがありません。
conformance-apple-owner-email-mend = メールアドレスを加えてください: <itunes:email>show@example.org</itunes:email>
conformance-apple-ascii = Appleは、このような文字を含むアドレスを取得しません: { $about }
conformance-apple-ascii-mend = ファイル名をa〜z、0〜9、ハイフンだけにするか、その文字を%C3%A4のように書いてください。
conformance-apple-enclosure-twice = ほかのエピソードに同じファイルがあるので、Appleはどちらか1つを無視します: { $about }
conformance-apple-enclosure-twice-mend = どのエピソードにも、別々のファイルを指定してください。
conformance-apple-language = Appleは、言語「{ $about }」を読み取りません。
conformance-apple-language-mend = 2文字で書き、国によって違う場合は国も付けてください: en、pt-br
conformance-apple-duration = 「{ $about }」は、時間の長さではありません。
conformance-apple-duration-mend = 秒で書いてください: <itunes:duration>1801</itunes:duration>
conformance-apple-show-title = タイトルの中で、番組のタイトルが繰り返されています: { $about }
conformance-apple-show-title-mend = 番組の名前は省いてください。アプリでは横に表示されます。
conformance-apple-https = ファイルがhttpsで公開されていません: { $about }
conformance-apple-https-mend = httpsで公開し、アドレスもそのように書いてください。

## Podcasting 2.0

conformance-podcasting-element = Podcasting 2.0に「{ $about }」はありません。
conformance-podcasting-element-mend = つづりを、大文字も含めて確かめてください: podcast:alternateEnclosure
conformance-podcasting-place = 「{ $about }」は、ここでは意味を持ちません。
conformance-podcasting-place-mend = 移してください。番組に関するものはchannelに、エピソードに関するものはitemに入れます。
conformance-podcasting-twice = ここに「{ $about }」が複数あります。
conformance-podcasting-twice-mend = 1つだけ残してください。
conformance-podcasting-guid = 「{ $about }」は、UUIDではありません。
conformance-podcasting-guid-mend = フィードのアドレスから https:// を除いたものを使ってUUIDv5を生成し、ずっと変えずに使ってください: 9b024349-ccf0-5f69-a609-6b82873eab3c
conformance-podcasting-guid-version = guidはUUIDですが、バージョン5のものではありません: { $about }
conformance-podcasting-guid-version-mend = アプリがすでに知っている場合は、そのまま使ってください。新しい番組では、フィードのアドレスからUUIDv5を生成します。
conformance-podcasting-locked = podcast:lockedの値が、yesでもnoでもなく、「{ $about }」です。
conformance-podcasting-locked-mend = yesまたはnoと、小文字で書いてください。
conformance-podcasting-locked-owner = 所有者が書かれていないので、番組を移してよいかどうかを誰にも尋ねられません。
conformance-podcasting-locked-owner-mend = メールアドレスを加えてください: owner="show@example.org"
conformance-podcasting-funding = fundingにアドレスがありません。
conformance-podcasting-funding-mend = アドレスを加えてください: <podcast:funding url="https://example.org/give">Support us</podcast:funding>
conformance-podcasting-transcript = 文字起こしに「{ $about }」がありません。
conformance-podcasting-transcript-mend = 両方を指定してください: <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>
conformance-podcasting-transcript-type = アプリは、「{ $about }」というタイプの文字起こしを読み取りません。
conformance-podcasting-transcript-type-mend = text/vtt、application/x-subrip、application/json、text/html、text/plainのどれかを使ってください。
conformance-podcasting-transcript-rel = 文字起こしに指定できるのは「captions」で、「{ $about }」ではありません。
conformance-podcasting-transcript-rel-mend = 時刻が付いている場合はrel="captions"と書き、そうでなければ省いてください。
conformance-podcasting-language = 「{ $about }」は、言語タグではありません。
conformance-podcasting-language-mend = 言語タグを書いてください: en、pt-BR、yo
conformance-podcasting-chapters = チャプターに「{ $about }」がありません。
conformance-podcasting-chapters-mend = 両方を指定してください: <podcast:chapters url="https://example.org/gauge.json" type="application/json+chapters"/>
conformance-podcasting-chapters-type = アプリが探すのはapplication/json+chaptersで、「{ $about }」ではありません。
conformance-podcasting-chapters-type-mend = type="application/json+chapters"と書いてください。
conformance-podcasting-soundbite = soundbiteの「{ $about }」がないか、秒数ではありません。
conformance-podcasting-soundbite-mend = 両方を秒で指定してください: <podcast:soundbite startTime="73.0" duration="60.0"/>
conformance-podcasting-soundbite-length = soundbiteの長さが{ $about }秒です。
conformance-podcasting-soundbite-length-mend = 15〜120秒の部分を選んでください。
conformance-podcasting-person = 登場する人の名前がありません。
conformance-podcasting-person-mend = 名前を要素の中に書いてください: <podcast:person role="guest">Ada</podcast:person>
conformance-podcasting-person-role = Podcast Taxonomyに、「{ $about }」というroleはありません。
conformance-podcasting-person-role-mend = host、guest、narrator、editor、audio editorなど、そのroleの中から1つ選んでください。
conformance-podcasting-person-group = Podcast Taxonomyに、「{ $about }」というgroupはありません。
conformance-podcasting-person-group-mend = cast、writing、visuals、audio post-productionなど、そのgroupの中から1つ選んでください。
conformance-podcasting-location = 場所の名前がありません。
conformance-podcasting-location-mend = 名前を要素の中に書いてください: <podcast:location country="NG">Ibadan</podcast:location>
conformance-podcasting-location-rel = 場所はsubjectかcreatorのどちらかで、「{ $about }」ではありません。
conformance-podcasting-location-rel-mend = 制作した場所ならrel="creator"、話題にしている場所ならrel="subject"と書いてください。
conformance-podcasting-location-geo = 「{ $about }」は、地図上の地点ではありません。
conformance-podcasting-location-geo-mend = 緯度と経度を書いてください: geo="geo:7.3878,3.8964"
conformance-podcasting-location-osm = 「{ $about }」は、OpenStreetMapのものではありません。
conformance-podcasting-location-osm-mend = N、W、Rのどれかと番号を書いてください: osm="R3442408"
conformance-podcasting-location-country = 「{ $about }」は、国を表す2文字ではありません。
conformance-podcasting-location-country-mend = 2文字で書いてください。ナイジェリアはNG、イギリスはGBです。
conformance-podcasting-season = 「{ $about }」は、整数ではありません。
conformance-podcasting-season-mend = 番号を書き、名前は属性にしてください: <podcast:season name="Rain">2</podcast:season>
conformance-podcasting-episode = 「{ $about }」は、数ではありません。
conformance-podcasting-episode-mend = 番号を書き、アプリに表示するものは属性にしてください: <podcast:episode display="Ch.3">204</podcast:episode>
conformance-podcasting-trailer = 予告編に、アドレス、日付、タイトルのどれかがないか、lengthまたはseasonが数ではありません。
conformance-podcasting-trailer-mend = すべて指定してください: <podcast:trailer url="https://example.org/t.mp3" pubdate="Mon, 23 Nov 2026 17:42:00 GMT" length="12345" type="audio/mpeg">Soon</podcast:trailer>
conformance-podcasting-trailer-date = 「{ $about }」は、メールの書式の日付ではありません。
conformance-podcasting-trailer-date-mend = 次のように書いてください: pubdate="Mon, 23 Nov 2026 17:42:00 GMT"
conformance-podcasting-license = ライセンスの名前がありません。
conformance-podcasting-license-mend = 名前を要素の中に書いてください: <podcast:license>cc-by-4.0</podcast:license>
conformance-podcasting-license-address = ライセンス「{ $about }」の内容を、誰も調べられません。
conformance-podcasting-license-address-mend = ライセンスの文面のアドレスを加えてください: url="https://example.org/terms"
conformance-podcasting-alternate = メディアタイプがないので、アプリはこのバージョンを再生できるかどうか判断できません。
conformance-podcasting-alternate-mend = メディアタイプを加えてください: type="audio/opus"
conformance-podcasting-alternate-source = sourceがないので、誰もこのバージョンを取得できません。
conformance-podcasting-alternate-source-mend = sourceを中に入れてください: <podcast:source uri="https://example.org/gauge.opus"/>
conformance-podcasting-alternate-number = これは数ではありません: { $about }
conformance-podcasting-alternate-number-mend = バイト、ピクセル、ビット/秒の数を、数字だけで書いてください。
conformance-podcasting-alternate-default = defaultの値が、trueでもfalseでもなく、「{ $about }」です。
conformance-podcasting-alternate-default-mend = enclosureと同じファイルにはdefault="true"と書き、そうでなければ省いてください。
conformance-podcasting-source = sourceにアドレスがありません。
conformance-podcasting-source-mend = アドレスを加えてください: uri="https://example.org/gauge.opus"
conformance-podcasting-integrity = 完全性の検証の種類が不明か、値がありません。
conformance-podcasting-integrity-mend = type="sri"またはtype="pgp-signature"と、valueを書いてください。
conformance-podcasting-content-link = リンクにアドレスがありません。
conformance-podcasting-content-link-mend = アドレスを加えてください: <podcast:contentLink href="https://example.com/watch">Watch it</podcast:contentLink>
conformance-podcasting-content-link-text = リンク先が何かが、書かれていません。
conformance-podcasting-content-link-text-mend = リンク先を要素の中に書いてください: Watch it on PeerTube
conformance-podcasting-medium = Podcasting 2.0に、「{ $about }」というmediumはありません。
conformance-podcasting-medium-mend = podcast、music、video、film、audiobook、newsletter、blog、course、publisherのどれかを書いてください。
conformance-podcasting-medium-list = 「{ $about }」は、ほかのフィードのアイテムを並べるものですが、このフィードには独自のアイテムがあります。
conformance-podcasting-medium-list-mend = アイテムに合うmediumを選んでください: podcast、video、blog
conformance-podcasting-medium-publisher = 発行元のフィードには、guidと、発行しているフィードが必要です。
conformance-podcasting-medium-publisher-mend = <podcast:guid>と、フィードごとの<podcast:remoteItem>を加えてください。
conformance-podcasting-image = 画像にアドレスがありません。
conformance-podcasting-image-mend = アドレスを加えてください: <podcast:image href="https://example.org/wide.jpg" aspect-ratio="16/9"/>
conformance-podcasting-image-shape = これは、画像についての指定になっていません: { $about }
conformance-podcasting-image-shape-mend = ピクセル数は数字で、縦横比はaspect-ratio="16/9"、種類はimage/jpegのように書いてください。
conformance-podcasting-images = podcast:imagesは、もう使われていません。
conformance-podcasting-images-mend = 画像ごとに<podcast:image href="…" width="…"/>を書いてください。
conformance-podcasting-live = ライブのアイテムはpending、live、endedのどれかで、「{ $about }」ではありません。
conformance-podcasting-live-mend = status="live"と書いてください。
conformance-podcasting-live-time = 「{ $about }」は、日時ではありません。
conformance-podcasting-live-time-mend = 次のように書いてください: start="2026-11-23T17:42:00Z"
conformance-podcasting-live-link = ストリームを再生できない人には、ほかに聞く方法がありません。
conformance-podcasting-live-link-mend = リンクを加えてください: <podcast:contentLink href="https://example.org/live">Listen</podcast:contentLink>
conformance-podcasting-social = 「{ $about }」がないか正しくないので、アプリが会話の場を見つけられません。
conformance-podcasting-social-mend = 両方を指定してください: <podcast:socialInteract protocol="activitypub" uri="https://example.org/@show/1"/>
conformance-podcasting-chat = チャットに「{ $about }」がありません。
conformance-podcasting-chat-mend = 両方を指定してください: <podcast:chat server="example.org" protocol="matrix"/>
conformance-podcasting-podping = usesPodpingの値が、trueでもfalseでもありません。
conformance-podcasting-podping-mend = usesPodping="true"と書くか、要素を省いてください。
conformance-podcasting-block = podcast:blockの値が、yesでもnoでもなく、「{ $about }」です。
conformance-podcasting-block-mend = yesまたはnoと、小文字で書いてください。
conformance-podcasting-value = valueに「{ $about }」がありません。
conformance-podcasting-value-mend = 両方を指定してください: <podcast:value type="lightning" method="keysend">
conformance-podcasting-value-whom = valueの受取人がいません。
conformance-podcasting-value-whom-mend = 受取人ごとに、<podcast:valueRecipient …/>を中に入れてください。
conformance-podcasting-value-recipient = 受取人の「{ $about }」がないか、正しくありません。
conformance-podcasting-value-recipient-mend = 3つとも指定してください: type="node" address="02d5…" split="40"
conformance-podcasting-value-split = 時間ごとの分配に、いつか、または誰にかが書かれていません。
conformance-podcasting-value-split-mend = startTimeとdurationを秒で指定し、受取人か、1つの<podcast:remoteItem/>を中に入れてください。
conformance-podcasting-remote = remoteItemが、相手のフィードをguidで示していません。
conformance-podcasting-remote-mend = 相手のフィードのpodcast:guidを書いてください: feedGuid="9b024349-ccf0-5f69-a609-6b82873eab3c"
conformance-podcasting-remote-medium = Podcasting 2.0に、「{ $about }」というmediumはありません。
conformance-podcasting-remote-medium-mend = 相手のフィードのpodcast:mediumを書いてください: podcast、music、video、publisher …
conformance-podcasting-podroll = podrollに、おすすめの番組が1つもありません。
conformance-podcasting-podroll-mend = 番組ごとに<podcast:remoteItem feedGuid="…"/>を中に入れるか、podrollを取り除いてください。
conformance-podcasting-publisher = 発行元が、mediumが「publisher」である1つのremoteItemになっていません。
conformance-podcasting-publisher-mend = 次のように書いてください: <podcast:publisher><podcast:remoteItem medium="publisher" feedGuid="…" feedUrl="…"/></podcast:publisher>
conformance-podcasting-publisher-address = 発行元のguidを知らないアプリは、発行元のフィードを見つけられません。
conformance-podcasting-publisher-address-mend = アドレスを加えてください: feedUrl="https://example.org/publisher.xml"
conformance-podcasting-update-rule = 「{ $about }」は、繰り返しのルールではありません。
conformance-podcasting-update-rule-mend = 次のように書いてください: rrule="FREQ=WEEKLY;BYDAY=MO"
conformance-podcasting-update-start = 「{ $about }」は、日付ではありません。
conformance-podcasting-update-start-mend = 次のように書いてください: dtstart="2026-11-23T00:00:00.000Z"
conformance-podcasting-update-count = ルールがエピソードの数を決めていますが、いつから数えるかが書かれていません: { $about }
conformance-podcasting-update-count-mend = dtstart="2026-11-23T00:00:00.000Z"を加えてください。
conformance-podcasting-update-complete = completeの値が、trueでもfalseでもなく、「{ $about }」です。
conformance-podcasting-update-complete-mend = もうエピソードが続かない場合はcomplete="true"と書き、そうでなければ省いてください。
conformance-podcasting-update-bare = ルールがないので、エピソードがどのくらいの頻度で出るかを、アプリが読み取れません。
conformance-podcasting-update-bare-mend = ルールを加えてください: rrule="FREQ=MONTHLY"
conformance-podcasting-long = アグリゲーターは、このテキストを途中で切ります: { $about }
conformance-podcasting-long-mend = 短くしてください。名前、場所、タイトルは128文字まで、表示するものは32文字までです。
conformance-podcasting-address = 「{ $about }」は、完全なアドレスではありません。
conformance-podcasting-address-mend = https:// とホスト名を付けて書いてください。
conformance-podcasting-https = アドレスがhttpsではありません: { $about }
conformance-podcasting-https-mend = httpsで公開し、アドレスもそのように書いてください。

## Atom

conformance-atom-element = Atomには、ここで使う「{ $about }」はありません。
conformance-atom-element-mend = 大文字と小文字、置く場所を確かめるか、独自の名前空間を付けてください。
conformance-atom-twice = ここに「{ $about }」が複数あります。
conformance-atom-twice-mend = 1つだけ残してください。
conformance-atom-id = idがありません。
conformance-atom-id-mend = けっして変わらないidを加えてください: <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>
conformance-atom-id-absolute = idが完全なアドレスではありません: { $about }
conformance-atom-id-absolute-mend = URNまたはアドレスを書いてください: <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>
conformance-atom-title = タイトルがありません。
conformance-atom-title-mend = タイトルを加えてください: <title>The rain gauge</title>
conformance-atom-updated = 最後にいつ変更されたかが書かれていません。
conformance-atom-updated-mend = 更新日時を加えてください: <updated>2026-11-23T17:42:00Z</updated>
conformance-atom-date = 「{ $about }」は、Atomの書式の日付ではありません。
conformance-atom-date-mend = 次のように書いてください: 2026-11-23T17:42:00Z
conformance-atom-author = エントリーにもフィードにも、作者が書かれていません。
conformance-atom-author-mend = フィードに作者を加えてください: <author><name>PyIbadan</name></author>
conformance-atom-person = 人の名前がありません。
conformance-atom-person-mend = 名前を加えてください: <author><name>Ada</name></author>
conformance-atom-email = 「{ $about }」は、メールアドレスではありません。
conformance-atom-email-mend = メールアドレスだけを書いてください: <email>ada@example.org</email>
conformance-atom-link = リンクがどこにもつながりません。
conformance-atom-link-mend = アドレスを属性として書いてください: <link href="https://example.org/gauge"/>
conformance-atom-link-type = 「{ $about }」は、メディアタイプではありません。
conformance-atom-link-type-mend = タイプを、text/htmlのように、スラッシュを入れて書いてください。
conformance-atom-link-length = 「{ $about }」は、バイト数ではありません。
conformance-atom-link-length-mend = 数字だけを書くか、省いてください。
conformance-atom-alternate-twice = 同じ種類のページへのリンクが、すでにあります: { $about }
conformance-atom-alternate-twice-mend = 1つだけ残すか、typeまたはhreflangで区別できるようにしてください。
conformance-atom-entry-link = エントリーに、contentもページもありません。
conformance-atom-entry-link-mend = contentか、ページへのリンクを加えてください: <link href="https://example.org/gauge"/>
conformance-atom-content-type = 「{ $about }」は、contentのtypeではありません。
conformance-atom-content-type-mend = text、html、xhtmlのどれか、またはメディアタイプを書いてください。
conformance-atom-content-source = contentが別のアドレスにあり、ここにもあります。
conformance-atom-content-source-mend = srcを残してテキストを取り除くか、その逆にしてください。
conformance-atom-content-source-type = メディアタイプがないので、フィードリーダーはcontentが何かを判断できません。
conformance-atom-content-source-type-mend = メディアタイプを加えてください: type="application/pdf"
conformance-atom-summary = contentが別の場所にあるかテキストではなく、要約もありません。
conformance-atom-summary-mend = 何であるかを一文で書いてください: <summary>…</summary>
conformance-atom-text-type = テキストはtext、html、xhtmlのどれかで、「{ $about }」ではありません。
conformance-atom-text-type-mend = 3つのうちのどれかを書いてください。
conformance-atom-text-markup = xhtmlではないテキストの中に、要素があります。
conformance-atom-text-markup-mend = &lt;b&gt;のようにエスケープするか、type="xhtml"と書いてdivの中に入れてください。
conformance-atom-xhtml = XHTMLが、1つのdivに入っていません。
conformance-atom-xhtml-mend = 1つのdivに入れてください: <div xmlns="http://www.w3.org/1999/xhtml">…</div>
conformance-atom-category = カテゴリーにtermがありません。
conformance-atom-category-mend = termを属性として書いてください: <category term="rain"/>
conformance-atom-self-link = フィードに、自身のアドレスが書かれていません。
conformance-atom-self-link-mend = フィード自身のアドレスを加えてください: <link rel="self" href="https://example.org/feed.atom"/>
conformance-atom-entry-twice = ほかのエントリーに、同じidと日付がすでにあります: { $about }
conformance-atom-entry-twice-mend = どのエントリーにも、別々のidを付けてください。

## JSON Feed

conformance-json-malformed = これはJSONではありません: { $about }
conformance-json-malformed-mend = そこに書かれているものを直してください。コンマの過不足、引用符、括弧などです。JSONライブラリを使えば、正しく書けます。
conformance-json-key-twice = キー「{ $about }」が2回書かれていて、フィードリーダーはどちらか1つを使います。
conformance-json-key-twice-mend = 1つだけ残してください。
conformance-json-type = この値は、キーが求める型ではありません: { $about }
conformance-json-type-mend = テキストは引用符で、リストは角括弧で囲み、trueとfalseは引用符なしで書いてください。
conformance-json-version = 「{ $about }」は、JSON Feedのバージョンではありません。
conformance-json-version-mend = 次のように書いてください: "version": "https://jsonfeed.org/version/1.1"
conformance-json-title = フィードにタイトルがありません。
conformance-json-title-mend = タイトルを加えてください: "title": "PyIbadan"
conformance-json-items = フィードにアイテムのリストがありません。
conformance-json-items-mend = 空でもよいので、リストを加えてください: "items": []
conformance-json-home-page = どのページのフィードかが書かれていません。
conformance-json-home-page-mend = ページのアドレスを加えてください: "home_page_url": "https://example.org/"
conformance-json-feed-address = フィードに、自身のアドレスが書かれていません。
conformance-json-feed-address-mend = フィード自身のアドレスを加えてください: "feed_url": "https://example.org/feed.json"
conformance-json-next-address = 次のページが、このフィード自身になっています: { $about }
conformance-json-next-address-mend = 次のページ自身のアドレスを書くか、next_urlを省いてください。
conformance-json-address = 「{ $about }」は、完全なアドレスではありません。
conformance-json-address-mend = https:// とホスト名を付けて書いてください。
conformance-json-date = 「{ $about }」は、JSON Feedの書式の日付ではありません。
conformance-json-date-mend = 次のように書いてください: "2026-11-23T17:42:00Z"
conformance-json-language = 「{ $about }」は、言語タグではありません。
conformance-json-language-mend = 言語タグを書いてください: "en"、"pt-BR"、"yo"
conformance-json-id = アイテムにidがありません。
conformance-json-id-mend = けっして変わらないidを加えてください: "id": "https://example.org/gauge"
conformance-json-id-twice = ほかのアイテムに、同じidがすでにあります: { $about }
conformance-json-id-twice-mend = どのアイテムにも、別々のidを付けてください。
conformance-json-content = アイテムに、content_htmlもcontent_textもありません。
conformance-json-content-mend = どちらかを加えてください: "content_text": "…"
conformance-json-attachment = 添付ファイルに「{ $about }」がありません。
conformance-json-attachment-mend = 両方を指定してください: "url"と"mime_type"
conformance-json-media-type = 「{ $about }」は、メディアタイプではありません。
conformance-json-media-type-mend = タイプを、"audio/mpeg"のように、スラッシュを入れて書いてください。
conformance-json-number = これは数ではありません: { $about }
conformance-json-number-mend = バイト数または秒数を、引用符なしで書いてください。
conformance-json-author = 作者に、名前もアドレスも画像もありません。
conformance-json-author-mend = 名前を加えてください: {"{"}"name": "Ada"{"}"}
conformance-json-author-old = 「author」は、もう使われていません。
conformance-json-author-old-mend = リストで書いてください: "authors": [{"{"}"name": "Ada"{"}"}]
conformance-json-hub = ハブにtypeまたはアドレスがありません。
conformance-json-hub-mend = 両方を指定してください: {"{"}"type": "WebSub", "url": "https://example.org/hub"{"}"}
conformance-json-key = JSON Feedには、ここで使う「{ $about }」はありません。
conformance-json-key-mend = つづりを確かめるか、独自のものならアンダースコアで始めてください。
conformance-json-extension = 「{ $about }」は、拡張の名前にできません。
conformance-json-extension-mend = アンダースコアと英字で始め、ドットは取り除いてください: "_pyibadan"
conformance-json-markup = プレーンテキストの中にHTMLがあります: { $about }
conformance-json-markup-mend = タグを使わずに書いてください。HTMLはcontent_htmlに入れます。
