//! The archives of the two published crates, as `cargo publish` would make them, unpacked into an empty folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use tar::{Archive, EntryType};
use tempfile::TempDir;

/// The published crates, dependencies first.
pub(crate) const CRATES: [&str; 2] = ["obs-codes-macros", "obs-codes"];

/// The root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Both crates, each unpacked into a folder of its name.
pub(crate) struct Unpacked {
    folder: TempDir,
}

impl Unpacked {
    /// Packs both crates as they are now.
    pub(crate) fn new() -> Self {
        let unpacked = Unpacked { folder: tempfile::tempdir().unwrap() };
        let target = unpacked.path("packed");
        let mut arguments = vec!["package", "--allow-dirty", "--no-verify"];
        arguments.extend(CRATES.iter().flat_map(|name| ["-p", name]));
        cargo(&arguments, &target);
        for name in CRATES {
            unpacked.unpack(&target.join(format!("package/{name}-{}.crate", env!("CARGO_PKG_VERSION"))), name);
        }
        unpacked
    }

    /// A path in the folder of the crates.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Adds a program that depends on the unpacked `obs-codes` to the folder of the crates.
    pub(crate) fn add(&self, name: &str, dependency: &str, program: &str, table: &str) {
        let patches = CRATES.map(|name| format!("{name} = {{ path = \"../{name}\" }}\n")).concat();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependency}\n\n\
             [patch.crates-io]\n{patches}"
        );
        fs::create_dir_all(self.path(name).join("src")).unwrap();
        for (file, content) in [("Cargo.toml", manifest.as_str()), ("codes.toml", table), ("src/main.rs", program)] {
            fs::write(self.path(name).join(file), content).unwrap();
        }
    }

    fn unpack(&self, archive: &Path, name: &str) {
        let mut archive = Archive::new(GzDecoder::new(fs::File::open(archive).unwrap()));
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let path: PathBuf = entry.path().unwrap().components().skip(1).collect();
            assert_eq!(entry.header().entry_type(), EntryType::Regular, "{} in the archive of {name}", path.display());
            let to = self.path(name).join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            entry.unpack(to).unwrap();
        }
    }

    /// Runs a cargo command on a crate in the folder and returns what it printed. For `obs-codes`, the unpacked macro crate replaces the
    /// one in the registry.
    pub(crate) fn cargo(&self, command: &[&str], name: &str) -> String {
        let manifest = self.path(name).join("Cargo.toml");
        let macros = format!("patch.crates-io.obs-codes-macros.path='{}'", self.path("obs-codes-macros").display());
        let mut arguments = command.to_vec();
        arguments.extend(["--manifest-path", manifest.to_str().unwrap()]);
        if name == "obs-codes" {
            arguments.extend(["--config", &macros]);
        }
        cargo(&arguments, &self.path("target"))
    }
}

/// Runs cargo offline and returns what it printed. It runs in the workspace, because its configuration may name a registry.
fn cargo(arguments: &[&str], target: &Path) -> String {
    let output = Command::new(std::env::var_os("CARGO").unwrap())
        .args(arguments)
        .args(["--offline", "--target-dir"])
        .arg(target)
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .current_dir(workspace())
        .output()
        .unwrap();
    assert!(output.status.success(), "cargo {arguments:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
