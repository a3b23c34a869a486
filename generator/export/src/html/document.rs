//! A document as HTML to paste.

use document::{Block, Document, Element, Grid, Point, Side, VerdictBand, plain};

use super::page::{SIZE, signs};
use super::style::{self, Style};
use super::table::OPEN;
use super::{Page, escape, show};
use crate::comment::comment;
use crate::{Loss, Written, grid, heading};

/// Writes titles, texts and tables in their order, then the sources; the stamp is a comment.
pub(crate) fn write(document: &Document) -> Written {
    let mut page = Page::of_size(SIZE);
    page.line("<meta charset=\"utf-8\">");
    page.line(&comment(&document.stamp().to_string()));
    page.heading(1, &document.title);
    page.blocks(&document.lead);
    for section in &document.sections {
        let level = usize::from(section.level) + 1;
        page.heading(level, &section.heading);
        for element in &section.elements {
            show_element(element, level + 1, &mut page);
        }
    }
    page.sources(&document.sources);
    page.day(document.as_of.as_deref(), &document.revision);
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
            let style = style::text(&page.size).replace("margin:4pt 0", "margin:6pt 12pt");
            page.line(&format!("<blockquote{style}>{text}</blockquote>"));
        }
        Element::Verdict(band) => verdict(band, page),
        Element::Shares(it) => bars(&grid::shares(it), page),
        Element::Contributions(it) => bars(&grid::contributions(it), page),
        Element::Ranges(it) => bars(&grid::ranges(it), page),
        Element::Grid(it) => rows(it, page),
        Element::Sides { sides } => sides.iter().for_each(|it| side(it, level, page)),
        Element::Comparison { table } => show(table, page),
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
    let word = format!("<strong>{}.</strong>", escape(&band.text));
    let first = lines.next().map(|it| page.runs(it)).unwrap_or_default();
    page.line(&format!("<p{}>{word} {first}</p>", style::text("12pt")));
    lines.for_each(|line| page.paragraph(line));
}

fn bars(grid: &Grid, page: &mut Page) {
    page.losses.insert(Loss::Bars);
    rows(grid, page);
}

fn rows(grid: &Grid, page: &mut Page) {
    page.line(&format!("<table{OPEN}>"));
    page.out += "<thead>\n<tr>";
    let head = Style::Head.attributes(&page.size, None);
    let right = head.replace("text-align:left", "text-align:right");
    for (name, number) in &grid.headings {
        let head = if *number { &right } else { &head };
        page.out += &format!("<th scope=\"col\"{head}>{}</th>", escape(name));
    }
    page.line("</tr>\n</thead>\n<tbody>");
    for row in &grid.rows {
        page.out += "<tr>";
        for (at, runs) in row.iter().enumerate() {
            let text = page.runs(runs);
            let number = grid.headings.get(at).is_some_and(|it| it.1);
            page.out += &match (at, number) {
                (0, _) => format!(
                    "<th scope=\"row\"{}>{text}</th>",
                    Style::Name.attributes(&page.size, None)
                ),
                (_, true) => format!(
                    "<td{}>{text}</td>",
                    Style::Number.attributes(&page.size, None)
                ),
                (_, false) => format!(
                    "<td{}>{text}</td>",
                    Style::Value.attributes(&page.size, None)
                ),
            };
        }
        page.line("</tr>");
    }
    page.line("</tbody>\n</table>");
}

fn side(side: &Side, level: usize, page: &mut Page) {
    page.heading(level, &side.option);
    for (name, points) in [("Pros", &side.pros), ("Cons", &side.cons)] {
        if points.is_empty() {
            continue;
        }
        page.line(&format!(
            "<p{}><strong>{name}</strong></p>",
            style::text(&page.size)
        ));
        page.line(&format!("<ul{}>", style::text(&page.size)));
        for it in points {
            let text = point(it, page);
            page.line(&format!("<li>{text}</li>"));
        }
        page.line("</ul>");
    }
}

fn point(point: &Point, page: &mut Page) -> String {
    let title = page.runs(&point.title);
    let mut about = vec![escape(&point.strength)];
    if !point.holds_when.is_empty() {
        about.push(format!("if {}", page.runs(&point.holds_when)));
    }
    if !point.prose.is_empty() {
        page.losses.insert(Loss::Details);
    }
    format!(
        "{title} ({}){}",
        about.join("; "),
        signs(&point.sources, &[])
    )
}
