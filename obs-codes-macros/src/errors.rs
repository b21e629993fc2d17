//! Collects every mistake of a table and turns each into a compile error.

use std::ops::Range;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::parse::Place;
use crate::snippet::{self, Label};
use crate::source::Source;

/// One thing that is wrong, and where.
#[derive(Debug)]
pub(crate) struct Mistake {
    message: String,
    /// The bytes of the table that are wrong; none where the file as a whole is.
    at: Option<Range<usize>>,
    label: String,
    second: Option<(Range<usize>, &'static str)>,
}

impl Mistake {
    pub(crate) fn new(message: impl Into<String>, at: Range<usize>) -> Self {
        Mistake { message: message.into(), at: Some(at), label: String::new(), second: None }
    }

    pub(crate) fn of_file(message: impl Into<String>) -> Self {
        Mistake { message: message.into(), at: None, label: String::new(), second: None }
    }

    /// Names the other place that this one is at odds with.
    pub(crate) fn and(mut self, label: &str, second: Range<usize>, second_label: &'static str) -> Self {
        label.clone_into(&mut self.label);
        self.second = Some((second, second_label));
        self
    }

    fn start(&self) -> Option<usize> {
        self.at.as_ref().map(|at| at.start)
    }

    /// The message as rustc prints its own errors, without the leading `error: `.
    pub(crate) fn render(&self, source: &Source) -> String {
        let Some(at) = &self.at else { return self.message.clone() };
        let first = Label { at: at.clone(), text: &self.label };
        let second = self.second.as_ref().map(|(at, text)| Label { at: at.clone(), text });
        format!("{}\n{}", self.message, snippet::render(source, &first, second.as_ref()))
    }
}

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    found: Vec<Mistake>,
    closed: bool,
}

impl Errors {
    pub(crate) fn push(&mut self, mistake: Mistake) {
        if !self.closed {
            // In the order of the file.
            let start = mistake.start();
            let place = self.found.partition_point(|earlier| earlier.start() <= start);
            self.found.insert(place, mistake);
        }
    }

    /// Takes this one, and none that comes later: what follows from it is no mistake of its own.
    pub(crate) fn only(&mut self, mistake: Mistake) {
        self.push(mistake);
        self.closed = true;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// A mistake at a place of the table.
    pub(crate) fn at(&mut self, place: &Place, message: impl Into<String>) {
        self.push(match place {
            Place::Own(at) => Mistake::new(message, at.clone()),
            Place::Shipped => Mistake::of_file(message),
        });
    }

    /// A `compile_error!` for each mistake.
    pub(crate) fn into_tokens(self, source: &Source, span: Span) -> TokenStream {
        let mut tokens = TokenStream::new();
        for mistake in self.found {
            let message = mistake.render(source);
            tokens.extend(quote_spanned!(span=> ::core::compile_error!(#message);));
        }
        tokens
    }
}
