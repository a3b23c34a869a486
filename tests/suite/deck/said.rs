//! What a slide says beside its table, once the table is written anew: its footer, and the words for those who do not see it.

use std::fs;
use std::io::Cursor;

use ooxml::Package;
use serde_json::Value;

use super::zip::edited;
use super::{bytes, records, slide_of_table};
use crate::project::Project;

const DECK: &str = "overview.pptx";

/// A deck of a table, with `from` on its slide replaced by `to`, in a project in which the data says something new.
fn stale(from: &str, to: &str) -> Project {
    let project = Project::base();
    let run = project.run("export overview --format pptx --out .");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    if from != to {
        let deck = bytes(&project, DECK);
        let (part, _) = slide(&project);
        fs::write(project.path(DECK), edited(&deck, &part, from, to)).unwrap();
    }
    project.replace(
        "data/dimensions/speed.toml",
        "{{ fact.hammer-time }} for one nail",
        "A minute for one nail",
    )
}

/// The slide with the table, and its text.
fn slide(project: &Project) -> (String, String) {
    let mut package = Package::open(Cursor::new(bytes(project, DECK))).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    (part, slide.text.to_string())
}

/// The text of the footer.
fn footer(project: &Project) -> String {
    let (_, text) = slide(project);
    let (_, shape) = text.split_once("type=\"ftr\"").expect("a footer");
    let (shape, _) = shape.split_once("</p:sp>").unwrap();
    let runs = shape.split("<a:t>").skip(1);
    runs.map(|it| it.split_once('<').unwrap().0).collect()
}

#[test]
fn the_footer_is_of_the_data_that_was_written_and_notes_stay() {
    let project = stale("", "");
    let old = footer(&project);
    let rest = old
        .strip_prefix("As of 2026-11-23, data ")
        .expect("our footer");
    let (revision, sources) = rest.split_at(8);
    assert!(sources.starts_with(" · Sources: "), "{old}");
    let before = records(&bytes(&project, DECK));
    let run = project.run(&format!("deck sync {DECK}"));
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let lock: Value = serde_json::from_str(&project.read("overview.pptx.tradeoff.json")).unwrap();
    let new = lock["shapes"][0]["revision"].as_str().unwrap();
    assert_ne!(new, revision);
    assert_eq!(
        footer(&project),
        format!("As of 2026-11-23, data {new}{sources}")
    );
    let after = records(&bytes(&project, DECK));
    let differ = before.iter().filter(|it| after[it.0] != *it.1);
    let differ: Vec<_> = differ.map(|it| it.0.as_str()).collect();
    assert_eq!(differ, [slide(&project).0]);
}

#[test]
fn a_footer_in_the_words_of_a_hand_stays() {
    for (to, is_said) in [("As of last Monday", true), ("Confidential", false)] {
        let project = stale("As of 2026-11-23", to);
        let before = footer(&project);
        assert!(before.starts_with(to), "{before}");
        let run = project.run(&format!("deck sync {DECK}"));
        assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
        assert_eq!(footer(&project), before);
        let says = run
            .stdout
            .contains("the footer was changed by hand and stays");
        assert_eq!(says, is_said, "{to}: {}", run.stdout);
    }
}

#[test]
fn where_nothing_is_written_the_footer_stays_too() {
    // The data changes in what no cell shows.
    let project = stale("", "")
        .replace(
            "data/dimensions/speed.toml",
            "A minute for one nail",
            "{{ fact.hammer-time }} for one nail",
        )
        .replace(
            "data/tables/overview.toml",
            "Which tool is quicker?",
            "Which is the quicker tool?",
        );
    let before = bytes(&project, DECK);
    let run = project.run(&format!("deck sync {DECK}"));
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(before == bytes(&project, DECK));
}

#[test]
fn the_words_for_the_blind_follow_unless_a_hand_wrote_them() {
    let ours = "Table: Overview. Columns: Hammer, Drill. ";
    let project = stale("", "").replace("data/options/drill.toml", "\"Drill\"", "\"Power drill\"");
    assert!(
        slide(&project)
            .1
            .contains(&format!("descr=\"{ours}[tradeoff:overview@"))
    );
    assert_eq!(project.run(&format!("deck sync {DECK}")).code, Some(0));
    let words = "descr=\"Table: Overview. Columns: Hammer, Power drill. [tradeoff:overview@";
    assert!(slide(&project).1.contains(words));
    let project = stale(ours, "Both tools, side by side. ").replace(
        "data/options/drill.toml",
        "\"Drill\"",
        "\"Power drill\"",
    );
    assert_eq!(project.run(&format!("deck sync {DECK}")).code, Some(0));
    let words = "descr=\"Both tools, side by side. [tradeoff:overview@";
    assert!(slide(&project).1.contains(words));
}
