//! What a use case is as a problem, and what comes out of it.

use decide::{Amount, Cell, EscapeState, LimitStatus, Need, Outcome, Scale, Word};
use verdict::meets;

use crate::swing::decided;

#[test]
fn a_problem_has_the_settings_of_the_manifest() {
    let decided = decided(&[]);
    let problem = &decided.verdict().problem;
    assert_eq!(
        (problem.id.as_str(), problem.seed.as_str()),
        ("swing", "knots")
    );
    let it = problem.thresholds;
    assert_eq!(
        (it.clear, it.stress, it.leaning, it.depends),
        (91, 81, 71, 61)
    );
    let options: Vec<_> = problem
        .options
        .iter()
        .map(|it| (it.id.as_str(), it.family.as_deref()))
        .collect();
    assert_eq!(options, [("rope", Some("soft")), ("chain", Some("hard"))]);
}

#[test]
fn a_cell_is_read_as_it_is_known() {
    let decided = decided(&[]);
    let problem = &decided.verdict().problem;
    let cell = |option: &str, dimension: &str| problem.cells[option][dimension].clone();
    let range = |low, mode, high| Cell::Amount(Amount { low, mode, high });
    assert_eq!(cell("rope", "weight"), range(10.0, 20.0, 30.0));
    // 51,200 bytes in the unit of the scale.
    assert_eq!(cell("chain", "weight"), range(50.0, 50.0, 50.0));
    // What is judged may be half a level off, and no better than the best.
    assert_eq!(cell("rope", "grip"), range(1.5, 2.0, 2.0));
    assert_eq!(cell("chain", "grip"), Cell::Level("fair".into()));
    assert_eq!(cell("rope", "rust"), Cell::Value(0.75));
    assert_eq!(cell("chain", "rust"), Cell::Unknown);
    assert_eq!(cell("rope", "bill"), Cell::Formula("rope-cost".into()));
    let weight = &problem.dimensions["weight"];
    assert_eq!(weight.scale, Scale::Points(vec![(0.0, 1.0), (100.0, 0.0)]));
    assert_eq!(weight.unit.as_deref(), Some("KB"));
}

#[test]
fn what_nobody_wrote_down_is_not_known() {
    let cell = "[cells.chain]\nlevel = \"fair\"\nbasis = \"documented\"\nvalue = \"shown\"\nbecause = \"A reason.\"\nprose = \"Words.\"\nreviewed = 2026-11-23";
    let decided = decided(&[("dimensions/grip.toml", cell, "")]);
    assert_eq!(
        decided.verdict().problem.cells["chain"]["grip"],
        Cell::Unknown
    );
}

#[test]
fn only_what_is_read_is_there_and_costs_stand_after_what_they_read() {
    let decided = decided(&[]);
    let problem = &decided.verdict().problem;
    let formulas: Vec<_> = problem.formulas.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(formulas, ["z-loss", "a-length", "chain-cost", "rope-cost"]);
    assert_eq!(
        problem.facts.iter().collect::<Vec<_>>(),
        [(&"rope-price".to_owned(), &2.0)]
    );
    let quantities: Vec<_> = problem
        .quantities
        .iter()
        .map(|(id, it)| (id.as_str(), *it))
        .collect();
    let range = |low, mode, high| Some(Amount { low, mode, high });
    assert_eq!(
        quantities,
        [
            ("load", None),
            ("loss", range(0.0, 10.0, 20.0)),
            ("meters", range(8.0, 10.0, 16.0))
        ]
    );
    let breakeven = &problem.breakevens[0];
    assert_eq!(breakeven.id, "rope-cost-chain-cost-meters");
    assert_eq!((breakeven.from, breakeven.to), (1.0, 10_000.0));
}

#[test]
fn escapes_have_the_state_that_the_use_case_gives_them() {
    let decided = decided(&[]);
    let limit = &decided.verdict().problem.limits[0];
    let states: Vec<_> = limit
        .unless
        .iter()
        .map(|it| (it.id.as_str(), it.state))
        .collect();
    assert_eq!(
        states,
        [
            ("two", EscapeState::Taken),
            ("steel", EscapeState::Closed),
            ("luck", EscapeState::Open)
        ]
    );
}

#[test]
fn a_limit_on_what_is_not_stated_is_not_checked_and_one_that_holds_rules_out() {
    let status = |changes: &[(&str, &str, &str)]| {
        let decided = decided(changes);
        let Outcome::Whole(decision) = &decided.verdict().outcome else {
            panic!("no decision");
        };
        (decision.limits[0].status, decision.ruled_out.len())
    };
    let case = "use-cases/swing.toml";
    let heavy = (case, "load = \"unstated\"", "load = 9");
    let open = (case, "state = \"taken\"", "state = \"closed\"");
    assert_eq!(status(&[]), (LimitStatus::Unstated, 0));
    assert_eq!(status(&[heavy]), (LimitStatus::Lifted, 0));
    assert_eq!(status(&[heavy, open]), (LimitStatus::Fires, 1));
}

#[test]
fn needs_are_ranks_or_swings() {
    let unchanged = decided(&[]);
    let needs = &unchanged.verdict().problem.needs;
    assert_eq!(needs["weight"], Need::Rank(2));
    let case = "use-cases/swing.toml";
    let swings = decided(&[
        (case, "rank = 1", "swing = 100"),
        (
            case,
            "[needs.weight]\nrank = 2",
            "[needs.weight]\nswing = { low = 10, high = 30 }",
        ),
        (case, "[needs.grip]\nrank = 2", "[needs.grip]\nswing = 5"),
        (case, "rank = 4", "swing = 1"),
    ]);
    let needs = &swings.verdict().problem.needs;
    assert_eq!(needs["bill"], Need::Swing(Amount::exact(100.0)));
    let (low, mode, high) = (10.0, 20.0, 30.0);
    assert_eq!(needs["weight"], Need::Swing(Amount { low, mode, high }));
}

#[test]
fn components_state_only_what_differs() {
    let parts = "[components.short]\ntitle = \"Short\"\n[components.short.workload]\nmeters = 1\n[components.long]\ntitle = \"Long\"\n[components.long.needs.rust]\nrank = 1\nwhy = \"Words.\"\n[verdict]";
    let decided = decided(&[("use-cases/swing.toml", "[verdict]", parts)]);
    let verdict = decided.verdict();
    let [short, long] = verdict.problem.components.as_slice() else {
        panic!("two components");
    };
    assert_eq!(short.quantities["meters"], Some(Amount::exact(1.0)));
    assert_eq!((short.needs.is_none(), short.quantities.len()), (true, 1));
    assert!(long.quantities.is_empty());
    assert_eq!(
        long.needs.as_ref().map(|it| it["rust"]),
        Some(Need::Rank(1))
    );
    let Outcome::Parts(parts) = &verdict.outcome else {
        panic!("no parts");
    };
    assert_eq!(
        parts.components.keys().collect::<Vec<_>>(),
        ["long", "short"]
    );
}

#[test]
fn an_expectation_is_met_by_a_word_an_option_or_a_family() {
    let met = |expects: &str| {
        let to = format!("expects = \"{expects}\"");
        let decided = decided(&[("use-cases/swing.toml", "expects = \"rope\"", &to)]);
        let use_case = decided
            .loaded
            .model
            .use_cases
            .get("swing")
            .expect("a use case");
        let outcome = &decided.verdict().outcome;
        assert_eq!(
            (outcome.word(), outcome.best()),
            (Word::Clear, Some("rope"))
        );
        meets(outcome, &use_case.verdict.expects, &decided.loaded.model)
    };
    assert!(met("rope") && met("soft"));
    assert!(!met("chain") && !met("hard") && !met("depends"));
}
