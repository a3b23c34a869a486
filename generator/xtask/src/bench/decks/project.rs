//! A project with a deck of as many tables as are asked for: each has eleven questions and two options, which fill a slide.

use std::fs;
use std::path::Path;

use crate::synth::{self, Words};

/// How many rows a table has below its header.
const ROWS: usize = 11;
/// How many questions there are: tables share them.
const QUESTIONS: usize = 110;

/// The deck of the project.
pub(super) const DECK: &str = "deck:slides";

/// Writes the project into `folder`, which must not be there: the base of the tests, with questions, tables and a deck.
///
/// # Errors
/// When something cannot be read or written.
pub(super) fn write(folder: &Path, n_tables: usize) -> anyhow::Result<()> {
    synth::copy(&synth::repository().join("tests/base"), folder)?;
    let data = folder.join("data");
    for question in 0..QUESTIONS {
        fs::write(record(folder, question), dimension(question, ""))?;
    }
    let mut deck = String::from("title = \"Slides\"\nparts = [\n");
    for table in 0..n_tables {
        let rows = (0..ROWS).map(|row| format!("\"dimension:q{}\"", (table * 7 + row) % QUESTIONS));
        let rows: Vec<_> = rows.collect();
        let text = format!(
            "title = \"Table {table}\"\nquestion = \"What is it?\"\ncolumns = \"all\"\nrows = [{}]\n",
            rows.join(", ")
        );
        fs::write(data.join(format!("tables/t{table}.toml")), text)?;
        deck += &format!("  \"table:t{table}\",\n");
    }
    fs::write(data.join("decks/slides.toml"), deck + "]\n")?;
    Ok(())
}

/// Answers the first question otherwise than before, for each `version` in its own way.
///
/// # Errors
/// When the record cannot be written.
pub(super) fn answer_otherwise(folder: &Path, version: usize) -> anyhow::Result<()> {
    fs::write(record(folder, 0), dimension(0, &format!(", {version}")))?;
    Ok(())
}

fn record(folder: &Path, question: usize) -> std::path::PathBuf {
    folder.join(format!("data/dimensions/q{question}.toml"))
}

/// A question without a scale; `end` follows its first answer.
fn dimension(question: usize, end: &str) -> String {
    let mut words = Words::of(&format!("question {question}"));
    let mut text = format!(
        "name = \"Question {question}\"\ngroup = \"work\"\nquestion = \"{}?\"\nprose = \"As it is written.\"\n",
        words.phrase()
    );
    for (option, end) in [("drill", end), ("hammer", "")] {
        text += &format!(
            "\n[cells.{option}]\nvalue = \"{}{end}\"\nbasis = \"documented\"\nprose = \"It is so.\"\nsources = [\"handbook\"]\n\
             reviewed = 2026-11-23\n",
            words.phrase()
        );
    }
    text
}
