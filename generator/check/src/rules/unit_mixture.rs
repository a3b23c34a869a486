//! A formula that adds or compares amounts of different units.

use decide::{Combination, Condition, Number};
use model::{Formula, Model, Unit};
use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unit-mixture",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/unit-mixture.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let costs = cx.model.costs.iter();
    let costs = costs.map(|it| (&it.formula, decide::Formula::number(&it.formula.text)));
    let limits = cx.model.limits.iter();
    let limits = limits.map(|it| (&it.when, decide::Formula::condition(&it.when.text)));
    for (written, parsed) in costs.chain(limits) {
        if let Ok(parsed) = parsed {
            Reading { cx, written, parsed: &parsed }.judge(report);
        }
    }
}

/// A name that gives a term its unit.
#[derive(Clone)]
struct Named<'p> {
    name: &'p str,
    unit: Unit,
    place: Span,
    /// Whether the term is nothing else than the name.
    alone: bool,
}

struct Reading<'a> {
    cx: &'a Context<'a>,
    written: &'a Formula,
    parsed: &'a decide::Formula,
}

impl<'a> Reading<'a> {
    fn judge(&self, report: Report<'_>) {
        let mut terms: Vec<Option<Named<'a>>> = Vec::new();
        let term = |terms: &[Option<Named<'a>>], at: usize| terms.get(at).cloned().flatten();
        for (number, range) in self.parsed.numbers() {
            let own = match *number {
                Number::Name(at) => self.name(at),
                Number::Negated(at) | Number::Rounded(_, at) => {
                    term(&terms, at).map(|it| Named { alone: false, ..it })
                }
                // What is multiplied or divided has another unit, and a number by itself has any.
                Number::Literal(_) | Number::Combined(Combination::Product | Combination::Quotient, ..) => None,
                Number::Combined(_, a, b) => {
                    let (a, b) = (term(&terms, a), term(&terms, b));
                    meet(a.as_ref(), b.as_ref(), self.span(range), report);
                    a.or(b).map(|it| Named { alone: false, ..it })
                }
            };
            terms.push(own);
        }
        for (condition, range) in self.parsed.conditions() {
            if let Condition::Compared(_, a, b) = *condition {
                let (a, b) = (term(&terms, a), term(&terms, b));
                meet(a.as_ref(), b.as_ref(), self.span(range), report);
            }
        }
    }

    fn name(&self, at: usize) -> Option<Named<'a>> {
        let name = self.parsed.names().get(at)?.text.as_str();
        let (unit, place) = unit_of(self.cx.model, name)?;
        Some(Named { name, unit, place, alone: true })
    }

    fn span(&self, range: &std::ops::Range<usize>) -> Span {
        let raw = self.cx.sources.text(self.written.span);
        match raw.find(&self.written.text) {
            Some(origin) => self.written.span.part(origin + range.start, range.len()),
            None => self.written.span,
        }
    }
}

/// Reports two terms that are both times or sizes, but not in one unit. The unit of anything else is only its name,
/// and may be called differently in two records.
fn meet(a: Option<&Named<'_>>, b: Option<&Named<'_>>, span: Span, report: Report<'_>) {
    let Some((a, b)) = a.zip(b) else { return };
    let factor = b.unit.factor_to(&a.unit);
    let fits = factor.is_some_and(|it| (it - 1.0).abs() < 1e-9);
    if fits || !is_measured(&a.unit) || !is_measured(&b.unit) {
        return;
    }
    let (one, other) = (a.unit.name(), b.unit.name());
    let title = format!("`{}` is in `{one}`, `{}` in `{other}`", a.name, b.name);
    let found = finding(span, title)
        .also(a.place, format!("`{}` is in this unit", a.name))
        .also(b.place, format!("`{}` is in this one", b.name));
    report(match factor {
        None => found.help("a time and a size cannot be added or compared: name what is meant"),
        Some(factor) if factor > 1.0 => found.help(converted(b, a, factor)),
        Some(factor) => found.help(converted(a, b, 1.0 / factor)),
    });
}

/// What to do: the coarser term in the finer unit, of which it has `factor`.
fn converted(coarse: &Named<'_>, fine: &Named<'_>, factor: f64) -> String {
    let (from, to) = (coarse.unit.name(), fine.unit.name());
    if coarse.alone {
        format!("one `{from}` is {factor} `{to}`: write `{factor} * {}`", coarse.name)
    } else {
        format!("one `{from}` is {factor} `{to}`: multiply what is in `{from}`")
    }
}

/// The unit of what a formula can name, and where it stands.
fn unit_of(model: &Model, name: &str) -> Option<(Unit, Span)> {
    let unit = match (model.quantities.get(name), model.costs.get(name)) {
        (Some(quantity), _) => &quantity.unit,
        (None, Some(cost)) => &cost.unit,
        (None, None) => model.facts.get(name)?.unit.as_ref()?,
    };
    Some((Unit::new(unit), unit.span))
}

fn is_measured(unit: &Unit) -> bool {
    let converts = |to: &str| unit.factor_to(&Unit::new(to)).is_some();
    converts("ms") || converts("B")
}
