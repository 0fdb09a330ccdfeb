# What an import says, on the command line and on the desk. One idea a line.

# The command's report.
import-progress = { $done } lignes sur { $total }
import-row-mended = ligne { $row }, { $title } : { $why }
import-row-many = { $count } fois : { $why }
import-row-waiting = en attente : ligne { $row }, { $title } : { $why }
import-row-joined = rattachée : ligne { $row }, { $title } : { $why }
import-row-refused = refusée : ligne { $row }, { $title } : { $why }
import-total = { $total ->
    [one] { $total } ligne
   *[other] { $total } lignes
  } : { $taken ->
    [one] { $taken } retenue
   *[other] { $taken } retenues
  }, { $waiting } en attente de la rédaction, { $joined ->
    [one] { $joined } rattachée
   *[other] { $joined } rattachées
  }, { $refused ->
    [one] { $refused } refusée
   *[other] { $refused } refusées
  }, { $known ->
    [one] { $known } déjà traitée
   *[other] { $known } déjà traitées
  }.
import-total-waiting = { $total ->
    [one] { $total } ligne
   *[other] { $total } lignes
  } : { $waiting } en attente de la rédaction sur /desk/imports, { $taken ->
    [one] { $taken } retenue
   *[other] { $taken } retenues
  }, { $joined ->
    [one] { $joined } rattachée
   *[other] { $joined } rattachées
  }, { $refused ->
    [one] { $refused } refusée
   *[other] { $refused } refusées
  }, { $known ->
    [one] { $known } déjà traitée
   *[other] { $known } déjà traitées
  }.

# Words for a talk that pyvideo has none of; only what is known is said.
import-talk = Une présentation donnée à { $event }. Elle n’a pas encore de description.
import-talk-people = Une présentation donnée par { $people } à { $event }. Elle n’a pas encore de description.
import-talk-day = Une présentation donnée à { $event }, enregistrée le { $day }. Elle n’a pas encore de description.
import-talk-people-day = Une présentation donnée par { $people } à { $event }, enregistrée le { $day }. Elle n’a pas encore de description.
import-related = Voir aussi :

# The desk.
desk-imports = { $count ->
    [0] Imports
    [one] Imports : { $count } ligne attend
   *[other] Imports : { $count } lignes attendent
}
imports-title = Imports
imports-lead = Des listes que quelqu’un a apportées. Rien n’en est montré avant que la rédaction ne le retienne.
imports-none = Rien n’a encore été importé.
imports-open = Il s’est interrompu ou il est encore en cours ; relancer la même commande le reprend là où il en était.
import-kind-roster = Groupes
import-kind-pyvideo = Présentations
import-kind-opml = Sources
import-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
import-outcomes = Lignes selon leur issue
import-outcome-all = en tout
import-outcome-waiting = en attente
import-outcome-taken = retenue(s)
import-outcome-joined = rattachée(s)
import-outcome-refused = refusée(s)
import-none = Pas de ligne ici.
import-open = Ouvrir
import-take = Retenir ce qui est coché
import-take-all = Retenir tout ce qui est sur cette page
import-take-lead = Ce que vous retenez est montré, et votre nom y figure comme celui de la personne de la rédaction qui a décidé.
import-took = { $count ->
    [one] { $count } ligne a été retenue ou rattachée.
   *[other] { $count } lignes ont été retenues ou rattachées.
}
import-pages = Pages
import-earlier = Lignes précédentes
import-later = Lignes suivantes
import-page = Page { $page } sur { $pages }

# Why a row is refused.
import-row-empty = la ligne est vide
import-row-unreadable = elle ne peut pas être lue ({ $about })
import-row-too-large = elle dépasse { $about } Mio
import-name-missing = elle n’a pas de nom, et son site web ({ $about }) ne lui en donne pas
import-name-too-long = son nom est trop long : { $about }
import-country-unknown = « { $about } » n’est pas un pays de la norme ISO 3166
import-links-none = elle n’a pas de lien
import-links-refused = aucun de ses liens ne peut être montré ; le dernier : { $about }
import-address-missing = { $about } n’a pas d’adresse
import-address-refused = { $about } n’est pas une adresse que l’on peut interroger
import-declined = la rédaction a dit non : { $about }

# Why a row is joined.
import-same-row = la liste l’a deux fois ; identique à { $about }
import-same-name = le même nom et le même lieu : { $about }
import-same-website = le même site web : { $about }
import-same-link = le même lien : { $about }
import-same-address = nous la connaissons sous le nom { $about }
import-listed-before = { $about } figure déjà dans l’annuaire

# What was mended or left out.
import-name-by-website = nom tiré de son site web, { $about }
import-name-mended = le nom était écrit { $about }
import-defunct-in-words = son texte dit que le groupe ne se réunit plus : { $about }
import-country-mended = le pays était écrit { $about }
import-website-mended = le site web était écrit { $about }
import-website-more = un deuxième site web a été laissé de côté : { $about }
import-website-mail = une adresse e-mail n’est pas un site web
import-website-unreadable = ce n’est pas un site web : { $about }
import-kind-unknown = un type que nous ne connaissons pas : { $about }
import-place-of-no-city = des coordonnées sans ville désignent le milieu d’un pays ou ne sont qu’une supposition, et ont été laissées de côté : { $about }
import-place-unreadable = ce ne sont pas des coordonnées : { $about }
import-writing-mended = des octets qui ne sont pas de l’UTF-8 ont été lus comme Windows les écrit : { $about }
import-column-unknown = une valeur dans une colonne que nous ne connaissons pas : { $about }
import-value-unknown = ni oui ni non : { $about }
import-words-cut = coupé, car trop long { $about }
import-field-mended = un champ était écrit « { $about } »
import-field-unreadable = le champ { $about } ne peut pas être lu
import-title-missing = elle n’a pas de titre
import-event-missing = elle ne nomme aucun événement : { $about }
import-words-missing = personne ne l’a décrite ; une simple phrase disant qui, où et quand en tient lieu
import-day-unreadable = ce n’est pas un jour d’enregistrement : { $about }
import-duration-unlikely = ce n’est pas une durée en secondes : { $about }
import-language-unknown = une langue que nous ne connaissons pas : { $about }
import-licence-unknown = aucune licence que nous connaissions, donc tous droits réservés : { $about }
import-people-unnamed = ce n’est le nom de personne : { $about }
import-link-refused = un lien qui ne peut pas être lu : { $about }
import-link-many = un lien vers beaucoup de choses : { $about }
import-link-dead = son service a fermé pour de bon : { $about }
import-link-expired = il n’était signé que pour quelques heures : { $about }
import-link-shared = une autre présentation montre ce fichier : { $about }
import-related-left-out = une page à côté qui n’est pas une adresse web : { $about }
import-faults = son texte a besoin de la rédaction : { $about }
