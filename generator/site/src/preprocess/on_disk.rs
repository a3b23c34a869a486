//! Moves a problem from the text that mdBook hands over to the file that the author edits.
//!
//! The two differ where mdBook's `links` has included a file, and by a byte order mark.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::content::{PATH_CLASH, Problem};
use crate::settings::Settings;

/// `problem` with a path relative to the project and a span that fits the file on disk; the file as a whole where the
/// text concerned comes from an included file. `texts` are the chapters by source path, as mdBook handed them over.
pub(super) fn moved(
    mut problem: Problem,
    settings: &Settings,
    texts: &HashMap<PathBuf, String>,
) -> Problem {
    let Some(text) = texts.get(&problem.path) else {
        // A template's problem already says where it is.
        return problem;
    };
    if problem.rule == PATH_CLASH
        && problem.span.is_empty()
        && let Some((summary, span)) = listed(&problem.path, &settings.chapters)
    {
        problem.path = relative(&summary, &settings.root);
        problem.span = span;
        return problem;
    }
    let file = settings.chapters.join(&problem.path);
    let disk = std::fs::read_to_string(&file).unwrap_or_default();
    problem.span = span(&problem, text, &disk);
    problem.path = relative(&file, &settings.root);
    problem
}

/// Where SUMMARY.md lists `chapter`, for the last time if there are several.
fn listed(chapter: &Path, chapters: &Path) -> Option<(PathBuf, Range<usize>)> {
    let summary = chapters.join("SUMMARY.md");
    let disk = std::fs::read_to_string(&summary).ok()?;
    let targets = disk.match_indices("](").filter_map(|(at, opening)| {
        let start = at + opening.len();
        Some(start..start + disk[start..].find(')')?)
    });
    let names = |it: &Range<usize>| Path::new(disk[it.clone()].trim_start_matches("./")) == chapter;
    let span = targets.filter(names).last()?;
    Some((summary, span))
}

/// The same words, and the same one of several, in `disk`.
fn span(problem: &Problem, text: &str, disk: &str) -> Range<usize> {
    let Some(words) = text.get(problem.span.clone()).filter(|it| !it.is_empty()) else {
        return 0..0;
    };
    let before = text[..problem.span.start].matches(words).count();
    let total = (text.matches(words).count(), disk.matches(words).count());
    let nth = disk.match_indices(words).nth(before);
    match nth {
        Some((start, _)) if total.0 == total.1 => start..start + words.len(),
        _ => 0..0,
    }
}

fn relative(file: &Path, root: &Path) -> PathBuf {
    file.strip_prefix(root).unwrap_or(file).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::BAD_DIRECTIVE;

    fn found<'a>(words: &str, nth: usize, text: &str, disk: &'a str) -> &'a str {
        let (start, _) = text.match_indices(words).nth(nth).unwrap();
        let problem = Problem {
            rule: BAD_DIRECTIVE,
            path: PathBuf::new(),
            span: start..start + words.len(),
            message: String::new(),
            help: None,
        };
        &disk[span(&problem, text, disk)]
    }

    #[test]
    fn the_words_are_found_behind_an_include() {
        let disk = "\u{feff}{{#include long.md}}\n{{#tradeoff a}} {{#tradeoff a}} z";
        let text = "long text\nof a file\n{{#tradeoff a}} {{#tradeoff a}} z";
        assert_eq!(found("{{#tradeoff a}}", 0, text, disk), "{{#tradeoff a}}");
        let second = found("{{#tradeoff a}}", 1, text, disk);
        assert_eq!(
            &disk[second.as_ptr() as usize - disk.as_ptr() as usize..],
            "{{#tradeoff a}} z"
        );
    }

    #[test]
    fn words_of_an_included_file_are_nowhere() {
        assert_eq!(
            found("{{#tradeoff a}}", 0, "{{#tradeoff a}}", "{{#include x.md}}"),
            ""
        );
        // One of two comes from elsewhere: which one is not known.
        assert_eq!(
            found(
                "{{#tradeoff a}}",
                1,
                "{{#tradeoff a}}{{#tradeoff a}}",
                "{{#tradeoff a}}"
            ),
            ""
        );
    }
}
