//! Every word that a table may hold as a key or as a value of a fixed list, and what each key holds.

/// A key of one kind of row, by its spelling.
pub(crate) type Key = &'static str;

pub(crate) const EXTENDS: Key = "extends";
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
pub(crate) const SOURCE: Key = "source";
pub(crate) const CONFIDENCE: Key = "confidence";
pub(crate) const CASES: Key = "cases";
pub(crate) const MESSAGE: Key = "message";
pub(crate) const CLOCK: Key = "clock";

/// A kind of row, or the file itself.
pub(crate) struct Kind {
    /// How one begins, such as one of the documentation's examples; nothing for the file itself.
    pub(crate) header: &'static str,
    pub(crate) keys: &'static [(Key, Holds)],
    /// The key whose text may stand in place of the row.
    pub(crate) short: Option<Key>,
}

/// What a key holds.
pub(crate) enum Holds {
    Text,
    Texts,
    /// A whole number, or a list of them.
    Numbers,
    /// Rows by name.
    Rows(&'static Kind),
    /// A list of rows.
    Cases(&'static Kind),
}

use Holds::{Cases, Numbers, Rows, Text, Texts};

pub(crate) static FILE: Kind = Kind {
    header: "",
    keys: &[(EXTENDS, Text), (CATEGORY, Rows(&CATEGORY_ROW)), (STATUS, Rows(&STATUS_ROW)), (ERROR, Rows(&ERROR_ROW))],
    short: None,
};

pub(crate) static CATEGORY_ROW: Kind =
    Kind { header: "[category.4XX]", keys: &[(NAME, Text), (DESCRIPTION, Text), (REMEDY, Text), (RETRY, Text)], short: None };

pub(crate) static STATUS_ROW: Kind = Kind {
    header: "[status.403]",
    keys: &[(REASON, Text), (VARIANT, Text), (DESCRIPTION, Text), (REMEDY, Text), (RETRY, Text), (CAUSES, Rows(&CAUSE_ROW))],
    short: None,
};

pub(crate) static CAUSE_ROW: Kind =
    Kind { header: "[status.403.causes.ClockSkew]", keys: &[(DESCRIPTION, Text), (REMEDY, Text)], short: Some(DESCRIPTION) };

pub(crate) static ERROR_ROW: Kind = Kind {
    header: "[error.NoSuchKey]",
    keys: &[
        (STATUS, Numbers),
        (CAUSES, Texts),
        (CONFIDENCE, Text),
        (VARIANT, Text),
        (DESCRIPTION, Text),
        (REMEDY, Text),
        (RETRY, Text),
        (SOURCE, Text),
        (CASES, Cases(&CASE_ROW)),
    ],
    short: None,
};

pub(crate) static CASE_ROW: Kind = Kind {
    header: "[[error.NoSuchKey.cases]]",
    keys: &[(MESSAGE, Text), (CLOCK, Text), (DESCRIPTION, Text), (REMEDY, Text), (CAUSES, Texts)],
    short: None,
};

/// Whether some kind of row has such a key.
pub(crate) fn is_key_of_row(word: &str) -> bool {
    [&CATEGORY_ROW, &STATUS_ROW, &CAUSE_ROW, &ERROR_ROW, &CASE_ROW].iter().any(|kind| kind.has(word))
}

impl Kind {
    /// The keys of such a row.
    pub(crate) fn words(&self) -> Vec<Key> {
        let mut words = Vec::new();
        for (key, _) in self.keys {
            words.push(*key);
        }
        words
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.keys.iter().any(|(key, _)| *key == word)
    }
}

/// The keys on which the name of a variant may depend, or that hold rows.
pub(crate) const NAMING: &[Key] = &[NAME, REASON, VARIANT, CAUSES, CASES];

/// The keys whose texts may be left out.
pub(crate) const OPTIONAL_TEXTS: &[Key] = &[REMEDY, SOURCE, MESSAGE];

/// A word that a key may hold.
pub(crate) struct Word {
    pub(crate) spelling: &'static str,
    /// The variant of the enum in `obs-codes` that it stands for.
    pub(crate) variant: &'static str,
    /// What the documentation of a row says of a verdict: its variant and what it asks of the caller. Empty for other words.
    pub(crate) doc: &'static str,
}

impl Word {
    const fn new(spelling: &'static str, variant: &'static str, doc: &'static str) -> Self {
        Word { spelling, variant, doc }
    }
}

pub(crate) static BACKOFF: Word =
    Word::new("backoff", "Backoff", "`Backoff`: repeat the same request after a pause that grows with each attempt");
pub(crate) static SIGN_AGAIN: Word = Word::new("sign-again", "SignAgain", "`SignAgain`: sign the request again, then repeat it");
pub(crate) static REDIRECT: Word = Word::new("redirect", "Redirect", "`Redirect`: follow the `Location` header");
pub(crate) static FIX: Word =
    Word::new("fix", "Fix", "`Fix`: do not retry; first change the request, the permissions or the account");
/// Nothing but its causes explains the code.
pub(crate) static CERTAIN: Word = Word::new("certain", "Certain", "");
/// Something else may explain the code.
pub(crate) static LIKELY: Word = Word::new("likely", "Likely", "");
/// The client's clock is ahead of the server's.
pub(crate) static AHEAD: Word = Word::new("ahead", "Ahead", "");
/// The client's clock is behind the server's.
pub(crate) static BEHIND: Word = Word::new("behind", "Behind", "");
/// The request took long to arrive.
pub(crate) static DELAYED: Word = Word::new("delayed", "Delayed", "");

/// The verdicts.
pub(crate) static RETRIES: &[&Word] = &[&BACKOFF, &SIGN_AGAIN, &REDIRECT, &FIX];

/// How surely an error code signals its causes.
pub(crate) static CONFIDENCES: &[&Word] = &[&CERTAIN, &LIKELY];

/// What the times of request and response say in a case.
pub(crate) static CLOCKS: &[&Word] = &[&AHEAD, &BEHIND, &DELAYED];
