//! From a response to a diagnosis.

use super::ErrorResponse;
use super::redacted::repeats;
use crate::table::AnyErrorCode;
use crate::{Diagnosis, ErrorCode};

impl ErrorResponse<'_> {
    /// What happened, what to do, and which causes come into question, by the shipped table.
    ///
    /// What the response does not know can be added: [`received_at`](Diagnosis::received_at) the client's clock, and
    /// [`signed_at`](Diagnosis::signed_at) when the request was signed.
    pub fn diagnose(&self) -> Diagnosis<'_> {
        self.diagnose_as::<ErrorCode>()
    }

    /// The same by another table.
    ///
    /// ```
    /// mod codes {
    ///     obs_codes::codes! { toml = r#"
    ///         extends = "obs"
    ///
    ///         [error.QuotaServiceDown]
    ///         status = 503
    ///         description = "The quota service of this company does not answer."
    ///     "# }
    /// }
    ///
    /// let body = b"<Error><Code>QuotaServiceDown</Code></Error>";
    /// let response = obs_codes::ErrorResponse::from_body(503, body);
    /// let diagnosis = response.diagnose_as::<codes::ErrorCode>();
    /// assert_eq!(diagnosis.error_code(), Some(codes::ErrorCode::QuotaServiceDown));
    /// ```
    pub fn diagnose_as<E: AnyErrorCode>(&self) -> Diagnosis<'_, E> {
        let message = self.message().map(|message| message.expose_secrets());
        Diagnosis::of(self.status().unwrap_or_default(), self.code())
            .message(message)
            .with_secret_message(message.is_some_and(|message| repeats(message, &self.secrets)))
            .request_time(self.request_time())
            .server_time(self.server_time().or_else(|| self.date()))
            .max_skew(self.max_skew().and_then(|skew| u32::try_from(skew.as_secs()).ok()))
    }
}
