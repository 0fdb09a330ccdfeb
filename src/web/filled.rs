//! A form as it came: its fields, and the files with it. Both kinds of encoding that browsers send.

use super::MOST_FORM;
use super::error::Error;
use super::paced::{Unread, paced};
use crate::app::App;
use crate::model::answers::{Fault, MOST_FILES};
use crate::model::upload::{SentAs, Upload};
use crate::upload::{self, Receiving};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use std::collections::HashMap;
use std::time::Duration;
use url::form_urlencoded;

/// A form's fields, and its files.
#[derive(Default)]
pub struct Filled {
    /// Of [`SEVERAL`] each value has a line of its own.
    pub fields: HashMap<String, String>,
    pub files: Vec<Upload>,
    /// Why files were not taken; the fields are kept.
    pub faults: Vec<Fault>,
}

/// Fields that a form may have several times.
const SEVERAL: &[&str] = &["upload", "without_file"];

/// How long we wait for the next piece.
const PATIENCE: Duration = Duration::from_secs(60);

impl FromRequest<App> for Filled {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Filled, Error> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            if !kind.starts_with("application/x-www-form-urlencoded") {
                return Err(Error::ContentType);
            }
            let body = axum::body::to_bytes(request.into_body(), MOST_FORM).await;
            let body = body.map_err(|_| Error::TooBig)?;
            let mut filled = Filled::default();
            for (name, value) in form_urlencoded::parse(&body) {
                filled.note(name.into_owned(), value.into_owned());
            }
            return Ok(filled);
        }
        let (request, unread) = paced(request);
        let mut parts = Multipart::from_request(request, app)
            .await
            .map_err(|_| Error::Form)?;
        let mut filled = Filled::default();
        let (mut size, mut parts_with_files) = (0, 0);
        while let Some(field) = in_time(parts.next_field()).await?.map_err(refused)? {
            unread.read();
            let name = field.name().unwrap_or_default().to_owned();
            size += name.len();
            if let Some(file_name) = field.file_name().map(str::to_owned) {
                parts_with_files += 1;
                if parts_with_files > 4 * MOST_FILES {
                    return Err(Error::TooBig);
                }
                let sent_as = SentAs::of_field(&name).unwrap_or_default();
                filled
                    .take(app, sent_as, &file_name, field, &unread)
                    .await?;
                continue;
            }
            let left = MOST_FORM.checked_sub(size).ok_or(Error::TooBig)?;
            let value = text(field, left, &unread).await?;
            size += value.len();
            filled.note(name, value);
        }
        Ok(filled)
    }
}

impl Filled {
    fn note(&mut self, name: String, value: String) {
        let several = SEVERAL.contains(&name.as_str());
        let held = self.fields.entry(name).or_default();
        match several && !held.is_empty() {
            true => held.extend(["\n", &value]),
            false => *held = value,
        }
    }

    async fn take(
        &mut self,
        app: &App,
        sent_as: SentAs,
        file_name: &str,
        mut field: Field<'_>,
        unread: &Unread,
    ) -> Result<(), Error> {
        let mut receiving: Option<Receiving> = None;
        let mut refusal: Option<upload::Error> = None;
        loop {
            let piece = in_time(field.chunk()).await;
            let piece = match piece.and_then(|piece| piece.map_err(refused)) {
                Ok(Some(piece)) => piece,
                Ok(None) => break,
                Err(error) => {
                    stop(receiving).await;
                    return Err(error);
                }
            };
            unread.read();
            // A browser shows our answer only when it could send everything, so the rest is read and dropped.
            if refusal.is_some() || piece.is_empty() {
                continue;
            }
            if self.files.len() == MOST_FILES {
                refusal = Some(upload::Error::TooMany(MOST_FILES));
                continue;
            }
            let into = match &mut receiving {
                Some(into) => into,
                none => match Receiving::begin(app, sent_as, file_name).await {
                    Ok(into) => none.insert(into),
                    Err(error) => {
                        refusal = Some(error);
                        continue;
                    }
                },
            };
            if let Err(error) = into.push(piece).await {
                refusal = Some(error);
                stop(receiving.take()).await;
            }
        }
        let ended = match (refusal, receiving) {
            (Some(error), _) => Err(error),
            (None, Some(receiving)) => receiving.finish().await,
            // No file was chosen, or an empty one.
            (None, None) if file_name.is_empty() => return Ok(()),
            (None, None) => Err(upload::Error::Unlike(sent_as)),
        };
        match ended {
            Ok(upload) => self.files.push(upload),
            Err(error) => {
                let fault = fault(sent_as, &error);
                if !self.faults.contains(&fault) {
                    self.faults.push(fault);
                }
            }
        }
        Ok(())
    }
}

/// Nobody holds a connection by sending nothing.
async fn in_time<T>(work: impl Future<Output = T>) -> Result<T, Error> {
    let done = tokio::time::timeout(PATIENCE, work).await;
    done.map_err(|_| Error::Form)
}

async fn stop(receiving: Option<Receiving>) {
    if let Some(receiving) = receiving {
        receiving.stop().await;
    }
}

async fn text(mut field: Field<'_>, most: usize, unread: &Unread) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = in_time(field.chunk()).await?.map_err(refused)? {
        unread.read();
        if bytes.len() + piece.len() > most {
            return Err(Error::TooBig);
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Error::Form)
}

fn fault(sent_as: SentAs, error: &upload::Error) -> Fault {
    if let upload::Error::Store(_) | upload::Error::Db(_) = error {
        tracing::error!(%error, "a file could not be kept; its sender keeps the answers");
    }
    let (code, about) = error.code();
    Fault {
        field: sent_as.field(),
        code,
        about,
    }
}

fn refused(error: axum::extract::multipart::MultipartError) -> Error {
    match error.status().as_u16() {
        413 => Error::TooBig,
        _ => Error::Form,
    }
}
