//! Secrets are never printed. Only methods whose names say so return them.

use obs_codes::ErrorResponse;
use obs_codes_response_tests::printed;

/// A secret that no output may contain. No rule recognizes it by itself.
const MARKER: &str = "hunter2x";

fn assert_hidden(response: &ErrorResponse<'_>) {
    for text in printed(response) {
        assert!(!text.contains(MARKER), "{text}");
    }
}

const SECRET_CHILDREN: [&str; 12] = [
    "AccessKeyId",
    "AWSAccessKeyId",
    "OBSAccessKeyId",
    "SignatureProvided",
    "StringToSign",
    "StringToSignBytes",
    "CanonicalRequest",
    "EncodedAuthorizationMessage",
    "SecurityToken",
    "accesskeyid",
    "access_key_id",
    "string-to-sign",
];

#[test]
fn secret_children_of_xml_are_hidden_and_can_be_exposed() {
    for name in SECRET_CHILDREN {
        let body = format!("<Error><Code>SignatureDoesNotMatch</Code><Message>m</Message><{name}>{MARKER}</{name}></Error>");
        let response = ErrorResponse::from_body(403, body.as_bytes());
        assert_hidden(&response);
        assert!(response.child(name).unwrap().is_secret());
        assert_eq!(response.child(name).unwrap().text().expose_secrets(), MARKER);
    }
}

#[test]
fn secret_members_of_json_are_hidden_and_can_be_exposed() {
    for name in SECRET_CHILDREN {
        let body = format!(r#"{{"code":"SYS.0001","message":"m","{name}":["{MARKER}",{{"inner":"{MARKER}"}}]}}"#);
        let response = ErrorResponse::from_body(403, body.as_bytes());
        assert_hidden(&response);
        assert_eq!(response.child(name).unwrap().text().expose_secrets(), MARKER);
    }
}

#[test]
fn the_string_to_sign_is_hidden_and_has_a_method() {
    let response = ErrorResponse::from_body(403, b"<Error><StringToSign>GET\n\n\nhunter2x</StringToSign></Error>");
    assert_eq!(response.string_to_sign(), Some("GET\n\n\nhunter2x"));
    assert_hidden(&response);
}

#[test]
fn an_element_nested_in_a_secret_is_hidden() {
    let body =
        "<Error><StringToSign><Line>hunter2x</Line><Line><Part>hunter2x</Part></Line></StringToSign><Code>X</Code></Error>";
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()));
    let body = r#"{"StringToSign":{"lines":["hunter2x",["hunter2x"]]}}"#;
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()));
}

#[test]
fn a_secret_nested_in_something_else_is_hidden() {
    let body = "<Error><Details><Request><AccessKeyId>hunter2x</AccessKeyId></Request></Details><Code>X</Code></Error>";
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()));
}

#[test]
fn a_secret_below_the_depth_that_is_read_is_hidden() {
    let body = format!("<Error>{}<AccessKeyId>hunter2x</AccessKeyId>{}</Error>", "<a>".repeat(30), "</a>".repeat(30));
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()));
    let body = format!("{}{{\"AccessKeyId\":\"hunter2x\"}}{}", "{\"a\":".repeat(30), "}".repeat(30));
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()));
}

const PARAMETERS: [&str; 12] = [
    "AccessKeyId",
    "AWSAccessKeyId",
    "Signature",
    "signature",
    "X-Amz-Credential",
    "X-Amz-Signature",
    "X-Amz-Security-Token",
    "X-AMZ-SECURITY-TOKEN",
    "x-obs-security-token",
    "X-Obs-Security-Token",
    "%53ignature",
    "x%2Dobs%2dsecurity%2Dtoken",
];

#[test]
fn credentials_in_a_query_are_hidden_in_every_place() {
    for parameter in PARAMETERS {
        let url = format!("/b/k?acl&amp;{parameter}={MARKER}%2F/+==&amp;Expires=1");
        let plain = url.replace("&amp;", "&");
        let first = format!("https://b.example.com/?{parameter}={MARKER}");
        let body = format!(
            "<Error><Code>AccessDenied</Code><Message>{url} '{first}' is not allowed</Message><Resource>{url}</Resource>\
             <Other>{first}</Other><a><b>{url}</b></a></Error>"
        );
        let response = ErrorResponse::from_parts(403, [("Location", plain.as_str())], body.as_bytes());
        assert_hidden(&response);
        assert_eq!(response.resource().unwrap().expose_secrets(), plain);
        assert_eq!(response.location().unwrap().expose_secrets(), plain);
        let shown = format!("/b/k?acl&{parameter}=[redacted]&Expires=[redacted]");
        assert_eq!(response.resource().unwrap().to_string(), shown);
        let headers = [("x-obs-error-message", plain.as_str())];
        assert_hidden(&ErrorResponse::from_parts(403, headers, b""));
    }
}

/// Everything that a diagnosis prints.
fn diagnosed(response: &ErrorResponse<'_>) -> String {
    let diagnosis = response.diagnose();
    let causes: Vec<String> = diagnosis.causes().map(|ranked| format!("{ranked:?} {}", ranked.evidence())).collect();
    let cases: Vec<String> = diagnosis.cases().filter_map(|ranked| Some(format!("{ranked:?} {}", ranked.evidence()?))).collect();
    format!("{diagnosis} {diagnosis:#} {diagnosis:?} {causes:?} {cases:?}")
}

fn denied(resource: &str, children: &str) -> String {
    let message = format!(
        "User: iam::1:user:2 is not authorized to perform: obs:object:GetObject on resource: {resource} because no \
         identity-based policy allows the obs:object:GetObject action."
    );
    let message = message.replace('&', "&amp;");
    format!("<Error><Code>AccessDenied</Code><Message>{message}</Message>{children}</Error>")
}

#[test]
fn credentials_in_the_variables_of_a_message_are_hidden_in_the_evidence() {
    for parameter in PARAMETERS {
        let body = denied(&format!("obs:::object:b/k?acl&{parameter}={MARKER}%2F/+==&Expires=1"), "");
        let printed = diagnosed(&ErrorResponse::from_body(403, body.as_bytes()));
        assert!(!printed.contains(MARKER), "{printed}");
        let shown = format!("resource obs:::object:b/k?acl&{parameter}=[redacted]&Expires=[redacted]");
        assert!(printed.contains(&shown), "{printed}");
    }
    let key = "H4IPJX0TQTHTHEBQQCEC";
    let body = denied(&format!("obs:::object:b/{key}:{MARKER}"), "");
    let printed = diagnosed(&ErrorResponse::from_body(403, body.as_bytes()));
    assert!(!printed.contains(key) && !printed.contains(MARKER), "{printed}");
}

#[test]
fn a_secret_that_a_message_repeats_is_hidden_in_the_evidence() {
    let resource = format!("obs:::object:b/{MARKER}");
    let body = denied(&resource, "");
    assert!(diagnosed(&ErrorResponse::from_body(403, body.as_bytes())).contains(&resource));
    let body = denied(&resource, &format!("<SecurityToken>{MARKER}</SecurityToken>"));
    let printed = diagnosed(&ErrorResponse::from_body(403, body.as_bytes()));
    assert!(!printed.contains(MARKER) && printed.contains("resource not shown"), "{printed}");
}

#[test]
fn a_secret_is_hidden_where_another_text_repeats_it() {
    let body = "<Error><Code>X</Code><Message>the key hunter2x is inactive</Message><Resource>/hunter2x/k</Resource>\
        <AccessKeyId>hunter2x</AccessKeyId></Error>";
    let response = ErrorResponse::from_body(403, body.as_bytes());
    assert_hidden(&response);
    assert_eq!(response.to_string(), "403 X: the key [redacted] is inactive");
}

#[test]
fn a_text_that_looks_like_an_access_key_is_hidden_in_a_message() {
    let body =
        "<Error><Code>InvalidAccessKeyId</Code><Message>the access key H4IPJX0TQTHTHEBQQCEC is inactive.</Message></Error>";
    let response = ErrorResponse::from_body(403, body.as_bytes());
    assert_eq!(response.to_string(), "403 InvalidAccessKeyId: the access key [redacted] is inactive.");
    for text in printed(&response) {
        assert!(!text.contains("H4IPJX0TQTHTHEBQQCEC"), "{text}");
    }
    let body = "<Error><Message>OBS H4IPJX0TQTHTHEBQQCEC:hunter2x, sent</Message></Error>";
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()));
}

#[test]
fn identifiers_of_the_server_are_shown() {
    let headers = [("x-obs-request-id", "H4IPJX0TQTHTHEBQQCEC"), ("x-obs-id-2", "token=abc")];
    let response = ErrorResponse::from_parts(403, headers, b"");
    assert_eq!(response.to_string(), "403 (request ID H4IPJX0TQTHTHEBQQCEC)");
    assert_eq!(format!("{response:#}"), "403\nrequest ID: H4IPJX0TQTHTHEBQQCEC\nhost ID: token=abc");
}

#[test]
fn the_unread_part_is_hidden_as_a_whole() {
    for body in [
        "<Error><Code>X</Code><StringToSign>GET hunter2x",
        "<html>hunter2x</html>",
        "hunter2x",
        r#"{"code":"X","AccessKeyId":"hunter2x"#,
        "<Error><Code>X</Code></Error>hunter2x",
    ] {
        let response = ErrorResponse::from_body(403, body.as_bytes());
        assert_hidden(&response);
        assert!(response.unread().unwrap().expose_secrets().contains(MARKER));
    }
}

#[test]
fn secrets_in_the_errors_of_a_multi_object_delete_are_hidden() {
    let body = "<DeleteResult><Error><Key>k?Signature=hunter2x</Key><Code>AccessDenied</Code><Message>hunter2x</Message>\
        <AccessKeyId>hunter2x</AccessKeyId></Error><Error><Key>l</Key><Message>AccessKeyId=hunter2x</Message></Error></DeleteResult>";
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert_eq!(response.errors().count(), 2);
    assert_hidden(&response);
    // A case of the error code has the message as its evidence.
    let message = "User: hunter2x is not authorized to perform: a on resource: r because no p policy allows the a action.";
    let error =
        format!("<Error><AccessKeyId>hunter2x</AccessKeyId><Code>AccessDenied</Code><Message>{message}</Message></Error>");
    assert_hidden(&ErrorResponse::from_body(200, format!("<DeleteResult>{error}</DeleteResult>").as_bytes()));
}

#[test]
fn an_owned_copy_hides_the_same_secrets() {
    let body = "<Error><Code>X</Code><Message>m \u{fc}</Message><AccessKeyId>hunter2x</AccessKeyId></Error>";
    assert_hidden(&ErrorResponse::from_body(403, body.as_bytes()).into_owned());
    let body = [b"<Error><Message>\xff</Message><AccessKeyId>hunter2x</AccessKeyId></Error>" as &[u8]].concat();
    assert_hidden(&ErrorResponse::from_body(403, &body));
}

#[test]
fn a_boxed_response_hides_the_same_secrets() {
    let body = b"<Error><Code>X</Code><AccessKeyId>hunter2x</AccessKeyId></Error>";
    let error: Box<dyn std::error::Error + Send + Sync> = Box::new(ErrorResponse::from_body(403, body).into_owned());
    assert_eq!(error.to_string(), "403 X");
    assert!(!format!("{error:?} {error:#?} {error:#}").contains(MARKER));
}

#[test]
fn every_secret_of_a_long_body_is_hidden() {
    for unit in ["<Token>abcdefgh</Token>", "<Token>abcdefgh</Token><a>abcdefgi</a>", "<a>Signature=x</a>"] {
        let body = format!("<Error>{}</Error>", unit.repeat(65_000 / unit.len()));
        let response = ErrorResponse::from_body(400, body.as_bytes());
        assert!(response.unread().is_none());
        let text = format!("{response} {response:#} {response:?}");
        assert!(!text.contains("abcdefgh") && !text.contains("=x"), "{unit}");
    }
}
