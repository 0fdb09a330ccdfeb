//! Starts the command line; a child that decodes media never gets that far.

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|first| first == "media-child")
    {
        return jobs::media::child_main();
    }
    pugcast::command::main()
}
