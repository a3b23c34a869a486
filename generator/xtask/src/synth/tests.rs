//! What a synthetic project promises: it is clean, complete, and the same every time.

use std::collections::BTreeMap;

use model::{Date, Kind};
use source::Sources;
use verdict::{Scores, Verdicts};

use super::*;

/// Everything that `check` says of the records, before the book is read.
fn load(files: &[File]) -> model::Loaded {
    let mut sources = Sources::default();
    let data = files.iter().filter(|file| file.path.starts_with("data/"));
    let ids: Vec<_> = data
        .map(|file| sources.add(file.path.as_str(), &file.text))
        .collect();
    let mut loaded = model::load(&sources, &ids);
    let (scores, found) = Scores::of(&loaded.model);
    loaded.diagnostics.extend(found);
    let misread = loaded
        .diagnostics
        .iter()
        .map(|it| it.primary.span.file)
        .collect();
    let today = Date {
        year: 2026,
        month: 11,
        day: 23,
    };
    let (verdicts, found) = Verdicts::of(&loaded.model);
    loaded.diagnostics.extend(found);
    let computed = check::Computed {
        scores: &scores,
        verdicts: &verdicts,
        lock: None,
    };
    let cx = check::Context::new(&loaded.model, computed, &sources, today, misread);
    let found = check::check(&cx);
    loaded.diagnostics.extend(found);
    let lines = source::render(
        &loaded.diagnostics,
        &sources,
        source::Format::Concise,
        source::Palette::Plain,
    );
    println!("{lines}");
    loaded
}

fn written(size: Size) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(size, false, folder.path()).expect("a project");
    let mut sources = Sources::default();
    source::read_folder(folder.path(), "data", &mut sources).expect("records");
    source::read_folder(folder.path(), "book/src", &mut sources).expect("chapters");
    sources
        .iter()
        .map(|(_, file)| (file.path.clone(), file.text.to_string()))
        .collect()
}

#[test]
fn thirty_pages_are_clean() {
    let files = files(Size::Pages(30), false).expect("a project");
    assert_eq!(load(&files).diagnostics.len(), 0);
}

#[test]
fn many_records_are_clean_and_counted() {
    for records in [100, 1_500] {
        let loaded = load(&files(Size::Records(records), false).expect("a project"));
        assert_eq!(loaded.diagnostics.len(), 0);
        let count: usize = Kind::ALL
            .iter()
            .map(|kind| loaded.model.ids(*kind).len())
            .sum();
        assert_eq!(count, records);
        assert_eq!(loaded.model.options.len(), 5);
    }
}

#[test]
fn two_projects_of_one_size_have_the_same_bytes() {
    let first = written(Size::Pages(40));
    assert!(first.len() > 100, "{}", first.len());
    assert_eq!(first, written(Size::Pages(40)));
    assert_ne!(first, written(Size::Pages(41)));
}

#[test]
fn every_record_of_a_broken_project_is_blamed() {
    let loaded = load(&files(Size::Records(300), true).expect("a project"));
    let blamed: std::collections::BTreeSet<_> = loaded
        .diagnostics
        .iter()
        .map(|it| it.primary.span.file)
        .collect();
    assert_eq!(blamed.len(), 300);
}

#[test]
fn a_folder_in_use_is_left_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("notes.txt"), "x").expect("a file");
    let refused = write(Size::Pages(30), false, folder.path()).expect_err("a folder in use");
    assert!(
        refused.to_string().contains("is not an empty folder"),
        "{refused}"
    );
    assert!(!folder.path().join("data").exists());
}
