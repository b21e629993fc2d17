//! A small crate in a temporary folder, and cargo commands on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};
use tempfile::TempDir;

/// The workspace of the library.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A crate that depends on `obs-codes` and is outside the workspace, as a user's crate is.
pub(crate) struct UserCrate {
    folder: TempDir,
}

impl UserCrate {
    /// A crate with these files. Each test needs a different name, because the crates share a target folder.
    pub(crate) fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let user_crate = UserCrate { folder: TempDir::with_prefix(name).unwrap() };
        let library = Path::new(ROOT).join("obs-codes");
        let manifest = format!(
            "[package]\nname = '{name}'\nedition = '2024'\n\n[dependencies]\nobs-codes.path = '{}'\n\n[workspace]\n",
            library.display()
        );
        user_crate.write("Cargo.toml", manifest);
        // With the lock file of the workspace, all dependencies are downloaded already.
        fs::copy(Path::new(ROOT).join("Cargo.lock"), user_crate.path("Cargo.lock")).unwrap();
        for (path, content) in files {
            user_crate.write(path, content);
        }
        user_crate
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Runs cargo with these arguments.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        for (name, _) in std::env::vars_os() {
            // Variables that cargo sets for the tests' own package, and settings for the workspace.
            let name = name.to_string_lossy();
            if name.starts_with("CARGO") && name != "CARGO_HOME" || name == "RUSTFLAGS" {
                cargo.env_remove(&*name);
            }
        }
        cargo.args(arguments).arg("--offline").arg("--manifest-path").arg(self.path("Cargo.toml"));
        // Cargo runs in the workspace, because its configuration may say where the dependencies are.
        cargo.arg("--target-dir").arg(target_folder()).current_dir(ROOT).output().unwrap()
    }

    /// Runs cargo with these arguments. Fails unless cargo succeeds.
    pub(crate) fn cargo_succeeds(&self, arguments: &[&str]) -> Success {
        let Output { status, stdout, stderr } = self.cargo(arguments);
        let [stdout, stderr] = [stdout, stderr].map(|output| String::from_utf8(output).unwrap());
        assert!(status.success(), "{stderr}");
        Success { stdout, stderr }
    }

    /// Every error and warning of `cargo check`, without the line that counts them.
    pub(crate) fn check(&self) -> Vec<Diagnostic> {
        let output = self.cargo(&["check", "--message-format=json"]);
        let messages: Vec<Message> = Message::parse_stream(&output.stdout[..]).map(Result::unwrap).collect();
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

/// The output of a successful run of cargo.
pub(crate) struct Success {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The target folder of all crates, so that their dependencies are built once.
pub(crate) fn target_folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("user-crates")
}
