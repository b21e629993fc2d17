use core::fmt;

use crate::secret::Masked;

/// Something other than OBS answered, or seems to have: a proxy, a gateway, or the wrong host.
///
/// `Display` prints the signs as a clause.
///
/// ```
/// # #[cfg(feature = "response")] {
/// use obs_codes::ErrorResponse;
///
/// let response = ErrorResponse::from_parts(404, [("Server", "nginx")], b"<html></html>");
/// let sender = response.diagnose().other_sender().unwrap();
/// let signs = "the body is HTML, the `server` header says `nginx` and there is no request ID";
/// assert_eq!(sender.to_string(), signs);
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct OtherSender<'a> {
    signs: [Option<Sign<'a>>; 3],
}

/// A sign that something other than OBS answered.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sign<'a> {
    /// The body is an HTML page.
    Html,
    /// The `server` header names another server.
    Server(&'a str),
    /// There is no request ID.
    NoRequestId,
    /// The request ID is a UUID, which those of OBS are not.
    UuidRequestId,
}

impl<'a> OtherSender<'a> {
    /// `None` if there is no sign.
    #[cfg(feature = "response")]
    pub(crate) fn from_signs(signs: [Option<Sign<'a>>; 3]) -> Option<Self> {
        signs.iter().any(Option::is_some).then_some(OtherSender { signs })
    }

    /// The signs, one or more.
    pub fn signs(&self) -> impl Iterator<Item = Sign<'a>> + use<'a> {
        self.signs.into_iter().flatten()
    }
}

impl fmt::Display for OtherSender<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.signs().count();
        (1..).zip(self.signs()).try_for_each(|(number, sign)| {
            let separator = match number {
                1 => "",
                _ if number == count => " and ",
                _ => ", ",
            };
            write!(f, "{separator}{sign}")
        })
    }
}

impl fmt::Display for Sign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html => f.write_str("the body is HTML"),
            Self::Server(server) => write!(f, "the `server` header says `{}`", Masked(server)),
            Self::NoRequestId => f.write_str("there is no request ID"),
            Self::UuidRequestId => f.write_str("the request ID is a UUID"),
        }
    }
}

/// Prints the sign as `Display` does, because a header may contain a secret.
impl fmt::Debug for Sign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for OtherSender<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.signs()).finish()
    }
}
