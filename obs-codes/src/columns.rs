//! A column of a table: one attribute of every row, in a static of its own, so that a program holds only the columns that it uses.
//!
//! The texts of a column are one text, with offsets: a `&str` for each would take 16 bytes and, in a position-independent program,
//! a relocation of 24 more.

use crate::{Clock, Confidence, Retry};

/// A text for each row. There are `N - 1` rows.
#[derive(Debug)]
pub struct Texts<const N: usize> {
    text: &'static str,
    offsets: [u32; N],
}

impl<const N: usize> Texts<N> {
    /// The texts of all rows one after the other; that of a row reaches from its offset to the next.
    #[inline]
    pub const fn new(text: &'static str, offsets: [u32; N]) -> Self {
        Self { text, offsets }
    }

    /// The text of a row.
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        if row + 1 >= N {
            return "";
        }
        let (start, end) = (self.offsets[row] as usize, self.offsets[row + 1] as usize);
        let Some((until_end, _)) = self.text.split_at_checked(end) else { return "" };
        match until_end.split_at_checked(start) {
            Some((_, text)) => text,
            None => "",
        }
    }

    /// The text of a row that may have none.
    #[inline]
    pub const fn get_some(&self, row: usize) -> Option<&'static str> {
        let text = self.get(row);
        if text.is_empty() { None } else { Some(text) }
    }

    /// The bytes of a row's text, if there are `len` of them.
    #[inline]
    pub const fn bytes(&self, row: usize, len: usize) -> Option<&'static [u8]> {
        if row + 1 >= N {
            return None;
        }
        let (start, end) = (self.offsets[row] as usize, self.offsets[row + 1] as usize);
        if end.wrapping_sub(start) != len {
            return None;
        }
        let Some((_, rest)) = self.text.as_bytes().split_at_checked(start) else { return None };
        match rest.split_at_checked(len) {
            Some((bytes, _)) => Some(bytes),
            None => None,
        }
    }
}

/// A list for each row: `M` items in all. There are `N - 1` rows.
#[derive(Debug)]
pub struct Lists<T, const M: usize, const N: usize> {
    items: [T; M],
    offsets: [u32; N],
}

impl<T, const M: usize, const N: usize> Lists<T, M, N> {
    /// The items of all rows one after the other; those of a row reach from its offset to the next.
    #[inline]
    pub const fn new(items: [T; M], offsets: [u32; N]) -> Self {
        Self { items, offsets }
    }

    /// The list of a row.
    #[inline]
    pub const fn get(&'static self, row: usize) -> &'static [T] {
        if row + 1 >= N {
            return &[];
        }
        let (start, end) = (self.offsets[row] as usize, self.offsets[row + 1] as usize);
        let Some((_, rest)) = self.items.split_at_checked(start) else { return &[] };
        match rest.split_at_checked(end.saturating_sub(start)) {
            Some((list, _)) => list,
            None => &[],
        }
    }
}

/// Which row a status code has, by its number.
#[derive(Debug)]
pub struct Numbers {
    /// For 100 to 599, the row counted from 1; 0 where the table has none.
    rows: [u16; 500],
}

impl Numbers {
    /// The status codes of all rows.
    #[expect(clippy::cast_possible_truncation, reason = "there are at most 500 rows")]
    #[inline]
    pub const fn new(numbers: &[u16]) -> Self {
        let mut rows = [0; 500];
        let mut row = 0;
        while row < numbers.len() {
            let place = numbers[row].wrapping_sub(100) as usize;
            if place < rows.len() {
                rows[place] = row as u16 + 1;
            }
            row += 1;
        }
        Self { rows }
    }

    /// The row of a number, if the table has it.
    #[inline]
    pub const fn row(&self, number: u16) -> Option<usize> {
        let place = number.wrapping_sub(100) as usize;
        if place >= self.rows.len() {
            return None;
        }
        (self.rows[place] as usize).checked_sub(1)
    }

    /// The row of a number that the table has.
    #[inline]
    pub const fn row_of(&self, number: u16) -> usize {
        match self.row(number) {
            Some(row) => row,
            None => 0,
        }
    }
}

/// Some of `all` rows, by their number; there is at least one.
#[inline]
pub const fn rows<T: Copy, const M: usize>(all: &[T], numbers: [u16; M]) -> [T; M] {
    let mut rows = [all[0]; M];
    let mut index = 0;
    while index < M {
        rows[index] = all[numbers[index] as usize];
        index += 1;
    }
    rows
}

/// The verdicts of all rows by their letters: `b`ackoff, re`s`ign, `r`edirect, `f`ix.
#[inline]
pub const fn retries<const N: usize>(letters: &[u8; N]) -> [Retry; N] {
    let mut retries = [Retry::Fix; N];
    let mut row = 0;
    while row < N {
        retries[row] = match letters[row] {
            b'b' => Retry::Backoff,
            b's' => Retry::Resign,
            b'r' => Retry::Redirect,
            _ => Retry::Fix,
        };
        row += 1;
    }
    retries
}

/// What the times must say, if anything.
pub type When = Option<Clock>;

/// What the times must say for each row, by letters: `a`head, `b`ehind, `d`elayed, or another for nothing in particular.
#[inline]
pub const fn clocks<const N: usize>(letters: &[u8; N]) -> [When; N] {
    let mut clocks = [None; N];
    let mut row = 0;
    while row < N {
        clocks[row] = match letters[row] {
            b'a' => Some(Clock::Ahead),
            b'b' => Some(Clock::Behind),
            b'd' => Some(Clock::Delayed),
            _ => None,
        };
        row += 1;
    }
    clocks
}

/// The confidences of all rows by their letters: `c`ertain, `l`ikely.
#[inline]
pub const fn confidences<const N: usize>(letters: &[u8; N]) -> [Confidence; N] {
    let mut confidences = [Confidence::Certain; N];
    let mut row = 0;
    while row < N {
        if letters[row] == b'l' {
            confidences[row] = Confidence::Likely;
        }
        row += 1;
    }
    confidences
}
