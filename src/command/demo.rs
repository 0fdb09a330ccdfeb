//! `pugcast demo`: the main job, whole, on an empty database.

use crate::demo;
use std::process::ExitCode;

/// How far to go.
#[derive(clap::Args)]
pub struct Args {
    /// End when all is shown and well, instead of serving on
    #[arg(long)]
    once: bool,
    /// Keep the demo's database and pictures in this folder (default: a temporary one)
    #[arg(long)]
    dir: Option<std::path::PathBuf>,
}

/// Runs the demo.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    demo::run(args.once, args.dir).await?;
    Ok(ExitCode::SUCCESS)
}
