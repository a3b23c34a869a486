//! `tradeoff explain`: what a rule flags, why, what to do, and examples; the text of its case file.

use std::fmt::Write as _;

use anyhow::anyhow;
use check::case::{Block, Case, Mark};
use check::{Family, RULES, Rule};
use clap::Args;

use super::output::{self, Outcome};

const EXAMPLES: &str = "\
Examples:
  tradeoff explain uncited-cell      what the finding means and what to do about it
  tradeoff explain --list            every rule by family, with its level

Exit codes: 0 explained, 2 there is no such rule.";

/// The width of everything that is wrapped, in characters.
const WIDTH: usize = 80;

/// Explain a rule of the checker
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Explain {
    /// The id of the rule, as it stands in brackets in a finding
    #[arg(required_unless_present = "list")]
    rule: Option<String>,

    /// List the rules instead: id, family, level unless a project changes it, and what is flagged
    #[arg(long, conflicts_with = "rule")]
    list: bool,
}

impl Explain {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let text = match &self.rule {
            None => list(),
            Some(id) => match check::rule(id) {
                Some(rule) => explanation(rule),
                None => return Err(unknown(id)),
            },
        };
        output::document(text.as_bytes())?;
        Ok(Outcome::Clean)
    }
}

fn unknown(id: &str) -> anyhow::Error {
    match model::nearest(id, RULES.iter().map(|it| it.id)) {
        Some(near) => anyhow!("there is no rule `{id}`: did you mean `{near}`?"),
        None => anyhow!("there is no rule `{id}`: `tradeoff explain --list` names every rule"),
    }
}

fn list() -> String {
    let id_width = RULES.iter().map(|it| it.id.len()).max().unwrap_or_default();
    let family_width = Family::ALL
        .iter()
        .map(|it| it.word().len())
        .max()
        .unwrap_or_default();
    let mut out = String::new();
    for family in Family::ALL {
        for rule in RULES.iter().filter(|it| it.family == family) {
            let (id, level) = (rule.id, rule.level.word());
            _ = writeln!(
                out,
                "{id:id_width$}  {:family_width$}  {level:5}  {}",
                family.word(),
                rule.sentence()
            );
        }
    }
    out
}

fn explanation(rule: &Rule) -> String {
    let case = Case::parse(rule.case);
    let fixed = if rule.is_fixed() { "always " } else { "" };
    let mut out = format!(
        "{} ({}, {fixed}{})\n\n",
        rule.id,
        rule.family.word(),
        rule.level.word()
    );
    wrap(case.sentence, "", &mut out);
    for (name, text) in &case.points {
        _ = writeln!(out, "\n{name}");
        wrap(text, "  ", &mut out);
    }
    for example in &case.examples {
        let outcome = if example.outcome == "reported" {
            "Reported"
        } else {
            "Not reported"
        };
        _ = writeln!(out, "\n{outcome}: {}", example.title);
        example.blocks.iter().for_each(|it| block(it, &mut out));
    }
    out.push('\n');
    exceptions(rule, &mut out);
    out
}

fn block(block: &Block<'_>, out: &mut String) {
    match block.words.as_slice() {
        ["findings", ..] => _ = writeln!(out, "  gives"),
        ["delete", path, ..] => _ = writeln!(out, "  {path} is not there"),
        ["link", path, ..] => _ = writeln!(out, "  {path} is a link to"),
        [_, path, "repeat", times, ..] => _ = writeln!(out, "  {path}, {times} times"),
        [_, path, ..] => _ = writeln!(out, "  {path}"),
        _ => {}
    }
    for line in &block.lines {
        match Mark::of(line) {
            None => _ = writeln!(out, "{}", format!("    {line}").trim_end()),
            Some(mark) => {
                _ = writeln!(out, "    {}", mark.code);
                wrap(&format!("^ {}: {}", mark.level, mark.words), "    ", out);
            }
        }
    }
}

/// What a project may write to accept a finding.
fn exceptions(rule: &Rule, out: &mut String) {
    let id = rule.id;
    if rule.is_fixed() {
        wrap("No setting changes the level of this rule.", "", out);
        return;
    }
    wrap(
        "To accept one finding, write into the record that it is reported in:",
        "",
        out,
    );
    _ = writeln!(out, "  allow = [{{ rule = \"{id}\", reason = \"…\" }}]");
    let levels = if rule.family == Family::Freshness {
        "allow or warn"
    } else {
        "allow, warn or deny"
    };
    wrap(
        &format!(
            "To change its level in a whole project ({levels}), write into data/comparison.toml:"
        ),
        "",
        out,
    );
    _ = writeln!(
        out,
        "  [lints]\n  {id} = {{ level = \"allow\", reason = \"…\" }}"
    );
}

/// Writes `text` in lines of at most [`WIDTH`] characters, each behind `indent`; a word that is longer has its own line.
fn wrap(text: &str, indent: &str, out: &mut String) {
    let mut width = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length <= WIDTH {
            out.push(' ');
            width += 1 + length;
        } else {
            if width > 0 {
                out.push('\n');
            }
            out.push_str(indent);
            width = indent.len() + length;
        }
        out.push_str(word);
    }
    out.push('\n');
}
