//! The problem without needs: with those of a use case, it decides as the use case does.

use std::path::Path;

use decide::Outcome;
use model::Model;
use source::Sources;
use verdict::{Verdicts, open_problem};

fn shipped() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Sources::default();
    let contents = source::read_folder(&root, "data", &mut sources).expect("the data");
    model::load(&sources, &contents.files).model
}

#[test]
fn with_the_needs_and_amounts_of_a_use_case_it_decides_as_the_use_case_does() {
    let model = shipped();
    let (verdicts, _) = Verdicts::of(&model);
    let open = open_problem(&model).expect("the problem");
    assert!(open.needs.is_empty());
    let mut compared = 0;
    for (id, verdict) in verdicts.iter() {
        let Outcome::Whole(expected) = &verdict.outcome else {
            continue;
        };
        let mut problem = open.clone();
        problem.needs.clone_from(&verdict.problem.needs);
        problem.limits.clone_from(&verdict.problem.limits);
        problem
            .quantities
            .extend(verdict.problem.quantities.clone());
        let Ok(Outcome::Whole(decision)) = decide::solve(&problem) else {
            panic!("`{id}` has no decision");
        };
        assert_eq!(decision.word, expected.word, "{id}");
        assert_eq!(decision.scores, expected.scores, "{id}");
        assert_eq!(decision.first, expected.first, "{id}");
        assert_eq!(decision.ruled_out, expected.ruled_out, "{id}");
        compared += 1;
    }
    assert!(compared > 10, "{compared}");
}

#[test]
fn its_limits_have_open_escapes_only() {
    let open = open_problem(&shipped()).expect("the problem");
    let mut escapes = open.limits.iter().flat_map(|it| &it.unless).peekable();
    assert!(escapes.peek().is_some());
    assert!(escapes.all(|it| it.state == decide::EscapeState::Open));
}
