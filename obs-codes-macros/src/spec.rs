//! The kinds of rows and their keys, the type of each key's value, and the fixed words that some keys accept.

/// A key of one kind of row, as it is spelled.
pub(crate) type Key = &'static str;

pub(crate) const EXTENDS: Key = "extends";
pub(crate) const COLUMNS: Key = "columns";
pub(crate) const CATEGORY: Key = "category";
pub(crate) const STATUS: Key = "status";
pub(crate) const ERROR: Key = "error";
pub(crate) const NAME: Key = "name";
pub(crate) const REASON: Key = "reason";
pub(crate) const VARIANT: Key = "variant";
pub(crate) const DESCRIPTION: Key = "description";
pub(crate) const REMEDY: Key = "remedy";
pub(crate) const RETRY: Key = "retry";
pub(crate) const CAUSES: Key = "causes";
pub(crate) const CONFIDENCE: Key = "confidence";
pub(crate) const CASES: Key = "cases";
pub(crate) const MESSAGE: Key = "message";
pub(crate) const CLOCK: Key = "clock";
pub(crate) const WHEN: Key = "when";
pub(crate) const ALIASES: Key = "aliases";
pub(crate) const DEPRECATED: Key = "deprecated";
/// The section of `[columns]` for causes. The causes themselves are rows below their statuses.
pub(crate) const CAUSE: Key = "cause";
pub(crate) const TYPE: Key = "type";
pub(crate) const VALUES: Key = "values";
pub(crate) const DEFAULT: Key = "default";
pub(crate) const DOC: Key = "doc";

/// A kind of row, or the file itself.
pub(crate) struct Kind {
    /// What messages call such a row.
    pub(crate) what: &'static str,
    /// An example of a header; empty for the file itself.
    pub(crate) header: &'static str,
    pub(crate) keys: &'static [(Key, ValueType)],
    /// If a text can replace the row, the key whose value the text is.
    pub(crate) short: Option<Key>,
    /// The section of `[columns]` that declares further keys of such a row.
    pub(crate) columns: Option<Key>,
    /// Whether names may contain dots, which need quotes in a header.
    pub(crate) has_dotted_names: bool,
}

/// The defaults that most kinds share.
const PLAIN: Kind = Kind { what: "the row", header: "", keys: &[], short: None, columns: None, has_dotted_names: false };

/// The type of a key's value.
pub(crate) enum ValueType {
    Text,
    /// A list of strings.
    Texts,
    /// A string, or a list of strings.
    TextOrTexts,
    /// A whole number, or a list of them.
    Numbers,
    /// A table of strings, or of lists of strings.
    NamedTexts,
    /// A string, a whole number or a boolean.
    Scalar,
    /// Rows by name.
    Rows(&'static Kind),
    /// A list of rows without names.
    Cases(&'static Kind),
    /// The columns that the file declares, by kind of row.
    Columns,
}

use ValueType::{Cases, Columns, NamedTexts, Numbers, Rows, Scalar, Text, TextOrTexts, Texts};

pub(crate) static FILE: Kind = Kind {
    what: "the table",
    header: "",
    keys: &[
        (EXTENDS, Text),
        (COLUMNS, Columns),
        (CATEGORY, Rows(&CATEGORY_ROW)),
        (STATUS, Rows(&STATUS_ROW)),
        (ERROR, Rows(&ERROR_ROW)),
    ],
    ..PLAIN
};

pub(crate) static COLUMN: Kind = Kind {
    what: "the column",
    header: "[columns.error.owner]",
    keys: &[(TYPE, Text), (VALUES, Texts), (DEFAULT, Scalar), (DOC, Text)],
    short: Some(TYPE),
    ..PLAIN
};

pub(crate) static CATEGORY_ROW: Kind =
    Kind { header: "[category.4XX]", keys: &[(NAME, Text), (DESCRIPTION, Text), (REMEDY, Text), (RETRY, Text)], ..PLAIN };

pub(crate) static STATUS_ROW: Kind = Kind {
    header: "[status.403]",
    keys: &[
        (REASON, Text),
        (VARIANT, Text),
        (DESCRIPTION, Text),
        (REMEDY, Text),
        (RETRY, Text),
        (DEPRECATED, Text),
        (CAUSES, Rows(&CAUSE_ROW)),
        (CASES, Cases(&CASE_OF_STATUS)),
    ],
    columns: Some(STATUS),
    ..PLAIN
};

pub(crate) static CAUSE_ROW: Kind = Kind {
    header: "[status.403.causes.ClockSkew]",
    keys: &[(DESCRIPTION, Text), (REMEDY, Text), (DEPRECATED, Text)],
    short: Some(DESCRIPTION),
    columns: Some(CAUSE),
    ..PLAIN
};

pub(crate) static ERROR_ROW: Kind = Kind {
    header: "[error.NoSuchKey]",
    keys: &[
        (STATUS, Numbers),
        (CAUSES, Texts),
        (CONFIDENCE, Text),
        (VARIANT, Text),
        (ALIASES, Texts),
        (DESCRIPTION, Text),
        (REMEDY, Text),
        (RETRY, Text),
        (DEPRECATED, Text),
        (CASES, Cases(&CASE_OF_ERROR)),
    ],
    columns: Some(ERROR),
    has_dotted_names: true,
    ..PLAIN
};

const CASE_KEYS: &[(Key, ValueType)] = &[
    (MESSAGE, TextOrTexts),
    (CLOCK, Text),
    (WHEN, NamedTexts),
    (DESCRIPTION, Text),
    (REMEDY, Text),
    (CAUSES, Texts),
    (CONFIDENCE, Text),
];

pub(crate) static CASE_OF_ERROR: Kind = Kind { what: "the case", header: "[[error.NoSuchKey.cases]]", keys: CASE_KEYS, ..PLAIN };

pub(crate) static CASE_OF_STATUS: Kind = Kind { what: "the case", header: "[[status.404.cases]]", keys: CASE_KEYS, ..PLAIN };

impl Kind {
    pub(crate) fn words(&self) -> Vec<Key> {
        self.keys.iter().map(|(key, _)| *key).collect()
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.keys.iter().any(|(key, _)| *key == word)
    }
}

/// Whether some kind of row has such a key.
pub(crate) fn is_key_of_row(word: &str) -> bool {
    [&CATEGORY_ROW, &STATUS_ROW, &CAUSE_ROW, &ERROR_ROW, &CASE_OF_ERROR].iter().any(|kind| kind.has(word))
}

/// The keys that a row may leave out.
pub(crate) const OPTIONAL: &[Key] = &[REMEDY, MESSAGE, WHEN, DOC, DEPRECATED];

/// The kinds of rows that may have columns of their own.
pub(crate) const WITH_COLUMNS: &[Key] = &[STATUS, CAUSE, ERROR];

/// Methods of the generated types. A column cannot have one of these names.
pub(crate) const METHODS: &[&str] = &[
    "as_str",
    "as_u16",
    "canonical_reason",
    "category",
    "error_codes",
    "from_bytes",
    "from_code",
    "from_obs",
    "from_u16",
    "is_client_error",
    "is_informational",
    "is_redirection",
    "is_server_error",
    "is_success",
    "status",
    "statuses",
    "to_obs",
    // Methods of the traits that every type implements.
    "clamp",
    "clone",
    "cmp",
    "eq",
    "fmt",
    "from",
    "from_str",
    "hash",
    "into",
    "max",
    "min",
    "partial_cmp",
    "to_string",
    "try_from",
    "try_into",
];

/// A word that a key accepts.
pub(crate) struct Word {
    pub(crate) spelling: &'static str,
    /// Its variant in the enum of the runtime crate.
    pub(crate) variant: &'static str,
    /// What the caller should do, for a retry verdict; empty for other words.
    pub(crate) doc: &'static str,
}

impl Word {
    const fn new(spelling: &'static str, variant: &'static str, doc: &'static str) -> Self {
        Word { spelling, variant, doc }
    }
}

pub(crate) static BACKOFF: Word =
    Word::new("backoff", "Backoff", "send the same request again after a pause that grows with each attempt");
pub(crate) static SIGN_AGAIN: Word = Word::new("sign-again", "SignAgain", "sign the request again and repeat it");
pub(crate) static REDIRECT: Word = Word::new("redirect", "Redirect", "follow the `Location` header");
pub(crate) static FIX: Word = Word::new("fix", "Fix", "do not retry; first change the request, the permissions or the account");

/// The retry verdicts.
pub(crate) static RETRIES: &[&Word] = &[&BACKOFF, &SIGN_AGAIN, &REDIRECT, &FIX];

/// Only the named causes explain the failure.
pub(crate) static CERTAIN: Word = Word::new("certain", "Certain", "");
/// Another explanation is possible.
pub(crate) static LIKELY: Word = Word::new("likely", "Likely", "");

/// How surely an error code or a case signals its causes.
pub(crate) static CONFIDENCES: &[&Word] = &[&CERTAIN, &LIKELY];

/// The client's clock is ahead of the server's.
pub(crate) static AHEAD: Word = Word::new("ahead", "Ahead", "");
/// The client's clock is behind the server's.
pub(crate) static BEHIND: Word = Word::new("behind", "Behind", "");
/// The request took long to arrive.
pub(crate) static DELAYED: Word = Word::new("delayed", "Delayed", "");

/// What the times of the request and the response show in a case.
pub(crate) static CLOCKS: &[&Word] = &[&AHEAD, &BEHIND, &DELAYED];

pub(crate) static STRING: Word = Word::new("string", "String", "");
pub(crate) static INTEGER: Word = Word::new("integer", "Integer", "");
pub(crate) static BOOLEAN: Word = Word::new("boolean", "Boolean", "");

/// The types of columns.
pub(crate) static COLUMN_TYPES: &[&Word] = &[&STRING, &INTEGER, &BOOLEAN];

/// The words that a key accepts; empty if it accepts any text.
pub(crate) fn words_of(key: &str) -> Vec<&'static str> {
    let words = match key {
        RETRY => RETRIES,
        CONFIDENCE => CONFIDENCES,
        CLOCK => CLOCKS,
        TYPE => COLUMN_TYPES,
        _ => &[],
    };
    words.iter().map(|word| word.spelling).collect()
}
