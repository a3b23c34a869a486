//! No two chapters may be written to one file, on any system. Pure.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use crate::content::{PATH_CLASH, Problem};

/// A chapter's path, and who wants it.
pub(super) struct Claim {
    /// Relative to the book's `src`.
    pub(super) path: PathBuf,
    /// The file to point at: the chapter's own, or that of the chapter with the directive.
    pub(super) source: PathBuf,
    /// The directive; `0..0` for a hand-written chapter.
    pub(super) span: Range<usize>,
    /// Whether a directive made it.
    pub(super) generated: bool,
}

/// Files that mdBook writes itself.
const RESERVED: [&str; 4] = ["index.html", "print.html", "toc.html", "404.html"];

/// One problem per claim that cannot be granted; the first claim of a path is, and a hand-written chapter comes first.
pub(super) fn problems(claims: &[Claim]) -> Vec<Problem> {
    let mut granted: HashMap<String, &Claim> = HashMap::new();
    let mut problems = Vec::new();
    let by_hand = claims.iter().filter(|claim| !claim.generated);
    let generated = claims.iter().filter(|claim| claim.generated);
    for claim in by_hand.chain(generated) {
        let file = file(&claim.path);
        if let Some(problem) = unfit(claim, &file) {
            problems.push(problem);
        } else if let Some(first) = granted.get(&file) {
            problems.push(clash(first, claim));
        } else {
            granted.insert(file, claim);
        }
    }
    problems
}

/// The file a chapter is written to, in lower case: some systems do not tell `A` from `a`, and `README.md` is written
/// as `index.html`.
fn file(path: &Path) -> String {
    let lower = path
        .with_extension("html")
        .to_string_lossy()
        .to_lowercase()
        .replace('\\', "/");
    match lower.strip_suffix("readme.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("{folder}index.html"),
        _ => lower,
    }
}

fn unfit(claim: &Claim, file: &str) -> Option<Problem> {
    if !claim.generated {
        return None;
    }
    let path = claim.path.display();
    let inside = claim
        .path
        .components()
        .all(|it| matches!(it, Component::Normal(_)));
    if !inside || claim.path.extension().is_none_or(|it| it != "md") {
        return Some(problem(
            claim,
            format!("the page `{path}` is no Markdown file below the book"),
            "give it a relative path that ends in `.md`".to_owned(),
        ));
    }
    RESERVED.contains(&file).then(|| {
        problem(
            claim,
            format!("the page `{path}` would overwrite `{file}`, which mdBook writes"),
            "give it another name".to_owned(),
        )
    })
}

fn clash(first: &Claim, second: &Claim) -> Problem {
    let path = second.path.display();
    let how = if first.path == second.path {
        String::new()
    } else {
        format!(" (as `{}`)", first.path.display())
    };
    let (message, help) = match (first.generated, second.generated) {
        (false, true) => (
            format!("the page `{path}` is already a chapter of SUMMARY.md{how}"),
            format!(
                "take `{}` out of SUMMARY.md, or place the page elsewhere",
                first.path.display()
            ),
        ),
        (true, true) => (
            format!("the page `{path}` is placed twice{how}"),
            format!(
                "it is also placed by a directive in `{}`: keep one of them",
                first.source.display()
            ),
        ),
        _ => (
            format!("two chapters of SUMMARY.md are written to one file: `{path}`{how}"),
            "rename one of them, or list it once".to_owned(),
        ),
    };
    problem(second, message, help)
}

fn problem(claim: &Claim, message: String, help: String) -> Problem {
    Problem {
        rule: PATH_CLASH,
        path: claim.source.clone(),
        span: claim.span.clone(),
        message,
        help: Some(help),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_hand(path: &str) -> Claim {
        Claim {
            path: path.into(),
            source: path.into(),
            span: 0..0,
            generated: false,
        }
    }

    fn placed(path: &str) -> Claim {
        Claim {
            path: path.into(),
            source: "intro.md".into(),
            span: 7..9,
            generated: true,
        }
    }

    fn messages(claims: &[Claim]) -> Vec<String> {
        problems(claims).into_iter().map(|it| it.message).collect()
    }

    #[test]
    fn different_files_are_granted() {
        let claims = [
            by_hand("README.md"),
            by_hand("a/README.md"),
            placed("a/b.md"),
            placed("b.md"),
            by_hand("areadme.md"),
        ];
        assert_eq!(messages(&claims), Vec::<String>::new());
    }

    #[test]
    fn a_page_yields_to_a_chapter_wherever_it_comes_first() {
        let claims = [placed("a/b.md"), by_hand("a/B.md")];
        let found = problems(&claims);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].message,
            "the page `a/b.md` is already a chapter of SUMMARY.md (as `a/B.md`)"
        );
        assert_eq!(
            (&found[0].path, found[0].span.clone()),
            (&PathBuf::from("intro.md"), 7..9)
        );
    }

    #[test]
    fn pages_and_chapters_are_compared_among_themselves() {
        assert_eq!(
            messages(&[placed("a.md"), placed("a.md")]),
            ["the page `a.md` is placed twice"]
        );
        assert_eq!(
            messages(&[by_hand("a/README.md"), by_hand("a/index.md")]),
            ["two chapters of SUMMARY.md are written to one file: `a/index.md` (as `a/README.md`)"]
        );
    }

    #[test]
    fn a_page_takes_no_name_of_mdbook_and_no_path_outside() {
        for path in [
            "index.md",
            "README.md",
            "print.md",
            "TOC.md",
            "404.md",
            "../a.md",
            "/a.md",
            "a.html",
            "a",
        ] {
            assert_eq!(problems(&[placed(path)]).len(), 1, "{path}");
        }
    }
}
