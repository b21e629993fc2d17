//! Prints a report as `application/problem+json`.

use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value, json};

use super::Report;
use crate::escape::escape_json;

impl Report {
    /// The report as the JSON of RFC 9457, whose media type is `application/problem+json`.
    ///
    /// In addition to the members of the RFC, it has `code`, `message` and `request_id` of the response, `remedy`, `retry`, and the `causes`
    /// that something points to. Unknown values are left out. Characters that could garble a terminal are escaped.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let body = b"<Error><Code>NoSuchBucket</Code></Error>";
    /// let report = ErrorResponse::from_body(404, body).report();
    /// let problem: serde_json::Value = serde_json::from_str(&report.problem()).unwrap();
    /// assert_eq!(problem["title"], "Not Found");
    /// assert_eq!(problem["status"], 404);
    /// assert_eq!(problem["code"], "NoSuchBucket");
    /// assert_eq!(problem["causes"][0]["name"], "BucketNotFound");
    /// ```
    pub fn problem(&self) -> String {
        let causes: Vec<Value> = self
            .likely_causes()
            .map(|cause| {
                let confidence = cause.confidence.as_str();
                json!({ "name": cause.name, "description": cause.description, "remedy": cause.remedy, "confidence": confidence })
            })
            .collect();
        let members = [
            ("type", Some(json!("about:blank"))),
            ("title", self.reason.map(Value::from)),
            ("status", self.status.map(Value::from)),
            ("detail", self.description.map(Value::from)),
            ("code", self.error_code.as_deref().map(Value::from)),
            ("message", self.message.as_deref().map(Value::from)),
            ("request_id", self.request_id.as_deref().map(Value::from)),
            ("remedy", self.remedy.map(Value::from)),
            ("retry", self.retry.map(|retry| retry.as_str().into())),
            ("causes", Some(causes.into())),
        ];
        let known = members.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?)));
        escape_json(&Value::Object(known.collect::<Map<_, _>>()).to_string())
    }
}
