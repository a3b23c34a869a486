//! A table as HTML to paste.

use document::{Cell, Row, Table};

use super::page::{SIZE, signs};
use super::style::{self, Style};
use super::{Page, escape};
use crate::comment::comment;
use crate::{Loss, Written};

/// Writes the table with its title as caption, then its note, its lettered notes and its numbered sources.
///
/// The stamp is a comment and an attribute of the table, for what pastes a fragment may drop either.
pub(crate) fn write(table: &Table) -> Written {
    let mut page = Page::of_size(SIZE);
    // A fragment alone in a file says how its letters are written; within a page the line means nothing.
    page.line("<meta charset=\"utf-8\">");
    let stamp = table.stamp().to_string();
    page.line(&comment(&stamp));
    framed(table, &stamp, &mut page);
    page.sources(&table.sources);
    page.day(table.as_of.as_deref(), &table.revision);
    Written {
        bytes: page.out.into_bytes(),
        losses: page.losses.into_iter().collect(),
    }
}

/// The table with caption and notes, without its sources.
pub(crate) fn show(table: &Table, page: &mut Page) {
    framed(table, &table.stamp().to_string(), page);
}

fn framed(table: &Table, stamp: &str, page: &mut Page) {
    page.losses.extend(Loss::of(table, &[Loss::Details]));
    let stamp = escape(stamp);
    page.line(&format!("<table{OPEN} data-tradeoff=\"{stamp}\">"));
    caption(table, page);
    body(table, page);
    page.line("</table>");
    page.paragraph(&table.note);
    page.notes(&table.notes);
}

/// The rows alone, in columns of these widths.
pub(crate) fn rows(table: &Table, widths: &[f32], page: &mut Page) {
    let open = OPEN.replace("collapse:collapse", "collapse:collapse;width:100%;margin:0");
    page.line(&format!("<table{open}>"));
    let all: f32 = widths.iter().sum();
    page.out += "<colgroup>";
    for width in widths {
        page.out += &format!("<col style=\"width:{:.1}%\">", 100.0 * width / all);
    }
    page.line("</colgroup>");
    body(table, page);
    page.line("</table>");
}

/// The attributes of a table, with a blank before them.
pub(super) const OPEN: &str =
    " border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\"";

fn body(table: &Table, page: &mut Page) {
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
        page.out += &format!(
            "<td{}>{text}</td>",
            Style::Value.attributes(&page.size, fill)
        );
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
    let signs = match page.signs {
        true => signs(&cell.sources, &cell.notes),
        false => String::new(),
    };
    format!("{}{value}{signs}", mark.unwrap_or_default())
}
