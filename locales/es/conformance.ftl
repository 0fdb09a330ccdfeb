# What the check of a feed says: each rule’s fault in a sentence, and how to mend it. $about is the value concerned.

## XML, namespaces, and what is read at all

conformance-xml-too-large = El documento tiene { $about } bytes, más de lo que leemos.
conformance-xml-too-large-mend = Deja en el feed las publicaciones más recientes y pasa las más antiguas a documentos de archivo (RFC 5005).
conformance-xml-malformed = Esto no es XML: { $about }
conformance-xml-malformed-mend = Escribe cada etiqueta como <name attribute="value">, y “<” en los textos como &lt;.
conformance-xml-unclosed = “{ $about }” empieza o termina sin su otra mitad.
conformance-xml-unclosed-mend = Cierra cada elemento con una etiqueta de cierre del mismo nombre antes de que termine el que lo rodea: <item><title>…</title></item>.
conformance-xml-declaration = Hay algo antes de la declaración XML, aunque solo sea una línea vacía.
conformance-xml-declaration-mend = Haz que el documento empiece con <?xml … ?>, sin nada delante.
conformance-xml-entity = XML no conoce “{ $about }”.
conformance-xml-entity-mend = Escribe & como &amp; y los demás caracteres tal cual o por su número: &#160; en vez de &nbsp;.
conformance-xml-character = Hay un carácter que XML no permite: { $about }
conformance-xml-character-mend = Quítalo; entre los caracteres de control solo se permiten tabuladores y saltos de línea.
conformance-xml-attribute-twice = El atributo “{ $about }” aparece dos veces.
conformance-xml-attribute-twice-mend = Deja solo uno.
conformance-xml-prefix = Nadie declaró el prefijo “{ $about }”.
conformance-xml-prefix-mend = Decláralo en el primer elemento, por ejemplo xmlns:dc="http://purl.org/dc/elements/1.1/".
conformance-xml-namespace = “{ $about }” no es exactamente el nombre del espacio de nombres, así que los lectores no conocen sus elementos.
conformance-xml-namespace-mend = Escribe el nombre como lo hace su estándar: el de Apple es http://www.itunes.com/dtds/podcast-1.0.dtd, el de Podcasting 2.0 es https://podcastindex.org/namespace/1.0, el de Media RSS es http://search.yahoo.com/mrss/ con la barra final, el de Atom es http://www.w3.org/2005/Atom.
conformance-xml-encoding = El documento no se puede leer como { $about }.
conformance-xml-encoding-mend = Guárdalo en UTF-8 e indícalo: <?xml version="1.0" encoding="UTF-8"?>.
conformance-xml-doctype = Hay un DOCTYPE; muchos lectores rechazan los feeds que lo tienen.
conformance-xml-doctype-mend = Quita el DOCTYPE y escribe lo que representan sus entidades.
conformance-xml-excess = Aquí hay más niveles, atributos o espacios de nombres de los que leemos: { $about }
conformance-xml-excess-mend = Limítate a lo que un feed necesita y pon las páginas enteras como HTML escapado.
conformance-xml-not-a-feed = Esto no es un feed.
conformance-xml-not-a-feed-mend = Da la dirección del propio feed, no la de su página: empieza con <rss …>, <feed …>, o es un JSON Feed.

## RSS 2.0

conformance-rss-version = El feed no dice que es RSS 2.0.
conformance-rss-version-mend = Empiézalo con <rss version="2.0">.
conformance-rss-channel = En el feed no hay ningún channel.
conformance-rss-channel-mend = Ponlo todo en un solo <channel> dentro de <rss>.
conformance-rss-channel-title = El feed no tiene título.
conformance-rss-channel-title-mend = Pon en channel el nombre de tu pódcast o grupo: <title>PyIbadan</title>.
conformance-rss-channel-link = El feed no tiene enlace a su página.
conformance-rss-channel-link-mend = Pon en channel la dirección de su página: <link>https://example.org/</link>.
conformance-rss-channel-description = El feed no tiene descripción.
conformance-rss-channel-description-mend = Di en una o dos frases de qué trata el feed: <description>…</description>.
conformance-rss-self-link = El feed no dice dónde está él mismo.
conformance-rss-self-link-mend = Añade a channel su propia dirección: <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>.
conformance-rss-element = RSS no tiene “{ $about }” aquí.
conformance-rss-element-mend = Revisa sus mayúsculas y minúsculas y su lugar, o quítalo; los elementos propios necesitan un espacio de nombres.
conformance-rss-twice = Aquí hay más de un “{ $about }”.
conformance-rss-twice-mend = Deja solo uno; los lectores toman el que quieren.
conformance-rss-empty = Este elemento no dice nada.
conformance-rss-empty-mend = Escribe algo en él o quítalo.
conformance-rss-title-markup = El título contiene HTML, que la mayoría de los lectores muestran tal cual: { $about }
conformance-rss-title-markup-mend = Escribe el título sin etiquetas; & y < como &amp; y &lt;.
conformance-rss-address = “{ $about }” no es una dirección completa.
conformance-rss-address-mend = Escríbela con https:// y el dominio, sin espacios: https://example.org/gauge.
conformance-rss-date = “{ $about }” no es una fecha como las escribe RSS.
conformance-rss-date-mend = Escríbela así: Mon, 23 Nov 2026 17:42:00 GMT.
conformance-rss-date-weekday = El día de la semana es otro: { $about }
conformance-rss-date-weekday-mend = Pon el correcto u omítelo.
conformance-rss-date-zone = Los lectores toman esta hora por GMT, porque no conocen su zona: { $about }
conformance-rss-date-zone-mend = Escribe la zona como GMT o como diferencia: Mon, 23 Nov 2026 17:42:00 +0100.
conformance-rss-date-year = El año tiene dos cifras: { $about }
conformance-rss-date-year-mend = Escribe las cuatro: Mon, 23 Nov 2026 17:42:00 GMT.
conformance-rss-language = “{ $about }” no es una etiqueta de idioma.
conformance-rss-language-mend = Escribe la etiqueta: en, pt-br, zh-hans, yo.
conformance-rss-email = “{ $about }” no es una dirección de correo.
conformance-rss-email-mend = Escribe primero la dirección y luego el nombre entre paréntesis, ada@example.org (Ada), o usa dc:creator para un nombre solo.
conformance-rss-skip-hour = “{ $about }” no es una hora de 0 a 23.
conformance-rss-skip-hour-mend = Escribe la hora en GMT como número: <hour>23</hour>.
conformance-rss-skip-day = “{ $about }” no es un día de la semana como los escribe RSS.
conformance-rss-skip-day-mend = Escríbelo en inglés y con mayúscula inicial: <day>Monday</day>.
conformance-rss-ttl = “{ $about }” no es un número de minutos.
conformance-rss-ttl-mend = Escribe un número entero mayor que cero: <ttl>60</ttl>.
conformance-rss-cloud = A cloud le falta “{ $about }”, o no es correcto.
conformance-rss-cloud-mend = Ponle domain, port, path, registerProcedure y protocol, o quita cloud.
conformance-rss-text-input = Al formulario le falta “{ $about }”.
conformance-rss-text-input-mend = Ponle title, description, name y link, o quítalo; hoy ningún lector lo muestra.
conformance-rss-image = A la imagen de channel le falta “{ $about }”.
conformance-rss-image-mend = Ponle los tres: <image><url>https://example.org/logo.png</url><title>PyIbadan</title><link>https://example.org/</link></image>.
conformance-rss-image-size = “{ $about }” no es un ancho de hasta 144 ni un alto de hasta 400.
conformance-rss-image-size-mend = Escribe el tamaño en píxeles u omítelo; la carátula grande va en itunes:image.
conformance-rss-item = El ítem no tiene ni título ni descripción.
conformance-rss-item-mend = Ponle al menos uno de los dos: <title>The rain gauge</title>.
conformance-rss-item-guid = El ítem no tiene guid, así que los lectores lo muestran de nuevo cada vez que cambia.
conformance-rss-item-guid-mend = Ponle un nombre que no cambie nunca: <guid isPermaLink="false">2026-rain-gauge</guid>.
conformance-rss-guid-permalink = Los lectores toman este guid por un enlace, y no lo es: { $about }
conformance-rss-guid-permalink-mend = Añade isPermaLink="false" al guid.
conformance-rss-guid-attribute = isPermaLink no es ni true ni false, sino “{ $about }”.
conformance-rss-guid-attribute-mend = Escribe isPermaLink="false", en minúsculas.
conformance-rss-guid-twice = Otro ítem ya tiene este guid, así que los lectores muestran solo uno de ellos: { $about }
conformance-rss-guid-twice-mend = Pon a cada ítem su propio guid.
conformance-rss-enclosure = Al enclosure le falta “{ $about }”.
conformance-rss-enclosure-mend = Ponle los tres: <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>.
conformance-rss-enclosure-length = “{ $about }” no es un número de bytes.
conformance-rss-enclosure-length-mend = Escribe el tamaño del archivo en bytes, solo con cifras: length="12345678".
conformance-rss-enclosure-type = “{ $about }” no es un tipo de medio.
conformance-rss-enclosure-type-mend = Escribe el tipo con su barra: audio/mpeg para MP3, audio/x-m4a para M4A, video/mp4 para MP4.
conformance-rss-enclosure-address = La dirección del enclosure no lleva a un archivo en la web: { $about }
conformance-rss-enclosure-address-mend = Escríbela con https:// y el dominio: https://example.org/gauge.mp3.
conformance-rss-enclosure-many = El ítem tiene { $about } enclosures; la mayoría de los lectores toman uno, y no todos el mismo.
conformance-rss-enclosure-many-mend = Deja solo uno; pon las otras versiones como podcast:alternateEnclosure, o haz un ítem de cada uno.
conformance-rss-source = La fuente no tiene la dirección de un feed.
conformance-rss-source-mend = Añádela: <source url="https://example.com/feed.xml">Another feed</source>.
conformance-rss-atom-link = Este enlace no tiene una dirección completa y no lleva a ninguna parte.
conformance-rss-atom-link-mend = Ponle una dirección completa: href="https://example.org/feed.xml".

## Media RSS

conformance-media-content = El material no tiene ni dirección ni reproductor.
conformance-media-content-mend = Ponle url="…", o pon dentro <media:player url="…"/>.
conformance-media-medium = Media RSS no conoce el tipo de material “{ $about }”.
conformance-media-medium-mend = Escribe image, audio, video, document o executable.
conformance-media-expression = Media RSS no conoce la expresión “{ $about }”.
conformance-media-expression-mend = Escribe sample, full o nonstop, u omítela.
conformance-media-number = Esto no es un número: { $about }
conformance-media-number-mend = Escribe solo cifras: bytes, segundos o píxeles sin su unidad.
conformance-media-default = isDefault no es ni true ni false, sino “{ $about }”.
conformance-media-default-mend = Escribe true o false.
conformance-media-type = “{ $about }” no es un tipo de medio.
conformance-media-type-mend = Escribe el tipo con su barra, por ejemplo video/mp4.
conformance-media-address = “{ $about }” no es una dirección completa.
conformance-media-address-mend = Escríbela con https:// y el dominio.
conformance-media-thumbnail = La miniatura no tiene dirección.
conformance-media-thumbnail-mend = Ponle una: <media:thumbnail url="https://example.org/gauge.jpg"/>.
conformance-media-player = El reproductor no tiene dirección.
conformance-media-player-mend = Ponle la dirección de la página que reproduce: <media:player url="https://example.com/watch"/>.
conformance-media-group = El conjunto tiene menos de dos materiales.
conformance-media-group-mend = Quita el conjunto y deja el material, o pon dentro sus otras versiones.
conformance-media-text-type = El tipo del texto no es ni plain ni html, sino “{ $about }”.
conformance-media-text-type-mend = Escribe type="plain" o type="html".
conformance-media-restriction = La restricción no dice a quién permite o niega el acceso.
conformance-media-restriction-mend = Escríbela así: <media:restriction relationship="allow" type="country">ng gh</media:restriction>.
conformance-media-credit = El rol no está en minúsculas: { $about }
conformance-media-credit-mend = Escríbelo en minúsculas: role="producer".
conformance-media-hash = Esto no es un hash de su tipo: { $about }
conformance-media-hash-mend = Pon algo="md5" con 32 dígitos, o algo="sha-1" con 40.
conformance-media-rating = La clasificación no es ni adult ni nonadult, sino “{ $about }”.
conformance-media-rating-mend = Escribe nonadult o adult, o nombra el esquema que usas.
conformance-media-time = El tiempo de la miniatura no es válido: { $about }
conformance-media-time-mend = Escribe horas, minutos y segundos: time="12:05:01.123".

## Feeds in several documents

conformance-archive-complete = El feed dice que está completo y enlaza a más de sí mismo ({ $about }).
conformance-archive-complete-mend = Quita fh:complete o el enlace.
conformance-archive-current = El documento de archivo no dice dónde está el documento actual.
conformance-archive-current-mend = Añade la dirección a la que la gente se suscribe: <atom:link rel="current" href="https://example.org/feed.xml"/>.
conformance-archive-flag = El documento enlaza al siguiente documento de archivo, pero no dice que él mismo también lo es.
conformance-archive-flag-mend = Añade <fh:archive/> a su cabecera, o quita el enlace.
conformance-archive-twice = Hay más de un enlace “{ $about }”.
conformance-archive-twice-mend = Deja solo uno.
conformance-archive-loop = El enlace “{ $about }” lleva a este mismo documento, así que los lectores darían vueltas sin fin.
conformance-archive-loop-mend = Haz que lleve al otro documento, o quítalo.
conformance-archive-relation = Los feeds llaman a la página anterior “previous”, no “{ $about }”.
conformance-archive-relation-mend = Escribe rel="previous".

## PSP-1

conformance-psp1-format = Esto no es RSS, y los directorios de pódcast no aceptan otra cosa.
conformance-psp1-format-mend = Da la dirección del feed RSS del pódcast.
conformance-psp1-namespace = El primer elemento no declara el espacio de nombres “{ $about }”.
conformance-psp1-namespace-mend = Empieza con <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom">.
conformance-psp1-encoding = El feed está en { $about }, no en UTF-8.
conformance-psp1-encoding-mend = Guárdalo en UTF-8 e indícalo: <?xml version="1.0" encoding="UTF-8"?>.
conformance-psp1-self-link = El feed no dice dónde está él mismo.
conformance-psp1-self-link-mend = Añade a channel su propia dirección: <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>.
conformance-psp1-self-link-type = El enlace al propio feed no dice que es RSS.
conformance-psp1-self-link-type-mend = Añádele type="application/rss+xml".
conformance-psp1-value-long = El valor tiene más de 255 caracteres: { $about }
conformance-psp1-value-long-mend = Acórtalo; los textos largos van en description o content:encoded.
conformance-psp1-value-space = Hay espacios antes o después del valor: { $about }
conformance-psp1-value-space-mend = Quítalos; los saltos de línea cuentan como espacios, también en CDATA.
conformance-psp1-description-long = La descripción tiene más de 4000 bytes.
conformance-psp1-description-long-mend = Acórtala; el texto entero puede ir en content:encoded.
conformance-psp1-description-markup = No todas las apps pueden leer el HTML de aquí: { $about }
conformance-psp1-description-markup-mend = Limítate a p, ol, ul, li, a, b, i, strong y em, y pon el texto entero en CDATA: <description><![CDATA[<p>…</p>]]></description>.
conformance-psp1-language = El feed no dice qué idioma se habla.
conformance-psp1-language-mend = Di qué idioma se habla: <language>en</language>.
conformance-psp1-category = El feed no tiene categoría.
conformance-psp1-category-mend = Elige una de las de Apple: <itunes:category text="Technology"/>.
conformance-psp1-explicit = El feed no dice si es solo para personas adultas.
conformance-psp1-explicit-mend = Di si es solo para personas adultas: <itunes:explicit>false</itunes:explicit>.
conformance-psp1-image = El feed no tiene carátula.
conformance-psp1-image-mend = Añade una carátula cuadrada de 1400 a 3000 píxeles de lado, JPEG o PNG: <itunes:image href="https://example.org/show.png"/>.
conformance-psp1-locked = El feed no dice si otro alojamiento puede importarlo.
conformance-psp1-locked-mend = Añade <podcast:locked owner="show@example.org">yes</podcast:locked>.
conformance-psp1-guid = El feed no tiene podcast:guid, por el que las apps reconocen el pódcast cuando se muda.
conformance-psp1-guid-mend = Genera uno a partir de la dirección del feed y consérvalo para siempre: <podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>.
conformance-psp1-author = El feed no dice quién hace el pódcast.
conformance-psp1-author-mend = Añade el nombre del grupo o de quienes lo presentan: <itunes:author>PyIbadan</itunes:author>.
conformance-psp1-copyright = El copyright contiene algo más que el nombre de su titular: { $about }
conformance-psp1-copyright-mend = Omite la palabra, el signo y el año: <copyright>PyIbadan</copyright>.
conformance-psp1-serial = El pódcast es serial, y este episodio no tiene número.
conformance-psp1-serial-mend = Añade <itunes:episode>3</itunes:episode>, o pon el pódcast como episodic.
conformance-psp1-item-title = El episodio no tiene título.
conformance-psp1-item-title-mend = Ponle uno: <title>The rain gauge</title>.
conformance-psp1-item-title-number = El título incluye el número del episodio: { $about }
conformance-psp1-item-title-number-mend = Quítalo y ponlo en <itunes:episode> y <itunes:season>.
conformance-psp1-item-enclosure = El episodio no tiene audio ni video, y un solo ítem así puede hacer que un directorio de pódcast rechace el feed entero.
conformance-psp1-item-enclosure-mend = Añade su archivo: <enclosure url="https://example.org/gauge.mp3" length="12345" type="audio/mpeg"/>, o pon los artículos en otro feed.
conformance-psp1-enclosure-type = No todas las apps de pódcast reproducen “{ $about }”.
conformance-psp1-enclosure-type-mend = Ofrece el episodio como audio/mpeg o video/mp4; las otras versiones pueden ser podcast:alternateEnclosure.
conformance-psp1-enclosure-ending = La dirección no termina como corresponde al tipo del archivo: { $about }
conformance-psp1-enclosure-ending-mend = Haz que la ruta termine en .mp3, .m4a, .mp4, .m4v o .mov, antes de cualquier signo de interrogación.
conformance-psp1-enclosure-length = El enclosure dice que no tiene bytes.
conformance-psp1-enclosure-length-mend = Escribe el tamaño del archivo en bytes: length="12345678".
conformance-psp1-item-guid = El episodio no tiene guid, así que las apps lo descargan de nuevo cada vez que cambia.
conformance-psp1-item-guid-mend = Ponle un nombre para siempre: <guid isPermaLink="false">2026-rain-gauge</guid>.
conformance-psp1-item-link = El episodio no tiene enlace a su página.
conformance-psp1-item-link-mend = Añádelo: <link>https://example.org/gauge</link>.
conformance-psp1-item-date = El episodio no dice cuándo se publicó.
conformance-psp1-item-date-mend = Añádelo: <pubDate>Mon, 23 Nov 2026 17:42:00 GMT</pubDate>.
conformance-psp1-item-description = El episodio no tiene descripción.
conformance-psp1-item-description-mend = Di en unas pocas frases lo que se oye: <description>…</description>.
conformance-psp1-item-duration = El episodio no dice cuánto dura.
conformance-psp1-item-duration-mend = Añádelo en segundos: <itunes:duration>1801</itunes:duration>.
conformance-psp1-item-image = El episodio no tiene imagen propia.
conformance-psp1-item-image-mend = Añade una cuadrada de 1400 a 3000 píxeles de lado: <itunes:image href="https://example.org/gauge.jpg"/>.
conformance-psp1-item-explicit = El episodio no dice si es solo para personas adultas.
conformance-psp1-item-explicit-mend = Añade <itunes:explicit>false</itunes:explicit>.
conformance-psp1-item-transcript = El episodio no tiene transcripción.
conformance-psp1-item-transcript-mend = Añade una para quienes no pueden o no quieren escuchar: <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>.
conformance-psp1-duration = La duración no está en segundos: { $about }
conformance-psp1-duration-mend = Escribe segundos: 1801 para 30:01.

## Apple Podcasts

conformance-apple-tag = Apple no conoce “{ $about }” aquí.
conformance-apple-tag-mend = Quítalo o ponlo donde corresponde: channel o item.
conformance-apple-tag-case = Apple no lee “{ $about }”, porque sus mayúsculas y minúsculas son otras.
conformance-apple-tag-case-mend = Escríbelo como Apple, por ejemplo itunes:episodeType e itunes:new-feed-url.
conformance-apple-twice = Aquí hay más de un “{ $about }”.
conformance-apple-twice-mend = Deja solo uno; únicamente las categorías pueden ser varias.
conformance-apple-category = Apple no tiene la categoría “{ $about }”.
conformance-apple-category-mend = Elige una de la lista de Apple, con sus mayúsculas y &amp;: <itunes:category text="Kids &amp; Family"/>.
conformance-apple-subcategory = La categoría que la rodea no tiene la subcategoría “{ $about }”.
conformance-apple-subcategory-mend = Elige una de esa categoría, o quita la subcategoría; Technology no tiene ninguna.
conformance-apple-explicit = itunes:explicit no es ni true ni false, sino “{ $about }”.
conformance-apple-explicit-mend = Escribe <itunes:explicit>false</itunes:explicit>, o true cuando es solo para personas adultas.
conformance-apple-image = La carátula no tiene dirección.
conformance-apple-image-mend = Escríbela como atributo: <itunes:image href="https://example.org/show.png"/>.
conformance-apple-image-ending = La dirección de la carátula no termina en .jpg ni en .png: { $about }
conformance-apple-image-ending-mend = Nombra el archivo según lo que es: show.jpg o show.png.
conformance-apple-type = Un pódcast es episodic o serial, no “{ $about }”.
conformance-apple-type-mend = Escribe <itunes:type>episodic</itunes:type>, en minúsculas.
conformance-apple-episode-type = Un episodio es full, trailer o bonus, no “{ $about }”.
conformance-apple-episode-type-mend = Escribe <itunes:episodeType>full</itunes:episodeType>, con full en minúsculas.
conformance-apple-episode = “{ $about }” no es un número de episodio.
conformance-apple-episode-mend = Escribe un número entero mayor que cero: <itunes:episode>3</itunes:episode>.
conformance-apple-season = “{ $about }” no es un número de temporada.
conformance-apple-season-mend = Escribe un número entero mayor que cero: <itunes:season>2</itunes:season>.
conformance-apple-block = “{ $about }” no bloquea nada.
conformance-apple-block-mend = Escribe <itunes:block>Yes</itunes:block> para quedar fuera del directorio de Apple, o quítalo.
conformance-apple-complete = “{ $about }” no termina nada.
conformance-apple-complete-mend = Escribe <itunes:complete>Yes</itunes:complete> si no habrá más episodios, o quítalo.
conformance-apple-new-feed-address = “{ $about }” no es una dirección a la que un feed pueda mudarse.
conformance-apple-new-feed-address-mend = Escribe la dirección nueva completa: <itunes:new-feed-url>https://example.org/feed.xml</itunes:new-feed-url>.
conformance-apple-owner = El feed no dice a quién puede escribir Apple.
conformance-apple-owner-mend = Añade <itunes:owner><itunes:name>PyIbadan</itunes:name><itunes:email>show@example.org</itunes:email></itunes:owner>.
conformance-apple-owner-email = Su titular aparece sin dirección de correo.
conformance-apple-owner-email-mend = Añádela: <itunes:email>show@example.org</itunes:email>.
conformance-apple-ascii = Apple no obtiene direcciones con letras como estas: { $about }
conformance-apple-ascii-mend = Cambia el nombre del archivo para que solo tenga a–z, 0–9 y guiones, o escribe las letras como %C3%A4.
conformance-apple-enclosure-twice = Otro episodio ya tiene este archivo, así que Apple ignora uno de los dos: { $about }
conformance-apple-enclosure-twice-mend = Pon a cada episodio su propio archivo.
conformance-apple-language = Apple no lee el idioma “{ $about }”.
conformance-apple-language-mend = Escribe dos letras, con un país cuando importe: en, pt-br.
conformance-apple-duration = “{ $about }” no es una duración.
conformance-apple-duration-mend = Escribe segundos: <itunes:duration>1801</itunes:duration>.
conformance-apple-show-title = El título repite el del pódcast: { $about }
conformance-apple-show-title-mend = Omite el nombre del pódcast; las apps lo muestran al lado.
conformance-apple-https = El archivo no está en https: { $about }
conformance-apple-https-mend = Ponlo en https y escribe así la dirección.

## Podcasting 2.0

conformance-podcasting-element = Podcasting 2.0 no conoce “{ $about }”.
conformance-podcasting-element-mend = Revisa cómo se escribe, con sus mayúsculas: podcast:alternateEnclosure.
conformance-podcasting-place = “{ $about }” no significa nada aquí.
conformance-podcasting-place-mend = Cámbialo de lugar: lo que se refiere al pódcast va en channel, y lo que se refiere a un episodio, en item.
conformance-podcasting-twice = Aquí hay más de un “{ $about }”.
conformance-podcasting-twice-mend = Deja solo uno.
conformance-podcasting-guid = “{ $about }” no es un UUID.
conformance-podcasting-guid-mend = Genera un UUIDv5 a partir de la dirección del feed sin https:// y consérvalo para siempre: 9b024349-ccf0-5f69-a609-6b82873eab3c.
conformance-podcasting-guid-version = El guid es un UUID, pero no de la versión 5: { $about }
conformance-podcasting-guid-version-mend = Consérvalo si las apps ya lo conocen; un pódcast nuevo genera un UUIDv5 a partir de la dirección de su feed.
conformance-podcasting-locked = podcast:locked no es ni yes ni no, sino “{ $about }”.
conformance-podcasting-locked-mend = Escribe yes o no, en minúsculas.
conformance-podcasting-locked-owner = No hay a quién preguntar si el pódcast puede mudarse, porque no se nombra a su titular.
conformance-podcasting-locked-owner-mend = Añade una dirección de correo: owner="show@example.org".
conformance-podcasting-funding = La financiación no tiene dirección.
conformance-podcasting-funding-mend = Añádela: <podcast:funding url="https://example.org/give">Support us</podcast:funding>.
conformance-podcasting-transcript = A la transcripción le falta “{ $about }”.
conformance-podcasting-transcript-mend = Ponle los dos: <podcast:transcript url="https://example.org/gauge.vtt" type="text/vtt"/>.
conformance-podcasting-transcript-type = Las apps no leen transcripciones de tipo “{ $about }”.
conformance-podcasting-transcript-type-mend = Usa text/vtt, application/x-subrip, application/json, text/html o text/plain.
conformance-podcasting-transcript-rel = Una transcripción puede ser “captions”, no “{ $about }”.
conformance-podcasting-transcript-rel-mend = Escribe rel="captions" si tiene tiempos, u omítelo.
conformance-podcasting-language = “{ $about }” no es una etiqueta de idioma.
conformance-podcasting-language-mend = Escribe la etiqueta: en, pt-BR, yo.
conformance-podcasting-chapters = A los capítulos les falta “{ $about }”.
conformance-podcasting-chapters-mend = Ponles los dos: <podcast:chapters url="https://example.org/gauge.json" type="application/json+chapters"/>.
conformance-podcasting-chapters-type = Las apps buscan application/json+chapters, no “{ $about }”.
conformance-podcasting-chapters-type-mend = Escribe type="application/json+chapters".
conformance-podcasting-soundbite = El “{ $about }” del fragmento destacado falta o no es un número de segundos.
conformance-podcasting-soundbite-mend = Pon los dos en segundos: <podcast:soundbite startTime="73.0" duration="60.0"/>.
conformance-podcasting-soundbite-length = El fragmento destacado dura { $about } segundos.
conformance-podcasting-soundbite-length-mend = Elige un fragmento de 15 a 120 segundos.
conformance-podcasting-person = La persona no tiene nombre.
conformance-podcasting-person-mend = Escríbelo dentro del elemento: <podcast:person role="guest">Ada</podcast:person>.
conformance-podcasting-person-role = La Podcast Taxonomy no tiene el rol “{ $about }”.
conformance-podcasting-person-role-mend = Elige uno de sus roles, por ejemplo host, guest, narrator, editor o audio editor.
conformance-podcasting-person-group = La Podcast Taxonomy no tiene el grupo “{ $about }”.
conformance-podcasting-person-group-mend = Elige uno de sus grupos, por ejemplo cast, writing, visuals o audio post-production.
conformance-podcasting-location = El lugar no tiene nombre.
conformance-podcasting-location-mend = Escríbelo dentro del elemento: <podcast:location country="NG">Ibadan</podcast:location>.
conformance-podcasting-location-rel = Un lugar es subject o creator, no “{ $about }”.
conformance-podcasting-location-rel-mend = Escribe rel="creator" para el lugar donde se hizo, rel="subject" para el lugar del que trata.
conformance-podcasting-location-geo = “{ $about }” no es un punto en el mapa.
conformance-podcasting-location-geo-mend = Escribe latitud y longitud: geo="geo:7.3878,3.8964".
conformance-podcasting-location-osm = “{ $about }” no es nada de OpenStreetMap.
conformance-podcasting-location-osm-mend = Escribe N, W o R y el número: osm="R3442408".
conformance-podcasting-location-country = “{ $about }” no son las dos letras de un país.
conformance-podcasting-location-country-mend = Escríbelas: NG para Nigeria, GB para el Reino Unido.
conformance-podcasting-season = “{ $about }” no es un número entero.
conformance-podcasting-season-mend = Escribe el número, y el nombre como atributo: <podcast:season name="Rain">2</podcast:season>.
conformance-podcasting-episode = “{ $about }” no es un número.
conformance-podcasting-episode-mend = Escribe el número, y lo que muestran las apps como atributo: <podcast:episode display="Ch.3">204</podcast:episode>.
conformance-podcasting-trailer = Al tráiler le falta la dirección, la fecha o el título, o su tamaño o su temporada no es un número.
conformance-podcasting-trailer-mend = Pónselo todo: <podcast:trailer url="https://example.org/t.mp3" pubdate="Mon, 23 Nov 2026 17:42:00 GMT" length="12345" type="audio/mpeg">Soon</podcast:trailer>.
conformance-podcasting-trailer-date = “{ $about }” no es una fecha como las escribe el correo.
conformance-podcasting-trailer-date-mend = Escríbela así: pubdate="Mon, 23 Nov 2026 17:42:00 GMT".
conformance-podcasting-license = La licencia no tiene nombre.
conformance-podcasting-license-mend = Escríbelo dentro del elemento: <podcast:license>cc-by-4.0</podcast:license>.
conformance-podcasting-license-address = Nadie puede consultar la licencia “{ $about }”.
conformance-podcasting-license-address-mend = Añade la dirección de su texto: url="https://example.org/terms".
conformance-podcasting-alternate = Las apps no pueden saber si reproducen esta versión, porque no tiene tipo de medio.
conformance-podcasting-alternate-mend = Añádelo: type="audio/opus".
conformance-podcasting-alternate-source = Nadie puede obtener esta versión, porque no tiene fuente.
conformance-podcasting-alternate-source-mend = Pon dentro <podcast:source uri="https://example.org/gauge.opus"/>.
conformance-podcasting-alternate-number = Esto no es un número: { $about }
conformance-podcasting-alternate-number-mend = Escribe solo cifras: bytes, píxeles, bits por segundo.
conformance-podcasting-alternate-default = default no es ni true ni false, sino “{ $about }”.
conformance-podcasting-alternate-default-mend = Escribe default="true" para el propio archivo del enclosure, u omítelo.
conformance-podcasting-source = La fuente no tiene dirección.
conformance-podcasting-source-mend = Añádela: uri="https://example.org/gauge.opus".
conformance-podcasting-integrity = El tipo de la comprobación de integridad se desconoce, o falta su valor.
conformance-podcasting-integrity-mend = Escribe type="sri" o type="pgp-signature", y value.
conformance-podcasting-content-link = El enlace no tiene dirección.
conformance-podcasting-content-link-mend = Añádela: <podcast:contentLink href="https://example.com/watch">Watch it</podcast:contentLink>.
conformance-podcasting-content-link-text = El enlace no dice adónde lleva.
conformance-podcasting-content-link-text-mend = Escríbelo dentro del elemento: “Watch it on PeerTube”.
conformance-podcasting-medium = Podcasting 2.0 no conoce el medio “{ $about }”.
conformance-podcasting-medium-mend = Escribe podcast, music, video, film, audiobook, newsletter, blog, course o publisher.
conformance-podcasting-medium-list = “{ $about }” es una lista de ítems de otros feeds, pero este feed tiene ítems propios.
conformance-podcasting-medium-list-mend = Elige el medio de los ítems: podcast, video o blog.
conformance-podcasting-medium-publisher = El feed de una entidad editora necesita un guid y los feeds que publica.
conformance-podcasting-medium-publisher-mend = Añade <podcast:guid> y un <podcast:remoteItem> por cada feed.
conformance-podcasting-image = La imagen no tiene dirección.
conformance-podcasting-image-mend = Añádela: <podcast:image href="https://example.org/wide.jpg" aspect-ratio="16/9"/>.
conformance-podcasting-image-shape = Esto no dice nada de una imagen: { $about }
conformance-podcasting-image-shape-mend = Escribe los píxeles con cifras, la forma como aspect-ratio="16/9", el tipo como image/jpeg.
conformance-podcasting-images = podcast:images ya no se usa.
conformance-podcasting-images-mend = Escribe un <podcast:image href="…" width="…"/> por cada imagen.
conformance-podcasting-live = Un ítem en vivo es pending, live o ended, no “{ $about }”.
conformance-podcasting-live-mend = Escribe status="live".
conformance-podcasting-live-time = “{ $about }” no es una fecha con hora.
conformance-podcasting-live-time-mend = Escríbela así: start="2026-11-23T17:42:00Z".
conformance-podcasting-live-link = Quien no puede reproducir la transmisión no tiene otra forma de escuchar.
conformance-podcasting-live-link-mend = Añade <podcast:contentLink href="https://example.org/live">Listen</podcast:contentLink>.
conformance-podcasting-social = Las apps no pueden encontrar la conversación: “{ $about }” falta o no es correcto.
conformance-podcasting-social-mend = Pon los dos: <podcast:socialInteract protocol="activitypub" uri="https://example.org/@show/1"/>.
conformance-podcasting-chat = Al chat le falta “{ $about }”.
conformance-podcasting-chat-mend = Ponle los dos: <podcast:chat server="example.org" protocol="matrix"/>.
conformance-podcasting-podping = usesPodping no es ni true ni false.
conformance-podcasting-podping-mend = Escribe usesPodping="true", o quita el elemento.
conformance-podcasting-block = podcast:block no es ni yes ni no, sino “{ $about }”.
conformance-podcasting-block-mend = Escribe yes o no, en minúsculas.
conformance-podcasting-value = Al valor le falta “{ $about }”.
conformance-podcasting-value-mend = Ponle los dos: <podcast:value type="lightning" method="keysend">.
conformance-podcasting-value-whom = Nadie recibe el valor.
conformance-podcasting-value-whom-mend = Pon dentro un <podcast:valueRecipient …/> por cada parte que recibe.
conformance-podcasting-value-recipient = El “{ $about }” de quien recibe falta o no es correcto.
conformance-podcasting-value-recipient-mend = Pon los tres: type="node" address="02d5…" split="40".
conformance-podcasting-value-split = El reparto por tiempo no dice cuándo, o no dice para quién.
conformance-podcasting-value-split-mend = Pon startTime y duration en segundos, y dentro, o bien quienes reciben, o bien un solo <podcast:remoteItem/>.
conformance-podcasting-remote = El ítem remoto no nombra su feed con un guid.
conformance-podcasting-remote-mend = Escribe el podcast:guid del otro feed: feedGuid="9b024349-ccf0-5f69-a609-6b82873eab3c".
conformance-podcasting-remote-medium = Podcasting 2.0 no conoce el medio “{ $about }”.
conformance-podcasting-remote-medium-mend = Escribe el podcast:medium del otro feed: podcast, music, video, publisher …
conformance-podcasting-podroll = El podroll no recomienda nada.
conformance-podcasting-podroll-mend = Pon dentro un <podcast:remoteItem feedGuid="…"/> por cada pódcast, o quítalo.
conformance-podcasting-publisher = La entidad editora no es un único ítem remoto con el medio “publisher”.
conformance-podcasting-publisher-mend = Escribe <podcast:publisher><podcast:remoteItem medium="publisher" feedGuid="…" feedUrl="…"/></podcast:publisher>.
conformance-podcasting-publisher-address = Las apps que no conocen el guid de la entidad editora no pueden encontrar su feed.
conformance-podcasting-publisher-address-mend = Añade feedUrl="https://example.org/publisher.xml".
conformance-podcasting-update-rule = “{ $about }” no es una regla de recurrencia.
conformance-podcasting-update-rule-mend = Escríbela así: rrule="FREQ=WEEKLY;BYDAY=MO".
conformance-podcasting-update-start = “{ $about }” no es una fecha.
conformance-podcasting-update-start-mend = Escríbela así: dtstart="2026-11-23T00:00:00.000Z".
conformance-podcasting-update-count = La regla cuenta episodios, pero no dice desde cuándo: { $about }
conformance-podcasting-update-count-mend = Añade dtstart="2026-11-23T00:00:00.000Z".
conformance-podcasting-update-complete = complete no es ni true ni false, sino “{ $about }”.
conformance-podcasting-update-complete-mend = Escribe complete="true" si no habrá más episodios, u omítelo.
conformance-podcasting-update-bare = Las apps no pueden leer cada cuánto salen los episodios, porque no hay ninguna regla.
conformance-podcasting-update-bare-mend = Añade una: rrule="FREQ=MONTHLY".
conformance-podcasting-long = Los agregadores cortarán este texto: { $about }
conformance-podcasting-long-mend = Acórtalo: nombres, lugares y títulos a 128 caracteres, lo que se muestra a 32.
conformance-podcasting-address = “{ $about }” no es una dirección completa.
conformance-podcasting-address-mend = Escríbela con https:// y el dominio.
conformance-podcasting-https = La dirección no está en https: { $about }
conformance-podcasting-https-mend = Ponla en https y escríbela así.

## Atom

conformance-atom-element = Atom no tiene “{ $about }” aquí.
conformance-atom-element-mend = Revisa sus mayúsculas y minúsculas y su lugar, o ponle un espacio de nombres propio.
conformance-atom-twice = Aquí hay más de un “{ $about }”.
conformance-atom-twice-mend = Deja solo uno.
conformance-atom-id = No hay id.
conformance-atom-id-mend = Añade uno que no cambie nunca: <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>.
conformance-atom-id-absolute = El id no es una dirección completa: { $about }
conformance-atom-id-absolute-mend = Escribe un URN o una dirección: <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>.
conformance-atom-title = No hay título.
conformance-atom-title-mend = Añade uno: <title>The rain gauge</title>.
conformance-atom-updated = No dice cuándo cambió por última vez.
conformance-atom-updated-mend = Añádelo: <updated>2026-11-23T17:42:00Z</updated>.
conformance-atom-date = “{ $about }” no es una fecha como las escribe Atom.
conformance-atom-date-mend = Escríbela así: 2026-11-23T17:42:00Z.
conformance-atom-author = Ni la publicación ni el feed indican su autoría.
conformance-atom-author-mend = Indícala en el feed: <author><name>PyIbadan</name></author>.
conformance-atom-person = La persona no tiene nombre.
conformance-atom-person-mend = Añádelo: <author><name>Ada</name></author>.
conformance-atom-email = “{ $about }” no es una dirección de correo.
conformance-atom-email-mend = Escribe solo la dirección: <email>ada@example.org</email>.
conformance-atom-link = El enlace no lleva a ninguna parte.
conformance-atom-link-mend = Escribe la dirección como atributo: <link href="https://example.org/gauge"/>.
conformance-atom-link-type = “{ $about }” no es un tipo de medio.
conformance-atom-link-type-mend = Escribe el tipo con su barra, por ejemplo text/html.
conformance-atom-link-length = “{ $about }” no es un número de bytes.
conformance-atom-link-length-mend = Escribe solo cifras, u omítelo.
conformance-atom-alternate-twice = Otro enlace ya lleva al mismo tipo de página: { $about }
conformance-atom-alternate-twice-mend = Deja solo uno, o distínguelos con type o hreflang.
conformance-atom-entry-link = La publicación no tiene ni contenido ni página.
conformance-atom-entry-link-mend = Añade <link href="https://example.org/gauge"/>, o contenido.
conformance-atom-content-type = “{ $about }” no es un tipo de contenido.
conformance-atom-content-type-mend = Escribe text, html, xhtml o un tipo de medio.
conformance-atom-content-source = El contenido está en otra dirección, y también aquí.
conformance-atom-content-source-mend = Deja src y quita el texto, o al revés.
conformance-atom-content-source-type = Los lectores no pueden saber qué es el contenido, porque no tiene tipo de medio.
conformance-atom-content-source-type-mend = Añádelo: type="application/pdf".
conformance-atom-summary = El contenido está en otra parte o no es texto, y no hay resumen.
conformance-atom-summary-mend = Di en una frase qué es: <summary>…</summary>.
conformance-atom-text-type = Un texto es text, html o xhtml, no “{ $about }”.
conformance-atom-text-type-mend = Escribe uno de los tres.
conformance-atom-text-markup = Hay elementos en un texto que no es xhtml.
conformance-atom-text-markup-mend = Escápalos, &lt;b&gt;, o escribe type="xhtml" y ponlos dentro de un div.
conformance-atom-xhtml = El XHTML no está dentro de un solo div.
conformance-atom-xhtml-mend = Ponlo dentro de uno: <div xmlns="http://www.w3.org/1999/xhtml">…</div>.
conformance-atom-category = La categoría no tiene term.
conformance-atom-category-mend = Escríbelo como atributo: <category term="rain"/>.
conformance-atom-self-link = El feed no dice dónde está él mismo.
conformance-atom-self-link-mend = Añade su propia dirección: <link rel="self" href="https://example.org/feed.atom"/>.
conformance-atom-entry-twice = Otra publicación ya tiene este id y esta fecha: { $about }
conformance-atom-entry-twice-mend = Pon a cada publicación su propio id.

## JSON Feed

conformance-json-malformed = Esto no es JSON: { $about }
conformance-json-malformed-mend = Corrige lo que hay ahí: una coma de más o de menos, unas comillas, un corchete. Una biblioteca de JSON lo escribe bien.
conformance-json-key-twice = La clave “{ $about }” aparece dos veces, y los lectores toman una de ellas.
conformance-json-key-twice-mend = Deja solo una.
conformance-json-type = Este valor no es del tipo que pide la clave: { $about }
conformance-json-type-mend = Escribe los textos entre comillas, las listas entre corchetes, true y false sin comillas.
conformance-json-version = “{ $about }” no es una versión de JSON Feed.
conformance-json-version-mend = Escribe "version": "https://jsonfeed.org/version/1.1".
conformance-json-title = El feed no tiene título.
conformance-json-title-mend = Añade uno: "title": "PyIbadan".
conformance-json-items = El feed no tiene lista de ítems.
conformance-json-items-mend = Añádela, aunque esté vacía: "items": [].
conformance-json-home-page = El feed no dice de qué página es.
conformance-json-home-page-mend = Añádela: "home_page_url": "https://example.org/".
conformance-json-feed-address = El feed no dice dónde está él mismo.
conformance-json-feed-address-mend = Añade su dirección: "feed_url": "https://example.org/feed.json".
conformance-json-next-address = La página siguiente es este mismo feed: { $about }
conformance-json-next-address-mend = Da la dirección de la propia página siguiente, o quita next_url.
conformance-json-address = “{ $about }” no es una dirección completa.
conformance-json-address-mend = Escríbela con https:// y el dominio.
conformance-json-date = “{ $about }” no es una fecha como las escribe JSON Feed.
conformance-json-date-mend = Escríbela así: "2026-11-23T17:42:00Z".
conformance-json-language = “{ $about }” no es una etiqueta de idioma.
conformance-json-language-mend = Escribe la etiqueta: "en", "pt-BR", "yo".
conformance-json-id = El ítem no tiene id.
conformance-json-id-mend = Añade uno que no cambie nunca: "id": "https://example.org/gauge".
conformance-json-id-twice = Otro ítem ya tiene este id: { $about }
conformance-json-id-twice-mend = Pon a cada ítem su propio id.
conformance-json-content = El ítem no tiene ni content_html ni content_text.
conformance-json-content-mend = Añade uno de los dos: "content_text": "…".
conformance-json-attachment = Al adjunto le falta “{ $about }”.
conformance-json-attachment-mend = Ponle los dos: "url" y "mime_type".
conformance-json-media-type = “{ $about }” no es un tipo de medio.
conformance-json-media-type-mend = Escribe el tipo con su barra, por ejemplo "audio/mpeg".
conformance-json-number = Esto no es un número: { $about }
conformance-json-number-mend = Escribe bytes o segundos, sin comillas.
conformance-json-author = La autoría no indica ni nombre ni dirección ni imagen.
conformance-json-author-mend = Añade el nombre: {"{"}"name": "Ada"{"}"}.
conformance-json-author-old = “author” ya no se usa.
conformance-json-author-old-mend = Escribe una lista: "authors": [{"{"}"name": "Ada"{"}"}].
conformance-json-hub = Al hub le falta su tipo o su dirección.
conformance-json-hub-mend = Ponle los dos: {"{"}"type": "WebSub", "url": "https://example.org/hub"{"}"}.
conformance-json-key = JSON Feed no tiene “{ $about }” aquí.
conformance-json-key-mend = Revisa cómo se escribe, o empiézala con un guion bajo si es una clave propia.
conformance-json-extension = “{ $about }” no puede ser el nombre de una extensión.
conformance-json-extension-mend = Empiézalo con un guion bajo y una letra, y quita los puntos: "_pyibadan".
conformance-json-markup = Hay HTML en un texto sin formato: { $about }
conformance-json-markup-mend = Escríbelo sin etiquetas; el HTML va en content_html.
