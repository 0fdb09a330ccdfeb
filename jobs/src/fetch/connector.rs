//! The guard for clients that bring their own HTTP: a connector for hyper.

use super::Guard;
use super::guard::Resolver;
use http::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::rt::TokioIo;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tower::Service;
use url::Url;

/// Guarded, capped, http or https.
pub type Connector = HttpsConnector<CappedConnector>;

pub(super) fn connector(guard: Guard, tls: rustls::ClientConfig, cap: usize) -> (Connector, Cap) {
    let reached = Cap::default();
    let capped = CappedConnector {
        guard,
        cap,
        reached: reached.clone(),
    };
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .wrap_connector(capped);
    (connector, reached)
}

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<std::net::SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let Resolver { guard, port } = self.clone();
        Box::pin(async move { Ok(guard.resolve(name.as_str(), port).await?.into_iter()) })
    }
}

/// Checks an address's form, connects, and counts what comes in.
#[derive(Clone)]
pub struct CappedConnector {
    guard: Guard,
    cap: usize,
    reached: Cap,
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

impl Service<Uri> for CappedConnector {
    type Response = TokioIo<Capped>;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<TokioIo<Capped>, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let Self {
            guard,
            cap: left,
            reached,
        } = self.clone();
        Box::pin(async move {
            let url = Url::parse(&to.to_string())?;
            // The resolver is asked for names only, so an IP literal is checked here.
            guard.check(&url)?;
            let port = url.port_or_known_default();
            let mut http = HttpConnector::new_with_resolver(Resolver { guard, port });
            http.enforce_http(false);
            Ok(TokioIo::new(Capped {
                stream: http.call(to).await?.into_inner(),
                left,
                reached,
            }))
        })
    }
}

/// A connection that ends with an error after so many bytes in.
#[derive(Debug)]
pub struct Capped {
    stream: TcpStream,
    left: usize,
    reached: Cap,
}

/// Whether a connection brought more than its cap. Asked afterwards, for a client of
/// somebody else's may take the broken body for a short one.
#[derive(Clone, Debug, Default)]
pub struct Cap(Arc<AtomicBool>);

impl Cap {
    /// It did.
    pub fn reached(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl AsyncRead for Capped {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buffer))?;
        let came = buffer.filled().len() - before;
        match self.left.checked_sub(came) {
            Some(left) => self.left = left,
            None => {
                self.reached.0.store(true, Ordering::Relaxed);
                return Poll::Ready(Err(io::Error::other("more bytes than we take")));
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Capped {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl Connection for Capped {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}
