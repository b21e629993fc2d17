//! The columns of a table. Each column is one attribute of every row, in its own static, so a program contains only the columns that it
//! uses.

/// A text for each row. There are `N - 1` rows.
///
/// The texts are stored as one string with an offset of 4 bytes for each row. A `&str` for each row would take 16 bytes and, in a
/// position-independent program, a relocation of another 24.
#[derive(Debug)]
pub struct Texts<const N: usize> {
    text: &'static str,
    offsets: [u32; N],
}

impl<const N: usize> Texts<N> {
    /// `text` is the texts of all rows, one after the other. The text of a row begins at its offset and ends at the next one.
    #[inline]
    pub const fn new(text: &'static str, offsets: [u32; N]) -> Self {
        Self { text, offsets }
    }

    /// The text of a row.
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        let (start, end) = (self.offsets[row] as usize, self.offsets[row + 1] as usize);
        self.text.split_at(end).0.split_at(start).1
    }

    /// The text of a row, or `None` if it is empty.
    #[inline]
    pub const fn get_some(&self, row: usize) -> Option<&'static str> {
        let text = self.get(row);
        if text.is_empty() { None } else { Some(text) }
    }

    /// The bytes of a row's text, or `None` if its length is not `len` or there is no such row.
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

/// A list for each row. There are `N - 1` rows and `M` items in all.
#[derive(Debug)]
pub struct Lists<T, const M: usize, const N: usize> {
    items: [T; M],
    offsets: [u32; N],
}

impl<T, const M: usize, const N: usize> Lists<T, M, N> {
    /// `items` is the items of all rows, one after the other. Those of a row begin at its offset and end at the next one.
    #[inline]
    pub const fn new(items: [T; M], offsets: [u32; N]) -> Self {
        Self { items, offsets }
    }

    /// The list of a row.
    #[inline]
    pub const fn get(&self, row: usize) -> &[T] {
        let (start, end) = (self.offsets[row] as usize, self.offsets[row + 1] as usize);
        self.items.split_at(end).0.split_at(start).1
    }
}

impl<T: Copy, const M: usize, const N: usize> Lists<T, M, N> {
    /// The first item of a row's list, or `None` if the list is empty.
    #[inline]
    pub const fn first(&self, row: usize) -> Option<T> {
        match self.get(row) {
            [first, ..] => Some(*first),
            [] => None,
        }
    }
}

/// Finds the row of a status code by its number.
#[derive(Debug)]
pub struct Numbers {
    /// The row of each number from 100 to 599 that the table has.
    rows: [Option<u16>; 500],
}

impl Numbers {
    const FIRST: u16 = 100;

    /// `numbers` is the status codes of all rows, in order.
    #[expect(clippy::cast_possible_truncation, reason = "there are at most 500 status codes, so at most 500 rows")]
    #[inline]
    pub const fn new(numbers: &[u16]) -> Self {
        let mut rows = [None; 500];
        let mut row = 0;
        while row < numbers.len() {
            rows[(numbers[row] - Self::FIRST) as usize] = Some(row as u16);
            row += 1;
        }
        Self { rows }
    }

    /// The row of a status code, if the table has it.
    #[inline]
    pub const fn find(&self, number: u16) -> Option<usize> {
        let index = number.wrapping_sub(Self::FIRST) as usize;
        if index >= self.rows.len() {
            return None;
        }
        match self.rows[index] {
            Some(row) => Some(row as usize),
            None => None,
        }
    }

    /// The row of a status code.
    ///
    /// # Panics
    ///
    /// If the table does not have it.
    #[inline]
    pub const fn row(&self, number: u16) -> usize {
        self.find(number).expect("each status code of the table has a row")
    }
}

/// The values of `all` at the indices `rows`. `all` must not be empty.
#[inline]
pub const fn select<T: Copy, const M: usize>(all: &[T], rows: [u16; M]) -> [T; M] {
    let mut selected = [all[0]; M];
    let mut index = 0;
    while index < M {
        selected[index] = all[rows[index] as usize];
        index += 1;
    }
    selected
}
