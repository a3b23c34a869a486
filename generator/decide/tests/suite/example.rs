//! The worked example of the specification, to the last character of its result.

use decide::Outcome;

#[test]
fn the_worked_example_comes_out_to_the_last_bit() {
    let problem = include_str!("../../../../tests/vectors/bursty_api.problem.json");
    let expected = include_str!("../../../../tests/vectors/bursty_api.result.json");
    let problem = crate::json::problem(problem);
    let Ok(Outcome::Whole(decision)) = decide::solve(&problem) else {
        panic!("no decision");
    };
    let found = crate::json::write::decision(&decision);
    for (found, expected) in found.split(',').zip(expected.trim_end().split(',')) {
        assert_eq!(found, expected);
    }
    assert_eq!(found, expected.trim_end());
}
