//! Markdown, read by the rules for backslashes and pipes of GitHub Flavored Markdown.

use export::Format;
use proptest::prelude::*;

use crate::{said, table, text_of};

/// The cells of a line of a pipe table.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut rest = line.chars();
    while let Some(it) = rest.next() {
        match it {
            '\\' => {
                cell.push(it);
                cell.extend(rest.next());
            }
            '|' => cells.push(std::mem::take(&mut cell)),
            it => cell.push(it),
        }
    }
    assert!(cell.is_empty(), "a line without an end: {line:?}");
    cells
        .into_iter()
        .skip(1)
        .map(|it| it.trim().to_owned())
        .collect()
}

/// The text without the backslashes that stand for the sign behind them, and without its footnotes.
fn unescaped(cell: &str) -> String {
    let (mut out, mut rest) = (String::new(), cell.chars().peekable());
    while let Some(it) = rest.next() {
        match it {
            '\\' if rest.peek().is_some_and(char::is_ascii_punctuation) => out.extend(rest.next()),
            '[' if rest.peek() == Some(&'^') => while rest.next().is_some_and(|it| it != ']') {},
            it => out.push(it),
        }
    }
    out
}

fn rows(markdown: &str) -> Vec<Vec<String>> {
    let lines = markdown.lines().filter(|it| it.starts_with('|'));
    let lines = lines.map(cells);
    lines.filter(|it| it[0].starts_with("**")).collect()
}

#[test]
fn every_cell_says_what_it_has_to() {
    let table = table::full();
    let rows = rows(&text_of(&table, Format::Markdown));
    assert_eq!(rows.len(), table.len());
    for (found, row) in rows.iter().zip(table.rows()) {
        assert_eq!(found.len(), 4, "{found:?}");
        assert_eq!(unescaped(&found[0]), format!("**{}**", row.name));
        let plain = row.cells.iter().all(|it| it.value.len() < 2);
        for (found, cell) in found[1..].iter().zip(&row.cells).filter(|_| plain) {
            let mark = cell
                .mark
                .zip(cell.glyphs)
                .map(|(word, glyphs)| format!("{glyphs} {word}: "));
            let lines = said(cell).replace(['\n', '\r', '\t'], " ");
            let expected = mark.unwrap_or_default() + lines.trim();
            if !found.contains("](") {
                assert_eq!(unescaped(found).trim_end(), expected);
            }
        }
    }
}

#[test]
fn sources_and_notes_are_footnotes_that_are_there() {
    let markdown = text_of(&table::full(), Format::Markdown);
    for sign in ["[^s1]", "[^s2]", "[^s3]", "[^a]", "[^b]"] {
        assert!(
            markdown.contains(&format!("\n{sign}: ")),
            "{sign} is explained"
        );
        assert!(markdown.matches(sign).count() > 1, "{sign} is used");
    }
    assert!(
        markdown.contains("30–45 s[^s1] [^s2] [^a] |"),
        "two numbers are told apart"
    );
    // GitHub does not show a footnote that nothing points at.
    assert!(!markdown.contains("[^s4]"));
    assert!(
        markdown
            .contains("## Further sources\n\n- [Cited at length only](<https://example.org/4>)")
    );
}

#[test]
fn footnotes_of_a_document_are_told_apart() {
    let document = crate::brief::brief();
    let written = export::write_document(&document, Format::Markdown).expect("Markdown");
    let markdown = String::from_utf8(written.bytes).expect("UTF-8");
    assert!(markdown.contains("\n[^t1a]: "));
    assert_eq!(markdown.matches("\n[^s1]: ").count(), 1);
    assert!(markdown.contains("\n1\\. Twelve holes \\& a \\<day\\>."));
    assert!(markdown.contains("\n> \\> Left out: "));
    assert!(markdown.contains("| Speed | 60 % | 90 | 40 | +300 | \\<Twelve\\> holes |"));
    assert!(markdown.contains("| Hammer (per hole) | depends \\| on the nail |"));
}

proptest! {
    #[test]
    fn no_text_adds_a_cell_a_line_or_a_tag(value in any::<String>(), code in any::<bool>()) {
        let run = |it: &str| match code {
            true => document::Run::Code(it.to_owned()),
            false => table::text(it),
        };
        let with = |it: &str| {
            let mut table = table::full();
            table.groups[0].rows[0].cells[0].value = vec![run(it)];
            table.sources[0].title = it.to_owned();
            text_of(&table, Format::Markdown)
        };
        let (markdown, plain) = (with(&value), with("plain"));
        prop_assert_eq!(markdown.lines().count(), plain.lines().count());
        let row = markdown.lines().find(|it| it.starts_with("| **Numbers**")).expect("the row");
        if !code {
            prop_assert_eq!(cells(row).len(), 4);
            let tags = |it: &str| it.replace("\\<", "").matches('<').count();
            prop_assert_eq!(tags(&markdown), tags(&plain));
        }
    }
}
