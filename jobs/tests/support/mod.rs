//! A local server and the way to the corpora.

use axum::Router;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// Serves a router on a free port of loopback, for the life of the test's runtime.
pub async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

/// A folder or file of the corpora; nothing, said aloud, where they are absent.
pub fn corpus(path: &str) -> Option<PathBuf> {
    let root = std::env::var("PUGCAST_CORPORA").map_or_else(
        |_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpora")),
        PathBuf::from,
    );
    let found = root.join(path);
    if found.exists() {
        return Some(found);
    }
    eprintln!(
        "skipped: {} is not there (PUGCAST_CORPORA)",
        found.display()
    );
    None
}
