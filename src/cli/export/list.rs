//! `tradeoff export --list`: what there is, and in which formats.

use model::Model;
use serde_json::json;

use super::super::output::{self, Outcome};
use crate::outputs::catalog;

/// Lists names, titles and formats, as a table or as JSON.
pub(super) fn list(model: &Model, as_json: bool) -> anyhow::Result<Outcome> {
    let all = catalog::subjects(model);
    let formats = |subject| {
        let formats = catalog::formats(subject).iter();
        formats.map(|it| it.name()).collect::<Vec<_>>()
    };
    if as_json {
        let items: Vec<_> = all
            .iter()
            .map(|it| json!({ "name": catalog::name(it), "title": catalog::title(it, model), "formats": formats(it) }))
            .collect();
        output::line(&serde_json::to_string(&items)?)?;
        return Ok(Outcome::Clean);
    }
    let width = all.iter().map(|it| catalog::name(it).len()).max();
    let width = width.unwrap_or_default();
    let mut last = Vec::new();
    for subject in &all {
        let formats = formats(subject);
        if formats != last {
            let blank = if last.is_empty() { "" } else { "\n" };
            output::line(&format!("{blank}{}:", formats.join(", ")))?;
            last = formats;
        }
        let title = catalog::title(subject, model);
        output::line(&format!("  {:width$}  {title}", catalog::name(subject)))?;
    }
    Ok(Outcome::Clean)
}
