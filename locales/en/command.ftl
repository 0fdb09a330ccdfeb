# What the command line says. One idea a line; the site's texts are in en.ftl.

demo-start = A showcase of sample entries, on an empty database in { $folder }.
demo-replay = 1. The providers' stand-in listens on { $url } (nothing outside this machine is asked).
demo-service = 2. pugcast serves { $url }
demo-sent = 3. Sent: { $submissions } submissions with { $links } links, of groups in { $countries } countries; one with a recording by the form, one by the programs' door, one by mail, one from the command line.
demo-jobs = 4. Jobs ask the providers, fetch pictures and draft:
demo-progress =    { $done } of { $all } ready
demo-state =    { $count } { $state }
demo-taken =    Of what a show and a journal propose, an editor takes { $count }; jobs look at each:
demo-decided = 5. An editor decided: { $accepted } accepted, { $declined } declined with a reason.
demo-subscribed =    They subscribed to { $sources } sources, which hold { $things } things; what comes is laid before them.
demo-voices =    { $count } organizers spoke a postcard each; this month’s world tour joins them.
demo-feed = 6. The feed { $url } holds { $items } entries, { $pictures } of its pictures answer, and it is well-formed.
demo-podcast =    The podcast { $url } holds { $episodes } of them, and what is ours of it can be heard.
demo-took = All is well after { $seconds } s.
demo-look = Look: { $url }
demo-desk = Decide yourself (this link works once, for a day): { $url }
demo-stop = Ctrl-C stops it and removes the folder.
demo-port = { $address } is in use; a free port is taken instead.

export-progress = { $total } files, { $written } of them new or changed
export-done = { $folder }: { $total } files, { $written } new or changed, { $removed } removed.
export-failed = could not be made: { $about }
export-no-url = PUGCAST_URL is not set: feeds and previews name { $url }, where nobody else finds them.
