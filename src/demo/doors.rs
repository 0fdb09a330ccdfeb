//! The doors of the demo: the form and the programs' door through the router, mail and command as programs of
//! their own, as an MTA and a shell start them.

use crate::app::App;
use crate::model::answers::Answers;
use crate::model::submission::Submission;
use crate::replay::{Door, SOUND, Sample};
use crate::{db, intake, web};
use anyhow::{Context, bail, ensure};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};
use std::process::Stdio;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tower::ServiceExt;

/// Sends a sample by its door.
pub(super) async fn send(app: &App, n: usize, sample: &Sample) -> anyhow::Result<Submission> {
    let token = match sample.door {
        Door::Intake => return by_intake(app, n, sample).await,
        Door::Form => by_form(app, sample).await?,
        Door::Api => by_api(app, sample).await?,
        Door::Command => by_command(app, sample).await?,
        Door::Mail => return by_mail(app, sample).await,
    };
    let found = db::submission::by_token(&app.db, &token).await?;
    found.context("the door named a submission that is not there")
}

async fn by_intake(app: &App, n: usize, sample: &Sample) -> anyhow::Result<Submission> {
    match intake::receive(app, &answers(sample), "demo", &format!("demo-{n}")).await {
        Ok(submission) => Ok(submission),
        Err(intake::Error::Faults(faults)) => bail!("sample {n} was refused: {faults:?}"),
        Err(error) => Err(error).context(format!("sample {n}")),
    }
}

fn answers(sample: &Sample) -> Answers {
    Answers {
        links: sample.links.join("\n"),
        group_name: sample.group.name.into(),
        group_city: sample.group.city.into(),
        group_country: sample.group.country.into(),
        words: sample.words.into(),
        about: sample.about.into(),
        met_on: sample.met_on.into(),
        language: sample.group.language.into(),
        sender_name: sample.sender.into(),
        sender_email: sample.email.unwrap_or_default().into(),
        may_show: "yes".into(),
        may_copy: if sample.may_copy {
            "yes".into()
        } else {
            String::new()
        },
        licence: sample.licence.into(),
        ..Answers::default()
    }
}

/// The form with a recording, as a browser sends it: first to be checked, then to be sent.
async fn by_form(app: &App, sample: &Sample) -> anyhow::Result<String> {
    let answers = answers(sample);
    let key = app.random.token();
    let mut fields = vec![
        ("form_key", key.as_str()),
        ("links", &answers.links),
        ("group_name", &answers.group_name),
        ("group_city", &answers.group_city),
        ("group_country", &answers.group_country),
        ("words", &answers.words),
        ("met_on", &answers.met_on),
        ("language", &answers.language),
        ("sender_name", &answers.sender_name),
        ("sender_email", &answers.sender_email),
        ("may_show", &answers.may_show),
        ("may_copy", &answers.may_copy),
        ("licence", &answers.licence),
        ("consent", "yes"),
    ];
    let mut body = Vec::new();
    for (name, value) in &fields {
        let head =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(head.into_bytes());
    }
    body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"evening.mp3\"\r\n\r\n");
    body.extend(SOUND);
    body.extend(b"\r\n--edge--\r\n");
    let checked = ask(app, "/submit", "multipart/form-data; boundary=edge", body).await?;
    ensure!(
        checked.status() == StatusCode::OK,
        "the form answers {}",
        checked.status()
    );
    let page = to_bytes(checked.into_body(), 1 << 20).await?;
    let page = String::from_utf8_lossy(&page).into_owned();
    let upload = page.split_once("name=\"upload\" value=\"");
    let upload = upload.and_then(|(_, rest)| rest.split('"').next());
    fields.extend([
        (
            "upload",
            upload.context("the page to check has no recording")?,
        ),
        ("step", "send"),
    ]);
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&fields)
        .finish();
    let sent = ask(
        app,
        "/submit",
        "application/x-www-form-urlencoded",
        body.into_bytes(),
    )
    .await?;
    let to = sent.headers().get(header::LOCATION);
    let to = to.and_then(|to| to.to_str().ok()?.rsplit('/').next().map(str::to_owned));
    to.with_context(|| format!("the sent form answers {}", sent.status()))
}

async fn by_api(app: &App, sample: &Sample) -> anyhow::Result<String> {
    let body = json!({
        "links": sample.links,
        "group_name": sample.group.name,
        "group_city": sample.group.city,
        "group_country": sample.group.country,
        "words": sample.words,
        "about": sample.about,
        "met_on": sample.met_on,
        "language": sample.group.language,
        "sender_name": sample.sender,
        "may_show": true,
        "may_copy": sample.may_copy,
        "licence": sample.licence,
    });
    let sent = ask(
        app,
        "/api/v1/submissions",
        "application/json",
        body.to_string().into_bytes(),
    )
    .await?;
    let status = sent.status();
    let body = to_bytes(sent.into_body(), 1 << 20).await?;
    ensure!(
        status == StatusCode::CREATED,
        "the programs' door answers {}",
        String::from_utf8_lossy(&body)
    );
    let body: Value = serde_json::from_slice(&body)?;
    let address = body["address"].as_str().context("no address")?;
    Ok(address.rsplit('/').next().unwrap_or_default().to_owned())
}

async fn ask(app: &App, path: &str, kind: &str, body: Vec<u8>) -> anyhow::Result<Response> {
    let request = Request::post(path).header(header::CONTENT_TYPE, kind);
    let request = request.body(Body::from(body))?;
    Ok(web::router(app.clone()).oneshot(request).await?)
}

async fn by_command(app: &App, sample: &Sample) -> anyhow::Result<String> {
    let mut command = program(app)?;
    command.arg("submit").args(sample.links).args([
        "--group",
        sample.group.name,
        "--city",
        sample.group.city,
        "--country",
        sample.group.country,
        "--words",
        sample.words,
        "--about",
        sample.about,
        "--met-on",
        sample.met_on,
        "--language",
        sample.group.language,
        "--name",
        sample.sender,
        "--licence",
        sample.licence,
        "--may-show",
    ]);
    if sample.may_copy {
        command.arg("--may-copy");
    }
    let out = command.output().await.context("pugcast submit")?;
    let says = String::from_utf8_lossy(&out.stderr);
    ensure!(
        out.status.success(),
        "pugcast submit ends with {}: {says}",
        out.status
    );
    let address = String::from_utf8_lossy(&out.stdout).trim().to_owned();
    Ok(address.rsplit('/').next().unwrap_or_default().to_owned())
}

/// A mail through the pipe that an MTA has; its group is named in the words alone, and the editor fills it in.
async fn by_mail(app: &App, sample: &Sample) -> anyhow::Result<Submission> {
    let from = sample.email.context("a mail has a sender")?;
    let (subject, links) = (sample.found_title, sample.links.join("\r\n"));
    let words = sample.words.replace('\n', "\r\n");
    let mail = format!(
        "From: {} <{from}>\r\nTo: submit@example.org\r\nSubject: {subject}\r\nMessage-ID: <demo@example.org>\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n\r\n{links}\r\n",
        sample.sender
    );
    let mut command = program(app)?;
    let command = command.args(["mail", "receive", "--sender", from]);
    let mut child = command
        .stdin(Stdio::piped())
        .spawn()
        .context("pugcast mail receive")?;
    let mut pipe = child.stdin.take().context("no pipe")?;
    pipe.write_all(mail.as_bytes()).await?;
    drop(pipe);
    let out = child.wait_with_output().await?;
    let says = String::from_utf8_lossy(&out.stderr);
    ensure!(
        out.status.success(),
        "pugcast mail receive ends with {}: {says}",
        out.status
    );
    for state in crate::model::submission::State::ALL {
        let all = db::submission::in_state(&app.db, *state, 100).await?;
        if let Some(found) = all.into_iter().find(|sent| sent.door == "mail") {
            return Ok(found);
        }
    }
    bail!("the mail made no submission")
}

/// This program once more, on the demo's database and folder.
fn program(app: &App) -> anyhow::Result<Command> {
    let config = &app.config;
    let mut command = Command::new(std::env::current_exe()?);
    command
        .env("DATABASE_URL", config.database.expose())
        .env("PUGCAST_MEDIA_DIR", &config.media_dir)
        .env("PUGCAST_URL", &app.url)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    Ok(command)
}
