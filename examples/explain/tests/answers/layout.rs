use obs_codes::{ErrorCode, StatusCode};

use crate::answer;

#[track_caller]
fn assert_laid_out(words: &[&str]) {
    let page = answer(words);
    assert!(page.ends_with('\n') && page.trim() == page.trim_end_matches('\n'), "{words:?}: blank at an end\n{page}");
    assert!(!page.contains("\n\n\n") && !page.ends_with("\n\n"), "{words:?}: two empty lines\n{page}");
    for line in page.lines() {
        assert!(line.chars().count() <= 80, "{words:?}: over 80 columns\n{line}");
        assert!(line.trim_end() == line, "{words:?}: blanks at the end\n{line}");
        assert!(!line.contains(char::is_control), "{words:?}: {line:?}");
    }
}

#[test]
fn the_table_of_statuses_fits_80_columns() {
    assert_laid_out(&[]);
}

#[test]
fn the_page_of_every_number_fits_80_columns() {
    for number in 100..=599 {
        assert_laid_out(&[&number.to_string()]);
    }
}

#[test]
fn the_page_of_every_error_code_fits_80_columns() {
    for code in ErrorCode::ALL {
        assert_laid_out(&[code.as_str()]);
    }
}

#[test]
fn the_page_of_every_error_code_with_every_status_fits_80_columns() {
    for status in StatusCode::ALL {
        for code in ErrorCode::ALL {
            assert_laid_out(&[status.as_str(), code.as_str()]);
        }
    }
}

#[test]
fn the_page_of_an_unknown_code_of_any_length_fits_80_columns() {
    for length in 0..200 {
        assert_laid_out(&["403", &"NoSuchBucket".repeat(20)[..length]]);
        assert_laid_out(&["418", &"NoSuchBucket".repeat(20)[..length]]);
    }
}
