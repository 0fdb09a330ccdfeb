//! `pugcast mail receive`: what an MTA pipes its messages into.

use crate::app::App;
use crate::config::Config;
use crate::inbox::{self, Error, MOST};
use crate::model::{Clock, Random};
use std::io::Read;
use std::process::ExitCode;

/// What to do with mail.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Store the message on standard input as a submission. Exit 0: stored; 75: try again later; 65: no message, or too large
    Receive {
        /// The sender that the MTA was told (the envelope's); empty for a bounce
        #[arg(long)]
        sender: Option<String>,
    },
}

// Of sysexits.h, as MTAs read them.
/// Wrong use of the command.
pub const USAGE: u8 = 64;
/// No message, or one that is too large: the MTA returns it with our words.
const DATA: u8 = 65;
/// Nothing was stored; the MTA keeps the message and tries again.
const LATER: u8 = 75;

/// Reads one message and stores it. Whatever is not a fault of the message is for the MTA to try again.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let What::Receive { sender } = args.what;
    let mut raw = Vec::new();
    let read = std::io::stdin().take(MOST as u64 + 1).read_to_end(&mut raw);
    if let Err(error) = read {
        return Ok(end(
            LATER,
            &format!("the message could not be read: {error}"),
        ));
    }
    if raw.len() > MOST {
        let most = MOST >> 20;
        return Ok(end(
            DATA,
            &format!("the message is larger than {most} MiB; send links instead of files"),
        ));
    }
    let app = match open().await {
        Ok(app) => app,
        Err(error) => return Ok(end(LATER, &format!("nothing is stored yet: {error}"))),
    };
    Ok(match inbox::receive(&app, raw, sender.as_deref()).await {
        Ok(_) => ExitCode::SUCCESS,
        Err(Error::NoMessage) => end(DATA, &Error::NoMessage.to_string()),
        Err(Error::Db(error)) => end(LATER, &format!("nothing is stored yet: {error}")),
    })
}

async fn open() -> anyhow::Result<App> {
    let config = Config::from_env()?;
    let url = config.public_url();
    Ok(App::start(config, url, Clock::System, Random::System).await?)
}

fn end(code: u8, says: &str) -> ExitCode {
    eprintln!("pugcast: {says}");
    ExitCode::from(code)
}
