//! A decision problem as JSON text, which reads back to an equal problem.

use std::collections::BTreeMap;

use decide::{
    Amount, BaseWeights, BreakEven, Cell, Choice, Component, Computed, Dimension, Escape,
    EscapeState, Limit, Need, Pair, Problem, Scale, Thresholds,
};

use super::tree::Tree;

/// The problem as one line of JSON, in version 1 of the form: fields in the order of the specification, objects in the
/// order of their ids, numbers as the shortest text that reads back the same. What is as usual is left out.
pub fn problem_text(problem: &Problem) -> String {
    tree(problem).json()
}

/// The problem as a tree, without what is as usual.
pub(crate) fn tree(problem: &Problem) -> Tree {
    let usual = Problem::new("");
    let mut out = Fields::default();
    out.add("version", Tree::Number(1.0));
    out.add("id", text(&problem.id));
    if problem.seed != usual.seed {
        out.add("seed", text(&problem.seed));
    }
    if problem.draws != usual.draws {
        out.add("draws", Tree::Number(f64::from(problem.draws)));
    }
    if problem.thresholds != usual.thresholds {
        out.add("thresholds", thresholds(problem.thresholds));
    }
    if problem.base_weights == BaseWeights::Order {
        out.add("base_weights", text("order"));
    }
    out.add("options", list(&problem.options, choice));
    out.add("dimensions", map(&problem.dimensions, dimension));
    out.add("cells", map(&problem.cells, |row| map(row, cell)));
    let number = |it: &f64| Tree::Number(*it);
    out.some("facts", map(&problem.facts, number));
    out.some(
        "quantities",
        map(&problem.quantities, |it| quantity(it.as_ref())),
    );
    out.some("formulas", list(&problem.formulas, computed));
    out.some("limits", list(&problem.limits, limit));
    out.add("needs", map(&problem.needs, need));
    out.some("pairs", list(&problem.pairs, pair));
    out.some("breakevens", list(&problem.breakevens, breakeven));
    out.some("components", list(&problem.components, component));
    out.tree()
}

/// The fields of an object, in their order.
#[derive(Default)]
struct Fields(Vec<(String, Tree)>);

impl Fields {
    fn add(&mut self, name: &str, tree: Tree) {
        self.0.push((name.to_owned(), tree));
    }

    /// Adds a list or an object that has something in it.
    fn some(&mut self, name: &str, tree: Tree) {
        let empty = match &tree {
            Tree::List(items) => items.is_empty(),
            Tree::Object(fields) => fields.is_empty(),
            _ => false,
        };
        if !empty {
            self.add(name, tree);
        }
    }

    fn text(&mut self, name: &str, it: Option<&String>) {
        if let Some(it) = it {
            self.add(name, text(it));
        }
    }

    fn tree(self) -> Tree {
        Tree::Object(self.0)
    }
}

fn text(it: &str) -> Tree {
    Tree::Text(it.to_owned())
}

fn list<T>(items: &[T], of: impl Fn(&T) -> Tree) -> Tree {
    Tree::List(items.iter().map(of).collect())
}

fn map<T>(items: &BTreeMap<String, T>, of: impl Fn(&T) -> Tree) -> Tree {
    let fields = items.iter().map(|(id, it)| (id.clone(), of(it)));
    Tree::Object(fields.collect())
}

fn object<const N: usize>(fields: [(&str, Tree); N]) -> Tree {
    let fields = fields.into_iter();
    Tree::Object(fields.map(|(name, it)| (name.to_owned(), it)).collect())
}

fn thresholds(it: Thresholds) -> Tree {
    let percent = |it: u8| Tree::Number(f64::from(it));
    object([
        ("clear", percent(it.clear)),
        ("stress", percent(it.stress)),
        ("leaning", percent(it.leaning)),
        ("depends", percent(it.depends)),
    ])
}

fn choice(it: &Choice) -> Tree {
    let mut out = Fields::default();
    out.add("id", text(&it.id));
    out.text("family", it.family.as_ref());
    out.tree()
}

fn dimension(it: &Dimension) -> Tree {
    let mut out = Fields::default();
    out.text("unit", it.unit.as_ref());
    let number = |it: &f64| Tree::Number(*it);
    match &it.scale {
        Scale::Points(points) => {
            let point = |it: &(f64, f64)| list(&[it.0, it.1], number);
            out.add("points", list(points, point));
        }
        Scale::Levels { names, values } => {
            out.add("levels", list(names, |it| text(it)));
            if let Some(values) = values {
                out.add("values", list(values, number));
            }
        }
    }
    out.tree()
}

/// One number where there is but one.
fn amount(it: &Amount) -> Tree {
    let Amount { low, mode, high } = *it;
    if low.to_bits() == mode.to_bits() && mode.to_bits() == high.to_bits() {
        return Tree::Number(mode);
    }
    object([
        ("low", Tree::Number(low)),
        ("mode", Tree::Number(mode)),
        ("high", Tree::Number(high)),
    ])
}

/// Nothing for a quantity that is not stated.
fn quantity(it: Option<&Amount>) -> Tree {
    it.map_or(Tree::Null, amount)
}

fn cell(it: &Cell) -> Tree {
    match it {
        Cell::Amount(it) => amount(it),
        Cell::Level(level) => object([("level", text(level))]),
        Cell::Unknown => object([("unknown", Tree::Flag(true))]),
        Cell::Value(value) => object([("value", Tree::Number(*value))]),
        Cell::Formula(id) => object([("formula", text(id))]),
    }
}

fn computed(it: &Computed) -> Tree {
    let mut out = Fields::default();
    out.add("id", text(&it.id));
    out.add("formula", text(&it.formula));
    out.text("unit", it.unit.as_ref());
    out.tree()
}

fn limit(it: &Limit) -> Tree {
    let mut out = Fields::default();
    out.add("id", text(&it.id));
    out.add("option", text(&it.option));
    out.add("when", text(&it.when));
    out.some("unless", list(&it.unless, escape));
    out.tree()
}

fn escape(it: &Escape) -> Tree {
    let state = match it.state {
        EscapeState::Open => "open",
        EscapeState::Taken => "taken",
        EscapeState::Closed => "closed",
    };
    object([("id", text(&it.id)), ("state", text(state))])
}

fn need(it: &Need) -> Tree {
    match it {
        Need::Rank(rank) => object([("rank", Tree::Number(f64::from(*rank)))]),
        Need::Swing(swing) => object([("swing", amount(swing))]),
        Need::Compared => object([]),
    }
}

fn pair(it: &Pair) -> Tree {
    Tree::List(vec![text(&it.a), text(&it.b), Tree::Number(it.ratio)])
}

fn breakeven(it: &BreakEven) -> Tree {
    object([
        ("id", text(&it.id)),
        ("a", text(&it.a)),
        ("b", text(&it.b)),
        ("quantity", text(&it.quantity)),
        ("from", Tree::Number(it.from)),
        ("to", Tree::Number(it.to)),
    ])
}

fn component(it: &Component) -> Tree {
    let mut out = Fields::default();
    out.add("id", text(&it.id));
    out.some(
        "quantities",
        map(&it.quantities, |it| quantity(it.as_ref())),
    );
    if let Some(needs) = &it.needs {
        out.add("needs", map(needs, need));
    }
    out.tree()
}
