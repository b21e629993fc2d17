//! Prints what `{:#}` shows of a generated type: the whole explanation of a row, on several lines.

#![allow(clippy::missing_errors_doc, reason = "each function fails when the formatter does")]

use core::fmt::{Formatter, Result};

use crate::table::{AnyCase, AnyCategory, AnyCause, AnyErrorCode, AnyStatusCode};

/// Prints the category, such as `4XX Client Error`, and what it means.
pub fn category<T: AnyCategory>(category: &T, f: &mut Formatter<'_>) -> Result {
    write!(f, "{category}\n{}", category.description())
}

/// Prints the status, what it means, what to do, its category, and every cause.
pub fn status_code<T: AnyStatusCode>(status: &T, f: &mut Formatter<'_>) -> Result {
    write!(f, "{status}\n{}", status.description())?;
    remedy(status.remedy(), f)?;
    write!(f, "\n\n{:#}", status.category())?;
    // Only a failure has a retry verdict.
    if status.as_u16() >= 300 {
        write!(f, "\n\nretry: {:#}", status.retry())?;
    }
    causes(status.causes(), f)
}

/// Prints the cause and what to do about it.
pub fn cause<T: AnyCause>(cause: &T, f: &mut Formatter<'_>) -> Result {
    f.write_str(cause.description())?;
    remedy(cause.remedy(), f)
}

/// Prints the case and what to do about it.
pub fn case<T: AnyCase>(case: &T, f: &mut Formatter<'_>) -> Result {
    f.write_str(case.description())?;
    remedy(case.remedy(), f)
}

/// Prints the error code, its status, what happened, what to do, and the causes that it signals.
pub fn error_code<T: AnyErrorCode>(code: &T, f: &mut Formatter<'_>) -> Result {
    write!(f, "{code}")?;
    if let Some(status) = code.status() {
        write!(f, " ({status})")?;
    }
    write!(f, "\n{}", code.description())?;
    remedy(code.remedy(), f)?;
    write!(f, "\n\nretry: {:#}", code.retry())?;
    causes(code.causes(), f)
}

fn causes<T: AnyCause>(causes: &[T], f: &mut Formatter<'_>) -> Result {
    if causes.is_empty() {
        return Ok(());
    }
    f.write_str("\n\npossible causes:")?;
    for cause in causes {
        write!(f, "\n- {}", cause.description())?;
        if let Some(remedy) = cause.remedy() {
            write!(f, "\n  {remedy}")?;
        }
    }
    Ok(())
}

fn remedy(remedy: Option<&str>, f: &mut Formatter<'_>) -> Result {
    match remedy {
        Some(remedy) => write!(f, "\n{remedy}"),
        None => Ok(()),
    }
}
