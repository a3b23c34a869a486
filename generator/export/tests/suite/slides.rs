//! Decks of reveal.js and Marp.

use document::{Stamp, Subject};
use export::Format;

use crate::deck::deck;

fn written(format: Format) -> String {
    let written = export::write_deck(&deck(), format).expect("a deck");
    String::from_utf8(written.bytes).expect("UTF-8")
}

#[test]
fn every_slide_is_a_section_with_notes() {
    let html = written(Format::Reveal);
    assert_eq!(html.matches("<section id=\"tradeoff-").count(), 5);
    assert_eq!(html.matches("</section>").count(), 5);
    assert_eq!(html.matches("<aside class=\"notes\">").count(), 5);
    assert!(html.contains("<p>An arrow --&gt; and &lt;script&gt;.</p>"));
    assert!(html.contains("<a href=\"#/tradeoff-table-full-table-1-2\">- The &lt;table&gt;</a>"));
    assert!(html.contains("<section id=\"tradeoff-table-full-table-1-2\">"));
    assert!(html.contains("<col style=\"width:37.5%\">"));
    assert!(html.contains("1. A &lt;manual&gt;. <a href=\"https://example.org/a?b=1&amp;c=2\">"));
    for refused in ["<script", "<link", "src=", "<html", "javascript:"] {
        assert!(!html.contains(refused), "{refused}");
    }
}

#[test]
fn rules_part_the_slides_of_marp_and_nothing_else_does() {
    let markdown = written(Format::Marp);
    let lines: Vec<_> = markdown.lines().collect();
    assert_eq!(lines[0], "---");
    let ends = lines.iter().filter(|it| **it == "---").count();
    assert_eq!(ends, 2 + 4, "front matter, and a rule between two slides");
    assert!(markdown.contains("\nmarp: true\n"));
    assert!(markdown.contains("\ntitle: \"Tools: \\\"a\\\" \\\\ <b>\"\n"));
    assert!(markdown.contains("\n- \\- The \\<table\\>\n"));
    assert!(markdown.contains("| **Marks** | ●●●● strong<br>30–45 s |"));
    assert!(markdown.contains("- 1\\. A \\<manual\\>. [https\\://example.org/a?b=1\\&c=2](<https://example.org/a?b=1&amp;c=2>)"));
}

#[test]
fn what_the_speaker_says_is_no_setting_and_ends_no_comment() {
    let markdown = written(Format::Marp);
    assert_eq!(
        markdown.matches("<!--\nNotes\n\nclass: invert\n\n").count(),
        5
    );
    assert_eq!(markdown.matches("-->").count(), 5);
    assert!(markdown.contains("An arrow - -> and <script>."));
}

#[test]
fn a_deck_carries_its_stamp_and_those_of_its_tables() {
    for format in [Format::Reveal, Format::Marp] {
        let text = written(format);
        let stamp = Stamp::find(&text).expect("a stamp");
        assert_eq!(stamp, deck().stamp());
        let at = text
            .find("tradeoff:full-table@")
            .expect("the stamp of the table");
        let table = Stamp::find(&text[at..]).expect("a stamp");
        assert_eq!(table.subject, Subject::Table("full-table".into()));
        assert_eq!(table.rows.len(), 8);
    }
}

#[test]
fn a_deck_is_no_table() {
    let refused = export::write_deck(&deck(), Format::Csv).expect_err("no deck");
    assert!(
        refused
            .to_string()
            .contains("cannot show a deck: choose `pptx`, `reveal`, `marp`")
    );
}
