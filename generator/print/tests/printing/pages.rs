//! How a document is laid out: its size, its pages, and every element that it can have.

use serde_json::{Value, json};

use crate::press::{STAMP, first_cell, job, messages, print_one, table, with_table};

#[test]
fn a_document_gets_the_largest_size_at_which_it_fits() {
    // A line is as high as its letters: at 20 points 12 lines fit, at 10 points 24.
    let main = "#set page(width: 100pt, height: 240pt, margin: 0pt)
        #set text(font: \"Inter\", size: json(\"/options.json\").size * 1pt)
        #for _ in range(20) { block(spacing: 0pt, height: 1em)[a] }";
    let mut job = job("speed", "main.typ", with_table(|_| {}), &[]);
    job["options"]["sizes"] = json!([20, 16, 14, 12, 11, 10]);
    job["options"]["max-pages"] = json!(1);
    let report = print_one(&job, &[("main.typ", main)]);
    assert_eq!(
        (&report["size"], &report["pages"]),
        (&json!(12.0), &json!(1))
    );
    assert_eq!(report["losses"], json!([]));

    job["options"]["sizes"] = json!([25, 24, 20, 15]);
    let report = print_one(&job, &[("main.typ", main)]);
    assert_eq!(
        (&report["size"], &report["pages"]),
        (&json!(24.0), &json!(2)),
        "no smaller than two pages need"
    );
    assert_eq!(
        report["losses"],
        json!(["2 pages instead of 1, for no size fits"])
    );
}

#[test]
fn a_word_that_is_wider_than_its_column_is_a_loss() {
    let losses = |word: &str| {
        let data = with_table(|table| first_cell(table)["value"] = json!([{ "text": word }]));
        print_one(&job("speed", "table.typ", data, &[]), &[])["losses"].clone()
    };
    let word = "m".repeat(59);
    assert_eq!(
        losses(&word),
        json!([format!(
            "start, oar: the word “{word}” is wider than its column"
        )])
    );
    // What no column could hold breaks wherever a line ends.
    assert_eq!(losses(&"m".repeat(60)), json!([]));
}

#[test]
fn a_table_can_be_a_picture_of_one_page() {
    let mut job = job("speed", "table.typ", with_table(grown), &[]);
    let paged = print_one(&job, &[])["pages"].as_u64();
    job["options"]["paper"] = json!("auto");
    let report = print_one(&job, &[]);
    assert_eq!(report["diagnostics"], json!([]));
    assert!(
        paged > Some(1) && report["pages"] == 1,
        "{paged:?} {report}"
    );
}

/// A table of many rows.
fn grown(table: &mut Value) {
    let rows = table["groups"][0]["rows"].as_array_mut().expect("rows");
    let first = rows[0].clone();
    rows.extend((0..60).map(|at| {
        let mut row = first.clone();
        row["id"] = json!(format!("row-{at}"));
        row
    }));
}

#[test]
fn every_element_can_stand_in_a_brief_and_in_the_comparison() {
    let data = json!({ "stamp": STAMP, "language": "en", "document": document(None) });
    for template in ["brief.typ", "comparison.typ"] {
        let report = print_one(&job("all", template, data.clone(), &[]), &[]);
        assert_eq!(report["diagnostics"], json!([]), "{template}");
        assert_eq!(report["losses"], json!([]), "{template}");
    }
}

#[test]
fn a_brief_can_speak_of_parts() {
    let data = json!({ "stamp": STAMP, "language": "de", "document": document(Some("Clips")) });
    let report = print_one(&job("all", "brief.typ", data, &[]), &[]);
    assert_eq!(
        (messages(&report), &report["losses"]),
        (Vec::new(), &json!([]))
    );
}

#[test]
fn an_element_that_is_not_known_is_a_loss() {
    let mut document = document(None);
    document["sections"][0]["elements"] = json!([{ "kind": "hologram" }]);
    let data = json!({ "stamp": STAMP, "language": "en", "document": document });
    let report = print_one(&job("all", "brief.typ", data, &[]), &[]);
    assert_eq!(
        report["losses"],
        json!(["an element of the kind “hologram” is not known to the template"])
    );
}

/// A document with one section for each kind of element, in the form that `document::Document` has as JSON.
fn document(part: Option<&str>) -> Value {
    let section = |(nth, (id, elements)): (usize, (&str, Vec<Value>))| {
        let level = if nth == 0 { 1 } else { 2 };
        json!({ "id": id, "part": part, "level": level, "heading": "A heading", "elements": elements })
    };
    json!({
        "subject": "use-case:crossing",
        "comparison": "Boats",
        "title": "Crossing",
        "lead": [{ "paragraph": [{ "text": "Words" }] }],
        "sections": sections().into_iter().enumerate().map(section).collect::<Vec<_>>(),
        "sources": table()["sources"],
        "as_of": "2026-11-23",
        "revision": "1a2b3c4d",
    })
}

/// The ids of sections and their elements.
fn sections() -> Vec<(&'static str, Vec<Value>)> {
    let text = json!([{ "text": "Words" }, { "cite": 1 }, { "cite": 2 }]);
    let paragraph = json!({ "paragraph": text });
    let list = json!({ "list": [[paragraph], [paragraph]], "ordered": true });
    let point = json!({
        "title": text, "strength": "major", "dimensions": ["Start"], "holds_when": text, "prose": [paragraph], "sources": [1],
    });
    let side = |name: &str| json!({ "option": name, "pros": [point], "cons": [point, point] });
    let band = |word: &str| {
        json!({
            "kind": "verdict", "word": word, "text": "A word", "scale": [["clear", "Clear"], ["depends", "It depends"]],
            "best": null, "lines": [text, text],
        })
    };
    let words = [
        "clear",
        "leaning",
        "depends",
        "too-close",
        "split",
        "nothing-fits",
    ];
    vec![
        ("verdict", words.map(band).to_vec()),
        ("shares", vec![shares()]),
        (
            "why",
            vec![contributions(&json!("Sail")), contributions(&json!(null))],
        ),
        ("costs", vec![ranges()]),
        (
            "inputs",
            vec![json!({
                "kind": "grid", "headings": [["Quantity", false], ["Most likely", true]], "rows": [[text, text], [text, text]],
            })],
        ),
        (
            "pros-cons",
            vec![json!({ "kind": "sides", "sides": [side("Oar"), side("Sail"), side("Motor")] })],
        ),
        (
            "option:oar",
            vec![json!({ "kind": "sides", "sides": [side("Oar")] })],
        ),
        (
            "group:going",
            vec![json!({ "kind": "comparison", "table": table() })],
        ),
        (
            "unheard-of",
            vec![
                json!({ "kind": "text", "blocks": [paragraph, list] }),
                json!({ "kind": "remark", "runs": [
                { "link": "option:oar", "runs": [{ "text": "Oar" }] }, { "link": "option:motor", "runs": [{ "text": "Motor" }] },
            ] }),
            ],
        ),
    ]
}

fn shares() -> Value {
    json!({
        "kind": "shares", "options": ["Oar", "Sail"],
        "rows": [{ "label": "As stated", "shares": [[0.75, "75 %"], [0.0, "0 %"]] }],
    })
}

fn ranges() -> Value {
    let row = |amounts: Value, texts: &[&str]| json!({ "label": "Oar", "detail": "by hand", "amounts": amounts, "texts": texts });
    json!({
        "kind": "ranges", "axis": "USD a month", "ticks": [[0.0, "$0"], [50.0, "$50"], [100.0, "$100"]], "end": 100.0,
        "headings": ["Least", "Most likely", "Mean", "Most"],
        "rows": [row(json!([1.0, 5.0, 6.5, 90.0]), &["$1", "$5", "$6.50", "$90"]), row(json!(null), &["not known"])],
    })
}

fn contributions(runner: &Value) -> Value {
    let row = |points: i32| {
        json!({
            "need": "Start", "weight": "60 %", "why": null, "values": ["90", runner.is_string().then_some("40")],
            "points": points, "text": "+30",
        })
    };
    json!({ "kind": "contributions", "best": "Oar", "runner": runner, "rows": [row(30), row(-30), row(0)], "sum": [0, "+0"] })
}
