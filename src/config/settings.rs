//! Every setting there is, with its default and its meaning.

/// One setting: its variable, its default as written, and what it means.
pub struct Setting {
    /// The environment variable.
    pub name: &'static str,
    /// The default, as one would write it; empty when unset by default.
    pub default: &'static str,
    /// One line for the README.
    pub meaning: &'static str,
}

/// Every setting there is; the README's table holds the same (a test compares them).
pub const SETTINGS: &[Setting] = &[
    setting(
        "DATABASE_URL",
        "sqlite:pugcast-data/pugcast.db",
        "`sqlite:FILE` or `postgres://USER@HOST/NAME`",
    ),
    setting(
        "PUGCAST_LISTEN",
        "127.0.0.1:8080",
        "address and port to listen on; port 0 takes a free one",
    ),
    setting(
        "PUGCAST_URL",
        "http://localhost:PORT",
        "the public address, as readers type it",
    ),
    setting(
        "PUGCAST_MEDIA_DIR",
        "pugcast-data/media",
        "folder for the pictures we hold",
    ),
    setting(
        "PUGCAST_NAME",
        "Python usergroups of the world",
        "the showcase's name",
    ),
    setting(
        "PUGCAST_DESCRIPTION",
        "What Python usergroups do, in hundreds of cities: their talks, photos and reports.",
        "one sentence on the showcase, for its pages and feed",
    ),
    setting(
        "PUGCAST_LANGUAGE",
        "en",
        "the language of feeds, and of pages whose reader asks for none that we have (BCP 47)",
    ),
    setting(
        "PUGCAST_CONTACT",
        "editors@localhost",
        "mail address shown in the feed as the owner's, and the sender of our mail",
    ),
    setting(
        "PUGCAST_ARTWORK",
        "",
        "PNG or JPEG file, square, 1400–3000 px; a drawn one when unset",
    ),
    setting(
        "PUGCAST_PROMISE_DAYS",
        "7",
        "within how many days an editor answers",
    ),
    setting(
        "PUGCAST_UPLOAD_MIB",
        "300",
        "largest file that a sender may upload, in MiB",
    ),
    setting(
        "PUGCAST_WATCH_DAYS",
        "7",
        "within how many days each published link is looked at again, 1 to 14",
    ),
    setting(
        "PUGCAST_HUB",
        "",
        "address of a WebSub hub, which is told of each change of a feed and tells those who follow it",
    ),
    setting(
        "PUGCAST_REMOVAL",
        "hide",
        "`hide`: an entry that somebody in it asks to remove is off the site at once, until an editor decides, up to 5 in an hour and 2 in a day from one network, and never one that an editor kept before; `ask`: it stays until an editor decides",
    ),
    setting(
        "PUGCAST_SMTP",
        "",
        "mail server: `smtp://HOST:PORT`, `smtps://USER:PASSWORD@HOST`; without one, mail stands on the pages only (secret)",
    ),
    setting(
        "PUGCAST_YOUTUBE_KEY",
        "",
        "YouTube Data API key; without one oEmbed is asked (secret)",
    ),
    setting(
        "PUGCAST_FLICKR_KEY",
        "",
        "Flickr API key; without one oEmbed is asked (secret)",
    ),
    setting(
        "PUGCAST_YOUTUBE_API",
        "https://youtube.googleapis.com/",
        "base address of the Data API",
    ),
    setting(
        "PUGCAST_YOUTUBE_OEMBED",
        "https://www.youtube.com/oembed",
        "YouTube's oEmbed address",
    ),
    setting(
        "PUGCAST_FLICKR_API",
        "https://www.flickr.com/services/rest/",
        "Flickr's REST address",
    ),
    setting(
        "PUGCAST_FLICKR_OEMBED",
        "https://www.flickr.com/services/oembed/",
        "Flickr's oEmbed address",
    ),
    setting(
        "PUGCAST_YOUTUBE_UNITS",
        "10000",
        "units of the Data API that we use in a day at most; a fifth is kept for what people send",
    ),
    setting(
        "PUGCAST_FLICKR_QUERIES",
        "3600",
        "queries to Flickr's API in an hour at most; a fifth is kept for what people send",
    ),
    setting(
        "PUGCAST_FETCH_ALLOW",
        "",
        "addresses we may fetch from although they are not public: `IP[:PORT]` or networks, with commas",
    ),
    setting(
        "PUGCAST_FETCH_REPLAY",
        "",
        "a stand-in that is asked instead of hosts under `.example`, Vimeo, the Internet Archive and Flickr’s short links, for the demo and tests",
    ),
    setting(
        "PUGCAST_FETCH_SECONDS",
        "20",
        "time for one request to a provider, redirects included",
    ),
    setting("PUGCAST_WORKERS", "4", "tasks run at once by one process"),
    setting(
        "PUGCAST_LEASE_MS",
        "30000",
        "how long a task stays with a worker that gives no sign of life, in ms",
    ),
    setting(
        "PUGCAST_MAX_ATTEMPTS",
        "8",
        "tries before a task is a dead letter",
    ),
    setting(
        "PUGCAST_BACKOFF_MS",
        "2000",
        "wait before the second try, in ms; doubles with each try, up to an hour",
    ),
    setting(
        "PUGCAST_SANDBOX",
        "require",
        "`require`: decode media only in a sandbox; `prefer`: without one where the kernel has none",
    ),
    setting(
        "PUGCAST_LOG",
        "info",
        "what is logged, in tracing's filter syntax",
    ),
    setting("PUGCAST_LOG_FORMAT", "text", "`text` or `json`"),
];

const fn setting(name: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting {
        name,
        default,
        meaning,
    }
}
