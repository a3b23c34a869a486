//! The machine forms, on texts that need escaping.

use super::*;
use crate::{Level, Span};

/// One diagnostic with everything a diagnostic can have, in a file with a path and a text that need care.
fn odd() -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let file = sources.add("data/a b,ü:%.toml", "x = \"😀é\"\r\ny = 2\n");
    let other = sources.add("data/other.toml", "z = 3\n");
    // The quoted text: column 5 to 9 in characters, to 10 in code units of UTF-16.
    let span = Span::new(file, 4..12);
    let found = Diagnostic::error("odd-rule", span, "50% of `a`: b, c")
        .label("did you mean\u{202e} `d`?")
        .also(Span::new(other, 0..1), "this, too")
        .also(Span::whole(other), "")
        .note("first\nsecond")
        .help("write `d`")
        .fix(span, "\"d\"")
        .fix(Span::new(other, 4..4), "1");
    let whole = Diagnostic::warning("whole-file", Span::whole(other), "no place");
    (sources, vec![found, whole])
}

fn rendered(format: Format<'_>) -> String {
    let (sources, found) = odd();
    render(&found, &sources, format, Palette::Plain)
}

#[test]
fn json_has_the_documented_fields_on_one_line_each() {
    let text = rendered(Format::Json);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    let first: serde_json::Value = serde_json::from_str(lines[0]).unwrap();
    let place = |file: &str, line: u32, column: u32, end_line: u32, end_column: u32| serde_json::json!({ "file": file, "line": line, "column": column, "end_line": end_line, "end_column": end_column });
    let with = |mut place: serde_json::Value, key: &str, text: &str| {
        place[key] = text.into();
        place
    };
    let mut expected = place("data/a b,ü:%.toml", 1, 5, 1, 9);
    for (key, text) in [
        ("rule", "odd-rule"),
        ("level", "error"),
        ("message", "50% of `a`: b, c"),
        ("label", "did you mean\u{202e} `d`?"),
    ] {
        expected[key] = text.into();
    }
    let other = "data/other.toml";
    let (near, whole) = (place(other, 1, 1, 1, 2), place(other, 1, 1, 1, 1));
    expected["also"] =
        serde_json::json!([with(near, "label", "this, too"), with(whole, "label", "")]);
    expected["notes"] = serde_json::json!(["first\nsecond"]);
    expected["help"] = serde_json::json!(["write `d`"]);
    expected["fix"] = serde_json::json!({ "edits": [
        with(place("data/a b,ü:%.toml", 1, 5, 1, 9), "text", "\"d\""),
        with(place(other, 1, 5, 1, 5), "text", "1"),
    ] });
    assert_eq!(first, expected);
    let second: serde_json::Value = serde_json::from_str(lines[1]).unwrap();
    assert_eq!(second["level"], "warning");
    assert!(second.get("fix").is_none());
}

#[test]
fn commands_of_github_escape_what_would_end_them() {
    let text = rendered(Format::Github { base: "sub/" });
    assert_eq!(
        text,
        "::error file=sub/data/a b%2Cü%3A%25.toml,line=1,col=5,endLine=1,endColumn=9,title=odd-rule::50%25 of `a`: b, c: \
         did you mean\\u{202e} `d`?%0Anote: first%0Asecond%0Ahelp: write `d`\n\
         ::warning file=sub/data/other.toml,line=1,col=1,endLine=1,endColumn=1,title=whole-file::no place\n"
    );
}

#[test]
fn sarif_counts_code_units_and_encodes_paths() {
    let rules = [About {
        id: "odd-rule",
        sentence: "Odd.",
        help: "Mend it.",
        level: Level::Warning,
    }];
    let tool = Tool {
        name: "tradeoff",
        version: "1.2.3",
        base: "",
        rules: &rules,
    };
    let log: serde_json::Value = serde_json::from_str(&rendered(Format::Sarif(&tool))).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["rules"][0]["shortDescription"]["text"], "Odd.");
    assert_eq!(
        driver["rules"][1],
        serde_json::json!({ "id": "whole-file" })
    );
    let first = &run["results"][0];
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"]["uri"],
        "data/a%20b%2C%C3%BC%3A%25.toml"
    );
    let region =
        serde_json::json!({ "startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 10 });
    assert_eq!(place["region"], region);
    assert_eq!(first["level"], "error");
    assert_eq!(first["relatedLocations"][0]["message"]["text"], "this, too");
    assert!(first["relatedLocations"][1].get("message").is_none());
    let changes = first["fixes"][0]["artifactChanges"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0]["replacements"][0]["deletedRegion"], region);
    let second = &run["results"][1];
    assert_eq!(second["ruleIndex"], 1);
    let region = &second["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region, &serde_json::json!({ "startLine": 1 }));
}

#[test]
fn no_findings_are_a_document_too() {
    let sources = Sources::default();
    let tool = Tool {
        name: "tradeoff",
        version: "1.2.3",
        base: "",
        rules: &[],
    };
    let text = render(&[], &sources, Format::Sarif(&tool), Palette::Plain);
    let log: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(render(&[], &sources, Format::Json, Palette::Plain), "");
}

#[test]
fn help_and_notes_break_between_words_at_the_width_of_the_screen() {
    let mut sources = Sources::default();
    let span = Span::new(sources.add("a.toml", "x = 1\n"), 0..1);
    let words = ["word"; 60].join(" ");
    let found = [Diagnostic::error("odd-rule", span, "odd")
        .note(&*words)
        .help(&*words)];
    for width in [80, 100] {
        let screen = Screen {
            palette: Palette::Plain,
            width,
        };
        let text = render(&found, &sources, Format::Full, screen);
        let widest = text.lines().map(str::len).max().unwrap();
        assert!((width - 5..=width).contains(&widest), "{widest}: {text}");
        assert_eq!(text.matches("word").count(), 120);
        assert!(text.contains("help: word"), "{text}");
    }
}
