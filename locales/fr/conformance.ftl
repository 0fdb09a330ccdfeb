# What the check of a feed says: each rule’s fault in a sentence, and how to mend it. $about is the value concerned.

## XML, namespaces, and what is read at all

conformance-xml-too-large = Le document compte { $about } octets, plus que nous n’en lisons.
conformance-xml-too-large-mend = Gardez les publications les plus récentes dans le flux et déplacez les plus anciennes dans des documents d’archives (RFC 5005).
conformance-xml-malformed = Ceci n’est pas du XML : { $about }
conformance-xml-malformed-mend = Écrivez chaque balise sous la forme <name attribute="value">, et « < » dans les textes sous la forme &lt;.
conformance-xml-unclosed = « { $about } » s’ouvre ou se ferme sans son autre moitié.
conformance-xml-unclosed-mend = Fermez chaque élément par une balise de fin du même nom avant que ne se ferme celui qui l’entoure : <item><title>…</title></item>.
conformance-xml-declaration = Quelque chose précède la déclaration XML, ne serait-ce qu’une ligne vide.
conformance-xml-declaration-mend = Faites commencer le document par <?xml … ?>, sans rien avant.
conformance-xml-entity = XML ne connaît pas « { $about } ».
conformance-xml-entity-mend = Écrivez & sous la forme &amp;, et les autres caractères tels quels ou par leur numéro : &#160; au lieu de &nbsp;.
conformance-xml-character = Il y a un caractère que XML n’admet pas : { $about }
conformance-xml-character-mend = Retirez-le ; parmi les caractères de contrôle, seuls les tabulations et les retours à la ligne sont admis.
conformance-xml-attribute-twice = L’attribut « { $about } » figure deux fois ici.
conformance-xml-attribute-twice-mend = N’en gardez qu’un.
conformance-xml-prefix = Le préfixe « { $about } » n’est déclaré nulle part.
conformance-xml-prefix-mend = Déclarez-le dans le premier élément, par exemple xmlns:dc="http://purl.org/dc/elements/1.1/".
conformance-xml-namespace = « { $about } » n’est pas tout à fait le nom de l’espace de noms : les lecteurs n’en reconnaissent donc pas les éléments.
conformance-xml-namespace-mend = Écrivez le nom comme le fait son standard : celui d’Apple est http://www.itunes.com/dtds/podcast-1.0.dtd, celui de Podcasting 2.0 https://podcastindex.org/namespace/1.0, celui de Media RSS http://search.yahoo.com/mrss/ avec la barre oblique, celui d’Atom http://www.w3.org/2005/Atom.
conformance-xml-encoding = Le document ne peut pas être lu en { $about }.
conformance-xml-encoding-mend = Enregistrez-le en UTF-8 et dites-le : <?xml version="1.0" encoding="UTF-8"?>.
conformance-xml-doctype = Il y a un DOCTYPE ; beaucoup de lecteurs refusent les flux qui en ont un.
conformance-xml-doctype-mend = Retirez le DOCTYPE, et écrivez ce que ses entités représentent.
conformance-xml-excess = Il y a ici plus de niveaux, d’attributs ou d’espaces de noms que nous n’en lisons : { $about }
conformance-xml-excess-mend = Tenez-vous-en à ce dont un flux a besoin, et donnez les pages entières en HTML échappé.
conformance-xml-not-a-feed = Ce n’est pas un flux.
conformance-xml-not-a-feed-mend = Donnez l’adresse du flux lui-même, et non celle de sa page : il commence par <rss …>, <feed …>, ou c’est un JSON Feed.

## RSS 2.0

conformance-rss-version = Le flux ne dit pas qu’il est en RSS 2.0.
conformance-rss-version-mend = Faites-le commencer par <rss version="2.0">.
conformance-rss-channel = Il n’y a pas de channel dans le flux.
conformance-rss-channel-mend = Mettez tout dans un seul <channel>, lui-même dans <rss>.
conformance-rss-channel-title = Le flux n’a pas de titre.
conformance-rss-channel-title-mend = Donnez à channel le nom de votre émission ou de votre groupe : <title>PyIbadan</title>.
conformance-rss-channel-link = Le flux n’a pas de lien vers sa page.
conformance-rss-channel-link-mend = Donnez à channel l’adresse de sa page : <link>https://example.org/</link>.
conformance-rss-channel-description = Le flux n’a pas de description.
conformance-rss-channel-description-mend = Dites en une phrase ou deux de quoi parle le flux : <description>…</description>.
conformance-rss-self-link = Le flux ne dit pas où il se trouve lui-même.
conformance-rss-self-link-mend = Ajoutez sa propre adresse à channel : <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>.
conformance-rss-element = RSS n’a pas de « { $about } » ici.
conformance-rss-element-mend = Vérifiez ses majuscules et sa place, ou retirez-le ; des éléments à vous demandent un espace de noms.
conformance-rss-twice = Il y a plus d’un « { $about } » ici.
conformance-rss-twice-mend = N’en gardez qu’un ; les lecteurs prennent celui qui leur plaît.
conformance-rss-empty = Cet élément ne dit rien.
conformance-rss-empty-mend = Écrivez-y quelque chose, ou omettez-le.
conformance-rss-title-markup = Le titre contient du HTML, que la plupart des lecteurs montrent tel quel : { $about }
conformance-rss-title-markup-mend = Écrivez le titre sans balises ; & et < sous la forme &amp; et &lt;.
conformance-rss-address = « { $about } » n’est pas une adresse complète.
conformance-rss-address-mend = Écrivez-la avec https:// et le nom d’hôte, sans espaces : https://example.org/gauge.
conformance-rss-date = « { $about } » n’est pas une date comme RSS les écrit.
conformance-rss-date-mend = Écrivez-la ainsi : Mon, 23 Nov 2026 17:42:00 GMT.
conformance-rss-date-weekday = Ce jour-là tombe un autre jour de la semaine : { $about }
conformance-rss-date-weekday-mend = Mettez le bon, ou omettez-le.
conformance-rss-date-zone = Les lecteurs prennent cette heure pour du GMT, car ils n’en connaissent pas le fuseau : { $about }
conformance-rss-date-zone-mend = Écrivez le fuseau sous la forme GMT ou comme un décalage : Mon, 23 Nov 2026 17:42:00 +0100.
conformance-rss-date-year = L’année n’a que deux chiffres : { $about }
conformance-rss-date-year-mend = Écrivez-en quatre : Mon, 23 Nov 2026 17:42:00 GMT.
conformance-rss-language = « { $about } » n’est pas une étiquette de langue.
conformance-rss-language-mend = Écrivez l’étiquette : en, pt-br, zh-hans, yo.
conformance-rss-email = « { $about } » n’est pas une adresse e-mail.
conformance-rss-email-mend = Écrivez d’abord l’adresse, puis le nom entre parenthèses, ada@example.org (Ada), ou utilisez dc:creator pour un nom seul.
conformance-rss-skip-hour = « { $about } » n’est pas une heure de 0 à 23.
conformance-rss-skip-hour-mend = Écrivez l’heure GMT sous forme de nombre : <hour>23</hour>.
conformance-rss-skip-day = « { $about } » n’est pas un jour de la semaine comme RSS les écrit.
conformance-rss-skip-day-mend = Écrivez-le en anglais, avec une majuscule : <day>Monday</day>.
conformance-rss-ttl = « { $about } » n’est pas un nombre de minutes.
conformance-rss-ttl-mend = Écrivez un nombre entier supérieur à zéro : <ttl>60</ttl>.
conformance-rss-cloud = Dans cloud, « { $about } » manque ou n’est pas juste.
conformance-rss-cloud-mend = Donnez-lui domain, port, path, registerProcedure et protocol, ou omettez cloud.
conformance-rss-text-input = Il manque « { $about } » au formulaire.
conformance-rss-text-input-mend = Donnez-lui title, description, name et link, ou omettez-le ; aucun lecteur ne le montre aujourd’hui.
conformance-rss-image = Il manque « { $about } » à l’image de channel.
conformance-rss-image-mend = Donnez-lui les trois : <image><url>https://example.org/logo.png</url><title>PyIbadan</title><link>https://example.org/</link></image>.
conformance-rss-image-size = « { $about } » n’est pas une largeur d’au plus 144 ni une hauteur d’au plus 400.
conformance-rss-image-size-mend = Écrivez la taille en pixels, ou omettez-la ; une grande illustration va dans itunes:image.
conformance-rss-item = L’item n’a ni titre ni description.
conformance-rss-item-mend = Donnez-lui au moins l’un des deux : <title>The rain gauge</title>.
conformance-rss-item-guid = L’item n’a pas de guid : les lecteurs le montrent donc de nouveau à chaque changement.
conformance-rss-item-guid-mend = Donnez-lui un nom qui ne change jamais : <guid isPermaLink="false">2026-rain-gauge</guid>.
conformance-rss-guid-permalink = Les lecteurs prennent ce guid pour un lien, et ce n’en est pas un : { $about }
conformance-rss-guid-permalink-mend = Ajoutez isPermaLink="false" au guid.
conformance-rss-guid-attribute = isPermaLink n’est ni true ni false, mais « { $about } ».
conformance-rss-guid-attribute-mend = Écrivez isPermaLink="false", en minuscules.
conformance-rss-guid-twice = Un autre item a déjà ce guid : les lecteurs ne montrent donc que l’un des deux : { $about }
conformance-rss-guid-twice-mend = Donnez à chaque item un guid à lui.
conformance-rss-enclosure = Il manque « { $about } » à enclosure.
conformance-rss-enclosure-mend = Donnez-lui les trois : <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>.
conformance-rss-enclosure-length = « { $about } » n’est pas un nombre d’octets.
conformance-rss-enclosure-length-mend = Écrivez la taille du fichier en octets, en chiffres seulement : length="12345678".
conformance-rss-enclosure-type = « { $about } » n’est pas un type de média.
conformance-rss-enclosure-type-mend = Écrivez le type avec sa barre oblique : audio/mpeg pour MP3, audio/x-m4a pour M4A, video/mp4 pour MP4.
conformance-rss-enclosure-address = L’adresse d’enclosure ne mène pas à un fichier sur le web : { $about }
conformance-rss-enclosure-address-mend = Écrivez-la avec https:// et le nom d’hôte : https://example.org/gauge.mp3.
conformance-rss-enclosure-many = L’item a { $about } éléments enclosure ; la plupart des lecteurs n’en prennent qu’un, et pas tous le même.
conformance-rss-enclosure-many-mend = N’en gardez qu’un ; donnez les autres versions dans podcast:alternateEnclosure, ou faites un item de chacune.
conformance-rss-source = La source n’a pas d’adresse de flux.
conformance-rss-source-mend = Ajoutez-la : <source url="https://example.com/feed.xml">Another feed</source>.
conformance-rss-atom-link = Ce lien n’a pas d’adresse complète, et ne mène nulle part.
conformance-rss-atom-link-mend = Donnez-lui une adresse complète : href="https://example.org/feed.xml".

## Media RSS

conformance-media-content = Le média n’a ni adresse ni lecteur intégré.
conformance-media-content-mend = Donnez-lui url="…", ou mettez-y <media:player url="…"/>.
conformance-media-medium = Media RSS ne connaît pas de média « { $about } ».
conformance-media-medium-mend = Écrivez image, audio, video, document ou executable.
conformance-media-expression = Media RSS ne connaît pas d’expression « { $about } ».
conformance-media-expression-mend = Écrivez sample, full ou nonstop, ou omettez-la.
conformance-media-number = Ce n’est pas un nombre : { $about }
conformance-media-number-mend = N’écrivez que des chiffres : des octets, des secondes ou des pixels, sans leur unité.
conformance-media-default = isDefault n’est ni true ni false, mais « { $about } ».
conformance-media-default-mend = Écrivez true ou false.
conformance-media-type = « { $about } » n’est pas un type de média.
conformance-media-type-mend = Écrivez le type avec sa barre oblique, par exemple video/mp4.
conformance-media-address = « { $about } » n’est pas une adresse complète.
conformance-media-address-mend = Écrivez-la avec https:// et le nom d’hôte.
conformance-media-thumbnail = La vignette n’a pas d’adresse.
conformance-media-thumbnail-mend = Donnez-lui-en une : <media:thumbnail url="https://example.org/gauge.jpg"/>.
conformance-media-player = Le lecteur intégré n’a pas d’adresse.
conformance-media-player-mend = Donnez-lui l’adresse de la page où le média se lit : <media:player url="https://example.com/watch"/>.
conformance-media-group = Le groupe contient moins de deux médias.
conformance-media-group-mend = Retirez le groupe et laissez le média, ou mettez-y ses autres versions.
conformance-media-text-type = Le type du texte n’est ni plain ni html, mais « { $about } ».
conformance-media-text-type-mend = Écrivez type="plain" ou type="html".
conformance-media-restriction = La restriction ne dit pas qui elle admet ou exclut.
conformance-media-restriction-mend = Écrivez-la ainsi : <media:restriction relationship="allow" type="country">ng gh</media:restriction>.
conformance-media-credit = Le rôle n’est pas en minuscules : { $about }
conformance-media-credit-mend = Écrivez-le en minuscules : role="producer".
conformance-media-hash = Ce n’est pas une empreinte de ce type : { $about }
conformance-media-hash-mend = Donnez algo="md5" avec 32 chiffres hexadécimaux, ou algo="sha-1" avec 40.
conformance-media-rating = La classification n’est ni adult ni nonadult, mais « { $about } ».
conformance-media-rating-mend = Écrivez nonadult ou adult, ou nommez le système que vous utilisez.
conformance-media-time = Le moment de la vignette n’en est pas un : { $about }
conformance-media-time-mend = Écrivez heures, minutes et secondes : time="12:05:01.123".

## Feeds in several documents

conformance-archive-complete = Le flux se dit complet, et renvoie à une suite de lui-même ({ $about }).
conformance-archive-complete-mend = Retirez fh:complete, ou le lien.
conformance-archive-current = L’archive ne dit pas où se trouve le document actuel.
conformance-archive-current-mend = Ajoutez l’adresse à laquelle on s’abonne : <atom:link rel="current" href="https://example.org/feed.xml"/>.
conformance-archive-flag = Le document renvoie à une archive suivante, mais ne dit pas qu’il en est une lui-même.
conformance-archive-flag-mend = Ajoutez <fh:archive/> à son en-tête, ou retirez le lien.
conformance-archive-twice = Il y a plus d’un lien « { $about } ».
conformance-archive-twice-mend = N’en gardez qu’un.
conformance-archive-loop = Le lien « { $about } » mène à ce document même : les lecteurs tourneraient en rond sans fin.
conformance-archive-loop-mend = Faites-le mener à l’autre document, ou retirez-le.
conformance-archive-relation = Les flux appellent la page d’avant « previous », et non « { $about } ».
conformance-archive-relation-mend = Écrivez rel="previous".

## PSP-1

conformance-psp1-format = Ce n’est pas du RSS, et les répertoires de podcasts n’acceptent rien d’autre.
conformance-psp1-format-mend = Donnez l’adresse du flux RSS de l’émission.
conformance-psp1-namespace = Le premier élément ne déclare pas l’espace de noms « { $about } ».
conformance-psp1-namespace-mend = Commencez par <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">.
conformance-psp1-encoding = Le flux est en { $about }, et non en UTF-8.
conformance-psp1-encoding-mend = Enregistrez-le en UTF-8 et dites-le : <?xml version="1.0" encoding="UTF-8"?>.
conformance-psp1-self-link = Le flux ne dit pas où il se trouve lui-même.
conformance-psp1-self-link-mend = Ajoutez sa propre adresse à channel : <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>.
conformance-psp1-self-link-type = Le lien vers le flux lui-même ne dit pas que c’est du RSS.
conformance-psp1-self-link-type-mend = Ajoutez-y type="application/rss+xml".
conformance-psp1-value-long = La valeur a plus de 255 caractères : { $about }
conformance-psp1-value-long-mend = Raccourcissez-la ; les longs textes vont dans description ou content:encoded.
conformance-psp1-value-space = Il y a du blanc avant ou après la valeur : { $about }
conformance-psp1-value-space-mend = Retirez-le ; les retours à la ligne comptent comme du blanc, dans CDATA aussi.
conformance-psp1-description-long = La description a plus de 4000 octets.
conformance-psp1-description-long-mend = Raccourcissez-la ; le texte entier peut figurer dans content:encoded.
conformance-psp1-description-markup = Toutes les applications ne savent pas lire le HTML qui se trouve ici : { $about }
conformance-psp1-description-markup-mend = Tenez-vous-en à p, ol, ul, li, a, b, i, strong et em, et mettez le texte entier dans CDATA : <description><![CDATA[<p>…</p>]]></description>.
conformance-psp1-language = Le flux ne dit pas quelle langue y est parlée.
conformance-psp1-language-mend = Dites quelle langue y est parlée : <language>en</language>.
conformance-psp1-category = Le flux n’a pas de catégorie.
conformance-psp1-category-mend = Choisissez-en une chez Apple : <itunes:category text="Technology"/>.
conformance-psp1-explicit = Le flux ne dit pas s’il est réservé aux adultes.
conformance-psp1-explicit-mend = Dites s’il est réservé aux adultes : <itunes:explicit>false</itunes:explicit>.
conformance-psp1-image = Le flux n’a pas d’illustration.
conformance-psp1-image-mend = Ajoutez une illustration carrée de 1400 à 3000 pixels de côté, JPEG ou PNG : <itunes:image href="https://example.org/show.png"/>.
conformance-psp1-locked = Le flux ne dit pas si un autre hébergeur peut l’importer.
conformance-psp1-locked-mend = Ajoutez <podcast:locked owner="show@example.org">yes</podcast:locked>.
conformance-psp1-guid = Le flux n’a pas de podcast:guid, auquel les applications reconnaissent l’émission quand elle déménage.
conformance-psp1-guid-mend = Tirez-en un de l’adresse du flux et gardez-le pour toujours : <podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>.
conformance-psp1-author = Le flux ne dit pas qui fait l’émission.
conformance-psp1-author-mend = Ajoutez le nom du groupe ou des personnes qui l’animent : <itunes:author>PyIbadan</itunes:author>.
conformance-psp1-copyright = Le copyright contient plus que le nom de la personne ou du groupe qui le détient : { $about }
conformance-psp1-copyright-mend = Omettez le mot, le signe et l’année : <copyright>PyIbadan</copyright>.
conformance-psp1-serial = L’émission est de type serial, et cet épisode n’a pas de numéro.
conformance-psp1-serial-mend = Ajoutez <itunes:episode>3</itunes:episode>, ou passez l’émission au type episodic.
conformance-psp1-item-title = L’épisode n’a pas de titre.
conformance-psp1-item-title-mend = Donnez-lui-en un : <title>The rain gauge</title>.
conformance-psp1-item-title-number = Le titre contient le numéro de l’épisode : { $about }
conformance-psp1-item-title-number-mend = Retirez-le, et mettez-le dans <itunes:episode> et <itunes:season>.
conformance-psp1-item-enclosure = L’épisode n’a ni son ni film, et un seul item de ce genre peut faire refuser tout le flux par un répertoire.
conformance-psp1-item-enclosure-mend = Ajoutez son fichier : <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>, ou gardez les articles dans un autre flux.
conformance-psp1-enclosure-type = Toutes les applications de podcasts ne savent pas lire « { $about } ».
conformance-psp1-enclosure-type-mend = Proposez l’épisode en audio/mpeg ou en video/mp4 ; d’autres versions peuvent être des podcast:alternateEnclosure.
conformance-psp1-enclosure-ending = L’adresse ne finit pas comme le type du fichier : { $about }
conformance-psp1-enclosure-ending-mend = Faites finir le chemin par .mp3, .m4a, .mp4, .m4v ou .mov, avant tout point d’interrogation.
conformance-psp1-enclosure-length = D’après enclosure, le fichier n’a aucun octet.
conformance-psp1-enclosure-length-mend = Écrivez la taille du fichier en octets : length="12345678".
conformance-psp1-item-guid = L’épisode n’a pas de guid : les applications le téléchargent donc de nouveau à chaque changement.
conformance-psp1-item-guid-mend = Donnez-lui un nom pour toujours : <guid isPermaLink="false">2026-rain-gauge</guid>.
conformance-psp1-item-link = L’épisode n’a pas de lien vers sa page.
conformance-psp1-item-link-mend = Ajoutez-le : <link>https://example.org/gauge</link>.
conformance-psp1-item-date = L’épisode ne dit pas quand il a été publié.
conformance-psp1-item-date-mend = Ajoutez la date : <pubDate>Mon, 23 Nov 2026 17:42:00 GMT</pubDate>.
conformance-psp1-item-description = L’épisode n’a pas de description.
conformance-psp1-item-description-mend = Dites en quelques phrases ce qu’on y entend : <description>…</description>.
conformance-psp1-item-duration = L’épisode ne dit pas combien de temps il dure.
conformance-psp1-item-duration-mend = Ajoutez la durée en secondes : <itunes:duration>1801</itunes:duration>.
conformance-psp1-item-image = L’épisode n’a pas d’image à lui.
conformance-psp1-item-image-mend = Ajoutez-en une, carrée, de 1400 à 3000 pixels de côté : <itunes:image href="https://example.org/gauge.jpg"/>.
conformance-psp1-item-explicit = L’épisode ne dit pas s’il est réservé aux adultes.
conformance-psp1-item-explicit-mend = Ajoutez <itunes:explicit>false</itunes:explicit>.
conformance-psp1-item-transcript = L’épisode n’a pas de transcription.
conformance-psp1-item-transcript-mend = Ajoutez-en une pour qui ne peut pas ou ne veut pas écouter : <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>.
conformance-psp1-duration = La durée n’est pas en secondes : { $about }
conformance-psp1-duration-mend = Écrivez des secondes : 1801 pour 30:01.

## Apple Podcasts

conformance-apple-tag = Apple ne connaît pas de « { $about } » ici.
conformance-apple-tag-mend = Retirez-le, ou mettez-le là où est sa place : channel ou item.
conformance-apple-tag-case = Apple ne lit pas « { $about } », car ses majuscules ou minuscules ne sont pas les bonnes.
conformance-apple-tag-case-mend = Écrivez-le comme Apple, par exemple itunes:episodeType et itunes:new-feed-url.
conformance-apple-twice = Il y a plus d’un « { $about } » ici.
conformance-apple-twice-mend = N’en gardez qu’un ; seules les catégories peuvent être plusieurs.
conformance-apple-category = Apple n’a pas de catégorie « { $about } ».
conformance-apple-category-mend = Choisissez-en une dans la liste d’Apple, avec ses majuscules et &amp; : <itunes:category text="Kids &amp; Family"/>.
conformance-apple-subcategory = La catégorie qui l’entoure n’a pas de sous-catégorie « { $about } ».
conformance-apple-subcategory-mend = Choisissez-en une de cette catégorie, ou omettez la sous-catégorie ; Technology n’en a pas.
conformance-apple-explicit = itunes:explicit n’est ni true ni false, mais « { $about } ».
conformance-apple-explicit-mend = Écrivez <itunes:explicit>false</itunes:explicit>, ou true pour ce qui est réservé aux adultes.
conformance-apple-image = L’illustration n’a pas d’adresse.
conformance-apple-image-mend = Écrivez-la dans un attribut : <itunes:image href="https://example.org/show.png"/>.
conformance-apple-image-ending = L’adresse de l’illustration ne finit pas par .jpg ou .png : { $about }
conformance-apple-image-ending-mend = Nommez le fichier d’après ce qu’il est : show.jpg ou show.png.
conformance-apple-type = Une émission est episodic ou serial, et non « { $about } ».
conformance-apple-type-mend = Écrivez <itunes:type>episodic</itunes:type>, en minuscules.
conformance-apple-episode-type = Un épisode est full, trailer ou bonus, et non « { $about } ».
conformance-apple-episode-type-mend = Écrivez <itunes:episodeType>full</itunes:episodeType>, en minuscules.
conformance-apple-episode = « { $about } » n’est pas un numéro d’épisode.
conformance-apple-episode-mend = Écrivez un nombre entier supérieur à zéro : <itunes:episode>3</itunes:episode>.
conformance-apple-season = « { $about } » n’est pas un numéro de saison.
conformance-apple-season-mend = Écrivez un nombre entier supérieur à zéro : <itunes:season>2</itunes:season>.
conformance-apple-block = « { $about } » ne bloque rien.
conformance-apple-block-mend = Écrivez <itunes:block>Yes</itunes:block> pour rester hors du répertoire d’Apple, ou retirez-le.
conformance-apple-complete = « { $about } » ne met fin à rien.
conformance-apple-complete-mend = Écrivez <itunes:complete>Yes</itunes:complete> si aucun épisode ne doit suivre, ou retirez-le.
conformance-apple-new-feed-address = « { $about } » n’est pas une adresse où un flux peut déménager.
conformance-apple-new-feed-address-mend = Écrivez la nouvelle adresse complète : <itunes:new-feed-url>https://example.org/feed.xml</itunes:new-feed-url>.
conformance-apple-owner = Le flux ne dit pas à qui Apple peut écrire.
conformance-apple-owner-mend = Ajoutez <itunes:owner><itunes:name>PyIbadan</itunes:name><itunes:email>show@example.org</itunes:email></itunes:owner>.
conformance-apple-owner-email = Dans owner, il n’y a pas d’adresse e-mail.
conformance-apple-owner-email-mend = Ajoutez-la : <itunes:email>show@example.org</itunes:email>.
conformance-apple-ascii = Apple ne va pas chercher les adresses qui ont de telles lettres : { $about }
conformance-apple-ascii-mend = Renommez le fichier avec a–z, 0–9 et des traits d’union, ou écrivez les lettres sous la forme %C3%A4.
conformance-apple-enclosure-twice = Un autre épisode a déjà ce fichier : Apple ignore donc l’un des deux : { $about }
conformance-apple-enclosure-twice-mend = Donnez à chaque épisode son propre fichier.
conformance-apple-language = Apple ne lit pas la langue « { $about } ».
conformance-apple-language-mend = Écrivez deux lettres, avec un pays là où c’est important : en, pt-br.
conformance-apple-duration = « { $about } » n’est pas une durée.
conformance-apple-duration-mend = Écrivez des secondes : <itunes:duration>1801</itunes:duration>.
conformance-apple-show-title = Le titre répète celui de l’émission : { $about }
conformance-apple-show-title-mend = Omettez le nom de l’émission ; les applications le montrent à côté.
conformance-apple-https = Le fichier n’est pas en https : { $about }
conformance-apple-https-mend = Mettez-le en https, et écrivez l’adresse en conséquence.

## Podcasting 2.0

conformance-podcasting-element = Podcasting 2.0 ne connaît pas de « { $about } ».
conformance-podcasting-element-mend = Vérifiez comment il s’écrit, avec ses majuscules : podcast:alternateEnclosure.
conformance-podcasting-place = « { $about } » n’a pas de sens ici.
conformance-podcasting-place-mend = Déplacez-le : ce qui concerne l’émission va dans channel, ce qui concerne un épisode dans item.
conformance-podcasting-twice = Il y a plus d’un « { $about } » ici.
conformance-podcasting-twice-mend = N’en gardez qu’un.
conformance-podcasting-guid = « { $about } » n’est pas un UUID.
conformance-podcasting-guid-mend = Tirez un UUIDv5 de l’adresse du flux sans https:// et gardez-le pour toujours : 9b024349-ccf0-5f69-a609-6b82873eab3c.
conformance-podcasting-guid-version = Le guid est un UUID, mais pas de version 5 : { $about }
conformance-podcasting-guid-version-mend = Gardez-le si les applications le connaissent déjà ; une nouvelle émission tire un UUIDv5 de l’adresse de son flux.
conformance-podcasting-locked = podcast:locked n’est ni yes ni no, mais « { $about } ».
conformance-podcasting-locked-mend = Écrivez yes ou no, en minuscules.
conformance-podcasting-locked-owner = On ne peut demander à personne si l’émission peut déménager, car rien ne dit qui en est propriétaire.
conformance-podcasting-locked-owner-mend = Ajoutez une adresse e-mail : owner="show@example.org".
conformance-podcasting-funding = L’appel au soutien n’a pas d’adresse.
conformance-podcasting-funding-mend = Ajoutez-la : <podcast:funding url="https://example.org/give">Support us</podcast:funding>.
conformance-podcasting-transcript = Il manque « { $about } » à la transcription.
conformance-podcasting-transcript-mend = Donnez-lui les deux : <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>.
conformance-podcasting-transcript-type = Les applications ne lisent pas de transcriptions de type « { $about } ».
conformance-podcasting-transcript-type-mend = Utilisez text/vtt, application/x-subrip, application/json, text/html ou text/plain.
conformance-podcasting-transcript-rel = Une transcription peut être « captions », et non « { $about } ».
conformance-podcasting-transcript-rel-mend = Écrivez rel="captions" si elle indique des temps, ou omettez-le.
conformance-podcasting-language = « { $about } » n’est pas une étiquette de langue.
conformance-podcasting-language-mend = Écrivez l’étiquette : en, pt-BR, yo.
conformance-podcasting-chapters = Il manque « { $about } » aux chapitres.
conformance-podcasting-chapters-mend = Donnez-leur les deux : <podcast:chapters url="https://example.org/gauge.json" type="application/json+chapters"/>.
conformance-podcasting-chapters-type = Les applications cherchent application/json+chapters, et non « { $about } ».
conformance-podcasting-chapters-type-mend = Écrivez type="application/json+chapters".
conformance-podcasting-soundbite = Dans l’extrait, « { $about } » manque ou n’est pas un nombre de secondes.
conformance-podcasting-soundbite-mend = Donnez les deux en secondes : <podcast:soundbite startTime="73.0" duration="60.0"/>.
conformance-podcasting-soundbite-length = L’extrait dure { $about } secondes.
conformance-podcasting-soundbite-length-mend = Choisissez un passage de 15 à 120 secondes.
conformance-podcasting-person = La personne n’a pas de nom.
conformance-podcasting-person-mend = Écrivez-le dans l’élément : <podcast:person role="guest">Ada</podcast:person>.
conformance-podcasting-person-role = La Podcast Taxonomy n’a pas de rôle « { $about } ».
conformance-podcasting-person-role-mend = Choisissez l’un de ses rôles, par exemple host, guest, narrator, editor ou audio editor.
conformance-podcasting-person-group = La Podcast Taxonomy n’a pas de groupe « { $about } ».
conformance-podcasting-person-group-mend = Choisissez l’un de ses groupes, par exemple cast, writing, visuals ou audio post-production.
conformance-podcasting-location = Le lieu n’a pas de nom.
conformance-podcasting-location-mend = Écrivez-le dans l’élément : <podcast:location country="NG">Ibadan</podcast:location>.
conformance-podcasting-location-rel = Un lieu est subject ou creator, et non « { $about } ».
conformance-podcasting-location-rel-mend = Écrivez rel="creator" pour le lieu où cela a été fait, rel="subject" pour celui dont on parle.
conformance-podcasting-location-geo = « { $about } » n’est pas un point sur la carte.
conformance-podcasting-location-geo-mend = Écrivez la latitude et la longitude : geo="geo:7.3878,3.8964".
conformance-podcasting-location-osm = « { $about } » n’est rien que connaisse OpenStreetMap.
conformance-podcasting-location-osm-mend = Écrivez N, W ou R, puis le numéro : osm="R3442408".
conformance-podcasting-location-country = « { $about } » n’est pas le code à deux lettres d’un pays.
conformance-podcasting-location-country-mend = Écrivez-le : NG pour le Nigeria, GB pour le Royaume-Uni.
conformance-podcasting-season = « { $about } » n’est pas un nombre entier.
conformance-podcasting-season-mend = Écrivez le nombre, et le nom dans un attribut : <podcast:season name="Rain">2</podcast:season>.
conformance-podcasting-episode = « { $about } » n’est pas un nombre.
conformance-podcasting-episode-mend = Écrivez le nombre, et ce que montrent les applications dans un attribut : <podcast:episode display="Ch.3">204</podcast:episode>.
conformance-podcasting-trailer = L’adresse, la date ou le titre de la bande-annonce manque, ou bien sa taille ou sa saison n’est pas un nombre.
conformance-podcasting-trailer-mend = Donnez-lui tout cela : <podcast:trailer url="https://example.org/t.mp3" pubdate="Mon, 23 Nov 2026 17:42:00 GMT" length="12345" type="audio/mpeg">Soon</podcast:trailer>.
conformance-podcasting-trailer-date = « { $about } » n’est pas une date comme les e-mails les écrivent.
conformance-podcasting-trailer-date-mend = Écrivez-la ainsi : pubdate="Mon, 23 Nov 2026 17:42:00 GMT".
conformance-podcasting-license = La licence n’a pas de nom.
conformance-podcasting-license-mend = Écrivez-le dans l’élément : <podcast:license>cc-by-4.0</podcast:license>.
conformance-podcasting-license-address = Personne ne peut consulter la licence « { $about } ».
conformance-podcasting-license-address-mend = Ajoutez l’adresse de son texte : url="https://example.org/terms".
conformance-podcasting-alternate = Les applications ne peuvent pas savoir si elles lisent cette version, car elle n’a pas de type de média.
conformance-podcasting-alternate-mend = Ajoutez-le : type="audio/opus".
conformance-podcasting-alternate-source = Personne ne peut aller chercher cette version, car elle n’a pas de source.
conformance-podcasting-alternate-source-mend = Mettez-y <podcast:source uri="https://example.org/gauge.opus"/>.
conformance-podcasting-alternate-number = Ce n’est pas un nombre : { $about }
conformance-podcasting-alternate-number-mend = N’écrivez que des chiffres : des octets, des pixels, des bits par seconde.
conformance-podcasting-alternate-default = default n’est ni true ni false, mais « { $about } ».
conformance-podcasting-alternate-default-mend = Écrivez default="true" pour le fichier d’enclosure lui-même, ou omettez-le.
conformance-podcasting-source = La source n’a pas d’adresse.
conformance-podcasting-source-mend = Ajoutez-la : uri="https://example.org/gauge.opus".
conformance-podcasting-integrity = Le type du contrôle d’intégrité est inconnu, ou sa valeur manque.
conformance-podcasting-integrity-mend = Écrivez type="sri" ou type="pgp-signature", et value.
conformance-podcasting-content-link = Le lien n’a pas d’adresse.
conformance-podcasting-content-link-mend = Ajoutez-la : <podcast:contentLink href="https://example.com/watch">Watch it</podcast:contentLink>.
conformance-podcasting-content-link-text = Le lien ne dit pas où il mène.
conformance-podcasting-content-link-text-mend = Écrivez-le dans l’élément : Voir sur PeerTube.
conformance-podcasting-medium = Podcasting 2.0 ne connaît pas de média « { $about } ».
conformance-podcasting-medium-mend = Écrivez podcast, music, video, film, audiobook, newsletter, blog, course ou publisher.
conformance-podcasting-medium-list = « { $about } » est une liste d’items d’autres flux, et pourtant ce flux a des items à lui.
conformance-podcasting-medium-list-mend = Choisissez le média des items : podcast, video ou blog.
conformance-podcasting-medium-publisher = Un flux de média publisher a besoin d’un guid et des flux qu’il publie.
conformance-podcasting-medium-publisher-mend = Ajoutez <podcast:guid>, et un <podcast:remoteItem> pour chaque flux.
conformance-podcasting-image = L’image n’a pas d’adresse.
conformance-podcasting-image-mend = Ajoutez-la : <podcast:image href="https://example.org/wide.jpg" aspect-ratio="16/9"/>.
conformance-podcasting-image-shape = Ceci ne dit rien d’une image : { $about }
conformance-podcasting-image-shape-mend = Écrivez les pixels en chiffres, la forme comme dans aspect-ratio="16/9", le type comme image/jpeg.
conformance-podcasting-images = podcast:images n’est plus en usage.
conformance-podcasting-images-mend = Écrivez un <podcast:image href="…" width="…"/> pour chaque image.
conformance-podcasting-live = Un direct est pending, live ou ended, et non « { $about } ».
conformance-podcasting-live-mend = Écrivez status="live".
conformance-podcasting-live-time = « { $about } » n’est pas une date avec une heure.
conformance-podcasting-live-time-mend = Écrivez-la ainsi : start="2026-11-23T17:42:00Z".
conformance-podcasting-live-link = Qui ne peut pas lire le direct n’a pas d’autre moyen d’écouter.
conformance-podcasting-live-link-mend = Ajoutez <podcast:contentLink href="https://example.org/live">Listen</podcast:contentLink>.
conformance-podcasting-social = Les applications ne trouvent pas la discussion : « { $about } » manque ou n’est pas juste.
conformance-podcasting-social-mend = Donnez les deux : <podcast:socialInteract protocol="activitypub" uri="https://example.org/@show/1"/>.
conformance-podcasting-chat = Il manque « { $about } » à la messagerie en direct.
conformance-podcasting-chat-mend = Donnez-lui les deux : <podcast:chat server="example.org" protocol="matrix"/>.
conformance-podcasting-podping = usesPodping n’est ni true ni false.
conformance-podcasting-podping-mend = Écrivez usesPodping="true", ou omettez l’élément.
conformance-podcasting-block = podcast:block n’est ni yes ni no, mais « { $about } ».
conformance-podcasting-block-mend = Écrivez yes ou no, en minuscules.
conformance-podcasting-value = Il manque « { $about } » à value.
conformance-podcasting-value-mend = Donnez-lui les deux : <podcast:value type="lightning" method="keysend">.
conformance-podcasting-value-whom = Personne n’est destinataire de value.
conformance-podcasting-value-whom-mend = Mettez-y un <podcast:valueRecipient …/> pour chaque destinataire.
conformance-podcasting-value-recipient = Chez ce destinataire, « { $about } » manque ou n’est pas juste.
conformance-podcasting-value-recipient-mend = Donnez les trois : type="node" address="02d5…" split="40".
conformance-podcasting-value-split = Le partage selon le temps ne dit pas quand, ou ne dit pas à qui.
conformance-podcasting-value-split-mend = Donnez startTime et duration en secondes, et mettez-y soit des destinataires, soit un seul <podcast:remoteItem/>.
conformance-podcasting-remote = L’item distant ne nomme pas son flux par un guid.
conformance-podcasting-remote-mend = Écrivez le podcast:guid de l’autre flux : feedGuid="9b024349-ccf0-5f69-a609-6b82873eab3c".
conformance-podcasting-remote-medium = Podcasting 2.0 ne connaît pas de média « { $about } ».
conformance-podcasting-remote-medium-mend = Écrivez le podcast:medium de l’autre flux : podcast, music, video, publisher…
conformance-podcasting-podroll = Le podroll ne recommande rien.
conformance-podcasting-podroll-mend = Mettez-y un <podcast:remoteItem feedGuid="…"/> pour chaque émission, ou retirez-le.
conformance-podcasting-publisher = L’élément publisher n’est pas fait d’un seul item distant de média « publisher ».
conformance-podcasting-publisher-mend = Écrivez <podcast:publisher><podcast:remoteItem medium="publisher" feedGuid="…" feedUrl="…"/></podcast:publisher>.
conformance-podcasting-publisher-address = Les applications qui ne connaissent pas le guid de publisher ne peuvent pas trouver son flux.
conformance-podcasting-publisher-address-mend = Ajoutez feedUrl="https://example.org/publisher.xml".
conformance-podcasting-update-rule = « { $about } » n’est pas une règle de récurrence.
conformance-podcasting-update-rule-mend = Écrivez-la ainsi : rrule="FREQ=WEEKLY;BYDAY=MO".
conformance-podcasting-update-start = « { $about } » n’est pas une date.
conformance-podcasting-update-start-mend = Écrivez-la ainsi : dtstart="2026-11-23T00:00:00.000Z".
conformance-podcasting-update-count = La règle compte les épisodes, mais ne dit pas à partir de quand : { $about }
conformance-podcasting-update-count-mend = Ajoutez dtstart="2026-11-23T00:00:00.000Z".
conformance-podcasting-update-complete = complete n’est ni true ni false, mais « { $about } ».
conformance-podcasting-update-complete-mend = Écrivez complete="true" si aucun épisode ne doit suivre, ou omettez-le.
conformance-podcasting-update-bare = Les applications ne peuvent pas lire à quel rythme les épisodes paraissent, car il n’y a pas de règle.
conformance-podcasting-update-bare-mend = Ajoutez-en une : rrule="FREQ=MONTHLY".
conformance-podcasting-long = Les agrégateurs couperont ce texte : { $about }
conformance-podcasting-long-mend = Raccourcissez-le : 128 caractères pour les noms, les lieux et les titres, 32 pour ce qui est affiché.
conformance-podcasting-address = « { $about } » n’est pas une adresse complète.
conformance-podcasting-address-mend = Écrivez-la avec https:// et le nom d’hôte.
conformance-podcasting-https = L’adresse n’est pas en https : { $about }
conformance-podcasting-https-mend = Mettez le fichier en https, et écrivez l’adresse en conséquence.

## Atom

conformance-atom-element = Atom n’a pas de « { $about } » ici.
conformance-atom-element-mend = Vérifiez ses majuscules et sa place, ou donnez-lui un espace de noms à lui.
conformance-atom-twice = Il y a plus d’un « { $about } » ici.
conformance-atom-twice-mend = N’en gardez qu’un.
conformance-atom-id = Il n’y a pas d’id.
conformance-atom-id-mend = Ajoutez-en un qui ne change jamais : <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>.
conformance-atom-id-absolute = L’id n’est pas une adresse complète : { $about }
conformance-atom-id-absolute-mend = Écrivez un URN ou une adresse : <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>.
conformance-atom-title = Il n’y a pas de titre.
conformance-atom-title-mend = Ajoutez-en un : <title>The rain gauge</title>.
conformance-atom-updated = La date du dernier changement n’est pas dite.
conformance-atom-updated-mend = Ajoutez-la : <updated>2026-11-23T17:42:00Z</updated>.
conformance-atom-date = « { $about } » n’est pas une date comme Atom les écrit.
conformance-atom-date-mend = Écrivez-la ainsi : 2026-11-23T17:42:00Z.
conformance-atom-author = Ni la publication ni le flux ne disent de qui c’est.
conformance-atom-author-mend = Dites-le dans le flux : <author><name>PyIbadan</name></author>.
conformance-atom-person = La personne n’a pas de nom.
conformance-atom-person-mend = Ajoutez-le : <author><name>Ada</name></author>.
conformance-atom-email = « { $about } » n’est pas une adresse e-mail.
conformance-atom-email-mend = Écrivez l’adresse seule : <email>ada@example.org</email>.
conformance-atom-link = Le lien ne mène nulle part.
conformance-atom-link-mend = Écrivez l’adresse dans un attribut : <link href="https://example.org/gauge"/>.
conformance-atom-link-type = « { $about } » n’est pas un type de média.
conformance-atom-link-type-mend = Écrivez le type avec sa barre oblique, par exemple text/html.
conformance-atom-link-length = « { $about } » n’est pas un nombre d’octets.
conformance-atom-link-length-mend = N’écrivez que des chiffres, ou omettez-le.
conformance-atom-alternate-twice = Un autre lien mène déjà au même type de page : { $about }
conformance-atom-alternate-twice-mend = N’en gardez qu’un, ou distinguez-les par type ou hreflang.
conformance-atom-entry-link = La publication n’a ni contenu ni page.
conformance-atom-entry-link-mend = Ajoutez <link href="https://example.org/gauge"/>, ou un contenu.
conformance-atom-content-type = « { $about } » n’est pas un type de contenu.
conformance-atom-content-type-mend = Écrivez text, html, xhtml ou un type de média.
conformance-atom-content-source = Le contenu est à une autre adresse, et ici aussi.
conformance-atom-content-source-mend = Gardez src et retirez le texte, ou l’inverse.
conformance-atom-content-source-type = Les lecteurs ne peuvent pas savoir ce qu’est le contenu, car il n’a pas de type de média.
conformance-atom-content-source-type-mend = Ajoutez-le : type="application/pdf".
conformance-atom-summary = Le contenu est ailleurs ou n’est pas du texte, et il n’y a pas de résumé.
conformance-atom-summary-mend = Dites en une phrase ce que c’est : <summary>…</summary>.
conformance-atom-text-type = Un texte est text, html ou xhtml, et non « { $about } ».
conformance-atom-text-type-mend = Écrivez l’un des trois.
conformance-atom-text-markup = Il y a des éléments dans un texte qui n’est pas xhtml.
conformance-atom-text-markup-mend = Échappez-les, &lt;b&gt;, ou écrivez type="xhtml" et mettez-les dans un div.
conformance-atom-xhtml = Le XHTML ne se trouve pas dans un seul div.
conformance-atom-xhtml-mend = Mettez-le dans un seul : <div xmlns="http://www.w3.org/1999/xhtml">…</div>.
conformance-atom-category = La catégorie n’a pas de term.
conformance-atom-category-mend = Écrivez-le dans un attribut : <category term="rain"/>.
conformance-atom-self-link = Le flux ne dit pas où il se trouve lui-même.
conformance-atom-self-link-mend = Ajoutez sa propre adresse : <link rel="self" href="https://example.org/feed.atom"/>.
conformance-atom-entry-twice = Une autre publication a déjà cet id et cette date : { $about }
conformance-atom-entry-twice-mend = Donnez à chaque publication un id à elle.

## JSON Feed

conformance-json-malformed = Ceci n’est pas du JSON : { $about }
conformance-json-malformed-mend = Corrigez ce qui s’y trouve : une virgule de trop ou de moins, un guillemet, un crochet. Une bibliothèque JSON l’écrit comme il faut.
conformance-json-key-twice = La clé « { $about } » figure deux fois ici, et les lecteurs n’en prennent qu’une.
conformance-json-key-twice-mend = N’en gardez qu’une.
conformance-json-type = Cette valeur n’est pas du type que la clé demande : { $about }
conformance-json-type-mend = Écrivez les textes entre guillemets, les listes entre crochets, true et false sans guillemets.
conformance-json-version = « { $about } » n’est pas une version de JSON Feed.
conformance-json-version-mend = Écrivez "version": "https://jsonfeed.org/version/1.1".
conformance-json-title = Le flux n’a pas de titre.
conformance-json-title-mend = Ajoutez-en un : "title": "PyIbadan".
conformance-json-items = Le flux n’a pas de liste d’items.
conformance-json-items-mend = Ajoutez-la, même vide : "items": [].
conformance-json-home-page = Le flux ne dit pas de quelle page il est le flux.
conformance-json-home-page-mend = Ajoutez-la : "home_page_url": "https://example.org/".
conformance-json-feed-address = Le flux ne dit pas où il se trouve lui-même.
conformance-json-feed-address-mend = Ajoutez son adresse : "feed_url": "https://example.org/feed.json".
conformance-json-next-address = La page suivante est ce flux même : { $about }
conformance-json-next-address-mend = Donnez l’adresse propre à la page suivante, ou omettez next_url.
conformance-json-address = « { $about } » n’est pas une adresse complète.
conformance-json-address-mend = Écrivez-la avec https:// et le nom d’hôte.
conformance-json-date = « { $about } » n’est pas une date comme JSON Feed les écrit.
conformance-json-date-mend = Écrivez-la ainsi : "2026-11-23T17:42:00Z".
conformance-json-language = « { $about } » n’est pas une étiquette de langue.
conformance-json-language-mend = Écrivez l’étiquette : "en", "pt-BR", "yo".
conformance-json-id = L’item n’a pas d’id.
conformance-json-id-mend = Ajoutez-en un qui ne change jamais : "id": "https://example.org/gauge".
conformance-json-id-twice = Un autre item a déjà cet id : { $about }
conformance-json-id-twice-mend = Donnez à chaque item un id à lui.
conformance-json-content = L’item n’a ni content_html ni content_text.
conformance-json-content-mend = Ajoutez l’un des deux : "content_text": "…".
conformance-json-attachment = Il manque « { $about } » à la pièce jointe.
conformance-json-attachment-mend = Donnez-lui les deux : "url" et "mime_type".
conformance-json-media-type = « { $about } » n’est pas un type de média.
conformance-json-media-type-mend = Écrivez le type avec sa barre oblique, par exemple "audio/mpeg".
conformance-json-number = Ce n’est pas un nombre : { $about }
conformance-json-number-mend = Écrivez des octets ou des secondes, sans guillemets.
conformance-json-author = La personne n’a ni nom, ni adresse, ni image.
conformance-json-author-mend = Ajoutez le nom : {"{"}"name": "Ada"{"}"}.
conformance-json-author-old = « author » n’est plus en usage.
conformance-json-author-old-mend = Écrivez une liste : "authors": [{"{"}"name": "Ada"{"}"}].
conformance-json-hub = Le type ou l’adresse du hub manque.
conformance-json-hub-mend = Donnez-lui les deux : {"{"}"type": "WebSub", "url": "https://example.org/hub"{"}"}.
conformance-json-key = JSON Feed n’a pas de « { $about } » ici.
conformance-json-key-mend = Vérifiez comment elle s’écrit, ou faites-la commencer par un tiret bas si elle est à vous.
conformance-json-extension = « { $about } » ne peut pas être le nom d’une extension.
conformance-json-extension-mend = Faites-le commencer par un tiret bas et une lettre, et retirez-en les points : "_pyibadan".
conformance-json-markup = Il y a du HTML dans un texte brut : { $about }
conformance-json-markup-mend = Écrivez-le sans balises ; le HTML va dans content_html.
