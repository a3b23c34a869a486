//! How `check` writes its findings: for people on standard error, for programs on standard output.

use std::path::Path;

use check::RULES;
use check::case::Case;
use clap::ValueEnum;
use model::LintLevel;
use source::{About, Diagnostic, Format, Level, Sources, Tool};

use super::output::{self, Outcome};

/// The form of the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// The lines concerned, with labels, and what to do
    #[default]
    Full,
    /// One line each: `file:line:column: level[rule] message`
    Concise,
    /// One object of JSON per line, on standard output
    Json,
    /// Annotations for a pull request on GitHub
    Github,
    /// A SARIF 2.1.0 document, on standard output
    Sarif,
}

impl Form {
    /// Whether it goes to standard output, where a program reads it.
    pub(super) fn is_for_programs(self) -> bool {
        matches!(self, Self::Json | Self::Sarif)
    }
}

/// Writes the findings of the project at `root`; `all` of them, or as many as people read.
///
/// # Errors
/// When standard output does not take them.
pub(super) fn write(
    found: &[Diagnostic],
    sources: &Sources,
    root: &Path,
    form: Form,
    all: bool,
) -> anyhow::Result<Outcome> {
    let base = base(root);
    let format = match form {
        Form::Full => Format::Full,
        Form::Concise => Format::Concise,
        Form::Github => Format::Github { base: &base },
        Form::Json => return for_programs(found, sources, Format::Json),
        Form::Sarif => {
            let texts: Vec<_> = RULES.iter().map(|it| help(it.case)).collect();
            let rules = RULES.iter().zip(&texts).map(|(rule, help)| About {
                id: rule.id,
                sentence: rule.sentence(),
                help,
                level: level(rule.level),
            });
            let rules: Vec<_> = rules.collect();
            let (name, version) = ("tradeoff", env!("CARGO_PKG_VERSION"));
            let tool = Tool {
                name,
                version,
                base: &base,
                rules: &rules,
            };
            return for_programs(found, sources, Format::Sarif(&tool));
        }
    };
    Ok(if all || form == Form::Github {
        output::all_diagnostics(found, sources, format)
    } else {
        output::diagnostics(found, sources, format)
    })
}

fn for_programs(
    found: &[Diagnostic],
    sources: &Sources,
    format: Format<'_>,
) -> anyhow::Result<Outcome> {
    let text = source::render(found, sources, format, source::Palette::Plain);
    output::document(text.as_bytes())?;
    Ok(output::outcome(found))
}

/// The project's folder as seen from the current one, with a `/` at the end: that is where paths of a repository begin.
fn base(root: &Path) -> String {
    let here = std::env::current_dir().and_then(|it| it.canonicalize());
    let below = here.ok().and_then(|here| root.strip_prefix(here).ok());
    let parts = below.into_iter().flatten();
    parts.fold(String::new(), |base, part| {
        base + &part.to_string_lossy() + "/"
    })
}

/// What the case file of a rule says besides its first sentence.
fn help(case: &str) -> String {
    let points = Case::parse(case).points.into_iter();
    let points: Vec<_> = points
        .map(|(name, text)| format!("{name}: {text}"))
        .collect();
    points.join("\n")
}

fn level(level: LintLevel) -> Level {
    match level {
        LintLevel::Deny => Level::Error,
        LintLevel::Warn | LintLevel::Allow => Level::Warning,
    }
}
