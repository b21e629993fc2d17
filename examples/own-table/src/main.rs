//! A service with its own table of error codes: a lending library.

obs_codes::codes! {
    "codes.toml";

    /// Why the library does not lend a book.
    pub(crate) enum Refusal = ErrorCode;
}

/// Lends a book to a reader who has borrowed `loans` books already.
fn lend(book: u32, loans: usize) -> Result<&'static str, Refusal> {
    match book {
        _ if loans >= 10 => Err(Refusal::TooManyLoans),
        1 => Ok("The Go-Between"),
        2 => Err(Refusal::OnLoan),
        _ => Err(Refusal::NoSuchBook),
    }
}

/// The response: a status line and what happened.
fn response(outcome: Result<&str, Refusal>) -> String {
    match outcome {
        Ok(title) => format!("200 OK\n\n{title}"),
        Err(code) => match code.status() {
            Some(status) => format!("{status}\n\n{code}: {}", code.description()),
            None => format!("500 Internal Server Error\n\n{code}"),
        },
    }
}

/// Which team to alert about a refusal, and whether to do so at once.
fn alert(code: Refusal) -> String {
    let at_once = code.status().is_some_and(|status| status.page());
    let rule = code.rule().map(|rule| format!(", rule {rule}")).unwrap_or_default();
    format!("{code}{rule}: alert team `{}`{}", code.team(), if at_once { " at once" } else { "" })
}

fn main() {
    for (book, loans) in [(1, 0), (2, 3), (3, 0), (1, 10)] {
        println!("{}\n", response(lend(book, loans)));
    }
    println!("{:#}\n", Refusal::CardExpired);
    for code in Refusal::ALL {
        println!("{}", alert(*code));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_answered_with_the_status_of_its_row() {
        assert_eq!(response(lend(2, 0)), "409 Conflict\n\nON_LOAN: Another reader has the book.");
        assert_eq!(response(lend(1, 0)), "200 OK\n\nThe Go-Between");
    }

    #[test]
    fn the_table_has_only_the_six_codes_of_the_library() {
        let codes: Vec<_> = Refusal::ALL.iter().map(Refusal::as_str).collect();
        assert_eq!(codes, ["CARD_EXPIRED", "TOO_MANY_LOANS", "NO_SUCH_BOOK", "ON_LOAN", "RESERVED", "CATALOGUE_DOWN"]);
        assert_eq!(Refusal::CatalogueDown.retry(), obs_codes::Retry::Backoff);
    }

    #[test]
    fn an_alert_uses_the_columns_of_the_row() {
        assert_eq!(alert(Refusal::CatalogueDown), "CATALOGUE_DOWN: alert team `it` at once");
        assert_eq!(alert(Refusal::TooManyLoans), "TOO_MANY_LOANS, rule 7: alert team `desk`");
    }

    #[test]
    fn a_code_is_found_by_its_alias() {
        assert_eq!("LOAN_LIMIT".parse(), Ok(Refusal::TooManyLoans));
    }
}
