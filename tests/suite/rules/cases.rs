//! Runs the case files in `tests/rules`; `RULE=<id>` picks one. The README there has the format.

use std::collections::HashMap;
use std::env;
use std::fmt;
use std::fs;

use check::case::{Block, Case, Example, Mark};
use check::{Family, RULES, Rule};

use super::fill::{Filled, fill, whole};
use crate::project::Project;

#[test]
fn every_case_holds() {
    let wanted = env::var("RULE").unwrap_or_default();
    let rules: Vec<_> = RULES
        .iter()
        .filter(|it| wanted.is_empty() || it.id == wanted)
        .collect();
    assert!(!rules.is_empty(), "there is no rule `{wanted}`");
    let mut wrong = Vec::new();
    for rule in rules {
        for example in &Case::parse(rule.case).examples {
            if let Err(problem) = holds(rule, example) {
                wrong.push(format!(
                    "tests/rules/{}.md, \"{}\": {problem}",
                    rule.id, example.title
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n{} cases do not hold",
        wrong.join("\n"),
        wrong.len()
    );
}

/// One finding, as it is expected or as it is found.
#[derive(Debug)]
struct Finding {
    path: String,
    /// The line in the file as it is written for the case; for an expected one, where its block has it.
    line: usize,
    level: String,
    words: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}:{}: {}: {}",
            self.path, self.line, self.level, self.words
        )
    }
}

fn holds(rule: &Rule, example: &Example<'_>) -> Result<(), String> {
    if cfg!(not(unix))
        && example
            .blocks
            .iter()
            .any(|it| it.words.first() == Some(&"link"))
    {
        return Ok(());
    }
    let mut project = Project::base();
    let (mut expected, mut origins) = (Vec::new(), HashMap::new());
    for block in &example.blocks {
        let marked;
        (project, marked) = write(project, rule, block, &mut origins)?;
        expected.extend(marked);
    }
    if (example.outcome == "reported") == expected.is_empty() {
        return Err(format!(
            "{} findings are marked in a case that is {}",
            expected.len(),
            example.outcome
        ));
    }
    let lines = project.findings().0;
    if rule.run.is_some() {
        // A record that cannot be read would keep the rule silent for the wrong reason.
        let fixed = |line: &&String| {
            RULES
                .iter()
                .filter(|it| it.is_fixed() && it.family != Family::Book)
                .any(|it| line.contains(&format!("[{}]", it.id)))
        };
        if let Some(line) = lines.iter().find(fixed) {
            return Err(format!("the case cannot be read: {line}"));
        }
    }
    let bracket = format!("[{}] ", rule.id);
    let found = lines
        .iter()
        .filter_map(|line| finding(line, &bracket, &origins));
    compare(expected, found.collect())
}

fn compare(expected: Vec<Finding>, mut found: Vec<Finding>) -> Result<(), String> {
    let mut wrong = Vec::new();
    for wanted in expected {
        let same = |it: &Finding| {
            it.path == wanted.path
                && it.line == wanted.line
                && it.level == wanted.level
                && it.words.contains(&wanted.words)
        };
        match found.iter().position(same) {
            Some(at) => drop(found.swap_remove(at)),
            None => wrong.push(format!("\n  not found   {wanted}")),
        }
    }
    wrong.extend(found.iter().map(|it| format!("\n  not marked  {it}")));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.concat())
    }
}

/// A line of `check --format concise`, if it is of the rule in `bracket`.
fn finding(line: &str, bracket: &str, origins: &HashMap<String, Vec<usize>>) -> Option<Finding> {
    let (head, words) = line.split_once(bracket)?;
    let (place, level) = head.rsplit_once(' ')?;
    let mut parts = place.trim_end_matches(':').rsplitn(3, ':');
    let (_, line, path) = (
        parts.next()?,
        parts.next()?.parse::<usize>().ok()?,
        parts.next()?,
    );
    let line = origins
        .get(path)
        .and_then(|it| it.get(line - 1))
        .map_or(line, |at| at + 1);
    let (path, level, words) = (path.to_owned(), level.to_owned(), words.to_owned());
    Some(Finding {
        path,
        line,
        level,
        words,
    })
}

/// Does what a block says, and gives the findings that it marks.
fn write(
    project: Project,
    rule: &Rule,
    block: &Block<'_>,
    origins: &mut HashMap<String, Vec<usize>>,
) -> Result<(Project, Vec<Finding>), String> {
    let text = || whole(&block.lines).text;
    let mut marks = Vec::new();
    let project = match block.words.as_slice() {
        ["findings"] => {
            for line in &block.lines {
                marks.push(
                    listed(line)
                        .ok_or_else(|| format!("`{line}` is not `path:line: level \"words\"`"))?,
                );
            }
            project
        }
        ["delete", path] => project.remove(path),
        ["link", path] => link(project, path, &block.lines.concat()),
        ["text", path, "escaped"] => project.write(path, unescaped(&block.lines.join("\n"))?),
        ["text", path, "repeat", times] => {
            let times = times
                .parse()
                .map_err(|_| format!("`{times}` is not a number"))?;
            project.write(path, text().repeat(times))
        }
        ["toml", path, mode @ ..] => {
            let filled = if *mode == ["whole"] {
                whole(&block.lines)
            } else {
                fill(path, &block.lines)
            };
            let Filled { text, origin } = filled;
            marks = marked(rule, path, block)?;
            origins.insert((*path).to_owned(), origin);
            project.write(path, text)
        }
        [_, path] => project.write(path, text()),
        other => return Err(format!("a block of no known kind: {other:?}")),
    };
    Ok((project, marks))
}

fn marked(rule: &Rule, path: &str, block: &Block<'_>) -> Result<Vec<Finding>, String> {
    let mut found = Vec::new();
    for (at, line) in block.lines.iter().enumerate() {
        match Mark::of(line) {
            Some(mark) if mark.rule == rule.id => found.push(Finding {
                path: path.to_owned(),
                line: at + 1,
                level: mark.level.to_owned(),
                words: mark.words.to_owned(),
            }),
            None if !line.contains("# error") && !line.contains("# warning") => {}
            _ => {
                return Err(format!(
                    "line {} has a mark that is not of this rule",
                    block.line + at
                ));
            }
        }
    }
    Ok(found)
}

/// `path:line: level "words"`.
fn listed(line: &str) -> Option<Finding> {
    let (head, words) = line.trim_end().strip_suffix('"')?.split_once(" \"")?;
    let (place, level) = head.rsplit_once(": ")?;
    let (path, line) = place.rsplit_once(':')?;
    let (path, level, words) = (path.to_owned(), level.to_owned(), words.to_owned());
    Some(Finding {
        path,
        line: line.parse().ok()?,
        level,
        words,
    })
}

/// Escapes as in Rust's byte strings, and `\u{…}`.
fn unescaped(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let code = |digits: &str| {
            u32::from_str_radix(digits, 16).map_err(|error| format!("`{digits}`: {error}"))
        };
        rest = match after.chars().next() {
            Some('n') => {
                bytes.push(b'\n');
                &after[1..]
            }
            Some('t') => {
                bytes.push(b'\t');
                &after[1..]
            }
            Some('r') => {
                bytes.push(b'\r');
                &after[1..]
            }
            Some('\\') => {
                bytes.push(b'\\');
                &after[1..]
            }
            Some('x') => {
                bytes.push(u8::try_from(code(&after[1..3])?).unwrap());
                &after[3..]
            }
            Some('u') => {
                let (digits, rest) = after[2..].split_once('}').ok_or("`\\u{` without its end")?;
                let it = char::from_u32(code(digits)?).ok_or("no character")?;
                bytes.extend_from_slice(it.to_string().as_bytes());
                rest
            }
            other => return Err(format!("an escape that is not known: {other:?}")),
        };
    }
    bytes.extend_from_slice(rest.as_bytes());
    Ok(bytes)
}

#[cfg(unix)]
fn link(project: Project, path: &str, target: &str) -> Project {
    drop(fs::remove_file(project.path(path)));
    std::os::unix::fs::symlink(target, project.path(path)).unwrap();
    project
}

#[cfg(not(unix))]
fn link(project: Project, _: &str, _: &str) -> Project {
    project
}

#[test]
fn a_finding_that_is_not_marked_and_a_mark_that_is_not_found_are_told() {
    let rule = check::rule("unused-fact").unwrap();
    let example = |outcome, line| {
        let words = vec!["toml", "data/facts/saw-time.toml"];
        let blocks = vec![Block {
            words,
            lines: vec![line],
            line: 1,
        }];
        holds(
            rule,
            &Example {
                title: "",
                outcome,
                blocks,
            },
        )
    };
    let told = |result: Result<(), String>| result.unwrap_err();
    assert!(
        told(example("silent", "title = \"Saw\""))
            .contains("not marked  data/facts/saw-time.toml:1: warning")
    );
    let mark = "title = \"Saw\" # warning: [unused-fact] \"the fact `saw`\"";
    assert!(
        told(example("reported", mark))
            .contains("not found   data/facts/saw-time.toml:1: warning: the fact `saw`")
    );
    assert!(
        told(example("silent", mark)).contains("1 findings are marked in a case that is silent")
    );
    assert!(told(example("reported", "title = 3")).contains("0 findings are marked"));
    assert!(told(example("silent", "title = 3")).contains("the case cannot be read"));
    let mark = "title = \"Saw\" # warning: [unused-fact] \"the fact `saw-time` is used nowhere\"";
    assert_eq!(example("reported", mark), Ok(()));
}
