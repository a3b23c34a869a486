//! JSON, read as a program would.

use export::Format;
use serde_json::Value;

use crate::{said, table, text_of};

#[test]
fn every_cell_has_its_text_and_its_number() {
    let table = table::full();
    let json: Value = serde_json::from_str(&text_of(&table, Format::Json)).expect("JSON");
    assert_eq!(json["table"], "full-table");
    assert_eq!(json["as-of"], "2026-11-23");
    let rows = json["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), table.len());
    for (found, row) in rows.iter().zip(table.rows()) {
        assert_eq!(found["id"], *row.id);
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let found = &found["cells"][&column.id];
            assert_eq!(found["text"], said(cell));
            assert_eq!(found["mark"].as_str(), cell.mark);
            let sources: Vec<_> = cell.sources.iter().map(|it| *it as u64).collect();
            assert_eq!(found["sources"], serde_json::json!(sources));
            assert_eq!(
                found["amount"].as_f64(),
                cell.number.as_ref().map(|it| it.value)
            );
        }
    }
    let cell = &rows[0]["cells"]["hammer"];
    assert_eq!(
        (&cell["amount"], &cell["unit"]),
        (&15.0.into(), &"min".into())
    );
    assert_eq!(rows[0]["cells"]["drill"]["unit"], "$ a month");
}

#[test]
fn keys_stand_in_the_order_of_the_schema() {
    let text = text_of(&table::full(), Format::Json);
    let keys = [
        "\"$schema\"",
        "\"table\"",
        "\"title\"",
        "\"stamp\"",
        "\"columns\"",
        "\"rows\"",
        "\"notes\"",
        "\"sources\": [\n    {\n      \"number\"",
    ];
    let places: Vec<_> = keys.iter().map(|it| text.find(it)).collect();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{places:?}"
    );
}
