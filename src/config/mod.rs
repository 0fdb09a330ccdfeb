//! Environment in, one typed [`Config`] out; every problem reported at once.

mod reader;
mod settings;

pub use settings::{SETTINGS, Setting};

use crate::quota::Limits;
use jobs::fetch::Allowed;
pub use reader::public_url;
use reader::{Reader, language, web_address};
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

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
    /// The WebSub hub that tells those who follow our feeds.
    pub hub: Option<Url>,
    /// The mail server that takes what we send; none: nothing is sent. May hold a password, hence secret.
    pub smtp: Option<Secret>,
    /// Largest file that a sender may upload, MiB.
    pub upload_mib: u64,
    /// How much the providers let us ask.
    pub quota: Limits,
    /// Days within which each published link is looked at again.
    pub watch_days: u64,
    /// What happens at once where somebody asks for the removal of an entry.
    pub removal: Removal,
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

/// What happens at once where somebody asks for the removal of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// It is off the site until an editor decides, within the bounds of `notice::removal`.
    Hide,
    /// It stays until an editor decides.
    Ask,
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
            hub: read.optional("PUGCAST_HUB", web_address),
            smtp: read.optional("PUGCAST_SMTP", |address| {
                let address = Secret::new(address);
                crate::outbox::Server::at(&address).map(|_| address)
            }),
            upload_mib: read.number("PUGCAST_UPLOAD_MIB", 1, 4096),
            quota: Limits {
                youtube: read.number("PUGCAST_YOUTUBE_UNITS", 0, 1_000_000_000) as i64,
                flickr: read.number("PUGCAST_FLICKR_QUERIES", 0, 1_000_000_000) as i64,
            },
            watch_days: read.number("PUGCAST_WATCH_DAYS", 1, 14),
            removal: match read.one_of("PUGCAST_REMOVAL", &["hide", "ask"]).as_str() {
                "ask" => Removal::Ask,
                _ => Removal::Hide,
            },
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
        let readme = include_str!("../../README.md");
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
