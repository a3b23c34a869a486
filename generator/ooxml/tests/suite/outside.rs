//! Changed decks opened by other programs. They have to be installed, so these tests run only when asked for.

use std::fs;
use std::process::Command;

use ooxml::Presentation;
use ooxml::slide::add;

use crate::decks::{DECKS, open, saved, slide_with};
use crate::slides::new_slide;

#[test]
#[ignore = "needs python-pptx and LibreOffice: see tests/decks/README.md"]
#[expect(clippy::disallowed_methods, reason = "other programs read files")]
fn changed_decks_open_in_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (name, bytes, table) in DECKS {
        let mut package = open(bytes);
        let (part, slide) = slide_with(&mut package, table);
        let mut edit = slide.tables[0].edit();
        edit.set_cell(1, 2, "0.20 € & <less>\nsecond line");
        edit.insert_row(2, 1, &["new row", "b", ""]);
        edit.insert_column(3, 1, 2_000_000, &["New", "x", "y"]);
        edit.remove_column(1);
        edit.set_description("Table: costs.");
        let edited = edit.apply(&slide.text).unwrap();
        package
            .replace(&part, slide.text.encode(&edited.slide))
            .unwrap();
        let mut presentation = Presentation::read(&mut package).unwrap();
        let new = new_slide(&presentation, "Added");
        add(&mut package, &mut presentation, &[new]).unwrap();
        let path = folder.path().join(format!("{name}.pptx"));
        fs::write(&path, saved(&mut package)).unwrap();
        paths.push(path);
    }
    if let Ok(kept) = std::env::var("KEEP") {
        for path in &paths {
            fs::copy(
                path,
                std::path::Path::new(&kept).join(path.file_name().unwrap()),
            )
            .unwrap();
        }
    }
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decks/open");
    assert!(
        Command::new(program)
            .args(&paths)
            .status()
            .unwrap()
            .success()
    );
}
