//! Explains failed responses, status codes and error codes of Huawei Cloud OBS.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use clap::{CommandFactory, Parser};
use clap_mangen::Man;
use obs_explain::{Args, Command, Failure, explain};
use terminal_size::{Width, terminal_size_of};

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    let result = match args.command {
        Some(command) => run_command(command).map_err(Failure::from),
        None => answer(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let code = failure.exit_code();
            if code != 0 {
                anstream::eprintln!("error: {failure}");
            }
            ExitCode::from(code)
        }
    }
}

fn answer(args: &Args) -> Result<(), Failure> {
    if args.words == ["-"] && io::stdin().is_terminal() {
        eprintln!("Paste a response or a log, then press {END_OF_INPUT}.");
    }
    let columns = terminal_size_of(io::stdout()).map(|(Width(columns), _)| usize::from(columns));
    let mut output = AutoStream::auto(io::stdout().lock());
    explain(args, io::stdin().lock(), columns, &mut output)?;
    Ok(output.flush()?)
}

const END_OF_INPUT: &str = if cfg!(windows) { "Ctrl-Z and Enter" } else { "Enter and Ctrl-D" };

fn run_command(command: Command) -> io::Result<()> {
    let mut program = Args::command();
    let mut stdout = io::stdout().lock();
    match command {
        Command::Completions { shell } => {
            let mut completions = vec![];
            clap_complete::generate(shell, &mut program, "obs-explain", &mut completions);
            stdout.write_all(&completions)
        }
        Command::Man => Man::new(program).render(&mut stdout),
    }
}
