//! Formulas: what can be written, what it means, and what an error says.

use decide::{Formula, FormulaFault};
use proptest::prelude::*;

/// What `text` computes; nothing if it cannot be read or computed.
fn value(text: &str) -> Option<f64> {
    let formula = Formula::number(text).ok()?;
    let number = formula.compute(|name| match name {
        "two" => Some(2.0),
        "gb-s" => Some(30.0),
        _ => None,
    });
    number.ok()
}

/// Where a text is wrong, and why.
fn fault(text: &str) -> (std::ops::Range<usize>, FormulaFault) {
    let error = Formula::number(text).expect_err(text);
    (error.span, error.fault)
}

#[test]
fn operators_bind_as_in_school() {
    assert_eq!(value("1 + two * 3"), Some(7.0));
    assert_eq!(value("(1 + two) * 3"), Some(9.0));
    assert_eq!(value("10 - 4 - 3"), Some(3.0));
    assert_eq!(value("24 / 4 / 3"), Some(2.0));
    assert_eq!(value("-two - -3"), Some(1.0));
    assert_eq!(value("2 * -3"), Some(-6.0));
    assert_eq!(value("gb-s - 1"), Some(29.0));
    assert_eq!(value("min(3, two, 4) + max(1, 5)"), Some(7.0));
    assert_eq!(value("ceil(two / 3) + floor(-0.5)"), Some(0.0));
    assert_eq!(value("2e3 + 1.5e-1"), Some(2000.15));
}

#[test]
fn a_condition_is_no_number() {
    use FormulaFault::{NumberExpected, TruthExpected};
    assert_eq!(fault("two > 1"), (0..7, NumberExpected));
    assert_eq!(fault("1 + (two > 1)"), (4..13, NumberExpected));
    assert_eq!(fault("min(two > 1, 3)"), (4..11, NumberExpected));
    assert_eq!(fault("not 3"), (4..5, TruthExpected));
    assert_eq!(fault("two > 1 and 3"), (12..13, TruthExpected));
    let error = Formula::condition("two + 1").expect_err("a number");
    assert_eq!((error.span, error.fault), (0..7, TruthExpected));
    assert!(Formula::condition("not (two > 1 or two <= 0) and two != 3 or two == 1").is_ok());
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    use FormulaFault::{Arguments, Expected, UnexpectedCharacter, UnknownFunction};
    assert_eq!(fault("two +"), (5..5, Expected("a number, a name or `(`")));
    assert_eq!(fault("(two"), (4..4, Expected("`)`")));
    assert_eq!(fault("two 3"), (4..5, Expected("an operator or the end")));
    assert_eq!(
        fault("1 < two < 3"),
        (8..9, Expected("`and` or `or` between two comparisons"))
    );
    assert_eq!(fault("two = 3"), (4..5, UnexpectedCharacter('=')));
    assert_eq!(fault("two && 3"), (4..5, UnexpectedCharacter('&')));
    assert_eq!(fault("Two"), (0..1, UnexpectedCharacter('T')));
    assert_eq!(fault("sqrt(two)"), (0..4, UnknownFunction("sqrt".into())));
    assert_eq!(fault("1 + max"), (7..7, Expected("`(`")));
    assert_eq!(fault("1 + or"), (4..6, Expected("a number, a name or `(`")));
    assert_eq!(
        fault("max(two)"),
        (0..8, Arguments("two or more arguments"))
    );
    assert_eq!(fault("ceil(two, 3)"), (0..12, Arguments("one argument")));
    assert_eq!(fault("ceil()"), (5..6, Expected("a number, a name or `(`")));
    assert_eq!(fault(""), (0..0, Expected("a number, a name or `(`")));
}

#[test]
fn nesting_ends_at_64() {
    let nested = |open: &str, close: &str, depth| {
        Formula::number(&format!("{}1{}", open.repeat(depth), close.repeat(depth)))
    };
    for (open, close) in [("(", ")"), ("- ", ""), ("ceil(", ")"), ("max(0, ", ")")] {
        assert!(nested(open, close, 64).is_ok(), "{open}");
        let error = nested(open, close, 65).expect_err(open);
        assert_eq!(error.fault, FormulaFault::TooDeep);
    }
    let negations = |count: usize| Formula::condition(&format!("{}1 < 2", "not ".repeat(count)));
    assert!(negations(64).is_ok() && negations(65).is_err());
    // A long formula is no deep one.
    assert!(Formula::number(&format!("1{}", " + 1".repeat(100_000))).is_ok());
}

#[test]
fn names_are_told_once_with_their_first_place() {
    let formula = Formula::number("a * b-c - a / d2").expect("a formula");
    let names: Vec<_> = formula
        .names()
        .iter()
        .map(|it| (it.text.as_str(), it.span.clone()))
        .collect();
    assert_eq!(names, [("a", 0..1), ("b-c", 4..7), ("d2", 14..16)]);
}

#[test]
fn arithmetic_that_fails_says_where() {
    let formula = Formula::number("1 + two / (x - 3)").expect("a formula");
    let at = |x: f64| formula.compute(move |name| Some(if name == "x" { x } else { 2.0 }));
    assert_eq!(at(5.0), Ok(2.0));
    let error = at(3.0).expect_err("a division by 0");
    assert_eq!(
        (error.span, error.fault),
        (4..17, FormulaFault::DividesByZero)
    );
    let error = at(3.0 + 1e-300).expect_err("a division by 0");
    assert_eq!(error.fault, FormulaFault::DividesByZero);
    let error = formula
        .compute(|name| (name == "x").then_some(0.0))
        .expect_err("no number");
    assert_eq!(
        (error.span, error.fault),
        (4..7, FormulaFault::UnknownName("two".into()))
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "[-+*/(),. <>=!a-c0-9e]{0,40}|.{0,20}") {
        for formula in [Formula::number(&text), Formula::condition(&text)] {
            if let Err(error) = formula {
                prop_assert!(text.get(error.span.clone()).is_some(), "{error}");
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn a_formula_computes_what_it_was_written_for(tree in tree(), x in -9.0..9.0_f64, y in 0.5..9.0_f64) {
        let formula = Formula::number(&tree.0).expect("a formula");
        let found = formula.compute(|name| Some(if name == "x" { x } else { y }));
        prop_assert_eq!(found.expect("a number").to_bits(), (tree.1)(x, y).to_bits(), "{}", tree.0);
    }
}

type Compute = std::rc::Rc<dyn Fn(f64, f64) -> f64>;

/// A formula of `x` and `y`, as text with all its parentheses, and as a function.
#[derive(Clone)]
struct Tree(String, Compute);

impl std::fmt::Debug for Tree {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    let number = (0..1000_u32).prop_map(|it| {
        let number = f64::from(it) / 8.0;
        Tree(format!("{number:?}"), std::rc::Rc::new(move |_, _| number))
    });
    let leaf = prop_oneof![
        number,
        Just(Tree("x".into(), std::rc::Rc::new(|x, _| x))),
        Just(Tree("y".into(), std::rc::Rc::new(|_, y| y))),
    ];
    leaf.prop_recursive(6, 30, 2, |inner| {
        (inner.clone(), inner, 0..7_u32).prop_map(|(a, b, how)| {
            let text = match how {
                0 => format!("({} + {})", a.0, b.0),
                1 => format!("({} - {})", a.0, b.0),
                2 => format!("{} * ({})", a.0, b.0),
                3 => format!("{} / 7", a.0),
                4 => format!("min({}, {})", a.0, b.0),
                5 => format!("-ceil({})", a.0),
                _ => format!("max(floor({}), {})", a.0, b.0),
            };
            let (a, b) = (a.1, b.1);
            Tree(
                format!("({text})"),
                std::rc::Rc::new(move |x, y| {
                    let (a, b) = (a(x, y), b(x, y));
                    match how {
                        0 => a + b,
                        1 => a - b,
                        2 => a * b,
                        3 => a / 7.0,
                        4 => {
                            if b < a {
                                b
                            } else {
                                a
                            }
                        }
                        5 => -a.ceil(),
                        _ => {
                            if b > a.floor() {
                                b
                            } else {
                                a.floor()
                            }
                        }
                    }
                }),
            )
        })
    })
}
