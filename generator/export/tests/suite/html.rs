//! HTML, read by a reader of tags that knows five entities.

use export::Format;
use proptest::prelude::*;

use crate::{said, table, text_of};

/// The texts of all elements of a name, their tags dropped; a line break counts as a blank.
fn texts(html: &str, name: &str) -> Vec<String> {
    let open = format!("<{name}");
    let starts = html.match_indices(&open).map(|(at, _)| at + open.len());
    let starts = starts.filter(|at| html[*at..].starts_with([' ', '>']));
    let close = format!("</{name}>");
    starts
        .map(|at| {
            let body = &html[at + html[at..].find('>').expect("an end of the tag") + 1..];
            text(&body[..body.find(&close).expect("an end of the element")])
        })
        .collect()
}

fn text(html: &str) -> String {
    let (mut out, mut within) = (String::new(), false);
    for it in html.replace("<br>", " ").chars() {
        match it {
            '<' => within = true,
            '>' if within => within = false,
            it if !within => out.push(it),
            _ => {}
        }
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(out, |out, (entity, sign)| out.replace(entity, sign))
}

#[test]
fn every_cell_says_what_it_has_to() {
    let table = table::full();
    let html = text_of(&table, Format::Html);
    let cells = texts(&html, "td");
    let expected: Vec<_> = table.rows().flat_map(|row| &row.cells).collect();
    assert_eq!(cells.len(), expected.len());
    for (found, cell) in cells.iter().zip(expected) {
        let said = said(cell);
        assert!(found.contains(&said), "{said:?} in {found:?}");
        assert!(found.contains(cell.mark.unwrap_or_default()), "{found:?}");
        for number in &cell.sources {
            assert!(
                found.ends_with(']') && found.contains(&number.to_string()),
                "{found:?}"
            );
        }
    }
    let heads = texts(&html, "th");
    for name in [
        "Question",
        "■ Hammer",
        "◆ Drill \"X\"",
        "▲ =1+1",
        "Signs | & <signs>",
        "- 1. Lines",
    ] {
        assert!(heads.iter().any(|it| it == name), "{name} in {heads:?}");
    }
    assert_eq!(texts(&html, "li").len(), table.sources.len());
    assert!(
        texts(&html, "caption")[0]
            .contains("Every feature | of *a* table What is left of <b>it</b>")
    );
}

#[test]
fn every_cell_brings_its_own_look() {
    let html = text_of(&table::full(), Format::Html);
    for tag in html
        .split('<')
        .filter(|it| it.starts_with("td") || it.starts_with("th "))
    {
        for part in [
            " bgcolor=\"#",
            "background-color:#",
            "border:0.75pt solid #",
            "font-size:10pt",
        ] {
            assert!(tag.contains(part), "{part} in {tag}");
        }
    }
    for refused in [
        "class=",
        "rgba(",
        "var(",
        "<script",
        "<style",
        "javascript:",
    ] {
        assert!(!html.contains(refused), "{refused}");
    }
}

#[test]
fn a_link_that_could_run_something_is_text_and_said() {
    let mut table = table::full();
    let target = model::Target::Url("javascript:alert(1)".into());
    table.groups[0].rows[0].cells[0].value =
        vec![document::Run::Link(target, vec![table::text("x")])];
    table.sources[0].url = Some("javascript:alert(2)".into());
    for format in [Format::Html, Format::Markdown] {
        let written = crate::written(&table, format);
        assert!(!String::from_utf8_lossy(&written.bytes).contains("javascript"));
        assert!(
            written.losses.contains(&export::Loss::Links),
            "{}",
            format.name()
        );
    }
}

proptest! {
    #[test]
    fn no_text_adds_a_tag(value in any::<String>()) {
        let mut table = table::full();
        table.groups[0].rows[0].cells[0].value = vec![table::text(&value)];
        table.title = value.clone();
        table.sources[0].title = value.clone();
        table.sources[0].url = Some(format!("https://example.org/{value}"));
        let html = text_of(&table, Format::Html);
        let plain = text_of(&table::full(), Format::Html);
        prop_assert_eq!(html.matches('<').count(), plain.matches('<').count());
        prop_assert_eq!(html.matches('>').count(), plain.matches('>').count());
        prop_assert_eq!(html.matches('"').count(), plain.matches('"').count());
    }
}
