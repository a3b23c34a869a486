//! The rules of the checker: a page for each, made of its case file, and a list of them by family.

use serde::Serialize;

use crate::address::relative;
use crate::content::Head;
use crate::draft::{Anchor, Draft};
use crate::markup::Html;

/// Where the pages of rules stand.
const FOLDER: &str = "rules";

/// A rule as its case file tells it. Plain data, for the crate that has the rules is not below this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// Its name.
    pub id: &'static str,
    /// What it is about, in a word.
    pub family: &'static str,
    /// What its findings are: `error`, `warning` or `off`.
    pub level: &'static str,
    /// The levels that a project may set; empty if no setting changes it.
    pub levels: &'static [&'static str],
    /// What it flags, in one sentence; code stands between backticks, as in all of these texts.
    pub sentence: &'static str,
    /// Why it matters and what to do: a name and a text each.
    pub points: Vec<(&'static str, String)>,
    /// What is reported, and what is not.
    pub examples: Vec<RuleExample>,
}

/// Files, and whether the rule reports them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleExample {
    /// What is so.
    pub title: &'static str,
    /// Whether it is reported.
    pub reported: bool,
    /// Its files.
    pub files: Vec<RuleFile>,
}

/// A file of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Its path in the project; none for lines that are no file.
    pub path: Option<&'static str>,
    /// What is said about it, such as `is not there`; may be empty.
    pub remark: String,
    /// The language of its text, as after a code fence.
    pub language: &'static str,
    /// Its text.
    pub text: String,
    /// What is reported of it: level, line from 1, and words of the finding.
    pub findings: Vec<(&'static str, usize, &'static str)>,
}

#[derive(Debug, Serialize)]
pub(super) struct RuleList {
    families: Vec<FamilyView>,
    n_rules: usize,
}

#[derive(Debug, Serialize)]
struct FamilyView {
    name: String,
    rules: Vec<RuleLine>,
}

#[derive(Debug, Serialize)]
struct RuleLine {
    link: Anchor,
    sentence: Html,
    level: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct RulePage {
    up: Anchor,
    id: &'static str,
    family: &'static str,
    level: &'static str,
    levels: &'static [&'static str],
    sentence: Html,
    points: Vec<PointView>,
    examples: Vec<ExampleView>,
    /// What a record says to accept one finding, and a project to change the level.
    accept: Html,
    setting: Html,
}

#[derive(Debug, Serialize)]
struct PointView {
    name: &'static str,
    text: Html,
}

#[derive(Debug, Serialize)]
struct ExampleView {
    title: &'static str,
    reported: bool,
    files: Vec<FileView>,
}

#[derive(Debug, Serialize)]
struct FileView {
    path: Option<&'static str>,
    remark: String,
    code: Option<Html>,
    findings: Vec<FindingView>,
}

#[derive(Debug, Serialize)]
struct FindingView {
    level: &'static str,
    line: usize,
    words: Html,
}

/// The list, for the page at the address `from`; families keep the order of their first rule.
pub(super) fn listing(rules: &[RuleText], from: &str) -> RuleList {
    let mut families: Vec<FamilyView> = Vec::new();
    for rule in rules {
        let name = capitalized(rule.family);
        let line = RuleLine {
            link: Anchor {
                text: Html::written(format!("<code>{}</code>", rule.id)),
                href: Some(relative(from, &address(rule.id))),
            },
            sentence: with_code(rule.sentence),
            level: rule.level,
        };
        match families.iter_mut().find(|it| it.name == name) {
            Some(family) => family.rules.push(line),
            None => families.push(FamilyView {
                name,
                rules: vec![line],
            }),
        }
    }
    RuleList {
        families,
        n_rules: rules.len(),
    }
}

/// The page of one rule; `list` is the address of the list.
pub(super) fn page(rule: &RuleText, list: &str, draft: &Draft<'_>) -> RulePage {
    let (id, other) = (rule.id, rule.levels.first().unwrap_or(&"allow"));
    let accept = format!("allow = [{{ rule = \"{id}\", reason = \"…\" }}]");
    let setting = format!("[lints]\n{id} = {{ level = \"{other}\", reason = \"…\" }}");
    let points = rule.points.iter().map(|(name, text)| PointView {
        name,
        text: with_code(text),
    });
    RulePage {
        up: Anchor {
            text: Html::text("Rules"),
            href: Some(relative(&address(id), list)),
        },
        id,
        family: rule.family,
        level: rule.level,
        levels: rule.levels,
        sentence: with_code(rule.sentence),
        points: points.collect(),
        examples: rule.examples.iter().map(|it| example(it, draft)).collect(),
        accept: draft.code("toml", &accept),
        setting: draft.code("toml", &setting),
    }
}

fn example(example: &RuleExample, draft: &Draft<'_>) -> ExampleView {
    let files = example.files.iter().map(|file| {
        let findings = file
            .findings
            .iter()
            .map(|(level, line, words)| FindingView {
                level,
                line: *line,
                words: with_code(words),
            });
        FileView {
            path: file.path,
            remark: file.remark.clone(),
            code: (!file.text.is_empty()).then(|| draft.code(file.language, &file.text)),
            findings: findings.collect(),
        }
    });
    ExampleView {
        title: example.title,
        reported: example.reported,
        files: files.collect(),
    }
}

/// What the head of a page of these says, if `page` is one.
pub(super) fn head(rules: &[RuleText], page: &str, book: &str) -> Option<Head> {
    let rule = rules.iter().find(|it| address(it.id) == page)?;
    let (id, text) = (rule.id, rule.sentence.replace('`', ""));
    Some(Head {
        description: super::head::description(id, &text, book),
        title: format!("{id}, a rule of the checker \u{2013} {book}"),
        reviewed: None,
    })
}

/// The address of a rule's page.
pub(super) fn address(id: &str) -> String {
    format!("{FOLDER}/{id}.html")
}

/// A text with what stands between backticks as code.
fn with_code(text: &str) -> Html {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        let part = Html::text(part);
        out += &if at % 2 == 1 {
            format!("<code>{part}</code>")
        } else {
            part.to_string()
        };
    }
    Html::written(out)
}

fn capitalized(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + rest.as_str()
}
