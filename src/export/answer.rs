//! What the app's own router answers, without a port.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderName, Method, Request, StatusCode, header};
use tower::ServiceExt;

/// An answer whose body nobody has read yet.
pub struct Answer {
    pub status: StatusCode,
    headers: HeaderMap,
    body: Body,
}

/// Asks for a path.
pub async fn ask(router: &Router, method: Method, path: &str) -> Answer {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    let Ok(uri) = path.parse() else {
        return Answer::none();
    };
    *request.uri_mut() = uri;
    let Ok(response) = router.clone().oneshot(request).await;
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body,
    }
}

impl Answer {
    fn none() -> Answer {
        Answer {
            status: StatusCode::NOT_FOUND,
            headers: HeaderMap::new(),
            body: Body::empty(),
        }
    }

    /// A header; empty where it is not there.
    pub fn header(&self, name: HeaderName) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// Whether it is a page for people.
    pub fn is_page(&self) -> bool {
        self.header(header::CONTENT_TYPE).starts_with("text/html")
    }

    /// Its bytes, as it has them, piece by piece.
    pub fn pieces(self) -> axum::body::BodyDataStream {
        self.body.into_data_stream()
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// What reading them said.
    pub async fn bytes(self) -> Result<bytes::Bytes, axum::Error> {
        to_bytes(self.body, usize::MAX).await
    }
}
