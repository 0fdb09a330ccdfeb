# What an import says, on the command line and on the desk. One idea a line.

# The command's report.
import-progress = { $done } de { $total } filas
import-row-mended = fila { $row }, { $title }: { $why }
import-row-many = { $count ->
    [one] { $count } vez
   *[other] { $count } veces
  }: { $why }
import-row-waiting = en espera: fila { $row }, { $title }: { $why }
import-row-joined = junto a otra: fila { $row }, { $title }: { $why }
import-row-refused = fuera: fila { $row }, { $title }: { $why }
import-total = { $total ->
    [one] { $total } fila
   *[other] { $total } filas
  }: { $taken } dentro, { $waiting } en espera de la redacción, { $joined } junto a otra, { $refused } fuera, { $known } ya de antes.
import-total-waiting = { $total ->
    [one] { $total } fila
   *[other] { $total } filas
  }: { $waiting } en espera de la redacción en /desk/imports, { $taken } dentro, { $joined } junto a otra, { $refused } fuera, { $known } ya de antes.

# Words for a talk that pyvideo has none of; only what is known is said.
import-talk = Una charla en { $event }. Todavía no tiene descripción.
import-talk-people = Una charla de { $people } en { $event }. Todavía no tiene descripción.
import-talk-day = Una charla en { $event }, grabada el { $day }. Todavía no tiene descripción.
import-talk-people-day = Una charla de { $people } en { $event }, grabada el { $day }. Todavía no tiene descripción.
import-related = Véase también:

# The desk.
desk-imports = { $count ->
    [0] Importaciones
    [one] Importaciones: { $count } fila en espera
   *[other] Importaciones: { $count } filas en espera
}
imports-title = Importaciones
imports-lead = Listas que alguien trajo. Nada de ellas se muestra antes de que la redacción lo acepte.
imports-none = Todavía no se ha importado nada.
imports-open = Se interrumpió o sigue en marcha; si se ejecuta otra vez el mismo comando, continúa desde donde estaba.
import-kind-roster = Grupos
import-kind-pyvideo = Charlas
import-kind-opml = Fuentes
import-rows = { $count ->
    [one] { $count } fila
   *[other] { $count } filas
}
import-outcomes = Filas por resultado
import-outcome-all = en total
import-outcome-waiting = en espera
import-outcome-taken = dentro
import-outcome-joined = junto a otra
import-outcome-refused = fuera
import-none = Aquí no hay ninguna fila.
import-open = Abrir
import-take = Aceptar lo marcado
import-take-all = Aceptar todo lo de esta página
import-take-lead = Lo que aceptes se muestra con tu nombre, el de quien decidió en la redacción.
import-took = { $count ->
    [one] Se aceptó o se unió { $count } fila.
   *[other] Se aceptaron o se unieron { $count } filas.
}
import-pages = Páginas
import-earlier = Filas anteriores
import-later = Filas siguientes
import-page = Página { $page } de { $pages }

# Why a row is refused.
import-row-empty = la fila está vacía
import-row-unreadable = no se puede leer ({ $about })
import-row-too-large = tiene más de { $about } MiB
import-name-missing = no tiene nombre, y su sitio web ({ $about }) no se lo da
import-name-too-long = su nombre es demasiado largo: { $about }
import-country-unknown = “{ $about }” no es un país de ISO 3166
import-links-none = no tiene ningún enlace
import-links-refused = ninguno de sus enlaces se puede mostrar; el último: { $about }
import-address-missing = { $about } no tiene dirección
import-address-refused = { $about } no es una dirección que se pueda consultar
import-declined = la redacción dijo que no: { $about }

# Why a row is joined.
import-same-row = está dos veces en la lista; lo mismo que { $about }
import-same-name = el mismo nombre y lugar que { $about }
import-same-website = el mismo sitio web que { $about }
import-same-link = el mismo enlace que { $about }
import-same-address = ya figura como { $about }
import-listed-before = { $about } ya está en la lista

# What was mended or left out.
import-name-by-website = recibió el nombre de su sitio web, { $about }
import-name-mended = el nombre estaba escrito así: { $about }
import-defunct-in-words = sus palabras dicen que ya no se reúne: { $about }
import-country-mended = el país estaba escrito así: { $about }
import-website-mended = el sitio web estaba escrito así: { $about }
import-website-more = se dejó fuera un segundo sitio web: { $about }
import-website-mail = una dirección de correo no es un sitio web
import-website-unreadable = esto no es un sitio web: { $about }
import-kind-unknown = un tipo que no conocemos: { $about }
import-place-of-no-city = unas coordenadas sin ciudad son el centro de un país o una suposición, y se dejaron fuera: { $about }
import-place-unreadable = esto no son coordenadas: { $about }
import-writing-mended = unos bytes que no son UTF-8 se leyeron como los escribe Windows: { $about }
import-column-unknown = un valor en una columna que no conocemos: { $about }
import-value-unknown = ni sí ni no: { $about }
import-words-cut = se recortó, porque era demasiado largo { $about }
import-field-mended = un campo estaba escrito así: “{ $about }”
import-field-unreadable = el campo { $about } no se puede leer
import-title-missing = no tiene título
import-event-missing = no nombra ningún evento: { $about }
import-words-missing = nadie lo describió; en su lugar hay una frase sencilla con quién, dónde y cuándo
import-day-unreadable = esto no es un día en que se grabara: { $about }
import-duration-unlikely = esto no es una duración en segundos: { $about }
import-language-unknown = un idioma que no conocemos: { $about }
import-licence-unknown = ninguna licencia que conozcamos, así que todos los derechos quedan reservados: { $about }
import-people-unnamed = no es el nombre de nadie: { $about }
import-link-refused = un enlace que no se puede leer: { $about }
import-link-many = un enlace a muchas cosas: { $about }
import-link-dead = su servicio cerró definitivamente: { $about }
import-link-expired = estaba firmado solo para unas horas: { $about }
import-link-shared = otra charla muestra este archivo: { $about }
import-related-left-out = una página adjunta que no es una dirección web: { $about }
import-faults = sus palabras necesitan a la redacción: { $about }
