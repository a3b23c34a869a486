//! What pages show: grouped, said once, and with the answer before its evidence.

use crate::project::Project;

/// A page of the book that is built from `project`, without tags and with single blanks.
fn page(project: &Project, path: &str) -> String {
    let run = project.run("build --today 2026-11-23");
    assert_ne!(run.code, Some(2), "{}", run.stderr);
    let html = project.read(&format!("dist/book/{path}"));
    let (_, main) = html.split_once("<main>").expect("a main part");
    let mut text = String::new();
    for piece in main.split('<') {
        let shown = piece.split_once('>').map_or(piece, |(_, it)| it);
        text += shown;
        text.push(' ');
    }
    let text = text.replace('\u{2060}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The base with `number` more facts about the drill, each with `note`.
fn with_facts(number: usize, note: &str) -> Project {
    (0..number).fold(Project::base(), |project, at| {
        let text = format!(
            "title = \"Cordless drill: bits of kind {at}\"\nvalue = 5\nunit = \"bits\"\nproduct = \"cordless-drill\"\n\
             note = \"Box {at}. {note}\"\nsources = [\"handbook\"]\nreviewed = 2026-11-23\n"
        );
        project.write(&format!("data/facts/bits-{at}.toml"), text)
    })
}

#[test]
fn a_note_that_many_facts_share_is_said_once() {
    let project = with_facts(8, "Counted in one shop.");
    let text = page(&project, "products/cordless-drill.html");
    assert_eq!(text.matches("Counted in one shop.").count(), 1, "{text}");
    assert!(
        text.contains("For the next 8: Counted in one shop."),
        "{text}"
    );
    for at in 0..8 {
        assert!(text.contains(&format!("Box {at}. ")), "{text}");
    }
}

#[test]
fn two_notes_that_end_alike_stay_whole() {
    let text = page(
        &with_facts(2, "Counted in one shop."),
        "products/cordless-drill.html",
    );
    assert_eq!(text.matches("Counted in one shop.").count(), 2, "{text}");
}

#[test]
fn many_facts_stand_by_what_they_measure_and_few_do_not() {
    let text = page(&with_facts(8, "Seen."), "products/cordless-drill.html");
    let times = text.find("Times Time for one hole").expect(&text);
    let counts = text.find("Counts and rates").expect(&text);
    assert!(times < counts, "{text}");
    let few = page(&Project::base(), "products/cordless-drill.html");
    assert!(few.contains("Value Time for one hole 15"), "{few}");
}

#[test]
fn the_thresholds_of_a_verdict_are_those_of_the_manifest() {
    let project = Project::base()
        .replace("data/comparison.toml", "clear = 90", "clear = 93")
        .replace("data/comparison.toml", "leaning = 70", "leaning = 61")
        .write(
            "book/src/README.md",
            "# Tools\n\n{{#tradeoff thresholds}}\n",
        );
    let text = page(&project, "index.html");
    assert!(text.contains("clear in at least 93 of 100 draws"), "{text}");
    assert!(
        text.contains("leaning in at least 61 of 100 draws"),
        "{text}"
    );
}

#[test]
fn a_change_is_told_before_the_records_that_it_concerns() {
    let text = page(&Project::base(), "evidence.html");
    let told = text.find("Two tools are compared.").expect(&text);
    let records = text.find("Concerns 2 records").expect(&text);
    assert!(told < records, "{text}");
    assert!(text.contains("Options Hammer , Drill"), "{text}");
}

#[test]
fn a_side_without_a_point_is_named_once() {
    let project = Project::base().remove("data/cons/slow-holes.toml");
    let text = page(&project, "pros-and-cons.html");
    assert_eq!(text.matches("Nothing is recorded").count(), 1, "{text}");
    assert!(text.contains("against it under Work."), "{text}");
}

#[test]
fn columns_of_a_wide_table_name_the_product_that_stands_for_the_option() {
    let project = Project::base()
        .replace(
            "data/comparison.toml",
            "\"drill\"]\nheadline",
            "\"drill\", \"saw\"]\nheadline",
        )
        .write(
            "data/options/saw.toml",
            Project::base()
                .read("data/options/drill.toml")
                .replace("\"Drill\"", "\"Saw\""),
        );
    let text = page(&project, "tables/overview.html");
    assert!(text.contains("Hammer Claw hammer"), "{text}");
    assert!(!text.contains("Hand tools"), "{text}");
}
