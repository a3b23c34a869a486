//! The rules as the book shows them: their case files, taken apart.

use check::case::{Block, Case, Mark};
use check::{Family, RULES, Rule};
use model::LintLevel;
use site::pages::{RuleExample, RuleFile, RuleText};

/// Every rule, by family and id.
pub(crate) fn texts() -> Vec<RuleText> {
    let families = Family::ALL.into_iter();
    let rules = families.flat_map(|family| RULES.iter().filter(move |it| it.family == family));
    rules.map(|it| text(it)).collect()
}

fn text(rule: &'static Rule) -> RuleText {
    let case = Case::parse(rule.case);
    let examples = case.examples.into_iter().map(|it| RuleExample {
        title: it.title,
        reported: it.outcome == "reported",
        files: it.blocks.iter().map(file).collect(),
    });
    RuleText {
        id: rule.id,
        family: rule.family.word(),
        level: match rule.level {
            LintLevel::Deny => "error",
            LintLevel::Warn => "warning",
            LintLevel::Allow => "off",
        },
        levels: match rule.family {
            _ if rule.is_fixed() => &[],
            Family::Freshness => &["allow", "warn"],
            _ => &["allow", "warn", "deny"],
        },
        sentence: case.sentence,
        points: case.points,
        examples: examples.collect(),
    }
}

fn file(block: &Block<'static>) -> RuleFile {
    let (path, remark) = match block.words.as_slice() {
        ["findings", ..] => (None, "What is found".to_owned()),
        ["delete", path, ..] => (Some(*path), "is not there".to_owned()),
        ["link", path, ..] => (Some(*path), "is a link to".to_owned()),
        [_, path, "repeat", times, ..] => (Some(*path), format!("this {times} times")),
        [_, path, ..] => (Some(*path), String::new()),
        _ => (None, String::new()),
    };
    let mut findings = Vec::new();
    let lines = block.lines.iter().zip(1..).map(|(line, number)| {
        let Some(mark) = Mark::of(line) else {
            return *line;
        };
        findings.push((mark.level, number, mark.words));
        mark.code
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    RuleFile {
        path,
        remark,
        language: block.words.first().copied().unwrap_or_default(),
        text,
        findings,
    }
}
