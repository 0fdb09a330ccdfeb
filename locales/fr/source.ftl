## Sources on the desk

source-add = S’abonner à une source
source-add-lead = Elle est interrogée régulièrement, aussi poliment que son serveur le souhaite. Ce qui s’y trouve déjà attend votre choix ; ce qui vient plus tard est soumis à la rédaction.
field-source = Son lien
hint-source = Le flux d’une émission, le blog d’un groupe, l’adresse OAI d’une revue (avec son set, si vous voulez), une chaîne ou une playlist YouTube, un compte ou un album Flickr.
field-source_title = Comment elle s’appelle ici
hint-source_title = Laissez vide pour utiliser son propre nom, là où nous avons le droit de le montrer.
field-source_group = À qui elle appartient
hint-source_group = L’adresse du groupe dans l’annuaire, par exemple pyibadan. Laissez vide si elle n’est pas celle d’un seul groupe.
field-source_words = Mots à chercher
hint-source_words = Un par ligne : seul ce qui contient l’un d’eux est soumis à la rédaction. Sans mots : tout ce qui est à un groupe et, des émissions et revues d’autres, ce qui parle de groupes.
field-interval = À quelle fréquence
source-every-usual = Toutes les six heures
source-every = { $hours ->
    [1] Toutes les heures
    [24] Une fois par jour
    [168] Une fois par semaine
   *[other] Toutes les { $hours } heures
  }
source-subscribe = S’abonner
proposals-take-all = Tout retenir
source-see = Voir l’abonnement
source-make = S’y abonner
source-terms = Abonnement
save-terms = Enregistrer
source-look = L’interroger maintenant
source-end = Mettre fin à l’abonnement
source-page = Sa propre page
source-owner = Son propriétaire
source-kind-podcast = Émission
source-kind-journal = Revue
source-kind-blog = Blog
source-kind-youtube = YouTube
source-kind-flickr = Flickr
source-kind-page = Pas encore interrogée
source-unsubscribed = Pas d’abonnement.
source-new = Abonnement fait ; pas encore interrogée.
source-well = Interrogée pour la dernière fois le { $at }.
source-failing = Elle n’a pas répondu comme il faut ; elle sera bientôt interrogée de nouveau.
source-broken = Elle a échoué trop souvent depuis le { $at }. Elle est interrogée une fois par jour ; vérifiez son adresse.
source-ended = Terminé le { $at }.
source-next = Prochaine fois : { $at }.
source-items = { $count ->
    [0] On n’en connaît encore rien
    [one] Une chose
   *[other] { $count } choses
  }
source-items-taken = { $count ->
    [0] Rien n’en a encore été retenu.
    [one] Une a été retenue.
   *[other] { $count } ont été retenues.
  }
source-event-subscribed = abonnement fait
source-event-ended = abonnement terminé
source-event-moved = a déménagé pour de bon
source-event-broken = a échoué trop souvent
source-event-mended = répond de nouveau
source-event-trusted = confiance accordée
source-event-distrusted = confiance retirée
source-event-listed = mise dans la liste par un import
source-event-moved-nowhere = a déménagé pour de bon vers ce qui n’est pas une adresse
source-event-edit-taken = sa modification a été reprise
source-event-edit-left = sa modification a été laissée de côté
source-event-leave-yes = son propriétaire a dit oui
source-event-leave-no = son propriétaire a dit non
quota-youtube = API de YouTube : { $left } unités sur { $most } restent pour aujourd’hui.
quota-flickr = API de Flickr : { $left } requêtes sur { $most } restent pour cette heure.
trust-title = Confiance
trust-none = Personne ne lui fait confiance : chaque chose attend la rédaction.
trust-until = lui fait confiance jusqu’au { $at } : ce qu’elle apporte est publié en vertu de cette décision.
trust-grant = Lui faire confiance pendant un an
trust-revoke = Retirer la confiance
review-trusted = Publié grâce à la confiance accordée à sa source par { $editor } le { $at }.
trust-words = Ses textes relèvent de sa plateforme. La rédaction confirme chacun d’eux, quelle que soit la personne qui lui fait confiance.
edits-title = Modifié à la source
edit-ours = Ici
edit-theirs = Là-bas maintenant
edit-in-review = En attente de la rédaction
edit-take = Reprendre la modification
edit-leave = Laisser comme ici
edit-gone-there = Sa source dit qu’il est supprimé.
desk-sources-broken = Sources qui échouent
error-source-single = « { $about } » est une seule vidéo ou photo. Envoyez-la par le formulaire ; une source en contient beaucoup.
error-group-unlisted = Aucun groupe n’a l’adresse « { $about } » dans l’annuaire.
error-interval-odd = Entre un quart d’heure et trente jours, s’il vous plaît.
error-trust-unsubscribed = La vitrine n’est pas abonnée à « { $about } » ; il n’y a rien à quoi faire confiance.
error-trust-words = Les textes de « { $about } » relèvent de sa plateforme. La rédaction confirme chacun d’eux.
error-edit-gone = « { $about } » n’est pas publié et n’attend personne.

mail-source-broken-subject = { $title } a échoué trop souvent
mail-source-broken =
    Vous avez abonné { $showcase } à { $title }. Cette source a échoué cinq fois de suite ; la dernière fois :

    { $detail }

    Elle est désormais interrogée une fois par jour. Voyez { $address }
mail-source-ended-subject = { $title } a pris fin
mail-source-ended =
    Vous avez abonné { $showcase } à { $title }. Son serveur dit que la source a disparu pour de bon ({ $detail }). Ce qu’elle a apporté reste. Voyez { $address }
