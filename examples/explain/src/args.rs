//! What the command line accepts.

use clap_complete::Shell;

use crate::request::Request;
use crate::time::Time;

const EXAMPLES: &str = "\
Examples for Huawei Cloud OBS:
  obs-explain 403                                      a status code
  obs-explain AccessDenied                             an error code
  obs-explain 404 NoSuchKey                            both
  obs-explain ClockSkew                                a cause
  obs-explain quota                                    all rows that mention the word
  curl -si https://bucket.obs.cn-north-4.myhuaweicloud.com/key | obs-explain -
  obs-explain app.log                                  each failed response in a log

Exit codes: 0 answered; 1 unknown word or error code; 2 wrong usage, or the input reports no failure or,
without --all, more than 1,000.";

/// Explains failed responses, status codes and error codes of Huawei Cloud OBS.
///
/// It says what happened, what to do, whether to retry, and what the possible causes are.
#[derive(clap::Parser, Debug)]
#[command(
    name = "obs-explain",
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = EXAMPLES
)]
pub struct Args {
    /// A status code, an error code or both, a cause, or words to search for; a file, or `-` for standard input, with failed responses:
    /// the output of `curl -i` or `curl -v`, an `<Error>` body, JSON, or a log
    ///
    /// Without words, all status codes are listed.
    #[arg(value_name = "WORD|FILE")]
    pub words: Vec<String>,

    /// Show everything in full, however long the page gets
    #[arg(short, long)]
    pub all: bool,

    /// List every error code with its status and its description
    #[arg(short, long, conflicts_with = "words")]
    pub list: bool,

    /// Print JSON for programs, one object per line
    #[arg(short, long)]
    pub json: bool,

    /// The request that failed, which makes the answer more exact, such as `PUT https://bucket.obs.cn-north-4.myhuaweicloud.com/key`
    #[arg(short, long, value_name = "METHOD URL", requires = "words")]
    pub request: Option<Request>,

    /// When the request was signed, by the client's clock, such as 2026-01-31T12:00:00Z, an HTTP date, or seconds since 1970
    #[arg(long, value_name = "TIME", requires = "words")]
    pub signed_at: Option<Time>,

    /// When to use colours
    #[command(flatten)]
    pub color: colorchoice_clap::Color,

    /// A command about the program itself
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Args {
    /// The facts about the request.
    pub(crate) fn facts(&self) -> Vec<(&'static str, &str)> {
        self.request.iter().flat_map(Request::facts).collect()
    }
}

/// The commands about the program itself.
#[derive(clap::Subcommand, Clone, Copy, Debug)]
pub enum Command {
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}
