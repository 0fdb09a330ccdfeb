# Every text of the site. Plain, warm, exact: who does what by when.

skip = Aller directement à la page
nav-label = Site
nav-groups = Groupes
nav-feed = Flux
nav-send = Faire un envoi
nav-desk = Bureau
foot-send = Faire un envoi
foot-contact = Écrire à la rédaction
sign-out = Se déconnecter

home-title = Accueil
home-claim = Ce que les groupes ont fait, soirée après soirée
home-aside = Participer
home-send = Et votre groupe, il y était ?
home-send-lead = Collez un lien, ou écrivez un compte rendu. Pas de compte à créer. La rédaction répond sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  }.
home-send-button = Faire un envoi
home-follow = Suivre
home-follow-lead = Un seul flux, avec tout ce qui est nouveau.
home-listen-lead = Ce qui s’écoute, pour votre application de podcasts :
podcast-title = { $name } : le podcast
home-new = Nouveautés
home-where = Où les groupes se réunissent
organizers-title = Pour celles et ceux qui organisent
organizers-lead = Une vidéo, les photos d’une soirée, une phrase sur ce qui a été abordé : cela suffit. Quelqu’un qui n’a pas pu venir vous dira merci.
empty-title = Rien ici pour l’instant. Votre envoi peut être le premier.
empty-follow = Suivez le flux dès maintenant ; la première publication vous parviendra.

groups-title = Groupes
groups-lead = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
  }, par pays.
groups-count = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
  }
groups-missing = Le vôtre manque ?
entries-count = { $count ->
    [0] pas encore de publication
    [one] une publication
   *[other] { $count } publications
  }
group-unnamed = Groupe non précisé
group-next = À venir
group-entries = Publications
group-part = Vous y étiez ?
group-part-lead = Envoyez ce que les autres ont manqué :
country-none = Sans pays
language-none = Sans précision

entry-met = rencontre du { $day }
entry-coming = à venir le { $day }
entry-video = Vidéo { $number }
entry-play = Lire depuis YouTube
entry-play-means = Google verra que vous regardez.
entry-by = par { $author }
entry-at-youtube = Voir sur YouTube
entry-at-flickr = Voir sur Flickr
entry-at-podcast = Écouter à la source
entry-at-journal = Lire dans la revue
entry-at-blog = Lire sur leur blog
entry-at-vimeo = Voir sur Vimeo
entry-at-peertube = Voir sur PeerTube
entry-at-archive = Ouvrir sur Internet Archive
entry-at-page = Ouvrir la page
entry-subscribe = S’abonner à l’émission elle-même :
entry-at-upload = Écouter
entry-listen = Écouter
entry-listen-to = Son { $number }
entry-at-tour = Tour du monde
entry-postcard = Une carte postale signée
entry-chapters = Chapitres
entry-transcript = Ce qui est dit
entry-transcript-vtt = Transcription (WebVTT)
entry-transcript-srt = Transcription (SRT)
entry-transcript-txt = Transcription (texte)
entry-cite = Comment le citer
entry-copies = Sur d’autres sites
entry-file = Le fichier son
entry-document = PDF
entry-source-page = En voir plus chez { $title }
entry-photos = Photos
entry-photo = Photo { $number } de la soirée
entry-photo-away = Photo { $number } : sur Flickr seulement, comme le souhaite la personne à qui elle appartient
entry-photo-there = Photo { $number } : à ouvrir là où la montre la personne à qui elle appartient
entry-group = Groupe
entry-people = Personnes
entry-sent-by = Envoyé par
entry-published = Publié le
entry-licence = Licence
entry-remove = C’est vous ? Demandez le retrait
link-embedding-off = Depuis le { $at }, son propriétaire ne laisse pas d’autres sites la montrer. Ouvrez-la là où elle est.
link-private = Depuis le { $at }, seul son propriétaire peut l’ouvrir.
link-gone = Depuis le { $at }, cela n’est plus là.
link-blocked = Depuis le { $at }, nous ne pouvons pas l’ouvrir d’ici. Vous le pouvez peut-être.
gone-since = Ce que montrait cette publication n’est plus là, ou la personne à qui cela appartient le garde pour elle. Nous l’avons retirée du site le { $at }.
gone-back = Nous continuons à regarder. Si cela revient, cette page revient aussi.
gone-decided = La rédaction ou la personne à qui cela appartient l’a retirée le { $at }.
gone-group = En voir plus chez { $group }
notice-youtube = C’est à YouTube qu’il revient de montrer la vidéo.
notice-youtube-terms = Conditions d’utilisation de YouTube
notice-google-privacy = Règles de confidentialité de Google
notice-flickr = Les photos viennent de Flickr, un service de SmugMug, et appartiennent à leurs propriétaires. Ce site utilise l’API de Flickr, mais n’est ni approuvé ni certifié par SmugMug, Inc.

about-covered = ce qui a été abordé
about-began = les débuts du groupe
about-typical = une rencontre typique
about-coming = ce qui est à venir
about-came = ce qui était prévu

kind-video = Vidéo
kind-photo = Photo
kind-photos = Photos
kind-report = Compte rendu
kind-audio = Audio
kind-postcard = Carte postale
kind-article = Article
kind-page = Page
kind-feed = Podcast
kind-journal = Revue
kind-list = Collection
kind-playlist = Playlist
kind-channel = Chaîne
kind-handle = Chaîne
kind-custom = Chaîne
kind-user = Chaîne ou personne
kind-user-short = Personne
kind-album = Album
kind-album-short = Album
kind-gallery = Galerie
kind-gallery-short = Galerie
kind-group = Photos du groupe
kind-item = Élément d’Internet Archive

licence-all-rights-reserved = Tous droits réservés
licence-CC-BY-4-0 = Creative Commons Attribution 4.0 (CC BY)
licence-CC-BY-SA-4-0 = Creative Commons Attribution - Partage dans les mêmes conditions 4.0 (CC BY-SA)
licence-CC-BY-NC-4-0 = Creative Commons Attribution - Pas d’utilisation commerciale 4.0 (CC BY-NC)
licence-CC-BY-NC-SA-4-0 = Creative Commons Attribution - Pas d’utilisation commerciale - Partage dans les mêmes conditions 4.0 (CC BY-NC-SA)
licence-CC-BY-ND-4-0 = Creative Commons Attribution - Pas de modification 4.0 (CC BY-ND)
licence-CC-BY-NC-ND-4-0 = Creative Commons Attribution - Pas d’utilisation commerciale - Pas de modification 4.0 (CC BY-NC-ND)
licence-CC-BY-2-0 = Creative Commons Attribution 2.0 (CC BY)
licence-CC-BY-SA-2-0 = Creative Commons Attribution - Partage dans les mêmes conditions 2.0 (CC BY-SA)
licence-CC-BY-NC-2-0 = Creative Commons Attribution - Pas d’utilisation commerciale 2.0 (CC BY-NC)
licence-CC-BY-NC-SA-2-0 = Creative Commons Attribution - Pas d’utilisation commerciale - Partage dans les mêmes conditions 2.0 (CC BY-NC-SA)
licence-CC-BY-ND-2-0 = Creative Commons Attribution - Pas de modification 2.0 (CC BY-ND)
licence-CC-BY-NC-ND-2-0 = Creative Commons Attribution - Pas d’utilisation commerciale - Pas de modification 2.0 (CC BY-NC-ND)
licence-CC-BY-3-0 = Creative Commons Attribution 3.0 (CC BY)
licence-CC0-1-0 = Aucun droit réservé (CC0)
licence-public-domain = Domaine public

submit-title = Faire un envoi
submit-lead = Collez un lien vers la vidéo ou les photos d’une rencontre, vers un podcast ou un article, ou écrivez un compte rendu. Pas de compte à créer. La rédaction répond sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  }.
submit-next = Ce qui se passe ensuite
submit-next-jobs = Nos automates examinent votre envoi : une minute ou deux.
submit-next-editor = La rédaction le lit sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  } et dit oui, ou pourquoi non.
submit-next-out = Si c’est oui, il paraît sur le site et dans le flux, sous votre nom.
submit-good = Ce qui fait un bon envoi
submit-good-what = Une seule soirée, avec toutes ses vidéos et toutes ses photos.
submit-good-learn = Une phrase sur ce qu’on y apprend, et à qui cela s’adresse.
submit-good-people = Le nom des personnes qui ont parlé, tel qu’elles souhaitent être nommées.
submit-what = De quoi s’agit-il ?
submit-group = Quel groupe ?
submit-covered = Qu’est-ce qui a été abordé ?
submit-leave = Que pouvons-nous en faire ?
submit-who = Qui êtes-vous ?
choose = Choisissez
check = Vérifier vos réponses
send = Envoyer
change = Changer quelque chose
group-not-listed = Pas dans la liste : son nom est ci-dessous

field-links = Liens
hint-links = Les vidéos et photos d’une même rencontre, un lien par ligne ; ou une playlist, une chaîne, un album, le flux d’un podcast, une revue, un article, une page. Pas de lien ? Alors votre texte ci-dessous est un compte rendu.
submit-files = Vos propres fichiers
submit-files-more = Pour compléter un enregistrement : ce qui y est dit
submit-files-lead = Aucun n’est nécessaire. Si votre navigateur exécute les scripts, vos fichiers sont transférés pendant que vous écrivez, et le transfert reprend là où il en était après une coupure ; sinon, ils partent avec le formulaire.
field-photos = Photos
hint-photos = JPEG, PNG, WebP ou HEIC, plusieurs à la fois. Le lieu et le moment de la prise de vue en sont effacés.
field-voice = Une carte postale : votre voix
hint-voice = D’une demi-minute à trois minutes : de quoi s’agissait-il, et pourquoi venir la prochaine fois ? Le dictaphone de votre téléphone suffit. Avec elle, une vidéo, un album, un article ou un compte rendu devient un épisode, et elle voyage dans le tour du monde mensuel.
field-speaker = Qui parle, si ce n’est pas vous ?
field-file = Un enregistrement de la soirée
hint-file = Une présentation ou un entretien, tel que votre téléphone ou votre enregistreur l’a capté. Nous l’amenons au bon niveau sonore.
field-transcript = Ce qui est dit, par écrit
hint-transcript = De l’enregistrement ou de la vidéo : SRT, WebVTT ou texte brut.
field-chapters = Chapitres de l’enregistrement
hint-chapters = Un par ligne : 0:00 Bienvenue, 12:34 Questions.
sent-as-photo = Photo
sent-as-postcard = Carte postale
sent-as-recording = Enregistrement
sent-as-transcript = Transcription
file-most = { $mib } Mio au plus.
file-kept = Nous avons bien { $file }.
file-without = Envoyer sans { $file }.
file-add = Les ajouter
file-sending = {"{"}file{"}"} est en route.
file-sent = Nous avons bien {"{"}file{"}"}.
file-failed = {"{"}file{"}"} n’a pas pu être transféré. Choisissez-le à nouveau : le transfert reprend là où il en était.
file-stopped = Un fichier n’a pas été accepté ; regardez lequel, puis envoyez à nouveau.
voice-now = Ou enregistrez-la maintenant, si votre téléphone a un dictaphone
file-broken = {"{"}file{"}"} : la connexion est coupée. Nouvel essai en cours.
file-waiting = Vos fichiers sont encore en route. Le reste partira quand ils seront arrivés.
file-stop = Le laisser de côté
consent-voice = La voix est la mienne, ou la personne qui parle a donné son accord : cette voix peut être publiée avec cette publication, dans le podcast et dans le tour du monde mensuel. Elle peut être retirée à tout moment, et est alors supprimée partout.
consent-photos = J’ai le droit de donner ces photos, et les personnes que l’on peut y reconnaître ont accepté que ces photos soient montrées ici.
consent-sound = Toutes les personnes qui parlent dans l’enregistrement ont accepté qu’il soit publié ici et dans le podcast, et toute musique qui s’y trouve peut l’être aussi.
field-group = Groupe
field-group_name = Le nom du groupe
hint-group_name = Pas dans la liste ? Saisissez son nom ; nous l’ajouterons.
field-group_city = Ville
field-group_country = Pays
field-country = Pays
field-words = Votre texte
hint-words = Qu’apprendra quelqu’un qui n’y était pas ? À côté d’un lien, une phrase suffit amplement. Un compte rendu en dit plus, et peut utiliser Markdown : # un titre, *emphase*, - listes, [liens](https://…).
field-about = De quoi parle votre compte rendu ?
hint-about = Seulement si votre texte vient sans lien. Une date et une adresse ne font pas un compte rendu : racontez à quelqu’un qui n’y était pas.
option-about-none = Autre chose
option-about-covered = Ce qui a été abordé lors d’une rencontre
hint-about-covered = Qui a montré quoi, ce que le public a demandé, et ce qu’on en retient.
option-about-began = Les débuts du groupe
hint-about-began = Qui a eu l’idée, comment s’est passée la première soirée, et ce que vous referiez.
option-about-typical = À quoi ressemble une rencontre typique
hint-about-typical = Qui vient, par quoi on commence et par quoi on finit, et comment on accueille les nouvelles têtes.
option-about-coming = Ce qui est à venir
hint-about-coming = Ce qu’on y apprendra, et à qui cela s’adresse. Donnez le jour ci-dessous : passé ce jour, ce n’est plus à venir.
review-field-about = De quoi parle le compte rendu
field-met_on = Jour de la rencontre
field-language = Langue
field-may_show = Vous pouvez le montrer ici et dans le flux.
field-may_copy = Vous pouvez conserver des copies des images, en plus petit.
field-licence = Licence
hint-licence = Ce que d’autres peuvent faire de votre texte et, si elles sont à vous, des images.
field-sender_name = Votre nom
hint-sender_name = Il figure sous la publication.
field-sender_email = E-mail, facultatif
hint-sender_email = Seulement pour notre réponse. Jamais montré.
field-title = Titre
hint-title = Tel qu’il paraîtra. Un titre trouvé sur la plateforme n’est qu’une suggestion.
field-people = Personnes
hint-people = Une par ligne.
field-reason = Pourquoi non
hint-reason = La personne qui l’a envoyé lira ceci. Dites ce qui en ferait un oui.

check-title = Vérifiez vos réponses
check-lead = Voici ce que nous avons compris. Rien n’est encore envoyé.
check-no-words = pas encore de texte de votre part
check-kind = Type

faults-title = Il reste quelque chose à corriger
faults-page = Erreur : { $title }
faults-kept = Vos réponses sont conservées.

status-title = Où cela en est
status-thanks = Merci, { $name }.
status-keep = Gardez ce lien : notre réponse paraîtra ici.
status-busy = Nos automates l’examinent. Cette page se met à jour d’elle-même.
status-waits = La rédaction répond ici sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  }.
status-published = C’est publié.
joined-shown = c’est visible à l’adresse { $address }
joined-waits = cela attend la rédaction.
status-joined-shown = Quelqu’un a envoyé la même chose avant vous, et c’est déjà visible. Votre texte est conservé ; la rédaction le voit à côté de l’autre.
status-joined-waits = Quelqu’un a envoyé la même chose avant vous. Les deux envois attendent ensemble la rédaction, et ce qu’il en advient sera dit ici.
status-see = Voir la publication
status-off = C’était publié, et ce n’est plus sur le site.
status-links = Vos liens et fichiers
status-taken = Ce que c’est devenu
status-sent = Ce que vous avez envoyé
status-add = Ajouter des fichiers
status-mails = Ce que nous vous avons écrit
mail-text = Ce qu’il dit
mail-sent = Envoyé le { $at }.
mail-waits = En route.
mail-unsent = Cette vitrine n’envoie pas d’e-mails : lisez-le ici.
medium-waiting = Pas encore examiné.
medium-found = Trouvé.
try-again = Réessayer

state-received = Reçu
state-resolving = Chez nos automates
state-in-review = En attente de la rédaction
state-changes-requested = La rédaction a demandé quelque chose
state-resubmitted = Envoyé à nouveau
state-accepted = Accepté
state-scheduled = Accepté, avec une date
state-published = Publié
state-declined = Non retenu
state-withdrawn = Retiré
state-unavailable = Non disponible
state-failed = Nous n’avons pas pu le lire
state-joined = Rattaché à un envoi identique
state-voice-taken-back = Une voix a été retirée
state-entry-withdrawn = Retiré du site
state-not-joined = Ses voix n’ont pas pu être assemblées
state-tour-joined = Ses voix ont été assemblées
state-not-mastered = Le niveau sonore n’a pas pu être uniformisé, et l’enregistrement reste tel qu’il a été envoyé
state-copied = Une copie de plus a été ajoutée
state-apart = Reconnu comme différent
state-link-followed = La nouvelle adresse d’un lien a été prise

sign-in-title = Se connecter
sign-in-lead = Ce lien vous connecte une seule fois.
sign-in-how = La rédaction se connecte par un lien qui ne marche qu’une fois. La personne qui gère cette vitrine en crée un :
sign-in = Se connecter
sign-in-mail = La rédaction se connecte par un lien qui ne marche qu’une fois. Saisissez l’adresse sous laquelle nous vous connaissons :
sign-in-email = Votre adresse e-mail
sign-in-send = Envoyer le lien
sign-in-asked = Si { $email } est une adresse de la rédaction, un lien est en route. Il marche une seule fois, pendant une demi-heure.

desk-title = Bureau
desk-clear = Rien n’attend. Bonne soirée.
desk-busy = { $count ->
    [one] Un envoi est
   *[other] { $count } envois sont
  } chez les automates.
desk-waiting = { $count ->
    [one] Un envoi attend
   *[other] { $count } envois attendent
  }
desk-age = { $days ->
    [0] aujourd’hui
    [one] un jour
   *[other] { $days } jours
  }
desk-sources = Les sources et leurs propriétaires
desk-stuck = Ce qui n’a pas pu être lu ou montré
desk-links = Liens qui ont changé
desk-links-lead = Chacun a été vérifié plusieurs fois, sur plusieurs jours, avant de figurer ici. La personne qui l’a envoyé a été prévenue.
desk-link-alive = Il est de nouveau là. Une publication retirée à cause de lui est revenue. Rien à faire.
desk-link-moved = Sa page dit qu’il est à une autre adresse, pour de bon. Ouvrez les deux ; si elles montrent la même chose, prenez la nouvelle adresse.
desk-link-embedding-off = Son propriétaire ne laisse plus d’autres sites la montrer. La publication y renvoie par un lien au lieu de la lire ici. La personne qui l’a envoyée peut autoriser de nouveau l’intégration.
desk-link-private = Seul son propriétaire peut encore l’ouvrir. S’il ne restait rien d’autre à montrer, la publication est retirée et reviendra d’elle-même. Demandez à la personne qui l’a envoyé.
desk-link-gone = Il n’y a plus rien derrière. S’il ne restait rien d’autre à montrer, la publication est retirée et reviendra d’elle-même. Demandez une autre copie à la personne qui l’a envoyé.
desk-link-blocked = De là où se trouve ce serveur, on ne nous laisse pas y accéder. Ouvrez-le vous-même ; la publication y renvoie toujours.
desk-link-silent = Personne n’a répondu pour lui depuis ce moment, nous ne savons donc rien. Ouvrez-le vous-même.
desk-link-tombstone = sa page d’adieu
desk-link-follow = Prendre la nouvelle adresse
desk-link-look = Vérifier maintenant
desk-link-note = Vu
desk-dead = Au rebut
desk-dead-lead = Ce à quoi les automates ont renoncé. Réessayer ne redemande que ce qui manque.
desk-tries = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
  }
step-resolve = Interroger la plateforme
step-prepare = Préparer les images
step-draft = Rédiger le brouillon
step-mail = Envoyer un e-mail
step-card = Dessiner la carte
step-poll = Interroger une source
step-look = Vérifier un lien
desk-mails = E-mails qui ne sont pas partis
desk-mails-lead = Cette vitrine n’envoie pas d’e-mails. Ce qu’elle aurait écrit figure ici et sur la page de chaque personne qui a fait un envoi ; copiez-le dans votre propre e-mail quand c’est important.
desk-mails-wait = Ils sont en route, ou le serveur de messagerie les a refusés.

review-title = Envoi
review-sent = Envoyé
review-found = Trouvé
review-found-lead = Ce que disent les plateformes : une vérification, qui expire après 30 jours. Seul le texte du formulaire est publié.
review-no-copy = Pas de copies des images.
doubles-title = { $count ->
    [one] Un doublon possible
   *[other] { $count } doublons possibles
  }
doubles-lead = Une fois rattaché, celui-ci s’arrête ici : la personne qui l’a envoyé est prévenue, son texte reste à côté de l’autre, et les médias que l’autre n’a pas y sont ajoutés. Votre réponse ne vous sera pas redemandée.
doubles-this = Celui-ci
doubles-other = L’autre
doubles-certain = Même lien, même guid ou même fichier
doubles-score = Ressemblance : { $score } sur 1000
doubles-for = Ce qui parle pour
doubles-against = Ce qui parle contre
doubles-join = C’est le même : rattacher
doubles-apart = Ce n’est pas le même
doubles-untitled = Sans titre
double-links = Liens
double-group = Groupe
double-day = Jour
double-length = Durée
joined-title = Envoyé aussi par d’autres
joined-lead = Leurs textes, conservés tels quels.
review-joined = Il a été rattaché à un envoi identique, arrivé plus tôt
sign-link-same = le même lien
sign-guid-same = leur source dit que c’est le même
sign-guid-different = leur source dit que ce sont deux choses
sign-enclosure-same = le même fichier
sign-title-same = le même titre
sign-title-alike = des titres qui se ressemblent
sign-title-common = le même titre, mais beaucoup le portent
sign-title-different = des titres différents
sign-numbers-differ = deux parties, numéros ou années
sign-number-missing = un numéro de partie dans l’un des deux
sign-months-differ = deux mois
sign-day-same = le même jour
sign-day-near = des jours qui vont ensemble
sign-day-different = des jours différents
sign-group-same = le même groupe
sign-group-different = des groupes différents
sign-duration-same = la même durée
sign-duration-near = presque la même durée
sign-duration-different = des durées différentes
sign-people-same = les mêmes personnes
sign-people-different = des personnes différentes
sign-picture-same = la même image
sign-kind-different = deux types de choses
error-not-joined = Il ne peut plus être rattaché à celui-là : regardez de nouveau les deux.
review-skipped = { $count ->
    [one] Une chose n’a pas pu y être lue
   *[other] { $count } choses n’ont pas pu y être lues
  }
review-mastered = Masterisé : de { $before } à { $after } LUFS, crête vraie maximale { $peak } dBTP, silence coupé aux deux bouts : { $cut } s.
review-agreed = { $by } a donné son accord le { $at }, pour { $speaker } (voix ou visages) : « { $wording } »
review-off = Retirer du site
review-off-means = Sa page dit que la publication n’est plus là, ses fichiers ne sont plus ni montrés ni donnés à entendre, et ses voix quittent les tours du monde. Elle garde son adresse et son identité dans les flux.
review-off-why = Pourquoi
review-off-hint = La personne qui l’a envoyé lira ceci.
review-off-now = Retirer
review-episode = Ce sera un épisode du podcast.
error-podcast-no-sound = Pas dans le podcast : il n’a pas de son à lui.
error-podcast-no-leave = Pas dans le podcast : son propriétaire n’a pas encore dit oui. Demandez-lui, et notez la réponse ci-dessous.
error-podcast-lost = Pas dans le podcast : son fichier son n’est plus là.
error-podcast-type = Pas dans le podcast : les répertoires de podcasts n’acceptent que MP3, M4A et MP4. Il reste dans la vitrine.
error-podcast-ending = Pas dans le podcast : les répertoires de podcasts veulent une adresse qui finit comme le type du fichier. Il reste dans la vitrine.
review-events = Ce qui s’est passé
review-words = Tel que cela paraîtra
review-who = Envoyé par
review-leave = Autorisation donnée
review-show = Le montrer ici et dans le flux.
review-copy = Conserver des copies des images, en plus petit.
review-field-words = Ce qui a été abordé
review-hint-words = Tel que cela paraîtra. Le texte de la personne qui l’a envoyé est à côté. Un compte rendu est en Markdown.
review-hint-licence = Telle que l’a donnée la personne qui l’a envoyé. Elle figure sous la publication.
review-order = Ordre
actor-sender = la personne qui l’a envoyé
actor-job = nos automates
voice-take-back = Retirer cette voix
voice-take-back-means = On ne l’entend alors plus nulle part : ni ici, ni dans le podcast, ni dans un tour du monde, le prochain compris. C’est irréversible.
voice-take-back-now = La retirer

tour-title = Tour du monde : { $month }
tour-words = Des personnes qui organisent des groupes racontent, en une minute ou deux chacune, ce qu’elles ont fait en { $month }. Les chapitres disent qui parle, et où.
actor-import = un import
decided-by = { $state }, par { $actor }, le { $at }.
review-words-of-source = Le texte de sa source
review-leave-source = Ce que disent sa source et le propriétaire de la source, ci-dessous.
review-parent = Tiré de ce qu’une source a proposé
proposals-title = { $count ->
    [one] Une chose proposée
   *[other] { $count } choses proposées
  }
proposals-lead = Cochez ce qui vaut d’être montré. Chaque chose devient un envoi à part entière, est examinée par nos automates et attend votre texte.
proposals-rest = Toutes les autres
proposals-take = Retenir ce qui est coché
proposal-open = Regarder
proposals-done-title = Le reste
proposals-done-lead = Quand vous avez retenu ce qui vaut d’être montré, dites que vous en avez fini. Rien à retenir ? Alors refusez, avec une raison.
proposals-done = Terminer
sources-title = Sources
sources-lead = Ce à quoi la vitrine est abonnée et ce qui a été envoyé, et ce qu’en disent les propriétaires. Un non retire pour de bon du site tout ce qui vient d’une émission ou d’une revue, quelle que soit l’adresse où on l’a trouvé.
sources-none = Pas encore de source.
source-leave-yes = Son propriétaire a dit oui.
source-leave-no = Son propriétaire a dit non.
source-leave-none = On n’a pas encore demandé à son propriétaire.
source-say-yes = Noter un oui
source-say-no = Noter un non
field-leave_by = Qui l’a dit
publish = Publier
save = Enregistrer sans décider
decline = Refuser
door-form = par le formulaire
door-mail = par e-mail
door-command = en ligne de commande
door-api = par un programme
door-demo = par la démonstration
door-proposal = tiré d’un flux ou d’une revue
door-source = par un abonnement
door-tour = le tour du monde mensuel
door-import = par un import

error-title = Cela n’a pas marché
error-home = Vers l’accueil
error-groups = Vers les groupes
error-desk = Vers le bureau

error-not-a-link = Ce n’est pas un lien. Copiez l’adresse depuis la barre d’adresse de votre navigateur et collez-la ici.
error-link-scheme = Ce n’est pas une adresse web. Envoyez-en une qui commence par https://.
error-link-lookalike = Cette adresse ne fait que ressembler à celle d’une plateforme. Ouvrez la vidéo ou la photo sur la vraie plateforme et copiez son adresse.
error-link-unknown-site = Il n’y a rien sur cette page que nous puissions montrer. Envoyez un lien vers une vidéo, vers des photos, vers un flux ou vers la page même d’un article.
error-link-no-medium = Cette page ne montre pas une vidéo ou une photo en particulier. Ouvrez celle que vous voulez et copiez son adresse.
error-link-bad-id = Le lien est coupé ou mal saisi. Copiez-le encore une fois.
error-link-private = C’est un lien privé, pour quelques personnes. Rendez la photo publique et envoyez sa propre adresse.
error-channel-name = YouTube ne nous dit pas à qui est ce nom. Ouvrez la page de la chaîne, choisissez « plus », « Partager la chaîne », « Copier l’ID de la chaîne », et envoyez https://www.youtube.com/channel/ suivi de cet ID, qui commence par UC.
error-owner-name = Flickr ne nous dit pas à qui est ce nom. Envoyez les liens des photos une par une, ou l’adresse du flux des photos.
error-link-collection = Ce lien rassemble les choses de beaucoup de gens. Envoyez un lien vers un album, ou vers des vidéos ou des photos précises.
error-gone = Ce n’est pas là, ou c’est privé. Si c’est à vous, réglez la visibilité sur « Publique » ou « Non répertoriée », puis réessayez.
error-private = Personne d’autre que vous ne peut l’ouvrir. Réglez la visibilité sur « Non répertoriée » ou « Publique », puis réessayez.
error-embedding-off = Son propriétaire ne laisse pas d’autres sites la montrer. Autorisez l’intégration dans YouTube Studio, puis réessayez.
error-blocked = Son site ne la montre dans aucun pays, ou seulement aux adultes, après connexion. Levez cette limite dans YouTube Studio, puis réessayez.
error-opted-out = Son propriétaire ne souhaite pas apparaître ici.
error-not-yet-recorded = La diffusion n’est pas encore terminée. Réessayez quand elle le sera.
error-provider-key = La plateforme a refusé notre clé. La personne qui gère cette vitrine doit corriger PUGCAST_YOUTUBE_KEY ou PUGCAST_FLICKR_KEY ; réessayez ensuite.
error-provider-quota = Nous avons interrogé la plateforme autant de fois que nous le pouvons aujourd’hui. Nous reprenons de nous-mêmes demain.
error-provider-busy = La plateforme est en panne en ce moment. Nous réessayons de nous-mêmes ; la rédaction le verra si cela ne suffit pas.
error-provider-reply = La plateforme a répondu quelque chose que nous ne pouvons pas lire. La rédaction s’en occupe.
error-address-refused = Le lien mène à une adresse que nous n’ouvrons pas. Envoyez le lien de la plateforme elle-même.
error-too-many-redirects = Le lien renvoie toujours plus loin. Envoyez l’adresse à laquelle il aboutit.
error-too-large = Ce qui est derrière ce lien dépasse ce que nous acceptons.
error-timeout = La plateforme n’a pas répondu à temps. Nous réessayons de nous-mêmes.
error-unreachable = La plateforme est injoignable. Nous réessayons de nous-mêmes.
error-media-broken = L’image ne peut pas être lue ; une carte portant le titre la remplace.
error-sound-broken = L’enregistrement ne peut pas être lu comme du son. Envoyez-le à nouveau en MP3 ou en M4A.
error-media-too-large = L’image est plus grande que ce que nous lisons ; une carte portant le titre la remplace.
error-media-child = L’image a fait s’arrêter notre lecteur ; une carte portant le titre la remplace.
error-sandbox = Les images ne peuvent pas être lues sans danger sur cette machine. La personne qui la gère voit dans /readyz comment y remédier.
error-mail-refused = Le serveur de messagerie l’a refusé. Vérifiez l’adresse.
error-mail-server = Le serveur de messagerie est injoignable. Nous réessayons de nous-mêmes.
error-mail-limit = Tant d’e-mails ont été écrits à cette adresse aujourd’hui que nous avons cessé. Lisez-le ici.
error-internal = Quelque chose n’a pas marché chez nous, et nous l’avons noté. Réessayez dans un moment.

error-links-missing = Collez un lien, ou écrivez un compte rendu.
error-links-too-many = Envoyez au plus { $about } liens à la fois.
error-group-missing = Choisissez votre groupe, ou saisissez son nom.
error-group-unknown = Ce groupe n’est plus dans l’annuaire. Choisissez à nouveau, ou saisissez son nom.
error-country-unknown = Nous ne connaissons pas ce pays. Choisissez-en un dans la liste.
error-too-long = Trop long : { $about } caractères au plus.
error-about-unknown = Nous ne connaissons pas ce type de compte rendu. Choisissez-en un dans la liste.
error-coming-undated = Dites quel jour ce sera : passé ce jour, ce n’est plus à venir.
error-date-unreadable = Ce n’est pas un jour. Écrivez-le ainsi : 2026-11-14.
error-language-unknown = Nous ne connaissons pas cette langue. Choisissez-en une dans la liste.
error-sender-missing = Dites qui vous êtes : un prénom suffit.
error-email-unreadable = Ce n’est pas une adresse e-mail. Corrigez-la, ou laissez vide.
error-leave-missing = Il nous faut votre autorisation pour le montrer.
error-licence-missing = Choisissez une licence.
error-title-missing = Donnez-lui un titre.
error-words-missing = Dites ce qui a été abordé : une phrase suffit amplement.
error-reason-missing = Dites pourquoi : la personne qui l’a envoyé le lira.
error-nothing-to-show = Aucun de ses liens ne peut être montré. Réessayez-les, ou refusez avec une raison.

error-nothing-chosen = Cochez au moins une chose.
error-nothing-taken = Rien n’en a été retenu. Retenez quelque chose, ou refusez avec une raison.
error-leave-unsaid = Nommez la personne qui l’a dit.

error-upload-no-sound = Ce n’est pas un fichier son que nous connaissons. Envoyez ce que votre téléphone ou votre enregistreur a produit : MP3, M4A, WAV, FLAC, Ogg.
error-upload-no-photo = Ce n’est pas une photo que nous connaissons. Envoyez du JPEG, du PNG, du WebP ou du HEIC.
error-upload-no-text = Ceci ne peut pas être lu comme une transcription. Envoyez du SRT, du WebVTT ou du texte brut.
error-transcript-alone = Une transcription a besoin de ce qu’elle transcrit. Envoyez avec elle l’enregistrement ou le lien de la vidéo.
error-postcard-alone = Une carte postale a besoin de ce dont elle parle. Donnez un lien, ou écrivez quelques phrases sur la soirée.
error-postcard-length = Une carte postale dure d’une demi-minute à trois minutes. Enregistrez-la à nouveau, ou envoyez-la comme enregistrement.
error-voice-taken-back = Elle a été retirée et ne s’entend plus nulle part.
error-chapters-unreadable = « { $about } » n’est pas un chapitre. Écrivez un temps et un nom : 12:34 Questions.
error-tus-sent-as = Un fichier ne peut pas être envoyé comme cela. Indiquez recording, postcard, photo ou transcript dans Upload-Metadata, ou omettez sent_as.
error-upload-too-large = Le fichier dépasse { $about } Mio. Envoyez-le en plus petit, ou en plusieurs parties.
error-upload-unkept = Le fichier n’a pas pu être conservé pour l’instant. Vos réponses le sont ; choisissez à nouveau le fichier et envoyez-le.
error-upload-busy = Trop de fichiers sont en route en ce moment. Vos réponses sont conservées ; choisissez à nouveau le fichier dans une heure.
error-upload-gone = Un fichier n’est plus là : ils sont conservés un jour. Choisissez-le à nouveau.
error-upload-missing = Choisissez un fichier.
error-upload-twice = { $about } est déjà là. Laissez l’un des deux de côté.
error-files-too-many = Nous acceptons { $about } fichiers à la fois. Envoyez les autres sur la page que vous recevrez.
error-files-late = La décision a été prise entre-temps et aucun fichier ne peut plus s’ajouter. Écrivez à la rédaction.
error-form-sent-before = Ce formulaire a déjà été envoyé ; le fichier arrivé depuis n’y est pas. Ajoutez-le sur votre page : { $about }
error-consent-missing = Nous ne pouvons le publier que si toutes les personnes qu’on y entend ou qu’on y voit ont donné leur accord. Dites-le, ou envoyez sans le fichier.
error-not-found = Cette page n’existe pas. L’adresse est peut-être mal saisie, ou ce qui était ici a disparu.
error-method-not-allowed = Cette adresse n’accepte pas cela. Revenez en arrière et utilisez les boutons de la page.
error-took-too-long = Cela a pris trop de temps et a été arrêté. Réessayez.
error-tus-version = Cette adresse parle le protocole tus 1.0.0. Envoyez Tus-Resumable: 1.0.0.
error-tus-number = Un en-tête manque ou n’est pas un nombre. Envoyez Upload-Length avec une annonce et Upload-Offset avec un morceau.
error-tus-offset = Le morceau ne commence pas là où le fichier s’arrête. Demandez avec HEAD combien il y en a ici, et continuez à partir de là.
error-tus-held = Une autre connexion envoie ce fichier. Attendez qu’elle se termine, puis continuez.
error-tus-busy = Trop de fichiers attendent leur formulaire. Réessayez dans une heure, ou envoyez un lien.
error-tus-full = Il n’y a pas de place pour la suite. Ce qui est arrivé est conservé un jour ; réessayez plus tard.
error-too-big = C’est plus que ce que nous acceptons en une fois. Raccourcissez et envoyez à nouveau.
error-form-unreadable = Nous n’avons pas pu lire ce qui a été envoyé. Revenez en arrière et envoyez-le à nouveau.
error-forbidden = Ceci ne venait pas de notre propre page. Ouvrez de nouveau le bureau et recommencez depuis là.
error-sign-in-used = Ce lien de connexion a déjà servi ou est trop ancien. Demandez-en un nouveau.
error-decided = La décision est déjà prise : par vous dans une autre fenêtre, par quelqu’un d’autre de la rédaction, ou bien la personne qui l’a envoyé l’a retiré. Voyez le bureau.
error-document-misprinted = Ce flux est en réparation. Réessayez dans une heure.
error-database-locked = Notre base de données est occupée. Rien de ce qui a été envoyé n’est perdu. Réessayez dans une minute.
error-database-read-only = Notre base de données n’accepte rien de nouveau en ce moment. Rien de ce qui a été envoyé n’est perdu. Réessayez dans une heure.
error-database-unreachable = Notre base de données est injoignable en ce moment. Rien de ce qui a été envoyé n’est perdu. Réessayez dans un moment.
error-database-migration = Notre base de données est en cours de mise à jour. Réessayez dans un moment.

error-content-type = Ce formulaire ne peut pas être lu sous cette forme. Revenez en arrière et envoyez-le à nouveau.
error-body-no-object = Envoyez un seul objet JSON dont les champs sont les réponses.
error-field-unknown = Ce champ n’existe pas. Corrigez son nom, ou omettez-le.
error-field-text = Il faut ici un texte, ou null, ou bien omettre le champ.
error-field-list = Il faut ici une liste de textes, ou null, ou bien omettre le champ.
error-field-truth = Il faut ici true ou false.

# What programs read, RFC 9457: a title for the kind, a detail that says what to do.
problem-title-400 = Pas compris
problem-title-403 = Pas autorisé
problem-title-404 = Introuvable
problem-title-405 = Une autre méthode
problem-title-408 = Trop de temps
problem-title-409 = Déjà décidé
problem-title-413 = Trop long
problem-title-415 = Pas du JSON
problem-title-500 = En panne
problem-title-503 = Indisponible pour un moment
problem-title-answers-faulty = Réponses à corriger
problem-title-key-used = Clé déjà utilisée
problem-not-found = Il n’y a rien à cette adresse. Vérifiez-en l’orthographe ; /api/openapi.json énumère ce qu’il y a.
problem-method-not-allowed = Cette adresse n’accepte pas cette méthode. Utilisez l’une de celles que nomme l’en-tête Allow.
problem-form-unreadable = L’adresse ou ce qui a été envoyé ne peut pas être lu. Comparez avec /api/openapi.json et envoyez à nouveau.
problem-too-big = C’est plus long que les { $most } Kio que nous acceptons en une fois. Raccourcissez et envoyez à nouveau.
problem-content-type = Envoyez du JSON, et dites-le : Content-Type: application/json.
problem-json-unreadable = Ce n’est pas du JSON : l’erreur est à la ligne { $line }, colonne { $column }. Corrigez-la et envoyez à nouveau.
problem-answers-faulty = { $count ->
    [one] { $count } réponse est à corriger ; errors dit laquelle
   *[other] { $count } réponses sont à corriger ; errors dit lesquelles
  } et comment. Rien n’a été enregistré. Corrigez et envoyez à nouveau, sous la même clé si vous voulez.
problem-key-used = Cette Idempotency-Key a servi pour d’autres réponses. Envoyez celles-ci sous une nouvelle clé, ou de nouveau les premières sous celle-ci.
problem-key-unreadable = Une Idempotency-Key est un seul en-tête de 1 à 255 caractères ASCII imprimables. Corrigez-la, ou omettez-la.
problem-not-stored = Notre base de données est indisponible. Attendez le temps que dit Retry-After, puis renvoyez la même chose, sous la même Idempotency-Key : elle sera enregistrée une seule fois.

## Feeds
feed-title-group = { $name } · { $showcase }
feed-title-part = { $showcase } : { $name }
feed-about-group = Ce que fait { $name } : ses présentations, photos et comptes rendus.
feed-about-group-in = Ce que fait { $name } ({ $place }) : ses présentations, photos et comptes rendus.
feed-about-country = Ce que font les groupes de ce pays ({ $name }) : leurs présentations, photos et comptes rendus.
feed-about-nowhere = Ce que font les groupes qui ne se réunissent pas dans un seul pays : leurs présentations, photos et comptes rendus.
feed-about-language = Ce que font les groupes, dans cette langue : { $name }.
feed-nowhere = Sans pays précis
rhythm-daily = À peu près chaque jour
rhythm-weekly = À peu près chaque semaine
rhythm-fortnightly = À peu près toutes les deux semaines
rhythm-monthly = À peu près chaque mois
opml-feeds = { $showcase } : les flux
opml-roster = { $showcase } : l’annuaire
opml-whole = Tout
opml-countries = Pays
opml-languages = Langues
opml-groups = Groupes
opml-showcase = { $name }
opml-podcast = { $name } (podcast)
step-announce = Prévenir le hub
error-hub-refused = Le hub ne veut pas entendre parler de nos flux. Vérifiez PUGCAST_HUB.

## Following
follow-title = Suivre
follow-podcast = Écoutez dans une application de podcasts :
follow-copy-podcast = Dans toute autre application de podcasts, collez cette adresse
follow-silent = Rien à écouter pour l’instant. Tout ce qu’il y a arrive avec le flux ci-dessous.
follow-showcase = Lisez dans un lecteur de flux ; présentations, photos, articles et comptes rendus, tout y arrive :
follow-copy-showcase = Dans tout autre lecteur, collez cette adresse
follow-formats = Le même flux en :
follow-code = Afficher un code pour l’appareil photo de votre téléphone
follow-code-label = Code QR de l’adresse ci-dessus
feeds-title = Flux
feeds-lead = Suivez tout, ou seulement un pays, une langue ou un groupe. Pas de compte à créer, pas d’application à nous : celle que vous utilisez déjà convient.
feeds-read = Lire
feeds-listen = Écouter
feeds-more-groups = { $count ->
    [one] Un autre groupe a des flux ; ils sont sur sa page.
   *[other] { $count } autres groupes ont des flux ; ils sont sur leurs pages.
}
feeds-lists = Tous à la fois
feeds-lists-lead = Des listes que les lecteurs de flux et les applications de podcasts peuvent importer (OPML) :
feeds-check-lead = Votre groupe a son propre podcast ou son propre flux ? Nous pouvons vérifier si toutes les applications l’accepteront.
feed-check-title = Vérifier un flux
feed-check-lead = Collez l’adresse d’un flux. Nous le lisons une fois et disons ce qui ne va pas, où, et comment le corriger, selon RSS 2.0, le Podcast Standards Project, Apple Podcasts et Podcasting 2.0. Rien n’est conservé.
feed-check-field = Adresse du flux
feed-check-button = Vérifier
feed-check-clean = Rien à corriger
feed-check-valid = Il fonctionne ; certaines choses peuvent être améliorées
feed-check-faulty = Certaines applications ne l’accepteront pas tel quel
feed-check-kind = C’est du { $kind }.
feed-check-musts = { $count ->
    [0] Rien n’est à corriger.
    [one] Une chose est à corriger.
   *[other] { $count } choses sont à corriger.
}
feed-check-shoulds = { $count ->
    [0] Rien de plus à améliorer.
    [one] Une chose serait à améliorer.
   *[other] { $count } choses seraient à améliorer.
}
feed-check-must = À corriger
feed-check-should = À améliorer
feed-check-place = ligne { $line }, caractère { $column }
feed-check-more = Et { $count } de plus du même type.
error-feed-status = Le serveur répond par le statut { $about }. Voyez si l’adresse s’ouvre dans un navigateur.

## Parts of the showcase
countries-title = Pays
languages-title = Langues
part-empty = Rien pour l’instant de ce côté ({ $name }). Suivez dès maintenant ; la première publication vous parviendra.
parts-empty = Rien pour l’instant. La première publication sera ici.
entries-older = Plus anciennes
people-title = Personnes
people-next = Plus de noms
person-lead = { $count ->
    [one] Dans { $count } publication ici.
   *[other] Dans { $count } publications ici.
}
person-you = C’est vous, et vous souhaitez que quelque chose soit changé ou retiré ? Écrivez-nous :

## Near you
near-title = Groupes près de chez vous
near-lead = Saisissez une ville, une région ou un pays, dans n’importe quelle écriture. Nous ne demandons pas où vous êtes.
near-field = Ville ou pays
near-find = Chercher
near-unknown = Nous ne connaissons aucun lieu nommé « { $typed } ». Essayez la grande ville la plus proche, ou le pays.
near-none = Pas encore de groupe ici ({ $name }).
near-far = Pas encore de groupe à proximité ({ $name }). Les plus proches :
near-found = Groupes à proximité ({ $name }) :
near-start = Lancez-en un, avec de l’aide
near-others = Pensiez-vous à un autre lieu ?
near-entries = Publications : { $name }
near-country = Toutes les publications : { $name }
places-source = Noms et positions des lieux :
places-source-name = GeoNames
country-source = Noms des pays : Unicode CLDR (© Unicode, Inc., Unicode License v3)
map-source = Carte : Natural Earth
map-label = Carte des groupes
map-new = du nouveau ce mois-ci
map-year = des nouvelles cette année
map-quiet = pas de nouvelles récentes

## Reading
nav-near = Près de chez vous
nav-feeds = Écouter
nav-organizers = Organiser
nav-about = À propos
nav-privacy = Vie privée
about-title = À propos
about-what = Les groupes se réunissent dans des centaines de villes, soirée après soirée, et presque personne n’en entend parler. Ici, ils montrent ce qui s’y est passé : présentations, photos, entretiens, articles et comptes rendus, réunis en un seul lieu et dans des flux que tout le monde peut suivre.
about-how-title = Comment une chose arrive ici
about-how = Quelqu’un qui y était envoie un lien, un enregistrement ou quelques mots ; pas de compte à créer. La rédaction lit l’envoi et répond sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
}. Rien n’est publié par une machine seule.
about-who-title = Qui s’en occupe
about-who = La rédaction est bénévole ; le logiciel est open source, et tout le monde peut ouvrir sa propre vitrine.
about-use-title = Ce que vous pouvez en faire
about-use = Chaque publication indique sa licence. Les flux sont là pour servir : dans votre application, sur le site de votre groupe, dans vos propres programmes.
about-sources-title = Ce que nous devons à d’autres
privacy-title = Vie privée
privacy-readers = Nous ne vous comptons pas, ne vous suivons pas et ne savons pas qui vous êtes : pas de compte, pas de mesure d’audience, rien d’autres sites sur aucune page. Un cookie retient la langue que vous avez choisie. Les journaux du serveur ne contiennent aucune adresse des personnes qui lisent.
privacy-video-title = Vidéos
privacy-video = Les vidéos sont lues depuis YouTube, et seulement une fois que vous lancez la lecture sur une page qui le dit. À partir de là, Google voit que vous regardez.
privacy-senders-title = Si vous envoyez quelque chose
privacy-senders = Nous conservons ce que vous avez écrit et, si vous l’avez donnée, votre adresse e-mail, pour vous répondre. L’adresse n’est jamais montrée ni transmise. Votre lien privé montre tout cela et vous permet de le retirer.
privacy-shown-title = Si l’on vous montre ici
privacy-shown = Vous pouvez faire changer ou retirer une publication qui parle de vous ; vous n’avez pas à dire pourquoi.
privacy-providers-title = Ce que nous consultons
privacy-providers = Pour un lien, nous demandons à sa plateforme (YouTube, Flickr et d’autres) ce que c’est. Ce qu’elle répond sert à vérifier et est oublié au bout de 30 jours ; ce qui est publié, c’est le texte de la personne qui l’a envoyé, ou celui de la rédaction.
for-organizers-title = Pour celles et ceux qui organisent
for-organizers-lead = Montrez au monde ce que fait votre groupe. Cela prend deux minutes, et la prochaine personne à vous rejoindre est peut-être celle qui le lira.
for-organizers-send-title = Envoyez un lien
for-organizers-send = La vidéo d’une présentation, un album, un enregistrement : collez le lien et dites en une phrase ce qui a été abordé. La rédaction répond sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
}.
for-organizers-report-title = Écrivez un compte rendu
for-organizers-report = Qu’apprendra quelqu’un qui n’y était pas ? Ce qui a été abordé, les débuts de votre groupe, à quoi ressemble une soirée typique, ce qui est à venir. Une date et un lieu ne font pas un compte rendu.
for-organizers-voice-title = Envoyez une carte postale, avec votre voix
for-organizers-voice = Parlez d’une demi-minute à trois minutes : qui vous êtes, ce qui s’est passé, pour qui cela vaut une soirée. Chaque mois, les cartes postales deviennent un tour du monde dans le podcast.
for-organizers-interview-title = Donnez un entretien, écrivez un article
for-organizers-interview = Les podcasts sur les groupes et les revues ouvertes cherchent des personnes comme vous. Envoyez-nous l’adresse où c’est paru : nous le montrons ici, avec d’abord un lien vers eux.
for-organizers-feed-title = Votre groupe a un podcast, une chaîne ou un blog ?
for-organizers-feed = Envoyez son adresse une seule fois : nous cherchons de nous-mêmes ce qu’il y a de nouveau, et la rédaction décide de ce qui est montré.
for-organizers-start-title = Lancez un groupe
for-organizers-start = Pas de groupe près de chez vous ? La plupart ont commencé avec trois personnes et une table.
for-organizers-start-1 = Trouvez une autre personne, et convenez d’un jour du mois qui ne change pas.
for-organizers-start-2 = Prenez n’importe quelle salle gratuite et facile d’accès : une bibliothèque, une université, un bureau après dix-huit heures.
for-organizers-start-3 = Commencez par une courte présentation et une question ; gardez la moitié du temps pour discuter.
for-organizers-start-4 = Dites-le-nous, pour que toute personne qui cherche un groupe près de chez elle le trouve.

heard-from = Dernières nouvelles le { $day } ({ $by })
heard-last = Dernières nouvelles en { $month }
heard-never = Pas encore de nouvelles
heard-gone = Ne se réunit plus
heard-gone-last = Ne se réunit plus ; dernières nouvelles en { $month }
heard-know-more = { $heard }. Vous en savez plus ?
heard-tell-us = Dites-le-nous.
heard-by-video = vidéo
heard-by-photos = photos
heard-by-audio = audio
heard-by-article = article
heard-by-report = compte rendu
heard-by-answer = une réponse
heard-by-feed = son flux
life-new = Du nouveau ce mois-ci
life-year = Des nouvelles cette année
life-quiet = Pas de nouvelles récentes
life-unheard = Pas encore de nouvelles
life-gone = Ne se réunit plus
groups-tell = Parlez-nous-en
group-first = C’est votre première fois ?
group-since = Depuis
group-wrong = Une erreur, ou un groupe disparu ? Dites-le-nous
group-more = Plus de détails
group-kind-usergroup = Groupe
group-kind-pyladies = PyLadies
group-nearby = À proximité
near-km = { $km } km
field-website = Site web
hint-website = Sa propre page, ou celle où il annonce ses rencontres.
field-cost = Ce que cela coûte
hint-cost = Gratuit, une consommation au bar, un billet.
field-organized_by = Organisé par
hint-organized_by = Les personnes qui peuvent être nommées ici.
field-part = Comment participer
hint-part = Venir, s’inscrire, rejoindre la discussion : ce que l’on fait pour y être.
field-first_time = Pour qui vient la première fois
hint-first_time = Combien de personnes viennent, où est la porte, par quoi on commence.
field-since = Se réunit depuis
hint-since = 2011, 2011-03 ou 2011-03-14.
field-place = Position, en degrés
hint-place = Latitude nord et longitude est, comme les cartes les donnent : 6.45, 3.4. Le centre d’une ville suffit, celui d’un pays non.
field-region = État, région ou province
field-group_kind = Type
field-detail = Ce qu’en dit la liste
hint-detail = Le public ne le voit pas.
field-met-last = On sait qu’il s’est réuni, ou a répondu, le
hint-met-last = Cela compte comme un signe de vie de ce jour-là.
field-join_to = Un autre groupe de l’annuaire
hint-join_to = Son adresse ici, ou la dernière partie de cette adresse.
field-with = L’autre groupe
hint-with = Son adresse ici, ou la dernière partie de cette adresse. Il fera partie de celui-ci.
missing-title = Un groupe qui manque
missing-lead = Dites-nous ce que vous en savez. La rédaction répond sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  } et l’ajoute à l’annuaire.
hint-group-called = Tel qu’il se nomme lui-même.
missing-words = Que faut-il en savoir ?
missing-words-hint = D’où vous le connaissez, quand il s’est réuni pour la dernière fois, qui l’organise.
hint-teller-name = Seule la rédaction le voit.
alike-title = Est-ce l’un de ceux-ci ?
alike-lead = Ceux-ci ont le même site web ou le même nom, ou sont dans la même ville. Ouvrez-en un pour voir ; ce qui y est faux peut se dire sur sa page.
alike-none = Aucun de ceux-ci : envoyer
alike-again = J’ai changé quelque chose : vérifier à nouveau
correction-title = Erreur, ou groupe disparu : { $group }
correction-heading = Une erreur, ou un groupe disparu ?
correction-lead = Dites-le-nous, et la rédaction s’en occupe sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  }. Pas de compte à créer.
correction-what = De quoi s’agit-il ?
correction-words = Que savez-vous ?
correction-words-hint = Ce qui serait juste, et comment on peut le voir.
matter-missing = Il n’est pas dans l’annuaire
matter-gone = Il ne se réunit plus
matter-moved = Il se réunit ailleurs
matter-name = Il a un autre nom
matter-website = Il a un autre site web
matter-other = Autre chose
matter-entry = Retirer toute la publication
matter-own_name = Ne retirer que mon nom
hint-matter-entry = Sa page, sa place dans les flux, ses images et ses sons.
hint-matter-own_name = Le reste demeure tel quel.
removal-title = C’est vous ?
removal-lead = On vous voit, on vous entend ou on vous nomme dans cette publication, et vous ne le souhaitez pas ? Dites-le-nous. Vous n’avez pas à prouver qui vous êtes ; la rédaction peut poser la question.
removal-rule-hide = Demandez le retrait de toute la publication, et elle quitte le site aussitôt, jusqu’à ce que la rédaction ait décidé : sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  }. Elle y reste jusque-là si la rédaction l’a déjà examinée pour quelqu’un, ou si beaucoup de retraits sont demandés à la fois.
removal-rule-ask = La rédaction décide sous { $days ->
    [one] 24 heures
   *[other] { $days } jours
  }. La publication reste en place jusque-là.
removal-what = Que faut-il retirer ?
removal-words = Pourquoi ?
removal-words-hint = À quel endroit vous y figurez, et ce que vous ne souhaitez pas. Seule la rédaction lit ceci.
removal-send = Demander le retrait
notice-title = Où cela en est
notice-thanks = Merci.
notice-off = En attendant, la publication n’est plus sur le site.
notice-state-waiting = En attente de la rédaction
notice-state-done = Fait
notice-state-declined = Laissé tel quel
notice-became-added = Il est dans l’annuaire.
notice-became-joined = Il est déjà dans l’annuaire.
notice-became-edited = Ce qui en est dit a été corrigé.
notice-became-gone = Il est noté qu’il ne se réunit plus.
notice-became-meets = Il est noté qu’il se réunit.
notice-became-removed = La publication est retirée du site pour de bon.
notice-became-revised = Le texte a été modifié.
notice-became-kept = La publication reste telle quelle.
notice-became-declined = Rien n’a été changé.
notice-decided-by = { $state } Décidé par { $actor }, le { $at }.
notice-event-received = Reçu
notice-event-added = Ajouté à l’annuaire
notice-event-joined = Trouvé dans l’annuaire
notice-event-edited = Corrigé
notice-event-gone = Noté : ne se réunit plus
notice-event-meets = Noté : se réunit
notice-event-removed = Retiré pour de bon
notice-event-revised = Texte modifié
notice-event-kept = Conservé
notice-event-declined = Refusé
gone-asked-title = Cette page est retirée
gone-asked = Une personne qui y figure l’a demandé. La page ne revient que si la rédaction le décide.
notices-title = Signalements
notices-removal = { $count ->
    [one] { $count } retrait
   *[other] { $count } retraits
  }
notices-group_wrong = { $count ->
    [one] { $count } groupe à corriger ou disparu
   *[other] { $count } groupes à corriger ou disparus
  }
notices-group_missing = { $count ->
    [one] { $count } groupe qui manque
   *[other] { $count } groupes qui manquent
  }
notices-off = hors du site jusqu’à votre décision
notice-removal = Retrait
notice-group_wrong = À corriger ou disparu
notice-group_missing = Manquant
notice-told = Ce qui a été signalé
notice-who = Par
notice-nameless = Quelqu’un
notice-outcome = Ce qu’il en est advenu
notice-do = Que faire
notice-as-listed = Tel qu’il sera dans l’annuaire
notice-reason = Votre réponse à la personne qui l’a signalé
notice-reason-hint = Elle lira ceci. Nécessaire si rien n’est changé.
notice-add = L’ajouter
notice-join = C’est celui-là
notice-mend = Enregistrer
notice-decline = Laisser tel quel
notice-desk-off = La publication est retirée du site jusqu’à votre décision.
notice-desk-removed = La publication est retirée du site.
removal-reason-hint = La personne qui l’a demandé lira ceci ; en cas de retrait, celle qui a envoyé la publication le lira aussi.
removal-remove = Retirer pour de bon
removal-keep = Conserver
removal-restore = Remettre sur le site
removal-revise-title = Sans le nom
removal-revise-lead = La publication reste, ou revient, avec ce texte. C’est une nouvelle version ; l’ancien texte reste dans nos archives.
removal-revise = Enregistrer ce texte
desk-groups-title = Groupes
desk-groups-find = Nom ou ville
desk-groups-life = Où ils en sont
desk-groups-any = Tous
desk-groups-look = Chercher
desk-groups-first = les { $count } premiers sont affichés
desk-group-said = Ce qui en est dit
desk-group-renaming = Un nouveau nom a une nouvelle adresse. L’ancienne y mène pour toujours.
desk-group-save = Enregistrer
desk-group-life = Se réunit-il ?
desk-group-past = Adresses antérieures
desk-group-origin = D’où l’annuaire le tient
group-set-meets = Il se réunit
group-set-gone = Il ne se réunit plus
group-event-listed = Ajouté à l’annuaire par une liste
group-event-group-added = Ajouté à l’annuaire
group-event-group-edited = Modifié
group-event-group-renamed = Renommé
group-event-group-gone = Noté : ne se réunit plus
group-event-group-meets = Noté : se réunit
group-event-group-merged = Un autre en fait désormais partie
merge-title = Deux qui n’en font qu’un
merge-lead = Celui qui disparaît fera partie de celui qui reste.
merge-look = Voir ce qui serait déplacé
merge-stays = Reste
merge-goes = Disparaît
merge-moves = Ce qui est déplacé
merge-entries = { $count ->
    [0] Aucune publication
    [one] Une publication
   *[other] { $count } publications
  }
merge-coming = { $count ->
    [one] (dont { $count } à venir)
   *[other] (dont { $count } à venir)
  }
merge-submissions = { $count ->
    [0] Aucun envoi
    [one] Un envoi
   *[other] { $count } envois
  }
merge-drafts = { $count ->
    [0] Aucun brouillon en attente
    [one] Un brouillon en attente
   *[other] { $count } brouillons en attente
  }
merge-sources = { $count ->
    [0] Aucune source
    [one] Une source
   *[other] { $count } sources
  }
merge-notices = { $count ->
    [0] Aucun signalement
    [one] Un signalement
   *[other] { $count } signalements
  }
merge-address = Son adresse, pour toujours :
merge-said = Ce qui sera dit
merge-said-lead = Celui qui reste garde ce qu’il dit ; là où il ne dit rien, c’est le texte de l’autre qui compte. Ce qui est barré ne reste que dans son historique.
merge-for-good = Ceci ne peut pas être annulé ici. Tout ce que l’on sait de celui qui disparaît est conservé dans l’historique de celui qui reste.
merge-now = N’en faire qu’un
merge-not = Laisser les deux tels quels
actor-asker = la personne qui a demandé son retrait
state-entry-held = Retiré du site, à la demande d’une personne qui y figure
state-entry-restored = Remis sur le site
error-notices-too-many = On nous a tant signalé à l’instant que nous n’acceptons plus rien pendant une heure. Vos réponses sont conservées ; envoyez-les à nouveau à ce moment-là, ou écrivez à la rédaction.
error-notice-words-missing = Dites ce que vous savez : une phrase suffit amplement.
error-matter-missing = Choisissez une réponse.
error-group-unnamed = Donnez son nom, en lettres ou en chiffres.
error-group-listed = Un groupe de ce nom est déjà dans ce lieu : /groups/{ $about }. Rattachez l’un à l’autre, ou dites ce qui les distingue.
error-group-kind-unknown = Nous ne connaissons pas ce type de groupe. Choisissez-en un dans la liste.
error-website-unreadable = Ce n’est pas une adresse web. Écrivez-la ainsi : https://example.org.
error-since-unreadable = Ce n’est ni une année, ni un mois, ni un jour. Écrivez ainsi : 2011, 2011-03 ou 2011-03-14.
error-place-unreadable = Ce ne sont pas des degrés. Écrivez la latitude nord et la longitude est ainsi : 6.45, 3.4.
error-day-to-come = Ce jour est encore à venir.
error-join-missing = Choisissez un groupe de l’annuaire, ou donnez son adresse.
error-merge-itself = C’est le même groupe. Donnez l’adresse d’un autre.
home-follow-how = Comment suivre, et avec quelles applications
first-run-title = Cette vitrine est toute nouvelle
first-run-roster = Apportez votre annuaire, pour que tout le monde trouve un groupe près de chez soi :
first-run-editor = Invitez des personnes à la rédaction ; rien n’est publié sans elle :
first-run-send = Faites vous-même un envoi, et voyez comment il arrive jusqu’ici.
first-run-source = Abonnez-vous à une chaîne, à un flux ou à une revue : ce qui y est nouveau est soumis à la rédaction.
desk-misprints = Flux qui n’ont pas pu être produits correctement
desk-misprints-lead = Ce qui enfreint une norme n’est pas diffusé ; la dernière bonne version reste. Corrigez ce qui est nommé, ou prévenez la personne qui gère ce service.
notice-entry = Publication
notice-look = tout ce que l’on en sait
error-removal-words-missing = Dites pourquoi : une phrase suffit.

## Pour les machines et les autres sites
# Comment les aperçus de liens nomment cette langue : langue_TERRITOIRE, comme l’écrit Open Graph.
preview-locale = fr_FR
feed-as-rss = { $name }
feed-as-atom = { $name } (Atom)
feed-as-json = { $name } (JSON Feed)
embed-entry = Montrer ceci sur votre propre site
embed-group = La vitrine de votre groupe sur son propre site
embed-lead = Copiez l’une des deux formes dans votre page. Le cadre ne dépose aucun cookie, n’exécute aucun script et montre de lui-même ce qui est nouveau.
embed-frame = Sous forme de cadre
embed-link = Sous forme de lien
embed-more = La suite sur « { $showcase } »
embed-all = Tout sur « { $name } »
embed-none = Rien n’est encore publié.
embed-gone = Ceci n’est plus montré ici.
pair = { $label } : { $value }
