# Every text of the site. Plain, warm, exact: who does what by when.

skip = Saltar a la página
nav-label = Sitio
nav-groups = Grupos
nav-feed = Feed
nav-send = Envía lo tuyo
nav-desk = Mesa
foot-send = Envía lo tuyo
foot-contact = Escribe a la redacción
sign-out = Salir

home-title = Inicio
home-claim = Lo que hicieron los grupos, encuentro a encuentro
home-aside = Participa
home-send = ¿Y tu grupo?
home-send-lead = Pega un enlace o escribe una crónica. Sin cuenta. La redacción responde en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  }.
home-send-button = Envía lo tuyo
home-follow = Sigue las novedades
home-follow-lead = Un feed con todo lo nuevo.
home-listen-lead = Lo que se puede oír, para tu app de pódcast:
podcast-title = { $name }: el pódcast
home-new = Novedades
home-where = Dónde se reúnen los grupos
organizers-title = Para quienes organizan
organizers-lead = Un video, las fotos de un encuentro, una frase sobre lo que se trató: con eso basta. Alguien que no pudo estar te lo agradecerá.
empty-title = Todavía no hay nada aquí. Lo tuyo puede ser lo primero.
empty-follow = Sigue el feed desde ahora; la primera publicación te llegará.

groups-title = Grupos
groups-lead = { $count ->
    [one] Un grupo
   *[other] { $count } grupos
  }, por país.
groups-count = { $count ->
    [one] un grupo
   *[other] { $count } grupos
  }
groups-missing = ¿Falta el tuyo?
entries-count = { $count ->
    [0] sin publicaciones todavía
    [one] una publicación
   *[other] { $count } publicaciones
  }
group-unnamed = Grupo sin nombrar
group-next = Próximamente
group-entries = Publicaciones
group-part = ¿Estuviste allí?
group-part-lead = Envía lo que otras personas se perdieron:
country-none = Sin país
language-none = Sin indicar

entry-met = encuentro: { $day }
entry-coming = próximamente: { $day }
entry-video = Video { $number }
entry-play = Reproducir desde YouTube
entry-play-means = Google sabrá que lo estás viendo.
entry-by = de { $author }
entry-at-youtube = Ver en YouTube
entry-at-flickr = Ver en Flickr
entry-at-podcast = Escuchar en su origen
entry-at-journal = Leer en la revista
entry-at-blog = Leer en su blog
entry-at-vimeo = Ver en Vimeo
entry-at-peertube = Ver en PeerTube
entry-at-archive = Abrir en el Internet Archive
entry-at-page = Abrir la página
entry-subscribe = Suscríbete al propio pódcast:
entry-at-upload = Escuchar
entry-listen = Escuchar
entry-listen-to = Audio { $number }
entry-at-tour = Vuelta al mundo
entry-postcard = Una postal de
entry-chapters = Capítulos
entry-transcript = Lo que se dice
entry-transcript-vtt = Transcripción (WebVTT)
entry-transcript-srt = Transcripción (SRT)
entry-transcript-txt = Transcripción (texto)
entry-cite = Cómo citarlo
entry-copies = En otros sitios
entry-file = El audio como archivo
entry-document = PDF
entry-source-page = Más de { $title }
entry-photos = Fotos
entry-photo = Foto { $number } del encuentro
entry-photo-away = Foto { $number }: solo en Flickr, como desea su titular
entry-photo-there = Foto { $number }: ábrela donde la muestra su titular
entry-group = Grupo
entry-people = Personas
entry-sent-by = Enviado por
entry-published = Publicado
entry-licence = Licencia
entry-remove = ¿Eres tú? Pide que lo quitemos
link-embedding-off = Desde el { $at }, su titular no permite que otros sitios lo muestren. Ábrelo donde está.
link-private = Desde el { $at }, solo su titular puede abrirlo.
link-gone = Desde el { $at }, ya no está ahí.
link-blocked = Desde el { $at }, no podemos abrirlo desde aquí. Quizá tú sí puedas.
gone-since = Lo que mostraba esta publicación ya no está, o su titular lo reserva para sí. La quitamos el { $at }.
gone-back = Seguimos revisando. Cuando vuelva, volverá también esta página.
gone-decided = La redacción o la persona a quien pertenece la quitó el { $at }.
gone-group = Más de { $group }
notice-youtube = El video lo muestra YouTube.
notice-youtube-terms = Condiciones de YouTube
notice-google-privacy = Política de privacidad de Google
notice-flickr = Las fotos vienen de Flickr, un servicio de SmugMug, y pertenecen a sus titulares. Este sitio usa la API de Flickr, pero no cuenta con el respaldo ni la certificación de SmugMug, Inc.

about-covered = lo que se trató
about-began = cómo empezó el grupo
about-typical = un encuentro típico
about-coming = lo que viene
about-came = lo que estaba previsto

kind-video = Video
kind-photo = Foto
kind-photos = Fotos
kind-report = Crónica
kind-audio = Audio
kind-postcard = Postal
kind-article = Artículo
kind-page = Página
kind-feed = Pódcast
kind-journal = Revista
kind-list = Colección
kind-playlist = Lista de reproducción
kind-channel = Canal
kind-handle = Canal
kind-custom = Canal
kind-user = Canal o persona
kind-user-short = Persona
kind-album = Álbum
kind-album-short = Álbum
kind-gallery = Galería
kind-gallery-short = Galería
kind-group = Fotos del grupo
kind-item = Elemento del Internet Archive

licence-all-rights-reserved = Todos los derechos reservados
licence-CC-BY-4-0 = Creative Commons Atribución 4.0 (CC BY)
licence-CC-BY-SA-4-0 = Creative Commons Atribución-CompartirIgual 4.0 (CC BY-SA)
licence-CC-BY-NC-4-0 = Creative Commons Atribución-NoComercial 4.0 (CC BY-NC)
licence-CC-BY-NC-SA-4-0 = Creative Commons Atribución-NoComercial-CompartirIgual 4.0 (CC BY-NC-SA)
licence-CC-BY-ND-4-0 = Creative Commons Atribución-SinDerivadas 4.0 (CC BY-ND)
licence-CC-BY-NC-ND-4-0 = Creative Commons Atribución-NoComercial-SinDerivadas 4.0 (CC BY-NC-ND)
licence-CC-BY-2-0 = Creative Commons Atribución 2.0 (CC BY)
licence-CC-BY-SA-2-0 = Creative Commons Atribución-CompartirIgual 2.0 (CC BY-SA)
licence-CC-BY-NC-2-0 = Creative Commons Atribución-NoComercial 2.0 (CC BY-NC)
licence-CC-BY-NC-SA-2-0 = Creative Commons Atribución-NoComercial-CompartirIgual 2.0 (CC BY-NC-SA)
licence-CC-BY-ND-2-0 = Creative Commons Atribución-SinDerivadas 2.0 (CC BY-ND)
licence-CC-BY-NC-ND-2-0 = Creative Commons Atribución-NoComercial-SinDerivadas 2.0 (CC BY-NC-ND)
licence-CC-BY-3-0 = Creative Commons Atribución 3.0 (CC BY)
licence-CC0-1-0 = Sin derechos reservados (CC0)
licence-public-domain = Dominio público

submit-title = Envía lo tuyo
submit-lead = Pega un enlace al video o a las fotos de un encuentro, a un pódcast o a un artículo, o escribe una crónica. Sin cuenta. La redacción responde en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  }.
submit-next = Qué pasa después
submit-next-jobs = Nuestros procesos revisan lo que enviaste: uno o dos minutos.
submit-next-editor = La redacción lo lee en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  } y dice que sí, o por qué no.
submit-next-out = Un sí lo lleva al sitio y al feed, con tu nombre.
submit-good = Cómo es un buen envío
submit-good-what = Un encuentro, con todos sus videos y fotos juntos.
submit-good-learn = Una frase sobre qué se aprende, y para quién.
submit-good-people = Los nombres de quienes hablaron, tal como quieren que aparezcan.
submit-what = ¿Qué envías?
submit-group = ¿De qué grupo?
submit-covered = ¿Qué se trató?
submit-leave = ¿Qué podemos hacer con ello?
submit-who = ¿Quién eres?
choose = Elige una opción
check = Revisar tus respuestas
send = Enviar
change = Cambiar algo
group-not-listed = No está en la lista: su nombre va abajo

field-links = Enlaces
hint-links = Videos y fotos de un encuentro, uno por línea; o una lista de reproducción, un canal, un álbum, el feed de un pódcast, una revista, un artículo, una página. ¿Ninguno? Entonces tus palabras, más abajo, son una crónica.
submit-files = Tus propios archivos
submit-files-more = Más para una grabación: lo que se dice en ella
submit-files-lead = No hace falta ninguno. Si tu navegador ejecuta scripts, se suben mientras escribes y, si se corta tu conexión, siguen desde donde estaban; si no, van con el formulario.
field-photos = Fotos
hint-photos = JPEG, PNG, WebP o HEIC, varias a la vez. Les quitamos los datos de dónde y cuándo se tomaron.
field-voice = Una postal: tu voz
hint-voice = De medio minuto a tres minutos: ¿de qué se trató, y por qué debería venir alguien la próxima vez? Basta con la grabadora de tu teléfono. Convierte un video, un álbum, un artículo o una crónica en un episodio, y viaja en la vuelta al mundo de cada mes.
field-speaker = ¿Quién habla, si no eres tú?
field-file = Una grabación del encuentro
hint-file = Una charla o una entrevista, tal como la grabó tu teléfono o tu grabadora. La llevamos al volumen adecuado.
field-transcript = Lo que se dice, por escrito
hint-transcript = De la grabación o del video: SRT, WebVTT o texto sin formato.
field-chapters = Capítulos de la grabación
hint-chapters = Uno por línea: 0:00 Bienvenida, 12:34 Preguntas.
sent-as-photo = Foto
sent-as-postcard = Postal
sent-as-recording = Grabación
sent-as-transcript = Transcripción
file-most = Como máximo { $mib } MiB.
file-kept = Tenemos { $file }.
file-without = Envíalo sin { $file }.
file-add = Añadirlos
file-sending = {"{"}file{"}"} va en camino.
file-sent = Tenemos {"{"}file{"}"}.
file-failed = No se pudo enviar {"{"}file{"}"}. Elígelo de nuevo: sigue desde donde estaba.
file-stopped = Un archivo no se aceptó; revísalo y envía de nuevo.
voice-now = O grábala ahora, si tu teléfono tiene grabadora
file-broken = {"{"}file{"}"}: se cortó la conexión. Intentando de nuevo.
file-waiting = Tus archivos aún van en camino. El resto se envía cuando hayan llegado.
file-stop = Dejarlo fuera
consent-voice = La voz es mía, o quien habla dio su consentimiento: se puede publicar junto con esta publicación, en el pódcast y en la vuelta al mundo de cada mes. Se puede retirar en cualquier momento, y entonces se elimina de todas partes.
consent-photos = Tengo derecho a aportar estas fotos, y las personas que se pueden reconocer en ellas dieron su consentimiento para que se muestren aquí.
consent-sound = Todas las personas que hablan en la grabación dieron su consentimiento para que se publique aquí y en el pódcast, y la música que haya en ella también se puede publicar.
field-group = Grupo
field-group_name = Nombre del grupo
hint-group_name = ¿No está en la lista? Escribe su nombre y lo añadiremos.
field-group_city = Ciudad
field-group_country = País
field-country = País
field-words = Tus palabras
hint-words = ¿Qué aprenderá alguien que se lo perdió? Junto a un enlace, una frase es más que suficiente. Una crónica cuenta más, y puede usar Markdown: # un título, *énfasis*, - listas, [enlaces](https://…).
field-about = ¿De qué trata tu crónica?
hint-about = Solo si tus palabras vienen sin enlace. Una fecha y una dirección a secas no son una crónica: cuéntaselo a alguien que no estuvo allí.
option-about-none = Otra cosa
option-about-covered = Lo que se trató en un encuentro
hint-about-covered = Quién mostró qué, qué preguntó la gente y qué te llevas a casa.
option-about-began = Cómo empezó el grupo
hint-about-began = A quién se le ocurrió, cómo fue el primer encuentro y qué volverías a hacer.
option-about-typical = Cómo es un encuentro típico
hint-about-typical = Quién viene, qué pasa al principio y al final, y cómo se recibe a quien llega por primera vez.
option-about-coming = Lo que viene
hint-about-coming = Qué se aprenderá allí, y para quién. Indica abajo qué día será: pasado ese día, ya no es lo que viene.
review-field-about = De qué trata la crónica
field-met_on = Día del encuentro
field-language = Idioma
field-may_show = Doy permiso para mostrarlo aquí y en el feed.
field-may_copy = Doy permiso para guardar copias de las imágenes, a menor tamaño.
field-licence = Licencia
hint-licence = Qué pueden hacer otras personas con tus palabras y, si son tuyas, con las imágenes.
field-sender_name = Tu nombre
hint-sender_name = Aparece al pie de la publicación.
field-sender_email = Correo electrónico, opcional
hint-sender_email = Solo para responderte. No se muestra nunca.
field-title = Título
hint-title = Tal como aparecerá. El título que da el proveedor es solo una sugerencia.
field-people = Personas
hint-people = Una por línea.
field-reason = Por qué no
hint-reason = Lo lee quien lo envió. Di qué haría falta para un sí.

check-title = Revisa tus respuestas
check-lead = Esto es lo que entendimos. Todavía no se ha enviado nada.
check-no-words = todavía no hay palabras tuyas
check-kind = Tipo

faults-title = Hay algo que corregir
faults-page = Error: { $title }
faults-kept = Tus respuestas se conservan.

status-title = Cómo va
status-thanks = Gracias, { $name }.
status-keep = Guarda este enlace: aquí aparecerá nuestra respuesta.
status-busy = Nuestros procesos lo están revisando. Esta página se actualiza por sí sola.
status-waits = La redacción responde aquí en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  }.
status-published = Está publicado.
joined-shown = se muestra en { $address }
joined-waits = está en espera de la redacción.
status-joined-shown = Alguien envió lo mismo antes que tú, y ya se muestra. Tus palabras se conservan; la redacción las ve junto a las de esa persona.
status-joined-waits = Alguien envió lo mismo antes que tú. Los dos envíos están juntos en espera de la redacción, y aquí se dirá en qué queda.
status-see = Ver la publicación
status-off = Se publicó, y ahora está fuera del sitio.
status-links = Tus enlaces y archivos
status-taken = En qué quedó
status-sent = Lo que enviaste
status-add = Añadir archivos
status-mails = Los correos que te escribimos
mail-text = Qué dice
mail-sent = Enviado el { $at }.
mail-waits = Va en camino.
mail-unsent = Esta vitrina no envía correo: léelo aquí.
medium-waiting = Todavía sin revisar.
medium-found = Encontrado.
try-again = Intentar de nuevo

state-received = Recibido
state-resolving = En manos de nuestros procesos
state-in-review = En espera de la redacción
state-changes-requested = La redacción pidió algo
state-resubmitted = Enviado de nuevo
state-accepted = Aceptado
state-scheduled = Aceptado, con fecha
state-published = Publicado
state-declined = No aceptado
state-withdrawn = Retirado
state-unavailable = No disponible
state-failed = No pudimos leerlo
state-joined = Unido a otro igual
state-voice-taken-back = Se retiró una voz
state-entry-withdrawn = Quitado del sitio
state-not-joined = No se pudieron unir sus voces
state-tour-joined = Se unieron sus voces
state-not-mastered = No se pudo igualar su volumen, y queda como se envió
state-copied = Se añadió otra copia
state-apart = Se dijo que no es el mismo
state-link-followed = Se adoptó la nueva dirección de un enlace

sign-in-title = Entrar
sign-in-lead = Con este enlace entras una sola vez.
sign-in-how = La redacción entra con un enlace que funciona una sola vez. Lo crea quien administra esta vitrina:
sign-in = Entrar
sign-in-mail = La redacción entra con un enlace que funciona una sola vez. Escribe la dirección con la que te conocemos:
sign-in-email = Tu correo electrónico
sign-in-send = Enviar el enlace
sign-in-asked = Si { $email } es una dirección de la redacción, un enlace va en camino hacia ella. Funciona una sola vez, durante media hora.

desk-title = Mesa de redacción
desk-clear = No hay nada en espera. Buenas noches.
desk-busy = { $count ->
    [one] Un envío está
   *[other] { $count } envíos están
  } en manos de los procesos.
desk-waiting = { $count ->
    [one] Uno en espera
   *[other] { $count } en espera
  }
desk-age = { $days ->
    [0] hoy
    [one] un día
   *[other] { $days } días
  }
desk-sources = Las fuentes y a quién pertenecen
desk-stuck = No se pudieron leer o mostrar
desk-links = Enlaces que cambiaron
desk-links-lead = Cada uno se revisó varias veces en el curso de varios días antes de aparecer aquí. Se avisó a quien lo envió.
desk-link-alive = Está ahí otra vez. Si por él se había quitado una publicación del sitio, ya ha vuelto. No hay nada que hacer.
desk-link-moved = Su página dice que se mudó definitivamente a otra dirección. Abre las dos; si muestran lo mismo, adopta la nueva.
desk-link-embedding-off = Su titular ya no permite que otros sitios lo muestren. La publicación lo enlaza en lugar de reproducirlo. Quien lo envió puede volver a permitir la inserción.
desk-link-private = Ahora solo su titular puede abrirlo. Si no quedaba nada más que mostrar, la publicación está fuera del sitio y vuelve por sí sola. Pregunta a quien lo envió.
desk-link-gone = Ya no hay nada detrás de él. Si no quedaba nada más que mostrar, la publicación está fuera del sitio y vuelve por sí sola. Pide otra copia a quien lo envió.
desk-link-blocked = No se nos permite abrirlo desde donde está este servidor. Ábrelo tú; la publicación sigue enlazándolo.
desk-link-silent = Nadie ha respondido por él desde entonces, así que no sabemos nada. Ábrelo tú.
desk-link-tombstone = su lápida
desk-link-follow = Adoptar la nueva dirección
desk-link-look = Revisar ahora
desk-link-note = Visto
desk-dead = Procesos sin salida
desk-dead-lead = Procesos que se abandonaron. Intentar de nuevo pide solo lo que falta.
desk-tries = { $count ->
    [one] un intento
   *[other] { $count } intentos
  }
step-resolve = Consultar al proveedor
step-prepare = Hacer las imágenes
step-draft = Preparar el borrador
step-mail = Enviar el correo
step-card = Dibujar la tarjeta
step-poll = Consultar una fuente
step-look = Revisar un enlace
desk-mails = Correos que no se enviaron
desk-mails-lead = Esta vitrina no envía correo. Lo que habría escrito está aquí y en la página de cada remitente; cópialo en un correo tuyo cuando importe.
desk-mails-wait = Van en camino, o el servidor de correo no los aceptó.

review-title = Envío
review-sent = Enviado
review-found = Encontrado
review-found-lead = Lo que dicen los proveedores: una comprobación que caduca a los 30 días. Solo se publican las palabras del formulario.
review-no-copy = Sin copias de las imágenes.
doubles-title = { $count ->
    [one] Uno que puede ser el mismo
   *[other] { $count } que pueden ser el mismo
  }
doubles-lead = Si se unen, este termina aquí: se avisa a quien lo envió, sus palabras quedan junto al otro y los materiales que al otro le faltan se añaden allí. Lo que digas no se vuelve a preguntar.
doubles-this = Este
doubles-other = El otro
doubles-certain = El mismo enlace, guid o archivo
doubles-score = Parecido: { $score } de 1000
doubles-for = A favor
doubles-against = En contra
doubles-join = El mismo: unir
doubles-apart = No es el mismo
doubles-untitled = Sin título
double-links = Enlaces
double-group = Grupo
double-day = Día
double-length = Duración
joined-title = Otras personas también lo enviaron
joined-lead = Sus palabras, conservadas como llegaron.
review-joined = Se unió a otro igual, enviado antes
sign-link-same = el mismo enlace
sign-guid-same = su fuente llama igual a los dos
sign-guid-different = para su fuente son dos elementos distintos
sign-enclosure-same = el mismo archivo
sign-title-same = el mismo título
sign-title-alike = títulos parecidos
sign-title-common = el mismo título, que muchos tienen
sign-title-different = otros títulos
sign-numbers-differ = dos partes, números o años
sign-number-missing = un número de parte solo en uno de los dos
sign-months-differ = dos meses
sign-day-same = el mismo día
sign-day-near = días que van juntos
sign-day-different = otros días
sign-group-same = el mismo grupo
sign-group-different = otros grupos
sign-duration-same = la misma duración
sign-duration-near = casi la misma duración
sign-duration-different = otras duraciones
sign-people-same = las mismas personas
sign-people-different = otras personas
sign-picture-same = la misma imagen
sign-kind-different = dos tipos de elemento
error-not-joined = Ya no se puede unir a ese: vuelve a revisar los dos.
review-skipped = { $count ->
    [one] No se pudo leer uno de sus elementos
   *[other] No se pudieron leer { $count } de sus elementos
  }
review-mastered = Masterizado: de { $before } a { $after } LUFS, pico real máximo { $peak } dBTP, { $cut } s de silencio recortados en los extremos.
review-agreed = { $by } dio su consentimiento el { $at }, por la voz o las caras de { $speaker }: “{ $wording }”
review-off = Quitar del sitio
review-off-means = Su página dice que ya no está, sus archivos no se muestran ni se oyen más y sus voces salen de las vueltas al mundo. Su dirección y su identidad en los feeds siguen siendo suyas.
review-off-why = Por qué
review-off-hint = Lo lee quien lo envió.
review-off-now = Quitar
review-episode = Será un episodio del pódcast.
error-podcast-no-sound = No está en el pódcast: no tiene audio propio.
error-podcast-no-leave = No está en el pódcast: su titular no ha dicho que sí. Pregunta, y anota la respuesta más abajo.
error-podcast-lost = No está en el pódcast: su audio ya no está.
error-podcast-type = No está en el pódcast: los directorios de pódcast solo aceptan MP3, M4A y MP4. Se queda en la vitrina.
error-podcast-ending = No está en el pódcast: los directorios de pódcast quieren una dirección que termine como el tipo del archivo. Se queda en la vitrina.
review-events = Qué pasó
review-words = Tal como aparecerá
review-who = Remitente
review-leave = Permiso dado
review-show = Para mostrarlo aquí y en el feed.
review-copy = Para guardar copias de las imágenes, a menor tamaño.
review-field-words = Lo que se trató
review-hint-words = Tal como aparecerá. Al lado están las palabras de quien lo envió. Una crónica es Markdown.
review-hint-licence = La que dio quien lo envió. Aparece al pie de la publicación.
review-order = Orden
actor-sender = quien lo envió
actor-job = nuestros procesos
voice-take-back = Retirar esta voz
voice-take-back-means = Después ya no se oye en ninguna parte: ni aquí, ni en el pódcast, ni en ninguna vuelta al mundo, tampoco en la próxima. Esto no se puede deshacer.
voice-take-back-now = Retirarla

tour-title = Vuelta al mundo: { $month }
tour-words = Quienes organizan los grupos cuentan, en uno o dos minutos cada cual, qué hicieron en { $month }. Los capítulos dicen quién habla, y dónde.
actor-import = una importación
decided-by = { $state }, por { $actor }, el { $at }.
review-words-of-source = Las propias palabras de su fuente
review-leave-source = Lo que dicen su fuente y su titular, más abajo.
review-parent = Tomado de lo que propuso una fuente
proposals-title = { $count ->
    [one] Propone un elemento
   *[other] Propone { $count } elementos
  }
proposals-lead = Marca lo que vale la pena mostrar. Cada elemento se convierte en un envío propio, lo revisan nuestros procesos y espera tus palabras.
proposals-rest = Todos los demás
proposals-take = Aceptar lo marcado
proposal-open = Verlo
proposals-done-title = El resto
proposals-done-lead = Cuando hayas aceptado lo que vale la pena mostrar, di que has terminado. ¿No aceptas nada? Entonces recházalo, con un motivo.
proposals-done = Terminado
sources-title = Fuentes
sources-lead = Aquello a lo que nos suscribimos y lo que se envió, y lo que dicen sus titulares. Un no quita del sitio todo lo de un pódcast o una revista, en cualquier dirección donde se haya encontrado, de forma definitiva.
sources-none = Todavía no hay fuentes.
source-leave-yes = Su titular dijo que sí.
source-leave-no = Su titular dijo que no.
source-leave-none = Todavía no se ha preguntado a su titular.
source-say-yes = Anotar un sí
source-say-no = Anotar un no
field-leave_by = Quién lo dijo
publish = Publicar
save = Guardar sin decidir
decline = Rechazar
door-form = por el formulario
door-mail = por correo
door-command = desde la línea de comandos
door-api = desde un programa
door-demo = por la demostración
door-proposal = de un feed o una revista
door-source = por una suscripción
door-tour = la vuelta al mundo de cada mes
door-import = por una importación

error-title = Eso no funcionó
error-home = Ir al inicio
error-groups = Ir a los grupos
error-desk = Ir a la mesa de redacción

error-not-a-link = Esto no es un enlace. Copia la dirección de la barra de direcciones de tu navegador y pégala aquí.
error-link-scheme = Esto no es una dirección web. Envía una que empiece por https://.
error-link-lookalike = Esta dirección solo se parece a la de un proveedor. Abre allí el video o la foto y copia su dirección.
error-link-unknown-site = En esta página no hay nada que podamos mostrar. Envía un enlace a un video, a unas fotos, a un feed o a la página propia de un artículo.
error-link-no-medium = Esta página no es la de un video o una foto en particular. Abre el video o la foto y copia su dirección.
error-link-bad-id = El enlace está cortado o mal escrito. Cópialo otra vez.
error-link-private = Este es un enlace privado para unas pocas personas. Haz pública la foto y envía su propia dirección.
error-channel-name = YouTube no nos dice de quién es este nombre. Abre la página del canal, elige “más”, “Compartir canal”, “Copiar ID del canal”, y envía https://www.youtube.com/channel/ seguido de ese ID, que empieza por UC.
error-owner-name = Flickr no nos dice de quién es este nombre. Envía los enlaces de fotos sueltas, o la dirección del feed de las fotos.
error-link-collection = Este enlace contiene cosas de muchas personas. Envía un enlace a un álbum, o a videos o fotos sueltos.
error-gone = No está ahí, o es privado. Si es tuyo, hazlo público o no listado (oculto) e inténtalo de nuevo.
error-private = Solo tú puedes abrirlo. Ponlo como No listado (Oculto) o Público e inténtalo de nuevo.
error-embedding-off = Su titular no permite que otros sitios lo muestren. Permite la inserción en YouTube Studio e inténtalo de nuevo.
error-blocked = Su sitio no lo muestra en ningún país, o solo a personas adultas que han iniciado sesión. Quita esa restricción en YouTube Studio e inténtalo de nuevo.
error-opted-out = Su titular no quiere que se muestre aquí.
error-not-yet-recorded = La emisión aún no ha terminado. Inténtalo de nuevo cuando termine.
error-provider-key = El proveedor rechazó nuestra clave. Quien administra esta vitrina debe corregir PUGCAST_YOUTUBE_KEY o PUGCAST_FLICKR_KEY; después, inténtalo de nuevo.
error-provider-quota = Hoy hemos consultado al proveedor todas las veces que podemos. Mañana seguimos por nuestra cuenta.
error-provider-busy = El proveedor no funciona en este momento. Lo intentamos de nuevo por nuestra cuenta; si eso no basta, la redacción lo ve.
error-provider-reply = El proveedor respondió algo que no podemos leer. La redacción lo revisará.
error-address-refused = El enlace lleva a una dirección que no abrimos. Envía el enlace del propio proveedor.
error-too-many-redirects = El enlace lleva de una dirección a otra sin parar. Envía la dirección donde termina.
error-too-large = Detrás del enlace hay más de lo que aceptamos.
error-timeout = El proveedor no respondió a tiempo. Lo intentamos de nuevo por nuestra cuenta.
error-unreachable = No se pudo conectar con el proveedor. Lo intentamos de nuevo por nuestra cuenta.
error-media-broken = La imagen no se puede leer, así que en su lugar hay una tarjeta con el título.
error-sound-broken = La grabación no se puede leer como audio. Envíala de nuevo como MP3 o M4A.
error-media-too-large = La imagen es más grande de lo que leemos, así que en su lugar hay una tarjeta con el título.
error-media-child = La imagen hizo fallar nuestro lector, así que en su lugar hay una tarjeta con el título.
error-sandbox = En esta máquina las imágenes no se pueden leer de forma segura. Quien la administra ve en /readyz cómo corregirlo.
error-mail-refused = El servidor de correo no lo aceptó. Revisa la dirección.
error-mail-server = No se puede conectar con el servidor de correo. Lo intentamos de nuevo por nuestra cuenta.
error-mail-limit = Hoy se escribió tanto a esta dirección que paramos. Léelo aquí.
error-internal = Algo nuestro falló, y lo hemos anotado. Inténtalo de nuevo dentro de un rato.

error-links-missing = Pega un enlace o escribe una crónica.
error-links-too-many = Envía como máximo { $about } enlaces a la vez.
error-group-missing = Elige tu grupo o escribe su nombre.
error-group-unknown = Este grupo ya no está en el directorio. Elige otra vez o escribe su nombre.
error-country-unknown = No conocemos este país. Elige uno de la lista.
error-too-long = Demasiado largo: como máximo { $about } caracteres.
error-about-unknown = No conocemos este tipo de crónica. Elige uno de la lista.
error-coming-undated = Di qué día será: pasado ese día, ya no es lo que viene.
error-date-unreadable = Esto no es un día. Escríbelo así: 2026-11-14.
error-language-unknown = No conocemos este idioma. Elige uno de la lista.
error-sender-missing = Di quién eres: basta con un nombre de pila.
error-email-unreadable = Esto no es una dirección de correo. Corrígela o déjala vacía.
error-leave-missing = Necesitamos tu permiso para mostrarlo.
error-licence-missing = Elige una licencia.
error-title-missing = Ponle un título.
error-words-missing = Di qué se trató: una frase es más que suficiente.
error-reason-missing = Di por qué: lo lee quien lo envió.
error-nothing-to-show = Ninguno de sus enlaces se puede mostrar. Prueba otra vez con ellos, o recházalo con un motivo.

error-nothing-chosen = Marca al menos uno.
error-nothing-taken = No se aceptó nada de ello. Acepta algo, o recházalo con un motivo.
error-leave-unsaid = Nombra a quien lo dijo.

error-upload-no-sound = Este no es un archivo de audio que conozcamos. Envía lo que grabó tu teléfono o tu grabadora: MP3, M4A, WAV, FLAC, Ogg.
error-upload-no-photo = Esta no es una foto que conozcamos. Envía JPEG, PNG, WebP o HEIC.
error-upload-no-text = Esto no se puede leer como transcripción. Envía SRT, WebVTT o texto sin formato.
error-transcript-alone = Una transcripción necesita aquello que transcribe. Envía con ella la grabación o el enlace del video.
error-postcard-alone = Una postal necesita aquello de lo que habla. Da un enlace, o escribe unas frases sobre el encuentro.
error-postcard-length = Una postal dura de medio minuto a tres minutos. Grábala otra vez, o envíala como grabación.
error-voice-taken-back = Se retiró y ya no se oye en ninguna parte.
error-chapters-unreadable = “{ $about }” no es un capítulo. Escribe un tiempo y un nombre: 12:34 Preguntas.
error-tus-sent-as = Un archivo no se puede enviar como eso. Di recording, postcard, photo o transcript en Upload-Metadata, u omite sent_as.
error-upload-too-large = El archivo pasa de { $about } MiB. Envíalo más pequeño, o por partes.
error-upload-unkept = En este momento no se pudo guardar el archivo. Tus respuestas sí se guardaron; elige el archivo de nuevo y envíalo.
error-upload-busy = En este momento hay demasiados archivos en camino. Tus respuestas se conservan; elige el archivo de nuevo dentro de una hora.
error-upload-gone = Un archivo ya no está aquí: se guardan durante un día. Elígelo de nuevo.
error-upload-missing = Elige un archivo.
error-upload-twice = { $about } ya está aquí. Deja fuera uno de los dos.
error-files-too-many = Aceptamos { $about } archivos a la vez. Envía los demás en la página que recibirás.
error-files-late = Entretanto se decidió, y ya no acepta más archivos. Escribe a la redacción.
error-form-sent-before = Este formulario ya se envió; el archivo que llegó después no está en él. Añádelo en tu página: { $about }
error-consent-missing = Solo podemos publicarlo si todas las personas que se oyen o se ven en él dieron su consentimiento. Dilo, o envíalo sin el archivo.
error-not-found = No existe esa página. Puede que la dirección esté mal escrita, o que lo que había aquí ya no esté.
error-method-not-allowed = Esta dirección no acepta eso. Vuelve atrás y usa los botones de la propia página.
error-took-too-long = Tardó demasiado y se detuvo. Inténtalo de nuevo.
error-tus-version = Esta dirección habla el protocolo tus 1.0.0. Envía Tus-Resumable: 1.0.0.
error-tus-number = Falta un encabezado, o no es un número. Envía Upload-Length con un anuncio y Upload-Offset con un fragmento.
error-tus-offset = El fragmento no empieza donde termina el archivo. Pregunta con HEAD cuánto hay aquí, y sigue desde ahí.
error-tus-held = Otra conexión está enviando este archivo. Espera a que termine, y después sigue.
error-tus-busy = Demasiados archivos esperan su formulario. Inténtalo de nuevo dentro de una hora, o envía un enlace.
error-tus-full = No queda espacio para más. Lo que llegó se guarda durante un día; inténtalo de nuevo más tarde.
error-too-big = Eso es más de lo que aceptamos de una vez. Acórtalo y envíalo de nuevo.
error-form-unreadable = No pudimos leer lo que se envió. Vuelve atrás y envíalo de nuevo.
error-forbidden = Esto no vino de nuestra propia página. Abre otra vez la mesa de redacción y repítelo allí.
error-sign-in-used = Este enlace para entrar ya se usó o es demasiado antiguo. Pide uno nuevo.
error-decided = Esto ya se decidió: lo decidiste tú en otra ventana, lo decidió otra persona de la redacción, o quien lo envió lo retiró. Mira la mesa de redacción.
error-document-misprinted = Estamos arreglando ese feed. Inténtalo de nuevo dentro de una hora.
error-database-locked = Nuestra base de datos está ocupada. No se ha perdido nada de lo enviado. Inténtalo de nuevo dentro de un minuto.
error-database-read-only = En este momento nuestra base de datos no acepta nada nuevo. No se ha perdido nada de lo enviado. Inténtalo de nuevo dentro de una hora.
error-database-unreachable = En este momento no se puede conectar con nuestra base de datos. No se ha perdido nada de lo enviado. Inténtalo de nuevo dentro de un rato.
error-database-migration = Estamos poniendo al día nuestra base de datos. Inténtalo de nuevo dentro de un rato.

error-content-type = Este formulario no se puede leer en ese formato. Vuelve atrás y envíalo de nuevo.
error-body-no-object = Envía un objeto JSON con las respuestas como campos.
error-field-unknown = No existe ese campo. Corrige su nombre, u omítelo.
error-field-text = Esto es un texto, o null, o se omite.
error-field-list = Esto es una lista de textos, o null, o se omite.
error-field-truth = Esto es true o false.

# What programs read, RFC 9457: a title for the kind, a detail that says what to do.
problem-title-400 = No se entendió
problem-title-403 = No permitido
problem-title-404 = No encontrado
problem-title-405 = Otro método
problem-title-408 = Tardó demasiado
problem-title-409 = Ya decidido
problem-title-413 = Demasiado largo
problem-title-415 = No es JSON
problem-title-500 = No funciona
problem-title-503 = No disponible por un rato
problem-title-answers-faulty = Respuestas que corregir
problem-title-key-used = Clave ya usada
problem-not-found = No hay nada en esta dirección. Revisa si está bien escrita; /api/openapi.json enumera lo que hay.
problem-method-not-allowed = Esta dirección no acepta ese método. Usa uno de los que nombra el encabezado Allow.
problem-form-unreadable = No se puede leer la dirección o lo que se envió. Compáralo con /api/openapi.json y envíalo de nuevo.
problem-too-big = Esto pasa de los { $most } KiB que aceptamos de una vez. Acórtalo y envíalo de nuevo.
problem-content-type = Envía JSON, y dilo: Content-Type: application/json.
problem-json-unreadable = Esto no es JSON: se rompe en la línea { $line }, columna { $column }. Corrígelo ahí y envíalo de nuevo.
problem-answers-faulty = { $count ->
    [one] Hay que corregir una respuesta
   *[other] Hay que corregir { $count } respuestas
  }; errors dice cuáles y cómo. No se guardó nada. Corrige y envía de nuevo, con la misma clave si quieres.
problem-key-used = Esta Idempotency-Key se usó para otras respuestas. Envía estas con una clave nueva, o las primeras otra vez con esta.
problem-key-unreadable = Una Idempotency-Key es un solo encabezado de 1 a 255 caracteres ASCII imprimibles. Corrígela, u omítela.
problem-not-stored = Nuestra base de datos no está disponible. Espera lo que dice Retry-After y envía lo mismo de nuevo, con la misma Idempotency-Key: se guardará una sola vez.

## Feeds
feed-title-group = { $name } · { $showcase }
feed-title-part = { $showcase }: { $name }
feed-about-group = Lo que hace { $name }: sus charlas, fotos y crónicas.
feed-about-group-in = Lo que hace { $name } en { $place }: sus charlas, fotos y crónicas.
feed-about-country = Lo que hacen los grupos de este país ({ $name }): sus charlas, fotos y crónicas.
feed-about-nowhere = Lo que hacen los grupos que no se reúnen en un solo país: sus charlas, fotos y crónicas.
feed-about-language = Lo que hacen los grupos, en este idioma: { $name }.
feed-nowhere = Sin un solo país
rhythm-daily = Más o menos cada día
rhythm-weekly = Más o menos cada semana
rhythm-fortnightly = Más o menos cada dos semanas
rhythm-monthly = Más o menos cada mes
opml-feeds = { $showcase }: los feeds
opml-roster = { $showcase }: el directorio
opml-whole = Todo
opml-countries = Países
opml-languages = Idiomas
opml-groups = Grupos
opml-showcase = { $name }
opml-podcast = { $name } (pódcast)
step-announce = Avisar al hub
error-hub-refused = El hub no quiere saber de nuestros feeds. Revisa PUGCAST_HUB.

## Following
follow-title = Seguir
follow-podcast = Escúchalo en una app de pódcast:
follow-copy-podcast = En cualquier otra app de pódcast, pega esta dirección
follow-silent = Todavía no hay nada que escuchar. Todo lo que hay llega con el feed de abajo.
follow-showcase = Léelo en un lector de feeds; ahí llega todo: charlas, fotos, artículos y crónicas:
follow-copy-showcase = En cualquier otro lector, pega esta dirección
follow-formats = Lo mismo en:
follow-code = Mostrar un código para la cámara de tu teléfono
follow-code-label = Código QR de la dirección de arriba
feeds-title = Feeds
feeds-lead = Sigue todo, o solo un país, un idioma o un grupo. Sin cuenta y sin una app nuestra: sirve la que ya usas.
feeds-read = Leer
feeds-listen = Escuchar
feeds-more-groups = { $count ->
    [one] Hay un grupo más con feeds; están en su página.
   *[other] Hay { $count } grupos más con feeds; están en sus páginas.
}
feeds-lists = Todos a la vez
feeds-lists-lead = Listas que los lectores de feeds y las apps de pódcast pueden importar (OPML):
feeds-check-lead = ¿Tu grupo tiene un pódcast o un feed propio? Podemos revisar si todas las apps lo aceptarán.
feed-check-title = Revisar un feed
feed-check-lead = Pega la dirección de un feed. Lo leemos una vez y decimos qué está mal, dónde y cómo corregirlo, según RSS 2.0, el Podcast Standards Project, Apple Podcasts y Podcasting 2.0. No se guarda nada.
feed-check-field = Dirección del feed
feed-check-button = Revisar
feed-check-clean = Nada que corregir
feed-check-valid = Funciona; hay cosas que se pueden mejorar
feed-check-faulty = Algunas apps no lo aceptarán tal como está
feed-check-kind = Esto es { $kind }.
feed-check-musts = { $count ->
    [0] No hace falta corregir nada.
    [one] Hay que corregir una cosa.
   *[other] Hay que corregir { $count } cosas.
}
feed-check-shoulds = { $count ->
    [0] No hay nada más que mejorar.
    [one] Convendría mejorar una cosa.
   *[other] Convendría mejorar { $count } cosas.
}
feed-check-must = Hay que corregirlo
feed-check-should = Convendría mejorarlo
feed-check-place = línea { $line }, carácter { $column }
feed-check-more = Y { $count } más del mismo tipo.
error-feed-status = El servidor responde con el estado { $about }. Mira si la dirección se abre en un navegador.

## Parts of the showcase
countries-title = Países
languages-title = Idiomas
part-empty = Todavía no hay nada de aquí ({ $name }). Síguelo desde ahora; la primera publicación te llegará.
parts-empty = Todavía no hay nada. Aquí estará la primera publicación.
entries-older = Anteriores
people-title = Personas
people-next = Más nombres
person-lead = { $count ->
    [one] Aquí, en una publicación.
   *[other] Aquí, en { $count } publicaciones.
}
person-you = ¿Eres tú y quieres que cambiemos o quitemos algo? Escríbenos:

## Near you
near-title = Grupos cerca de ti
near-lead = Escribe una ciudad, una región o un país, en cualquier alfabeto. No preguntamos dónde estás.
near-field = Ciudad o país
near-find = Buscar
near-unknown = No conocemos ningún lugar llamado “{ $typed }”. Prueba con la ciudad más grande de la zona, o con el país.
near-none = Todavía no hay ningún grupo en { $name }.
near-far = Todavía no hay ningún grupo cerca de { $name }. Los más cercanos:
near-found = Grupos cerca de { $name }:
near-start = Empieza uno, con ayuda
near-others = ¿Querías decir otro lugar?
near-entries = De { $name }
near-country = Todo lo de { $name }
places-source = Nombres y posiciones de los lugares:
places-source-name = GeoNames
country-source = Nombres de los países: Unicode CLDR (© Unicode, Inc., Unicode License v3)
map-source = Mapa: Natural Earth
map-label = Mapa de los grupos
map-new = con novedades este mes
map-year = con noticias este año
map-quiet = sin noticias recientes

## Reading
nav-near = Cerca de ti
nav-feeds = Escuchar
nav-organizers = Organizar
nav-about = Acerca de
nav-privacy = Privacidad
about-title = Acerca de esta vitrina
about-what = Los grupos se reúnen en cientos de ciudades, encuentro a encuentro, y casi nadie se entera. Aquí muestran lo que pasó: charlas, fotos, entrevistas, artículos y crónicas, reunidos en un solo lugar y en feeds que cualquiera puede seguir.
about-how-title = Cómo llega algo hasta aquí
about-how = Alguien que estuvo allí envía un enlace, una grabación o unas palabras; no hace falta una cuenta. La redacción lo lee y responde en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
}. Nada lo publica una máquina por sí sola.
about-who-title = Quién lo hace
about-who = La redacción es voluntaria; el software es de código abierto, y cualquiera puede tener su propia vitrina.
about-use-title = Qué puedes hacer con ello
about-use = Cada publicación dice su licencia. Los feeds están para usarse: en tu app, en el sitio de tu grupo, en tus propios programas.
about-sources-title = Lo que usamos de otras fuentes
privacy-title = Privacidad
privacy-readers = No contamos tus visitas, no te seguimos ni sabemos quién eres: sin cuenta, sin analítica, sin nada de otros sitios en ninguna página. Una cookie recuerda el idioma que elegiste. Los registros no contienen direcciones de quienes leen.
privacy-video-title = Videos
privacy-video = Los videos se reproducen desde YouTube, y solo después de que pulses reproducir en una página que lo dice. A partir de ahí, Google ve que los estás viendo.
privacy-senders-title = Si envías algo
privacy-senders = Guardamos lo que escribiste y, si la diste, tu dirección de correo, para responderte. La dirección no se muestra ni se entrega a nadie, nunca. Tu enlace privado lo muestra todo y te permite retirarlo.
privacy-shown-title = Si apareces aquí
privacy-shown = Puedes hacer que se cambie o se quite una publicación sobre ti; no hace falta que digas por qué.
privacy-providers-title = Lo que consultamos
privacy-providers = Para cada enlace, consultamos a su proveedor (YouTube, Flickr y otros) qué es. Lo que responde sirve para comprobarlo y se olvida a los 30 días; lo que se publica son las palabras de quien lo envió, o las de la redacción.
for-organizers-title = Para quienes organizan
for-organizers-lead = Muestra al mundo lo que hace tu grupo. Lleva dos minutos, y quizá lo lea la próxima persona que se anime a venir.
for-organizers-send-title = Envía un enlace
for-organizers-send = El video de una charla, un álbum, una grabación: pega el enlace y di en una frase lo que se trató. La redacción responde en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
}.
for-organizers-report-title = Escribe una crónica
for-organizers-report = ¿Qué aprenderá alguien que se lo perdió? Lo que se trató, cómo empezó tu grupo, cómo es un encuentro típico, lo que viene. Una fecha y un lugar a secas no son una crónica.
for-organizers-voice-title = Envía una postal con tu voz
for-organizers-voice = Habla de medio minuto a tres minutos: quién eres, qué pasó, a quién le vale la pena venir. Cada mes, las postales se convierten en una vuelta al mundo en el pódcast.
for-organizers-interview-title = Da una entrevista, escribe un artículo
for-organizers-interview = Los pódcast sobre grupos y las revistas abiertas buscan a gente como tú. Envíanos dónde se publicó, y se muestra aquí con un enlace a su sitio en primer lugar.
for-organizers-feed-title = ¿Tu grupo tiene un pódcast, un canal o un blog?
for-organizers-feed = Envía su dirección una sola vez: buscamos lo nuevo por nuestra cuenta, y la redacción decide qué se muestra.
for-organizers-start-title = Empieza un grupo
for-organizers-start = ¿Ningún grupo cerca de ti? La mayoría empezó con tres personas y una mesa.
for-organizers-start-1 = Busca a otra persona y fija con ella un día del mes que no cambie.
for-organizers-start-2 = Usa cualquier sala gratuita y de fácil acceso: una biblioteca, una universidad, una oficina después de las seis.
for-organizers-start-3 = Empieza con una charla corta y una pregunta; deja la mitad del tiempo para conversar.
for-organizers-start-4 = Cuéntanoslo, para que lo encuentre quien busque un grupo cerca.

heard-from = Últimas noticias: { $day } ({ $by })
heard-last = Últimas noticias: { $month }
heard-never = Sin noticias todavía
heard-gone = Ya no se reúne
heard-gone-last = Ya no se reúne; últimas noticias: { $month }
heard-know-more = { $heard }. ¿Sabes algo más?
heard-tell-us = Cuéntanoslo.
heard-by-video = video
heard-by-photos = fotos
heard-by-audio = audio
heard-by-article = artículo
heard-by-report = crónica
heard-by-answer = una respuesta
heard-by-feed = su feed
life-new = Con novedades este mes
life-year = Con noticias este año
life-quiet = Sin noticias recientes
life-unheard = Sin noticias todavía
life-gone = Ya sin encuentros
groups-tell = Cuéntanoslo
group-first = ¿Es tu primera vez?
group-since = Desde
group-wrong = ¿Hay un error o ya no se reúne? Cuéntanoslo
group-more = Más sobre el grupo
group-kind-usergroup = Grupo
group-kind-pyladies = PyLadies
group-nearby = Cerca de aquí
near-km = { $km } km
field-website = Sitio web
hint-website = Su propia página, o donde anuncia sus encuentros.
field-cost = Cuánto cuesta
hint-cost = Gratis, una bebida en la barra, una entrada.
field-organized_by = Quienes organizan
hint-organized_by = Las personas que se pueden nombrar aquí.
field-part = Cómo participar
hint-part = Venir sin más, inscribirse, entrar al chat: lo que se hace para estar allí.
field-first_time = Para quien viene por primera vez
hint-first_time = Cuánta gente hay, dónde está la puerta, qué pasa primero.
field-since = Se reúne desde
hint-since = 2011, 2011-03 o 2011-03-14.
field-place = Dónde, en grados
hint-place = Norte y este, como los dan los mapas: 6.45, 3.4. Basta el centro de una ciudad; el de un país, no.
field-region = Estado o provincia
field-group_kind = Tipo
field-detail = Lo que dice de él la lista
hint-detail = No se muestra a quienes leen.
field-met-last = Se sabe que se reunió, o que respondió, el
hint-met-last = Cuenta como señal de vida de ese día.
field-join_to = Otro del directorio
hint-join_to = Su dirección aquí, o la última parte de ella.
field-with = El otro grupo
hint-with = Su dirección aquí, o la última parte de ella. Pasa a formar parte de este.
missing-title = Un grupo que falta
missing-lead = Cuéntanos lo que sabes de él. La redacción responde en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  } y lo pone en el directorio.
hint-group-called = Tal como se llama a sí mismo.
missing-words = ¿Qué conviene saber de él?
missing-words-hint = Cómo lo conoces, cuándo se reunió por última vez, quién lo organiza.
hint-teller-name = Solo lo ve la redacción.
alike-title = ¿Es alguno de estos?
alike-lead = Tienen el mismo sitio web o el mismo nombre, o están en la misma ciudad. Abre uno para verlo; si algo está mal, se puede decir en su página.
alike-none = Ninguno de estos: enviarlo
alike-again = Lo cambié: buscar de nuevo
correction-title = Con errores o ya sin encuentros: { $group }
correction-heading = ¿Hay un error o ya no se reúne?
correction-lead = Cuéntanoslo, y la redacción lo revisa en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  }. Sin cuenta.
correction-what = ¿De qué se trata?
correction-words = ¿Qué sabes?
correction-words-hint = Qué sería lo correcto, y cómo se puede comprobar.
matter-missing = No está en el directorio
matter-gone = Ya no se reúne
matter-moved = Se reúne en otro lugar
matter-name = Tiene otro nombre
matter-website = Su sitio web es otro
matter-other = Otra cosa
matter-entry = Quitar toda la publicación
matter-own_name = Quitar solo mi nombre
hint-matter-entry = Su página, su lugar en los feeds, sus imágenes y sus audios.
hint-matter-own_name = Lo demás se queda como está.
removal-title = ¿Eres tú?
removal-lead = ¿Se te ve, se te oye o se te nombra en esta publicación, y no quieres que sea así? Cuéntanoslo. No hace falta que demuestres quién eres; puede que la redacción pregunte.
removal-rule-hide = Si pides que se quite toda la publicación, sale del sitio enseguida, hasta que la redacción decida: en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  }. Hasta entonces se queda si la redacción ya la revisó antes a petición de alguien, o si se pide quitar muchas a la vez.
removal-rule-ask = La redacción decide en un plazo de { $days ->
    [one] un día
   *[other] { $days } días
  }. Hasta entonces se queda.
removal-what = ¿Qué hay que quitar?
removal-words = ¿Por qué?
removal-words-hint = En qué parte apareces, y qué no quieres. Solo lo lee la redacción.
removal-send = Pedirlo
notice-title = Cómo va
notice-thanks = Gracias.
notice-off = Está fuera del sitio hasta entonces.
notice-state-waiting = En espera de la redacción
notice-state-done = Hecho
notice-state-declined = Se dejó como está
notice-became-added = Está en el directorio.
notice-became-joined = Ya está en el directorio.
notice-became-edited = Se corrigió lo que se dice de él.
notice-became-gone = Se anotó que ya no se reúne.
notice-became-meets = Se anotó que se reúne.
notice-became-removed = Está fuera del sitio definitivamente.
notice-became-revised = Se cambiaron las palabras.
notice-became-kept = Se queda como está.
notice-became-declined = No se cambió nada.
notice-decided-by = { $state } Lo decidió { $actor }, el { $at }.
notice-event-received = Se recibió
notice-event-added = Se puso en el directorio
notice-event-joined = Se encontró en el directorio
notice-event-edited = Se corrigió
notice-event-gone = Se anotó que ya no se reúne
notice-event-meets = Se anotó que se reúne
notice-event-removed = Se quitó definitivamente
notice-event-revised = Se cambiaron las palabras
notice-event-kept = Se conservó
notice-event-declined = Se rechazó
gone-asked-title = Esta página está fuera del sitio
gone-asked = Lo pidió alguien que aparece en ella. Solo vuelve si la redacción lo decide.
notices-title = Avisos
notices-removal = { $count ->
    [one] Una petición de quitar algo
   *[other] { $count } peticiones de quitar algo
  }
notices-group_wrong = { $count ->
    [one] un grupo con errores o ya sin encuentros
   *[other] { $count } grupos con errores o ya sin encuentros
  }
notices-group_missing = { $count ->
    [one] un grupo que falta
   *[other] { $count } grupos que faltan
  }
notices-off = fuera del sitio hasta que decidas
notice-removal = Petición de quitar
notice-group_wrong = Con errores o ya sin encuentros
notice-group_missing = Falta
notice-told = Lo que se contó
notice-who = Remitente
notice-nameless = Alguien
notice-outcome = En qué quedó
notice-do = Qué hacer
notice-as-listed = Tal como estará en el directorio
notice-reason = Tus palabras para quien lo contó
notice-reason-hint = Las lee. Hacen falta cuando no se cambia nada.
notice-add = Añadirlo
notice-join = Es ese
notice-mend = Guardar
notice-decline = Dejarlo como está
notice-desk-off = La publicación está fuera del sitio hasta que decidas.
notice-desk-removed = La publicación está fuera del sitio.
removal-reason-hint = Lo lee quien lo pidió; si se quita la publicación, también quien la envió.
removal-remove = Quitarla definitivamente
removal-keep = Conservarla
removal-restore = Devolverla al sitio
removal-revise-title = Sin el nombre
removal-revise-lead = La publicación se queda, o vuelve, con estas palabras. Son una nueva revisión; las anteriores quedan en nuestros registros.
removal-revise = Guardar estas palabras
desk-groups-title = Grupos
desk-groups-find = Nombre o ciudad
desk-groups-life = Cómo están
desk-groups-any = Todos
desk-groups-look = Buscar
desk-groups-first = se muestran los primeros { $count }
desk-group-said = Lo que se dice de él
desk-group-renaming = Un nombre nuevo tiene una dirección nueva. La anterior lleva a ella para siempre.
desk-group-save = Guardarlo
desk-group-life = ¿Se reúne?
desk-group-past = Direcciones anteriores
desk-group-origin = De dónde lo tiene el directorio
group-set-meets = Se reúne
group-set-gone = Ya no se reúne
group-event-listed = Lo puso en el directorio una lista
group-event-group-added = Se puso en el directorio
group-event-group-edited = Se cambió
group-event-group-renamed = Se le cambió el nombre
group-event-group-gone = Se anotó que ya no se reúne
group-event-group-meets = Se anotó que se reúne
group-event-group-merged = Otro pasó a formar parte de él
merge-title = Dos que son uno
merge-lead = El que se va pasa a formar parte del que se queda.
merge-look = Ver qué pasaría de uno a otro
merge-stays = Se queda
merge-goes = Se va
merge-moves = Qué pasa de uno a otro
merge-entries = { $count ->
    [0] Ninguna publicación
    [one] Una publicación
   *[other] { $count } publicaciones
  }
merge-coming = { $count ->
    [one] (una de ellas, sobre lo que viene)
   *[other] ({ $count } de ellas, sobre lo que viene)
  }
merge-submissions = { $count ->
    [0] Ningún envío
    [one] Un envío
   *[other] { $count } envíos
  }
merge-drafts = { $count ->
    [0] Ningún borrador en espera
    [one] Un borrador en espera
   *[other] { $count } borradores en espera
  }
merge-sources = { $count ->
    [0] Ninguna fuente
    [one] Una fuente
   *[other] { $count } fuentes
  }
merge-notices = { $count ->
    [0] Ningún aviso
    [one] Un aviso
   *[other] { $count } avisos
  }
merge-address = Su dirección, para siempre:
merge-said = Lo que se dirá
merge-said-lead = El que se queda conserva lo que dice; donde no dice nada, vale lo que dice el otro. Lo tachado queda solo en su historial.
merge-for-good = Esto no se puede deshacer aquí. Todo lo que se sabe del que se va se conserva en el historial del que se queda.
merge-now = Unirlos en uno
merge-not = Dejar los dos como están
actor-asker = quien pidió que se quitara
state-entry-held = Fuera del sitio, porque lo pidió alguien que aparece en la publicación
state-entry-restored = De nuevo en el sitio
error-notices-too-many = Acaban de llegar tantos avisos que durante una hora no aceptamos más. Tus respuestas se conservan; envíalas de nuevo entonces, o escribe a la redacción.
error-notice-words-missing = Di lo que sabes: una frase es más que suficiente.
error-matter-missing = Elige una opción.
error-group-unnamed = Escribe su nombre, con letras o cifras.
error-group-listed = En este lugar ya hay un grupo con este nombre: /groups/{ $about }. Une los dos, o di qué los distingue.
error-group-kind-unknown = No conocemos este tipo de grupo. Elige uno de la lista.
error-website-unreadable = Esto no es una dirección web. Escríbela así: https://example.org.
error-since-unreadable = Esto no es un año, un mes ni un día. Escríbelo así: 2011, 2011-03 o 2011-03-14.
error-place-unreadable = Esto no son grados. Escribe norte y este así: 6.45, 3.4.
error-day-to-come = Ese día aún no ha llegado.
error-join-missing = Elige uno del directorio, o escribe su dirección.
error-merge-itself = Es el mismo grupo. Escribe la dirección de otro.
home-follow-how = Cómo seguir las novedades, y en qué apps
first-run-title = Esta vitrina es nueva
first-run-roster = Trae tu directorio, para que cualquiera encuentre un grupo cerca:
first-run-editor = Invita a personas a la redacción; sin ella nadie publica:
first-run-send = Envía algo tuyo, y mira cómo llega hasta aquí.
first-run-source = Suscríbete a un canal, a un feed o a una revista: lo que haya de nuevo se le presenta a la redacción.
desk-misprints = Feeds que no se pudieron hacer bien
desk-misprints-lead = Lo que incumple un estándar no se sirve; se queda el último que estaba bien. Corrige lo que se nombra, o avisa a quien administra este servicio.
notice-entry = Publicación
notice-look = todo lo que se sabe de ella
error-removal-words-missing = Di por qué: basta una frase.

## Para máquinas y otros sitios
# Cómo nombran este idioma las vistas previas de enlaces: idioma_TERRITORIO, como lo escribe Open Graph.
preview-locale = es_ES
feed-as-rss = { $name }
feed-as-atom = { $name } (Atom)
feed-as-json = { $name } (JSON Feed)
embed-entry = Muestra esto en tu propio sitio
embed-group = La vitrina de tu grupo en su propio sitio
embed-lead = Copia una de las dos formas en tu página. El marco no deja cookies ni ejecuta scripts, y muestra lo más nuevo por sí solo.
embed-frame = Como marco
embed-link = Como enlace
embed-more = Más en { $showcase }
embed-all = Todo lo de { $name }
embed-none = Todavía no hay nada publicado.
embed-gone = Esto ya no se muestra aquí.
pair = { $label }: { $value }
