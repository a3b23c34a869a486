//! The knowledge base that ships with the program: everything that can have a mark has one, and every use case a verdict.

use std::path::Path;

use model::{CellStatus, Model};
use source::Sources;
use verdict::{Scores, Verdicts, json};

fn shipped() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Sources::default();
    let contents = source::read_folder(&root, "data", &mut sources).expect("the data");
    model::load(&sources, &contents.files).model
}

#[test]
fn every_use_case_has_a_verdict() {
    let model = shipped();
    let (verdicts, diagnostics) = Verdicts::of(&model);
    assert_eq!(diagnostics, []);
    for use_case in &model.use_cases {
        let verdict = verdicts.get(&use_case.id);
        assert!(verdict.is_some(), "{}", use_case.id);
    }
    assert_eq!(verdicts.iter().count(), model.use_cases.len());
}

#[test]
fn every_problem_that_is_written_out_has_the_same_result_bit_by_bit() {
    let (verdicts, _) = Verdicts::of(&shipped());
    for (id, verdict) in verdicts.iter() {
        let text = json::problem_text(&verdict.problem);
        let problem = json::problem(&text).expect("a problem");
        assert_eq!(problem, verdict.problem, "{id}");
        let outcome = decide::solve(&problem).expect("an outcome");
        assert_eq!(
            json::outcome(&outcome),
            json::outcome(&verdict.outcome),
            "{id}"
        );
    }
}

#[test]
fn every_answer_on_a_scale_has_a_mark() {
    let model = shipped();
    let (scores, diagnostics) = Scores::of(&model);
    assert_eq!(diagnostics, []);
    let mut counted = 0;
    for dimension in model.dimensions.iter().filter(|it| it.scale.is_some()) {
        for (option, cell) in dimension.cells.iter() {
            if cell.cost.is_some() || cell.status == Some(CellStatus::NotApplicable) {
                continue;
            }
            let mark = scores.mark(&dimension.id, &option.id);
            assert!(mark.is_some(), "{} of {}", dimension.id, option.id);
            counted += 1;
        }
    }
    assert!(counted > 0);
}
