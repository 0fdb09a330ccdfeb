## Sources on the desk

source-add = Suscribirse a una fuente
source-add-lead = Se consulta una y otra vez, con la cortesía que desee su servidor. Lo que ya está allí espera a que elijas; lo que llegue después se presenta a la redacción.
field-source = Su enlace
hint-source = El feed de un pódcast, el blog de un grupo, la dirección OAI de una revista (con su conjunto o “set”, si quieres), un canal o una lista de reproducción de YouTube, una cuenta o un álbum de Flickr.
field-source_title = Cómo se llama aquí
hint-source_title = Déjalo vacío para usar su propio nombre, si podemos mostrarlo.
field-source_group = De quién es
hint-source_group = La dirección del grupo en el directorio, por ejemplo pyibadan. Déjalo vacío si no es de un solo grupo.
field-source_words = Palabras que buscar
hint-source_words = Una por línea: solo se presenta a la redacción lo que contiene alguna de ellas. Sin palabras: todo lo que es de un grupo y, de los pódcast y las revistas de otras personas, lo que habla de grupos.
field-interval = Con qué frecuencia
source-every-usual = Cada seis horas
source-every = { $hours ->
    [1] Cada hora
    [24] Una vez al día
    [168] Una vez a la semana
   *[other] Cada { $hours } horas
  }
source-subscribe = Suscribirse
proposals-take-all = Aceptar todo
source-see = Ver la suscripción
source-make = Suscribirse a ella
source-terms = Suscripción
save-terms = Guardar
source-look = Consultarla ahora
source-end = Terminar la suscripción
source-page = Su propia página
source-owner = Su titular
source-kind-podcast = Pódcast
source-kind-journal = Revista
source-kind-blog = Blog
source-kind-youtube = YouTube
source-kind-flickr = Flickr
source-kind-page = Todavía sin consultar
source-unsubscribed = Sin suscripción.
source-new = Con suscripción; todavía sin consultar.
source-well = Última consulta: { $at }.
source-failing = No respondió como debería; pronto se consulta de nuevo.
source-broken = Ha fallado demasiadas veces desde el { $at }. Se consulta una vez al día; revisa su dirección.
source-ended = Terminó el { $at }.
source-next = Próxima: { $at }.
source-items = { $count ->
    [0] Todavía no se conoce ningún elemento suyo
    [one] Un elemento
   *[other] { $count } elementos
  }
source-items-taken = { $count ->
    [0] Todavía no se ha aceptado ninguno.
    [one] Se aceptó uno.
   *[other] Se aceptaron { $count }.
  }
source-event-subscribed = suscripción
source-event-ended = terminó
source-event-moved = se mudó definitivamente
source-event-broken = falló demasiadas veces
source-event-mended = vuelve a responder
source-event-trusted = se confía en ella
source-event-distrusted = ya no se confía en ella
source-event-listed = añadida a la lista por una importación
source-event-moved-nowhere = se mudó definitivamente a algo que no es una dirección
source-event-edit-taken = se adoptó su cambio
source-event-edit-left = no se adoptó su cambio
source-event-leave-yes = su titular dijo que sí
source-event-leave-no = su titular dijo que no
quota-youtube = API de YouTube: hoy quedan { $left } de { $most } unidades.
quota-flickr = API de Flickr: en esta hora quedan { $left } de { $most } consultas.
trust-title = Confianza
trust-none = Nadie confía en ella: cada elemento espera a la redacción.
trust-until = confía en ella hasta el { $at }: lo que trae se publica en virtud de esa decisión.
trust-grant = Confiar en ella durante un año
trust-revoke = Retirar la confianza
review-trusted = Publicado en virtud de la confianza de { $editor } en su fuente, otorgada el { $at }.
trust-words = Dar sus palabras corresponde a su proveedor. La redacción confirma cada una de ellas, confíe quien confíe en la fuente.
edits-title = Cambios en su fuente
edit-ours = Aquí
edit-theirs = Allí, ahora
edit-in-review = En espera de la redacción
edit-take = Adoptarlo
edit-leave = Dejarlo aquí como está
edit-gone-there = Su fuente lo da por borrado.
desk-sources-broken = Fuentes que fallan
error-source-single = “{ $about }” es un solo video o una sola foto. Envíalo por el formulario; una fuente contiene muchos.
error-group-unlisted = Ningún grupo tiene la dirección “{ $about }” en el directorio.
error-interval-odd = Entre un cuarto de hora y treinta días, por favor.
error-trust-unsubscribed = No hay suscripción a “{ $about }”; no hay nada en que confiar.
error-trust-words = Las palabras de “{ $about }” son de su proveedor. La redacción confirma cada una de ellas.
error-edit-gone = “{ $about }” no está publicado ni espera a nadie.

mail-source-broken-subject = { $title } ha fallado demasiadas veces
mail-source-broken =
    Te suscribiste a { $title } para { $showcase }. Ha fallado cinco veces seguidas; la última vez:

    { $detail }

    A partir de ahora se consulta una vez al día. Míralo en { $address }
mail-source-ended-subject = { $title } ha terminado
mail-source-ended =
    Te suscribiste a { $title } para { $showcase }. Su servidor dice que desapareció definitivamente ({ $detail }). Lo que trajo se queda. Míralo en { $address }
