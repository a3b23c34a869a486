//! What the head of a record's page says: title, description, newest review.

use model::{Date, Id, Kind, Model, Prose, Run};

use super::Knowledge;
use crate::content::Head;

/// The least and the most that search engines show, in characters.
const LEAST: usize = 70;
const MOST: usize = 160;

/// The head of a record's own page; nothing if there is no such record.
pub(super) fn of(know: &Knowledge, kind: Kind, id: &Id) -> Option<Head> {
    let model = &know.model;
    let name = model.title_of(kind, id)?;
    let (text, reviewed) = match kind {
        Kind::Alternative => {
            let record = model.options.get(id)?;
            (prose(&record.summary, model), None)
        }
        Kind::Dimension => {
            let record = model.dimensions.get(id)?;
            let dates = record.cells.iter().map(|(_, cell)| cell.reviewed);
            let question = model.plain_text(&record.question);
            let text = format!("{question} {}", prose(&record.prose, model));
            (text, dates.max())
        }
        Kind::Product => {
            let record = model.products.get(id)?;
            let facts = know.referring(Kind::Fact, kind, id);
            let dates = facts
                .filter_map(|id| model.facts.get(id))
                .map(|it| it.reviewed);
            let summary = record.summary.as_ref().map(|it| model.plain_text(it));
            (summary.unwrap_or_default(), dates.max())
        }
        Kind::Table => {
            let record = model.tables.get(id)?;
            (model.plain_text(&record.question), newest(record, model))
        }
        Kind::UseCase => {
            let record = model.use_cases.get(id)?;
            (prose(&record.summary, model), Some(record.reviewed))
        }
        _ => return None,
    };
    let book = &model.manifest.title.text;
    Some(Head {
        description: description(&name, &text, book),
        title: format!("{name} \u{2013} {book}"),
        reviewed: reviewed.map(|it| it.to_string()),
    })
}

fn newest(table: &model::ComparisonTable, model: &Model) -> Option<Date> {
    let rows = model.rows_of(table).into_iter();
    let dates = rows.flat_map(|row| row.cells.iter().map(|(_, cell)| cell.reviewed));
    dates.max()
}

/// The plain text of the first paragraphs.
fn prose(prose: &Prose, model: &Model) -> String {
    let mut texts: Vec<String> = Vec::new();
    for block in &prose.blocks {
        if let model::Block::Paragraph(runs) = block {
            texts.push(plain(runs, model));
        }
    }
    texts.join(" ")
}

fn plain(runs: &[Run], model: &Model) -> String {
    let text = model.plain(runs);
    text.split(char::is_whitespace)
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// 70 to 160 characters that begin with the name, so that no two pages share them.
pub(super) fn description(name: &str, text: &str, book: &str) -> String {
    let mut out = format!("{name}: {text}");
    if out.chars().count() < LEAST {
        let end = if text.is_empty() { "" } else { " " };
        out = format!(
            "{name}: {text}{end}Facts, sources and marks in {book}, with the day each was last checked."
        );
    }
    if out.chars().count() <= MOST {
        return out;
    }
    let cut: String = out.chars().take(MOST - 1).collect();
    // Between two words, unless the last word is so long that too little would be left.
    let end = cut
        .rfind(' ')
        .filter(|end| cut[..*end].chars().count() >= LEAST);
    let end = end.unwrap_or(cut.len());
    format!(
        "{}\u{2026}",
        cut[..end].trim_end_matches([',', ';', ':', '.'])
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_have_the_length_that_is_shown() {
        for text in ["", "Short.", &"word ".repeat(60), &"x".repeat(400)] {
            let it = description("Name", text, "A vs B");
            let length = it.chars().count();
            assert!((LEAST..=MOST).contains(&length), "{length}: {it}");
            assert!(it.starts_with("Name:"));
        }
    }
}
