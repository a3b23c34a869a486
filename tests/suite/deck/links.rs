//! Links in cells: one to a source of the old text does not stay behind the new one, and one that a hand made does.

use std::fs;
use std::io::Cursor;

use ooxml::Package;

use super::zip::edited;
use super::{bytes, records, row, slide_of_table};
use crate::project::Project;

const DECK: &str = "overview.pptx";

/// The address of a source, as its record has it.
fn url(project: &Project, source: &str) -> String {
    let text = project.read(&format!("data/sources/{source}.toml"));
    let line = text
        .lines()
        .find(|it| it.starts_with("url = "))
        .expect("an address");
    line["url = ".len()..].trim_matches('"').to_owned()
}

/// A deck of which the cell of the hammer leads to the first of these addresses; its slide has relationships to all.
fn linked(addresses: &[&str]) -> Project {
    let project = Project::base();
    let run = project.run("export overview --format pptx --out .");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let line = |(at, it): (usize, &&str)| {
        format!(
            "<Relationship Id=\"rIdL{at}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" \
             Target=\"{it}\" TargetMode=\"External\"/>"
        )
    };
    let lines: String = addresses.iter().enumerate().map(line).collect();
    let mut package = Package::open(Cursor::new(bytes(&project, DECK))).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    let rels = part.replace("slides/", "slides/_rels/") + ".rels";
    let end = "</Relationships>";
    let deck = edited(&bytes(&project, DECK), &rels, end, &format!("{lines}{end}"));
    let text = &slide.text[..slide.text.find("for one nail").expect("the cell")];
    let format = text.rfind("<a:rPr").unwrap();
    let format = &text[format..];
    let format = &format[..=format.find('>').unwrap()];
    let with_link = match format.strip_suffix("/>") {
        Some(begin) => format!("{begin}><a:hlinkClick r:id=\"rIdL0\"/></a:rPr>"),
        None => panic!("{format}"),
    };
    let at = text.rfind(format).unwrap();
    let changed = format!(
        "{}{with_link}{}",
        &slide.text[..at],
        &slide.text[at + format.len()..]
    );
    fs::write(
        project.path(DECK),
        super::zip::with(&deck, &part, changed.as_bytes()),
    )
    .unwrap();
    let cell = "[cells.hammer]\nvalue = \"{{ fact.hammer-time }} for one nail\"";
    let text = project
        .read("data/dimensions/speed.toml")
        .replace(cell, "[cells.hammer]\nvalue = \"A minute for one nail\"");
    let (before, after) = text.split_at(text.find("[cells.hammer]").unwrap());
    let text = format!(
        "{before}{}",
        after.replace("[\"handbook\"]", "[\"magazine\"]")
    );
    project.write("data/dimensions/speed.toml", text)
}

/// Where the links of the table lead after a refresh, by the ids of relationships.
fn links(project: &Project) -> Vec<String> {
    let rels = |records: &std::collections::BTreeMap<String, Vec<u8>>| {
        let all = records.iter().filter(|it| it.0.ends_with(".rels"));
        all.map(|it| it.1.clone()).collect::<Vec<_>>()
    };
    let before = rels(&records(&bytes(project, DECK)));
    let run = project.run(&format!("deck sync {DECK}"));
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(row(project, DECK, "Speed")[1].contains("A minute for one nail"));
    assert!(
        before == rels(&records(&bytes(project, DECK))),
        "relationships stay"
    );
    let mut package = Package::open(Cursor::new(bytes(project, DECK))).unwrap();
    let (_, slide) = slide_of_table(&mut package);
    let cells = slide.tables[0].rows.iter().flat_map(|it| &it.cells);
    cells.flat_map(|it| it.links.clone()).collect()
}

#[test]
fn a_link_to_the_old_source_goes_and_one_of_a_hand_stays() {
    let project = Project::base();
    let (old, new) = (url(&project, "handbook"), url(&project, "magazine"));
    assert_ne!(old, new);
    assert!(links(&linked(&[&old])).is_empty());
    assert_eq!(links(&linked(&[&old, &new])), ["rIdL1"]);
    assert_eq!(links(&linked(&[&new, &old])), ["rIdL0"]);
    assert_eq!(
        links(&linked(&["https://example.org/by-hand", &new])),
        ["rIdL0"]
    );
}
