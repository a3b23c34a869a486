//! What a clone must hold, and what must not get into it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use model::Kind;

use crate::project::repository;

/// Folders of the machines that the project is written on; spelled in halves, so that this file has none.
const MACHINE: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
];

/// A program that is shown to readers may live where it likes.
const ANY_PATH: &[&str] = &["data/snippets/"];

/// Words about how a text came to be, which its reader has no use for.
const PROCESS: &[&str] = &[
    concat!("this ses", "sion"),
    concat!("last ses", "sion"),
    concat!("next ses", "sion"),
    concat!("earlier ses", "sion"),
    concat!("work ses", "sion"),
    concat!("as an ", "ai "),
    concat!("ai ", "assistant"),
];

/// No file of the repository is larger: pictures are made small, and what can be generated is not kept.
const LARGEST: u64 = 1 << 20;

#[test]
fn no_text_names_a_place_on_a_machine() {
    let allowed = |path: &str| ANY_PATH.iter().any(|it| path.starts_with(it));
    let texts = texts().into_iter().filter(|(path, _)| !allowed(path));
    none(
        texts.flat_map(|(path, text)| found(&path, &text, machine_path)),
        "write the path relative to the project",
    );
}

#[test]
fn no_text_tells_how_it_came_to_be() {
    let found = |(path, text): (String, String)| found(&path, &text, process_word);
    none(
        texts().into_iter().flat_map(found),
        "say what is the case, not who found it when",
    );
}

#[test]
fn what_is_forbidden_is_seen() {
    let place = |folder: &str| format!("see `{folder}x`");
    assert_eq!(machine_path(&place(MACHINE[0])), Some(MACHINE[0]));
    assert_eq!(machine_path(MACHINE[1]), Some(MACHINE[1]));
    assert_eq!(
        machine_path(&format!("https://a.example{}", MACHINE[2])),
        None
    );
    assert_eq!(
        process_word(&format!("Found in the {} by", PROCESS[1].to_uppercase())),
        Some(PROCESS[1])
    );
}

#[test]
fn every_folder_of_the_data_is_a_kind() {
    let kinds: Vec<_> = Kind::ALL.iter().map(|it| it.folder()).collect();
    for folder in ["data", "tests/base/data"] {
        let entries = fs::read_dir(repository().join(folder)).expect("the data");
        let folders = entries
            .map(|it| it.expect("an entry"))
            .filter(|it| it.path().is_dir());
        for name in folders.map(|it| it.file_name().to_string_lossy().into_owned()) {
            let known = kinds.contains(&name.as_str());
            assert!(
                known,
                "{folder}/{name} is no kind of record: rename it to one of {}",
                kinds.join(", ")
            );
        }
    }
}

#[test]
fn the_licenses_that_the_manifest_names_are_there() {
    let manifest = fs::read_to_string(repository().join("Cargo.toml")).expect("the manifest");
    assert!(
        manifest.contains("license = \"MIT OR Apache-2.0\""),
        "the license changed: change this test and the files"
    );
    for (file, words) in [
        ("LICENSE-MIT", "Permission is hereby granted"),
        ("LICENSE-APACHE", "Version 2.0, January 2004"),
    ] {
        let text = fs::read_to_string(repository().join(file));
        assert!(
            text.is_ok_and(|it| it.contains(words)),
            "{file} is missing or is another text: write the license there"
        );
    }
}

#[test]
fn the_scripts_can_be_run() {
    for script in ["tests/run", ".ci/run"] {
        let file = fs::metadata(repository().join(script))
            .unwrap_or_else(|error| panic!("{script}: {error}"));
        assert_ne!(
            file.permissions().mode() & 0o100,
            0,
            "{script} cannot be run: `chmod +x {script}`"
        );
    }
}

#[test]
fn no_file_is_large() {
    let size = |path: &String| fs::metadata(repository().join(path)).map_or(0, |it| it.len());
    let large = tracked().into_iter().filter(|path| size(path) > LARGEST);
    none(
        large,
        "make it smaller, or generate it; no file is over 1 MiB",
    );
}

/// The paths of all files that are tracked or could be, relative to the repository.
fn tracked() -> Vec<String> {
    let mut command = Command::new("git");
    let arguments = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--deduplicate",
    ];
    let output = command
        .current_dir(repository())
        .args(arguments)
        .output()
        .expect("git is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.split_terminator('\0').map(str::to_owned).collect()
}

/// Path and text of all files that are text.
fn texts() -> Vec<(String, String)> {
    // A file that was deleted a moment ago is still listed.
    let read = |path: String| {
        fs::read_to_string(repository().join(&path))
            .ok()
            .map(|text| (path, text))
    };
    let texts: Vec<_> = tracked().into_iter().filter_map(read).collect();
    assert!(!texts.is_empty(), "git lists no file");
    texts
}

fn found(path: &str, text: &str, check: fn(&str) -> Option<&'static str>) -> Vec<String> {
    let lines = text.lines().enumerate();
    lines
        .filter_map(|(at, line)| Some(format!("{path}:{}: `{}`", at + 1, check(line)?)))
        .collect()
}

/// A folder of [`MACHINE`] where a path begins; in the middle of a web address it is none.
fn machine_path(line: &str) -> Option<&'static str> {
    let begins = |at: usize| {
        !line[..at].ends_with(|it: char| it.is_alphanumeric() || "._-}*~$".contains(it))
    };
    MACHINE
        .iter()
        .find(|it| line.match_indices(**it).any(|(at, _)| begins(at)))
        .copied()
}

fn process_word(line: &str) -> Option<&'static str> {
    let line = line.to_lowercase();
    PROCESS.iter().find(|it| line.contains(**it)).copied()
}

#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>, remedy: &str) {
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{remedy}:\n{}", wrong.join("\n"));
}
