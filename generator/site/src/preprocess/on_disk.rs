//! Moves a problem from the text that mdBook hands over to the file that the author edits.
//!
//! The two differ where mdBook's `links` has included a file, and by a byte order mark.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::content::Problem;
use crate::settings::Settings;

/// `problem` with a path relative to the project and a span that fits the file on disk; the file as a whole where the
/// text concerned comes from an included file. `texts` are the chapters by source path, as mdBook handed them over.
pub(super) fn moved(
    mut problem: Problem,
    settings: &Settings,
    texts: &HashMap<PathBuf, String>,
) -> Problem {
    let file = settings.chapters.join(&problem.path);
    let disk = std::fs::read_to_string(&file).unwrap_or_default();
    let text = texts.get(&problem.path).map_or("", String::as_str);
    problem.span = span(&problem, text, &disk);
    problem.path = relative(&file, &settings.root);
    problem
}

/// The same words, and the same one of several, in `disk`.
fn span(problem: &Problem, text: &str, disk: &str) -> std::ops::Range<usize> {
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

    fn found<'a>(words: &str, nth: usize, text: &str, disk: &'a str) -> &'a str {
        let (start, _) = text.match_indices(words).nth(nth).unwrap();
        let problem = Problem {
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
