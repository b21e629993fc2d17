//! Diagnoses a response.

use super::{BodyKind, ErrorResponse};
use crate::diagnosis::{FactSource, Times};
use crate::table::AnyErrorCode;
use crate::{Diagnosis, ErrorCode, OtherSender, Sign};

impl ErrorResponse<'_> {
    /// Diagnoses the failure with the shipped table: what happened, what to do, and the possible causes.
    ///
    /// Add what the response does not say: [`facts`](Diagnosis::facts) about your request, and when you
    /// [signed it](Diagnosis::signed_at) and [received the response](Diagnosis::received_at).
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let response = ErrorResponse::from_body(404, b"");
    /// let diagnosis = response.diagnose().facts(&[("request.method", "PUT")]);
    /// println!("{diagnosis:#}");
    /// ```
    pub fn diagnose(&self) -> Diagnosis<'_> {
        self.diagnose_as::<ErrorCode>()
    }

    /// Diagnoses the failure with the table of `E`.
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
        let times = Times {
            request: self.request_time(),
            server: self.server_time().or_else(|| self.date()),
            allowed: self.max_skew().and_then(|skew| u32::try_from(skew.as_secs()).ok()),
            ..Times::default()
        };
        Diagnosis::of(self.status(), self.code()).source(self, times)
    }
}

impl FactSource for ErrorResponse<'_> {
    fn fact(&self, name: &str) -> Option<&str> {
        if name.eq_ignore_ascii_case("message") {
            return self.message().map(|message| message.expose_secrets());
        }
        self.find(name).or_else(|| self.headers.get(&name.to_ascii_lowercase()))
    }

    fn repeats_secret(&self, text: &str) -> bool {
        self.redacted(text).may_repeat_secret()
    }

    fn other_sender(&self) -> Option<OtherSender<'_>> {
        let request_id = self.request_id();
        let is_obs_id = request_id.is_some_and(|id| !is_uuid(id));
        // OBS also sends HTML, for buckets that host a website, but with a request ID.
        let html = (self.body_kind() == BodyKind::Html && !is_obs_id).then_some(Sign::Html);
        let server = self
            .headers
            .get("server")
            .filter(|server| !server.eq_ignore_ascii_case("OBS") && !self.repeats_secret(server))
            .map(Sign::Server);
        let id = match request_id {
            Some(id) => is_uuid(id).then_some(Sign::UuidRequestId),
            // Without any headers, it is not known whether a request ID was sent.
            None => (self.code().is_none() && !self.headers.is_empty()).then_some(Sign::NoRequestId),
        };
        OtherSender::from_signs([html, server, id])
    }
}

/// Whether a request ID has the form `123e4567-e89b-12d3-a456-426614174000`.
fn is_uuid(id: &str) -> bool {
    let lengths = id.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && id.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
