use core::fmt;

/// The error of a conversion from a number that the table has no status for.
///
/// ```
/// use obs_codes::StatusCode;
///
/// let error = StatusCode::try_from(600).unwrap_err();
/// assert_eq!(error.as_u16(), 600);
/// assert_eq!(error.to_string(), "unknown status code `600`");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownStatusCode(u16);

impl UnknownStatusCode {
    #[doc(hidden)]
    #[inline]
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// The number that is not in the table.
    #[inline]
    pub const fn as_u16(self) -> u16 {
        self.0
    }
}

impl fmt::Display for UnknownStatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown status code `{}`", self.0)
    }
}

impl core::error::Error for UnknownStatusCode {}

macro_rules! unknown {
    ($(#[$doc:meta])* $name:ident: $message:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(());

        impl $name {
            #[doc(hidden)]
            pub const ERROR: Self = Self(());
        }

        impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($message)
            }
        }

        impl core::error::Error for $name {}
    };
}

unknown! {
    /// The error of a conversion from a text that the table has no error code for.
    ///
    /// Error codes are compared exactly, case included. The error does not hold the text, because this crate does not allocate; put the
    /// text that you have next to the error.
    ///
    /// ```
    /// let error = "nosuchbucket".parse::<obs_codes::ErrorCode>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown error code");
    /// ```
    UnknownErrorCode: "unknown error code"
}

unknown! {
    /// The error of a conversion from a name that the table has no cause for.
    ///
    /// ```
    /// let error = "Clock".parse::<obs_codes::Cause>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown cause");
    /// ```
    UnknownCause: "unknown cause"
}

unknown! {
    /// The error of a conversion from a text that the table has no category for.
    ///
    /// ```
    /// let error = "6XX".parse::<obs_codes::Category>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown category");
    /// ```
    UnknownCategory: "unknown category"
}

unknown! {
    /// The error of a conversion from a text that is not a retry verdict.
    ///
    /// ```
    /// let error = "again".parse::<obs_codes::Retry>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown retry verdict");
    /// ```
    UnknownRetry: "unknown retry verdict"
}
