//! XLSX, read as a package of parts; other programs read it whole.

use std::io::Cursor;

use export::Format;
use ooxml::Package;
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

/// The parts of a workbook whose names begin so, as text.
fn parts(bytes: &[u8], front: &str) -> Vec<String> {
    let mut package = Package::open(Cursor::new(bytes)).expect("a package");
    let names: Vec<_> = package
        .names()
        .filter(|it| it.starts_with(front))
        .map(str::to_owned)
        .collect();
    let text = |it: &String| package.part(it).expect("a part").to_vec();
    let bytes = names.iter().map(text);
    bytes
        .map(|it| String::from_utf8(it).expect("UTF-8"))
        .collect()
}

#[test]
fn no_cell_is_a_formula_and_every_text_is_escaped() {
    let bytes = written(&table::full(), Format::Xlsx).bytes;
    let sheets = parts(&bytes, "xl/worksheets/sheet");
    assert_eq!(sheets.len(), 4);
    assert!(
        sheets
            .iter()
            .all(|it| it.contains("<c r=") && !it.contains("<f>"))
    );
    let strings = parts(&bytes, "xl/sharedStrings").concat();
    for text in [
        "<t>=1+1</t>",
        "<t>@SUM(A1)</t>",
        "<t>&lt;script&gt;alert('x')&lt;/script&gt; &amp; &lt;/td&gt;&lt;/table&gt; --&gt; &amp;amp;</t>",
        "<t>&lt;r&gt;&lt;t&gt;rich&lt;/t&gt;&lt;/r&gt;</t>",
        "<t>comma, semicolon; \"quotes\" 'single' _x005F_x0041_</t>",
        "<t>one\ntwo\nthree</t>",
    ] {
        assert!(strings.contains(text), "{text} in {strings}");
    }
}

#[test]
fn a_number_is_a_number_that_prints_its_unit() {
    let bytes = written(&table::full(), Format::Xlsx).bytes;
    let sheet = parts(&bytes, "xl/worksheets/sheet1").concat();
    for value in ["<v>15</v>", "<v>1024.5</v>", "<v>-3.5</v>"] {
        assert!(sheet.contains(value), "{value}");
    }
    let styles = parts(&bytes, "xl/styles").concat();
    assert!(
        styles.contains("formatCode=\"0&quot; min&quot;\""),
        "{styles}"
    );
    assert!(styles.contains("formatCode=\"&quot;$&quot;#,##0.00&quot; a month&quot;\""));
}

#[test]
fn the_stamps_of_all_tables_are_found_again() {
    let mut other = table::full();
    other.id = "another".into();
    let row = other.groups[0].rows[0].clone();
    other.groups[0].rows = (0..100)
        .map(|it| document::Row {
            id: format!("row-{it}"),
            ..row.clone()
        })
        .collect();
    let tables = [table::full(), other];
    let bytes = export::write_workbook(&tables).expect("a workbook").bytes;
    assert_eq!(
        export::stamps(&bytes),
        tables.each_ref().map(document::Table::stamp)
    );
    let text = crate::text_of(&tables[0], Format::Json);
    assert_eq!(export::stamps(text.as_bytes()), [tables[0].stamp()]);
    assert_eq!(export::stamps(b"PK no package"), []);
    assert_eq!(export::stamps(b"tradeoff: nothing"), []);
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
