//! The documentation of generated types shows the texts as they are in the file, never as a link, heading, list, script, code block or
//! doctest, and the types under the names that the caller gives them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use obs_codes_own_table_tests::hostile::{Category, Cause, ErrorCode, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// The elements that the macro itself writes: paragraphs with a heading in bold, names in the font of code, links to variants, the list of
/// causes. Texts must not add any.
const TAGS: &[&str] = &["div", "p", "strong", "code", "a", "ul", "li"];

/// Runs cargo on this package, in the target folder of these tests.
fn cargo(arguments: &[&str]) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).arg("--offline").arg("--target-dir").arg(target());
    cargo.env("RUSTDOCFLAGS", "-Dwarnings").env("CARGO_TERM_COLOR", "never");
    let output = cargo.output().expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("..")
}

fn select<'a>(within: ElementRef<'a>, what: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(what).unwrap()).collect()
}

/// The text of an element, as a reader sees it.
fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// A page about a module of this crate.
fn page_in(module: &str, name: &str) -> Html {
    let path = target().join("doc/obs_codes_own_table_tests").join(module).join(name);
    Html::parse_document(&std::fs::read_to_string(path).expect("the page is there"))
}

fn page(name: &str) -> Html {
    page_in("hostile", name)
}

/// The documentation of a variant.
fn variant<'a>(page: &'a Html, name: &str) -> ElementRef<'a> {
    let [section] = select(page.root_element(), &format!("[id='variant.{name}']"))[..] else { panic!("no variant {name}") };
    let docs = section.next_siblings().find_map(ElementRef::wrap).unwrap();
    assert_eq!(docs.value().attr("class"), Some("docblock"));
    docs
}

/// The paragraphs of the documentation. Fails if it has elements that the macro does not write.
fn plain(docs: ElementRef<'_>, tags: &[&str]) -> Vec<String> {
    for reference in docs.descendants().filter_map(ElementRef::wrap) {
        let element = reference.value();
        assert!(tags.contains(&element.name()), "<{}> in {}", element.name(), docs.html());
        // A column whose value is an address links to it.
        let paragraph = reference.parent().and_then(ElementRef::wrap).map(text).unwrap_or_default();
        let address = element.attr("href").filter(|address| paragraph == format!("source: {address}"));
        if address.is_some_and(|address| address == text(reference)) {
            continue;
        }
        for (attribute, value) in element.attrs().filter(|_| element.name() == "a") {
            let is_ours = value.starts_with("enum.") && value.contains(".html#variant.") && !value.contains(':');
            let is_title = value.starts_with("variant obs_codes_own_table_tests::hostile::");
            assert!(attribute == "href" && is_ours || attribute == "title" && is_title, "{value} in {}", docs.html());
        }
    }
    select(docs, "p").into_iter().map(text).collect()
}

#[test]
fn texts_are_plain_text_in_the_documentation() {
    cargo(&["doc", "--no-deps"]);

    let categories = page("enum.Category.html");
    for category in Category::ALL {
        let docs = plain(variant(&categories, &format!("{category:?}")), TAGS);
        assert_eq!(docs[0], format!("{}: {}", category.as_str(), category.description()));
        assert_eq!(docs[1], format!("What to do: {}", category.remedy().unwrap()));
    }

    let statuses = page("enum.StatusCode.html");
    for status in StatusCode::ALL {
        let docs = variant(&statuses, &format!("{status:?}"));
        let paragraphs = plain(docs, TAGS);
        assert_eq!(paragraphs[0], format!("{status}: {}", status.description()));
        assert_eq!(paragraphs[1], format!("What to do: {}", status.remedy().unwrap()));
        let causes: Vec<String> = select(docs, "li").into_iter().map(text).collect();
        let expected: Vec<String> = status.causes().iter().map(|cause| format!("{cause:?}: {cause}")).collect();
        assert_eq!(causes, expected);
    }

    let causes = page("enum.Cause.html");
    for cause in Cause::ALL {
        let docs = plain(variant(&causes, &format!("{cause:?}")), TAGS);
        assert_eq!(docs[0], cause.description());
        if let Some(remedy) = cause.remedy() {
            assert_eq!(docs[1], format!("What to do: {remedy}"));
        }
        assert!(docs.contains(&format!("Status: {}", cause.status())), "{docs:?}");
    }

    let codes = page("enum.ErrorCode.html");
    for code in ErrorCode::ALL {
        let docs = plain(variant(&codes, &format!("{code:?}")), TAGS);
        assert_eq!(docs[0], format!("{code}: {}", code.description()));
        if let Some(remedy) = code.remedy() {
            assert_eq!(docs[1], format!("What to do: {remedy}"));
        }
    }
    let tables = select(codes.root_element(), ".top-doc table");
    let mut rows: Vec<Vec<String>> = Vec::new();
    for table in tables {
        plain(table, &[TAGS, &["table", "thead", "tbody", "tr", "th", "td"]].concat());
        rows.extend(select(table, "tbody tr").into_iter().map(|row| select(row, "td").into_iter().map(text).collect()));
    }
    // The tables are in the order of the statuses; codes without one come last.
    let of_status = StatusCode::ALL.iter().copied().map(Some).chain([None]);
    let codes_of = |status| ErrorCode::ALL.iter().filter(move |code| code.status() == status);
    let expected = of_status.flat_map(codes_of).map(|code| vec![code.to_string(), code.description().to_owned()]);
    assert_eq!(rows, expected.collect::<Vec<_>>());
    let headings = select(codes.root_element(), ".top-doc h2").into_iter().map(text);
    let with_codes = StatusCode::ALL.iter().filter(|status| ErrorCode::ALL.iter().any(|code| code.status() == Some(**status)));
    let titles: Vec<String> = with_codes.map(ToString::to_string).collect();
    assert_eq!(headings.map(|heading| heading.trim_start_matches('§').to_owned()).take(titles.len()).collect::<Vec<_>>(), titles);
}

#[test]
fn a_type_is_documented_under_the_name_that_the_caller_gives_it() {
    cargo(&["doc", "--no-deps"]);

    let page = page_in("named/several", "enum.ServiceError.html");
    let docs = select(page.root_element(), ".top-doc p").into_iter().map(text).collect::<Vec<_>>();
    assert_eq!(docs[0], "What the service answers.");
    assert!(docs[1].starts_with("An error code of this table"), "{docs:?}");
    let links: Vec<&str> =
        select(variant(&page, "Closed"), "a").into_iter().filter_map(|link| link.value().attr("href")).collect();
    assert_eq!(links, ["enum.ServiceStatus.html#variant.ServiceUnavailable", "enum.ServiceCause.html#variant.Holiday"]);
}

#[test]
fn no_link_leads_to_a_type_that_is_not_public() {
    cargo(&["doc", "--no-deps"]);

    let page = page_in("named/visible", "enum.Problem.html");
    let docs = variant(&page, "GoneAWay");
    assert!(text(docs).contains("Status: 404 Not Found, 503 Service Unavailable"), "{}", text(docs));
    assert_eq!(select(docs, "a").len(), 0, "{}", docs.html());
}

#[test]
fn no_text_becomes_a_doctest() {
    let output = cargo(&["test", "--doc"]);
    let output = String::from_utf8_lossy(&output.stdout);
    assert!(output.contains("running 0 tests"), "{output}");
}
