//! CSV, read by the grammar of RFC 4180.

use export::{Format, Settings};
use proptest::prelude::*;

use crate::{said, table, text_of};

/// The records of a file; a field that was guarded loses its sign.
fn read(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut rest) = (false, text.chars().peekable());
    while let Some(it) = rest.next() {
        match it {
            '"' if quoted && rest.peek() == Some(&'"') => field.extend(rest.next()),
            '"' => quoted = !quoted,
            it if quoted => field.push(it),
            '\r' if rest.peek() == Some(&'\n') => {
                rest.next();
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            it if it == separator => record.push(std::mem::take(&mut field)),
            it => field.push(it),
        }
    }
    assert!(
        field.is_empty() && record.is_empty() && !quoted,
        "an unfinished record"
    );
    records
}

#[test]
fn every_row_is_a_record_with_its_group() {
    let table = table::full();
    let records = read(&text_of(&table, Format::Csv), ',');
    assert_eq!(
        records[0],
        ["Group", "Question", "Hammer", "Drill \"X\"", "'=1+1"]
    );
    let rows = table
        .groups
        .iter()
        .flat_map(|it| it.rows.iter().map(move |row| (it, row)));
    for (record, (group, row)) in records[1..].iter().zip(rows.clone()) {
        let expected = [group.name.clone(), row.name.clone()];
        let expected = expected.into_iter().chain(row.cells.iter().map(said));
        for (found, expected) in record.iter().zip(expected) {
            let runs =
                expected.starts_with(['=', '@', '\t', '-']) && expected.parse::<f64>().is_err();
            let guard = if runs { "'" } else { "" };
            assert_eq!(*found, format!("{guard}{expected}"));
        }
        assert_eq!(record.len(), 5);
    }
    assert_eq!(records.len(), 1 + rows.count());
}

#[test]
fn a_table_of_one_group_has_no_column_for_it() {
    let mut table = table::full();
    table.groups.truncate(1);
    let records = read(&text_of(&table, Format::Csv), ',');
    assert_eq!(records[0][0], "Question");
}

#[test]
fn the_settings_are_kept() {
    let settings = Settings {
        bom: true,
        raw: true,
        separator: ';',
    };
    let written = export::write(&table::full(), Format::Csv, &settings).expect("CSV");
    let text = String::from_utf8(written.bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let records = read(text, ';');
    assert_eq!(
        records[0],
        ["Group", "Question", "Hammer", "Drill \"X\"", "=1+1"]
    );
}

proptest! {
    #[test]
    fn any_text_is_read_back(value in any::<String>(), raw in any::<bool>()) {
        let mut table = table::full();
        table.groups[0].rows[0].cells[0].value = vec![table::text(&value)];
        let settings = Settings { raw, ..Settings::default() };
        let written = export::write(&table, Format::Csv, &settings).expect("CSV");
        let records = read(&String::from_utf8(written.bytes).expect("UTF-8"), ',');
        let found = &records[1][2];
        let expected = said(&table.groups[0].rows[0].cells[0]);
        let unguarded = found.strip_prefix('\'').filter(|_| !raw && !expected.starts_with('\''));
        prop_assert_eq!(unguarded.unwrap_or(found), &expected);
        prop_assert!(raw || !found.starts_with(['=', '@', '\t']));
    }
}
