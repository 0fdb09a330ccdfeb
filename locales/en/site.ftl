# Every text of the site. Plain, warm, exact: who does what by when.

skip = Skip to the page
nav-label = Site
nav-groups = Groups
nav-feed = Feed
nav-send = Send yours
nav-desk = Desk
foot-send = Send yours
foot-contact = Write to the editors
sign-out = Sign out

home-title = Home
home-claim = What usergroups did, evening by evening
home-aside = Take part
home-send = Was your group there?
home-send-lead = Paste a link, or write a report. No account. An editor answers within { $days ->
    [one] a day
   *[other] { $days } days
  }.
home-send-button = Send yours
home-follow = Follow
home-follow-lead = One feed with everything new.
home-listen-lead = What can be heard, for your podcast app:
podcast-title = { $name }: the podcast
home-new = New
home-where = Where groups meet
organizers-title = For organizers
organizers-lead = A video, the photos of an evening, a sentence on what was covered: that is enough. Somebody who could not be there will thank you.
empty-title = Nothing here yet. Yours can be the first.
empty-follow = Follow the feed now; the first entry will reach you.

groups-title = Groups
groups-lead = { $count ->
    [one] One group
   *[other] { $count } groups
  }, by country.
groups-count = { $count ->
    [one] one group
   *[other] { $count } groups
  }
groups-missing = Is yours missing?
entries-count = { $count ->
    [0] no entry yet
    [one] one entry
   *[other] { $count } entries
  }
group-unnamed = Group not named
group-next = Next
group-entries = Entries
group-part = Were you there?
group-part-lead = Send what others missed:
country-none = No country
language-none = Not said

entry-met = met { $day }
entry-coming = coming { $day }
entry-video = Video { $number }
entry-play = Play from YouTube
entry-play-means = Google will see that you watch.
entry-by = by { $author }
entry-at-youtube = Watch on YouTube
entry-at-flickr = See it on Flickr
entry-at-podcast = Listen where it comes from
entry-at-journal = Read it in the journal
entry-at-blog = Read it on their blog
entry-at-vimeo = Watch on Vimeo
entry-at-peertube = Watch on PeerTube
entry-at-archive = Open it at the Internet Archive
entry-at-page = Open the page
entry-subscribe = Subscribe to the show itself:
entry-at-upload = Listen
entry-listen = Listen
entry-listen-to = Sound { $number }
entry-at-tour = World tour
entry-postcard = A postcard by
entry-chapters = Chapters
entry-transcript = What is said
entry-transcript-vtt = Transcript (WebVTT)
entry-transcript-srt = Transcript (SRT)
entry-transcript-txt = Transcript (text)
entry-cite = How to cite it
entry-copies = Elsewhere
entry-file = The sound as a file
entry-document = PDF
entry-source-page = More of { $title }
entry-photos = Photos
entry-photo = Photo { $number } of the evening
entry-photo-away = Photo { $number }: on Flickr only, as its owner wishes
entry-photo-there = Photo { $number }: open it where its owner shows it
entry-group = Group
entry-people = People
entry-sent-by = Sent by
entry-published = Published
entry-licence = Licence
entry-remove = Is this you? Ask for removal
link-embedding-off = Since { $at } its owner does not let other sites show it. Open it where it is.
link-private = Since { $at } only its owner can open it.
link-gone = Since { $at } it is not there any more.
link-blocked = Since { $at } we cannot open it from here. You may be able to.
gone-since = What this entry showed is not there any more, or its owner keeps it to themselves. We took it off on { $at }.
gone-back = We go on looking. When it is back, this page is, too.
gone-decided = It was taken off on { $at }, by the editors or by whoever it belongs to.
gone-group = More of { $group }
notice-youtube = The video is YouTube’s to show.
notice-youtube-terms = YouTube’s terms
notice-google-privacy = Google’s privacy policy
notice-flickr = Photos come from Flickr, a service of SmugMug, and belong to their owners. This site uses the Flickr API but is not endorsed or certified by SmugMug, Inc.

about-covered = what was covered
about-began = how the group began
about-typical = a typical meeting
about-coming = what is coming
about-came = what was planned

kind-video = Video
kind-photo = Photo
kind-photos = Photos
kind-report = Report
kind-audio = Audio
kind-postcard = Postcard
kind-article = Article
kind-page = Page
kind-feed = Podcast
kind-journal = Journal
kind-list = Collection
kind-playlist = Playlist
kind-channel = Channel
kind-handle = Channel
kind-custom = Channel
kind-user = Channel or person
kind-user-short = Person
kind-album = Album
kind-album-short = Album
kind-gallery = Gallery
kind-gallery-short = Gallery
kind-group = Group’s photos
kind-item = Item of the Internet Archive

licence-all-rights-reserved = All rights reserved
licence-CC-BY-4-0 = Creative Commons Attribution 4.0 (CC BY)
licence-CC-BY-SA-4-0 = Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA)
licence-CC-BY-NC-4-0 = Creative Commons Attribution-NonCommercial 4.0 (CC BY-NC)
licence-CC-BY-NC-SA-4-0 = Creative Commons Attribution-NonCommercial-ShareAlike 4.0 (CC BY-NC-SA)
licence-CC-BY-ND-4-0 = Creative Commons Attribution-NoDerivatives 4.0 (CC BY-ND)
licence-CC-BY-NC-ND-4-0 = Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 (CC BY-NC-ND)
licence-CC-BY-2-0 = Creative Commons Attribution 2.0 (CC BY)
licence-CC-BY-SA-2-0 = Creative Commons Attribution-ShareAlike 2.0 (CC BY-SA)
licence-CC-BY-NC-2-0 = Creative Commons Attribution-NonCommercial 2.0 (CC BY-NC)
licence-CC-BY-NC-SA-2-0 = Creative Commons Attribution-NonCommercial-ShareAlike 2.0 (CC BY-NC-SA)
licence-CC-BY-ND-2-0 = Creative Commons Attribution-NoDerivatives 2.0 (CC BY-ND)
licence-CC-BY-NC-ND-2-0 = Creative Commons Attribution-NonCommercial-NoDerivatives 2.0 (CC BY-NC-ND)
licence-CC-BY-3-0 = Creative Commons Attribution 3.0 (CC BY)
licence-CC0-1-0 = No rights reserved (CC0)
licence-public-domain = Public domain

submit-title = Send yours
submit-lead = Paste a link to a meeting’s video or photos, to a podcast or an article, or write a report. No account. An editor answers within { $days ->
    [one] a day
   *[other] { $days } days
  }.
submit-next = What happens next
submit-next-jobs = Our jobs look at what you sent: a minute or two.
submit-next-editor = An editor reads it within { $days ->
    [one] a day
   *[other] { $days } days
  } and says yes, or why not.
submit-next-out = A yes puts it on the site and in the feed, under your name.
submit-good = What makes a good one
submit-good-what = One evening, all its videos and photos together.
submit-good-learn = A sentence on what one learns, and for whom.
submit-good-people = The names of those who spoke, as they wish to be named.
submit-what = What?
submit-group = Which group?
submit-covered = What was covered?
submit-leave = What may we do with it?
submit-who = Who are you?
choose = Choose one
check = Check your answers
send = Send
change = Change something
group-not-listed = Not listed: its name is below

field-links = Links
hint-links = Videos and photos of one meeting, one a line; or a playlist, channel, album, podcast’s feed, journal, article, page. None? Then your words below are a report.
submit-files = Files of your own
submit-files-more = More for a recording: what is said in it
submit-files-lead = None is needed. Where your browser runs scripts they go up while you write, and go on where they were when your line breaks; else they go with the form.
field-photos = Photos
hint-photos = JPEG, PNG, WebP or HEIC, several at once. Where and when they were taken is taken out of them.
field-voice = A postcard: your voice
hint-voice = Half a minute to three: what was it, and why should somebody come next time? Your phone’s recorder will do. It makes an episode of a video, album, article or report, and it travels in the monthly world tour.
field-speaker = Who speaks, if it is not you?
field-file = A recording of the evening
hint-file = A talk or an interview, as your phone or recorder made it. We bring it to the right loudness.
field-transcript = What is said, written down
hint-transcript = Of the recording or the video: SRT, WebVTT or plain text.
field-chapters = Chapters of the recording
hint-chapters = One a line: 0:00 Welcome, 12:34 Questions.
sent-as-photo = Photo
sent-as-postcard = Postcard
sent-as-recording = Recording
sent-as-transcript = Transcript
file-most = At most { $mib } MiB.
file-kept = We have { $file }.
file-without = Send it without { $file }.
file-add = Add them
file-sending = {"{"}file{"}"} is on its way.
file-sent = We have {"{"}file{"}"}.
file-failed = {"{"}file{"}"} could not be sent. Choose it again: it goes on where it was.
file-stopped = One file was not taken; look at it, then send again.
voice-now = Or record it now, where your phone has a recorder
file-broken = {"{"}file{"}"}: the line is broken. Trying again.
file-waiting = Your files are still on their way. The rest is sent when they are here.
file-stop = Leave it out
consent-voice = The voice is mine, or whoever speaks agreed: it may be published with this entry, in the podcast and in the monthly world tour. It can be taken back at any time, and is then removed everywhere.
consent-photos = The photos are mine to give, and those who can be recognised in them agreed that they are shown here.
consent-sound = Everybody who speaks in the recording agreed that it is published here and in the podcast, and any music in it may be.
field-group = Group
field-group_name = The group’s name
hint-group_name = Not listed? Type its name; we’ll add it.
field-group_city = City
field-group_country = Country
field-country = Country
field-words = Your words
hint-words = What will someone who missed it learn? One sentence is plenty beside a link. A report tells more, and may use Markdown: # a title, *stress*, - lists, [links](https://…).
field-about = What is your report about?
hint-about = Only where your words come without a link. A bare date and address is none: tell it to someone who was not there.
option-about-none = Something else
option-about-covered = What was covered at a meeting
hint-about-covered = Who showed what, what people asked, and what one takes home.
option-about-began = How the group began
hint-about-began = Who had the idea, how the first evening went, and what you would do again.
option-about-typical = What a typical meeting is like
hint-about-typical = Who comes, what happens first and last, and how a newcomer is met.
option-about-coming = What is coming
hint-about-coming = What one will learn there, and for whom. Give its day below: after it, it is no longer coming.
review-field-about = What the report is about
field-met_on = Day of the meeting
field-language = Language
field-may_show = You may show it here and in the feed.
field-may_copy = You may hold copies of the pictures, made smaller.
field-licence = Licence
hint-licence = What others may do with your words and, where they are yours, with the pictures.
field-sender_name = Your name
hint-sender_name = It stands under the entry.
field-sender_email = Email, optional
hint-sender_email = Only for our answer. Never shown.
field-title = Title
hint-title = As it will appear. A title found with the provider is only a suggestion.
field-people = People
hint-people = One a line.
field-reason = Why not
hint-reason = The sender reads this. Say what would make it a yes.

check-title = Check your answers
check-lead = This is what we understood. Nothing is sent yet.
check-no-words = no words of yours yet
check-kind = Kind

faults-title = Something needs your hand
faults-page = Error: { $title }
faults-kept = Your answers are kept.

status-title = Where it stands
status-thanks = Thank you, { $name }.
status-keep = Keep this link: our answer appears here.
status-busy = Our jobs are looking at it. This page looks again by itself.
status-waits = An editor answers here within { $days ->
    [one] a day
   *[other] { $days } days
  }.
status-published = It is published.
joined-shown = it is shown at { $address }
joined-waits = it waits for an editor.
status-joined-shown = Somebody sent the same before you, and it is shown already. Your words are kept; an editor sees them beside the other’s.
status-joined-waits = Somebody sent the same before you. Both wait for an editor together, and what becomes of it is said here.
status-see = See the entry
status-off = It was published, and is off the site now.
status-links = Your links and files
status-taken = What became of it
status-sent = What you sent
status-add = Add files
status-mails = Our mail to you
mail-text = What it says
mail-sent = Sent { $at }.
mail-waits = On its way.
mail-unsent = This showcase sends no mail: read it here.
medium-waiting = Not looked at yet.
medium-found = Found.
try-again = Try again

state-received = Received
state-resolving = With our jobs
state-in-review = Waiting for an editor
state-changes-requested = An editor asked for something
state-resubmitted = Sent again
state-accepted = Accepted
state-scheduled = Accepted, with a date
state-published = Published
state-declined = Not taken
state-withdrawn = Taken back
state-unavailable = Not available
state-failed = We could not read it
state-joined = Joined to the same
state-voice-taken-back = A voice was taken back
state-entry-withdrawn = Taken off the site
state-not-joined = Its voices could not be joined
state-tour-joined = Its voices were joined
state-not-mastered = It could not be brought to one loudness, and stays as it was sent
state-copied = A further copy was added
state-apart = Said not to be the same
state-link-followed = A link’s new address was taken

sign-in-title = Sign in
sign-in-lead = This link signs you in once.
sign-in-how = Editors sign in by a link that works once. Whoever runs this showcase makes one:
sign-in = Sign in
sign-in-mail = Editors sign in by a link that works once. Type the address we know you by:
sign-in-email = Your email
sign-in-send = Send the link
sign-in-asked = If { $email } is an editor’s address, a link is on its way there. It works once, for half an hour.

desk-title = Desk
desk-clear = Nothing waits. Good evening.
desk-busy = { $count ->
    [one] One submission is
   *[other] { $count } submissions are
  } with the jobs.
desk-waiting = { $count ->
    [one] One waits
   *[other] { $count } wait
  }
desk-age = { $days ->
    [0] today
    [one] a day
   *[other] { $days } days
  }
desk-sources = Sources and their owners
desk-stuck = Could not be read or shown
desk-links = Links that changed
desk-links-lead = Each was looked at several times over days before it stands here. Its sender was told.
desk-link-alive = It is there again. An entry that was off for it is back. Nothing to do.
desk-link-moved = Its page says that it is at another address for good. Open both; where they show the same, take the new address.
desk-link-embedding-off = Its owner does not let other sites show it any more. The entry links to it instead of playing it. Its sender may allow embedding again.
desk-link-private = Only its owner can open it now. Where nothing else was left to show, the entry is off and comes back by itself. Ask its sender.
desk-link-gone = There is nothing behind it any more. Where nothing else was left to show, the entry is off and comes back by itself. Ask its sender for another copy.
desk-link-blocked = We are not let to it from where this server is. Open it yourself; the entry still links to it.
desk-link-silent = Nobody has answered for it since then, so we know nothing. Open it yourself.
desk-link-tombstone = its tombstone
desk-link-follow = Take the new address
desk-link-look = Look now
desk-link-note = Seen
desk-dead = Dead letters
desk-dead-lead = Jobs that were given up. Trying again asks only for what is missing.
desk-tries = { $count ->
    [one] tried once
   *[other] tried { $count } times
  }
step-resolve = Asking the provider
step-prepare = Making pictures
step-draft = Drafting
step-mail = Sending mail
step-card = Drawing the card
step-poll = Asking a source
step-look = Looking at a link
step-announce = Telling the hub
desk-mails = Mail that was not sent
desk-mails-lead = This showcase sends no mail. What it would have written stands here and on each sender’s own page; copy it into a mail of your own where it matters.
desk-mails-wait = It is on its way, or the mail server would not take it.

review-title = Submission
review-sent = Sent
review-found = Found
review-found-lead = What the providers say: a check that expires after 30 days. Only the words in the form are published.
review-no-copy = No copies of the pictures.
doubles-title = { $count ->
    [one] One that may be the same
   *[other] { $count } that may be the same
  }
doubles-lead = Joined, this one ends here: its sender is told, its words stay beside the other, and media that the other does not have are added there. What you say is not asked again.
doubles-this = This one
doubles-other = The other
doubles-certain = The same link, guid or file
doubles-score = Likeness { $score } of 1000
doubles-for = Speaks for it
doubles-against = Speaks against it
doubles-join = The same: join
doubles-apart = Not the same
doubles-untitled = Without a title
double-links = Links
double-group = Group
double-day = Day
double-length = Length
joined-title = Sent by others too
joined-lead = Their words, kept as they came.
review-joined = It was joined to the same, sent earlier
sign-link-same = the same link
sign-guid-same = its source calls both the same
sign-guid-different = its source calls them two things
sign-enclosure-same = the same file
sign-title-same = the same title
sign-title-alike = titles that are alike
sign-title-common = the same title, as many have it
sign-title-different = other titles
sign-numbers-differ = two parts, numbers or years
sign-number-missing = a part’s number in one of them
sign-months-differ = two months
sign-day-same = the same day
sign-day-near = days that go together
sign-day-different = other days
sign-group-same = the same group
sign-group-different = other groups
sign-duration-same = the same length
sign-duration-near = nearly the same length
sign-duration-different = other lengths
sign-people-same = the same people
sign-people-different = other people
sign-picture-same = the same picture
sign-kind-different = two kinds of thing
error-not-joined = It cannot be joined to that one any more: look at both again.
review-skipped = { $count ->
    [one] One thing of it could not be read
   *[other] { $count } things of it could not be read
  }
review-mastered = Mastered: from { $before } to { $after } LUFS, highest true peak { $peak } dBTP, { $cut } s of silence cut off its ends.
review-agreed = { $by } agreed on { $at }, for the voice or faces of { $speaker }: “{ $wording }”
review-off = Take it off the site
review-off-means = Its page says that it is gone, its files are shown and heard no more, and its voices leave the world tours. Its address and its identity in feeds stay its own.
review-off-why = Why
review-off-hint = Its sender reads this.
review-off-now = Take it off
review-episode = It will be an episode of the podcast.
error-podcast-no-sound = Not in the podcast: it has no sound of its own.
error-podcast-no-leave = Not in the podcast: its owner has not said yes. Ask, and note the answer below.
error-podcast-lost = Not in the podcast: its sound is not there any more.
error-podcast-type = Not in the podcast: directories take MP3, M4A and MP4 alone. It stays in the showcase.
error-podcast-ending = Not in the podcast: directories want an address that ends as the file’s type does. It stays in the showcase.
review-events = What happened
review-words = As it will appear
review-who = Sender
review-leave = Leave given
review-show = To show it here and in the feed.
review-copy = To hold copies of the pictures, made smaller.
review-field-words = What was covered
review-hint-words = As it will appear. The sender’s words stand beside it. A report is Markdown.
review-hint-licence = As the sender gave it. It stands under the entry.
review-order = Order
actor-sender = the sender
actor-job = our jobs
voice-take-back = Take this voice back
voice-take-back-means = It is then heard nowhere any more: not here, not in the podcast, not in a world tour, the next one included. This cannot be undone.
voice-take-back-now = Take it back

tour-title = World tour: { $month }
tour-words = Organizers of usergroups say in a minute or two each what they did in { $month }. The chapters say who speaks, and where.
actor-import = an import
decided-by = { $state }, by { $actor }, { $at }.
review-words-of-source = Its source’s own words
review-leave-source = What its source and the source’s owner say, below.
review-parent = Taken out of what a source proposed
proposals-title = { $count ->
    [one] It proposes one thing
   *[other] It proposes { $count } things
  }
proposals-lead = Tick what is worth showing. Each becomes a submission of its own, is looked at by our jobs, and waits for your words.
proposals-rest = All others
proposals-take = Take the ticked
proposal-open = Look at it
proposals-done-title = The rest
proposals-done-lead = When you have taken what is worth showing, say that you are done. Take nothing? Then decline, with a reason.
proposals-done = Done with it
sources-title = Sources
sources-lead = What we subscribe to and what was sent, and what their owners say. A no takes all of a show or journal off the site, at whichever address it was found, for good.
sources-none = No source yet.
source-leave-yes = Its owner said yes.
source-leave-no = Its owner said no.
source-leave-none = Its owner was not asked yet.
source-say-yes = Note a yes
source-say-no = Note a no
field-leave_by = Who said it
publish = Publish
save = Save without deciding
decline = Decline
door-form = by the form
door-mail = by mail
door-command = from the command line
door-api = by a program
door-demo = by the demo
door-proposal = out of a feed or journal
door-source = by a subscription
door-tour = the monthly world tour
door-import = by an import

error-title = That did not work
error-home = To the start
error-groups = To the groups
error-desk = To the desk

error-not-a-link = This is no link. Copy the address from your browser’s address bar and paste it here.
error-link-scheme = This is no web address. Send one that begins with https://.
error-link-lookalike = This address only looks like a provider’s. Open the video or photo there and copy its address.
error-link-unknown-site = There is nothing on this page that we can show. Send a link to a video, to photos, to a feed, or to an article’s own page.
error-link-no-medium = This page shows no single video or photo. Open it and copy its address.
error-link-bad-id = The link is cut off or mistyped. Copy it once more.
error-link-private = This is a private link for a few people. Make the photo public and send its own address.
error-channel-name = YouTube does not tell us whose name this is. Open the channel’s page, choose “more”, “Share channel”, “Copy channel ID”, and send https://www.youtube.com/channel/ with that ID, which begins with UC, behind it.
error-owner-name = Flickr does not tell us whose name this is. Send the links of single photos, or the address of the photos’ feed.
error-link-collection = This link holds the things of many people. Send a link to an album, or to single videos or photos.
error-gone = It is not there, or it is private. If it is yours, make it public or unlisted, then try again.
error-private = Only you can open this. Set it to Unlisted or Public, then try again.
error-embedding-off = Its owner does not let other sites show it. Allow embedding in YouTube Studio, then try again.
error-blocked = Its site shows it in no country, or only to adults who have signed in. Lift that in YouTube Studio, then try again.
error-opted-out = Its owner does not want to be shown here.
error-not-yet-recorded = The broadcast is not over yet. Try again when it is.
error-provider-key = The provider refused our key. Whoever runs this showcase must mend PUGCAST_YOUTUBE_KEY or PUGCAST_FLICKR_KEY; then try again.
error-provider-quota = We have asked the provider as often as we may today. We go on by ourselves tomorrow.
error-provider-busy = The provider is out of order just now. We try again by ourselves; an editor sees it if that does not help.
error-provider-reply = The provider answered something that we cannot read. An editor looks into it.
error-address-refused = The link leads to an address that we do not open. Send the provider’s own link.
error-too-many-redirects = The link leads on and on. Send the address where it ends.
error-too-large = There is more behind the link than we take.
error-timeout = The provider did not answer in time. We try again by ourselves.
error-unreachable = The provider could not be reached. We try again by ourselves.
error-media-broken = The picture cannot be read, so a card with the title stands for it.
error-sound-broken = The recording cannot be read as sound. Send it again as MP3 or M4A.
error-media-too-large = The picture is larger than we read, so a card with the title stands for it.
error-media-child = The picture stopped our reader, so a card with the title stands for it.
error-sandbox = Pictures cannot be read safely on this machine. Whoever runs it sees how to mend that in /readyz.
error-hub-refused = The hub does not want to be told of our feeds. Look at PUGCAST_HUB.
error-mail-refused = The mail server would not take it. Look at the address.
error-mail-server = The mail server cannot be reached. We try again by ourselves.
error-mail-limit = So much was written to this address today that we stopped. Read it here.
error-internal = Something of ours went wrong, and we have noted it. Try again in a while.

error-links-missing = Paste a link, or write a report.
error-links-too-many = Send at most { $about } links at once.
error-group-missing = Choose your group, or type its name.
error-group-unknown = This group is not on the roster any more. Choose again, or type its name.
error-country-unknown = We do not know this country. Choose one of the list.
error-too-long = Too long: at most { $about } characters.
error-about-unknown = We do not know this kind of report. Choose one of the list.
error-coming-undated = Say on which day it will be: after it, it is no longer coming.
error-date-unreadable = This is no day. Write it as 2026-11-14.
error-language-unknown = We do not know this language. Choose one of the list.
error-sender-missing = Say who you are: a first name will do.
error-email-unreadable = This is no mail address. Mend it, or leave it empty.
error-leave-missing = We need your leave to show it.
error-licence-missing = Choose a licence.
error-title-missing = Give it a title.
error-words-missing = Say what was covered: one sentence is plenty.
error-reason-missing = Say why: the sender reads it.
error-nothing-to-show = None of its links can be shown. Try them again, or decline with a reason.

error-nothing-chosen = Tick at least one.
error-nothing-taken = Nothing of it was taken. Take something, or decline with a reason.
error-leave-unsaid = Name who said it.

error-upload-no-sound = This is no sound file that we know. Send what your phone or recorder made: MP3, M4A, WAV, FLAC, Ogg.
error-upload-no-photo = This is no photo that we know. Send JPEG, PNG, WebP or HEIC.
error-upload-no-text = This cannot be read as a transcript. Send SRT, WebVTT or plain text.
error-transcript-alone = A transcript needs what it writes down. Send the recording or the video’s link with it.
error-postcard-alone = A postcard needs what it speaks of. Give a link, or write some sentences on the evening.
error-postcard-length = A postcard is half a minute to three minutes long. Record it again, or send it as a recording.
error-voice-taken-back = It was taken back and is heard nowhere any more.
error-chapters-unreadable = “{ $about }” is no chapter. Write a time and a name: 12:34 Questions.
error-tus-sent-as = That is nothing that a file can be sent as. Say recording, postcard, photo or transcript in Upload-Metadata, or leave sent_as out.
error-upload-too-large = The file is larger than { $about } MiB. Send it smaller, or in parts.
error-upload-unkept = The file could not be kept just now. Your answers are; choose the file again and send it.
error-upload-busy = Too many files are on their way just now. Your answers are kept; choose the file again in an hour.
error-upload-gone = A file is not here any more: they are kept for a day. Choose it again.
error-upload-missing = Choose a file.
error-upload-twice = { $about } is here already. Leave one of the two out.
error-files-too-many = We take { $about } files at once. Send the others on the page that you get.
error-files-late = It was decided meanwhile and takes no more files. Write to the editors.
error-form-sent-before = This form was sent before; the file that came since is not in it. Add it on your page: { $about }
error-consent-missing = We can only publish it when everybody who is heard or seen in it agreed. Say so, or send it without the file.
error-not-found = There is no such page. The address may be mistyped, or what stood here is gone.
error-method-not-allowed = This address does not take that. Go back and use the page’s own buttons.
error-took-too-long = That took too long and was stopped. Try again.
error-tus-version = This address speaks the tus protocol 1.0.0. Send Tus-Resumable: 1.0.0.
error-tus-number = A header is missing or no number. Send Upload-Length with an announcement and Upload-Offset with a piece.
error-tus-offset = The piece does not begin where the file ends. Ask with HEAD how much is here, and go on from there.
error-tus-held = Another connection is sending this file. Wait for it to end, then go on.
error-tus-busy = Too many files wait for their forms. Try again in an hour, or send a link.
error-tus-full = There is no room for more of it. What came is kept for a day; try again later.
error-too-big = That is more than we take at once. Shorten it and send it again.
error-form-unreadable = We could not read what was sent. Go back and send it again.
error-forbidden = This did not come from our own page. Open the desk again and repeat it there.
error-sign-in-used = This sign-in link was used already or is too old. Ask for a new one.
error-decided = This was decided already: by you in another window, by another editor, or its sender took it back. Look at the desk.
error-document-misprinted = That feed is being mended. Try again in an hour.
error-database-locked = Our database is busy. Nothing that was sent is lost. Try again in a minute.
error-database-read-only = Our database takes nothing new just now. Nothing that was sent is lost. Try again in an hour.
error-database-unreachable = Our database cannot be reached just now. Nothing that was sent is lost. Try again in a while.
error-database-migration = Our database is being brought up to date. Try again in a while.

error-content-type = This form cannot be read in that form. Go back and send it again.
error-body-no-object = Send one JSON object with the answers as its fields.
error-field-unknown = There is no such field. Mend its name, or leave it out.
error-field-text = This is a text, or null, or left out.
error-field-list = This is a list of texts, or null, or left out.
error-field-truth = This is true or false.

# What programs read, RFC 9457: a title for the kind, a detail that says what to do.
problem-title-400 = Not understood
problem-title-403 = Not allowed
problem-title-404 = Not found
problem-title-405 = Another method
problem-title-408 = Took too long
problem-title-409 = Decided already
problem-title-413 = Too long
problem-title-415 = Not JSON
problem-title-500 = Out of order
problem-title-503 = Away for a while
problem-title-answers-faulty = Answers to mend
problem-title-key-used = Key used before
problem-not-found = There is nothing at this address. Look at its spelling; /api/openapi.json lists what there is.
problem-method-not-allowed = This address does not take that method. Use one that the Allow header names.
problem-form-unreadable = The address or what was sent cannot be read. Compare it with /api/openapi.json and send it again.
problem-too-big = This is longer than the { $most } KiB that we take at once. Shorten it and send it again.
problem-content-type = Send JSON, and say so: Content-Type: application/json.
problem-json-unreadable = This is no JSON: it breaks at line { $line }, column { $column }. Mend it there and send it again.
problem-answers-faulty = { $count ->
    [one] One answer needs
   *[other] { $count } answers need
  } mending; errors says which and how. Nothing was stored. Mend and send again, under the same key if you like.
problem-key-used = This Idempotency-Key was used for other answers. Send these under a new key, or the first ones again under this one.
problem-key-unreadable = An Idempotency-Key is one header of 1 to 255 printable ASCII characters. Mend it, or leave it out.
problem-not-stored = Our database is away. Wait as Retry-After says, then send the same again, under the same Idempotency-Key: it will be stored once.

## Feeds
feed-title-group = { $name } · { $showcase }
feed-title-part = { $showcase }: { $name }
feed-about-group = What { $name } does: its talks, photos and reports.
feed-about-group-in = What { $name } in { $place } does: its talks, photos and reports.
feed-about-country = What usergroups in { $name } do: their talks, photos and reports.
feed-about-nowhere = What usergroups do that meet in no one country: their talks, photos and reports.
feed-about-language = What usergroups do, in this language: { $name }.
feed-nowhere = No one country
rhythm-daily = About every day
rhythm-weekly = About every week
rhythm-fortnightly = About every two weeks
rhythm-monthly = About every month
opml-feeds = Feeds of { $showcase }
opml-roster = Roster of { $showcase }
opml-whole = The whole
opml-countries = Countries
opml-languages = Languages
opml-groups = Groups
opml-showcase = { $name }
opml-podcast = { $name } (podcast)

## Following
follow-title = Follow
follow-podcast = Listen in a podcast app:
follow-copy-podcast = In any other podcast app, paste this address
follow-silent = Nothing to listen to yet. Everything there is comes with the feed below.
follow-showcase = Read along in a feed reader; talks, photos, articles and reports all come with it:
follow-copy-showcase = In any other reader, paste this address
follow-formats = The same as:
follow-code = Show a code for your phone’s camera
follow-code-label = QR code of the address above
feeds-title = Feeds
feeds-lead = Follow everything, or only one country, one language or one group. No account, no app of ours: whichever one you use already.
feeds-read = Read
feeds-listen = Listen
feeds-more-groups = { $count ->
    [one] One more group has feeds; they stand on its page.
   *[other] { $count } more groups have feeds; they stand on their pages.
}
feeds-lists = All of them at once
feeds-lists-lead = Lists that feed readers and podcast apps can import (OPML):
feeds-check-lead = Does your group have a podcast or a feed of its own? We can look whether every app will take it.
feed-check-title = Check a feed
feed-check-lead = Paste the address of a feed. We read it once and say what is wrong with it, where, and how to mend it: by RSS 2.0, the Podcast Standards Project, Apple Podcasts and Podcasting 2.0. Nothing is kept.
feed-check-field = Address of the feed
feed-check-button = Check
feed-check-clean = Nothing to mend
feed-check-valid = It works; some things can be better
feed-check-faulty = Some apps will not take it as it is
feed-check-kind = This is { $kind }.
feed-check-musts = { $count ->
    [0] Nothing has to be mended.
    [one] One thing has to be mended.
   *[other] { $count } things have to be mended.
}
feed-check-shoulds = { $count ->
    [0] Nothing more would be better.
    [one] One thing would be better.
   *[other] { $count } things would be better.
}
feed-check-must = Has to be mended
feed-check-should = Would be better
feed-check-place = line { $line }, character { $column }
feed-check-more = And { $count } more of the kind.
error-feed-status = The server answers with status { $about }. Look whether the address opens in a browser.

## Parts of the showcase
countries-title = Countries
languages-title = Languages
part-empty = Nothing from here yet ({ $name }). Follow now; the first will reach you.
parts-empty = Nothing yet. The first entry will stand here.
entries-older = Older ones
people-title = People
people-next = More names
person-lead = { $count ->
    [one] In one entry here.
   *[other] In { $count } entries here.
}
person-you = Is this you, and do you want something changed or taken off? Write to us:

## Near you
near-title = Groups near you
near-lead = Type a city, a region or a country, in any script. We do not ask where you are.
near-field = City or country
near-find = Find
near-unknown = We know no place called “{ $typed }”. Try the next larger city, or the country.
near-none = No group in { $name } yet.
near-far = No group near { $name } yet. The closest ones:
near-found = Groups near { $name }:
near-start = Start one, with help
near-others = Did you mean another one?
near-entries = From { $name }
near-country = All from { $name }
places-source = Place names and positions:
places-source-name = GeoNames
country-source = Country names: Unicode CLDR (© Unicode, Inc., Unicode License v3)
map-source = Map: Natural Earth
map-label = Map of the groups
map-new = new this month
map-year = heard from this year
map-quiet = not heard from lately

## Reading
nav-near = Near you
nav-feeds = Listen
nav-organizers = Organizers
nav-about = About
nav-privacy = Privacy
about-title = About
about-what = Usergroups meet in hundreds of cities, evening after evening, and hardly anybody hears of it. Here they show what happened: talks, photos, interviews, articles and reports, gathered in one place and in feeds that anybody can follow.
about-how-title = How something gets here
about-how = Somebody who was there sends a link, a recording or a few words; no account is needed. An editor reads it and answers within { $days ->
    [one] a day
   *[other] { $days } days
}. Nothing is published by a machine alone.
about-who-title = Who makes it
about-who = Volunteers edit it; the software is open source, and anybody can run a showcase of their own.
about-use-title = What you may do with it
about-use = Each entry says its licence. The feeds are there to be used: in your app, on your group’s site, in your own programs.
about-sources-title = What we use from others
privacy-title = Privacy
privacy-readers = We do not count you, follow you or know you: no account, no analytics, nothing from other sites on any page. One cookie remembers the language you chose. Logs hold no addresses of readers.
privacy-video-title = Videos
privacy-video = Videos play from YouTube, and only after you press play on a page that says so. From then on Google sees that you watch.
privacy-senders-title = If you send something
privacy-senders = We keep what you wrote, and your mail address if you gave one, to answer you. The address is never shown or passed on. Your private link shows all of it and lets you take it back.
privacy-shown-title = If you are shown here
privacy-shown = You can have an entry about you changed or taken off; you need not say why.
privacy-providers-title = What we look up
privacy-providers = For a link we ask its provider (YouTube, Flickr and others) what it is. What they say is used to check and forgotten after 30 days; what is published are the words of whoever sent it, or an editor’s.
for-organizers-title = For organizers
for-organizers-lead = Show the world what your group does. It takes two minutes, and the next newcomer may be the one who reads it.
for-organizers-send-title = Send a link
for-organizers-send = The video of a talk, an album, a recording: paste the link and say in a sentence what was covered. An editor answers within { $days ->
    [one] a day
   *[other] { $days } days
}.
for-organizers-report-title = Write a report
for-organizers-report = What will someone who missed it learn? What was covered, how your group began, what a typical evening is like, what is coming. A bare date and place is none.
for-organizers-voice-title = Send a voice postcard
for-organizers-voice = Speak for half a minute up to three: who you are, what happened, for whom it is worth an evening. Each month the postcards become one world tour in the podcast.
for-organizers-interview-title = Give an interview, write an article
for-organizers-interview = Podcasts about usergroups and open journals look for people like you. Send us where it appeared, and it is shown here with a link to them first.
for-organizers-feed-title = Your group has a podcast, channel or blog?
for-organizers-feed = Send its address once: we look for what is new ourselves, and an editor decides what is shown.
for-organizers-start-title = Start a group
for-organizers-start = No group near you? Most began with three people and a table.
for-organizers-start-1 = Find one other person, and agree on a day of the month that stays.
for-organizers-start-2 = Take any room that is free and easy to reach: a library, a university, an office after six.
for-organizers-start-3 = Begin with one short talk and a question; leave half of the time for talking.
for-organizers-start-4 = Tell us, so that whoever looks for a group near you finds it.

# == The roster: how groups stand, and what people tell of groups and entries ==

heard-from = Heard from { $day } ({ $by })
heard-last = Last heard from in { $month }
heard-never = Not heard from yet
heard-gone = No longer meets
heard-gone-last = No longer meets; last heard from in { $month }
heard-know-more = { $heard }. Know more?
heard-tell-us = Tell us.
heard-by-video = video
heard-by-photos = photos
heard-by-audio = sound
heard-by-article = article
heard-by-report = report
heard-by-answer = an answer
heard-by-feed = its feed
life-new = New this month
life-year = Heard from this year
life-quiet = Not lately
life-unheard = Not heard from yet
life-gone = No longer meets

groups-tell = Tell us of it
group-first = First time?
group-since = Since
group-wrong = Wrong or gone? Tell us
group-more = More of it
group-kind-usergroup = Usergroup
group-kind-pyladies = PyLadies
group-nearby = Nearest groups
near-km = { $km } km

field-website = Website
hint-website = Its own page, or where it announces its meetings.
field-cost = What it costs
hint-cost = Free, a drink at the bar, a ticket.
field-organized_by = Organized by
hint-organized_by = Those who may be named here.
field-part = How to take part
hint-part = Come along, sign up, join the chat: what one does to be there.
field-first_time = For who comes the first time
hint-first_time = How large it is, where the door is, what happens first.
field-since = Meets since
hint-since = 2011, 2011-03 or 2011-03-14.
field-place = Where, in degrees
hint-place = North and east, as maps give them: 6.45, 3.4. A city’s middle will do, a country’s will not.
field-region = State or province
field-group_kind = Kind
field-detail = What the list says of it
hint-detail = Not shown to readers.
field-met-last = Known to have met, or to have answered, on
hint-met-last = It counts as a sign of life of that day.
field-join_to = Another one of the roster
hint-join_to = Its address here, or the last piece of it.
field-with = The other group
hint-with = Its address here, or the last piece of it. It becomes part of this one.

missing-title = A group that is missing
missing-lead = Tell us what you know of it. An editor answers within { $days ->
    [one] a day
   *[other] { $days } days
  } and puts it on the roster.
hint-group-called = As it calls itself.
missing-words = What should one know of it?
missing-words-hint = How you know of it, when it last met, who runs it.
hint-teller-name = Only editors see it.
alike-title = Is it one of these?
alike-lead = These have the same website or name, or are in the same city. Open one to look; what is wrong there can be said on its page.
alike-none = None of these: send it
alike-again = I have changed it: look again

correction-title = Wrong or gone: { $group }
correction-heading = Wrong or gone?
correction-lead = Tell us, and an editor looks into it within { $days ->
    [one] a day
   *[other] { $days } days
  }. No account.
correction-what = What is it?
correction-words = What do you know?
correction-words-hint = What would be right, and how one can see that.
matter-missing = It is not on the roster
matter-gone = It no longer meets
matter-moved = It meets elsewhere
matter-name = It has another name
matter-website = Its website is another
matter-other = Something else
matter-entry = Take the whole entry off
matter-own_name = Take only my name out
hint-matter-entry = Its page, its place in the feeds, its pictures and sounds.
hint-matter-own_name = The rest stays as it is.

removal-title = Is this you?
removal-lead = You are seen, heard or named in this entry and do not want that? Tell us. You need not prove who you are; an editor may ask.
removal-rule-hide = Ask for the whole entry, and it is off the site at once, until an editor has decided: within { $days ->
    [one] a day
   *[other] { $days } days
  }. It stays until then where an editor has looked at it for somebody before, or where many are asked for at once.
removal-rule-ask = An editor decides within { $days ->
    [one] a day
   *[other] { $days } days
  }. It stays until then.
removal-what = What shall go?
removal-words = Why?
removal-words-hint = Where in it you are, and what you do not want. Only editors read this.
removal-send = Ask for it

notice-title = Where it stands
notice-thanks = Thank you.
notice-off = It is off the site until then.
notice-state-waiting = Waiting for an editor
notice-state-done = Done
notice-state-declined = Left as it is
notice-became-added = It is on the roster.
notice-became-joined = It is on the roster already.
notice-became-edited = What is said of it was mended.
notice-became-gone = It is noted to meet no more.
notice-became-meets = It is noted to meet.
notice-became-removed = It is off the site for good.
notice-became-revised = The words were changed.
notice-became-kept = It stays as it is.
notice-became-declined = Nothing was changed.
notice-decided-by = { $state } Decided by { $actor }, { $at }.
notice-event-received = Received
notice-event-added = Put on the roster
notice-event-joined = Found on the roster
notice-event-edited = Mended
notice-event-gone = Noted to meet no more
notice-event-meets = Noted to meet
notice-event-removed = Taken off for good
notice-event-revised = Words changed
notice-event-kept = Kept
notice-event-declined = Declined

gone-asked-title = This page is off
gone-asked = Somebody in it asked for that. It comes back only if an editor decides so.

notices-title = Notices
notices-removal = { $count ->
    [one] One removal
   *[other] { $count } removals
  }
notices-group_wrong = { $count ->
    [one] one group that is wrong or gone
   *[other] { $count } groups that are wrong or gone
  }
notices-group_missing = { $count ->
    [one] one group that is missing
   *[other] { $count } groups that are missing
  }
notices-off = off until you decide
notice-removal = Removal
notice-group_wrong = Wrong or gone
notice-group_missing = Missing
notice-told = What was told
notice-who = By
notice-nameless = Somebody
notice-outcome = What became of it
notice-do = What to do
notice-entry = Entry
notice-look = everything known about it
notice-as-listed = As the roster will have it
notice-reason = Your words to whoever told it
notice-reason-hint = They read this. Needed where nothing is changed.
notice-add = Add it
notice-join = It is that one
notice-mend = Save
notice-decline = Leave it as it is
notice-desk-off = The entry is off the site until you decide.
notice-desk-removed = The entry is off the site.
removal-reason-hint = Whoever asked reads this; if it is taken off, whoever sent it does too.
removal-remove = Take it off for good
removal-keep = Keep it
removal-restore = Put it back
removal-revise-title = Without the name
removal-revise-lead = The entry stays, or comes back, in these words. They are a new revision; the old ones stay in our records.
removal-revise = Save these words

desk-groups-title = Groups
desk-groups-find = Name or city
desk-groups-life = How they stand
desk-groups-any = Any
desk-groups-look = Find
desk-groups-first = the first { $count } are shown
desk-group-said = What is said of it
desk-group-renaming = A new name has a new address. The old one leads there for ever.
desk-group-save = Save it
desk-group-life = Does it meet?
desk-group-past = Earlier addresses
desk-group-origin = Where the roster has it from
group-set-meets = It meets
group-set-gone = It no longer meets
group-event-listed = Put on the roster by a list
group-event-group-added = Put on the roster
group-event-group-edited = Changed
group-event-group-renamed = Renamed
group-event-group-gone = Noted to meet no more
group-event-group-meets = Noted to meet
group-event-group-merged = Another became part of it
merge-title = Two that are one
merge-lead = The one that goes becomes part of the one that stays.
merge-look = See what would move
merge-stays = Stays
merge-goes = Goes
merge-moves = What moves
merge-entries = { $count ->
    [0] No entry
    [one] One entry
   *[other] { $count } entries
  }
merge-coming = { $count ->
    [one] (one of them coming)
   *[other] ({ $count } of them coming)
  }
merge-submissions = { $count ->
    [0] No submission
    [one] One submission
   *[other] { $count } submissions
  }
merge-drafts = { $count ->
    [0] No draft that waits
    [one] One draft that waits
   *[other] { $count } drafts that wait
  }
merge-sources = { $count ->
    [0] No source
    [one] One source
   *[other] { $count } sources
  }
merge-notices = { $count ->
    [0] No notice
    [one] One notice
   *[other] { $count } notices
  }
merge-address = Its address, for ever:
merge-said = What will be said
merge-said-lead = The one that stays keeps what it says; where it says nothing, the other’s word counts. What is struck out stays in its events only.
merge-for-good = This cannot be undone here. All that is known of the one that goes is kept in the events of the one that stays.
merge-now = Make them one
merge-not = Leave both as they are

actor-asker = whoever asked for its removal
state-entry-held = Off the site, for somebody in it asked
state-entry-restored = Put back on the site
error-notices-too-many = So much was told just now that we take no more for an hour. Your answers are kept; send them again then, or write to the editors.
error-notice-words-missing = Say what you know: one sentence is plenty.
error-removal-words-missing = Say why: one sentence is plenty.
error-matter-missing = Choose one.
error-group-unnamed = Give its name, in letters or digits.
error-group-listed = A group of this name is in this place already: /groups/{ $about }. Join the two, or say what tells them apart.
error-group-kind-unknown = We do not know this kind of group. Choose one of the list.
error-website-unreadable = This is no web address. Write it as https://example.org.
error-since-unreadable = This is no year, month or day. Write it as 2011, 2011-03 or 2011-03-14.
error-place-unreadable = These are no degrees. Write north and east as 6.45, 3.4.
error-day-to-come = That day is still to come.
error-join-missing = Choose one of the roster, or give its address.
error-merge-itself = That is the same group. Give another one’s address.

home-follow-how = How to follow, and in which apps
first-run-title = This showcase is new
first-run-roster = Bring your roster, so that everybody finds a group near them:
first-run-editor = Invite editors; nobody publishes without one:
first-run-send = Send something of your own, and see how it gets here.
first-run-source = Subscribe to a channel, a feed or a journal: what is new there is laid before the editors.
desk-misprints = Feeds that could not be made well
desk-misprints-lead = What breaks a standard is not served; the last good one stays. Mend what is named, or tell whoever runs this service.

## For machines and other sites
# How link previews name this language: language_TERRITORY, as Open Graph has it.
preview-locale = en_US
feed-as-rss = { $name }
feed-as-atom = { $name } (Atom)
feed-as-json = { $name } (JSON Feed)
embed-entry = Show this on your own site
embed-group = Your group’s showcase on its own site
embed-lead = Copy one of these into your page. The frame sets no cookies and runs no scripts, and shows the newest by itself.
embed-frame = As a frame
embed-link = As a link
embed-more = More at { $showcase }
embed-all = All of { $name }
embed-none = Nothing published yet.
embed-gone = This is not shown here any more.
pair = { $label }: { $value }
