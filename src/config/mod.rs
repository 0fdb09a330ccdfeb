//! Environment in, one typed [`Config`] out; every problem reported at once.

use jobs::fetch::Allowed;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

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
        "the showcase's main language (BCP 47)",
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
        "largest recording that a sender may upload, in MiB",
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
        "PUGCAST_FETCH_ALLOW",
        "",
        "addresses we may fetch from although they are not public: `IP[:PORT]` or networks, with commas",
    ),
    setting(
        "PUGCAST_FETCH_REPLAY",
        "",
        "a stand-in that is asked instead of hosts under `.example`, for the demo and tests",
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

/// A text that must not be printed: keys.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides a text.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text itself, for the one place that sends it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Everything the environment decides.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which database, by its URL. May hold a password, hence secret.
    pub database: Secret,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The public address, without a trailing slash; none: `http://localhost:` and the port.
    pub url: Option<Url>,
    /// Folder for the pictures we hold.
    pub media_dir: PathBuf,
    /// The showcase's own words.
    pub showcase: Showcase,
    /// YouTube's addresses and key.
    pub youtube: Provider,
    /// Flickr's addresses and key.
    pub flickr: Provider,
    /// Exceptions of the guard.
    pub fetch_allow: Vec<Allowed>,
    /// A stand-in for hosts under `.example`.
    pub fetch_replay: Option<Url>,
    /// The mail server that takes what we send; none: nothing is sent. May hold a password, hence secret.
    pub smtp: Option<Secret>,
    /// Largest file that a sender may upload, MiB.
    pub upload_mib: u64,
    /// Time for one outside request.
    pub fetch_timeout: Duration,
    /// The queue's numbers.
    pub queue: Queue,
    /// Decode without a sandbox where the kernel has none.
    pub require_sandbox: bool,
    /// Filter of the log.
    pub log: String,
    /// Log as JSON.
    pub log_json: bool,
}

/// What the showcase says of itself.
#[derive(Clone, Debug)]
pub struct Showcase {
    /// Its name.
    pub name: String,
    /// One sentence on it.
    pub description: String,
    /// BCP 47 language.
    pub language: String,
    /// Mail address of the owner.
    pub contact: String,
    /// Artwork of the operator's.
    pub artwork: Option<PathBuf>,
    /// Days within which an editor answers.
    pub promise_days: u32,
}

/// A provider's addresses and our key for it.
#[derive(Clone, Debug)]
pub struct Provider {
    /// The API.
    pub api: Url,
    /// oEmbed.
    pub oembed: Url,
    /// Our key.
    pub key: Option<Secret>,
}

/// The queue's numbers.
#[derive(Clone, Copy, Debug)]
pub struct Queue {
    /// Tasks run at once by one process.
    pub workers: usize,
    /// How long a lease lasts without a sign of life.
    pub lease: Duration,
    /// Tries before a task is a dead letter.
    pub max_attempts: i64,
    /// Wait before the second try.
    pub backoff: Duration,
}

/// Everything wrong with the environment, one line a problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<String>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "these settings need mending (README, “Settings”):")?;
        self.0
            .iter()
            .try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl std::error::Error for Problems {}

impl Config {
    /// Reads the settings through `get`, which answers a variable's value.
    ///
    /// # Errors
    /// Every problem at once: values that do not parse, and `PUGCAST_…` names
    /// in `given` that are no setting.
    pub fn read(
        get: impl Fn(&str) -> Option<String>,
        given: &[String],
    ) -> Result<Config, Problems> {
        let mut read = Reader {
            get: &get,
            problems: Vec::new(),
        };
        for name in given.iter().filter(|name| name.starts_with("PUGCAST_")) {
            if !name.starts_with("PUGCAST_TEST_")
                && !["PUGCAST_CORPORA", "PUGCAST_LONG", "PUGCAST_CLIENTS_HOME"]
                    .contains(&name.as_str())
                && !SETTINGS.iter().any(|setting| setting.name == name)
            {
                read.problems
                    .push(format!("{name}: no such setting; is it a slip of the pen?"));
            }
        }
        let config = Config {
            database: Secret(read.checked("DATABASE_URL", |url| {
                crate::db::scheme(url).map(|_| url.to_owned())
            })),
            listen: read.parsed(
                "PUGCAST_LISTEN",
                "an address and port such as 127.0.0.1:8080",
            ),
            url: read.optional("PUGCAST_URL", public_url),
            media_dir: read.text("PUGCAST_MEDIA_DIR").into(),
            showcase: Showcase {
                name: read.filled("PUGCAST_NAME"),
                description: read.filled("PUGCAST_DESCRIPTION"),
                language: read.checked("PUGCAST_LANGUAGE", language),
                contact: read.checked("PUGCAST_CONTACT", |text| {
                    text.parse::<lettre::Address>()
                        .map(|_| text.to_owned())
                        .map_err(|_| "not a mail address".into())
                }),
                artwork: read.optional("PUGCAST_ARTWORK", |path| {
                    let path = PathBuf::from(path);
                    path.is_file()
                        .then_some(path)
                        .ok_or_else(|| "no such file".into())
                }),
                promise_days: read.parsed("PUGCAST_PROMISE_DAYS", "a number of days"),
            },
            youtube: read.provider(
                "PUGCAST_YOUTUBE_API",
                "PUGCAST_YOUTUBE_OEMBED",
                "PUGCAST_YOUTUBE_KEY",
            ),
            flickr: read.provider(
                "PUGCAST_FLICKR_API",
                "PUGCAST_FLICKR_OEMBED",
                "PUGCAST_FLICKR_KEY",
            ),
            fetch_allow: read.list("PUGCAST_FETCH_ALLOW"),
            fetch_replay: read.optional("PUGCAST_FETCH_REPLAY", public_url),
            smtp: read.optional("PUGCAST_SMTP", |address| {
                let address = Secret::new(address);
                crate::outbox::Server::at(&address).map(|_| address)
            }),
            upload_mib: read.number("PUGCAST_UPLOAD_MIB", 1, 4096),
            fetch_timeout: Duration::from_secs(read.number("PUGCAST_FETCH_SECONDS", 1, 600)),
            queue: Queue {
                workers: read.number("PUGCAST_WORKERS", 1, 256) as usize,
                lease: Duration::from_millis(read.number("PUGCAST_LEASE_MS", 100, 3_600_000)),
                max_attempts: read.number("PUGCAST_MAX_ATTEMPTS", 1, 100) as i64,
                backoff: Duration::from_millis(read.number("PUGCAST_BACKOFF_MS", 1, 3_600_000)),
            },
            require_sandbox: read.one_of("PUGCAST_SANDBOX", &["require", "prefer"]) == "require",
            log: read.text("PUGCAST_LOG"),
            log_json: read.one_of("PUGCAST_LOG_FORMAT", &["text", "json"]) == "json",
        };
        if read.problems.is_empty() {
            Ok(config)
        } else {
            Err(Problems(read.problems))
        }
    }

    /// The public address where nobody listens yet, without a trailing slash.
    pub fn public_url(&self) -> String {
        match &self.url {
            Some(url) => url.as_str().trim_end_matches('/').to_owned(),
            None => format!("http://localhost:{}", self.listen.port()),
        }
    }

    /// Reads the process's own environment.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn from_env() -> Result<Config, Problems> {
        let given: Vec<String> = std::env::vars_os()
            .filter_map(|(name, _)| name.into_string().ok())
            .collect();
        Config::read(|name| std::env::var(name).ok(), &given)
    }

    /// The working defaults with these values set: what tests and the demo start from.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn with(values: &[(&str, &str)]) -> Result<Config, Problems> {
        let given: Vec<String> = values.iter().map(|(name, _)| (*name).to_owned()).collect();
        let find = |name: &str| {
            values
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        Config::read(find, &given)
    }
}

struct Reader<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn text(&self, name: &'static str) -> String {
        let default = SETTINGS
            .iter()
            .find(|setting| setting.name == name)
            .map_or("", |setting| setting.default);
        (self.get)(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .unwrap_or(default.into())
    }

    fn filled(&mut self, name: &'static str) -> String {
        self.checked(name, |text| {
            (text.len() <= 4000)
                .then(|| text.to_owned())
                .ok_or("longer than 4,000 bytes".into())
        })
    }

    /// The value through `check`; a problem is noted and the default's value returned, so that reading can go on.
    fn checked<T: Default>(
        &mut self,
        name: &'static str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> T {
        let text = self.text(name);
        check(&text).unwrap_or_else(|problem| {
            // An address with a password in it is not repeated.
            let shown = if ["DATABASE_URL", "PUGCAST_SMTP"].contains(&name) {
                String::new()
            } else {
                format!(" (it is “{text}”)")
            };
            self.problems.push(format!("{name}: {problem}{shown}"));
            T::default()
        })
    }

    fn optional<T>(
        &mut self,
        name: &'static str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        (self.get)(name).filter(|value| !value.trim().is_empty())?;
        self.checked(name, |text| check(text).map(Some))
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &'static str, wanted: &str) -> T {
        self.text(name).parse().unwrap_or_else(|_| {
            self.problems.push(format!(
                "{name}: must be {wanted} (it is “{}”)",
                self.text(name)
            ));
            let default = SETTINGS
                .iter()
                .find(|setting| setting.name == name)
                .map_or("", |setting| setting.default);
            default.parse().unwrap_or_else(|_| {
                unreachable!("the default of {name} parses (a test reads all defaults)")
            })
        })
    }

    fn number(&mut self, name: &'static str, least: u64, most: u64) -> u64 {
        let value: u64 = self.parsed(name, "a whole number");
        if !(least..=most).contains(&value) {
            self.problems.push(format!(
                "{name}: must be from {least} to {most} (it is {value})"
            ));
        }
        value
    }

    fn one_of(&mut self, name: &'static str, words: &[&str]) -> String {
        self.checked(name, |text| {
            words
                .contains(&text)
                .then(|| text.to_owned())
                .ok_or_else(|| format!("must be one of {}", words.join(", ")))
        })
    }

    fn list(&mut self, name: &'static str) -> Vec<Allowed> {
        self.checked(name, |text| {
            text.split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| part.parse::<Allowed>())
                .collect()
        })
    }

    fn provider(&mut self, api: &'static str, oembed: &'static str, key: &'static str) -> Provider {
        Provider {
            api: self.parsed(api, "a web address"),
            oembed: self.parsed(oembed, "a web address"),
            key: (self.get)(key)
                .map(|key| key.trim().to_owned())
                .filter(|key| !key.is_empty())
                .map(Secret),
        }
    }
}

fn public_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text.trim_end_matches('/'))
        .map_err(|error| format!("not a web address: {error}"))?;
    match url.scheme() {
        "http" | "https"
            if url.query().is_none() && url.fragment().is_none() && url.path() == "/" =>
        {
            Ok(url)
        }
        "http" | "https" => Err("must be scheme, host and port only".into()),
        other => Err(format!("must begin with http:// or https://, not {other}:")),
    }
}

fn language(text: &str) -> Result<String, String> {
    text.parse::<unic_langid::LanguageIdentifier>()
        .map(|tag| tag.to_string())
        .map_err(|_| "not a language tag such as en or pt-BR".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_set_works() {
        let config = Config::with(&[]).unwrap();
        assert_eq!(config.listen.port(), 8080);
        assert_eq!(config.showcase.promise_days, 7);
        assert!(config.youtube.key.is_none());
    }

    #[test]
    fn every_problem_is_reported_at_once() {
        let problems = Config::with(&[
            ("DATABASE_URL", "mysql://root:hunter2@db/x"),
            ("PUGCAST_LISTEN", "everywhere"),
            ("PUGCAST_WORKERS", "0"),
            ("PUGCAST_PROMISE_DAY", "3"),
            ("PUGCAST_URL", "ftp://example.org"),
        ])
        .unwrap_err();
        let text = problems.to_string();
        assert_eq!(problems.0.len(), 5, "{text}");
        assert!(
            text.contains("DATABASE_URL: mysql")
                && text.contains("PUGCAST_PROMISE_DAY: no such setting"),
            "{text}"
        );
        assert!(!text.contains("hunter2"), "{text}");
    }

    #[test]
    fn secrets_hide_in_debug() {
        let config = Config::with(&[
            ("PUGCAST_YOUTUBE_KEY", "AIzaSecret"),
            ("PUGCAST_FLICKR_KEY", "abcdefSecret"),
            ("DATABASE_URL", "postgres://u:pwSecret@localhost/x"),
        ])
        .unwrap();
        assert!(!format!("{config:?}").contains("Secret\""), "{config:?}");
        assert!(!format!("{config:?}").contains("pwSecret"));
    }

    #[test]
    fn every_setting_is_documented() {
        let readme = include_str!("../README.md");
        for Setting {
            name,
            default,
            meaning,
        } in SETTINGS
        {
            let row = readme
                .lines()
                .find(|line| line.starts_with(&format!("| `{name}` |")));
            let row = row.unwrap_or_else(|| panic!("README does not document {name}"));
            assert!(
                row.contains(default) && row.contains(meaning),
                "README's row of {name} differs: {row}"
            );
        }
    }
}
