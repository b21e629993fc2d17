//! The statics that hold a table, one for each attribute. They are filled row by row.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};

use super::ident;

/// A sign that stands alone. What grows with the table is put together token by token: `quote!` would call the compiler for each row.
pub(super) fn punct(sign: char) -> TokenTree {
    TokenTree::Punct(Punct::new(sign, Spacing::Alone))
}

/// An array of anything, written item by item.
#[derive(Default)]
struct Array {
    items: TokenStream,
    length: usize,
}

impl Array {
    /// Where each row begins and the last one ends, before there are rows.
    fn offsets() -> Self {
        let mut offsets = Array::default();
        offsets.push_number(0);
        offsets
    }

    fn push_number(&mut self, number: usize) {
        self.push(Literal::usize_unsuffixed(number));
    }

    fn push(&mut self, item: impl Into<TokenTree>) {
        self.items.append(item.into());
        self.items.append(punct(','));
        self.length += 1;
    }

    fn push_path(&mut self, of: &Ident, variant: &Ident) {
        self.items.append(TokenTree::Ident(of.clone()));
        self.items.append(TokenTree::Punct(Punct::new(':', Spacing::Joint)));
        self.items.append(punct(':'));
        self.push(variant.clone());
    }

    fn length(&self) -> Literal {
        Literal::usize_unsuffixed(self.length)
    }
}

impl ToTokens for Array {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend([TokenTree::Group(Group::new(Delimiter::Bracket, self.items.clone()))]);
    }
}

/// All texts of a column in one, and where each begins.
pub(super) struct Texts {
    name: Ident,
    text: String,
    offsets: Array,
}

impl Texts {
    pub(super) fn new(name: &str) -> Self {
        Texts { name: ident(name), text: String::new(), offsets: Array::offsets() }
    }

    /// The text of the next row, empty where it has none.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.offsets.push_number(self.text.len());
    }
}

impl ToTokens for Texts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Texts { name, text, offsets } = self;
        let count = offsets.length();
        tokens.extend(quote!(static #name: Texts<#count> = Texts::new(#text, #offsets);));
    }
}

/// All lists of a column in one, and where each begins. What they list stands there by its row: at each path to a variant the compiler
/// looks through all variants.
pub(super) struct Lists {
    name: Ident,
    of: Ident,
    rows: Array,
    offsets: Array,
}

impl Lists {
    /// Lists of values of `of`.
    pub(super) fn new(name: &str, of: &str) -> Self {
        let (name, of) = (ident(name), ident(of));
        Lists { name, of, rows: Array::default(), offsets: Array::offsets() }
    }

    /// The list of the next row: other rows, by their number.
    pub(super) fn push(&mut self, rows: &[usize]) {
        for row in rows {
            self.rows.push_number(*row);
        }
        self.offsets.push_number(self.rows.length);
    }
}

impl ToTokens for Lists {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Lists { name, of, rows, offsets } = self;
        let (length, count) = (rows.length(), offsets.length());
        let items = selected(of, rows);
        tokens.extend(quote!(static #name: Lists<#of, #length, #count> = Lists::new(#items, #offsets);));
    }
}

/// Rows of `of` by their number.
fn selected(of: &Ident, rows: &Array) -> TokenStream {
    // Where nothing is selected, there may be nothing to select from.
    if rows.length == 0 { quote!([]) } else { quote!(rows(#of::ALL, #rows)) }
}

/// A row of another type for each row.
pub(super) struct Selection {
    name: Ident,
    of: Ident,
    rows: Array,
}

impl Selection {
    pub(super) fn new(name: &str, of: &str) -> Self {
        Selection { name: ident(name), of: ident(of), rows: Array::default() }
    }

    pub(super) fn push(&mut self, row: usize) {
        self.rows.push_number(row);
    }
}

impl ToTokens for Selection {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Selection { name, of, rows } = self;
        let count = rows.length();
        let rows = selected(of, rows);
        tokens.extend(quote!(static #name: [#of; #count] = #rows;));
    }
}

/// A value for each row: a variant of some type, or a number.
pub(super) struct Values {
    name: Ident,
    of: Ident,
    array: Array,
}

impl Values {
    pub(super) fn new(name: &str, of: &str) -> Self {
        Values { name: ident(name), of: ident(of), array: Array::default() }
    }

    pub(super) fn push(&mut self, variant: &Ident) {
        self.array.push_path(&self.of, variant);
    }

    pub(super) fn push_number(&mut self, number: usize) {
        self.array.push_number(number);
    }
}

impl ToTokens for Values {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Values { name, of, array } = self;
        let count = array.length();
        tokens.extend(quote!(static #name: [#of; #count] = #array;));
    }
}

/// One of a few values for each row, as a letter: a single literal instead of a path in each row.
pub(super) struct Letters {
    name: Ident,
    of: Ident,
    read: Ident,
    text: Vec<u8>,
}

impl Letters {
    /// Values of `of`, which the function `read` of `obs-codes` knows by their letters.
    pub(super) fn new(name: &str, of: &str, read: &str) -> Self {
        Letters { name: ident(name), of: ident(of), read: ident(read), text: Vec::new() }
    }

    pub(super) fn push(&mut self, letter: u8) {
        self.text.push(letter);
    }
}

impl ToTokens for Letters {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Letters { name, of, read, text } = self;
        let count = Literal::usize_unsuffixed(text.len());
        let letters = Literal::byte_string(text);
        tokens.extend(quote!(static #name: [#of; #count] = #read(#letters);));
    }
}
