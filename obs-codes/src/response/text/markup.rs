//! Reads an `<Error>` or a `<DeleteResult>` that is part of a text. It may be escaped.

use super::super::body::{LIMIT, LIST_LIMIT};
use super::super::read::{ReadBody, read_body};
use super::escapes::{Markup, opening, plain_markup};
use super::lines::{beginning, floor_char_boundary, line_start, without_prefixes};

/// An error body, and where it ends in the text.
pub(super) struct Found {
    pub(super) read: ReadBody<'static>,
    pub(super) end: usize,
}

/// Reads the error body whose start tag begins at this place.
pub(super) fn error_at(text: &str, at: usize) -> Option<Found> {
    let (markup, tag) = opening(&text[at..])?;
    let tag = without_namespace(tag);
    let (root, limit) = ROOTS.into_iter().find(|(root, _)| tag.strip_prefix(root).is_some_and(|rest| !continues_name(rest)))?;
    let window = beginning(&text[at..], limit);
    let raw = &window[..length_of(root, markup, window)];
    let whole = without_prefixes(raw, &text[line_start(text, at)..at]);
    let read = read_body(plain_markup(&whole, markup).as_bytes(), [None, None]).into_owned();
    (!read.body.elements.is_empty()).then_some(Found { read, end: at + raw.len() })
}

/// The roots of error bodies, and how many bytes are searched for the end tag of each. This is more than the limit of a body, because
/// escapes make a body longer.
const ROOTS: [(&str, usize); 2] = [("Error", 2 * LIMIT), ("DeleteResult", 2 * LIST_LIMIT)];

/// No form of `<`, with a slash and a namespace prefix, is longer, in bytes.
const LONGEST_TAG_START: usize = 64;

/// No form of `&gt;` is longer, in bytes.
const LONGEST_ENTITY: usize = "&amp;amp;amp;gt;".len();

/// How each form of `<` ends: `<`, `&lt;`, `\u003c` and `\u003C`.
const OPENINGS: [&str; 4] = ["<", "lt;", "u003c", "u003C"];

fn continues_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn without_namespace(name: &str) -> &str {
    let prefix = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(0);
    name[prefix..].strip_prefix(':').unwrap_or(name)
}

/// The length of the text up to the end of the root's end tag. If there is no end tag, or another root begins before it, the length of the
/// lines with markup.
fn length_of(root: &str, markup: Markup, text: &str) -> usize {
    for (place, _) in text.match_indices(root).skip(1) {
        match tag_before(text, place) {
            Some((_, Tag::End)) => {
                if let Some(end) = closing(&text[place + root.len()..], markup) {
                    return place + root.len() + end;
                }
            }
            // Without the last character of its `<`, the start tag of the other root does not count as markup.
            Some((begin, Tag::Start)) => return length_of_lines_with_markup(&text[..begin - 1]),
            None => {}
        }
    }
    length_of_lines_with_markup(text)
}

enum Tag {
    Start,
    End,
}

/// The tag whose name is at this place, and where its `<` ends.
fn tag_before(text: &str, place: usize) -> Option<(usize, Tag)> {
    let from = floor_char_boundary(text, place.saturating_sub(LONGEST_TAG_START));
    let before = &text[from..place];
    let begin = OPENINGS.iter().filter_map(|opening| Some(before.rfind(opening)? + opening.len())).max()?;
    let slash = before[begin..].trim_start_matches('\\').strip_prefix('/');
    let namespace = slash.unwrap_or(&before[begin..]);
    let is_namespace = |prefix: &str| prefix.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_tag = namespace.is_empty() || namespace.strip_suffix(':').is_some_and(is_namespace);
    is_tag.then_some((from + begin, if slash.is_some() { Tag::End } else { Tag::Start }))
}

/// The length of the `>` that ends a tag, including any blanks before it.
fn closing(text: &str, markup: Markup) -> Option<usize> {
    let rest = text.trim_start();
    let end = match markup {
        Markup::Plain => rest.starts_with('>').then_some(1),
        Markup::Entity(_) => {
            let end = beginning(rest, LONGEST_ENTITY).find("gt;").filter(|end| rest[..*end].starts_with('&'));
            end.map(|end| end + "gt;".len())
        }
        Markup::CodePoint => (rest.starts_with("\\u003e") || rest.starts_with("\\u003E")).then_some("\\u003e".len()),
    };
    end.map(|end| text.len() - rest.len() + end)
}

/// The length of the lines with markup at the beginning of a text, up to the first line without. An error without an end tag ends there.
fn length_of_lines_with_markup(text: &str) -> usize {
    let has_markup = |line: &&str| line.contains('<') || line.contains("lt;") || line.contains("\\u003");
    text.split_inclusive('\n').take_while(has_markup).map(str::len).sum()
}
