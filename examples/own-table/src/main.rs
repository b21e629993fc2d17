//! A service whose error codes stand in a table of its own: a lending library.

obs_codes::codes!("codes.toml");

/// Lends a book to a reader who has some already.
fn lend(book: u32, loans: usize) -> Result<&'static str, ErrorCode> {
    match book {
        _ if loans >= 10 => Err(ErrorCode::TooManyLoans),
        1 => Ok("The Go-Between"),
        2 => Err(ErrorCode::OnLoan),
        _ => Err(ErrorCode::NoSuchBook),
    }
}

/// The answer as it goes over the wire: a status line and what happened.
fn response(outcome: Result<&str, ErrorCode>) -> String {
    match outcome {
        Ok(title) => format!("200 OK\n\n{title}"),
        Err(code) => match code.status() {
            Some(status) => format!("{status}\n\n{code}: {}", code.description()),
            None => format!("500 Internal Server Error\n\n{code}"),
        },
    }
}

fn main() {
    for (book, loans) in [(1, 0), (2, 3), (3, 0), (1, 10)] {
        println!("{}\n", response(lend(book, loans)));
    }
    println!("{:#}", ErrorCode::CardExpired);
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
    fn the_table_holds_the_five_codes_of_the_library_and_no_other() {
        let codes: Vec<_> = ErrorCode::ALL.iter().map(super::ErrorCode::as_str).collect();
        assert_eq!(codes, ["CARD_EXPIRED", "TOO_MANY_LOANS", "NO_SUCH_BOOK", "ON_LOAN", "CATALOGUE_DOWN"]);
        assert_eq!(ErrorCode::CatalogueDown.retry(), obs_codes::Retry::Backoff);
    }
}
