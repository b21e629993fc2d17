//! Finds and reads the file that a call names.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::args::Input;
use crate::errors::{Errors, Mistake};

/// The text of a table and the name under which messages speak of it.
#[derive(Default)]
pub(crate) struct Source {
    /// Relative, as a terminal links it.
    pub(crate) name: String,
    pub(crate) text: String,
    /// The files to watch, relative to the crate's `Cargo.toml`.
    pub(crate) tracked: Vec<String>,
}

/// The most that a table may hold, in bytes; offsets into it are 32 bits wide.
const LARGEST: u64 = 64 << 20;

impl Source {
    /// Reads what the call names. The mistakes are about the file as a whole, or about a byte of it that is no text.
    pub(crate) fn read(input: &Input, errors: &mut Errors) -> Self {
        if !input.is_path {
            return Source { name: "toml".to_owned(), text: input.text.clone(), tracked: Vec::new() };
        }
        // Without the variable, that is outside cargo, paths are relative to where the compiler runs.
        let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
        Self::file(&root, &input.text, errors)
    }

    /// Reads `path`, which is relative to `root`.
    pub(crate) fn file(root: &Path, path: &str, errors: &mut Errors) -> Self {
        let mut source = Source { name: path.to_owned(), ..Source::default() };
        if let Err(mistake) = read(root, path, &mut source) {
            errors.only(mistake);
            errors.lose_names();
        }
        source
    }

    /// The text in the bytes of the file `path`, without a byte order mark.
    pub(crate) fn decode(&mut self, path: &str, bytes: Vec<u8>) -> Result<String, Mistake> {
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            self.text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Mistake::new(format!("`{path}` is not UTF-8: byte 0x{byte:02X} at offset {at}; save the file as UTF-8"), at..at)
        })?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}

fn read(root: &Path, path: &str, source: &mut Source) -> Result<(), Mistake> {
    if path.is_empty() {
        return Err(Mistake::of_file("the path of the table is empty; give one relative to Cargo.toml, such as `codes.toml`"));
    }
    if Path::new(path).has_root() || matches!(Path::new(path).components().next(), Some(Component::Prefix(_))) {
        return Err(Mistake::of_file(format!(
            "the path `{path}` is absolute; give one relative to Cargo.toml, so that the crate builds on any machine"
        )));
    }
    let mut text = text(root, path, source)?;
    if let Some(target) = link_placeholder(&text) {
        let beside = Path::new(path).parent().unwrap_or(Path::new(""));
        let target = with_slashes(&beside.join(target));
        text = self::text(root, &target, source)?;
    }
    source.text = text;
    Ok(())
}

/// The text of one file; names it in messages and tracks it.
fn text(root: &Path, path: &str, source: &mut Source) -> Result<String, Mistake> {
    let full = root.join(path);
    source.name = shown(&full, path);
    let bytes = bytes(&full, path)?;
    source.tracked.push(path.to_owned());
    source.decode(path, bytes)
}

/// A table is a file that is there, that may be read, and that is not enormous.
fn bytes(full: &Path, path: &str) -> Result<Vec<u8>, Mistake> {
    let unreadable = |error: std::io::Error| {
        Mistake::of_file(match error.kind() {
            ErrorKind::NotFound => {
                format!("there is no `{path}`; looked for `{}`; paths are relative to Cargo.toml", full.display())
            }
            _ => format!("cannot read `{}`: {error}", full.display()),
        })
    };
    let metadata = std::fs::metadata(full).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(Mistake::of_file(format!("`{path}` is a directory, not a table; name the file in it")));
    }
    // Reading from a device or a pipe might never end.
    if !metadata.is_file() {
        return Err(Mistake::of_file(format!("`{path}` is neither a file nor a link to one; name a file")));
    }
    if metadata.len() > LARGEST {
        return Err(Mistake::of_file(format!("`{path}` holds {} bytes; a table may hold {LARGEST}", metadata.len())));
    }
    std::fs::read(full).map_err(unreadable)
}

/// Where Git cannot make symbolic links, it checks out a file that holds the link's target and nothing else.
fn link_placeholder(text: &str) -> Option<&str> {
    let target = text.trim_end();
    let is_path = target.to_lowercase().ends_with(".toml") && !target.contains(['\n', '=', '[', '"', '#']);
    (is_path && !Path::new(target).has_root()).then_some(target)
}

/// The path as seen from where the compiler runs, which under cargo is the workspace root; else as typed.
fn shown(full: &Path, path: &str) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    match full.strip_prefix(&here) {
        Ok(inside) => with_slashes(inside),
        Err(_) => path.to_owned(),
    }
}

/// A path as it is written on any system.
fn with_slashes(path: &Path) -> String {
    let mut text = String::new();
    for letter in path.to_string_lossy().chars() {
        text.push(if letter == '\\' { '/' } else { letter });
    }
    text
}
