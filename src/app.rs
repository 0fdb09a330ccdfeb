//! What every part of the service shares; built once.

use crate::config::{Config, Secret};
use crate::db::{self, Db};
use crate::feed;
use crate::model::{Clock, Random};
use crate::near;
use crate::outbox;
use crate::queue::Bell;
use crate::quota::{Count, Purpose};
use crate::ready;
use crate::roster;
use crate::store::Store;
use crate::text::Catalogue;
use jobs::fetch::{Fetcher, Passing, Rules};
use jobs::media::Child;
use jobs::provider::{Providers, Unmetered, flickr, youtube};
use metrics_exporter_prometheus::PrometheusHandle;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// The service's parts, and the language they speak. Cheap to clone.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
    /// Every text of ours, in the showcase's language; on a page in its reader's.
    pub text: Catalogue,
    /// The query of the page that a reader looks at, without its language; nothing where they cannot come back to it.
    pub query: Option<Arc<str>>,
    /// Whether the page's address names its language.
    pub is_asked: bool,
    /// The feeds as they were last prepared.
    pub feeds: Arc<feed::Held>,
    /// Answers that are the same for everybody.
    pub ready: Arc<ready::Held>,
    /// Where the living service is, while pages are written into files that stay; nothing where this is that service.
    lasting: Option<Arc<str>>,
}

/// The parts themselves.
pub struct Parts {
    /// The settings.
    pub config: Config,
    /// The public address, without a trailing slash.
    pub url: String,
    /// The database.
    pub db: Db,
    /// The pictures.
    pub store: Store,
    /// Tells the time.
    pub clock: Clock,
    /// Makes ids and tokens.
    pub random: Random,
    /// Wakes this process's workers.
    pub bell: Bell,
    /// Wakes whoever looks which sources are due.
    pub sources_bell: Bell,
    /// The providers and the guarded client.
    pub providers: Providers,
    /// The mail server that takes what we send.
    pub mail: Option<outbox::Server>,
    /// How media are decoded.
    pub child: Child,
    /// Where the groups are, as it was last looked up.
    pub places: near::Held,
    /// The showcase's picture, once it was asked for.
    artwork: OnceLock<feed::Artwork>,
    /// The roster as it was last read.
    pub roster: roster::Held,
    /// What `/metrics` prints.
    pub metrics: PrometheusHandle,
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

/// Why the service cannot start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error("database: {0}")]
    Db(#[from] db::Error),
    /// The folder for pictures.
    #[error("media folder {folder}: {error}; let this user write there or set PUGCAST_MEDIA_DIR")]
    Store {
        /// Which folder.
        folder: String,
        /// What went wrong.
        error: String,
    },
    /// The guarded client.
    #[error("client for outside requests: {0}")]
    Fetch(#[from] jobs::StepError),
    /// The mail server's address.
    #[error("PUGCAST_SMTP: {0}")]
    Mail(String),
    /// Our own binary.
    #[error("cannot find the running program, beside which pugcast-media decodes: {0}")]
    Program(std::io::Error),
    /// The decoder.
    #[error("{} is missing, which decodes media; install it beside pugcast, or build both with cargo build --bins", .0.display())]
    Decoder(std::path::PathBuf),
}

impl App {
    /// Opens the database and the store and joins the parts. `url` is the public address.
    ///
    /// # Errors
    /// Says which part cannot be had and what to do.
    pub async fn start(
        config: Config,
        url: String,
        clock: Clock,
        random: Random,
    ) -> Result<App, Error> {
        let db = Db::open(&config.database).await?;
        let store = Store::open(&config.media_dir).map_err(|error| Error::Store {
            folder: config.media_dir.display().to_string(),
            error,
        })?;
        let count = Count {
            db: db.clone(),
            clock: clock.clone(),
            limits: config.quota,
            purpose: Purpose::Submissions,
        };
        let providers = Providers {
            meter: Arc::new(count),
            ..providers(&config, &clock)?
        };
        let server = config.smtp.as_ref().map(outbox::Server::at);
        let program = std::env::current_exe().map_err(Error::Program)?;
        let child = Child {
            require_sandbox: config.require_sandbox,
            ..Child::new(program.with_file_name("pugcast-media"))
        };
        let text = Catalogue::new(&config.showcase.language);
        let parts = Parts {
            url,
            db,
            store,
            clock,
            random,
            bell: Bell::default(),
            sources_bell: Bell::default(),
            providers,
            mail: server.transpose().map_err(Error::Mail)?,
            child,
            places: near::Held::default(),
            artwork: OnceLock::new(),
            roster: roster::Held::default(),
            metrics: crate::metrics::handle(),
            config,
        };
        Ok(App {
            parts: Arc::new(parts),
            text,
            query: None,
            is_asked: false,
            feeds: Arc::default(),
            ready: Arc::default(),
            lasting: None,
        })
    }

    /// The same service, speaking a reader's language on the page of this query.
    pub fn for_reader(&self, text: Catalogue, query: Option<Arc<str>>) -> App {
        App {
            text,
            query,
            is_asked: false,
            ..self.clone()
        }
    }

    /// The showcase's picture, read or drawn once.
    pub fn artwork(&self) -> &feed::Artwork {
        let showcase = &self.config.showcase;
        self.artwork.get_or_init(|| feed::Artwork::of(showcase))
    }

    /// The same service, speaking the showcase's language: for what others read than whoever asks.
    pub fn for_everybody(&self) -> App {
        self.for_reader(Catalogue::new(&self.config.showcase.language), None)
    }

    /// The same service for files that stay as they are when what a provider lent must be gone: it shows nothing that
    /// expires. Forms and questions lead to the service at `live`.
    pub fn lasting(&self, live: &str) -> App {
        App {
            // What was prepared for readers holds what was lent.
            feeds: Arc::default(),
            ready: Arc::default(),
            lasting: Some(live.into()),
            ..self.for_everybody()
        }
    }

    /// Whether it makes files that stay.
    pub fn lasts(&self) -> bool {
        self.lasting.is_some()
    }

    /// The moment by which what is shown must not have expired, in milliseconds since 1970.
    pub fn shown_at(&self) -> i64 {
        if self.lasts() { i64::MAX } else { self.now() }
    }

    /// The address of the service that answers forms and questions, without a trailing slash.
    pub fn live(&self) -> &str {
        self.lasting.as_deref().unwrap_or(&self.url)
    }

    /// The same service with media decoded by another program: tests are not the service's binary.
    pub fn with_child(self, program: std::path::PathBuf) -> App {
        let Ok(mut parts) = Arc::try_unwrap(self.parts) else {
            unreachable!("called before the app is shared")
        };
        parts.child.program = program;
        App {
            parts: Arc::new(parts),
            ..self
        }
    }

    /// What the providers are asked for what people send, or what we collect: the one may use more of a quota.
    pub fn providers_for(&self, purpose: Purpose) -> Providers {
        Providers {
            meter: Arc::new(self.count(purpose)),
            ..self.providers.clone()
        }
    }

    /// What was used of the providers' quotas.
    pub fn count(&self, purpose: Purpose) -> Count {
        Count {
            db: self.db.clone(),
            clock: self.clock.clone(),
            limits: self.config.quota,
            purpose,
        }
    }

    /// Now, in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.now_ms()
    }
}

/// Time as this clock tells it.
fn passing(clock: &Clock) -> Passing {
    let clock = clock.clone();
    Passing(Arc::new(move || {
        Duration::from_millis(clock.now_ms().try_into().unwrap_or_default())
    }))
}

/// The providers as the settings name them, unmetered, and the guarded client.
///
/// # Errors
/// When the TLS set-up fails.
pub fn providers(config: &Config, clock: &Clock) -> Result<Providers, jobs::StepError> {
    let fetch = Fetcher::new(Rules {
        allow: config.fetch_allow.clone(),
        timeout: config.fetch_timeout,
        replay: config.fetch_replay.clone(),
        passing: passing(clock),
        ..Rules::default()
    })?;
    let key = |key: &Option<Secret>| key.as_ref().map(|key| key.expose().to_owned());
    Ok(Providers {
        fetch,
        youtube: youtube::Settings {
            api: config.youtube.api.clone(),
            oembed: config.youtube.oembed.clone(),
            key: key(&config.youtube.key),
        },
        flickr: flickr::Settings {
            api: config.flickr.api.clone(),
            oembed: config.flickr.oembed.clone(),
            key: key(&config.flickr.key),
        },
        meter: Arc::new(Unmetered),
    })
}
