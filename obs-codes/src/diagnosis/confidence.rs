use core::fmt;

/// How likely a cause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Confidence {
    /// It is documented for the status, and nothing more points to it.
    Possible,
    /// Something points to it, and another explanation is possible.
    Likely,
    /// What is known leaves no other documented or known explanation.
    Certain,
}

impl Confidence {
    /// `possible`, `likely` or `certain`.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
