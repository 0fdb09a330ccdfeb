# What the command line says. One idea a line; the site's texts are in site.ftl.

demo-start = Une vitrine de publications d’exemple, sur une base de données vide dans { $folder }.
demo-replay = 1. La doublure des plateformes écoute sur { $url } (rien n’est demandé hors de cette machine).
demo-service = 2. pugcast sert { $url }
demo-sent = 3. Envoyé : { $submissions } envois avec { $links } liens, de groupes de { $countries } pays ; un avec un enregistrement par le formulaire, un par la porte des programmes, un par e-mail, un en ligne de commande.
demo-jobs = 4. Les automates interrogent les plateformes, vont chercher les images et rédigent les brouillons :
demo-progress =    Prêts : { $done } sur { $all }
demo-state =    { $state } : { $count }
demo-taken =    De ce que proposent une émission et une revue, la rédaction en retient { $count } ; les automates examinent chacune de ces choses :
demo-decided = 5. La rédaction a décidé : { $accepted } acceptés, { $declined } refusés avec une raison.
demo-subscribed =    Elle s’est abonnée à { $sources } sources, qui contiennent { $things } choses ; ce qui vient lui est soumis.
demo-voices =    { $count } personnes qui organisent ont enregistré chacune une carte postale ; le tour du monde de ce mois les assemble.
demo-feed = 6. Le flux { $url } contient { $items } publications, { $pictures } de ses images répondent, et il est bien formé.
demo-podcast =    Le podcast { $url } en contient { $episodes }, et ce qui y est à nous peut s’écouter.
demo-took = Tout va bien après { $seconds } s.
demo-look = Regardez : { $url }
demo-desk = Décidez vous-même (ce lien marche une seule fois, pendant un jour) : { $url }
demo-stop = Ctrl-C l’arrête et supprime le dossier.
demo-port = { $address } est occupé ; un port libre est pris à sa place.

export-progress = { $total } fichiers, dont { $written } nouveaux ou modifiés
export-done = { $folder } : { $total } fichiers, { $written } nouveaux ou modifiés, { $removed } supprimés.
export-failed = impossible à créer : { $about }
export-no-url = PUGCAST_URL n’est pas définie : les flux et les aperçus nomment { $url }, où personne d’autre ne les trouve.
