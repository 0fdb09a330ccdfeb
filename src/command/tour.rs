//! `pugcast tour`: the postcards of a month, joined.

use crate::app::App;
use crate::config::Config;
use crate::model::{Clock, Random};
use crate::tour::{self, Month};
use anyhow::{Context, bail};
use std::process::ExitCode;

/// Which month.
#[derive(clap::Args)]
pub struct Args {
    /// The month, as 2026-11; the last one that is over where it is left out
    month: Option<String>,
}

/// Lays a month's world tour before the editors and prints its page on the desk. The service does so by itself once a
/// month is over.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let config = Config::from_env()?;
    let url = config.public_url();
    let app = App::start(config, url, Clock::System, Random::System).await?;
    let month = match &args.month {
        Some(text) => match Month::from_text(text) {
            Some(month) => month,
            None => bail!("{text} is no month; write it as 2026-11"),
        },
        None => Month::last(app.clock.now()).context("the clock is wrong; name the month")?,
    };
    if month >= Month::this(app.clock.now()) {
        bail!("{month} is not over: voices may still come; wait for its end");
    }
    let id = tour::propose(&app, month).await?;
    println!("{}/desk/submissions/{id}", app.url);
    Ok(ExitCode::SUCCESS)
}
