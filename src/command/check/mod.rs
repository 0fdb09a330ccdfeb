//! `pugcast check`: what the service would make of a thing.

use std::io::ErrorKind;
use std::process::ExitCode;

mod link;
mod source;

/// The things that can be checked.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    thing: Thing,
}

#[derive(clap::Subcommand)]
enum Thing {
    /// Links: one JSON object a line; exit code 1 if any was refused
    Link {
        /// The links; without any, one a line on standard input
        links: Vec<String>,
    },
    /// A source: what would be collected, one JSON object an item, then a line of counts; exit code 1 if it cannot be
    /// read
    Source {
        /// A feed or an archive's answer in a file, read without any network; or the address of a feed, an archive, a
        /// channel, playlist, album or page
        place: String,
    },
}

/// Checks, prints, and says by the exit code whether all is well.
pub fn main(args: Args) -> ExitCode {
    let checked = match args.thing {
        Thing::Link { links } => link::check(links),
        Thing::Source { place } => source::check(&place),
    };
    match checked {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // A reader that has seen enough closes the pipe: no failure of ours.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pugcast: cannot read or write: {error}");
            ExitCode::FAILURE
        }
    }
}
