//! `pugcast check`: what the service would make of a thing.

use std::io::ErrorKind;
use std::process::ExitCode;

mod feed;
mod link;
mod media;
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
    /// A feed: each fault against RSS 2.0, PSP-1, Apple's and Podcasting 2.0's rules, where it stands and how to mend it;
    /// exit code 1 if anything has to be mended
    Feed {
        /// A file, or an address
        place: String,
        /// One JSON object a fault, then one of counts
        #[arg(long)]
        json: bool,
    },
    /// A file: kind, codecs, duration, tags, chapters and loudness as a JSON object; exit code 1 and the reason if it
    /// cannot be read
    Media {
        /// A picture, a film or a recording; its name does not matter
        file: std::path::PathBuf,
        /// Make its pictures, too, in this folder
        #[arg(long, value_name = "DIR")]
        out: Option<std::path::PathBuf>,
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
        Thing::Feed { place, json } => feed::check(&place, json),
        Thing::Media { file, out } => media::check(&file, out.as_deref()),
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
