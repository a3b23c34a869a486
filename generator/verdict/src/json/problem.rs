//! A decision problem from JSON.

use decide::{
    Amount, BaseWeights, BreakEven, Cell, Choice, Component, Computed, Dimension, Escape,
    EscapeState, Limit, Need, Pair, Problem, Scale, Thresholds,
};

use super::fields::{Field, JsonError, Object, Read};
use super::tree::Tree;

/// The problem that `text` states, in version 1 of the form. Whether it can be solved is for `decide::solve` to say.
///
/// # Errors
/// [`JsonError`], the first in the order of the fields' declaration.
pub fn problem(text: &str) -> Result<Problem, JsonError> {
    let tree = serde_json::from_str(text).map_err(|error| JsonError {
        path: String::new(),
        error: format!("this is no JSON: {error}"),
    })?;
    let path = String::new();
    let mut top = Field { path, tree }.object()?;
    top.required("version")?.whole(1, 1)?;
    let mut problem = Problem::new(top.required("id")?.text()?);
    settings(&mut problem, &mut top)?;
    problem.options = top.required("options")?.list(choice)?;
    problem.dimensions = top.required("dimensions")?.map(dimension)?;
    problem.cells = top.required("cells")?.map(|row| row.map(cell))?;
    problem.facts = optional(&mut top, "facts", |it| it.map(Field::number))?;
    problem.quantities = optional(&mut top, "quantities", |it| it.map(quantity))?;
    problem.formulas = optional(&mut top, "formulas", |it| it.list(computed))?;
    problem.limits = optional(&mut top, "limits", |it| it.list(limit))?;
    problem.needs = top.required("needs")?.map(need)?;
    problem.pairs = optional(&mut top, "pairs", |it| it.list(pair))?;
    problem.breakevens = optional(&mut top, "breakevens", |it| it.list(breakeven))?;
    problem.components = optional(&mut top, "components", |it| it.list(component))?;
    top.close()?;
    Ok(problem)
}

/// The field `name` as `of` reads it; nothing in it if it is not there.
fn optional<T: Default>(object: &mut Object, name: &str, of: impl Fn(Field) -> Read<T>) -> Read<T> {
    object.optional(name).map_or_else(|| Ok(T::default()), of)
}

fn settings(problem: &mut Problem, top: &mut Object) -> Read<()> {
    if let Some(seed) = top.optional("seed") {
        problem.seed = seed.text()?;
    }
    if let Some(draws) = top.optional("draws") {
        problem.draws = draws.whole(1, 1_000_000)?;
    }
    if let Some(thresholds) = top.optional("thresholds") {
        let mut object = thresholds.object()?;
        let mut percent = |name| object.required(name)?.whole(0, 100).map(|it| it as u8);
        problem.thresholds = Thresholds {
            clear: percent("clear")?,
            stress: percent("stress")?,
            leaning: percent("leaning")?,
            depends: percent("depends")?,
        };
        object.close()?;
    }
    if let Some(weights) = top.optional("base_weights") {
        let words = [
            ("centroid", BaseWeights::Centroid),
            ("order", BaseWeights::Order),
        ];
        problem.base_weights = word(weights, words)?;
    }
    Ok(())
}

/// One of some words.
fn word<T: Copy, const N: usize>(field: Field, words: [(&str, T); N]) -> Read<T> {
    let known = words.map(|(it, _)| format!("`{it}`")).join(", ");
    if let Tree::Text(text) = &field.tree
        && let Some((_, meaning)) = words.iter().find(|(it, _)| it == text)
    {
        return Ok(*meaning);
    }
    field.wrong(format!("one of {known} is needed"))
}

fn choice(field: Field) -> Read<Choice> {
    let mut object = field.object()?;
    let choice = Choice {
        id: object.required("id")?.text()?,
        family: object.optional("family").map(Field::text).transpose()?,
    };
    object.close()?;
    Ok(choice)
}

fn dimension(field: Field) -> Read<Dimension> {
    let path = field.path.clone();
    let mut object = field.object()?;
    let unit = object.optional("unit").map(Field::text).transpose()?;
    let scale = match (object.optional("points"), object.optional("levels")) {
        (Some(points), None) => Scale::Points(points.list(point)?),
        (None, Some(levels)) => Scale::Levels {
            names: levels.list(Field::text)?,
            values: object
                .optional("values")
                .map(|it| it.list(Field::number))
                .transpose()?,
        },
        _ => {
            let error = "either `points` or `levels` are needed".into();
            return Err(JsonError { path, error });
        }
    };
    object.close()?;
    Ok(Dimension { unit, scale })
}

fn point(field: Field) -> Read<(f64, f64)> {
    let path = field.path.clone();
    match field.list(Field::number)?.as_slice() {
        [amount, value] => Ok((*amount, *value)),
        _ => {
            let error = "a point has two numbers: amount and value".into();
            Err(JsonError { path, error })
        }
    }
}

/// A number, or `low`, `mode` and `high`.
fn amount(field: Field) -> Read<Amount> {
    match field.tree {
        Tree::Number(number) => Ok(Amount::exact(number)),
        Tree::Object(_) => range(field.object()?),
        _ => field.wrong("a number or a range is needed"),
    }
}

fn range(mut object: Object) -> Read<Amount> {
    let amount = Amount {
        low: object.required("low")?.number()?,
        mode: object.required("mode")?.number()?,
        high: object.required("high")?.number()?,
    };
    object.close()?;
    Ok(amount)
}

fn quantity(field: Field) -> Read<Option<Amount>> {
    match field.tree {
        Tree::Null => Ok(None),
        _ => amount(field).map(Some),
    }
}

fn cell(field: Field) -> Read<Cell> {
    if let Tree::Number(number) = field.tree {
        return Ok(Cell::Amount(Amount::exact(number)));
    }
    let mut object = field.object()?;
    let cell = if let Some(level) = object.optional("level") {
        Cell::Level(level.text()?)
    } else if let Some(value) = object.optional("value") {
        Cell::Value(value.number()?)
    } else if let Some(formula) = object.optional("formula") {
        Cell::Formula(formula.text()?)
    } else if let Some(unknown) = object.optional("unknown") {
        match unknown.tree {
            Tree::Flag(true) => Cell::Unknown,
            _ => return unknown.wrong("`true` is needed: leave the field out otherwise"),
        }
    } else {
        return range(object).map(Cell::Amount);
    };
    object.close()?;
    Ok(cell)
}

fn computed(field: Field) -> Read<Computed> {
    let mut object = field.object()?;
    let computed = Computed {
        id: object.required("id")?.text()?,
        formula: object.required("formula")?.text()?,
        unit: object.optional("unit").map(Field::text).transpose()?,
    };
    object.close()?;
    Ok(computed)
}

fn limit(field: Field) -> Read<Limit> {
    let mut object = field.object()?;
    let limit = Limit {
        id: object.required("id")?.text()?,
        option: object.required("option")?.text()?,
        when: object.required("when")?.text()?,
        unless: optional(&mut object, "unless", |it| it.list(escape))?,
    };
    object.close()?;
    Ok(limit)
}

fn escape(field: Field) -> Read<Escape> {
    let mut object = field.object()?;
    let words = [
        ("open", EscapeState::Open),
        ("taken", EscapeState::Taken),
        ("closed", EscapeState::Closed),
    ];
    let escape = Escape {
        id: object.required("id")?.text()?,
        state: word(object.required("state")?, words)?,
    };
    object.close()?;
    Ok(escape)
}

fn need(field: Field) -> Read<Need> {
    let path = field.path.clone();
    let mut object = field.object()?;
    let need = match (object.optional("rank"), object.optional("swing")) {
        (Some(rank), None) => Need::Rank(rank.whole(1, u32::MAX)?),
        (None, Some(swing)) => Need::Swing(amount(swing)?),
        (None, None) => Need::Compared,
        (Some(_), Some(_)) => {
            let error = "either a `rank` or a `swing` is needed".into();
            return Err(JsonError { path, error });
        }
    };
    object.close()?;
    Ok(need)
}

fn pair(field: Field) -> Read<Pair> {
    let path = field.path.clone();
    let mut items = field.list(Ok)?.into_iter();
    let (Some(a), Some(b), Some(ratio), None) =
        (items.next(), items.next(), items.next(), items.next())
    else {
        let error = "two needs and a ratio are needed".into();
        return Err(JsonError { path, error });
    };
    Ok(Pair {
        a: a.text()?,
        b: b.text()?,
        ratio: ratio.number()?,
    })
}

fn breakeven(field: Field) -> Read<BreakEven> {
    let mut object = field.object()?;
    let breakeven = BreakEven {
        id: object.required("id")?.text()?,
        a: object.required("a")?.text()?,
        b: object.required("b")?.text()?,
        quantity: object.required("quantity")?.text()?,
        from: object.required("from")?.number()?,
        to: object.required("to")?.number()?,
    };
    object.close()?;
    Ok(breakeven)
}

fn component(field: Field) -> Read<Component> {
    let mut object = field.object()?;
    let component = Component {
        id: object.required("id")?.text()?,
        quantities: optional(&mut object, "quantities", |it| it.map(quantity))?,
        needs: object
            .optional("needs")
            .map(|it| it.map(need))
            .transpose()?,
    };
    object.close()?;
    Ok(component)
}
