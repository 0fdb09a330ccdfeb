//! The mail server that takes what we send (SMTP, RFC 5321), through lettre.

use crate::app::App;
use crate::config::Secret;
use crate::model::mail::Mail;
use jobs::{Code, StepError};
use lettre::address::Envelope;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::Error;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::{Duration, UNIX_EPOCH};

/// How long a mail server may think.
const PATIENCE: Duration = Duration::from_secs(30);

/// A mail server. Cheap to clone.
#[derive(Clone)]
pub struct Server(AsyncSmtpTransport<Tokio1Executor>);

impl Server {
    /// The server at this address.
    ///
    /// # Errors
    /// One line on what is wrong with it, without the address: it may hold a password.
    pub fn at(address: &Secret) -> Result<Server, String> {
        let wanted = "must be smtp://HOST:PORT, smtp://USER:PASSWORD@HOST:PORT?tls=required or smtps://USER:PASSWORD@HOST";
        let url = url::Url::parse(address.expose()).map_err(|_| wanted.to_owned())?;
        let plain = url.scheme() == "smtp"
            && !url
                .query_pairs()
                .any(|(name, value)| name == "tls" && value == "required");
        let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if plain && !here && !url.username().is_empty() {
            return Err(
                "would send a password in the clear; add ?tls=required or use smtps://".into(),
            );
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(address.expose())
            .map_err(|_| wanted.to_owned())?;
        Ok(Server(builder.timeout(Some(PATIENCE)).build()))
    }

    /// Hands a mail over. The envelope's sender is empty, so that nobody's machine answers ours (RFC 3834, section 3.3).
    ///
    /// # Errors
    /// `MailRefused` where the server will not take it; `MailServer` where it may later. Neither repeats an address.
    pub async fn send(&self, app: &App, mail: &Mail) -> Result<(), StepError> {
        let unfit =
            |what: &str| StepError::fail(Code::MailRefused, format!("its {what} cannot be sent"));
        let to: Address = mail.recipient.parse().map_err(|_| unfit("recipient"))?;
        let from: Address = app
            .config
            .showcase
            .contact
            .parse()
            .map_err(|_| unfit("sender"))?;
        let message = letter(app, mail, from, to.clone()).map_err(|_| unfit("head"))?;
        let envelope = Envelope::new(None, vec![to]).map_err(|_| unfit("recipient"))?;
        let sent = self.0.send_raw(&envelope, &message.formatted()).await;
        sent.map(|_| ()).map_err(|error| failure(&error))
    }
}

fn letter(
    app: &App,
    mail: &Mail,
    from: Address,
    to: Address,
) -> Result<Message, lettre::error::Error> {
    let host = url::Url::parse(&app.url).ok();
    let host = host
        .as_ref()
        .and_then(|url| url.host_str())
        .unwrap_or("localhost");
    let answers = mail.in_reply_to.is_some() || mail.cause.starts_with("received ");
    let auto = if answers {
        "auto-replied"
    } else {
        "auto-generated"
    };
    let written = UNIX_EPOCH + Duration::from_millis(u64::try_from(mail.created_at).unwrap_or(0));
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(app.config.showcase.name.clone()), from))
        .to(Mailbox::new(None, to))
        .subject(&mail.subject)
        .date(written)
        .message_id(Some(format!("<{}@{host}>", mail.id)))
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            auto.into(),
        ))
        .header(ContentType::TEXT_PLAIN);
    if let Some(id) = &mail.in_reply_to {
        builder = builder.in_reply_to(id.clone()).references(id.clone());
    }
    builder.body(mail.body.clone())
}

/// The server's own words may hold an address, so only its number is told.
fn failure(error: &Error) -> StepError {
    let said = error.status().map_or("did not answer".to_owned(), |code| {
        format!("answers {code}")
    });
    let detail = format!("the mail server {said}");
    match error.is_permanent() {
        true => StepError::fail(Code::MailRefused, detail),
        false => StepError::retry(Code::MailServer, detail),
    }
}
