//! Every number of a source that is printed leads to the list, and the list has no others.

use document::{Block, Document, Element, Point, Run, Table};
use model::Model;

use crate::records::{Records, shipped, small};

/// The numbers of sources in the order in which a document shows them; a fact stands for its sources.
struct Shown<'m> {
    model: &'m Model,
    list: Vec<String>,
    /// Every number, printed or only brought by a fact.
    met: Vec<usize>,
    /// Those that are printed.
    printed: Vec<usize>,
}

impl Shown<'_> {
    fn print(&mut self, number: usize) {
        self.met.push(number);
        self.printed.push(number);
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Cite(number) => self.print(*number),
                Run::Fact(id, _) => {
                    for source in &self.model.facts.get(id).unwrap().sources {
                        let at = self.list.iter().position(|it| *it == *source.id);
                        self.met.push(at.unwrap() + 1);
                    }
                }
                Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => self.runs(inner),
                Run::Text(_) | Run::Code(_) => {}
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(runs) => self.runs(runs),
                Block::List { items, .. } => items.iter().for_each(|it| self.blocks(it)),
            }
        }
    }

    fn point(&mut self, it: &Point) {
        self.runs(&it.title);
        self.runs(&it.holds_when);
        self.blocks(&it.prose);
        it.sources.iter().for_each(|number| self.print(*number));
    }

    fn table(&mut self, table: &Table) {
        assert_eq!(table.sources, []);
        for row in table.rows() {
            self.runs(&row.question);
            for cell in &row.cells {
                assert_eq!(cell.prose, [], "{}", row.id);
                self.runs(&cell.value);
                self.runs(&cell.because);
                cell.sources.iter().for_each(|number| self.print(*number));
            }
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Text { blocks } => self.blocks(blocks),
            Element::Remark { runs } => self.runs(runs),
            Element::Verdict(it) => it.lines.iter().for_each(|line| self.runs(line)),
            Element::Grid(it) => it.rows.iter().flatten().for_each(|cell| self.runs(cell)),
            Element::Sides { sides } => {
                for side in sides {
                    let all = side.pros.iter().chain(&side.cons);
                    all.for_each(|it| self.point(it));
                }
            }
            Element::Comparison { table } => self.table(table),
            Element::Shares(_) | Element::Contributions(_) | Element::Ranges(_) => {}
        }
    }
}

/// Checks a document; how many sources it lists.
fn check(document: &Document, records: &Records) -> usize {
    let mut shown = Shown {
        model: &records.model,
        list: document.sources.iter().map(|it| it.id.clone()).collect(),
        met: Vec::new(),
        printed: Vec::new(),
    };
    shown.blocks(&document.lead);
    for section in &document.sections {
        section.elements.iter().for_each(|it| shown.element(it));
    }
    let subject = &document.subject;
    let listed: Vec<_> = (1..=document.sources.len()).collect();
    let numbers: Vec<_> = document.sources.iter().map(|it| it.number).collect();
    assert_eq!(numbers, listed, "{subject}");
    let mut first = Vec::new();
    for number in shown.met {
        if !first.contains(&number) {
            first.push(number);
        }
    }
    assert_eq!(
        first, listed,
        "{subject}: in the order in which they appear"
    );
    shown.printed.sort_unstable();
    shown.printed.dedup();
    assert_eq!(shown.printed, listed, "{subject}: all of them are printed");
    listed.len()
}

#[test]
fn the_sources_of_every_brief_are_those_in_use_numbered_as_they_appear() {
    let shipped = shipped();
    for use_case in &shipped.model.use_cases {
        let n = check(&shipped.brief(&use_case.id), &shipped);
        assert!(n > 2, "{}: {n}", use_case.id);
    }
    let small = small(&[]);
    assert_eq!(check(&small.brief("bookshelf"), &small), 2);
}

#[test]
fn the_whole_comparison_has_one_numbering_from_the_first_page_to_the_last() {
    let shipped = shipped();
    let n = check(&shipped.whole(), &shipped);
    assert!(n > 100, "{n}");
    let small = small(&[]);
    assert_eq!(check(&small.whole(), &small), small.model.sources.len());
}
