//! `pugcast export`: the public face as files.

use crate::app::App;
use crate::config::{Config, public_url};
use crate::export::{self, Report};
use crate::model::{Clock, Random};
use crate::text::Catalogue;
use anyhow::{anyhow, bail};
use std::path::PathBuf;
use std::process::ExitCode;
use url::Url;

/// Where to.
#[derive(clap::Args)]
#[command(
    after_help = "PUGCAST_URL is to be the address at which the folder will be served: feeds, canonical links and previews \
                  name it whole. All other links lead from file to file. What a provider lends for some days (its \
                  pictures, its words) is left out. Run it again after changes: it writes what changed, removes what it \
                  wrote before and is gone, and leaves all other files alone."
)]
pub struct Args {
    /// The folder: new, empty, or an earlier export's
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Where the service runs that takes what people send; PUGCAST_URL if it is the same
    #[arg(long, value_name = "URL", value_parser = public_url)]
    live: Option<Url>,
}

/// Exports and reports; exit code 1 where something could not be made.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let config = Config::from_env()?;
    let (url, is_set) = (config.public_url(), config.url.is_some());
    let live = args.live.map_or(url.clone(), |live| {
        live.as_str().trim_end_matches('/').to_owned()
    });
    let app = App::start(config, url, Clock::System, Random::System).await?;
    if !is_set {
        let blanks = [("url", app.url.as_str().into())];
        eprintln!("{}", app.text.with("export-no-url", &blanks));
    }
    let folder = args.folder.display().to_string();
    let mut said = app.now();
    let progress = |report: &Report| {
        if app.now() - said >= 1000 {
            said = app.now();
            eprintln!("{}", says(&app.text, "export-progress", &folder, report));
        }
    };
    let report = export::run(&app, &live, &args.folder, progress)
        .await
        .map_err(|error| match error.is_refusal() {
            true => anyhow!(error).context("nothing was exported"),
            false => anyhow!(error)
                .context("the export broke off; run it again and it completes what is there"),
        })?;
    for about in &report.failed {
        let blanks = [("about", about.as_str().into())];
        eprintln!("{}", app.text.with("export-failed", &blanks));
    }
    println!("{}", says(&app.text, "export-done", &folder, &report));
    if !report.failed.is_empty() {
        bail!(
            "what could not be made stays as it was before, and nothing was removed; run it again"
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn says(text: &Catalogue, key: &str, folder: &str, report: &Report) -> String {
    let blanks = [
        ("folder", folder.into()),
        ("total", report.total.to_string().into()),
        ("written", report.written.to_string().into()),
        ("removed", report.removed.to_string().into()),
    ];
    text.with(key, &blanks)
}
