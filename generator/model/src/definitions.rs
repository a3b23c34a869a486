//! What records can refer to, and where it is defined.

use std::collections::{HashMap, HashSet};

use source::{Diagnostic, Span};

use crate::rules::AMBIGUOUS_NAME;
use crate::{Id, Kind, Model, Space};

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

    /// Where `id` is defined in `space`.
    pub(crate) fn span(&self, space: Space, id: &Id) -> Option<Span> {
        self.of.get(&space)?.get(id).copied()
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
