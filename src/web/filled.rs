//! A form as it came: its fields, and the file with it. Both kinds of encoding that browsers send.

use super::MOST_FORM;
use super::error::Error;
use crate::app::App;
use crate::model::answers::Fault;
use crate::model::upload::Upload;
use crate::upload::{self, Receiving};
use axum::extract::multipart::Field;
use axum::extract::{Form, FromRequest, Multipart, Request};
use axum::http::header;
use std::collections::HashMap;
use std::time::Duration;

/// A form's fields, and its file.
pub struct Filled {
    pub fields: HashMap<String, String>,
    pub file: Option<Upload>,
    /// Why the file was not taken; the fields are kept.
    pub fault: Option<Fault>,
}

/// How long we wait for the next piece.
const PATIENCE: Duration = Duration::from_secs(60);

impl FromRequest<App> for Filled {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Filled, Error> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let form = Form::<HashMap<String, String>>::from_request(request, app).await;
            let Form(fields) = form.map_err(|error| match error.status().as_u16() {
                413 => Error::TooBig,
                415 => Error::ContentType,
                _ => Error::Form,
            })?;
            let size: usize = fields
                .iter()
                .map(|(name, value)| name.len() + value.len())
                .sum();
            return match size <= MOST_FORM {
                true => Ok(Filled {
                    fields,
                    file: None,
                    fault: None,
                }),
                false => Err(Error::TooBig),
            };
        }
        let mut parts = Multipart::from_request(request, app)
            .await
            .map_err(|_| Error::Form)?;
        let mut filled = Filled {
            fields: HashMap::new(),
            file: None,
            fault: None,
        };
        let mut size = 0;
        while let Some(field) = in_time(parts.next_field()).await?.map_err(refused)? {
            let name = field.name().unwrap_or_default().to_owned();
            size += name.len();
            if let Some(file_name) = field.file_name().map(str::to_owned) {
                filled.take(app, &file_name, field).await?;
                continue;
            }
            let left = MOST_FORM.checked_sub(size).ok_or(Error::TooBig)?;
            let value = text(field, left).await?;
            size += value.len();
            filled.fields.insert(name, value);
        }
        Ok(filled)
    }
}

impl Filled {
    async fn take(
        &mut self,
        app: &App,
        file_name: &str,
        mut field: Field<'_>,
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
            // A browser shows our answer only when it could send everything, so the rest is read and dropped.
            if refusal.is_some() || piece.is_empty() {
                continue;
            }
            let into = match &mut receiving {
                Some(into) => into,
                none => match Receiving::begin(app, file_name).await {
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
            (None, None) => Err(upload::Error::NoSound),
        };
        match ended {
            Ok(upload) => self.file = Some(upload),
            Err(error) => self.fault = Some(fault(error)),
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

async fn text(mut field: Field<'_>, most: usize) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = in_time(field.chunk()).await?.map_err(refused)? {
        if bytes.len() + piece.len() > most {
            return Err(Error::TooBig);
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Error::Form)
}

fn fault(error: upload::Error) -> Fault {
    let (code, about) = match error {
        upload::Error::NoSound => ("upload-no-sound", String::new()),
        upload::Error::TooLarge(most) => ("upload-too-large", most.to_string()),
        upload::Error::Busy => ("upload-busy", String::new()),
        upload::Error::Store(error) => {
            tracing::error!(%error, "a file could not be stored; its sender keeps the answers");
            ("upload-unkept", String::new())
        }
        upload::Error::Db(error) => {
            tracing::error!(code = error.code(), %error, "a file could not be noted; its sender keeps the answers");
            ("upload-unkept", String::new())
        }
    };
    Fault {
        field: "file",
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
