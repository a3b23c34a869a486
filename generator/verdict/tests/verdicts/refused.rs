//! What keeps a use case from having a verdict, and where that is told.

use crate::swing::decided;

/// Asserts that a change leaves the use case without a verdict, and that this is told once.
#[track_caller]
fn refuses(change: (&str, &str, &str), finding: &str) {
    let decided = decided(&[change]);
    assert_eq!(decided.shown(), [finding]);
    assert!(!decided.findings[0].help.is_empty());
    assert!(decided.verdicts.get("swing").is_none());
}

#[test]
fn what_cannot_be_computed_is_told_where_it_stands() {
    let case = "use-cases/swing.toml";
    refuses(
        ("costs/z-loss.toml", "loss / 100", "100 / loss"),
        "[bad-formula] data/costs/z-loss.toml `100 / loss`: `swing` cannot be decided: the divisor can be 0: state a range without 0",
    );
    refuses(
        ("costs/z-loss.toml", "loss / 100", "loss > 100"),
        "[bad-formula] data/costs/z-loss.toml `loss > 100`: `swing` cannot be decided: this is a condition, a number is expected",
    );
    refuses(
        ("limits/rope-load.toml", "load > 5", "load >"),
        "[bad-formula] data/limits/rope-load.toml `\"load >\"`: `swing` cannot be decided: a number, a name or `(` is expected here",
    );
    refuses(
        ("costs/z-loss.toml", "loss / 100", "a-length / 100"),
        "[bad-formula] data/costs/a-length.toml `\"meters * (1 + z-loss)\"`: costs wait for each other: `a-length`, `chain-cost`, `rope-cost`, `z-loss`",
    );
    refuses(
        (
            case,
            "low = 8, mode = 10, high = 16",
            "low = 8, mode = 10, high = 1e200",
        ),
        "[huge-amount] data/use-cases/swing.toml `{ low = 8, mode = 10, high = 1e200 }`: `swing` cannot be decided: the range is too wide to be computed with",
    );
    refuses(
        (
            "facts/rope-price.toml",
            "value = 2",
            "value = { low = 1, high = 2 }",
        ),
        "[bad-formula] data/costs/rope-cost.toml `rope-price`: `rope-price` is a range, a formula reads one number",
    );
    refuses(
        (case, "rank = 1\n", "rank = 0\n"),
        "[out-of-range] data/use-cases/swing.toml `0`: `swing` cannot be decided: the number must be 1 or more",
    );
    refuses(
        (
            "comparison.toml",
            "columns = [\"rope\", \"chain\"]",
            "columns = [\"rope\"]",
        ),
        "[out-of-range] data/comparison.toml `[\"rope\"]`: `swing` cannot be decided: a second option is missing",
    );
    refuses(
        ("comparison.toml", "clear = 91", "clear = 910"),
        "[out-of-range] data/comparison.toml `910`: `swing` cannot be decided: the number must be from 0 to 100",
    );
    refuses(
        ("costs/rope-cost.toml", "from = 1", "from = 0"),
        "[out-of-range] data/costs/rope-cost.toml `from`: `swing` cannot be decided: the number must be above 0",
    );
    refuses(
        (
            "dimensions/rust.toml",
            "[scale]\nlevels = [\"much\", \"none\"]\nnot-applicable = 0.75",
            "",
        ),
        "[bad-scale] data/use-cases/swing.toml `rust`: `rust` is needed, and nothing says what its answers are worth",
    );
}

#[test]
fn what_is_reported_elsewhere_is_not_reported_again() {
    let silent = [
        ("dimensions/rust.toml", "not-applicable = 0.75", ""),
        ("dimensions/weight.toml", "[100, 0.0]", "[100, 1.0]"),
        ("costs/z-loss.toml", "loss / 100", "los / 100"),
        ("use-cases/swing.toml", "rank = 4", "swing = 4"),
        ("facts/chain-weight.toml", "unit = \"B\"", "unit = \"s\""),
    ];
    for change in silent {
        let decided = decided(&[change]);
        assert_eq!(decided.shown(), [""; 0], "{change:?}");
        assert!(decided.verdicts.get("swing").is_none(), "{change:?}");
    }
}
