//! The links of the documentation, resolved as a browser resolves them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use percent_encoding::percent_decode_str;
use scraper::{Html, Selector};
use url::Url;

/// The crates as their documentation names them. A documentation host serves each apart, so no link may lead from one to the other.
const CRATES: [&str; 2] = ["obs_codes", "obs_codes_macros"];

/// The hosts that pages link to. No test follows these links, for it would need a network.
const HOSTS: [&str; 4] = ["doc.rust-lang.org", "docs.rs", "support.huaweicloud.com", "toml.io"];

#[test]
#[ignore = "builds the documentation, which takes up to a minute; .ci/run includes it"]
fn every_link_of_the_documentation_leads_to_a_page_and_a_place_in_it() {
    let folder = document();
    let site = Site::read(&folder);
    for name in CRATES {
        assert!(site.pages.contains_key(&folder.join(name).join("index.html")), "no front page of {name}");
    }
    let dead = site.dead_links();
    assert!(dead.is_empty(), "{} dead links:\n{}", dead.len(), dead.join("\n"));
}

#[test]
fn each_kind_of_dead_link_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let front = r##"<a href="#top"></a><a href="other.html#here"></a><a href="https://docs.rs/http"></a><p id="top"></p>
        <a href="README.md"></a><a href="#gone"></a><a href="other.html#gone"></a><img src="picture.png">
        <a href="../obs_codes_macros/index.html"></a><a href="http://docs.rs/http"></a><a href="https://example.com/"></a>"##;
    for (page, html) in
        [("obs_codes/index.html", front), ("obs_codes/other.html", "<p id='here'></p>"), ("obs_codes_macros/index.html", "")]
    {
        let page = folder.path().join(page);
        fs::create_dir_all(page.parent().unwrap()).unwrap();
        fs::write(page, html).unwrap();
    }
    let expected = [
        "#gone: no such place",
        "../obs_codes_macros/index.html: a page of another crate",
        "README.md: no such file",
        "http://docs.rs/http: not https",
        "https://example.com/: an unknown host",
        "other.html#gone: no such place",
        "picture.png: no such file",
    ];
    let expected = expected.map(|link| format!("obs_codes/index.html links to {link}"));
    assert_eq!(Site::read(folder.path()).dead_links(), expected);
}

/// Builds the documentation of both crates anew, and gives its folder.
fn document() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documentation");
    let folder = target.join("doc");
    // Pages of items that no longer exist would stay.
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let output = Command::new(env!("CARGO"))
        .args(["doc", "--no-deps", "--all-features", "--package=obs-codes", "--package=obs-codes-macros", "--offline"])
        .arg("--target-dir")
        .arg(&target)
        // Only the types are checked, so nobody needs debug information.
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// The documentation of our crates, below a folder that also holds the pages of rustdoc itself.
struct Site<'a> {
    folder: &'a Path,
    pages: BTreeMap<PathBuf, Page>,
}

/// What a page links to, and the places in it that a link can lead to.
struct Page {
    links: BTreeSet<String>,
    ids: HashSet<String>,
}

impl<'a> Site<'a> {
    fn read(folder: &'a Path) -> Self {
        let folders = CRATES.iter().flat_map(|name| [folder.join(name), folder.join("src").join(name)]);
        let pages = folders.filter(|folder| folder.exists()).flat_map(|folder| pages_below(&folder)).map(|path| {
            let page = Page::read(&fs::read_to_string(&path).unwrap());
            (path, page)
        });
        Site { folder, pages: pages.collect() }
    }

    fn dead_links(&self) -> Vec<String> {
        let mut dead = Vec::new();
        for (path, page) in &self.pages {
            let name = path.strip_prefix(self.folder).unwrap().display();
            let problems = page.links.iter().filter_map(|link| Some((link, self.problem(path, link)?)));
            dead.extend(problems.map(|(link, problem)| format!("{name} links to {link}: {problem}")));
        }
        dead
    }

    /// What is wrong with a link on a page.
    fn problem(&self, page: &Path, link: &str) -> Option<&'static str> {
        let url = Url::from_file_path(page).unwrap().join(link).unwrap();
        let Some(target) = (url.scheme() == "file").then(|| url.to_file_path().unwrap()) else {
            return match url.host_str() {
                _ if url.scheme() != "https" => Some("not https"),
                Some(host) if HOSTS.contains(&host) => None,
                _ => Some("an unknown host"),
            };
        };
        if !target.is_file() {
            return Some("no such file");
        }
        if let (Some(from), Some(to)) = (self.crate_of(page), self.crate_of(&target))
            && from != to
        {
            return Some("a page of another crate");
        }
        let place = url.fragment().filter(|fragment| !fragment.is_empty())?;
        let found = self.pages.get(&target).is_some_and(|page| page.has(place));
        (!found).then_some("no such place")
    }

    /// The crate whose documentation or source a page shows.
    fn crate_of(&self, page: &Path) -> Option<&'static str> {
        let mut folders = page.strip_prefix(self.folder).ok()?.iter().skip_while(|folder| *folder == "src");
        let folder = folders.next()?;
        CRATES.into_iter().find(|name| folder == *name)
    }
}

impl Page {
    fn read(html: &str) -> Self {
        let html = Html::parse_document(html);
        let values = |name: &'static str| {
            let elements = html.select(&Selector::parse(&format!("[{name}]")).unwrap()).collect::<Vec<_>>();
            elements.into_iter().filter_map(move |element| element.attr(name)).map(str::to_owned)
        };
        Page { links: values("href").chain(values("src")).collect(), ids: values("id").collect() }
    }

    /// Whether the page has the place that a fragment names. In the source of a crate, `10-12` is a range of lines.
    fn has(&self, fragment: &str) -> bool {
        let decoded = percent_decode_str(fragment).decode_utf8_lossy();
        let is_id = |text: &str| self.ids.contains(text);
        is_id(fragment) || is_id(&decoded) || fragment.split_once('-').is_some_and(|(first, last)| is_id(first) && is_id(last))
    }
}

fn pages_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { pages_below(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect()
}
