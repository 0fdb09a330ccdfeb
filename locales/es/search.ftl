# Search: the field, what it found, and a way on where it found nothing.

nav-search = Buscar
search-title = Buscar
search-title-of = “{ $question }”: búsqueda
search-label = Busca encuentros, personas, grupos, lugares
search-hint = Cuentan todas las palabras. De la última basta el comienzo.
search-button = Buscar
search-description = Encuentros, personas, grupos y lugares de { $name }
search-choices = Elegir tipo, país, idioma o año
search-kind = Tipo
search-country = País
search-language = Idioma
search-year = Año
search-any-kind = Todos los tipos
search-any-country = Todos los países
search-any-language = Todos los idiomas
search-any-year = Todos los años
search-kind-video = Videos
search-kind-photos = Fotos
search-kind-audio = Audio
search-kind-article = Artículos
search-kind-report = Crónicas
search-kind-group = Grupos
search-newest = { $entries ->
    [one] Una publicación hasta ahora.
   *[other] Las { $entries } publicaciones, primero las más recientes.
  }
search-found-entries = { $entries ->
    [one] Una publicación.
   *[other] { $entries } publicaciones.
  }
search-found-groups = { $groups ->
    [one] Un grupo.
   *[other] { $groups } grupos.
  }
search-found = { $entries ->
    [0] Ninguna publicación
    [one] Una publicación
   *[other] { $entries } publicaciones
  } y { $groups ->
    [one] un grupo.
   *[other] { $groups } grupos.
  }
search-none = Todavía no hay nada aquí.
search-none-of = Todavía no se encontró nada para “{ $question }”.
search-some = Nada tiene todas estas palabras. Aquí está lo que tiene algunas.
search-said = Lo que se dice:
search-all-groups = Ver los { $count } grupos
search-everything = Buscar en todo, no solo en lo que elegiste
search-groups = Busca un grupo en el directorio
search-send = ¿Sabes de un encuentro que falta? Envíalo
search-pages = Páginas
search-page = Página { $page } de { $pages }
search-before = Resultados más recientes
search-behind = Más resultados
step-index = Anotando con qué se encuentra
