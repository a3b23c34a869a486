//! A document as Markdown.

use document::{Block, Document, Element, Grid, Point, Side, VerdictBand, plain};

use super::table::{day, record, show};
use super::{Page, escape};
use crate::comment::comment;
use crate::{Loss, Written, grid, heading};

/// Writes titles, texts and tables in their order, sources as footnotes, and the stamp as a comment.
pub(crate) fn write(document: &Document) -> Written {
    let mut page = Page::default();
    page.heading(1, &document.title);
    page.blocks(&document.lead);
    let mut tables = 0;
    for section in &document.sections {
        let level = usize::from(section.level) + 1;
        page.heading(level, &section.heading);
        for element in &section.elements {
            if matches!(element, Element::Comparison { .. }) {
                tables += 1;
                page.series = format!("t{tables}");
            }
            show_element(element, level + 1, &mut page);
        }
    }
    page.block(&day(document.as_of.as_deref(), &document.revision));
    page.footnotes(&document.sources, 2);
    page.block(&comment(&document.stamp().to_string()));
    Written {
        bytes: page.out.into_bytes(),
        losses: page.losses.into_iter().collect(),
    }
}

fn show_element(element: &Element, level: usize, page: &mut Page) {
    match element {
        Element::Text { blocks } => text(blocks, level, page),
        Element::Remark { runs } => {
            let text = page.runs(runs);
            page.block(&format!("> {}", super::escape::begins(&text)));
        }
        Element::Verdict(band) => verdict(band, page),
        Element::Shares(it) => bars(&grid::shares(it), page),
        Element::Contributions(it) => bars(&grid::contributions(it), page),
        Element::Ranges(it) => bars(&grid::ranges(it), page),
        Element::Grid(it) => rows(it, page),
        Element::Sides { sides } => sides.iter().for_each(|it| side(it, level, page)),
        Element::Comparison { table } => {
            show(table, level, page);
            page.losses.extend(Loss::of(table, &[Loss::Details]));
        }
    }
}

fn text(blocks: &[Block], level: usize, page: &mut Page) {
    for block in blocks {
        match heading::of(block) {
            Some(runs) => page.heading(level, &plain(runs)),
            None => page.blocks(std::slice::from_ref(block)),
        }
    }
}

fn verdict(band: &VerdictBand, page: &mut Page) {
    let mut lines = band.lines.iter();
    let first = lines.next().map(|it| page.runs(it)).unwrap_or_default();
    page.block(&format!("**{}.** {first}", escape(&band.text)));
    lines.for_each(|line| page.paragraph(line));
}

fn bars(grid: &Grid, page: &mut Page) {
    page.losses.insert(Loss::Bars);
    rows(grid, page);
}

fn rows(grid: &Grid, page: &mut Page) {
    let names: Vec<_> = grid.headings.iter().map(|(it, _)| escape(it)).collect();
    page.block(&record(&names));
    let sides = grid.headings.iter();
    let sides = sides.map(|(_, number)| if *number { " ---: |" } else { " --- |" });
    page.line(&format!("|{}", sides.collect::<String>()));
    for row in &grid.rows {
        let cells: Vec<_> = row.iter().map(|it| page.cell(it)).collect();
        page.line(&record(&cells));
    }
}

fn side(side: &Side, level: usize, page: &mut Page) {
    page.heading(level, &side.option);
    for (name, points) in [("Pros", &side.pros), ("Cons", &side.cons)] {
        if points.is_empty() {
            continue;
        }
        page.block(&format!("{name}:"));
        let items: Vec<_> = points.iter().map(|it| point(it, page)).collect();
        page.items(&items);
    }
}

fn point(point: &Point, page: &mut Page) -> String {
    let title = page.runs(&point.title);
    let mut about = vec![escape(&point.strength)];
    if !point.holds_when.is_empty() {
        about.push(format!("if {}", page.runs(&point.holds_when)));
    }
    let signs = page.signs(&point.sources, &[]);
    if !point.prose.is_empty() {
        page.losses.insert(Loss::Details);
    }
    format!("{title} ({}){signs}", about.join("; "))
}
