//! `pugcast source`: what we collect from.

use crate::app::App;
use crate::config::Config;
use crate::decision::Error;
use crate::model::source::{Source, Terms};
use crate::model::{Clock, Random};
use crate::{db, source};
use anyhow::{Context, bail};
use std::borrow::Cow;
use std::process::ExitCode;

/// What to do with sources.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Subscribe to a feed, channel, playlist, album or archive
    Add(Box<Add>),
    /// Print the sources, one a line: how it stands, its address, its title
    List,
    /// Have a source asked as soon as its server may be
    Look {
        /// Its address, as `list` prints it
        address: String,
    },
    /// End a subscription; what it brought stays
    End {
        /// Its address, as `list` prints it
        address: String,
        /// The editor who says so
        #[arg(long)]
        editor: String,
    },
}

#[derive(clap::Args)]
struct Add {
    /// Its link
    url: String,
    /// The editor who subscribes, and is told when it fails
    #[arg(long)]
    editor: String,
    /// What it is called here
    #[arg(long, default_value = "")]
    title: String,
    /// Whose it is: the group's address on the roster
    #[arg(long)]
    group: Option<String>,
    /// The language of its things, where they do not say, as en or pt
    #[arg(long)]
    language: Option<String>,
    /// Their country, two letters
    #[arg(long)]
    country: Option<String>,
    /// Their licence, by its SPDX name
    #[arg(long)]
    licence: Option<String>,
    /// A word to look for; may be given again
    #[arg(long = "word")]
    words: Vec<String>,
    /// Minutes between two looks (default: six hours)
    #[arg(long)]
    minutes: Option<u32>,
}

/// Does it.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let config = Config::from_env()?;
    let url = config.public_url();
    let app = App::start(config, url, Clock::System, Random::System).await?;
    match args.what {
        What::Add(add) => {
            let editor = known_editor(&app, &add.editor).await?;
            let terms = terms(&app, &add).await?;
            let added = source::add(&app, &add.url, &add.title, &terms, &editor).await;
            let source = added.map_err(|error| told(&app, error))?;
            println!("{}/desk/sources/{}", app.url, source.id);
        }
        What::List => {
            for source in db::source::all(&app.db).await? {
                println!("{}", line(&source));
            }
        }
        What::Look { address } => {
            let source = find(&app, &address).await?;
            let asked = source::ask_now(&app, &source).await;
            asked.map_err(|error| told(&app, error))?;
        }
        What::End { address, editor } => {
            let editor = known_editor(&app, &editor).await?;
            let source = find(&app, &address).await?;
            let ended = source::end(&app, &source, &editor).await;
            ended.map_err(|error| told(&app, error))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn terms(app: &App, add: &Add) -> anyhow::Result<Terms> {
    let group_id = match &add.group {
        None => None,
        Some(slug) => {
            let group = db::group::by_slug(&app.db, slug).await?;
            let says = || format!("no group has the address “{slug}” on the roster");
            Some(group.with_context(says)?.id)
        }
    };
    Ok(Terms {
        group_id,
        language: add.language.clone(),
        country: add.country.clone(),
        licence: add.licence.clone(),
        words: add.words.join("\n"),
        interval_ms: i64::from(add.minutes.unwrap_or_default()) * 60 * 1000,
    })
}

async fn known_editor(app: &App, email: &str) -> anyhow::Result<String> {
    let email = email.trim().to_lowercase();
    match db::editor::by_email(&app.db, &email).await? {
        Some(editor) => Ok(editor.email),
        None => bail!("“{email}” is no editor; invite them with pugcast editor invite {email}"),
    }
}

async fn find(app: &App, address: &str) -> anyhow::Result<Source> {
    let source = db::source::by_address(&app.db, address).await?;
    source.with_context(|| format!("no source has the address {address}; see pugcast source list"))
}

fn line(source: &Source) -> String {
    let stands = match (&source.polling, source.subscribed_at) {
        (polling, _) if polling.ended_at.is_some() => "ended",
        (_, None) => "unsubscribed",
        (polling, _) if polling.broken_at.is_some() => "broken",
        (polling, _) if polling.failures > 0 => "failing",
        _ => "well",
    };
    format!("{stands}\t{}\t{}", source.address, source.title)
}

/// An error as this command says it.
fn told(app: &App, error: Error) -> anyhow::Error {
    let Error::Faults(faults) = error else {
        return anyhow::Error::new(error);
    };
    let lines = faults.into_iter().map(|fault| {
        let about = [("about", Cow::from(fault.about))];
        let says = app.text.with(&format!("error-{}", fault.code), &about);
        format!("{} ({}): {says}", fault.field, fault.code)
    });
    anyhow::Error::msg(lines.collect::<Vec<_>>().join("\n"))
}
