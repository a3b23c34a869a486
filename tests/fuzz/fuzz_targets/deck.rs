//! A deck nobody would write: opened, its tables changed, slides added and taken out, and written. Nothing of it may panic.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use ooxml::slide::{NewSlide, add, remove_all};
use ooxml::{Package, Presentation, Properties, Slide};

const DECK: &[u8] = include_bytes!("../../../generator/ooxml/tests/decks/python-pptx.pptx");
/// The parts of the deck that a text may stand for, by its first byte.
const PARTS: [&str; 8] = [
    "ppt/slides/slide1.xml",
    "ppt/slides/slide2.xml",
    "ppt/slides/_rels/slide1.xml.rels",
    "ppt/presentation.xml",
    "ppt/_rels/presentation.xml.rels",
    "ppt/slideLayouts/slideLayout6.xml",
    "[Content_Types].xml",
    "_rels/.rels",
];

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        if let Ok(package) = Package::open(Cursor::new(data.to_vec())) {
            let _ = through(package);
        }
    } else if let Some((first, text)) = data.split_first() {
        let mut package = Package::open(Cursor::new(DECK.to_vec())).expect("a deck");
        let part = PARTS[usize::from(*first) % PARTS.len()];
        package
            .replace(part, text.to_vec())
            .expect("a part of the deck");
        let _ = through(package);
    }
});

/// Everything that can be done with a deck.
fn through(mut package: Package<Cursor<Vec<u8>>>) -> ooxml::Result<()> {
    let _ = ooxml::check(&mut package);
    let _ = Properties {
        title: "t".to_owned(),
        ..Properties::default()
    }
    .write(&mut package);
    let mut presentation = Presentation::read(&mut package)?;
    for entry in presentation.slides.clone() {
        let Ok(slide) = Slide::read(&mut package, &entry.part) else {
            continue;
        };
        for table in &slide.tables {
            let mut edit = table.edit();
            for (row, it) in table.rows.iter().enumerate() {
                for column in 0..it.cells.len() {
                    edit.set_cell(
                        row,
                        column,
                        if row % 2 == 0 {
                            "a\nb"
                        } else {
                            &it.cells[column].text
                        },
                    );
                }
            }
            edit.insert_row(1, 0, &["x"]);
            edit.insert_column(0, 0, 1, &["y"]);
            edit.remove_row(table.rows.len().saturating_sub(1));
            edit.set_size(1200);
            let Ok(edited) = edit.apply(&slide.text) else {
                continue;
            };
            package.replace(&entry.part, slide.text.encode(&edited.slide))?;
        }
    }
    let _ = package.save_checked(&mut std::io::sink());
    let layout = presentation
        .table_layout()
        .map(|it| it.part.clone())
        .unwrap_or_default();
    let after = presentation.slides.first().map(|it| it.part.clone());
    let _ = add(
        &mut package,
        &mut presentation,
        &[NewSlide {
            after,
            layout,
            ..NewSlide::default()
        }],
    );
    let _ = remove_all(&mut package, &mut presentation);
    package.save(&mut std::io::sink())
}
