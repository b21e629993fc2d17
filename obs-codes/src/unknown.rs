use core::fmt;

/// The error of a conversion from a number that is not a status code of the table.
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
        ///
        /// The error does not contain the text, because this crate does not allocate and `FromStr` cannot return a borrowed text. The
        /// caller still has it: see the example of [`UnknownErrorCode`]. Errors of `serde` do name the text.
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
    /// The error of a conversion from a text that is not an error code of the table.
    ///
    /// Upper and lower case differ.
    ///
    /// ```
    /// use obs_codes::ErrorCode;
    ///
    /// /// The error code, or an error that names the text.
    /// fn read(text: &str) -> Result<ErrorCode, String> {
    ///     text.parse().map_err(|error| format!("{error} `{text}`"))
    /// }
    ///
    /// assert_eq!(read("NoSuchBucket"), Ok(ErrorCode::NoSuchBucket));
    /// assert_eq!(read("nosuchbucket").unwrap_err(), "unknown error code `nosuchbucket`");
    /// ```
    UnknownErrorCode: "unknown error code"
}

unknown! {
    /// The error of a conversion from a text that is not the name of a cause of the table.
    ///
    /// ```
    /// let error = "Clock".parse::<obs_codes::Cause>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown cause");
    /// ```
    UnknownCause: "unknown cause"
}

unknown! {
    /// The error of a conversion from a text that is not a category of the table.
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
