//! `pugcast submit`: the web form's answers from the command line.

use crate::app::App;
use crate::config::Config;
use crate::intake::{self, Error};
use crate::model::answers::Answers;
use crate::model::clock::token_hash;
use crate::model::upload::Upload;
use crate::model::{Clock, Random};
use crate::upload::Receiving;
use anyhow::Context;
use bytes::BytesMut;
use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::io::AsyncReadExt;

/// The answers.
#[derive(clap::Args)]
pub struct Args {
    /// Links to videos and photos of one meeting, a podcast's feed, a journal or article; none when your words are a report
    links: Vec<String>,
    /// The group: its address on the roster, or its name
    #[arg(long)]
    group: String,
    /// The group's city, when it is not listed yet
    #[arg(long, default_value = "")]
    city: String,
    /// The group's country, two letters, when it is not listed yet
    #[arg(long, default_value = "")]
    country: String,
    /// What was covered, for people who were not there, in Markdown when it is a report; `-` reads standard input
    #[arg(long, default_value = "")]
    words: String,
    /// A title of your own
    #[arg(long, default_value = "")]
    title: String,
    /// What a report is about: covered, began, typical or coming (which needs --met-on)
    #[arg(long, default_value = "")]
    about: String,
    /// Who you are
    #[arg(long)]
    name: String,
    /// Where to answer
    #[arg(long, default_value = "")]
    email: String,
    /// The day of the meeting, as 2026-11-14
    #[arg(long, default_value = "")]
    met_on: String,
    /// Its language, as en or pt
    #[arg(long, default_value = "")]
    language: String,
    /// You may show it
    #[arg(long)]
    may_show: bool,
    /// You may hold copies of the pictures
    #[arg(long)]
    may_copy: bool,
    /// A recording of your own: MP3 or M4A, so that podcast clients play it; needs --consent
    #[arg(long)]
    audio: Option<PathBuf>,
    /// Everybody who speaks in the recording agreed that it is published, and its music may be
    #[arg(long)]
    consent: bool,
    /// The licence you give, by its SPDX name, or all-rights-reserved
    #[arg(long)]
    licence: String,
}

/// Stores the submission and prints the sender's private link.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let config = Config::from_env()?;
    let url = config.public_url();
    let app = App::start(config, url, Clock::System, Random::System).await?;
    let audio = args.audio.clone();
    let mut answers = answers(&app, args).await?;
    let file = match &audio {
        Some(path) => Some(store(&app, path).await?),
        None => None,
    };
    // The same command twice is the same submission.
    let named = file.as_ref().map(|file| &file.name);
    let form_key = format!("command-{}", token_hash(&format!("{answers:?} {named:?}")));
    answers.upload = file.map(|file| file.token).unwrap_or_default();
    match intake::receive(&app, &answers, "command", &form_key).await {
        Ok(submission) => {
            println!("{}/submissions/{}", app.url, submission.token);
            Ok(ExitCode::SUCCESS)
        }
        Err(Error::Faults(faults)) => {
            for fault in faults {
                let says = app.text.with(
                    &format!("error-{}", fault.code),
                    &[("about", Cow::from(&fault.about))],
                );
                eprintln!("pugcast: {} ({}): {says}", fault.field, fault.code);
            }
            Ok(ExitCode::FAILURE)
        }
        Err(Error::Db(error)) => {
            Err(error).context("nothing was stored; send it again when this is mended")
        }
    }
}

/// Stores a recording, as a browser would send it.
async fn store(app: &App, path: &Path) -> anyhow::Result<Upload> {
    let what = || format!("{} was not sent", path.display());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = tokio::fs::File::open(path).await.with_context(what)?;
    let mut receiving = Receiving::begin(app, &name).await.with_context(what)?;
    loop {
        let mut piece = BytesMut::with_capacity(1 << 20);
        if file.read_buf(&mut piece).await.with_context(what)? == 0 {
            break;
        }
        if let Err(error) = receiving.push(piece.freeze()).await {
            receiving.stop().await;
            return Err(error).with_context(what);
        }
    }
    receiving.finish().await.with_context(what)
}

async fn answers(app: &App, args: Args) -> anyhow::Result<Answers> {
    let words = if args.words == "-" {
        let mut words = String::new();
        std::io::stdin()
            .take(1 << 20)
            .read_to_string(&mut words)
            .context("cannot read your words")?;
        words
    } else {
        args.words
    };
    let listed = crate::db::group::by_slug(&app.db, &args.group)
        .await?
        .is_some();
    let flag = |given: bool| {
        if given {
            "yes".to_owned()
        } else {
            String::new()
        }
    };
    Ok(Answers {
        links: args.links.join("\n"),
        group: if listed {
            args.group.clone()
        } else {
            String::new()
        },
        group_name: if listed { String::new() } else { args.group },
        group_city: args.city,
        group_country: args.country,
        words,
        met_on: args.met_on,
        language: args.language,
        sender_name: args.name,
        sender_email: args.email,
        may_show: flag(args.may_show),
        may_copy: flag(args.may_copy),
        licence: args.licence,
        title: args.title,
        about: args.about,
        upload: String::new(),
        consent: flag(args.consent),
    })
}
