# Search: the field, what it found, and a way on where it found nothing.

nav-search = Search
search-title = Search
search-title-of = “{ $question }”: search
search-label = Find evenings, people, groups, places
search-hint = Every word counts. The last may be only its beginning.
search-button = Search
search-description = Evenings, people, groups and places of { $name }
search-choices = Choose kind, country, language or year
search-kind = Kind
search-country = Country
search-language = Language
search-year = Year
search-any-kind = Every kind
search-any-country = Every country
search-any-language = Every language
search-any-year = Every year
search-kind-video = Videos
search-kind-photos = Photos
search-kind-audio = Sound
search-kind-article = Articles
search-kind-report = Reports
search-kind-group = Groups
search-newest = { $entries ->
    [one] One entry so far.
   *[other] All { $entries } entries, the newest first.
  }
search-found-entries = { $entries ->
    [one] One entry.
   *[other] { $entries } entries.
  }
search-found-groups = { $groups ->
    [one] One group.
   *[other] { $groups } groups.
  }
search-found = { $entries ->
    [0] No entry
    [one] One entry
   *[other] { $entries } entries
  } and { $groups ->
    [one] one group.
   *[other] { $groups } groups.
  }
search-none = Nothing here yet.
search-none-of = Nothing found for “{ $question }” yet.
search-some = Nothing has all of these words. Here is what has some of them.
search-said = What is said:
search-all-groups = See all { $count } groups
search-everything = Look in everything, not only in what you chose
search-groups = Find a group on the roster
search-send = Know of an evening that is missing? Send it
search-pages = Pages
search-page = Page { $page } of { $pages }
step-index = Noting what it is found by
search-before = Newer results
search-behind = More results
