//! A table as HTML to paste.

use document::{Cell, Row, Table};

use super::page::{SIZE, signs};
use super::style::{self, Style};
use super::{Page, comment, escape};
use crate::{Loss, Written};

/// Writes the table with its title as caption, then its note, its lettered notes and its numbered sources.
///
/// The stamp is a comment and an attribute of the table, for what pastes a fragment may drop either.
pub(crate) fn write(table: &Table) -> Written {
    let mut page = Page::of_size(SIZE);
    // A fragment alone in a file says how its letters are written; within a page the line means nothing.
    page.line("<meta charset=\"utf-8\">");
    page.line(&comment(&table.stamp().to_string()));
    show(table, &mut page);
    page.sources(&table.sources);
    page.day(table.as_of.as_deref(), &table.revision);
    Written {
        bytes: page.out.into_bytes(),
        losses: page.losses.into_iter().collect(),
    }
}

/// The table with caption and notes, without its sources.
pub(crate) fn show(table: &Table, page: &mut Page) {
    page.losses.extend(Loss::of(table, &[Loss::Details]));
    page.line(&format!(
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\" data-tradeoff=\"{}\">",
        escape(&table.stamp().to_string())
    ));
    caption(table, page);
    head(table, page);
    for group in &table.groups {
        page.line("<tbody>");
        if table.groups.len() > 1 {
            page.line(&format!(
                "<tr><th scope=\"rowgroup\" colspan=\"{}\"{}>{}</th></tr>",
                table.columns.len() + 1,
                Style::Group.attributes(&page.size, None),
                escape(&group.name)
            ));
        }
        group.rows.iter().for_each(|it| row(it, page));
        page.line("</tbody>");
    }
    page.line("</table>");
    page.paragraph(&table.note);
    page.notes(&table.notes);
}

fn caption(table: &Table, page: &mut Page) {
    let question = page.runs(&table.question);
    if table.title.is_empty() && question.is_empty() {
        return;
    }
    let title = escape(&table.title);
    page.line(&format!(
        "<caption{}><strong>{title}</strong> {question}</caption>",
        style::text("11pt").replace("margin:4pt 0", "text-align:left;padding:4pt 0")
    ));
}

fn head(table: &Table, page: &mut Page) {
    let head = Style::Head.attributes(&page.size, None);
    page.line("<thead>");
    page.out += &format!("<tr><th scope=\"col\"{head}>{}</th>", escape(&table.corner));
    for column in &table.columns {
        let name = format!("{} {}", escape(&column.symbol), escape(&column.name));
        page.out += &format!("<th scope=\"col\"{head}>{}</th>", name.trim());
    }
    page.line("</tr>");
    page.line("</thead>");
}

fn row(row: &Row, page: &mut Page) {
    let name = Style::Name.attributes(&page.size, None);
    page.out += &format!("<tr><th scope=\"row\"{name}>{}</th>", escape(&row.name));
    for it in &row.cells {
        let fill = it.mark.map(|word| style::mark(word).1);
        let text = cell(it, page);
        page.out += &format!("<td{}>{text}</td>", Style::Value.attributes(&page.size, fill));
    }
    page.line("</tr>");
}

fn cell(cell: &Cell, page: &mut Page) -> String {
    let mark = cell.mark.map(|word| {
        let glyphs = escape(cell.glyphs.unwrap_or_default());
        let color = style::mark(word).0;
        format!(
            "<strong style=\"color:{color}\">{glyphs} {}</strong><br>",
            escape(word)
        )
    });
    let value = page.runs(&cell.value);
    let signs = signs(&cell.sources, &cell.notes);
    format!("{}{value}{signs}", mark.unwrap_or_default())
}
