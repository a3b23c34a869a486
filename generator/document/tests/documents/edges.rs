//! Decisions in which something is missing: nothing fits, one option is left, nobody states an amount, other days.

use document::{Document, Element};

use crate::records::{Records, cells, lines, section, small};

const LIMIT: &str = "limits/too-many-joints.toml";
const USE_CASE: &str = "use-cases/bookshelf.toml";
const TAKEN: (&str, &str, &str) = (USE_CASE, "state = \"taken\"", "state = \"closed\"");

fn word(brief: &Document) -> &'static str {
    let Some(Element::Verdict(band)) = brief.sections[0].elements.first() else {
        panic!("{:?}", brief.sections[0]);
    };
    band.word
}

/// Two options of which a limit rules out one, or both.
fn limited(option: &str, when: &str) -> Records {
    small(&[
        TAKEN,
        (
            LIMIT,
            "option = \"drill\"",
            &format!("option = \"{option}\""),
        ),
        (LIMIT, "joints > drill-time", when),
        (
            USE_CASE,
            "expects = \"hammer\"",
            "expects = \"nothing-fits\"",
        ),
    ])
}

#[test]
fn one_option_that_is_left_has_no_other_side() {
    let records = limited("drill", "joints > 0");
    let brief = records.brief("bookshelf");
    assert_eq!(word(&brief), "clear");
    let why = section(&brief, "why", None).unwrap();
    let Some(Element::Contributions(it)) = why.elements.first() else {
        panic!("{why:?}");
    };
    assert_eq!((it.best.as_str(), &it.runner), ("Hammer", &None));
    assert!(it.rows.iter().all(|row| row.values.1.is_none()));
    let answers = section(&brief, "answers", None).unwrap();
    let Some(Element::Grid(grid)) = answers.elements.first() else {
        panic!("{answers:?}");
    };
    assert_eq!(grid.headings.len(), 2);
    let ruled_out = lines(section(&brief, "ruled-out", None).unwrap());
    assert!(
        ruled_out[0].starts_with("Drill is ruled out"),
        "{ruled_out:?}"
    );
    assert!(section(&brief, "change", None).is_none());
    assert!(
        section(&brief, "costs", None).is_none(),
        "no need has a cost"
    );
}

#[test]
fn where_nothing_fits_there_is_a_verdict_and_who_is_ruled_out() {
    let mut records = limited("drill", "joints > 0");
    let (id, verdict) = records.verdicts.iter().next().unwrap();
    let mut problem = verdict.problem.clone();
    let mut other = problem.limits[0].clone();
    other.id = "no-nails".into();
    other.option = "hammer".into();
    problem.limits.push(other);
    let outcome = decide::solve(&problem).unwrap();
    let both = (id.clone(), verdict::Verdict { problem, outcome });
    records.verdicts = std::iter::once(both).collect();
    let brief = records.brief("bookshelf");
    assert_eq!(word(&brief), "nothing-fits");
    for id in ["shares", "why", "answers", "change", "costs"] {
        assert!(section(&brief, id, None).is_none(), "{id}");
    }
    let ruled_out = lines(section(&brief, "ruled-out", None).unwrap());
    assert_eq!(
        ruled_out
            .iter()
            .filter(|it| it.contains("is ruled out"))
            .count(),
        2
    );
    assert!(
        records
            .whole()
            .sections
            .iter()
            .any(|it| it.id == "use-case:bookshelf")
    );
}

#[test]
fn an_amount_that_nobody_states_is_said_not_to_be_stated() {
    let records = small(&[(USE_CASE, "joints = 24", "joints = \"unstated\"")]);
    let brief = records.brief("bookshelf");
    let inputs = section(&brief, "inputs", None).unwrap();
    let Some(Element::Grid(grid)) = inputs.elements.first() else {
        panic!("{inputs:?}");
    };
    assert_eq!(cells(&grid.rows)[0][1], "not stated");
    let ruled_out = lines(section(&brief, "ruled-out", None).unwrap());
    assert!(
        ruled_out[0].starts_with("Not checked for Drill"),
        "{ruled_out:?}"
    );
}

#[test]
fn a_cost_that_cannot_be_computed_says_why_and_has_no_bar() {
    let cost = "[cells.hammer]\ncost = \"cost-nails\"\nbasis = \"computed\"";
    let speed = "dimensions/speed.toml";
    let hammer = "[cells.hammer]\nvalue = \"{{ fact.hammer-time }} for one nail\"\namount = \"hammer-time\"\nbasis = \"documented\"";
    let with = |joints: &str| {
        small(&[
            (speed, hammer, cost),
            (
                speed,
                "unit = \"s\"\npoints = [[1, 1.0], [60, 0.5], [1000, 0.0]]",
                "unit = \"USD/month\"\npoints = [[0, 1.0], [1000, 0.0]]",
            ),
            (
                speed,
                "amount = \"drill-time\"\nbasis = \"documented\"",
                "amount = 50\nbasis = \"judged\"\nbecause = \"A guess.\"",
            ),
            (USE_CASE, "joints = 24", joints),
        ])
    };
    let costs = |records: &Records| {
        let brief = records.brief("bookshelf");
        let costs = section(&brief, "costs", None).unwrap();
        let Some(Element::Ranges(ranges)) = costs.elements.first().cloned() else {
            panic!("{costs:?}");
        };
        (ranges, section(&brief, "left-out", None).map(lines))
    };
    let (known, left_out) = costs(&with("joints = 24"));
    assert_eq!(known.rows[0].texts, ["$48", "$48", "$48", "$48"]);
    assert_eq!(known.end.to_bits(), 50.0_f64.to_bits());
    assert_eq!(left_out.unwrap(), ["Nails: wood."]);
    let (unknown, _) = costs(&with("joints = \"unstated\""));
    assert_eq!(unknown.rows[0].amounts, None);
    assert!(
        unknown.rows[0].texts[0].contains("does not state"),
        "{unknown:?}"
    );
}

#[test]
fn a_use_case_that_could_not_be_decided_has_no_brief_and_is_left_out_of_the_whole() {
    let mut records = small(&[]);
    records.verdicts = verdict::Verdicts::default();
    let record = records.model.use_cases.get("bookshelf").unwrap();
    let brief = document::brief(
        record,
        &records.model,
        &records.verdicts,
        &records.sentences,
    );
    assert_eq!(brief, None);
    let whole = records.whole();
    assert!(
        whole
            .sections
            .iter()
            .all(|it| it.id != "use-cases" && it.id != "method")
    );
    assert!(whole.sections.iter().any(|it| it.id == "dimension:speed"));
}

#[test]
fn nothing_at_all_is_a_document_without_sections() {
    let nothing = Records {
        model: model::Model::default(),
        scores: verdict::Scores::of(&model::Model::default()).0,
        verdicts: verdict::Verdicts::default(),
        sentences: document::sentence::Sentences::builtin(),
    };
    let whole = nothing.whole();
    assert_eq!(
        (whole.sections, whole.sources, whole.as_of),
        (vec![], vec![], None)
    );
}

#[test]
fn the_hash_of_the_content_is_the_same_on_another_day_and_another_when_a_word_changes() {
    let of = |edits: &[(&str, &str, &str)]| {
        let records = small(edits);
        (records.brief("bookshelf"), records.whole())
    };
    let (brief, whole) = of(&[]);
    let later = |path| (path, "reviewed = 2026-11-23", "reviewed = 2026-11-25");
    let (brief_later, whole_later) = of(&[later(USE_CASE), later("dimensions/speed.toml")]);
    assert_eq!(brief_later.as_of.as_deref(), Some("2026-11-25"));
    assert_eq!(whole_later.as_of.as_deref(), Some("2026-11-25"));
    assert_eq!(brief.content_hash(), brief_later.content_hash());
    assert_eq!(whole.content_hash(), whole_later.content_hash());
    let (brief_other, whole_other) = of(&[(USE_CASE, "a wall of stone", "a wall of brick")]);
    assert_ne!(brief.content_hash(), brief_other.content_hash());
    assert_ne!(whole.content_hash(), whole_other.content_hash());
}
