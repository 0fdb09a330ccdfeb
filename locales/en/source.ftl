## Sources on the desk

source-add = Subscribe to a source
source-add-lead = It is asked again and again, as politely as its server wishes. What is there already waits for you to choose; what comes later is laid before the editors.
field-source = Its link
hint-source = A show’s feed, a group’s blog, a journal’s OAI address (with its set, if you like), a YouTube channel or playlist, a Flickr user or album.
field-source_title = What it is called here
hint-source_title = Leave it empty to use its own name, where that is ours to show.
field-source_group = Whose it is
hint-source_group = The group’s address on the roster, such as pyibadan. Leave it empty where it is no single group’s.
field-source_words = Words to look for
hint-source_words = One a line: only what holds one of them is laid before the editors. Without words: everything of a group’s own, and of others’ shows and journals what speaks of groups.
field-interval = How often
source-every-usual = Every six hours
source-every = { $hours ->
    [1] Every hour
    [24] Once a day
    [168] Once a week
   *[other] Every { $hours } hours
  }
source-subscribe = Subscribe
proposals-take-all = Take all
source-see = See the subscription
source-make = Subscribe to it
source-terms = Subscription
save-terms = Save
source-look = Ask it now
source-end = End the subscription
source-page = Its own page
source-owner = Its owner
source-kind-podcast = Show
source-kind-journal = Journal
source-kind-blog = Blog
source-kind-youtube = YouTube
source-kind-flickr = Flickr
source-kind-page = Not asked yet
source-unsubscribed = Not subscribed.
source-new = Subscribed; not asked yet.
source-well = Last asked { $at }.
source-failing = It did not answer as it should; it is asked again soon.
source-broken = It has failed too often since { $at }. It is asked once a day; look at its address.
source-ended = Ended { $at }.
source-next = Next: { $at }.
source-items = { $count ->
    [0] Nothing of it is known yet
    [one] One thing
   *[other] { $count } things
  }
source-items-taken = { $count ->
    [0] None of them was taken yet.
    [one] One was taken.
   *[other] { $count } were taken.
  }
source-event-subscribed = subscribed
source-event-ended = ended
source-event-moved = moved for good
source-event-broken = failed too often
source-event-mended = answers again
source-event-trusted = trusted
source-event-distrusted = no longer trusted
source-event-listed = listed by an import
source-event-moved-nowhere = moved for good to what is no address
source-event-edit-taken = its change was taken over
source-event-edit-left = its change was left
source-event-leave-yes = its owner said yes
source-event-leave-no = its owner said no
quota-youtube = YouTube’s API: { $left } of { $most } units left today.
quota-flickr = Flickr’s API: { $left } of { $most } queries left this hour.
trust-title = Trust
trust-none = Nobody trusts it: each thing waits for an editor.
trust-until = trusts it until { $at }: what it brings is published under that decision.
trust-grant = Trust it for a year
trust-revoke = Take the trust back
review-trusted = Published under { $editor }’s trust in its source, given { $at }.
trust-words = Its words are its provider’s to give. An editor confirms each of them, whoever trusts it.
edits-title = Changed at their source
edit-ours = Here
edit-theirs = There now
edit-in-review = Waits for an editor
edit-take = Take it over
edit-leave = Leave it as it is here
edit-gone-there = Its source calls it deleted.
desk-sources-broken = Sources that fail
error-source-single = “{ $about }” is one video or photo. Send it by the form; a source holds many.
error-group-unlisted = No group has the address “{ $about }” on the roster.
error-interval-odd = Between a quarter of an hour and thirty days, please.
error-trust-unsubscribed = “{ $about }” is not subscribed to; there is nothing to trust.
error-trust-words = The words of “{ $about }” are its provider’s. An editor confirms each of them.
error-edit-gone = “{ $about }” is not published and waits for nobody.

mail-source-broken-subject = { $title } has failed too often
mail-source-broken =
    You subscribed to { $title } for { $showcase }. It has failed five times in a row; the last time:

    { $detail }

    It is asked once a day from now on. See { $address }
mail-source-ended-subject = { $title } has ended
mail-source-ended =
    You subscribed to { $title } for { $showcase }. Its server says that it is gone for good ({ $detail }). What it brought stays. See { $address }
