//! Markdown with pipe tables (GitHub Flavored Markdown 0.29, section 4.10): headings, one table per group of rows, notes.

use std::fmt::Write;

use document::{Cell, Row, Run, Table};
use model::Target;

use crate::spaces::typed;
use crate::{Loss, Written};

/// Writes the title, the question, a table per group of rows, and the numbered sources.
///
/// Links to records are lost (they lead to pages that a lone file does not have) and said; links to the web stay.
pub(crate) fn write(table: &Table) -> Written {
    let mut writing = Writing {
        out: String::new(),
        lost_links: false,
    };
    writing.table(table);
    let losses = if writing.lost_links {
        vec![Loss::Links]
    } else {
        Vec::new()
    };
    let bytes = writing.out.into_bytes();
    Written { bytes, losses }
}

struct Writing {
    out: String,
    lost_links: bool,
}

impl Writing {
    fn table(&mut self, table: &Table) {
        let title = escape(&table.title);
        let question = self.runs(&table.question);
        self.line(&format!("# {title}\n\n{question}"));
        if !table.note.is_empty() {
            let note = self.runs(&table.note);
            self.line(&format!("\n{note}"));
        }
        for group in &table.groups {
            if table.groups.len() > 1 {
                self.line(&format!("\n## {}", escape(&group.name)));
            }
            let names: Vec<_> = table
                .columns
                .iter()
                .map(|it| format!("{} {}", escape(&it.symbol), escape(&it.name)))
                .collect();
            self.line(&format!(
                "\n| {} | {} |",
                escape(&table.corner),
                names.join(" | ")
            ));
            self.line(&format!("|{}", " --- |".repeat(names.len() + 1)));
            group.rows.iter().for_each(|row| self.row(row));
        }
        self.sources(table);
    }

    fn row(&mut self, row: &Row) {
        let cells: Vec<_> = row.cells.iter().map(|cell| self.cell(cell)).collect();
        self.line(&format!(
            "| **{}** | {} |",
            escape(&row.name),
            cells.join(" | ")
        ));
    }

    fn cell(&mut self, cell: &Cell) -> String {
        let mark = match (cell.glyphs, cell.mark) {
            (Some(glyphs), Some(word)) => format!("{glyphs} {word}: "),
            _ => String::new(),
        };
        let value = self.runs(&cell.value);
        let numbers: String = cell
            .sources
            .iter()
            .map(|it| format!(" \\[{it}\\]"))
            .collect();
        format!("{mark}{value}{numbers}")
    }

    fn sources(&mut self, table: &Table) {
        if !table.sources.is_empty() {
            self.line("\n## Sources\n");
        }
        for source in &table.sources {
            let title = escape(&source.title);
            let title = match &source.url {
                Some(url) => format!("[{title}](<{url}>)"),
                None => title,
            };
            self.line(&format!(
                "{}. {title}. {}, read {}",
                source.number,
                escape(&source.publisher),
                source.accessed
            ));
        }
        let as_of = table
            .as_of
            .as_ref()
            .map(|date| format!(", as of {date}"))
            .unwrap_or_default();
        self.line(&format!(
            "\n<!-- tradeoff:{}@{}{as_of}, data {} -->",
            table.id,
            table.content_hash(),
            table.revision
        ));
    }

    fn runs(&mut self, runs: &[Run]) -> String {
        let mut out = String::new();
        for run in runs {
            let _ = match run {
                Run::Text(text) | Run::Fact(_, text) => write!(out, "{}", escape(&typed(text))),
                Run::Code(text) => write!(out, "{}", code(text)),
                Run::Emphasis(inner) => write!(out, "*{}*", self.runs(inner)),
                Run::Strong(inner) => write!(out, "**{}**", self.runs(inner)),
                Run::Link(Target::Url(url), inner) => {
                    write!(out, "[{}](<{url}>)", self.runs(inner))
                }
                Run::Link(Target::Record(..), inner) => {
                    self.lost_links = true;
                    write!(out, "{}", self.runs(inner))
                }
                Run::Cite(number) => write!(out, " \\[{number}\\]"),
            };
        }
        out
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }
}

/// Text as it is: every sign that Markdown or HTML could take for something else gets a backslash, and it stays on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
            | '!' => {
                out.push('\\');
                out.push(it);
            }
            _ => out.push(it),
        }
    }
    // A sign at the beginning of a line can open a list.
    if out.starts_with(['-', '+', '=']) {
        format!("\\{out}")
    } else {
        out
    }
}

/// Code between as many backticks as it takes; a pipe would end the cell even inside code.
fn code(text: &str) -> String {
    let text = text.replace('\n', " ").replace('|', "\\|");
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(escape("a | b"), "a \\| b");
        assert_eq!(escape("<script>"), "\\<script\\>");
        assert_eq!(escape("- x"), "\\- x");
        assert_eq!(escape("[a](javascript:x)"), "\\[a\\](javascript:x)");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("x|y"), "`x\\|y`");
    }
}
