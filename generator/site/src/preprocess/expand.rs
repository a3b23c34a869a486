//! Replaces the directives of a book and nests the pages they place. Pure.

use std::path::{Path, PathBuf};

use mdbook_core::book::{Book, BookItem, Chapter, SectionNumber};

use super::clash::{self, Claim};
use crate::content::{BAD_DIRECTIVE, Content, Directive, Page, Placement, Problem, Survey};
use crate::directive::{Found, find};

/// The book with every directive replaced and every placed page inserted, and what is wrong with it.
///
/// - A placed page follows the chapters already nested under the chapter of its directive; its number continues theirs,
///   and it has none when the chapter has none.
/// - A refused directive stays as written; problems are in the order of the book, clashes of paths last.
pub fn expand(book: Book, content: &dyn Content) -> (Book, Vec<Problem>) {
    let mut run = Run {
        content,
        survey: survey(&book),
        claims: Vec::new(),
        problems: Vec::new(),
    };
    let items = book.items.into_iter().map(|item| run.item(item)).collect();
    let mut problems = run.problems;
    problems.extend(clash::problems(&run.claims));
    (Book::new_with_items(items), problems)
}

/// Where the directives stand.
fn survey(book: &Book) -> Survey {
    let mut placed = Vec::new();
    for chapter in book.chapters() {
        let Some(path) = &chapter.path else { continue };
        for found in find(&chapter.content) {
            if let Found::Directive(it) = found {
                let words = [&[it.name], &it.arguments[..]].concat().join(" ");
                placed.push((words, path.clone()));
            }
        }
    }
    Survey { placed }
}

struct Run<'a> {
    content: &'a dyn Content,
    survey: Survey,
    claims: Vec<Claim>,
    problems: Vec<Problem>,
}

impl Run<'_> {
    fn item(&mut self, item: BookItem) -> BookItem {
        match item {
            BookItem::Chapter(chapter) => BookItem::Chapter(self.chapter(chapter)),
            other => other,
        }
    }

    fn chapter(&mut self, mut chapter: Chapter) -> Chapter {
        let below = std::mem::take(&mut chapter.sub_items);
        let pages = match chapter.path.clone() {
            Some(path) => self.text(&mut chapter, &path),
            None => Vec::new(),
        };
        chapter.sub_items = below.into_iter().map(|item| self.item(item)).collect();
        adopt(&mut chapter, pages);
        chapter
    }

    /// Replaces the directives of a chapter's text and returns the pages they place.
    fn text(&mut self, chapter: &mut Chapter, path: &Path) -> Vec<Page> {
        let source = chapter
            .source_path
            .clone()
            .unwrap_or_else(|| path.to_owned());
        self.claims.push(Claim {
            path: path.to_owned(),
            source: source.clone(),
            span: 0..0,
            generated: false,
        });
        let mut out = String::with_capacity(chapter.content.len());
        let (mut done, mut pages) = (0, Vec::new());
        for found in find(&chapter.content) {
            match found {
                Found::Literal(backslash) => {
                    out.push_str(&chapter.content[done..backslash.start]);
                    done = backslash.end;
                }
                Found::Broken { span, message } => self.problems.push(Problem {
                    rule: BAD_DIRECTIVE,
                    path: source.clone(),
                    span,
                    message: message.to_owned(),
                    help: Some("write `{{#tradeoff NAME ARGUMENT…}}` on one line".to_owned()),
                }),
                Found::Directive(directive) => {
                    let Some(placement) = self.place(&directive, path, &source) else {
                        continue;
                    };
                    out.push_str(&chapter.content[done..directive.span.start]);
                    out.push_str(&indented(&placement.markdown, &out));
                    done = directive.span.end;
                    pages.extend(placement.pages);
                }
            }
        }
        if done > 0 {
            out.push_str(&chapter.content[done..]);
            chapter.content = out;
        }
        pages
    }

    fn place(
        &mut self,
        directive: &Directive<'_>,
        path: &Path,
        source: &Path,
    ) -> Option<Placement> {
        match self.content.place(directive, path, &self.survey) {
            Ok(placement) => {
                self.claim(&placement.pages, directive, source);
                Some(placement)
            }
            Err(refusal) => {
                let (path, span) = refusal
                    .at
                    .unwrap_or_else(|| (source.to_owned(), directive.span.clone()));
                self.problems.push(Problem {
                    rule: refusal.rule,
                    path,
                    span,
                    message: refusal.message,
                    help: refusal.help,
                });
                None
            }
        }
    }

    fn claim(&mut self, pages: &[Page], directive: &Directive<'_>, source: &Path) {
        for page in pages {
            self.claims.push(Claim {
                path: PathBuf::from(&page.path),
                source: source.to_owned(),
                span: directive.span.clone(),
                generated: true,
            });
            self.claim(&page.children, directive, source);
        }
    }
}

/// Nests `pages` below `chapter`, behind what is there.
fn adopt(chapter: &mut Chapter, pages: Vec<Page>) {
    let last = chapter.sub_items.iter().rev().find_map(|item| match item {
        BookItem::Chapter(it) => it.number.as_ref()?.last().copied(),
        _ => None,
    });
    let mut parents = chapter.parent_names.clone();
    parents.push(chapter.name.clone());
    for (page, number) in pages.into_iter().zip(last.unwrap_or(0) + 1..) {
        let mut child = Chapter::new(&page.title, page.markdown, page.path, parents.clone());
        child.source_path = None;
        child.number = chapter.number.as_ref().map(|parent| {
            let section: Vec<u32> = parent.iter().copied().chain([number]).collect();
            SectionNumber::new(section)
        });
        adopt(&mut child, page.children);
        chapter.sub_items.push(BookItem::Chapter(child));
    }
}

/// `markdown` for a directive behind `before`: in a list or quote, every line begins as the directive's line does.
fn indented(markdown: &str, before: &str) -> String {
    let lead = before.rsplit('\n').next().unwrap_or_default();
    if lead.is_empty() || !lead.chars().all(|it| matches!(it, ' ' | '\t' | '>')) {
        return markdown.to_owned();
    }
    markdown.replace('\n', &format!("\n{lead}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Head, Refusal};

    /// Answers `text WORDS` with the words, `pages A B` with two pages (`A` with a child), and refuses the rest.
    struct Fake;

    impl Content for Fake {
        fn place(
            &self,
            directive: &Directive<'_>,
            _: &Path,
            _: &Survey,
        ) -> Result<Placement, Refusal> {
            let page = |id: &&str| Page {
                path: format!("{id}.md"),
                title: id.to_uppercase(),
                markdown: format!("# {id}\n\n{{{{#tradeoff text x}}}}"),
                children: Vec::new(),
            };
            match directive.name {
                "text" => Ok(Placement {
                    markdown: directive.arguments.join("\n"),
                    pages: Vec::new(),
                }),
                "pages" => {
                    let mut pages: Vec<Page> = directive.arguments.iter().map(page).collect();
                    pages[0].children = vec![page(&"child")];
                    let markdown = "(pages)".to_owned();
                    Ok(Placement { markdown, pages })
                }
                name => Err(Refusal {
                    rule: BAD_DIRECTIVE,
                    at: None,
                    message: format!("no directive is called `{name}`"),
                    help: Some("say `text` or `pages`".to_owned()),
                }),
            }
        }

        fn head(&self, _: &str) -> Option<Head> {
            None
        }
    }

    fn chapter(name: &str, number: Option<&[u32]>, text: &str) -> Chapter {
        let mut it = Chapter::new(name, text.to_owned(), format!("{name}.md"), Vec::new());
        it.number = number.map(|it| SectionNumber::new(it.to_vec()));
        it
    }

    /// One line a chapter: number, name, path, parents, `!` if it can be edited.
    fn tree(book: &Book) -> Vec<String> {
        let line = |it: &Chapter| {
            let number = it
                .number
                .as_ref()
                .map_or(String::from("-"), ToString::to_string);
            let path = it
                .path
                .as_deref()
                .map_or("draft".into(), Path::to_string_lossy);
            let edit = if it.source_path.is_some() { " !" } else { "" };
            format!(
                "{number} {} {path} [{}]{edit}",
                it.name,
                it.parent_names.join("/")
            )
        };
        let items = book.iter().filter_map(|item| match item {
            BookItem::Chapter(it) => Some(line(it)),
            _ => None,
        });
        items.collect()
    }

    fn content(book: &Book) -> &str {
        &book.chapters().next().unwrap().content
    }

    #[test]
    fn pages_are_nested_and_numbered_behind_the_chapters_there() {
        let mut parent = chapter("P", Some(&[2]), "{{#tradeoff pages a b}}");
        let mut below = chapter("Q", Some(&[2, 1]), "");
        below.parent_names = vec!["P".to_owned()];
        parent.sub_items = vec![below.into(), BookItem::Separator];
        let (book, problems) = expand(Book::new_with_items(vec![parent.into()]), &Fake);
        assert_eq!(problems, []);
        assert_eq!(
            tree(&book),
            [
                "2. P P.md [] !",
                "2.1. Q Q.md [P] !",
                "2.2. A a.md [P]",
                "2.2.1. CHILD child.md [P/A]",
                "2.3. B b.md [P]",
            ]
        );
    }

    #[test]
    fn below_a_chapter_without_number_pages_have_none() {
        let book = vec![chapter("P", None, "{{#tradeoff pages a}}").into()];
        let (book, _) = expand(Book::new_with_items(book), &Fake);
        assert_eq!(
            tree(&book),
            ["- P P.md [] !", "- A a.md [P]", "- CHILD child.md [P/A]"]
        );
    }

    #[test]
    fn text_is_replaced_once_and_literals_lose_their_backslash() {
        let text =
            "a {{#tradeoff text {{#tradeoff}} b \\{{#tradeoff text x}} `{{#tradeoff text y}}` c\n";
        let (book, problems) = expand(
            Book::new_with_items(vec![chapter("P", None, text).into()]),
            &Fake,
        );
        assert_eq!(problems, []);
        assert_eq!(
            content(&book),
            "a {{#tradeoff b {{#tradeoff text x}} `{{#tradeoff text y}}` c\n"
        );
    }

    #[test]
    fn generated_text_is_not_searched() {
        let book = vec![chapter("P", None, "{{#tradeoff pages a}}").into()];
        let (book, _) = expand(Book::new_with_items(book), &Fake);
        let page = book.chapters().nth(1).unwrap();
        assert!(page.content.contains("{{#tradeoff text x}}"));
    }

    #[test]
    fn lines_keep_the_lead_of_a_quote_or_list() {
        let text = "- x\n\n  {{#tradeoff text a b}}\n\n> {{#tradeoff text c d}}\n\nz {{#tradeoff text e f}}\n";
        let (book, _) = expand(
            Book::new_with_items(vec![chapter("P", None, text).into()]),
            &Fake,
        );
        assert_eq!(content(&book), "- x\n\n  a\n  b\n\n> c\n> d\n\nz e\nf\n");
    }

    #[test]
    fn what_is_refused_is_a_problem_at_its_place_and_stays() {
        let text = "{{#tradeoff text a}} {{#tradeoff nothing}} {{#tradeoff}}";
        let (book, problems) = expand(
            Book::new_with_items(vec![chapter("P", None, text).into()]),
            &Fake,
        );
        assert_eq!(content(&book), "a {{#tradeoff nothing}} {{#tradeoff}}");
        let at: Vec<&str> = problems.iter().map(|it| &text[it.span.clone()]).collect();
        assert_eq!(at, ["{{#tradeoff nothing}}", "{{#tradeoff}}"]);
        assert_eq!(problems[0].message, "no directive is called `nothing`");
        assert_eq!(problems[0].help.as_deref(), Some("say `text` or `pages`"));
        assert_eq!(problems[0].path, Path::new("P.md"));
    }

    #[test]
    fn clashes_point_at_the_directive() {
        let text = "x {{#tradeoff pages p}} {{#tradeoff pages q}}";
        let (_, problems) = expand(
            Book::new_with_items(vec![chapter("P", None, text).into()]),
            &Fake,
        );
        let at: Vec<_> = problems
            .iter()
            .map(|it| (&text[it.span.clone()], &it.message[..]))
            .collect();
        assert_eq!(
            at,
            [
                (
                    "{{#tradeoff pages p}}",
                    "the page `p.md` is already a chapter of SUMMARY.md (as `P.md`)"
                ),
                (
                    "{{#tradeoff pages q}}",
                    "the page `child.md` is placed twice"
                ),
            ]
        );
    }

    #[test]
    fn drafts_and_parts_pass_through() {
        let items = vec![
            BookItem::PartTitle("T".into()),
            Chapter::new_draft("D", Vec::new()).into(),
        ];
        let (book, problems) = expand(Book::new_with_items(items.clone()), &Fake);
        assert_eq!((book.items, problems), (items, Vec::new()));
    }
}
