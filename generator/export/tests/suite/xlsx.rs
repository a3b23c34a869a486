//! XLSX: what can be seen without opening the package; other programs read the rest.

use export::Format;
use proptest::prelude::*;

use crate::{table, written};

#[test]
fn a_table_without_rows_or_options_is_a_workbook_all_the_same() {
    let mut table = table::full();
    table.groups.clear();
    assert!(written(&table, Format::Xlsx).bytes.starts_with(b"PK"));
    let mut table = table::full();
    table.columns.clear();
    for row in table.groups.iter_mut().flat_map(|it| &mut it.rows) {
        row.cells.clear();
    }
    assert!(written(&table, Format::Xlsx).bytes.starts_with(b"PK"));
}

#[test]
fn the_same_table_twice_has_names_of_its_own() {
    let tables = [table::full(), table::full()];
    let written = export::write_workbook(&tables).expect("a workbook");
    assert!(written.bytes.starts_with(b"PK"));
}

proptest! {
    #[test]
    fn any_name_is_one_that_a_workbook_takes(name in any::<String>(), url in ".{0,3000}") {
        let mut table = table::full();
        table.title.clone_from(&name);
        table.columns[0].name.clone_from(&name);
        table.columns[1].name.clone_from(&name);
        table.corner.clone_from(&name);
        table.groups[0].rows[0].cells[0].value = vec![table::text(&name)];
        table.sources[0].url = Some(format!("https://example.org/{url}"));
        let written = export::write(&table, Format::Xlsx, &export::Settings::default());
        prop_assert!(written.is_ok(), "{:?}", written.err());
    }
}
