# What our mail says. Plain text; the site's texts are in en.ftl.

mail-received-subject = We have “{ $title }”
mail-received =
    Hello { $name },

    thank you: what you sent to { $showcase } is here. Our jobs look at it, then an editor answers within { $days ->
        [one] a day
       *[other] { $days } days
    }.

    Where it stands: { $address }
    Keep this link to yourself: whoever has it can see and change what you sent.
    { $text }
    With your message you let us show it on the site and in the feed. If that is not what you meant, or if somebody else used your address, answer this mail.

mail-unavailable-subject = We cannot show “{ $title }” yet
mail-unavailable =
    Hello { $name },

    { $text }

    When you have mended it, press “Try again” here: { $address }

mail-accepted-subject = “{ $title }” is published
mail-accepted =
    Hello { $name },

    thank you. It is published: { $text }

    Your own page with it: { $address }
    Is something wrong with it? Answer this mail.

mail-declined-subject = “{ $title }” is not taken yet
mail-declined =
    Hello { $name },

    an editor of { $showcase } read it and did not take it:

    { $text }

    Your own page with it: { $address }
    You can send it again, changed, at any time.

mail-link-subject = A link of “{ $title }” has changed
mail-link =
    Hello { $name },

    { $text }

    Your own page with it: { $address }
    We looked several times over days before we wrote. Is something wrong with it? Answer this mail.

mail-link-alive = This link of yours works again: { $address }
mail-link-moved = This link of yours now leads to another address for good; an editor looks into it: { $address }
mail-link-embedding-off = Other sites may not show this video any more: { $address } Allow embedding again, and we show it as before.
mail-link-private = Only its owner can open this any more: { $address } Make it public or unlisted again, and we show it as before.
mail-link-gone = This link of yours leads to nothing any more: { $address } If it is elsewhere now, send it again.
mail-link-blocked = Our server is not let to this any more: { $address } If it works for you, nothing need be done.
mail-link-marked = Our page says so where it needs to: { $address }
mail-link-withdrawn = Nothing else of it was left to show, so its page is off for now. It comes back by itself when the link works again: { $address }
mail-link-restored = Its page is back: { $address }
mail-taken-off-subject = “{ $title }” was taken off
mail-taken-off =
    Hello { $name },

    an editor of { $showcase } took “{ $title }” off the site, and says why:

    { $text }

    Your own page with it: { $address }
    You see it otherwise? Answer this mail.

mail-joined-subject = We have “{ $title }” already
mail-joined =
    Hello { $name },

    thank you. Somebody sent { $showcase } the same before you: { $text }

    Your words are kept, and an editor sees them beside the other’s. Your own page with it: { $address }
    Is it something else after all? Answer this mail.

mail-empty-subject = Your mail held nothing that we can show
mail-empty =
    Hello { $name },

    your mail to { $showcase } had no words and no link of yours in it; what it quoted does not count, and files cannot be taken by mail.

    Send a link to your meeting’s video or photos, or some sentences on what was covered. Or use the form: { $address }

mail-sign-in-subject = Your link to the desk of { $showcase }
mail-sign-in =
    This link signs you in once, within half an hour:

    { $address }

    You did not ask for it? Then leave it: nobody gets in without it.

mail-nobody = Somebody
mail-remark-cut = Your words are longer than { $count } characters. An editor sees the first { $count }; the whole of your mail is kept.
mail-remark-attachments = { $count ->
        [one] The file that came with it is kept with your mail, but not shown.
       *[other] The { $count } files that came with it are kept with your mail, but not shown.
    } Put videos, photos and sound where the web finds them, and send the links.

mail-removal-subject = Somebody asks for the removal of “{ $title }”
mail-removal =
    Somebody in “{ $title }” does not want to be shown by { $showcase }.

    What they say, whether the entry is off the site meanwhile, and what you can do: { $address }

mail-notice-received-subject = We have what you told us
mail-notice-received =
    Hello { $name },

    thank you: what you told { $showcase } is here. An editor answers within { $days ->
        [one] a day
       *[other] { $days } days
    }.

    Where it stands: { $address }
    Keep this link to yourself. If somebody else used your address, answer this mail.

mail-notice-settled-subject = What became of what you told us
mail-notice-settled =
    Hello { $name },

    an editor of { $showcase } looked at what you told us. { $text }

    Your own page with it: { $address }
    You see it otherwise? Answer this mail.
