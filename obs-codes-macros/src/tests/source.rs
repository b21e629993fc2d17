//! Reading a file, and what can be wrong with it as a whole.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::errors::Errors;
use crate::report::messages;
use crate::source::{LoadError, Source};

/// Reads `path` in a folder. Returns the source, and the message if it could not be read.
fn read(folder: &Path, path: &str) -> (Source, Option<String>) {
    match Source::file(folder, path) {
        Ok(source) => (source, None),
        Err(error) => {
            let LoadError { source, mistake } = *error;
            let mut errors = Errors::default();
            errors.push(mistake);
            let message = messages(&errors, &source).pop();
            (source, message)
        }
    }
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

#[test]
fn a_missing_file_is_reported_with_its_full_path() {
    let folder = folder(&[]);
    let (_, message) = read(folder.path(), "data/codes.toml");
    let looked_for = folder.path().join("data/codes.toml");
    let expected =
        format!("there is no `data/codes.toml`; looked for `{}`; paths are relative to Cargo.toml", looked_for.display());
    assert_eq!(message.unwrap(), expected);
}

#[test]
fn a_folder_is_not_a_table() {
    let folder = folder(&[("data/codes.toml", b"")]);
    let (_, message) = read(folder.path(), "data");
    assert_eq!(message.unwrap(), "`data` is a directory, not a table; name the file in it");
}

#[test]
fn an_unreadable_file_is_reported_with_its_full_path() {
    let folder = folder(&[("codes.toml", b"")]);
    let (_, message) = read(folder.path(), "codes.toml/codes.toml");
    assert!(message.unwrap().starts_with(&format!("cannot read `{}", folder.path().display())));
}

#[test]
#[cfg(unix)]
fn a_socket_is_refused() {
    let folder = folder(&[]);
    let socket = folder.path().join("codes.toml");
    let _listener = std::os::unix::net::UnixListener::bind(socket).unwrap();
    let (_, message) = read(folder.path(), "codes.toml");
    assert_eq!(message.unwrap(), "`codes.toml` is neither a file nor a link to one; name a file");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = folder(&[]);
    let file = fs::File::create(folder.path().join("codes.toml")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    let (_, message) = read(folder.path(), "codes.toml");
    assert_eq!(message.unwrap(), "`codes.toml` has 67108865 bytes; a table may have at most 67108864");
}

#[test]
fn bytes_that_are_not_utf_8_are_reported_with_their_offset() {
    let folder = folder(&[("codes.toml", b"# ok\n# caf\xe9\n")]);
    let (source, message) = read(folder.path(), "codes.toml");
    let expected = "`codes.toml` is not UTF-8: byte 0xE9 at offset 10; save the file as UTF-8
  --> codes.toml:2:6
  |
2 | # caf\u{fffd}
  |      ^";
    assert_eq!(message.unwrap(), expected);
    assert_eq!(source.tracked, ["codes.toml"]);
}

#[test]
fn an_absolute_path_is_refused() {
    let folder = folder(&[("codes.toml", b"")]);
    let path = folder.path().join("codes.toml");
    let (source, message) = read(folder.path(), path.to_str().unwrap());
    let message = message.unwrap();
    assert!(message.starts_with("the path `") && message.contains("` is absolute; give one relative to Cargo.toml"), "{message}");
    assert!(source.tracked.is_empty());
}

#[test]
fn an_empty_path_is_refused() {
    let (_, message) = read(folder(&[]).path(), "");
    assert_eq!(message.unwrap(), "the path of the table is empty; give one relative to Cargo.toml, such as `codes.toml`");
}

#[test]
fn a_byte_order_mark_is_dropped_and_carriage_returns_stay() {
    let folder = folder(&[("codes.toml", b"\xef\xbb\xbf# ok\r\n")]);
    let (source, message) = read(folder.path(), "codes.toml");
    assert_eq!((source.text.as_str(), message), ("# ok\r\n", None));
}

#[test]
fn the_placeholder_of_a_link_is_followed_from_its_own_folder() {
    let folder = folder(&[("codes.toml", b"# the table\n"), ("crates/a/codes.toml", b"../../codes.toml")]);
    let (source, message) = read(folder.path(), "crates/a/codes.toml");
    assert_eq!((source.text.as_str(), message), ("# the table\n", None));
    assert_eq!(source.tracked, ["crates/a/codes.toml", "crates/a/../../codes.toml"]);
}

#[test]
fn a_placeholder_that_leads_nowhere_names_its_target() {
    let folder = folder(&[("codes.toml", b"../nothing.toml")]);
    let (_, message) = read(folder.path(), "codes.toml");
    assert!(message.unwrap().starts_with("there is no `../nothing.toml`; looked for `"));
}

#[test]
fn a_text_that_only_resembles_a_placeholder_is_a_table() {
    for text in ["a = 'b.toml", "[b.toml", "# see codes.toml", "/codes.toml", "a\nb.toml"] {
        let folder = folder(&[("codes.toml", text.as_bytes())]);
        let (source, message) = read(folder.path(), "codes.toml");
        assert_eq!((source.text.as_str(), message), (text, None));
    }
}

#[test]
fn messages_show_paths_relative_to_the_working_directory() {
    let here = std::env::current_dir().unwrap();
    assert_eq!(read(&here, "fixtures/good/smallest.toml").0.name, "fixtures/good/smallest.toml");
    assert_eq!(read(&here.join("fixtures"), "good/smallest.toml").0.name, "fixtures/good/smallest.toml");
    let folder = folder(&[("codes.toml", b"")]);
    assert_eq!(read(folder.path(), "codes.toml").0.name, "codes.toml");
}
