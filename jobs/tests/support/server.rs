//! A local server.

use axum::Router;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Serves a router on a free port of loopback, for the life of the test's runtime.
pub async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}
