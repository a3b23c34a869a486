//! A copy of `tests/base` in a folder of its own, to be changed and run against.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A project that a test may break.
pub struct Project {
    folder: TempDir,
}

/// What a run of the program gave.
pub struct Run {
    /// The exit code; `None` if it was killed.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Project {
    /// Two options, and one record of every kind.
    pub fn base() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy(&repository().join("tests/base"), folder.path());
        Self { folder }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file in it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, its folders too.
    pub fn write(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("a path below the project")).expect("a folder");
        fs::write(file, bytes).expect("a file");
        self
    }

    /// Replaces `from`, which must stand in the file once, by `to`.
    pub fn replace(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        self.write(path, text.replace(from, to))
    }

    /// Deletes a file.
    pub fn remove(self, path: &str) -> Self {
        fs::remove_file(self.path(path)).expect("a file to delete");
        self
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the program in the project; `arguments` are separated by blanks. A build prints nothing: that takes long.
    pub fn run(&self, arguments: &str) -> Run {
        match arguments.strip_prefix("build") {
            Some(rest) if !rest.contains("--no-print") => {
                self.print(&format!("build --no-print{rest}"))
            }
            _ => self.print(arguments),
        }
    }

    /// The same, and a build prints too.
    pub fn print(&self, arguments: &str) -> Run {
        let mut command = program("tradeoff");
        command
            .current_dir(self.root())
            .args(arguments.split_whitespace());
        finish(command)
    }

    /// The lines of `check --format concise`, and its exit code.
    pub fn findings(&self) -> (Vec<String>, Option<i32>) {
        let run = self.run("check --all --format concise --today 2026-11-23");
        let lines = run
            .stderr
            .lines()
            .filter(|line| line.contains('['))
            .map(str::to_owned);
        (lines.collect(), run.code)
    }
}

/// A command for one of the programs of this package, in an environment that a test can rely on.
pub fn program(name: &str) -> Command {
    let path = match name {
        "mdbook-tradeoff" => env!("CARGO_BIN_EXE_mdbook-tradeoff"),
        _ => env!("CARGO_BIN_EXE_tradeoff"),
    };
    let mut command = Command::new(path);
    for name in [
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "MDBOOK_BOOK",
        "RUST_LOG",
    ] {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub fn finish(mut command: Command) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: status.code(),
        stdout: text(stdout),
        stderr: text(stderr),
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Every file below `folder` with one of these extensions, hidden and built ones aside, sorted.
pub fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder to list") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
            let skipped =
                name.starts_with('.') || ["target", "dist", "node_modules"].contains(&name);
            if skipped {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .and_then(OsStr::to_str)
                .is_some_and(|it| extensions.contains(&it))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
