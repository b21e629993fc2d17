//! Finds and reads the file that a call names.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Component, Path, PathBuf};

use crate::args::Input;
use crate::errors::Mistake;

/// The text of a table, and its name in messages.
#[derive(Default)]
pub(crate) struct Source {
    /// A path relative to the working directory of the compiler, so that terminals can link to it.
    pub(crate) name: String,
    pub(crate) text: String,
    /// The files to watch: relative to the crate's `Cargo.toml`, or absolute outside cargo.
    pub(crate) tracked: Vec<String>,
}

/// Why a table could not be read, and what is known about it.
pub(crate) struct LoadError {
    pub(crate) source: Source,
    pub(crate) mistake: Mistake,
}

/// The maximum size of a table in bytes.
const LARGEST: u64 = 64 << 20;

impl Source {
    /// Reads the table that the call contains or names.
    pub(crate) fn read(input: &Input) -> Result<Self, Box<LoadError>> {
        if !input.is_path {
            return Ok(Source { name: "toml".to_owned(), text: input.text.value(), tracked: Vec::new() });
        }
        let path = input.text.value();
        if let Some(root) = std::env::var_os("CARGO_MANIFEST_DIR") {
            return Self::file(Path::new(&root), &path);
        }
        // Outside cargo, paths are relative to the working directory of the compiler.
        let root = std::env::current_dir().unwrap_or_default();
        let track = |source: &mut Source| source.tracked.iter_mut().for_each(|path| *path = with_slashes(&root.join(&*path)));
        let mut read = Self::file(&root, &path);
        match &mut read {
            Ok(source) => track(source),
            Err(error) => track(&mut error.source),
        }
        read
    }

    /// Reads `path`, which is relative to `root`.
    pub(crate) fn file(root: &Path, path: &str) -> Result<Self, Box<LoadError>> {
        let mut source = Source { name: path.to_owned(), ..Source::default() };
        match source.load(root, path) {
            Ok(()) => Ok(source),
            Err(mistake) => Err(Box::new(LoadError { source, mistake })),
        }
    }

    fn load(&mut self, root: &Path, path: &str) -> Result<(), Mistake> {
        if path.is_empty() {
            return Err(Mistake::of_file(
                "the path of the table is empty; give one relative to Cargo.toml, such as `codes.toml`",
            ));
        }
        if Path::new(path).has_root() || matches!(Path::new(path).components().next(), Some(Component::Prefix(_))) {
            return Err(Mistake::of_file(format!(
                "the path `{path}` is absolute; give one relative to Cargo.toml, so that the crate builds on any machine"
            )));
        }
        self.load_file(root, path)?;
        if let Some(target) = link_placeholder(&self.text) {
            let beside = Path::new(path).parent().unwrap_or(Path::new(""));
            let target = with_slashes(&beside.join(target));
            self.load_file(root, &target)?;
        }
        Ok(())
    }

    /// Reads and tracks one file. Messages then show its path.
    fn load_file(&mut self, root: &Path, path: &str) -> Result<(), Mistake> {
        let full = root.join(path);
        self.name = displayed_path(&full, path);
        let bytes = bytes(&full, path)?;
        self.tracked.push(path.to_owned());
        self.decode(path, bytes)
    }

    /// Decodes the bytes of the file `path` as UTF-8, and drops a byte order mark.
    pub(crate) fn decode(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), Mistake> {
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                Ok(())
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let byte = error.as_bytes().get(at).copied().unwrap_or_default();
                self.text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let message = format!("`{path}` is not UTF-8: byte 0x{byte:02X} at offset {at}; save the file as UTF-8");
                Err(Mistake::new(message, at..at))
            }
        }
    }
}

/// A table is a readable file of at most [`LARGEST`] bytes.
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
    let too_large = |length: u64| Mistake::of_file(format!("`{path}` has {length} bytes; a table may have at most {LARGEST}"));
    if metadata.len() > LARGEST {
        return Err(too_large(metadata.len()));
    }
    // Some files have more bytes than their metadata says.
    let mut bytes = Vec::new();
    let read = File::open(full).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if read as u64 > LARGEST { Err(too_large(read as u64)) } else { Ok(bytes) }
}

/// The target of a symbolic link that Git checked out as a text file. Git does this on systems without symbolic links; the file
/// contains only the target.
fn link_placeholder(text: &str) -> Option<&str> {
    let target = text.trim_end();
    let is_path = target.to_lowercase().ends_with(".toml") && !target.contains(['\n', '=', '[', '"', '#']);
    (is_path && !Path::new(target).has_root()).then_some(target)
}

/// The path relative to the working directory of the compiler, which is the workspace root under cargo. A path outside of it stays as
/// the caller wrote it.
fn displayed_path(full: &Path, path: &str) -> String {
    let here: PathBuf = std::env::current_dir().unwrap_or_default();
    match full.strip_prefix(&here) {
        Ok(inside) => with_slashes(inside),
        Err(_) => path.to_owned(),
    }
}

/// A path with `/` between its parts on every system.
fn with_slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
