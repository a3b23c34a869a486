//! What goes wrong is said, with its place, and takes nothing else down.

use std::fs;

use serde_json::{Value, json};

use crate::press::{first_cell, job, messages, print, print_one, run, with_table};

/// A table whose first cell says `text`.
fn saying(text: &str) -> Value {
    with_table(|table| first_cell(table)["value"] = json!([{ "text": text }]))
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_record() {
    let report = print_one(
        &job("speed", "table.typ", saying("fast \u{1f680}"), &[]),
        &[],
    );
    assert_eq!(
        messages(&report),
        ["`\u{1f680}` U+1F680 is in none of the fonts"]
    );
    assert_eq!(report["diagnostics"][0]["at"], "start, oar");
    assert_eq!(report["diagnostics"][0]["level"], "error");
}

#[test]
fn a_character_that_turns_others_around_is_named_with_its_record() {
    let report = print_one(&job("speed", "table.typ", saying("a\u{202e}b"), &[]), &[]);
    assert_eq!(
        messages(&report),
        ["U+202E turns the order of the characters around it"]
    );
    assert_eq!(report["diagnostics"][0]["at"], "start, oar");
}

#[test]
fn an_error_of_a_template_has_file_line_and_callers() {
    let broken = "#let f(x) = x.word\n";
    let main = "#import \"/broken.typ\": f\n\n  #f((:))\n";
    let extra = [("broken.typ", broken), ("main.typ", main)];
    let report = print_one(&job("speed", "main.typ", with_table(|_| {}), &[]), &extra);
    let found = &report["diagnostics"][0];
    assert_eq!(found["at"], "broken.typ:1:15");
    assert!(messages(&report)[0].contains("\"word\""), "{report}");
    assert_eq!(found["called-from"], json!(["main.typ:3:4"]));
}

#[test]
fn a_font_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("speed.pdf");
    let main = "#set text(font: \"No Such Font\")\nwords";
    let job = job("speed", "main.typ", with_table(|_| {}), &[("pdf", &path)]);
    let report = print_one(&job, &[("main.typ", main)]);
    assert!(
        messages(&report)[0].starts_with("unknown font family"),
        "{report}"
    );
    assert!(!path.exists() && report["written"] == json!([]));
}

#[test]
fn a_template_opens_no_file_and_sees_no_clock() {
    for (text, words) in [
        ("#read(\"/etc/hostname\")", "not found"),
        ("#read(\"../../Cargo.toml\")", ""),
        ("#datetime.today()", "current date"),
        ("#import \"@preview/cetz:0.3.4\": canvas", "not found"),
    ] {
        let job = job("speed", "main.typ", with_table(|_| {}), &[]);
        let report = print_one(&job, &[("main.typ", text)]);
        let said = messages(&report).join(" ");
        assert!(!said.is_empty() && said.contains(words), "{text}: {said}");
    }
}

#[test]
fn a_job_that_fails_leaves_the_others_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let (one, two, three) = (path("one.pdf"), path("two.pdf"), path("three.pdf"));
    let jobs = [
        job("one", "table.typ", with_table(|_| {}), &[("pdf", &one)]),
        job("two", "missing.typ", with_table(|_| {}), &[("pdf", &two)]),
        job("three", "table.typ", with_table(|_| {}), &[("pdf", &three)]),
    ];
    let reports = print(&jobs, &[]);
    let names: Vec<_> = reports.iter().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["one", "two", "three"]);
    assert_eq!(
        messages(&reports[1]),
        ["there is no template `missing.typ`"]
    );
    assert!(one.exists() && !two.exists() && three.exists());
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "text").expect("a file");
    let taken = folder.path().join("taken.pdf");
    fs::create_dir(&taken).expect("a folder");
    let below = file.join("speed.pdf");
    let job = job(
        "speed",
        "table.typ",
        with_table(|_| {}),
        &[("pdf", &below), ("pdf", &taken)],
    );
    let report = print_one(&job, &[]);
    let said = messages(&report);
    assert!(said[0].contains(&below.display().to_string()), "{said:?}");
    assert!(said[1].contains(&taken.display().to_string()), "{said:?}");
    assert_eq!(report["written"], json!([]));
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|it| it.expect("an entry").file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["file", "taken.pdf"]);
}

#[test]
fn a_picture_holds_one_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let (svg, pdf) = (folder.path().join("it.svg"), folder.path().join("it.pdf"));
    let mut job = job(
        "speed",
        "main.typ",
        with_table(|_| {}),
        &[("svg", &svg), ("pdf", &pdf)],
    );
    job["options"]["standards"] = json!([]);
    let report = print_one(&job, &[("main.typ", "one\n#pagebreak()\ntwo")]);
    assert_eq!(
        messages(&report),
        ["a picture holds one page, and there are 2"]
    );
    assert_eq!(
        report["written"],
        json!([pdf]),
        "what can hold them is written"
    );
}

#[test]
fn a_standard_that_is_none_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("it.pdf");
    let mut job = job("speed", "table.typ", with_table(|_| {}), &[("pdf", &path)]);
    job["options"]["standards"] = json!(["ua-7"]);
    assert_eq!(
        messages(&print_one(&job, &[])),
        ["there is no PDF standard `ua-7`"]
    );
}

#[test]
fn what_is_no_job_list_ends_the_program_with_two() {
    let fonts = r#"{"templates": {}, "fonts": "/no/such/folder", "jobs": []}"#;
    for (input, words) in [
        ("", "standard input is no job list"),
        ("{\"jobs\": []}", "templates"),
        (fonts, "/no/such/folder"),
    ] {
        let outcome = run(input);
        assert_eq!(outcome.code, Some(2), "{input}");
        assert!(
            outcome.errors.starts_with("error: ") && outcome.errors.contains(words),
            "{}",
            outcome.errors
        );
    }
}
