//! Decodes strangers' media, started by the service for each file and locked up.
//! A program of its own, so that the service carries no decoder.

use std::process::ExitCode;

fn main() -> ExitCode {
    jobs::media::child_main()
}
