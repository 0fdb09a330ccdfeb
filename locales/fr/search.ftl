# Search: the field, what it found, and a way on where it found nothing.

nav-search = Rechercher
search-title = Recherche
search-title-of = « { $question } » : recherche
search-label = Trouver des soirées, des personnes, des groupes, des lieux
search-hint = Chaque mot compte. Du dernier, le début suffit.
search-button = Rechercher
search-description = Soirées, personnes, groupes et lieux chez { $name }
search-choices = Choisir le type, le pays, la langue ou l’année
search-kind = Type
search-country = Pays
search-language = Langue
search-year = Année
search-any-kind = Tous les types
search-any-country = Tous les pays
search-any-language = Toutes les langues
search-any-year = Toutes les années
search-kind-video = Vidéos
search-kind-photos = Photos
search-kind-audio = Audio
search-kind-article = Articles
search-kind-report = Comptes rendus
search-kind-group = Groupes
search-newest = { $entries ->
    [one] { $entries } publication pour l’instant.
   *[other] { $entries } publications en tout, la plus récente d’abord.
  }
search-found-entries = { $entries ->
    [one] { $entries } publication.
   *[other] { $entries } publications.
  }
search-found-groups = { $groups ->
    [one] { $groups } groupe.
   *[other] { $groups } groupes.
  }
search-found = { $entries ->
    [0] Aucune publication
    [one] Une publication
   *[other] { $entries } publications
  } et { $groups ->
    [one] { $groups } groupe.
   *[other] { $groups } groupes.
  }
search-none = Rien ici pour l’instant.
search-none-of = Rien trouvé pour « { $question } » pour l’instant.
search-some = Rien ne contient tous ces mots. Voici ce qui en contient quelques-uns.
search-said = Ce qui est dit :
search-all-groups = Voir les { $count } groupes
search-everything = Chercher partout, pas seulement dans ce que vous avez choisi
search-groups = Trouver un groupe dans l’annuaire
search-send = Vous connaissez une soirée qui manque ? Envoyez-la
search-pages = Pages
search-page = Page { $page } sur { $pages }
search-before = Résultats plus récents
search-behind = Plus de résultats
step-index = Notation de ce qui permet de la trouver
