//! Reading each kind of body.

use obs_codes::ErrorResponse;
use obs_codes::response::{BodyKind, UnreadReason};

fn text<'r>(response: &'r ErrorResponse<'_>, name: &str) -> Option<&'r str> {
    response.child(name).map(|child| child.text().expose_secrets())
}

fn unread(response: &ErrorResponse<'_>) -> Option<(UnreadReason, String)> {
    response.unread().map(|unread| (unread.reason(), unread.expose_secrets().to_owned()))
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Error><Code>NoSuchKey</Code>\
    <Message>The resource you requested does not exist</Message><Resource>/example-bucket/object</Resource>\
    <RequestId>001B21A61C6C0000013402C4616D5285</RequestId><HostId>RkRCRDJENDc5MzdGQkQ4OUY3MTI4NTQ3NDk2Mjg0M0FB</HostId></Error>";

#[test]
fn an_xml_error_is_read_whole() {
    let response = ErrorResponse::from_body(404, XML.as_bytes());
    assert_eq!(response.status(), Some(404));
    assert_eq!(response.body_kind(), BodyKind::Xml);
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("The resource you requested does not exist"));
    assert_eq!(response.resource().unwrap().expose_secrets(), "/example-bucket/object");
    assert_eq!(response.request_id(), Some("001B21A61C6C0000013402C4616D5285"));
    assert_eq!(response.host_id(), Some("RkRCRDJENDc5MzdGQkQ4OUY3MTI4NTQ3NDk2Mjg0M0FB"));
    assert_eq!(unread(&response), None);
}

#[test]
fn other_children_are_found_by_their_name() {
    let body = b"<Error><Code>BucketNotEmpty</Code><BucketName>logs</BucketName><Details>more</Details></Error>";
    let response = ErrorResponse::from_body(409, body);
    assert_eq!(text(&response, "BucketName"), Some("logs"));
    assert_eq!(text(&response, "Details"), Some("more"));
    assert_eq!(text(&response, "Condition"), None);
}

#[test]
fn an_exact_name_takes_precedence_over_another_case() {
    let body = b"<Error><bucketname>a</bucketname><BucketName>b</BucketName></Error>";
    let response = ErrorResponse::from_body(404, body);
    assert_eq!(text(&response, "BucketName"), Some("b"));
    assert_eq!(text(&response, "bucketname"), Some("a"));
    assert_eq!(text(&response, "bucket_name"), Some("a"));
}

#[test]
fn json_is_read_like_xml() {
    let body = br#"{"code": "SYS.0014", "message": "No \"plan\" for b\u00fccket", "request_id": "7", "retries": 1.50, "ok": false, "x": null}"#;
    let response = ErrorResponse::from_body(400, body);
    assert_eq!(response.body_kind(), BodyKind::Json);
    assert_eq!(response.code(), Some("SYS.0014"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("No \"plan\" for b\u{fc}cket"));
    assert_eq!(response.request_id(), Some("7"));
    assert_eq!(text(&response, "retries"), Some("1.50"));
    assert_eq!(text(&response, "ok"), Some("false"));
    assert_eq!(text(&response, "x"), Some(""));
    assert_eq!(unread(&response), None);
}

#[test]
fn an_array_repeats_its_name_and_an_object_is_nested() {
    let body = br#"{"code":"A","parts":[1,{"number":2},[3]],"inner":{"code":"B"}}"#;
    let response = ErrorResponse::from_body(400, body);
    let children: Vec<_> = response.children().map(|child| (child.name(), child.text().expose_secrets())).collect();
    assert_eq!(children, [("code", "A"), ("parts", "1"), ("parts", ""), ("parts", "3"), ("inner", "")]);
    let nested: Vec<_> = response.children().flat_map(|child| child.children().map(|inner| inner.name())).collect();
    assert_eq!(nested, ["number", "code"]);
    assert_eq!(response.code(), Some("A"));
}

#[test]
fn the_content_type_is_ignored() {
    let headers = [("Content-Type", "application/json")];
    assert_eq!(ErrorResponse::from_parts(404, headers, XML.as_bytes()).code(), Some("NoSuchKey"));
    let headers = [("Content-Type", "application/xml")];
    assert_eq!(ErrorResponse::from_parts(400, headers, br#"{"code":"SYS.0014"}"#).code(), Some("SYS.0014"));
}

#[test]
fn a_byte_order_mark_and_leading_blanks_are_ignored() {
    for before in ["\u{feff}", "\r\n\t  ", "\u{feff}\n\n", "          "] {
        let body = format!("{before}{XML}\n");
        let response = ErrorResponse::from_body(200, body.as_bytes());
        assert_eq!(response.code(), Some("NoSuchKey"), "{before:?}");
        assert!(response.is_error());
        assert_eq!(unread(&response), None);
        let body = format!("{before}{{\"code\":\"SYS.0001\"}}");
        assert_eq!(ErrorResponse::from_body(400, body.as_bytes()).code(), Some("SYS.0001"), "{before:?}");
    }
}

#[test]
fn namespaces_prefixes_and_attributes_are_ignored() {
    let body = b"<o:Error xmlns:o=\"http://obs.myhwclouds.com/doc/2015-06-30/\"><o:Code a=\"1\">NoSuchKey</o:Code></o:Error>";
    assert_eq!(ErrorResponse::from_body(404, body).code(), Some("NoSuchKey"));
    let body = b"<Error xmlns=\"http://obs.myhwclouds.com/doc/2015-06-30/\"><Code>NoSuchKey</Code></Error>";
    let response = ErrorResponse::from_body(404, body);
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.children().next().unwrap().name(), "Code");
}

#[test]
fn cdata_and_entities_are_replaced() {
    let body = b"<Error><Code><![CDATA[NoSuchKey]]></Code><Message>a &lt;b&gt; &amp; &quot;c&quot; &#65;&#x42;<![CDATA[ <d> & ]]>e</Message></Error>";
    let response = ErrorResponse::from_body(404, body);
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("a <b> & \"c\" AB <d> & e"));
}

#[test]
fn an_unknown_entity_stays_as_it_was_written() {
    let body = b"<Error><Message>&nbsp;&#0;&#x110000;&#xd800; ? a=1&b=2 &</Message></Error>";
    assert_eq!(
        ErrorResponse::from_body(400, body).message().map(|text| text.expose_secrets()),
        Some("&nbsp;&#0;&#x110000;&#xd800; ? a=1&b=2 &")
    );
}

#[test]
fn entities_of_a_document_type_are_neither_expanded_nor_fetched() {
    let body = b"<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">\
        <!ENTITY xxe SYSTEM \"file:///etc/passwd\">]><Error><Code>NoSuchKey</Code><Message>&lol2;&xxe;</Message></Error>";
    let response = ErrorResponse::from_body(404, body);
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("&lol2;&xxe;"));
}

#[test]
fn an_empty_body_has_no_code_and_no_unread_part() {
    for body in ["", " \r\n", "\u{feff}"] {
        let response = ErrorResponse::from_body(404, body.as_bytes());
        assert_eq!(response.body_kind(), BodyKind::Empty);
        assert_eq!(response.code(), None);
        assert_eq!(unread(&response), None);
        assert!(response.is_error());
    }
}

#[test]
fn an_html_page_is_unread_and_kept() {
    let pages = [
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr></body></html>\r\n",
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\"><HTML><Error><Code>NoSuchKey</Code></Error></HTML>",
        "<!doctype html><p>Service unavailable",
    ];
    for page in pages {
        let response = ErrorResponse::from_body(502, page.as_bytes());
        assert_eq!(response.body_kind(), BodyKind::Html, "{page}");
        assert_eq!(response.code(), None);
        assert_eq!(unread(&response), Some((UnreadReason::NotAnError, page.to_owned())));
        assert_eq!(response.unread().unwrap().bytes(), page.len());
    }
}

#[test]
fn xml_that_is_not_an_error_is_unread_and_kept() {
    let body = "<CopyObjectResult><Error><Code>NoSuchKey</Code></Error><ETag>\"a\"</ETag></CopyObjectResult>";
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert_eq!(response.body_kind(), BodyKind::Xml);
    assert_eq!(response.code(), None);
    assert!(!response.is_error());
    assert_eq!(unread(&response), Some((UnreadReason::NotAnError, body.to_owned())));
}

#[test]
fn text_and_json_without_an_object_are_unread_and_kept() {
    for body in ["upstream connect error", "[1]", "true", "\"x\"", "12"] {
        let response = ErrorResponse::from_body(503, body.as_bytes());
        assert_eq!(response.body_kind(), BodyKind::Other);
        assert_eq!(unread(&response), Some((UnreadReason::NotAnError, body.to_owned())));
    }
}

#[test]
fn an_incomplete_child_is_unread() {
    for cut in 0..XML.len() {
        let response = ErrorResponse::from_body(404, &XML.as_bytes()[..cut]);
        for child in response.children() {
            let whole = format!("<{0}>{1}</{0}>", child.name(), child.text().expose_secrets());
            assert!(XML[..cut].contains(&whole), "{whole} of {}", &XML[..cut]);
        }
        let rest = unread(&response).map(|(_, text)| text);
        if let Some(rest) = rest {
            assert!(XML[..cut].ends_with(&rest), "{rest} of {}", &XML[..cut]);
        } else {
            assert_eq!(cut, 0);
        }
    }
}

#[test]
fn json_that_is_cut_off_is_read_up_to_the_last_complete_member() {
    let response = ErrorResponse::from_body(400, br#"{"code":"SYS.0014","message":"The wor"#);
    assert_eq!(response.code(), Some("SYS.0014"));
    assert!(response.message().is_none());
    assert_eq!(unread(&response), Some((UnreadReason::Truncated, ",\"message\":\"The wor".to_owned())));
}

#[test]
fn a_malformed_body_is_read_up_to_the_last_complete_child() {
    let response = ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey</Code><Message>a</Massage></Error>");
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(unread(&response), Some((UnreadReason::Malformed, "<Message>a</Massage></Error>".to_owned())));
    let response = ErrorResponse::from_body(400, br#"{"code":"SYS.0014",message:1}"#);
    assert_eq!(response.code(), Some("SYS.0014"));
    assert_eq!(unread(&response), Some((UnreadReason::Malformed, ",message:1}".to_owned())));
}

#[test]
fn text_after_an_error_is_unread() {
    let response = ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey</Code></Error>\n<html>");
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(unread(&response), Some((UnreadReason::Malformed, "\n<html>".to_owned())));
    let response = ErrorResponse::from_body(400, b"{\"code\":\"SYS.0014\"} {}");
    assert_eq!(response.code(), Some("SYS.0014"));
    assert_eq!(unread(&response), Some((UnreadReason::Malformed, " {}".to_owned())));
}

#[test]
fn utf_16_is_unread() {
    let encode = |mark: &str| -> Vec<u8> { format!("{mark}{XML}").encode_utf16().flat_map(u16::to_le_bytes).collect() };
    for body in [encode("\u{feff}"), encode("")] {
        let response = ErrorResponse::from_body(404, &body);
        assert_eq!(response.code(), None);
        assert_eq!(response.unread().unwrap().reason(), UnreadReason::Utf16);
        assert_eq!(response.unread().unwrap().bytes(), body.len());
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_replaced_and_make_the_response_lossy() {
    let response = ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey</Code><Message>\xb2\xbb\xb4\xe6</Message></Error>");
    assert!(response.is_lossy());
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("\u{fffd}\u{fffd}\u{fffd}\u{fffd}"));
    let response = ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey\xff</Code>\xff\xfe<a>\xb2\xbb</b>");
    assert_eq!(response.unread().unwrap().expose_secrets(), "<a>\u{fffd}\u{fffd}</b>");
    assert_eq!(response.unread().unwrap().bytes(), b"<a>\xb2\xbb</b>".len());
    let response = ErrorResponse::from_body(400, b"{\"code\":\"SYS.0014\",\"message\":\"\xff\"}");
    assert!(response.is_lossy());
    assert_eq!(response.code(), Some("SYS.0014"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("\u{fffd}"));
    assert!(!ErrorResponse::from_body(404, XML.as_bytes()).is_lossy());
}

#[test]
fn of_children_with_one_name_the_first_with_text_counts_and_all_are_listed() {
    let body = b"<Error><Code> </Code><Code>NoSuchKey</Code><Code>NoSuchBucket</Code></Error>";
    let response = ErrorResponse::from_body(404, body);
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.children().filter(|child| child.name() == "Code").count(), 3);
}

#[test]
fn a_nested_code_is_not_the_error_code() {
    let body = b"<Error><Details><Code>Inner</Code><Reason>why</Reason></Details><Code>Outer</Code></Error>";
    let response = ErrorResponse::from_body(400, body);
    assert_eq!(response.code(), Some("Outer"));
    let details = response.child("Details").unwrap();
    let nested: Vec<_> = details.children().map(|child| (child.name(), child.text().to_string())).collect();
    assert_eq!(nested, [("Code", "Inner".to_owned()), ("Reason", "why".to_owned())]);
    assert_eq!(response.children().map(|child| child.name()).collect::<Vec<_>>(), ["Details", "Code"]);
}

#[test]
fn elements_that_are_nested_too_deep_are_kept_as_one_text() {
    let body = format!("<Error><Code>X</Code>{}deep{}</Error>", "<a>".repeat(20), "</a>".repeat(20));
    let response = ErrorResponse::from_body(400, body.as_bytes());
    assert_eq!(response.code(), Some("X"));
    assert_eq!(unread(&response), None);
    let mut child = response.child("a").unwrap();
    let mut depth = 1;
    while let Some(inner) = child.children().next() {
        child = inner;
        depth += 1;
    }
    assert!(depth < 20);
    assert_eq!(child.text().expose_secrets(), format!("{}deep{}", "<a>".repeat(20 - depth), "</a>".repeat(20 - depth)));
    let body = format!("{{\"code\":\"X\",\"a\":{}1{}}}", "[".repeat(200), "]".repeat(200));
    let response = ErrorResponse::from_body(400, body.as_bytes());
    assert_eq!(response.code(), Some("X"));
    assert!(text(&response, "a").unwrap().contains("[[1]]"));
}

#[test]
fn a_text_directly_in_the_error_is_kept_without_a_name() {
    let response = ErrorResponse::from_body(403, b"<Error>Access denied<Code>AccessDenied</Code></Error>");
    assert_eq!(text(&response, ""), Some("Access denied"));
    assert_eq!(response.code(), Some("AccessDenied"));
    let response = ErrorResponse::from_body(403, b"<Error>Access <![CDATA[denied]]>.<Code>AccessDenied</Code></Error>");
    assert_eq!((text(&response, ""), response.children().count()), (Some("Access denied."), 2));
}

#[test]
fn blanks_around_a_code_are_removed_and_those_around_a_message_are_kept() {
    let response = ErrorResponse::from_body(404, b"<Error>\n  <Code>\n NoSuchKey </Code>\n  <Message> a </Message>\n</Error>");
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some(" a "));
    assert_eq!(response.children().count(), 2);
}

#[test]
fn an_error_inside_a_200_is_an_error() {
    let response = ErrorResponse::from_body(200, b"   <Error><Code>InternalError</Code></Error>");
    assert!(response.is_error());
    assert_eq!(response.code(), Some("InternalError"));
    assert!(!ErrorResponse::from_body(200, b"<ListBucketResult/>").is_error());
    assert!(!ErrorResponse::from_body(200, b"").is_error());
    assert!(!ErrorResponse::from_body(200, br#"{"code":"0"}"#).is_error());
}

#[test]
fn a_redirect_is_an_error_and_304_is_not() {
    for (status, is_error) in [(204, false), (301, true), (304, false), (307, true), (400, true), (599, true)] {
        assert_eq!(ErrorResponse::from_body(status, b"").is_error(), is_error, "{status}");
    }
}

#[test]
fn a_text_without_escapes_is_borrowed_and_an_owned_copy_outlives_its_source() {
    let body = XML.as_bytes().to_vec();
    let response = ErrorResponse::from_body(404, &body);
    let message = response.message().unwrap();
    assert!(body.as_ptr_range().contains(&message.expose_secrets().as_ptr()));
    let before = format!("{response:?}");
    let owned = response.into_owned();
    drop(body);
    assert_eq!(format!("{owned:?}"), before);
    assert_eq!(owned.code(), Some("NoSuchKey"));
}

#[test]
fn a_response_of_the_http_crate_is_read() {
    let response = http::Response::builder().status(404).header("x-obs-id-2", "H").body(XML.as_bytes().to_vec()).unwrap();
    let read = ErrorResponse::from(&response);
    assert_eq!(
        (read.status(), read.code(), read.host_id()),
        (Some(404), Some("NoSuchKey"), Some("RkRCRDJENDc5MzdGQkQ4OUY3MTI4NTQ3NDk2Mjg0M0FB"))
    );
}
