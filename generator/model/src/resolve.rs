//! Resolves every reference in one loop: unknown ids, suggestions and ambiguous names are views of the same two lists.

use std::collections::{HashMap, HashSet};

use source::{Diagnostic, Sources, Span};

use crate::rules::AMBIGUOUS_NAME;
use crate::{Id, Kind, Model, Space, unknown};

/// What can be referred to, and where it is defined.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    /// Whether the manifest, which defines groups and families, could not be read.
    pub(crate) unread: bool,
    of: HashMap<Space, HashMap<Id, Span>>,
    /// What a file that could not be read would define: whoever names it is not at fault.
    excused: HashSet<(Space, Id)>,
    /// Kinds of which a folder could not be read.
    unlisted: HashSet<Kind>,
    /// Limits that may have more escapes than could be read.
    partial: HashSet<Id>,
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
        if let Space::Record(kind) = space {
            for shared in spaces_of(kind).filter(|it| *it != space) {
                self.claim(shared, &id, span, diagnostics);
            }
        }
        self.of.entry(space).or_default().insert(id, span);
    }

    /// Notes that the record would exist if its file could be read.
    pub(crate) fn excuse(&mut self, kind: Kind, id: &str) {
        for space in spaces_of(kind) {
            self.excused.insert((space, Id::new(id)));
        }
    }

    /// Notes that the records of `kind` would exist if their folder could be read.
    pub(crate) fn excuse_all(&mut self, kind: Kind) {
        self.unlisted.insert(kind);
    }

    /// Notes that some of what a record defines may not have been read.
    pub(crate) fn partly_read(&mut self, kind: Kind, id: &Id) {
        if kind == Kind::Limit {
            self.partial.insert(id.clone());
        }
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
        let limits = self.of.get(&Space::Record(Kind::Limit));
        let unread = limits.into_iter().flat_map(HashMap::keys);
        let unread: Vec<Id> = unread
            .filter(|it| model.limits.get(it).is_none())
            .cloned()
            .collect();
        self.partial.extend(unread);
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

    pub(crate) fn contains(&self, space: Space, id: &Id) -> bool {
        let one = |space| self.defines(space, id) || self.excuses(space, id);
        one(space) || space == Space::Answer && one(Space::Family)
    }

    /// Whether `id` is known to exist in `space`.
    pub(crate) fn defines(&self, space: Space, id: &Id) -> bool {
        self.of.get(&space).is_some_and(|ids| ids.contains_key(id))
    }

    /// Whether nobody can know if `id` exists, since what would define it could not be read.
    fn excuses(&self, space: Space, id: &Id) -> bool {
        if self.unread && [Space::Group, Space::Family, Space::Answer].contains(&space) {
            return true;
        }
        let unlisted = |kind: &Kind| spaces_of(*kind).any(|it| it == space);
        let partial = |limit: Id| {
            let record = Space::Record(Kind::Limit);
            self.partial.contains(&limit) || self.excuses(record, &limit)
        };
        self.excused.contains(&(space, id.clone()))
            || self.unlisted.iter().any(unlisted)
            || space == Space::Escape && id.split_once('/').is_some_and(|it| partial(Id::new(it.0)))
    }

    pub(crate) fn ids(&self, space: Space) -> impl Iterator<Item = &str> + Clone {
        let of = |space| self.of.get(&space).into_iter().flat_map(HashMap::keys);
        let families = (space == Space::Answer).then_some(Space::Family);
        of(space)
            .chain(families.into_iter().flat_map(of))
            .map(Id::as_str)
    }
}

/// The spaces in which a record of `kind` has its name.
fn spaces_of(kind: Kind) -> impl Iterator<Item = Space> {
    let shared = SHARED
        .iter()
        .filter(move |(_, kinds)| kinds.contains(&kind));
    let answer = (kind == Kind::Alternative).then_some(Space::Answer);
    [Space::Record(kind)]
        .into_iter()
        .chain(shared.map(|(space, _)| *space))
        .chain(answer)
}

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

/// The word among `known` that `word` was most likely meant to be: one that it begins, or that it begins with, or the
/// nearest by edits, at most three and a third of its length away. Ties go to the first in order of the alphabet.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let length = word.chars().count();
    let rank = |it: &str| {
        let prefix = is_prefix(word, it);
        let other = it.chars().count();
        let far = far(length.max(other));
        // What differs more in length than it may in letters need not be compared.
        if !prefix && other.abs_diff(length) > far {
            return None;
        }
        let distance = strsim::osa_distance(word, it);
        (prefix || distance <= far && is_akin(word, it)).then_some((!prefix, distance))
    };
    let ranked = known.filter_map(|it| rank(it).map(|rank| (rank, it)));
    ranked.min().map(|(_, it)| it)
}

/// How many letters of a word of this length may differ before it is another word.
fn far(length: usize) -> usize {
    const MOST: usize = 3;
    (length / 3).min(MOST)
}

/// Whether one word is the other cut short: `edge` for `edge-functions`, but not `eks` for `eks-fargate-cluster`.
fn is_prefix(word: &str, known: &str) -> bool {
    const SHORTEST: usize = 3;
    let cut = word.len() >= SHORTEST && known.starts_with(word);
    let longer = known.len() >= SHORTEST && known.len() * 2 >= word.len();
    cut || longer && word.starts_with(known)
}

/// Whether each part between hyphens is near to its counterpart: `max-cpu` and `max-ram` differ little, and are two things.
fn is_akin(word: &str, known: &str) -> bool {
    let parts = |it| str::split(it, ['-', '/', '_']);
    if parts(word).count() != parts(known).count() {
        return true;
    }
    parts(word).zip(parts(known)).all(|(a, b)| {
        let longest = a.chars().count().max(b.chars().count());
        strsim::osa_distance(a, b) <= far(longest).max(1)
    })
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

    #[test]
    fn unrelated_words_are_not_proposed() {
        for (word, known) in [
            ("lambda-max-cpu", "lambda-max-ram"),
            ("lambda-timeout", "lambda-runtime"),
            ("eks-fargate-cluster", "eks"),
            ("costs", "boats"),
            ("jobs", "logs-x"),
            ("x", "y"),
        ] {
            assert_eq!(nearest(word, [known].into_iter()), None, "{word}");
        }
        for (word, known) in [
            ("hndbok", "handbook"),
            ("lambda-timout", "lambda-timeout"),
            ("cold-starts", "cold-start"),
            ("coldstart", "cold-start"),
            ("awz", "aws"),
        ] {
            assert_eq!(nearest(word, [known].into_iter()), Some(known), "{word}");
        }
    }
}
