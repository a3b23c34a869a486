//! The records of a revision, out of git: the program is run as it is, without a shell.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context as _, bail};
use source::{FileId, Sources};

/// Reads every file below `data/` of the project at `root`, as it was in the revision `rev`, into `sources`. Hidden files
/// and those that are no text are left out.
///
/// # Errors
/// When git is not there, the project is in no repository, or there is no such revision.
pub(super) fn records(
    root: &Path,
    rev: &str,
    sources: &mut Sources,
) -> anyhow::Result<Vec<FileId>> {
    let inside = run(root, &["rev-parse", "--is-inside-work-tree"], "")?;
    if !inside.status.success() {
        bail!(
            "`{}` is in no git repository: name a folder to compare with",
            root.display()
        );
    }
    let commit = format!("{rev}^{{commit}}");
    let commit = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    let found = run(root, &commit, "")?;
    if !found.status.success() {
        bail!("`{rev}` is no revision of this repository, and no folder with a project");
    }
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    let listed = sound(run(
        root,
        &["ls-tree", "-r", "-z", &commit, "--", "data"],
        "",
    )?)?;
    let entries = blobs(&listed);
    let wanted: String = entries
        .iter()
        .map(|(blob, _)| format!("{blob}\n"))
        .collect();
    let contents = sound(run(root, &["cat-file", "--batch"], &wanted)?)?;
    let mut rest = contents.as_slice();
    let mut files = Vec::new();
    for (_, path) in entries {
        let Some((content, after)) = next(rest) else {
            bail!("git does not give the content of `{path}`");
        };
        rest = after;
        if let Ok(text) = std::str::from_utf8(content) {
            files.push(sources.add(path, text));
        }
    }
    Ok(files)
}

/// Runs git in `root` with `input`.
fn run(root: &Path, arguments: &[&str], input: &str) -> anyhow::Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("`git` cannot be run")?;
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        // In a thread of its own: git answers before it has read everything, and would wait for a reader.
        scope.spawn(move || {
            // A program that does not read its input says so by its exit code.
            stdin.map(|mut it| drop(it.write_all(input.as_bytes())))
        });
        child.wait_with_output().context("`git` cannot be run")
    })
}

/// The output of a run that succeeded.
fn sound(output: Output) -> anyhow::Result<Vec<u8>> {
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        bail!("`git` failed: {}", error.trim());
    }
    Ok(output.stdout)
}

/// Names of blobs and their paths, from the lines of `git ls-tree -z`: mode, type, name, a tab and the path.
fn blobs(listed: &[u8]) -> Vec<(String, String)> {
    let entries = listed.split(|it| *it == 0).filter_map(|entry| {
        let entry = std::str::from_utf8(entry).ok()?;
        let (about, path) = entry.split_once('\t')?;
        let mut words = about.split(' ');
        let (mode, kind, name) = (words.next()?, words.next()?, words.next()?);
        let hidden = path.split('/').any(|it| it.starts_with('.'));
        // The content of a link is a path, not a record.
        let is_file = kind == "blob" && mode != "120000";
        (is_file && !hidden).then(|| (name.to_owned(), path.to_owned()))
    });
    entries.collect()
}

/// The first content in the output of `git cat-file --batch`, and what follows it.
fn next(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = rest.iter().position(|it| *it == b'\n')?;
    let header = std::str::from_utf8(rest.get(..end)?).ok()?;
    let size: usize = header.rsplit(' ').next()?.parse().ok()?;
    let from = end + 1;
    let content = rest.get(from..from.checked_add(size)?)?;
    Some((content, rest.get(from + size + 1..)?))
}
