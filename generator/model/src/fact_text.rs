//! Facts and runs as plain text: what a number looks like wherever it is shown.

use crate::number_text::{number_text, with_unit};
use crate::{Fact, FactValue, Line, Model, Run, Title, Unit, Word};

impl Fact {
    /// The fact as it is printed everywhere: `15 min`, `$0.20 per million requests`, `30–45 s`.
    pub fn text(&self) -> String {
        if let Some(show) = &self.show {
            return joined(&show.text);
        }
        let unit = self.unit.as_ref().map_or("", |it| it.text.as_str());
        match &self.value.value {
            FactValue::Number(number) => with_unit(&shown_number(*number, unit), unit),
            FactValue::Range(range) => {
                // Word joiners keep the two ends of a range on one line.
                let ends = [range.low, range.high].map(|it| shown_number(it, unit));
                with_unit(&ends.join("\u{2060}\u{2013}\u{2060}"), unit)
            }
            FactValue::Word(word) => word.clone(),
        }
    }

    /// The unit of the value; none for a word.
    pub fn own_unit(&self) -> Unit {
        Unit::new(self.unit.as_ref().map_or("", |it| it.text.as_str()))
    }
}

impl Model {
    /// Runs as plain text, with facts written out and citations left out.
    pub fn plain(&self, runs: &[Run]) -> String {
        let mut out = String::new();
        self.append(runs, &mut out);
        out
    }

    /// The plain text of a word, a title or a line.
    pub fn plain_text(&self, text: &impl Texted) -> String {
        text.plain_in(self)
    }

    fn append(&self, runs: &[Run], out: &mut String) {
        for run in runs {
            match run {
                Run::Text(text) | Run::Code(text) => out.push_str(text),
                Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => {
                    self.append(inner, out);
                }
                Run::Fact(fact) => {
                    if let Some(fact) = self.facts.get(&fact.id) {
                        out.push_str(&fact.text());
                    }
                }
                Run::Cite(_) => {}
            }
        }
    }
}

/// A text that has a plain form.
pub trait Texted {
    /// The plain form, with facts written out.
    fn plain_in(&self, model: &Model) -> String;
}

impl Texted for Word {
    fn plain_in(&self, _: &Model) -> String {
        self.text.clone()
    }
}

impl Texted for Title {
    fn plain_in(&self, model: &Model) -> String {
        model.plain(&self.runs)
    }
}

impl Texted for Line {
    fn plain_in(&self, model: &Model) -> String {
        model.plain(&self.runs)
    }
}

/// Money with cents has two of them: `0.20`, not `0.2`.
fn shown_number(number: f64, unit: &str) -> String {
    let text = number_text(number);
    let cents = text
        .split_once('.')
        .is_some_and(|(_, fraction)| fraction.len() == 1);
    if unit.starts_with("USD") && cents {
        text + "0"
    } else {
        text
    }
}

/// A number and its unit kept on one line.
fn joined(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
