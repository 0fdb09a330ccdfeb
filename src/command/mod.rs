//! The command line: one file a command.

use crate::config::Config;
use crate::model::{Clock, Random};
use crate::service::{self, Role};
use anyhow::Context;
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

mod check;
mod demo;
pub mod editor;
mod export;
mod import;
mod mail;
mod master;
mod source;
mod submit;
mod tour;

/// Shows the world what usergroups do.
#[derive(Parser)]
#[command(
    name = "pugcast",
    version,
    about,
    after_help = "Settings are environment variables; the README lists them."
)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and run jobs in one process (the default)
    Run,
    /// Serve pages only
    Serve,
    /// Run jobs only
    Work,
    /// Show the main job on sample links, on an empty database
    Demo(demo::Args),
    /// Send links from the command line
    Submit(Box<submit::Args>),
    /// Take what came by mail
    Mail(mail::Args),
    /// Bring a list: a roster of groups, pyvideo's records, an OPML of sources
    Import(import::Args),
    /// Subscribe to feeds, channels and archives
    Source(source::Args),
    /// Join the postcards of a month: a world tour, laid before the editors
    Tour(tour::Args),
    /// Write the public face as files for any web host
    Export(export::Args),
    /// Invite those who decide
    Editor(editor::Args),
    /// Make an episode of recordings: MP3 and Opus at -16 LUFS, chapters, transcript
    Master(Box<master::Args>),
    /// Say what the service would make of a thing, without server or database
    Check(check::Args),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let args = Args::try_parse().unwrap_or_else(|error| {
        let _ = error.print();
        // An MTA knows the exit codes of sysexits.h alone.
        let by_mta = std::env::args().nth(1).as_deref() == Some("mail");
        let code = if by_mta && error.use_stderr() {
            i32::from(mail::USAGE)
        } else {
            error.exit_code()
        };
        std::process::exit(code)
    });
    match args.command.unwrap_or(Command::Run) {
        Command::Check(args) => check::main(args),
        Command::Demo(args) => block_on(demo::main(args)),
        Command::Submit(args) => block_on(submit::main(*args)),
        Command::Mail(args) => block_on(mail::main(args)),
        Command::Master(args) => block_on(master::main(*args)),
        Command::Import(args) => block_on(import::main(args)),
        Command::Source(args) => block_on(source::main(args)),
        Command::Tour(args) => block_on(tour::main(args)),
        Command::Export(args) => block_on(export::main(args)),
        Command::Editor(args) => block_on(editor::main(args)),
        Command::Run => block_on(serve(Role::Run)),
        Command::Serve => block_on(serve(Role::Serve)),
        Command::Work => block_on(serve(Role::Work)),
    }
}

async fn serve(role: Role) -> anyhow::Result<ExitCode> {
    let config = Config::from_env()?;
    start_log(&config);
    let running = service::start(config, role, Clock::System, Random::System, |app| app).await?;
    match running.address {
        Some(address) => tracing::info!(%address, url = running.app.url, "serving"),
        None => tracing::info!("working"),
    }
    running.until_signal().await;
    Ok(ExitCode::SUCCESS)
}

/// Every failure ends here: one line that says what happened and what to do, exit code 1.
fn block_on(command: impl Future<Output = anyhow::Result<ExitCode>>) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start threads");
    match runtime.and_then(|runtime| runtime.block_on(command)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("pugcast: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The child that decodes, beside this program.
fn media_child() -> anyhow::Result<jobs::media::Child> {
    let program = std::env::current_exe().context("cannot find the running program")?;
    Ok(jobs::media::Child {
        require_sandbox: Config::from_env()?.require_sandbox,
        ..jobs::media::Child::new(program.with_file_name("pugcast-media"))
    })
}

/// Starts the log on standard error, as the settings say.
pub fn start_log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if config.log_json {
        log.json().init()
    } else {
        log.init()
    }
}
