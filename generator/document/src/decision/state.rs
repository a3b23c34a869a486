//! What a reader has changed: weights and amounts as they stand in an address, and the problem that they make.
//!
//! `w=cold-start:80,portability:40&q=duration-ms:120`. Other parameters are not ours. A leading `?` is dropped, `%` and two
//! hexadecimal digits are one byte. A value is a list of `id:number`, split at the last colon; empty items are nothing, and
//! of two with one id the later one counts.
//!
//! - An id is that of a need or of a quantity. Where a use case has components, it is `component/id`, and changes that
//!   component alone; a bare id names nothing there.
//! - `w`: whole points, 0 to 100, in digits only. The points of a need that is not listed are its start,
//!   `floor(100 * w / w_max + 0.5)` of the book's central weights. If all points are the starts, nothing has changed. If all
//!   are 0, it is told (`state.zero`, `state.zero-part`), and nothing has changed. Else all needs become exact swings with
//!   these points, without those of 0.
//! - `q`: a number in the quantity's own unit: an optional `-`, digits, optionally `.` and digits, optionally `e`, an
//!   optional `-` and digits; not below the quantity's least, nor above its most. If it is the most likely amount already,
//!   nothing has changed. If both are above 0 (the new one may be 0), low and high are multiplied by `x / mode`, low being
//!   at most x and high at least x; else the quantity becomes exactly x.
//! - An id that names nothing is told (`state.unknown`), and so is a number that cannot be (`state.number`), in the order
//!   of the text; then weights that are all 0, in the order of the components.
//! - If the problem can then not be solved, it is told (`state.refused`), and the book's own stands.

use std::collections::BTreeMap;

use decide::{Amount, Decision, Need, Outcome, Problem, solve};

use super::{Line, Names, each_part};
use crate::sentence::{Sentences, Slots};

/// What became of a problem in the hands of a reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// The problem.
    pub problem: Problem,
    /// What came out of it.
    pub outcome: Outcome,
    /// Whether anything differs from the book's own.
    pub touched: bool,
    /// What the reader is told about what was written.
    pub lines: Vec<Line>,
}

/// The problem of the book, of which `outcome` came out, with what the parameters of `state` change.
pub fn played(
    problem: &Problem,
    outcome: &Outcome,
    names: &Names,
    sentences: &Sentences,
    state: &str,
) -> Played {
    let mut fields = Fields::of(problem, outcome);
    let mut lines = Vec::new();
    for (name, list) in parameters(state) {
        for item in list.split(',').filter(|it| !it.is_empty()) {
            let (id, number) = item.rsplit_once(':').unwrap_or((item, ""));
            lines.extend(fields.take(name, id, number, names, sentences));
        }
    }
    let mut changed = problem.clone();
    lines.extend(fields.weigh(&mut changed, names, sentences));
    fields.amount(&mut changed);
    let touched = changed != *problem;
    let mut played = Played {
        problem: problem.clone(),
        outcome: outcome.clone(),
        touched: false,
        lines,
    };
    if !touched {
        return played;
    }
    match solve(&changed) {
        Ok(outcome) => {
            played.problem = changed;
            played.outcome = outcome;
            played.touched = true;
        }
        Err(_) => {
            let line = Line::new(sentences, "state.refused", &Slots::new());
            played.lines.push(line);
        }
    }
    played
}

/// `w` and `q` with what follows them.
fn parameters(state: &str) -> Vec<(char, String)> {
    let state = state.strip_prefix('?').unwrap_or(state);
    let pairs = state.split('&').filter_map(|it| it.split_once('='));
    let ours = pairs.filter_map(|(name, list)| match name {
        "w" => Some(('w', unescaped(list))),
        "q" => Some(('q', unescaped(list))),
        _ => None,
    });
    ours.collect()
}

/// `%` and two hexadecimal digits as a byte; what is then no UTF-8 is replaced.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        let digits = digits.filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        let byte = digits.and_then(|it| u8::from_str_radix(it, 16).ok());
        match (first, byte) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What can be changed, by the ids under which it is: those of parts begin with the component and a slash.
struct Fields {
    /// The parts: what their ids begin with, the component, and the points at which their needs start.
    parts: Vec<(String, Option<String>, BTreeMap<String, u32>)>,
    /// Points that were given, by id.
    points: BTreeMap<String, u32>,
    /// The book's own amounts, by id: the part, the quantity, and its amount.
    amounts: BTreeMap<String, (usize, String, Option<Amount>)>,
    /// Amounts that were given, by id.
    given: BTreeMap<String, f64>,
}

impl Fields {
    fn of(problem: &Problem, outcome: &Outcome) -> Self {
        let mut fields = Self {
            parts: Vec::new(),
            points: BTreeMap::new(),
            amounts: BTreeMap::new(),
            given: BTreeMap::new(),
        };
        each_part(problem, outcome, |component, problem, decision| {
            let prefix = component.map_or_else(String::new, |it| format!("{it}/"));
            for (id, amount) in &problem.quantities {
                let field = (fields.parts.len(), id.clone(), *amount);
                fields.amounts.insert(format!("{prefix}{id}"), field);
            }
            let starts = starts(decision);
            fields
                .parts
                .push((prefix, component.map(str::to_owned), starts));
        });
        fields
    }

    /// Takes `id:number`; the line that says why not.
    fn take(
        &mut self,
        parameter: char,
        id: &str,
        number: &str,
        names: &Names,
        sentences: &Sentences,
    ) -> Option<Line> {
        let name = match parameter {
            'w' => {
                let parts = self.parts.iter();
                let mut needs = parts.filter_map(|(prefix, _, starts)| {
                    let need = id.strip_prefix(prefix.as_str())?;
                    starts.contains_key(need).then_some(need)
                });
                needs.next().map(|it| names.dimension(it))
            }
            _ => self.amounts.get(id).map(|(_, it, _)| names.quantity(it)),
        };
        let Some(name) = name else {
            let slots = Slots::new().text("id", id);
            return Some(Line::new(sentences, "state.unknown", &slots));
        };
        let taken = match parameter {
            'w' => points(number).map(|it| {
                self.points.insert(id.to_owned(), it);
            }),
            _ => self.amount_of(id, number, names).map(|it| {
                self.given.insert(id.to_owned(), it);
            }),
        };
        let slots = Slots::new().text("text", number).text("name", name);
        match taken {
            Some(()) => None,
            None => Some(Line::new(sentences, "state.number", &slots)),
        }
    }

    /// The amount that `text` says, if the quantity can have it.
    fn amount_of(&self, id: &str, text: &str, names: &Names) -> Option<f64> {
        let (_, quantity, _) = self.amounts.get(id)?;
        let amount = number(text)?;
        let bounds = names.quantities.get(quantity)?;
        let low = bounds.least.is_none_or(|it| amount >= it);
        let high = bounds.most.is_none_or(|it| amount <= it);
        (low && high).then_some(amount)
    }

    /// Puts the given points into `problem`; the lines that say which were not.
    fn weigh(&self, problem: &mut Problem, names: &Names, sentences: &Sentences) -> Vec<Line> {
        let mut lines = Vec::new();
        for (prefix, component, starts) in &self.parts {
            let points: BTreeMap<&String, u32> = starts
                .iter()
                .map(|(need, start)| {
                    let given = self.points.get(&format!("{prefix}{need}"));
                    (need, given.copied().unwrap_or(*start))
                })
                .collect();
            if points
                .iter()
                .all(|(need, it)| starts.get(*need) == Some(it))
            {
                continue;
            }
            let some = points.into_iter().filter(|(_, it)| *it > 0);
            let needs: BTreeMap<String, Need> = some
                .map(|(need, it)| (need.clone(), Need::Swing(Amount::exact(f64::from(it)))))
                .collect();
            if needs.is_empty() {
                let title = component.as_deref().map(|it| names.component(it));
                let name = match title {
                    Some(_) => "state.zero-part",
                    None => "state.zero",
                };
                let slots = Slots::new().maybe("component", title);
                lines.push(Line::new(sentences, name, &slots));
                continue;
            }
            match component {
                None => problem.needs = needs,
                Some(id) => {
                    if let Some(it) = problem.components.iter_mut().find(|it| it.id == *id) {
                        it.needs = Some(needs);
                    }
                }
            }
        }
        lines
    }

    /// Puts the given amounts into `problem`.
    fn amount(&self, problem: &mut Problem) {
        for (id, x) in &self.given {
            let Some((part, quantity, own)) = self.amounts.get(id) else {
                continue;
            };
            let Some(amount) = moved(*own, *x) else {
                continue;
            };
            let component = self.parts.get(*part).and_then(|(_, it, _)| it.as_deref());
            let quantities = match component {
                None => Some(&mut problem.quantities),
                Some(id) => {
                    let mut components = problem.components.iter_mut();
                    let found = components.find(|it| it.id == id);
                    found.map(|it| &mut it.quantities)
                }
            };
            if let Some(quantities) = quantities {
                quantities.insert(quantity.clone(), Some(amount));
            }
        }
    }
}

/// The points at which the sliders of a decision start.
fn starts(decision: &Decision) -> BTreeMap<String, u32> {
    let weights = decision.weights.iter();
    let largest = weights.clone().map(|(_, it)| *it).fold(0.0, f64::max);
    let point = |weight: f64| (100.0 * weight / largest + 0.5).floor() as u32;
    weights
        .map(|(need, it)| (need.clone(), point(*it)))
        .collect()
}

/// The range around `x` that `own` becomes; nothing if it is the same.
fn moved(own: Option<Amount>, x: f64) -> Option<Amount> {
    let Some(own) = own else {
        return Some(Amount::exact(x));
    };
    if own.mode.total_cmp(&x).is_eq() {
        return None;
    }
    if own.mode > 0.0 && x >= 0.0 {
        let factor = x / own.mode;
        return Some(Amount {
            low: (own.low * factor).min(x),
            mode: x,
            high: (own.high * factor).max(x),
        });
    }
    Some(Amount::exact(x))
}

/// Whole points from 0 to 100.
fn points(text: &str) -> Option<u32> {
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    let points: u32 = digits.then(|| text.parse().ok()).flatten()?;
    (points <= 100).then_some(points)
}

/// A number as addresses have it.
fn number(text: &str) -> Option<f64> {
    let (mantissa, exponent) = match text.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let sound = match mantissa.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(mantissa),
    };
    let exponent = exponent.is_none_or(|it| digits(it.strip_prefix('-').unwrap_or(it)));
    let number: f64 = (sound && exponent).then(|| text.parse().ok()).flatten()?;
    // A zero has no sign here, and what is too large for a number is none.
    number.is_finite().then_some(number + 0.0)
}
