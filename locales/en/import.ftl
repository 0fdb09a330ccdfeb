# What an import says, on the command line and on the desk. One idea a line.

# The command's report.
import-progress = { $done } of { $total } rows
import-row-mended = row { $row }, { $title }: { $why }
import-row-many = { $count } times: { $why }
import-row-waiting = waits: row { $row }, { $title }: { $why }
import-row-joined = joined: row { $row }, { $title }: { $why }
import-row-refused = refused: row { $row }, { $title }: { $why }
import-total = { $total } rows: { $taken } taken, { $waiting } waiting for an editor, { $joined } joined, { $refused } refused, { $known } seen to before.
import-total-waiting = { $total } rows: { $waiting } waiting for an editor at /desk/imports, { $taken } taken, { $joined } joined, { $refused } refused, { $known } seen to before.

# Words for a talk that pyvideo has none of; only what is known is said.
import-talk = A talk at { $event }. It has no description yet.
import-talk-people = A talk by { $people } at { $event }. It has no description yet.
import-talk-day = A talk at { $event }, recorded on { $day }. It has no description yet.
import-talk-people-day = A talk by { $people } at { $event }, recorded on { $day }. It has no description yet.
import-related = See also:

# The desk.
desk-imports = { $count ->
    [0] Imports
    [one] Imports: { $count } row waits
   *[other] Imports: { $count } rows wait
}
imports-title = Imports
imports-lead = Lists that somebody brought. Nothing of them is shown before an editor takes it.
imports-none = Nothing was imported yet.
imports-open = It broke off or still runs; running the same command again goes on where it was.
import-kind-roster = Groups
import-kind-pyvideo = Talks
import-kind-opml = Sources
import-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
import-outcomes = Rows by outcome
import-outcome-all = all
import-outcome-waiting = waiting
import-outcome-taken = taken
import-outcome-joined = joined
import-outcome-refused = refused
import-none = No row here.
import-open = Open
import-take = Take the ticked
import-take-all = Take all on this page
import-take-lead = What you take is shown under your name as the editor who decided.
import-took = { $count ->
    [one] { $count } row was taken or joined.
   *[other] { $count } rows were taken or joined.
}
import-pages = Pages
import-earlier = Earlier rows
import-later = Later rows
import-page = Page { $page } of { $pages }

# Why a row is refused.
import-row-empty = the row is empty
import-row-unreadable = it cannot be read ({ $about })
import-row-too-large = it has more than { $about } MiB
import-name-missing = it has no name, and its website ({ $about }) does not give it one
import-name-too-long = its name is too long: { $about }
import-country-unknown = “{ $about }” is no country of ISO 3166
import-links-none = it has no link
import-links-refused = none of its links can be shown; the last: { $about }
import-address-missing = { $about } has no address
import-address-refused = { $about } is no address that can be asked
import-declined = an editor said no: { $about }

# Why a row is joined.
import-same-row = the list has it twice; the same as { $about }
import-same-name = the same name and place as { $about }
import-same-website = the same website as { $about }
import-same-link = the same link as { $about }
import-same-address = we know it as { $about }
import-listed-before = { $about } is listed already

# What was mended or left out.
import-name-by-website = named after its website, { $about }
import-name-mended = the name was written { $about }
import-defunct-in-words = its words say that it no longer meets: { $about }
import-country-mended = the country was written { $about }
import-website-mended = the website was written { $about }
import-website-more = a second website was left out: { $about }
import-website-mail = a mail address is no website
import-website-unreadable = this is no website: { $about }
import-kind-unknown = a kind we do not know: { $about }
import-place-of-no-city = coordinates without a city are a country’s middle or a guess, and were left out: { $about }
import-place-unreadable = these are no coordinates: { $about }
import-writing-mended = bytes that are no UTF-8 were read as Windows writes them: { $about }
import-column-unknown = a value in a column we do not know: { $about }
import-value-unknown = neither yes nor no: { $about }
import-words-cut = cut, for it was too long { $about }
import-field-mended = a field was written “{ $about }”
import-field-unreadable = the field { $about } cannot be read
import-title-missing = it has no title
import-event-missing = it names no event: { $about }
import-words-missing = nobody described it; a plain sentence of who, where and when stands for that
import-day-unreadable = this is no day on which it was recorded: { $about }
import-duration-unlikely = this is no length in seconds: { $about }
import-language-unknown = a language we do not know: { $about }
import-licence-unknown = no licence that we know, so all rights are reserved: { $about }
import-people-unnamed = nobody’s name: { $about }
import-link-refused = a link that cannot be read: { $about }
import-link-many = a link to many things: { $about }
import-link-dead = its service closed for good: { $about }
import-link-expired = it was signed for some hours only: { $about }
import-link-shared = another talk shows this file: { $about }
import-related-left-out = a page beside it that is no web address: { $about }
import-faults = its words need an editor: { $about }
