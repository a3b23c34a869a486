//! Templates, decks with macros, decks that are signed: what they are, they stay.

use std::fs;

use super::zip::{Record, edited, records, with, zip};
use super::{bytes, modified, row, stale};
use crate::project::Project;

const TYPES: &str = "[Content_Types].xml";
const PLAIN: &str = "vnd.openxmlformats-officedocument.presentationml.presentation.main";
const MACROS: &str = "vnd.ms-powerpoint.presentation.macroEnabled.main";
const TEMPLATE: &str = "vnd.openxmlformats-officedocument.presentationml.template.main";
const BINARY: &str = "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/ppt/presentation.xml\"";

/// Puts a deck in the place of the adopted one, under this name.
fn placed(project: &Project, name: &str, deck: &[u8]) -> String {
    let path = format!("decks/{name}");
    fs::write(project.path(&path), deck).unwrap();
    let lock = project.path("decks/pandoc.pptx.tradeoff.json");
    let beside = project.path(&format!("{path}.tradeoff.json"));
    if lock != beside {
        fs::copy(lock, beside).unwrap();
    }
    path
}

/// That a refresh writes the table, and changes nothing else of the deck.
fn assert_only_the_slide_changes(project: &Project, path: &str) {
    let before = super::records(&bytes(project, path));
    let run = project.run(&format!("deck sync {path}"));
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert_eq!(
        row(project, path, "Cost when idle")[1],
        "Paid by the minute"
    );
    let after = super::records(&bytes(project, path));
    let differ = before.iter().filter(|it| after[it.0] != *it.1);
    assert_eq!(
        differ.map(|it| it.0.as_str()).collect::<Vec<_>>(),
        ["ppt/slides/slide1.xml"]
    );
    assert_eq!(before.len(), after.len());
}

fn with_macros(good: &[u8]) -> Vec<u8> {
    let deck = edited(
        good,
        TYPES,
        "<Override PartName=\"/ppt/presentation.xml\"",
        BINARY,
    );
    with(&deck, "ppt/vbaProject.bin", b"Sub AutoOpen()")
}

#[test]
fn macros_stay_and_never_hide_in_a_deck_without_them() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let hidden = placed(&project, "hidden.pptx", &with_macros(&good));
    let run = project.run(&format!("deck sync {hidden}"));
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    assert!(
        run.stderr.contains("`decks/hidden.pptx`: "),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("macros"), "{}", run.stderr);
    assert!(bytes(&project, &hidden) == with_macros(&good));
    let honest = edited(&with_macros(&good), TYPES, PLAIN, MACROS);
    let path = placed(&project, "macros.pptm", &honest);
    assert_only_the_slide_changes(&project, &path);
}

#[test]
fn a_template_stays_a_template() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let path = placed(
        &project,
        "corp.potx",
        &edited(&good, TYPES, PLAIN, TEMPLATE),
    );
    assert_only_the_slide_changes(&project, &path);
}

#[test]
fn a_signed_deck_is_written_only_if_somebody_insists() {
    let project = stale();
    let good = bytes(&project, "decks/pandoc.pptx");
    let origin = "<Relationship Id=\"rIdS\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" \
                  Target=\"_xmlsignatures/origin.sigs\"/></Relationships>";
    let signed = edited(&good, "_rels/.rels", "</Relationships>", origin);
    let signed = edited(
        &signed,
        TYPES,
        "<Override PartName=\"/ppt/presentation.xml\"",
        "<Default Extension=\"sigs\" ContentType=\"application/vnd.openxmlformats-package.digital-signature-origin\"/>\
         <Override PartName=\"/ppt/presentation.xml\"",
    );
    let mut all = records(&signed);
    all.push(Record::of("_xmlsignatures/origin.sigs", b""));
    let signed = zip(&all);
    let path = placed(&project, "pandoc.pptx", &signed);
    let lock = bytes(&project, "decks/pandoc.pptx.tradeoff.json");
    let run = project.run(&format!("deck sync {path}"));
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    let says = "`decks/pandoc.pptx` is signed, and a change breaks the signature: say `--force`";
    assert!(run.stderr.contains(says), "{}", run.stderr);
    assert!(bytes(&project, &path) == signed);
    assert!(bytes(&project, "decks/pandoc.pptx.tradeoff.json") == lock);
    let run = project.run(&format!("deck sync {path} --force"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        row(&project, &path, "Cost when idle")[1],
        "Paid by the minute"
    );
    // Nothing is left to change, so nothing has to be forced.
    let before = modified(&project.path(&path));
    assert_eq!(project.run(&format!("deck sync {path}")).code, Some(0));
    assert_eq!(modified(&project.path(&path)), before);
}

#[test]
fn a_deck_is_built_behind_the_slides_of_its_template_or_without_them() {
    let project = super::project();
    let template = "--template decks/python-pptx.pptx";
    let mut counts = Vec::new();
    for (out, flags) in [("with.pptx", ""), ("without.pptx", "--without-slides")] {
        let run = project.run(&format!("deck build costs {template} --out {out} {flags}"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let mut package = ooxml::Package::open(std::io::Cursor::new(bytes(&project, out))).unwrap();
        let slides = ooxml::Presentation::read(&mut package).unwrap().slides;
        let first = ooxml::Slide::read(&mut package, &slides[0].part).unwrap();
        counts.push((slides.len(), first.title));
        let names = super::records(&bytes(&project, out));
        assert_eq!(
            names
                .keys()
                .filter(|it| it.starts_with("ppt/slides/slide"))
                .count(),
            slides.len()
        );
    }
    let own = bytes(&project, "decks/python-pptx.pptx");
    let mut own = ooxml::Package::open(std::io::Cursor::new(own)).unwrap();
    let own = ooxml::Presentation::read(&mut own).unwrap().slides.len();
    assert_eq!(counts[0].0, counts[1].0 + own);
    assert_eq!(counts[0].1.as_deref(), Some("Costs & limits"));
    let run = project.run("deck build costs --without-slides --out other.pptx");
    assert_eq!(run.code, Some(2), "there is no template");
    // The table of the template is one of ours too, and followed from now on.
    let run = project.run("deck status without.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}
