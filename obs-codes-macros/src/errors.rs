//! Mistakes in a table and their places, as data.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::spec::Key;

/// Where a value is.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// In the file that the caller edits.
    Own(Range<usize>),
    /// In the extended table, which the caller cannot edit.
    Shipped,
    /// At a mistake that has been reported. The value is poisoned: its other mistakes only follow from that one.
    Reported,
}

/// A mistake, and where it is.
#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) message: String,
    /// The wrong bytes of the table; `None` for a mistake of the whole file.
    pub(crate) at: Option<Range<usize>>,
    /// The offending character within them, if it is a single one.
    pub(crate) character: Option<char>,
    pub(crate) label: &'static str,
    /// Another place that contradicts this one, with its label.
    pub(crate) second: Option<(Range<usize>, &'static str)>,
}

impl Mistake {
    pub(crate) fn new(message: impl Into<String>, at: Range<usize>) -> Self {
        Mistake { at: Some(at), ..Mistake::of_file(message) }
    }

    pub(crate) fn of_file(message: impl Into<String>) -> Self {
        Mistake { message: message.into(), at: None, character: None, label: "", second: None }
    }

    pub(crate) fn and(self, label: &'static str, second: Range<usize>, second_label: &'static str) -> Self {
        Mistake { label, second: Some((second, second_label)), ..self }
    }
}

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    pub(crate) found: Vec<Mistake>,
    /// Sections in which some rows could not be read. References to missing rows of these sections are not reported.
    incomplete: BTreeSet<Key>,
    /// Whether a row has no variant.
    unnamed: bool,
}

impl Errors {
    pub(crate) fn push(&mut self, mistake: Mistake) {
        self.found.push(mistake);
    }

    /// Adds a mistake at a place of the table.
    pub(crate) fn at(&mut self, place: &Place, message: impl Into<String>) {
        match place {
            Place::Own(at) => self.push(Mistake::new(message, at.clone())),
            Place::Shipped => self.push(Mistake::of_file(message)),
            Place::Reported => {}
        }
    }

    /// Adds a mistake at one character of a text.
    pub(crate) fn at_character(&mut self, place: &Place, character: char, message: String) {
        match place {
            Place::Own(at) => self.push(Mistake { character: Some(character), ..Mistake::new(message, at.clone()) }),
            _ => self.at(place, message),
        }
    }

    /// Adds a mistake at the first of two places that contradict each other, or at the one that the caller can edit.
    pub(crate) fn at_both(
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

    pub(crate) fn set_incomplete(&mut self, section: Key) {
        self.incomplete.insert(section);
    }

    pub(crate) fn is_incomplete(&self, section: Key) -> bool {
        self.incomplete.contains(section)
    }

    pub(crate) fn set_unnamed(&mut self) {
        self.unnamed = true;
    }

    /// Whether the table has rows without a variant, so that its types cannot be generated.
    pub(crate) fn lacks_variants(&self) -> bool {
        self.unnamed || !self.incomplete.is_empty()
    }
}
