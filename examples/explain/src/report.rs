//! The answer about a failure: a report, as a page or as JSON.

use std::collections::HashMap;

use obs_codes::response::{ReportedCase, ReportedCause, ReportedObject};
use obs_codes::{Confidence, ErrorCode, Report, StatusCode};
use serde::Serialize;

use crate::closest::closest_codes;
use crate::lines::cut;
use crate::page::{Entry, LONGEST_TITLE, Page, Part, Section};

/// The page about a failure: what happened and what to do, then the causes that the evidence points to, then other possibilities.
pub(crate) fn page(report: &Report, is_all: bool) -> Page {
    // Without a known error code, every documented cause is possible.
    let is_open = report.error_code.is_none() || !report.is_known;
    let (causes, others): (Vec<_>, Vec<_>) =
        report.causes.iter().partition(|cause| is_open || cause.confidence > Confidence::Possible);
    let (other_causes, named_causes) = if is_all { (others, Vec::new()) } else { (Vec::new(), others) };
    // Cases with the same conditions: all of them fit, so none is preferred.
    let cases = report.cases.iter().filter(|case| Some(case.description) != report.description);
    let (alternatives, cases): (Vec<_>, Vec<_>) = cases.partition(|case| case.evidence.is_some());
    let one_of = match alternatives.first().and_then(|case| case.evidence.as_deref()) {
        Some(evidence) => format!("It is probably one of these, because {}", cut(evidence, LONGEST_TITLE)),
        None => String::new(),
    };
    let is_answered = report.evidence.is_some() || !alternatives.is_empty();
    let may_be = if is_answered { "Other possible explanations" } else { "Possible explanations" };
    let codes = codes_of_status(report).filter(|_| is_all).map(Entry::of_code).collect();
    // These cases fit the facts. They are more useful than the descriptions of the causes, whose names and remedies are clear without them.
    let alternatives = Section {
        preferred_lines: 8,
        ..Section::new(&one_of, Part::Remedy, alternatives.into_iter().map(Entry::of_case).collect())
    };
    let sections = [
        Section::new("Causes", Part::Text, causes.into_iter().map(Entry::of_cause).collect()),
        Section::new("Objects that were not deleted", Part::Text, objects(&report.objects)),
        alternatives,
        Section::new(may_be, Part::Remedy, cases.into_iter().map(Entry::of_case).collect()),
        Section::new("Other documented causes", Part::Text, other_causes.into_iter().map(Entry::of_cause).collect()),
        Section::new("Error codes", Part::Remedy, codes),
    ];
    Page {
        title: report.title(),
        notes: report.notes.clone(),
        fields: report.fields().into_iter().chain(about_the_code(report, is_all)).collect(),
        sections: sections.into_iter().filter(|section| !section.entries.is_empty()).collect(),
        end: end(report, &named_causes, is_all),
        link: docs(report).filter(|_| report.objects.is_empty()),
        is_short: !named_causes.is_empty() || (!is_all && codes_of_status(report).next().is_some()),
    }
}

/// The JSON object about a failure.
pub(crate) fn object(report: &Report) -> impl Serialize {
    #[derive(Serialize)]
    struct Object<'r> {
        #[serde(flatten)]
        report: &'r Report,
        /// For a status alone, the codes that come with it.
        error_codes: Vec<&'static str>,
        docs: Option<&'static str>,
        documented: Option<&'static str>,
    }
    Object {
        report,
        error_codes: codes_of_status(report).map(|code| code.as_str()).collect(),
        docs: docs(report),
        documented: code(report).and_then(|code| code.documented()),
    }
}

fn code(report: &Report) -> Option<ErrorCode> {
    report.error_code.as_deref().and_then(ErrorCode::from_code)
}

fn status(report: &Report) -> Option<StatusCode> {
    report.status.and_then(StatusCode::from_u16)
}

/// The public page about the error code, or else about the status.
fn docs(report: &Report) -> Option<&'static str> {
    code(report).map(|code| code.docs()).or_else(|| status(report).map(|status| status.docs()))
}

/// The error codes of the status, if the failure has no error code.
fn codes_of_status(report: &Report) -> impl Iterator<Item = ErrorCode> {
    let status = status(report).filter(|_| report.error_code.is_none());
    status.into_iter().flat_map(|status| status.error_codes()).copied()
}

/// The statuses of an error code, and where it is documented. Most codes are in the API reference, so only `--all` says that.
fn about_the_code(report: &Report, is_all: bool) -> impl Iterator<Item = (&'static str, String)> {
    let statuses: Vec<String> = report.documented_statuses.iter().map(u16::to_string).collect();
    let place = code(report).and_then(|code| code.documented()).filter(|place| is_all || *place != "current");
    let fields = [
        ("statuses", (statuses.len() > 1).then(|| statuses.join(", "))),
        ("documented", place.map(|place| documented(place).to_owned())),
    ];
    fields.into_iter().filter_map(|(label, text)| Some((label, text?)))
}

/// What a word of the column `documented` means.
fn documented(word: &'static str) -> &'static str {
    match word {
        "current" => "in the API reference",
        "operation" => "on the page of one operation",
        "legacy" => "in older documents only",
        "sdk" => "only in the source of an SDK",
        "seen" => "nowhere: it was seen in responses",
        "json" => "for the JSON services",
        "json-sdk" => "for the JSON services, only in the source of an SDK",
        other => other,
    }
}

/// Suggests the error codes that are spelled most like one that the table does not have.
pub(crate) fn suggestion(report: &Report) -> Option<String> {
    let code = report.error_code.as_deref().filter(|_| !report.is_known)?;
    let closest = closest_codes(code);
    (!closest.is_empty()).then(|| format!("Did you mean {}?", closest.join(" or ")))
}

/// The names of the causes that the page does not explain, or the number of error codes that come with a status.
fn end(report: &Report, others: &[&ReportedCause], is_all: bool) -> Option<String> {
    let others: Vec<&str> = others.iter().map(|cause| cause.name).collect();
    match codes_of_status(report).count() {
        _ if !others.is_empty() => Some(format!("Other documented causes: {}", others.join(", "))),
        0 => None,
        _ if is_all => None,
        1 => Some("1 error code comes with this status.".to_owned()),
        count => Some(format!("{count} error codes come with this status.")),
    }
}

impl Entry {
    fn of_cause(cause: &ReportedCause) -> Self {
        // All causes are documented, so a remark would say nothing new.
        let remark = (cause.confidence > Confidence::Possible).then(|| format!("{}: {}", cause.confidence, cause.evidence));
        let remedy = cause.remedy.map(str::to_owned);
        Self { name: Some(cause.name.to_owned()), remark, text: cause.description.to_owned(), remedy }
    }

    fn of_case(case: &ReportedCase) -> Self {
        let remedy = case.remedy.map(str::to_owned);
        Self { text: case.description.to_owned(), remedy, ..Self::default() }
    }

    fn of_objects(report: &Report, names: &[String]) -> Self {
        let cause = report.likely_causes().next().map(|cause| format!("{} {}", cause.confidence, cause.name));
        let remark: Vec<String> = [cut(&report.title(), LONGEST_TITLE)].into_iter().chain(cause).collect();
        let text = report.description.unwrap_or("The error code is not known.").to_owned();
        let remedy = report.remedy.map(str::to_owned);
        Self { name: Some(names.join(", ")), remark: Some(remark.join(", ")), text, remedy }
    }

    fn of_code(code: ErrorCode) -> Self {
        Self { name: Some(code.to_string()), text: code.description().to_owned(), ..Self::default() }
    }
}

/// Each object once. The objects that were not deleted for the same reason share an entry.
fn objects(objects: &[ReportedObject]) -> Vec<Entry> {
    let mut groups: Vec<(&Report, Vec<String>)> = vec![];
    let mut places = HashMap::new();
    for object in objects {
        let Report { error_code, description, remedy, .. } = &object.report;
        let place = *places.entry((error_code, description, remedy)).or_insert_with(|| {
            groups.push((&object.report, vec![]));
            groups.len() - 1
        });
        groups[place].1.push(object.name());
    }
    groups.into_iter().map(|(report, names)| Entry::of_objects(report, &names)).collect()
}
