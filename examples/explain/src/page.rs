//! How a page is laid out: 80 columns, words kept whole, the same indents and styles everywhere.

use anstyle::{AnsiColor, Style};
use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter};

/// The columns of a page.
const WIDTH: usize = 80;
/// The columns of the labels of fields.
const LABEL_COLUMN: usize = 13;
/// The most columns of the names of a table. A wider name moves its own text to the right, not those of all rows.
const NAME_COLUMN: usize = 22;

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const NAME: Style = AnsiColor::Cyan.on_default().bold();
const REMEDY: Style = AnsiColor::Green.on_default();
const NOTE: Style = AnsiColor::Yellow.on_default();

/// A page in the making, with ANSI styles.
#[derive(Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    /// What the page is about.
    pub(crate) fn title(&mut self, title: &str) {
        self.paragraph("", PLAIN, title, BOLD);
    }

    /// What the reader must know before the rest.
    pub(crate) fn note(&mut self, note: &str) {
        self.gap();
        self.paragraph("", PLAIN, note, NOTE);
    }

    /// A labelled text. Fields that follow each other stand in one column.
    pub(crate) fn field(&mut self, label: &str, text: &str) {
        self.paragraph(&format!("  {label:LABEL_COLUMN$}  "), FAINT, text, PLAIN);
    }

    /// The title of a list of entries.
    pub(crate) fn heading(&mut self, heading: &str) {
        self.gap();
        self.paragraph("", PLAIN, heading, BOLD);
    }

    /// A text that belongs to the heading above it.
    pub(crate) fn remark(&mut self, remark: &str) {
        self.paragraph("", PLAIN, remark, FAINT);
    }

    /// Something with a name, what it is, what to do about it, and a remark.
    pub(crate) fn entry(&mut self, name: &str, description: &str, remedy: Option<&str>, remark: Option<&str>) {
        self.gap();
        self.paragraph("  ", PLAIN, name, NAME);
        self.paragraph("    ", PLAIN, description, PLAIN);
        if let Some(remedy) = remedy {
            self.paragraph("    -> ", REMEDY, remedy, REMEDY);
        }
        if let Some(remark) = remark {
            self.paragraph("    ", PLAIN, remark, FAINT);
        }
    }

    /// Something without a name: what it is, and what to do about it.
    pub(crate) fn item(&mut self, description: &str, remedy: Option<&str>) {
        self.gap();
        self.paragraph("  - ", PLAIN, description, PLAIN);
        if let Some(remedy) = remedy {
            self.paragraph("    -> ", REMEDY, remedy, REMEDY);
        }
    }

    /// A table, each row on one line: a key, a name, and as much of a text as there is room for.
    pub(crate) fn table<T: Copy>(&mut self, rows: &[T], columns: impl Fn(T) -> [&'static str; 3]) {
        let names = rows.iter().map(|&row| display_width(columns(row)[1]));
        let names = names.filter(|width| *width <= NAME_COLUMN).max().unwrap_or(0);
        for &row in rows {
            let [key, name, text] = columns(row);
            let before_name = display_width(key) + 2;
            let name = shortened(name, WIDTH.saturating_sub(before_name));
            let pad = names.saturating_sub(display_width(&name));
            let before_text = before_name + display_width(&name) + pad + 2;
            let text = shortened(text, WIDTH.saturating_sub(before_text));
            self.line(&format!("{}  {name}{:pad$}  {text}", styled(key, BOLD), ""));
        }
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// The page, which ends in a line feed.
    pub(crate) fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text + "\n"
    }

    /// A wrapped text behind a lead, under which its further lines are indented.
    fn paragraph(&mut self, lead: &str, lead_style: Style, text: &str, style: Style) {
        let indent = display_width(lead);
        for (number, line) in wrapped(text, WIDTH - indent).iter().enumerate() {
            let lead = if number == 0 { styled(lead, lead_style) } else { " ".repeat(indent) };
            self.line(&(lead + &styled(line, style)));
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// The text in lines. It breaks at blanks alone: a name with a hyphen must be found by a search. Only a word that is wider
/// than the page is broken.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width).word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// The text, or its first words and three dots where it is too wide.
fn shortened(text: &str, width: usize) -> String {
    const DOTS: &str = "...";
    if display_width(text) <= width {
        return text.to_owned();
    }
    if width <= DOTS.len() {
        return String::new();
    }
    let start = wrapped(text, width - DOTS.len()).swap_remove(0);
    start.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_owned() + DOTS
}

fn styled(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}
