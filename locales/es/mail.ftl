# What our mail says. Plain text; the site's texts are in site.ftl.

mail-received-subject = Recibimos “{ $title }”
mail-received =
    Hola, { $name }:

    Gracias: lo que enviaste a { $showcase } está aquí. Nuestros procesos lo revisan, y después la redacción responde en un plazo de { $days ->
        [one] un día
       *[other] { $days } días
    }.

    Cómo va: { $address }
    No compartas este enlace: quien lo tiene puede ver y cambiar lo que enviaste.
    { $text }
    Con tu mensaje nos diste permiso para mostrarlo en el sitio y en el feed. Si no es lo que querías, o si otra persona usó tu dirección, responde a este correo.

mail-unavailable-subject = Todavía no podemos mostrar “{ $title }”
mail-unavailable =
    Hola, { $name }:

    { $text }

    Cuando lo hayas corregido, pulsa “Intentar de nuevo” aquí: { $address }

mail-accepted-subject = “{ $title }” está publicado
mail-accepted =
    Hola, { $name }:

    Gracias. Está publicado: { $text }

    Tu propia página sobre este envío: { $address }
    ¿Algo no está bien? Responde a este correo.

mail-declined-subject = Todavía no aceptamos “{ $title }”
mail-declined =
    Hola, { $name }:

    La redacción de { $showcase } lo leyó y no lo aceptó:

    { $text }

    Tu propia página sobre este envío: { $address }
    Puedes enviarlo de nuevo, con cambios, en cualquier momento.

mail-link-subject = Un enlace de “{ $title }” ha cambiado
mail-link =
    Hola, { $name }:

    { $text }

    Tu propia página sobre este envío: { $address }
    Lo revisamos varias veces en el curso de varios días antes de escribirte. ¿Algo no está bien? Responde a este correo.

mail-link-alive = Este enlace tuyo vuelve a funcionar: { $address }
mail-link-moved = Este enlace tuyo lleva ahora definitivamente a otra dirección; la redacción lo revisará: { $address }
mail-link-embedding-off = Otros sitios ya no pueden mostrar este video: { $address } Vuelve a permitir la inserción, y lo mostraremos como antes.
mail-link-private = Ahora solo su titular puede abrir esto: { $address } Hazlo otra vez público o no listado (oculto), y lo mostraremos como antes.
mail-link-gone = Este enlace tuyo ya no lleva a nada: { $address } Si ahora está en otro lugar, envíalo de nuevo.
mail-link-blocked = A nuestro servidor ya no se le permite abrir esto: { $address } Si a ti te funciona, no hay que hacer nada.
mail-link-marked = Nuestra página lo dice donde hace falta: { $address }
mail-link-withdrawn = No quedaba nada más que mostrar, así que su página está fuera por ahora. Vuelve por sí sola cuando el enlace funcione otra vez: { $address }
mail-link-restored = Su página está de vuelta: { $address }
mail-taken-off-subject = “{ $title }” se quitó del sitio
mail-taken-off =
    Hola, { $name }:

    La redacción de { $showcase } quitó “{ $title }” del sitio, y dice por qué:

    { $text }

    Tu propia página sobre este envío: { $address }
    ¿Lo ves de otra manera? Responde a este correo.

mail-joined-subject = Ya tenemos “{ $title }”
mail-joined =
    Hola, { $name }:

    Gracias. Alguien envió lo mismo a { $showcase } antes que tú: { $text }

    Tus palabras se conservan, y la redacción las ve junto a las de esa persona. Tu propia página sobre este envío: { $address }
    ¿Es otra cosa, después de todo? Responde a este correo.

mail-empty-subject = En tu correo no había nada que podamos mostrar
mail-empty =
    Hola, { $name }:

    En tu correo a { $showcase } no había palabras ni enlaces tuyos; lo que citaba no cuenta, y por correo no podemos aceptar archivos.

    Envía un enlace al video o a las fotos de tu encuentro, o unas frases sobre lo que se trató. O usa el formulario: { $address }

mail-sign-in-subject = Tu enlace a la mesa de redacción de { $showcase }
mail-sign-in =
    Con este enlace entras una sola vez, en el plazo de media hora:

    { $address }

    ¿No lo pediste? Entonces ignóralo: nadie entra sin él.

mail-nobody = Alguien
mail-remark-cut = Tus palabras pasan de { $count } caracteres. La redacción ve los primeros { $count }; tu correo se guarda entero.
mail-remark-attachments = { $count ->
        [one] El archivo que venía con él se guarda con tu correo, pero no se muestra.
       *[other] Los { $count } archivos que venían con él se guardan con tu correo, pero no se muestran.
    } Pon los videos, las fotos y el audio donde la web los encuentre, y envía los enlaces.

mail-removal-subject = Alguien pide quitar «{ $title }»
mail-removal =
    Alguien que aparece en «{ $title }» no quiere que { $showcase } lo muestre.

    Lo que dice, si la publicación está fuera del sitio mientras tanto y lo que puedes hacer: { $address }

mail-notice-received-subject = Tenemos lo que nos contaste
mail-notice-received =
    Hola, { $name }:

    gracias: lo que contaste a { $showcase } está aquí. La redacción responde en un plazo de { $days ->
        [one] un día
       *[other] { $days } días
    }.

    Cómo va: { $address }
    No compartas este enlace. Si otra persona usó tu dirección, responde a este correo.

mail-notice-settled-subject = Qué ha sido de lo que nos contaste
mail-notice-settled =
    Hola, { $name }:

    la redacción de { $showcase } ha mirado lo que nos contaste. { $text }

    Tu propia página con ello: { $address }
    ¿Lo ves de otro modo? Responde a este correo.
