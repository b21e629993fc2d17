//! A crate in a folder of its own that depends on `obs-codes`, and what cargo says of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

/// A crate outside the workspace.
pub struct Project {
    folder: PathBuf,
    target: PathBuf,
}

impl Project {
    /// An empty crate below `tmp`, which is `CARGO_TARGET_TMPDIR` of the test: crates there share what they have built.
    ///
    /// # Panics
    ///
    /// Where the folder cannot be written to.
    pub fn new(tmp: &str, name: &str) -> Self {
        let (folder, target) = (Path::new(tmp).join(name), Path::new(tmp).join("target"));
        let _ = fs::remove_dir_all(&folder);
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace is there");
        let project = Self { folder, target };
        let library = root.join("obs-codes");
        let manifest = [
            format!("[package]\nname = '{name}'\nversion = '0.0.0'\nedition = '2024'"),
            format!("[dependencies]\nobs-codes.path = '{}'", library.display()),
            "[workspace]".to_owned(),
        ];
        project.write("Cargo.toml", &manifest.join("\n\n"));
        // The same dependencies, of the same versions, as have been downloaded for the workspace.
        project.write("Cargo.lock", &fs::read_to_string(root.join("Cargo.lock")).expect("the workspace has a lock file"));
        project
    }

    /// Writes a file of the crate.
    ///
    /// # Panics
    ///
    /// Where the folder cannot be written to.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&self.folder)).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Runs cargo in the crate.
    ///
    /// # Panics
    ///
    /// Where cargo cannot be run.
    pub fn cargo(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.folder).args(arguments).arg("--offline").env("CARGO_TARGET_DIR", &self.target);
        cargo.env_remove("RUSTFLAGS").env_remove("RUSTDOCFLAGS").envs(environment.iter().copied());
        cargo.output().expect("cargo can be run")
    }

    /// What `cargo check` says: every error and every warning, apart from how many there were.
    ///
    /// # Panics
    ///
    /// Where cargo fails before the compiler runs.
    pub fn check(&self) -> Vec<Diagnostic> {
        let output = self.cargo(&["check", "--message-format=json"], &[]);
        let messages: Vec<Message> = Message::parse_stream(&output.stdout[..]).filter_map(Result::ok).collect();
        let finished = messages.iter().any(|message| matches!(message, Message::BuildFinished(_)));
        assert!(finished, "{}", String::from_utf8_lossy(&output.stderr));
        let diagnostics = messages.into_iter().filter_map(|message| match message {
            Message::CompilerMessage(message) => Some(message.message),
            _ => None,
        });
        diagnostics
            .filter(|diagnostic| matches!(diagnostic.level, DiagnosticLevel::Error | DiagnosticLevel::Warning))
            .filter(|diagnostic| !diagnostic.spans.is_empty())
            .collect()
    }
}
