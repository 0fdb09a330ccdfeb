//! `pugcast editor invite`: prints a one-time sign-in link.

use crate::app::App;
use crate::config::Config;
use crate::db::{self, Db};
use crate::model::clock::token_hash;
use crate::model::{Clock, EditorId, Random};
use anyhow::{Context, bail};
use std::process::ExitCode;

/// How long a sign-in link can be used.
const LINK_MS: i64 = 24 * 60 * 60 * 1000;

/// What to do with editors.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Print a sign-in link for this mail address: usable once, within a day
    Invite {
        /// The editor's mail address
        email: String,
    },
}

/// Makes the editor if need be and prints the link.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let What::Invite { email } = args.what;
    let config = Config::from_env()?;
    let url = config.public_url();
    let db = Db::open(&config.database)
        .await
        .context("the editor was not invited")?;
    let path = invite_in(&db, &Clock::System, &Random::System, &email).await?;
    println!("{url}{path}");
    Ok(ExitCode::SUCCESS)
}

/// Makes the editor if need be; the path of their sign-in link.
///
/// # Errors
/// No mail address, or what the database says.
pub async fn invite(app: &App, email: &str) -> anyhow::Result<String> {
    invite_in(&app.db, &app.clock, &app.random, email).await
}

async fn invite_in(db: &Db, clock: &Clock, random: &Random, email: &str) -> anyhow::Result<String> {
    let email = email.trim().to_lowercase();
    if !email
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        || email.contains(char::is_whitespace)
    {
        bail!("“{email}” is no mail address; give one such as ada@example.org");
    }
    let now = clock.now_ms();
    let token = random.token();
    let mut tx = db.begin().await?;
    let editor =
        db::editor::find_or_make(&mut tx, EditorId::mint(clock, random), &email, now).await?;
    db::editor::add_sign_in(&mut tx, &token_hash(&token), &editor.id, now + LINK_MS).await?;
    tx.commit().await?;
    Ok(format!("/desk/sign-in?token={token}"))
}
