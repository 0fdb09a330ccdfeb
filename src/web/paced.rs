//! A body that comes no faster than it is read.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use futures::{Stream, StreamExt, ready};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

/// Bytes that a reader may hold without having found anything in them.
const MOST_UNREAD: usize = 2 << 20;

/// How much was handed out since its reader last found something.
#[derive(Clone, Default)]
pub struct Unread(Arc<AtomicUsize>);

impl Unread {
    /// The reader found something.
    pub fn read(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

/// The same request, a frame a poll: a reader that takes all there is takes one. After too much in which its reader
/// found nothing (a head without an end) it breaks.
pub fn paced(request: Request) -> (Request, Unread) {
    let (head, body) = request.into_parts();
    let unread = Unread::default();
    let paced = Paced {
        body: Box::pin(
            body.into_data_stream()
                .map(|piece| piece.map_err(io::Error::other)),
        ),
        unread: unread.clone(),
        gave: false,
    };
    (Request::from_parts(head, Body::from_stream(paced)), unread)
}

struct Paced {
    body: Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>,
    unread: Unread,
    gave: bool,
}

impl Stream for Paced {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.gave) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if self.unread.0.load(Ordering::Relaxed) > MOST_UNREAD {
            return Poll::Ready(Some(Err(io::ErrorKind::InvalidData.into())));
        }
        let piece = ready!(self.body.poll_next_unpin(context));
        if let Some(Ok(piece)) = &piece {
            self.unread.0.fetch_add(piece.len(), Ordering::Relaxed);
            self.gave = true;
        }
        Poll::Ready(piece)
    }
}
