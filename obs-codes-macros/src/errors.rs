//! Collects every mistake of a table and turns each into a compile error.

use std::ops::Range;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::order::in_order;
use crate::parse::Place;
use crate::snippet::{Label, Snippets};
use crate::source::Source;

/// One thing that is wrong, and where.
pub(crate) struct Mistake {
    message: String,
    /// The bytes of the table that are wrong; none where the file as a whole is.
    at: Option<Range<usize>>,
    /// Of those, the one that is wrong, if the table spells it so.
    letter: Option<char>,
    label: &'static str,
    second: Option<(Range<usize>, &'static str)>,
}

impl Mistake {
    pub(crate) fn new(message: impl Into<String>, at: Range<usize>) -> Self {
        Mistake { message: message.into(), at: Some(at), letter: None, label: "", second: None }
    }

    pub(crate) fn of_file(message: impl Into<String>) -> Self {
        Mistake { message: message.into(), at: None, letter: None, label: "", second: None }
    }

    /// Names the other place that this one is at odds with.
    pub(crate) fn and(mut self, label: &'static str, second: Range<usize>, second_label: &'static str) -> Self {
        self.label = label;
        self.second = Some((second, second_label));
        self
    }

    fn start(&self) -> usize {
        self.at.as_ref().map_or(0, |at| at.start)
    }

    /// The message as rustc prints its own errors, without the leading `error: `.
    fn render(&self, snippets: &Snippets<'_>) -> String {
        match self.labels(snippets.source) {
            None => self.message.clone(),
            Some((first, second)) => format!("{}\n{}", self.message, snippets.render(&first, second.as_ref())),
        }
    }

    /// The places that the message is about, if it is not about the file as a whole.
    pub(crate) fn labels(&self, source: &Source) -> Option<(Label<'_>, Option<Label<'_>>)> {
        let mut at = self.at.clone()?;
        if let Some(letter) = self.letter
            && let Some(place) = source.text.get(at.clone()).and_then(|text| text.find(letter))
        {
            let start = at.start + place;
            at = start..start + letter.len_utf8();
        }
        let second = self.second.as_ref().map(|(at, text)| Label { at: at.clone(), text });
        Some((Label { at, text: self.label }, second))
    }
}

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors {
    pub(crate) found: Vec<Mistake>,
    closed: bool,
    names_are_lost: bool,
}

impl Errors {
    pub(crate) fn push(&mut self, mistake: Mistake) {
        if !self.closed {
            self.found.push(mistake);
        }
    }

    /// Takes this one, and none that comes later: what follows from it is no mistake of its own.
    pub(crate) fn only(&mut self, mistake: Mistake) {
        self.push(mistake);
        self.closed = true;
    }

    /// Notes that there may be variants that cannot be named.
    pub(crate) fn lose_names(&mut self) {
        self.names_are_lost = true;
    }

    /// Whether there may be variants that cannot be named.
    pub(crate) fn names_are_lost(&self) -> bool {
        self.names_are_lost
    }

    /// A mistake at a place of the table.
    pub(crate) fn at(&mut self, place: &Place, message: impl Into<String>) {
        match place {
            Place::Own(at) => self.push(Mistake::new(message, at.clone())),
            Place::Shipped => self.push(Mistake::of_file(message)),
            Place::Reported => {}
        }
    }

    /// A mistake at one character of a text.
    pub(crate) fn at_letter(&mut self, place: &Place, letter: char, message: String) {
        match place {
            Place::Own(at) => self.push(Mistake { letter: Some(letter), ..Mistake::new(message, at.clone()) }),
            _ => self.at(place, message),
        }
    }

    /// A mistake at the first of two places that are at odds, or at that one of them which can be edited.
    pub(crate) fn at_odds(
        &mut self,
        message: impl Into<String>,
        (at, label): (&Place, &'static str),
        (other, other_label): (&Place, &'static str),
    ) {
        match (at, other) {
            (Place::Reported, _) | (_, Place::Reported) => {}
            (Place::Own(at), Place::Own(other)) => {
                self.push(Mistake::new(message, at.clone()).and(label, other.clone(), other_label));
            }
            (Place::Shipped, place) | (place, Place::Shipped) => self.at(place, message),
        }
    }

    /// Every message, in the order of the file.
    pub(crate) fn messages(&self, source: &Source) -> Vec<String> {
        let snippets = Snippets::of(source);
        let mut starts = Vec::new();
        for mistake in &self.found {
            starts.push(mistake.start() as u64);
        }
        let mut messages = Vec::new();
        for place in in_order(&starts) {
            if let Some(mistake) = self.found.get(place) {
                messages.push(mistake.render(&snippets));
            }
        }
        messages
    }
}

/// A `compile_error!` with a message.
pub(crate) fn compile_error(message: &str, span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error!(#message))
}

/// A word of the table within a message: one line, and not too long.
pub(crate) fn shown(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::new();
    for (before, letter) in word.chars().enumerate() {
        if before == LONGEST {
            shown.push('…');
            break;
        }
        match letter {
            '\'' | '"' | '\\' => shown.push(letter),
            letter => shown.push_str(format!("{letter:?}").trim_matches('\'')),
        }
    }
    shown
}
