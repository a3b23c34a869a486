//! Resolves every reference, and reports names that two things have.

use source::{Diagnostic, Sources, Span};

use crate::definitions::Definitions;
use crate::rules::AMBIGUOUS_NAME;
use crate::{Id, Kind, Model, Space, unknown};

/// Words of verdicts, which stand where options and families do.
const VERDICTS: [&str; 7] = [
    "clear",
    "leaning",
    "depends",
    "too-close",
    "split",
    "nothing-fits",
    "ruled-out",
];

/// Reports every reference that leads nowhere.
pub(crate) fn resolve(
    model: &mut Model,
    definitions: &Definitions,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut families = Vec::new();
    for (id, span, _) in model.manifest.families.iter() {
        families.push((id.clone(), span));
    }
    unknown::report(model, definitions, sources, diagnostics);
    for (id, span) in families {
        disjoint(&id, span, definitions, diagnostics);
    }
    for option in &model.options {
        if VERDICTS.contains(&option.id.as_str()) {
            let title = format!(
                "`{}` is a word of verdicts and cannot name an option",
                option.id
            );
            diagnostics.push(
                Diagnostic::error(AMBIGUOUS_NAME, option.span(), title).help("rename the file"),
            );
        }
    }
}

fn disjoint(family: &Id, span: Span, definitions: &Definitions, diagnostics: &mut Vec<Diagnostic>) {
    let option = definitions.span(Space::Record(Kind::Alternative), family);
    let found = Diagnostic::error(
        AMBIGUOUS_NAME,
        span,
        format!("the family `{family}` has the name of something else"),
    );
    if let Some(option) = option {
        diagnostics.push(
            found
                .also(option, "an option has this id")
                .help("rename the family"),
        );
    } else if VERDICTS.contains(&family.as_str()) {
        diagnostics.push(found.label("a word of verdicts").help("rename the family"));
    }
}
