//! The headers that say something about a failure.

use std::borrow::Cow;

use super::decode;

/// A header that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    RequestId,
    HostId,
    ErrorCode,
    ErrorMessage,
    BucketRegion,
    Indicator,
    Date,
    Location,
    RetryAfter,
    Server,
}

const COUNT: usize = Header::Server as usize + 1;

/// The names after `x-obs-` or `x-amz-`. Each header has both spellings; OBS sends the second where the request was S3-style.
const PREFIXED: [(&[u8], Header); 5] = [
    (b"request-id", Header::RequestId),
    (b"id-2", Header::HostId),
    (b"error-code", Header::ErrorCode),
    (b"error-message", Header::ErrorMessage),
    (b"bucket-region", Header::BucketRegion),
];

const PLAIN: [(&[u8], Header); 5] = [
    (b"x-reserved-indicator", Header::Indicator),
    (b"date", Header::Date),
    (b"location", Header::Location),
    (b"retry-after", Header::RetryAfter),
    (b"server", Header::Server),
];

/// How well a name fits: `x-obs-` comes before `x-amz-` where both are sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Twin,
    Own,
}

fn which(name: &[u8]) -> Option<(Header, Rank)> {
    let among = |headers: &[(&[u8], Header)], name: &[u8]| {
        headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, header)| *header)
    };
    match name.split_at_checked(b"x-obs-".len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case(b"x-obs-") => Some((among(&PREFIXED, rest)?, Rank::Own)),
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case(b"x-amz-") => Some((among(&PREFIXED, rest)?, Rank::Twin)),
        _ => Some((among(&PLAIN, name)?, Rank::Own)),
    }
}

/// The values of the kept headers, without the blanks around them. A blank value counts as none.
#[derive(Clone, Default)]
pub(super) struct Headers<'a> {
    values: [Option<(Rank, Cow<'a, str>)>; COUNT],
}

impl<'a> Headers<'a> {
    /// Of several with one name the first counts.
    pub(super) fn read<'h: 'a, N: AsRef<[u8]>, V: AsRef<[u8]> + ?Sized + 'h>(
        headers: impl IntoIterator<Item = (N, &'h V)>,
    ) -> Self {
        let mut kept = Self::default();
        for (name, value) in headers {
            let Some((header, rank)) = which(name.as_ref()) else { continue };
            let value = value.as_ref().trim_ascii();
            let place = &mut kept.values[header as usize];
            if !value.is_empty() && place.as_ref().is_none_or(|(earlier, _)| *earlier < rank) {
                *place = Some((rank, decode(value)));
            }
        }
        kept
    }

    pub(super) fn get(&self, header: Header) -> Option<&str> {
        self.values[header as usize].as_ref().map(|(_, value)| &**value)
    }

    pub(super) fn named(&self, name: &str) -> Option<&str> {
        self.get(which(name.as_bytes())?.0)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    pub(super) fn into_owned(self) -> Headers<'static> {
        Headers { values: self.values.map(|value| value.map(|(rank, text)| (rank, Cow::Owned(text.into_owned())))) }
    }
}
