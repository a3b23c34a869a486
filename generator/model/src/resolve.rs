//! Resolves every reference in one loop: unknown ids, suggestions and ambiguous names are views of the same two lists.

use std::collections::HashMap;

use source::{Diagnostic, Sources, Span};

use crate::rules::{AMBIGUOUS_NAME, UNKNOWN_REFERENCE};
use crate::{Id, Kind, Model, Reference, Space, slip};

/// What can be referred to, and where it is defined.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    /// Whether the manifest, which defines groups and families, could not be read.
    pub(crate) unread: bool,
    of: HashMap<Space, HashMap<Id, Span>>,
}

/// Spaces in which ids of several kinds must differ.
const SHARED: [(Space, &[Kind]); 1] = [(Space::Name, &[Kind::Quantity, Kind::Fact, Kind::Cost])];

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

impl Definitions {
    /// Notes that `id` exists, and reports a name that two kinds claim.
    pub(crate) fn add(
        &mut self,
        space: Space,
        id: Id,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for (shared, kinds) in SHARED {
            if kinds.iter().any(|kind| space == Space::Record(*kind)) {
                self.claim(shared, &id, span, diagnostics);
            }
        }
        if space == Space::Record(Kind::Alternative) {
            self.claim(Space::Answer, &id, span, diagnostics);
        }
        self.of.entry(space).or_default().insert(id, span);
    }

    /// Notes what the manifest and the limits define. Records have been added before.
    pub(crate) fn of_model(&mut self, model: &Model) {
        for (id, span, _) in model.manifest.groups.iter() {
            self.of
                .entry(Space::Group)
                .or_default()
                .insert(id.clone(), span);
        }
        for (id, span, _) in model.manifest.families.iter() {
            self.of
                .entry(Space::Family)
                .or_default()
                .insert(id.clone(), span);
        }
        for limit in &model.limits {
            for escape in &limit.unless {
                let id = Id::new(&format!("{}/{}", limit.id, escape.id.text));
                self.of
                    .entry(Space::Escape)
                    .or_default()
                    .insert(id, escape.span);
            }
        }
    }

    fn claim(&mut self, space: Space, id: &Id, span: Span, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(first) = self.of.entry(space).or_default().insert(id.clone(), span) {
            let title =
                format!("`{id}` already names something else that formulas and verdicts can name");
            let found = Diagnostic::error(AMBIGUOUS_NAME, span, title);
            diagnostics.push(
                found
                    .also(first, "this is the other")
                    .help("rename one of the two files"),
            );
        }
    }

    fn contains(&self, space: Space, id: &Id) -> bool {
        if self.unread && [Space::Group, Space::Family, Space::Answer].contains(&space) {
            return true;
        }
        self.of.get(&space).is_some_and(|ids| ids.contains_key(id))
    }

    fn ids(&self, space: Space) -> impl Iterator<Item = &str> + Clone {
        self.of
            .get(&space)
            .into_iter()
            .flat_map(|ids| ids.keys().map(Id::as_str))
    }
}

/// How many ids are compared with unknown ones in one run. Each is compared with all of its kind, so without a limit a
/// knowledge base in which everything is wrong at once would cost the square of its size.
const COMPARISONS: usize = 1_000_000;

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
    let mut left = COMPARISONS;
    for reference in &model.references {
        let known = definitions.contains(reference.space, &reference.id)
            || reference.space == Space::Answer
                && definitions.contains(Space::Family, &reference.id);
        if !known {
            let size = definitions.ids(reference.space).count();
            let search = size <= left;
            left = left.saturating_sub(size);
            diagnostics.push(unknown(reference, definitions, sources, search));
        }
    }
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
    let option = definitions
        .of
        .get(&Space::Record(Kind::Alternative))
        .and_then(|ids| ids.get(family));
    let found = Diagnostic::error(
        AMBIGUOUS_NAME,
        span,
        format!("the family `{family}` has the name of something else"),
    );
    if let Some(option) = option {
        diagnostics.push(
            found
                .also(*option, "an option has this id")
                .help("rename the family"),
        );
    } else if VERDICTS.contains(&family.as_str()) {
        diagnostics.push(found.label("a word of verdicts").help("rename the family"));
    }
}

/// The finding for one reference; `search` asks for the id that was meant.
fn unknown(
    reference: &Reference,
    definitions: &Definitions,
    sources: &Sources,
    search: bool,
) -> Diagnostic {
    let Reference {
        space, id, span, ..
    } = reference;
    let title = format!("`{id}` is not {}", space.noun());
    let found = Diagnostic::error(UNKNOWN_REFERENCE, *span, title);
    let text = &*sources.file(span.file).text;
    let place = |near: &str| {
        let place = slip::place(text, *span, id)?;
        slip::stands_alone(text, place, near).then_some(place)
    };
    let known = definitions.ids(*space).filter(|_| search);
    let (found, near) = slip::suggest(found, id, known, slip::SHORTEST_ID, place);
    if near.is_some() {
        return found;
    }
    let elsewhere = Kind::ALL
        .iter()
        .find(|kind| definitions.contains(Space::Record(**kind), id));
    match (elsewhere, space) {
        (Some(kind), _) => found.help(format!(
            "`{id}` is {}; here {} is needed",
            kind.noun(),
            space.noun()
        )),
        (None, Space::Record(kind)) => found.help(format!(
            "add `data/{}/{id}.toml`, or correct the id",
            kind.folder()
        )),
        (None, Space::Group | Space::Family) => {
            found.help("add it to `data/comparison.toml`, or correct the id")
        }
        (None, _) => found.help("correct the id"),
    }
}

/// The word among `known` that `word` was most likely meant to be: one that it begins, or that it begins with, or the
/// nearest by edits, at most a third of its length away. Ties go to the first in order of the alphabet.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    const SHORTEST: usize = 3;
    let length = word.chars().count();
    let far = length.div_ceil(3);
    let rank = |it: &str| {
        let prefix = word.len() >= SHORTEST
            && it.len() >= SHORTEST
            && (it.starts_with(word) || word.starts_with(it));
        // What differs more in length than it may in letters need not be compared.
        if !prefix && it.chars().count().abs_diff(length) > far {
            return None;
        }
        let distance = strsim::osa_distance(word, it);
        (prefix || distance <= far).then_some((!prefix, distance))
    };
    let ranked = known.filter_map(|it| rank(it).map(|rank| (rank, it)));
    ranked.min().map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn prefixes_come_first_then_the_fewest_edits() {
        let known = ["containers", "container", "serverless", "edge-functions"];
        assert_eq!(nearest("contaienrs", known.into_iter()), Some("containers"));
        assert_eq!(nearest("edge", known.into_iter()), Some("edge-functions"));
        assert_eq!(nearest("severless", known.into_iter()), Some("serverless"));
        assert_eq!(nearest("kubernetes", known.into_iter()), None);
    }
}
