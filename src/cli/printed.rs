//! What is said about files: what their formats could not carry, and what is wrong with documents that were not printed.

use clap::ValueEnum;
use document::deck::SlideOverflow;
use document::paper::Paper;

use super::output::{self, Outcome};
use crate::outputs::Made;
use crate::press::{Answer, Complaint, INSTALL, PROGRAM};

/// The paper of PDFs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Sheet {
    /// 210 by 297 mm
    #[default]
    A4,
    /// 8.5 by 11 inches
    Letter,
}

impl Sheet {
    /// The word that a user gives.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }
}

impl From<Sheet> for Paper {
    fn from(sheet: Sheet) -> Self {
        match sheet {
            Sheet::A4 => Self::A4,
            Sheet::Letter => Self::Letter,
        }
    }
}

/// That nothing can be printed, and what that means here.
pub(crate) fn missing(consequence: &str) -> String {
    format!("{consequence}, because `{PROGRAM}` is not installed: {INSTALL}")
}

/// How many files a build has written, and, counted in one line, what they could not carry.
pub(super) fn summary(made: &Made) -> String {
    let files = output::count(made.files.len(), "file");
    let parts = made.losses.iter();
    let parts: Vec<String> = parts
        .map(|(loss, files)| format!("{} in {files}", loss.words()))
        .collect();
    match parts.is_empty() {
        true => format!("{files} beside it"),
        false => format!(
            "{files} beside it; without what a format has no place for: {}",
            parts.join(", ")
        ),
    }
}

/// Names the documents that were not printed, what is wrong with several of them once.
pub(crate) fn failures(failed: &[Answer]) -> Outcome {
    let mut told: Vec<(&Complaint, &str, usize)> = Vec::new();
    for answer in failed {
        for complaint in &answer.diagnostics {
            match told.iter_mut().find(|(it, ..)| *it == complaint) {
                Some((.., more)) => *more += 1,
                None => told.push((complaint, &answer.name, 0)),
            }
        }
    }
    for (complaint, name, more) in &told {
        let mut text = format!("{name} was not printed: {}", complaint.message);
        if let Some(at) = &complaint.at {
            text += &format!(" ({at})");
        }
        if *more > 0 {
            text += &format!(", and so were {}", output::count(*more, "more document"));
        }
        for help in &complaint.help {
            text += &format!("; {help}");
        }
        output::error(&text);
    }
    match told.is_empty() {
        true => Outcome::Clean,
        false => Outcome::Findings,
    }
}

/// Says that a row is taller than its slide.
pub(super) fn overflow(it: &SlideOverflow) {
    let SlideOverflow { table, what } = it;
    let cell = match &what.column {
        Some(column) => format!("the cell of `{column}`"),
        None => "the name".to_owned(),
    };
    output::note(&format!(
        "{table}: {cell} in row `{}` is {} lines too long for a slide: say it shorter, or take fewer `--options`",
        what.row, what.lines
    ));
}
