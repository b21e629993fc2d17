//! What the command line accepts.

/// What a status or an error code means, what may be behind it, and what to do.
#[derive(clap::Parser, Debug)]
#[command(
    name = "explain",
    after_help = "Without an argument: the table of all statuses.\n\
                  A code that the table does not have is explained by its status: give both."
)]
pub struct Args {
    /// HTTP status, 100 to 599, or an error code alone
    pub status: Option<String>,

    /// Error code, the Code element of the response body
    pub code: Option<String>,

    /// Print JSON, for programs
    #[arg(long)]
    pub json: bool,
}
