use core::fmt;

/// What a case requires of one fact about a failure: of the message, an element of the body, a header, or something about the request.
///
/// A case fits if all its conditions hold. A condition holds if one of its patterns fits the fact. In a pattern, `<name>` stands for
/// one or more characters.
///
/// ```
/// use obs_codes::ErrorCode;
///
/// let case = ErrorCode::NoSuchKey.cases()[0];
/// for condition in case.conditions() {
///     println!("{condition}");
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Condition {
    fact: &'static str,
    patterns: &'static [&'static str],
}

impl Condition {
    #[doc(hidden)]
    pub const fn new(fact: &'static str, patterns: &'static [&'static str]) -> Self {
        Condition { fact, patterns }
    }

    /// The name of the fact: `message`, an element of the body such as `ETag`, a header in lower case such as `server`, or
    /// `request.method`, `request.host` or `request.url`.
    #[inline]
    pub const fn fact(&self) -> &'static str {
        self.fact
    }

    /// The patterns, one of which must fit the fact.
    #[inline]
    pub const fn patterns(&self) -> &'static [&'static str] {
        self.patterns
    }
}

/// Prints the condition as a table spells it, such as `ETag = "undefined"`, with ` or ` between patterns.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = ", self.fact)?;
        for (index, pattern) in self.patterns.iter().enumerate() {
            let separator = if index == 0 { "" } else { " or " };
            write!(f, "{separator}{pattern:?}")?;
        }
        Ok(())
    }
}
