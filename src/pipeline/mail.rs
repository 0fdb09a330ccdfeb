//! Sends what was written into the outbox.

use super::{nothing, ours};
use crate::app::App;
use crate::db;
use crate::model::MailId;
use crate::worker::Save;
use futures::FutureExt;
use jobs::StepError;

/// Hands a mail to the mail server. What was sent before stays sent.
pub(super) async fn send(app: &App, id: &str) -> Result<Save, StepError> {
    let Some(id) = MailId::from_text(id) else {
        return Ok(nothing());
    };
    let mail = db::mail::by_id(&app.db, &id).await.map_err(ours)?;
    let (Some(mail), Some(server)) = (mail, &app.mail) else {
        return Ok(nothing()); // swept since, or there is no server: it stays on the pages
    };
    if mail.sent_at.is_none() {
        server.send(app, &mail).await?;
    }
    let app = app.clone();
    Ok(Box::new(move |tx| {
        async move {
            db::mail::set_sent(tx, &id, app.now()).await?;
            Ok(None)
        }
        .boxed()
    }))
}
