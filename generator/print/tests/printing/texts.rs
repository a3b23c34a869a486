//! Texts of records are printed as they are typed.

use std::fs;

use serde_json::json;

use crate::press::{job, print, with_table};

/// What Typst would do something with, if it were its source.
const HOSTILE: &str = r#"#panic("x") *b* _e_ $x^2$ [c] <l> @ref // no /* no */ \ ~ `code` = - + / #import "/style.typ": * "q" 'q' -- ---"#;

#[test]
fn nothing_in_a_text_becomes_markup() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, typed) = (
        folder.path().join("data.svg"),
        folder.path().join("typed.svg"),
    );
    let page = "#import \"/text.typ\": *\n#set page(width: 600pt, height: auto)\n#set text(font: \"Inter\")\n";
    let from_data = format!("{page}#runs(cx, subject.question)\n");
    // The same characters one by one, so that none can mean anything together with the next.
    let codes: Vec<_> = HOSTILE.chars().map(|it| (it as u32).to_string()).collect();
    let from_codes = format!(
        "{page}#text(({}).map(str.from-unicode).join())\n",
        codes.join(", ")
    );
    let question = || with_table(|table| table["question"] = json!([{ "text": HOSTILE }]));
    let jobs = [
        job("data", "data.typ", question(), &[("svg", &data)]),
        job("typed", "typed.typ", question(), &[("svg", &typed)]),
    ];
    let reports = print(
        &jobs,
        &[("data.typ", &from_data), ("typed.typ", &from_codes)],
    );
    assert!(
        reports.iter().all(|it| it["diagnostics"] == json!([])),
        "{reports:?}"
    );
    let read = |path| fs::read_to_string(path).expect("a picture");
    assert!(
        read(data) == read(typed),
        "the text of the record looks different"
    );
}

#[test]
fn hostile_text_may_stand_in_every_field_of_a_table() {
    let data = with_table(|table| {
        for field in ["title", "comparison", "corner"] {
            table[field] = json!(HOSTILE);
        }
        let runs = json!([{ "text": HOSTILE }, { "code": HOSTILE }, { "strong": [{ "emphasis": [{ "text": HOSTILE }] }] }]);
        table["question"] = runs.clone();
        table["note"] = runs.clone();
        table["notes"][0]["runs"] = runs.clone();
        table["columns"][0]["name"] = json!(HOSTILE);
        table["columns"][0]["family"] = json!(HOSTILE);
        table["groups"][0]["name"] = json!(HOSTILE);
        table["groups"][0]["rows"][0]["name"] = json!(HOSTILE);
        table["groups"][0]["rows"][0]["question"] = runs.clone();
        table["groups"][0]["rows"][0]["cells"][0]["value"] = runs;
        table["sources"][0]["title"] = json!(HOSTILE);
        table["sources"][0]["publisher"] = json!(HOSTILE);
    });
    let report = &print(&[job("speed", "table.typ", data, &[])], &[])[0];
    assert_eq!(report["diagnostics"], json!([]));
    assert!(report["pages"].as_u64() >= Some(1));
}
