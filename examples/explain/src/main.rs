//! Explains a status, an error code or a failed response of Huawei Cloud OBS.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use explain::Args;
use obs_codes::StatusCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let answer = explain::answer::<StatusCode>(&args, io::stdin().lock()).unwrap_or_else(|refusal| refusal.exit());
    match print(&answer) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough, as in `explain | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: cannot write the answer: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints to standard output, with the styles only where they are welcome.
fn print(answer: &str) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(answer.as_bytes())?;
    stdout.flush()
}
