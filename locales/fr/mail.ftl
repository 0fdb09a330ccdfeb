# What our mail says. Plain text; the site's texts are in site.ftl.

mail-received-subject = Nous avons bien reçu « { $title } »
mail-received =
    Bonjour { $name },

    Merci : ce que vous avez envoyé à { $showcase } est bien arrivé. Nos automates l’examinent, puis la rédaction répond sous { $days ->
        [one] 24 heures
       *[other] { $days } jours
    }.

    Où cela en est : { $address }
    Gardez ce lien pour vous : qui l’a peut voir et changer ce que vous avez envoyé.
    { $text }
    Par votre message, vous nous autorisez à le montrer sur le site et dans le flux. Si ce n’est pas ce que vous vouliez, ou si quelqu’un d’autre a utilisé votre adresse, répondez à cet e-mail.

mail-unavailable-subject = Nous ne pouvons pas encore montrer « { $title } »
mail-unavailable =
    Bonjour { $name },

    { $text }

    Une fois la correction faite, appuyez sur « Réessayer » ici : { $address }

mail-accepted-subject = « { $title } » est publié
mail-accepted =
    Bonjour { $name },

    Merci. C’est publié : { $text }

    Votre page de suivi : { $address }
    Quelque chose ne va pas ? Répondez à cet e-mail.

mail-declined-subject = « { $title } » n’est pas encore retenu
mail-declined =
    Bonjour { $name },

    Chez { $showcase }, la rédaction l’a lu et ne l’a pas retenu :

    { $text }

    Votre page de suivi : { $address }
    Vous pouvez l’envoyer à nouveau, modifié, à tout moment.

mail-link-subject = Un lien de « { $title } » a changé
mail-link =
    Bonjour { $name },

    { $text }

    Votre page de suivi : { $address }
    Nous avons vérifié plusieurs fois, sur plusieurs jours, avant de vous écrire. Quelque chose ne va pas ? Répondez à cet e-mail.

mail-link-alive = Ce lien que vous avez envoyé fonctionne de nouveau : { $address }
mail-link-moved = Ce lien que vous avez envoyé mène désormais à une autre adresse, pour de bon ; la rédaction s’en occupe : { $address }
mail-link-embedding-off = D’autres sites ne peuvent plus montrer cette vidéo : { $address } Autorisez de nouveau l’intégration, et nous la montrerons comme avant.
mail-link-private = Seul son propriétaire peut encore l’ouvrir : { $address } Réglez de nouveau la visibilité sur « Publique » ou « Non répertoriée », et nous le montrerons comme avant.
mail-link-gone = Ce lien que vous avez envoyé ne mène plus à rien : { $address } Si ce qu’il montrait est ailleurs maintenant, envoyez-le à nouveau.
mail-link-blocked = Notre serveur n’a plus accès à ceci : { $address } Si cela marche pour vous, il n’y a rien à faire.
mail-link-marked = Notre page le dit là où il le faut : { $address }
mail-link-withdrawn = Il n’en restait rien d’autre à montrer ; sa page est donc retirée pour le moment. Elle reviendra d’elle-même quand le lien fonctionnera de nouveau : { $address }
mail-link-restored = Sa page est revenue : { $address }
mail-taken-off-subject = « { $title } » a été retiré du site
mail-taken-off =
    Bonjour { $name },

    Chez { $showcase }, la rédaction a retiré « { $title } » du site, et dit pourquoi :

    { $text }

    Votre page de suivi : { $address }
    Vous voyez les choses autrement ? Répondez à cet e-mail.

mail-joined-subject = Nous avons déjà « { $title } »
mail-joined =
    Bonjour { $name },

    Merci. Quelqu’un a envoyé la même chose à { $showcase } avant vous : { $text }

    Votre texte est conservé, et la rédaction le voit à côté de l’autre. Votre page de suivi : { $address }
    C’est tout de même autre chose ? Répondez à cet e-mail.

mail-empty-subject = Votre e-mail ne contenait rien que nous puissions montrer
mail-empty =
    Bonjour { $name },

    Votre e-mail à { $showcase } ne contenait ni texte ni lien de vous ; ce qu’il citait ne compte pas, et nous ne pouvons pas prendre de fichiers par e-mail.

    Envoyez un lien vers la vidéo ou les photos de votre rencontre, ou quelques phrases sur ce qui a été abordé. Ou utilisez le formulaire : { $address }

mail-sign-in-subject = Votre lien vers le bureau, chez { $showcase }
mail-sign-in =
    Ce lien vous connecte une seule fois, dans la demi-heure :

    { $address }

    Vous ne l’avez pas demandé ? Alors laissez-le : personne n’entre sans lui.

mail-nobody = Quelqu’un
mail-remark-cut = Votre texte dépasse { $count } caractères. La rédaction voit les { $count } premiers ; votre e-mail est conservé en entier.
mail-remark-attachments = { $count ->
        [one] Le fichier qui l’accompagnait est conservé avec votre e-mail, mais n’est pas montré.
       *[other] Les { $count } fichiers qui l’accompagnaient sont conservés avec votre e-mail, mais ne sont pas montrés.
    } Mettez les vidéos, les photos et le son là où le web les trouve, et envoyez les liens.

mail-removal-subject = Quelqu’un demande le retrait de « { $title } »
mail-removal =
    Une personne qui apparaît dans « { $title } » ne veut pas être montrée par { $showcase }.

    Ce qu’elle dit, si la publication est hors du site en attendant, et ce que vous pouvez faire : { $address }

mail-notice-received-subject = Nous avons bien reçu votre message
mail-notice-received =
    Bonjour { $name },

    merci : ce que vous avez dit à { $showcase } est arrivé. La rédaction répond sous { $days ->
        [one] 24 heures
       *[other] { $days } jours
    }.

    Où cela en est : { $address }
    Gardez ce lien pour vous. Si quelqu’un d’autre a utilisé votre adresse, répondez à ce message.

mail-notice-settled-subject = Ce qu’est devenu votre message
mail-notice-settled =
    Bonjour { $name },

    la rédaction de { $showcase } a examiné ce que vous nous avez dit. { $text }

    Votre page à ce sujet : { $address }
    Vous voyez les choses autrement ? Répondez à ce message.
