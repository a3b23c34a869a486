//! `{{#tradeoff pages rules}}`: what the checker looks at, as pages of a book that asks for them.

use check::RULES;

use crate::project::Project;

const BUILD: &str = "build --today 2026-11-23";

fn book() -> Project {
    let base = Project::base();
    let summary = base.read("book/src/SUMMARY.md") + "- [Rules](checker/rules.md)\n";
    base.write("book/src/SUMMARY.md", summary).write(
        "book/src/checker/rules.md",
        "# Rules\n\n{{#tradeoff pages rules}}\n",
    )
}

#[test]
fn a_book_that_asks_for_them_has_a_page_for_every_rule() {
    let project = book();
    let (found, code) = project.findings();
    assert_eq!((found, code), (Vec::new(), Some(0)));
    let run = project.run(BUILD);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let list = project.read("dist/book/checker/rules.html");
    for rule in RULES {
        let page = project.read(&format!("dist/book/rules/{}.html", rule.id));
        let title = format!("<title>{}, a rule of the checker", rule.id);
        assert!(page.contains(&title), "{}: {page}", rule.id);
        let link = format!("<a href=\"../rules/{}.html\">", rule.id);
        assert_eq!(list.matches(&link).count(), 1, "{link}");
    }
}

#[test]
fn a_page_shows_the_examples_of_its_case_file_and_what_is_found_in_them() {
    let project = book();
    assert_eq!(project.run(BUILD).code, Some(0));
    let page = project.read("dist/book/rules/con-against-best.html");
    for words in [
        "A con without a condition blames an option",
        "<strong>Why it matters.</strong> A reader who meets",
        "Reported: The option scores best",
        "<code>data/cons/sore-thumb.toml</code>",
        "<strong>error</strong> in line 2: <code>hammer</code> is blamed where it scores best",
        "<span class=\"n\">holds-when</span> = ",
        "Not reported: The con is conditional",
        "<a href=\"../checker/rules.html\">Rules</a>",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    // The mark in the case file is for its test, and the page says what it means.
    assert!(!page.contains("# error"), "{page}");
    let fixed = project.read("dist/book/rules/syntax.html");
    assert!(fixed.contains("error, which no setting changes"), "{fixed}");
    assert!(!fixed.contains("To accept it"), "{fixed}");
}

#[test]
fn a_book_that_does_not_ask_has_none() {
    let project = Project::base();
    assert_eq!(project.run(BUILD).code, Some(0));
    assert!(!project.path("dist/book/rules").exists());
}
