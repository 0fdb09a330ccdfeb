//! Starts the roles of one process and stops them cleanly.

use crate::app::{self, App};
use crate::config::Config;
use crate::model::{Clock, Random};
use crate::pipeline::Pipeline;
use crate::{feed, hub, search, source, sweep, watch, web, worker};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// What this process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Pages and jobs in one.
    Run,
    /// Pages only.
    Serve,
    /// Jobs only.
    Work,
}

/// A service that runs.
pub struct Running {
    /// Its parts.
    pub app: App,
    /// Where it listens; none when it only works.
    pub address: Option<SocketAddr>,
    stop: CancellationToken,
    tasks: JoinSet<()>,
}

/// Why it did not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port.
    #[error(
        "cannot listen on {address}: {error}; stop what uses it or set PUGCAST_LISTEN (port 0 takes a free one)"
    )]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// What the system said.
        error: std::io::Error,
    },
    /// Its parts.
    #[error(transparent)]
    App(#[from] app::Error),
}

/// Starts the roles. `prepare` may change the app before it is shared (tests decode by another program).
///
/// # Errors
/// Says what cannot be had and what to do. No port is opened before the database is.
pub async fn start(
    config: Config,
    role: Role,
    clock: Clock,
    random: Random,
    prepare: impl FnOnce(App) -> App,
) -> Result<Running, Error> {
    let listener = match role {
        Role::Work => None,
        Role::Run | Role::Serve => Some(bind(config.listen).await?),
    };
    let address = listener
        .as_ref()
        .and_then(|listener| listener.local_addr().ok());
    let port = address.unwrap_or(config.listen).port();
    let url = config
        .url
        .as_ref()
        .map_or(format!("http://localhost:{port}"), |url| {
            url.as_str().trim_end_matches('/').to_owned()
        });
    let app = prepare(App::start(config, url, clock, random).await?);
    if role != Role::Serve && !app.child.program.is_file() {
        return Err(app::Error::Decoder(app.child.program.clone()).into());
    }
    if let Err(missing) = jobs::media::sandbox_available() {
        tracing::warn!(
            missing,
            required = app.config.require_sandbox,
            "media cannot be decoded in a sandbox on this machine"
        );
    }
    let stop = CancellationToken::new();
    let mut tasks = JoinSet::new();
    if let Some(listener) = listener {
        let drawing = app.clone();
        // Before the first page asks for it; nobody waits.
        tokio::task::spawn_blocking(move || drawing.artwork().name.len());
        tasks.spawn(serve(listener, app.clone(), stop.clone()));
        tasks.spawn(feed::watch(app.clone(), stop.clone()));
        tasks.spawn(feed::ahead(app.clone(), stop.clone()));
    }
    if role != Role::Serve {
        tasks.spawn(worker::run(
            app.clone(),
            Arc::new(Pipeline(app.clone())),
            stop.clone(),
        ));
        tasks.spawn(sweep::run(app.clone(), stop.clone()));
        tasks.spawn(source::schedule::run(app.clone(), stop.clone()));
        tasks.spawn(watch::run(app.clone(), stop.clone()));
        tasks.spawn(hub::run(app.clone(), stop.clone()));
        tasks.spawn(search::run(app.clone(), stop.clone()));
    }
    Ok(Running {
        app,
        address,
        stop,
        tasks,
    })
}

impl Running {
    /// Stops: requests drain, running jobs finish or go back.
    pub async fn stop(mut self) {
        self.stop.cancel();
        while self.tasks.join_next().await.is_some() {}
        self.app.db.close().await;
    }

    /// Waits for SIGTERM or Ctrl-C, then stops.
    pub async fn until_signal(self) {
        signal().await;
        tracing::info!("stopping: requests drain, running jobs finish or go back");
        self.stop().await;
    }
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address)
        .await
        .map_err(|error| Error::Listen { address, error })
}

async fn serve(listener: TcpListener, app: App, stop: CancellationToken) {
    let served =
        axum::serve(listener, web::service(app)).with_graceful_shutdown(stop.cancelled_owned());
    if let Err(error) = served.await {
        tracing::error!(%error, "the web server ended");
    }
}

async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let term = async {
        match signal(SignalKind::terminate()) {
            Ok(mut term) => term.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = term => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
