//! The forms and places of secrets that are hidden, and texts that are shown.

use obs_codes::ErrorResponse;
use obs_codes_response_tests::printed;

/// A secret that no rule recognizes by itself.
const SECRET: &str = "sigsig";

/// Forms in which a secret is written.
const FORMS: &[&str] = &[
    // The values in the query of a URL, whatever their names.
    "https://b.example.com/k?anything=sigsig",
    "https://b.example.com/k?acl&a=sigsig&b=sigsig",
    "https://b.example.com/k?a=b#access_token=sigsig",
    "/k?a=\"sigsig\"",
    "/k?a='sigsig'",
    "/k?a[0]=sigsig",
    "/k?a[]=sigsig&b=1",
    "/k?é=sigsig",
    "/k?=sigsig",
    "/k?a=b/sigsig",
    "/k?a=(sigsig)",
    "/k?a==sigsig",
    // The user of a URL.
    "https://sigsig@h/",
    "https://u:sigsig@h/",
    "https://u:p@sigsig@h/",
    "https://u:{sigsig}@h/",
    "obs://u:sigsig@b/k",
    "//u:sigsig@h/",
    "https:\\/\\/u:sigsig@b\\/k",
    // The value of a secret name.
    "Signature=sigsig",
    "Signature = sigsig",
    "Signature:sigsig",
    "Signature: sigsig",
    "Signature : sigsig",
    "Signature=\"sigsig\"",
    "Signature=\"a'sigsig\"",
    "Signature='sig sigsig'",
    "Signature=//sigsig",
    "Signature=<sigsig>",
    "Signature=(sigsig)",
    "Signature={sigsig}",
    "Signature: [sigsig]",
    "Signature[sigsig]",
    "Signature := sigsig",
    "Signature => sigsig",
    "Signature=a&sigsig",
    "\"Signature\":\"sigsig\"",
    "\"Signature\": \"sigsig\"",
    "\"Signature\" : \"sigsig\"",
    "'Signature': 'sigsig'",
    "\\\"Signature\\\":\\\"sigsig\\\"",
    "&quot;Signature&quot;:&quot;sigsig&quot;",
    "\"password\": \"ab\\\"cd sigsig\"",
    "token=\"ab\\\\\", sign=\"sigsig\"",
    "token=\"a\" token=\"sigsig\"",
    "{\"secret\":{\"a\":\"sigsig\"}}",
    "\"a\":\"b\",\"token\":{\"x\":[\"y]\",\"sigsig\"]}",
    "token=[\"a\\\"]sigsig\"]",
    "token=['a]', 'sigsig']",
    "token={'a': '}sigsig'}",
    "token=[\\\"a]\\\", \\\"sigsig\\\"]",
    "token=Some(\"sigsig\")",
    "<Signature>sigsig</Signature>",
    "<Signature>sig sigsig</Signature>",
    "Signature[0]=sigsig",
    "Signature[0][1]=sigsig",
    "Signature[x] = \"sigsig\"",
    "token[a]=sigsig",
    "password[0]=sigsig and more than sixty-four bytes behind it, an é among them é é é é é é",
    "StringToSign: GET\n\nsigsig",
    "Cookie: a=b; c=sigsig",
    // Such forms, percent-encoded once or twice.
    "%53ignature=sigsig",
    "%2553ignature=sigsig",
    "Signature%3Dsigsig",
    "Signature%3Dabc/sigsig",
    "Signature%3Asigsig",
    "Signature%253Asigsig",
    "Signature%5B0%5D=sigsig",
    "%22Signature%22%3A%22sigsig%22",
    "%2522Signature%2522%253A%2522sigsig%2522",
    "a=1%26Signature=sigsig",
    "?url=https%3A%2F%2Fb%3FSignature%3Dsigsig",
    "https%3A%2F%2Fb%3FSignature%3Dsigsig",
    "https%253A%252F%252Fb%253FSignature%253Dsigsig",
    "https%3A%2F%2Fu%3Asigsig%40h%2F",
    // Authentication schemes.
    "Authorization: Bearer sigsig",
    "Authorization: OBS AK:sigsig",
    "Authorization: AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=sigsig",
    "\"Authorization\": \"Bearer sigsig\"",
    "Proxy-Authorization: Basic sigsig",
    "Bearer sigsig",
    "BEARER: sigsig",
    "Bearer%20sigsig",
    "Bearer \"sigsig\"",
    "Basic sigsig",
    "Negotiate sigsig",
    // A signature after an access key.
    "H4IPJX0TQTHTHEBQQCEC:sigsig",
];

/// Names of secrets, in the ways in which programs write them.
const NAMES: [&str; 30] = [
    "accessid",
    "access_key",
    "ak",
    "AK",
    "apiKey",
    "X-API-Key",
    "auth",
    "authType",
    "bucketpolicy",
    "canonicalstring",
    "client-secret",
    "JSESSIONID",
    "keyid",
    "Key-Id",
    "mySig",
    "passwd",
    "password",
    "policy",
    "private_key",
    "pwd",
    "session",
    "session_id",
    "Set-Cookie",
    "sig",
    "sign",
    "sk",
    "x-sk",
    "token",
    "X-Amz-Credential",
    "x-obs-security-token",
];

/// Every output of the response and its diagnosis.
fn outputs(response: &ErrorResponse<'_>) -> Vec<String> {
    let diagnosis = response.diagnose();
    let evidence = diagnosis.causes().map(|ranked| ranked.evidence().to_string());
    printed(response).into_iter().chain(evidence).collect()
}

fn assert_hidden(response: &ErrorResponse<'_>, secret: &str) {
    for output in outputs(response) {
        assert!(!output.contains(secret), "{output}");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Bodies with a text in every place that is printed.
fn bodies(text: &str) -> [String; 10] {
    let (json, text) = (serde_json::to_string(text).expect("a text can be JSON"), escaped(text));
    let denied = format!(
        "User: iam::1:user:2 is not authorized to perform: obs:object:GetObject on resource: {text} because no identity-based policy \
         allows the obs:object:GetObject action."
    );
    [
        format!("<Error><Code>{text}</Code></Error>"),
        format!("<Error><Code>X</Code><Message>{text}</Message></Error>"),
        format!("<Error><Code>X</Code><Message>before {text} behind</Message></Error>"),
        format!("<Error><Code>AccessDenied</Code><Message>{denied}</Message></Error>"),
        format!("<Error><Code>X</Code><Resource>{text}</Resource></Error>"),
        format!("<Error><Code>X</Code><Details><Reason>{text}</Reason></Details></Error>"),
        format!("<DeleteResult><Error><Key>{text}</Key><Code>X</Code><Message>{text}</Message></Error></DeleteResult>"),
        format!("{{\"code\":\"X\",\"message\":{json}}}"),
        format!("{{\"code\":\"X\",\"details\":[{{\"reason\":{json}}}]}}"),
        format!("<html>{text}</html>"),
    ]
}

const HEADERS: [&str; 6] = ["x-obs-error-code", "x-obs-error-message", "Location", "Retry-After", "Date", "server"];

#[test]
fn every_form_is_hidden_in_every_place_of_every_output() {
    let assigned = NAMES.map(|name| format!("{name}=sigsig"));
    for form in FORMS.iter().copied().chain(assigned.iter().map(String::as_str)) {
        for body in bodies(form) {
            assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()), SECRET);
        }
        for header in HEADERS {
            assert_hidden(&ErrorResponse::from_parts(403, [(header, form)], b""), SECRET);
        }
        let log = format!("Status=403, Code=AccessDenied, Message=[no access, {form}], RequestId=0A1B");
        let responses: Vec<_> = ErrorResponse::all_from_text(&log).collect();
        assert!(!responses.is_empty(), "{log}");
        for response in responses {
            assert_hidden(&response, SECRET);
        }
    }
}

#[test]
fn a_text_that_looks_like_a_key_or_a_signature_is_hidden() {
    for key in [
        "H4IPJX0TQTHTHEBQQCEC",
        "ABCDEFGHIJKLMNOPQRST",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "qgk1A6Fz3hWv0Bz5nXyT2cRpL9mK8sUdE7jHgQoV",
        "frJIUN8DYpKDtOLCwo5yzXlrJqQ=",
        "fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024",
    ] {
        let body = format!("<Error><Code>X</Code><Message>the key {key} is not valid</Message></Error>");
        let response = ErrorResponse::from_body(403, body.as_bytes());
        assert_eq!(response.to_string(), "403 X: the key [redacted] is not valid");
    }
}

#[test]
fn the_text_of_a_secret_element_is_hidden_wherever_it_is_repeated() {
    let key = "H4IPJX0TQTHTHEBQQCEC";
    for secret in [key, SECRET] {
        for body in [
            format!("<Error><Code>X</Code><AccessKeyId>{secret}</AccessKeyId><RequestId>{secret}</RequestId></Error>"),
            format!("<Error><Code>{secret}</Code><AccessKeyId>{secret}</AccessKeyId><HostId>a{secret}</HostId></Error>"),
            format!(
                "<Error><Message>{secret}</Message><Sig>{secret}</Sig><A><B>{secret}</B></A><Resource>/{secret}</Resource></Error>"
            ),
            format!(
                "<DeleteResult><Error><Key>a</Key><Code>X</Code><KeyId>{secret}</KeyId></Error>\
                 <Error><Key>{secret}</Key><VersionId>{secret}</VersionId><Code>{secret}</Code></Error></DeleteResult>"
            ),
        ] {
            let response =
                ErrorResponse::from_parts(403, [("x-obs-bucket-region", secret), ("x-obs-id-2", secret)], body.as_bytes());
            assert_hidden(&response, secret);
            assert_hidden(&response.into_owned(), secret);
        }
    }
}

#[test]
fn more_than_sixteen_secrets_hide_the_message_as_a_whole() {
    let secrets = |count| (0..count).map(|n| format!("<Token>secret-{n}</Token>")).collect::<Vec<_>>().concat();
    let body = |count| format!("<Error><Message>not a secret</Message>{}</Error>", secrets(count));
    assert_eq!(ErrorResponse::from_body(403, body(16).as_bytes()).to_string(), "403: not a secret");
    assert_eq!(ErrorResponse::from_body(403, body(17).as_bytes()).to_string(), "403: [redacted]");
}

#[test]
fn a_text_without_secrets_is_shown() {
    for text in [
        "The specified key does not exist.",
        "The difference between the request time and the current time is too large.",
        "Check your key and signing method.",
        "request 0000019B2C4D5E6F708192A3B4C5D6E7 in 6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "domain 0a1b2c3d4e5f60718293a4b5c6d7e8f9 and user iam::0a1b2c3d4e5f60718293a4b5c6d7e8f9:user:jo",
        "/my-bucket/photos/2024/IMG_20240101_Holiday.jpg",
        "/logs/YEAR2024/CamelCaseNameOfSomeKind/Another1.txt?acl&versions",
        "https://b.obs.cn-north-4.myhuaweicloud.com:443/k",
        "MaxAllowedSkewMilliseconds=900000 Design=x Author: jo",
        "NoSuchLifecycleConfigurationException v12",
        "arn:aws:iam::123456789012:user/jo",
        "<token></token> is empty <Key>k</Key> and has no </token> end",
    ] {
        let body = format!("<Error><Message>{}</Message><Resource>{}</Resource></Error>", escaped(text), escaped(text));
        let response = ErrorResponse::from_body(403, body.as_bytes());
        assert_eq!(response.message().unwrap().to_string(), text);
        assert_eq!(response.resource().unwrap().to_string(), text);
    }
    let query = "/k?versionId=G001&acl&Expires=17";
    let response = ErrorResponse::from_parts(403, [("Location", query)], b"");
    assert_eq!(response.location().unwrap().to_string(), "/k?versionId=[redacted]&acl&Expires=[redacted]");
}

#[test]
fn secrets_in_a_log_are_hidden() {
    let log = "Status=403, Code=AccessDenied, Message=no access to https://b/k?Signature=sigsig for H4IPJX0TQTHTHEBQQCEC, RequestId=0A1B";
    let response = ErrorResponse::from_text(log).unwrap();
    assert_hidden(&response, SECRET);
    assert_hidden(&response, "H4IPJX0TQTHTHEBQQCEC");
    assert_eq!(
        response.to_string(),
        "403 AccessDenied: no access to https://b/k?Signature=[redacted] for [redacted] (request ID 0A1B)"
    );
}

#[test]
fn long_texts_full_of_secrets_are_printed_without_them() {
    for unit in [
        "Signature=sigsig ",
        "?a=sigsig&",
        "%3Dsigsig ",
        "H4IPJX0TQTHTHEBQQCEC:sigsig ",
        "a://sigsig@h/ ",
        "token[a]=sigsig ",
        "\"token\" : sigsig ",
        "Bearer sigsig ",
        "token: \"sigsig\" ",
    ] {
        let text = unit.repeat(1_000_000 / unit.len());
        let response = ErrorResponse::from_parts(403, [("x-obs-error-message", text.as_str())], b"");
        assert!(!response.to_string().contains(SECRET), "{unit}");
    }
}
