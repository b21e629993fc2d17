//! A page and its layout in lines.

use anstyle::{AnsiColor, Style};

use crate::lines::{cut, paragraph, styled};

/// The width of the labels of fields.
const LABEL_COLUMN: usize = 15;
/// The most characters of a title and of a field. Texts of the table are shorter; those of a server may have any length.
pub(crate) const LONGEST_TITLE: usize = 150;
const LONGEST_FIELD: usize = 400;
/// Earlier sections leave out entries so that a later one keeps this many lines.
const LEAST_LINES: usize = 3;

const PLAIN: Style = Style::new();
pub(crate) const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const NAME: Style = AnsiColor::Cyan.on_default().bold();
const REMEDY: Style = AnsiColor::Green.on_default();
const NOTE: Style = AnsiColor::Yellow.on_default();

/// The size of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    /// The width of a line.
    pub(crate) columns: usize,
    /// The most lines. `None` shows everything in full.
    pub(crate) lines: Option<usize>,
}

/// The content of a page.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) title: String,
    /// What the reader must know before the rest.
    pub(crate) notes: Vec<String>,
    /// Texts, each after a label.
    pub(crate) fields: Vec<(&'static str, String)>,
    pub(crate) sections: Vec<Section>,
    /// The last paragraph, and a link below it.
    pub(crate) end: Option<String>,
    pub(crate) link: Option<&'static str>,
    /// Whether `--all` shows more.
    pub(crate) is_short: bool,
}

/// A heading and its entries, the most important first.
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) entries: Vec<Entry>,
    /// The part that the last entries leave out if there is no room.
    pub(crate) expendable: Part,
    /// Earlier sections leave out parts so that this one keeps this many lines.
    pub(crate) preferred_lines: usize,
}

/// A part of an entry.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Text,
    Remedy,
}

#[derive(Clone, Default)]
pub(crate) struct Entry {
    /// The name; an entry without one begins with a dash.
    pub(crate) name: Option<String>,
    /// A remark about the name.
    pub(crate) remark: Option<String>,
    pub(crate) text: String,
    pub(crate) remedy: Option<String>,
}

impl Page {
    /// The lines of the page with ANSI styles. If there would be too many, the last sections are shortened.
    pub(crate) fn lay_out(&self, layout: Layout) -> String {
        let width = layout.columns;
        let mut lines = self.head(layout);
        let mut end: Vec<String> = self.end.iter().flat_map(|end| paragraph("", PLAIN, end, PLAIN, width)).collect();
        end.extend(self.link.map(str::to_owned));
        let mut is_short = self.is_short;
        for (index, section) in self.sections.iter().enumerate() {
            let later = &self.sections[index + 1..];
            // A blank line comes before each section and before the end. A line about `--all` may follow the end.
            let used = lines.len() + 1 + later.len() + 1 + end.len() + 1;
            let room = layout.lines.map(|most| Room::new(most.saturating_sub(used), later, width));
            let (shown, is_whole) = section.lay_out(width, room);
            is_short |= !is_whole;
            lines.push(String::new());
            lines.extend(shown);
        }
        if !end.is_empty() || is_short {
            lines.push(String::new());
        }
        lines.extend(end);
        // Long texts of a server can fill a page even though each of them is cut.
        if let Some(most) = layout.lines.filter(|most| lines.len() + usize::from(is_short) > *most) {
            lines.truncate(most - 1);
            is_short = true;
        }
        if is_short {
            lines.push(styled("--all shows everything in full.", FAINT));
        }
        lines.iter().fold(String::new(), |page, line| page + line.trim_end() + "\n")
    }

    fn head(&self, layout: Layout) -> Vec<String> {
        let shown = |text: &str, most| if layout.lines.is_some() { cut(text, most) } else { text.to_owned() };
        let mut lines = paragraph("", PLAIN, &shown(&self.title, LONGEST_TITLE), BOLD, layout.columns);
        for note in &self.notes {
            lines.extend(paragraph("", PLAIN, &shown(note, LONGEST_FIELD), NOTE, layout.columns));
        }
        if !self.fields.is_empty() {
            lines.push(String::new());
        }
        for (label, text) in &self.fields {
            let style = if label.starts_with("what to do") { REMEDY } else { PLAIN };
            let lead = format!("{label:LABEL_COLUMN$}  ");
            lines.extend(paragraph(&lead, FAINT, &shown(text, LONGEST_FIELD), style, layout.columns));
        }
        lines
    }
}

/// The lines that are left for a section.
struct Room {
    /// The lines for entries with their expendable parts.
    in_full: usize,
    /// The lines for entries without these parts.
    in_brief: usize,
}

impl Room {
    fn new(lines: usize, later: &[Section], width: usize) -> Self {
        let kept = |most: fn(&Section) -> usize| later.iter().map(|section| section.height(width, most(section))).sum();
        Self {
            in_full: lines.saturating_sub(kept(|section| section.preferred_lines)),
            in_brief: lines.saturating_sub(kept(|_| LEAST_LINES)),
        }
    }
}

impl Section {
    pub(crate) fn new(heading: &str, expendable: Part, entries: Vec<Entry>) -> Self {
        Self { heading: heading.to_owned(), entries, expendable, preferred_lines: LEAST_LINES }
    }

    /// The lines that the section needs without the expendable parts, up to a limit.
    fn height(&self, width: usize, most: usize) -> usize {
        let entries = self.entries.iter().map(|entry| entry.without(self.expendable).lay_out(width, LONGEST_FIELD).len());
        (1 + entries.sum::<usize>()).min(most)
    }

    /// The lines of the section, and whether it is complete. If there is not enough room, the last entries leave out a part; if that is not
    /// enough, they are left out themselves.
    fn lay_out(&self, width: usize, room: Option<Room>) -> (Vec<String>, bool) {
        let longest = if room.is_some() { LONGEST_FIELD } else { usize::MAX };
        let whole: Vec<_> = self.entries.iter().map(|entry| entry.lay_out(width, longest)).collect();
        let brief: Vec<_> = self.entries.iter().map(|entry| entry.without(self.expendable).lay_out(width, longest)).collect();
        let mut lines = paragraph("", PLAIN, &self.heading, BOLD, width);
        let Some(room) = room else {
            lines.extend(whole.into_iter().flatten());
            return (lines, true);
        };
        let height = lines.len() + brief.iter().map(Vec::len).sum::<usize>();
        if height <= room.in_brief {
            let heights = whole.iter().zip(&brief).scan(height, |height, (whole, brief)| {
                *height += whole.len() - brief.len();
                Some(*height)
            });
            let in_full = heights.take_while(|height| *height <= room.in_full).count();
            let is_whole = in_full == whole.len();
            lines.extend(whole.into_iter().take(in_full).chain(brief.into_iter().skip(in_full)).flatten());
            return (lines, is_whole);
        }
        // The last line says how many entries are left out.
        let heights = brief.iter().scan(lines.len(), |height, entry| {
            *height += entry.len();
            Some(*height)
        });
        let shown = heights.take_while(|height| *height < room.in_brief).count();
        lines.extend(brief.into_iter().take(shown).flatten());
        let count = self.entries.len();
        let more = match (count, shown) {
            (1, 0) => "  1 entry".to_owned(),
            (_, 0) => format!("  {count} entries"),
            _ => format!("  and {} more", count - shown),
        };
        lines.push(styled(&more, FAINT));
        (lines, false)
    }
}

impl Entry {
    /// The entry without a part, if it has the other one.
    fn without(&self, part: Part) -> Self {
        match part {
            Part::Text if self.remedy.is_some() => Self { text: String::new(), ..self.clone() },
            Part::Text => self.clone(),
            Part::Remedy => Self { remedy: None, ..self.clone() },
        }
    }

    fn lay_out(&self, width: usize, longest: usize) -> Vec<String> {
        let remark = self.remark.as_deref().map(|remark| format!(" ({remark})")).unwrap_or_default();
        let mut lines = match &self.name {
            Some(name) => {
                let mut lines = paragraph("  ", PLAIN, &(cut(name, longest) + &remark), NAME, width);
                if !self.text.is_empty() {
                    lines.extend(paragraph("    ", PLAIN, &self.text, PLAIN, width));
                }
                lines
            }
            None => paragraph("  - ", PLAIN, &self.text, PLAIN, width),
        };
        if let Some(remedy) = &self.remedy {
            lines.extend(paragraph("    -> ", REMEDY, remedy, REMEDY, width));
        }
        lines
    }
}
