//! The failed request, as the caller describes it.

use std::str::FromStr;

use http::{Method, Uri};

/// The method of a request, its URL, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    method: Option<String>,
    url: Option<String>,
    host: Option<String>,
}

impl Request {
    /// The facts for a diagnosis.
    pub(crate) fn facts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let facts = [("request.method", &self.method), ("request.url", &self.url), ("request.host", &self.host)];
        facts.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)))
    }
}

impl FromStr for Request {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_url = |word: &str| word.contains("://");
        let (method, url) = match text.trim().split_once(char::is_whitespace) {
            Some((method, url)) => (Some(method), Some(url.trim())),
            None if is_url(text) => (None, Some(text.trim())),
            None => (Some(text.trim()), None),
        };
        let is_method = |method: &&str| method.parse::<Method>().is_ok() && method.bytes().all(|byte| byte.is_ascii_uppercase());
        if let Some(method) = method.filter(|method| !is_method(method)) {
            return Err(format!("`{}` is not a method; expected 'METHOD URL', such as 'PUT https://...'", method.escape_debug()));
        }
        let host = url.map(|url| match url.parse::<Uri>() {
            Ok(uri) if is_url(url) => Ok(uri.host().unwrap_or_default().to_owned()),
            _ => Err(format!("`{}` is not a URL; expected 'METHOD URL', such as 'PUT https://...'", url.escape_debug())),
        });
        Ok(Self { method: method.map(str::to_owned), url: url.map(str::to_owned), host: host.transpose()? })
    }
}
