//! Makes the edits of fixes: in memory, and never two that meet.

use std::collections::BTreeMap;

use crate::{Diagnostic, Edit, FileId, Fix, Sources};

/// What one pass of fixing gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The new text of every file that changes.
    pub texts: BTreeMap<FileId, String>,
    /// Which diagnostics were fixed: positions in the list that was given, rising.
    pub applied: Vec<usize>,
}

/// Applies the fixes of `diagnostics` to the texts of `sources`.
///
/// A fix is made with all its edits or not at all. One whose edits meet those of an earlier one in the list waits: the
/// caller looks at the new texts and calls again, until nothing is applied.
pub fn apply(diagnostics: &[Diagnostic], sources: &Sources) -> Fixed {
    let mut fixed = Fixed::default();
    let mut taken: BTreeMap<FileId, Taken<'_>> = BTreeMap::new();
    for (at, diagnostic) in diagnostics.iter().enumerate() {
        let Some(fix) = &diagnostic.fix else { continue };
        if is_sound(fix, sources) && take(fix, &mut taken) {
            fixed.applied.push(at);
        }
    }
    for (file, edits) in taken {
        let old = &*sources.file(file).text;
        let new = edited(old, &edits);
        if new != old {
            fixed.texts.insert(file, new);
        }
    }
    fixed
}

/// The edits of one file that have been accepted, by the place where they begin.
type Taken<'d> = BTreeMap<u32, &'d Edit>;

/// Whether every edit lies within its text and cuts no character.
fn is_sound(fix: &Fix, sources: &Sources) -> bool {
    let fits = |edit: &Edit| {
        let text = &sources.file(edit.span.file).text;
        text.get(edit.span.range()).is_some()
    };
    !fix.edits.is_empty() && fix.edits.iter().all(fits)
}

/// Accepts all edits of a fix, or none if one of them meets an accepted one or another of its own.
fn take<'d>(fix: &'d Fix, taken: &mut BTreeMap<FileId, Taken<'d>>) -> bool {
    let mut mine: Vec<&Edit> = fix.edits.iter().collect();
    // In order of their places, one that meets any other meets the next: a fix may have thousands of edits.
    mine.sort_by_key(|it| (it.span.file, it.span.start, it.span.end));
    if mine.windows(2).any(|it| meet(it[0], it[1])) {
        return false;
    }
    let waits = |edit: &&Edit| {
        let near = taken.get(&edit.span.file).map(|it| neighbors(it, edit));
        let mut near = near.into_iter().flatten().flatten();
        near.any(|it| meet(it, edit))
    };
    if mine.iter().any(waits) {
        return false;
    }
    for edit in mine {
        let edits = taken.entry(edit.span.file).or_default();
        edits.insert(edit.span.start, edit);
    }
    true
}

/// The accepted edits before and after: only these two can meet a new one, since they do not meet each other.
fn neighbors<'d>(taken: &Taken<'d>, edit: &Edit) -> [Option<&'d Edit>; 2] {
    let before = taken.range(..=edit.span.start).next_back();
    let after = taken.range(edit.span.start..).next();
    [before, after].map(|it| it.map(|(_, edit)| *edit))
}

/// Whether two edits share a byte, or one inserts at the edge of the other: then their order would matter.
fn meet(a: &Edit, b: &Edit) -> bool {
    let (a, b) = (a.span, b.span);
    if a.file != b.file {
        false
    } else if a.is_empty() || b.is_empty() {
        a.start <= b.end && b.start <= a.end
    } else {
        a.start < b.end && b.start < a.end
    }
}

fn edited(old: &str, edits: &Taken<'_>) -> String {
    let mut new = String::with_capacity(old.len());
    let mut at = 0;
    for edit in edits.values() {
        let range = edit.span.range();
        new += &old[at..range.start];
        new += &edit.text;
        at = range.end;
    }
    new += &old[at..];
    new
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Span;

    /// A text of one file and the result of fixes, each a list of edits.
    fn fixed(text: &str, fixes: &[&[(usize, usize, &str)]]) -> (String, Vec<usize>) {
        let mut sources = Sources::default();
        let file = sources.add("a", text);
        let diagnostic = |edits: &&[(usize, usize, &str)]| {
            let found = Diagnostic::error("x", Span::whole(file), "x");
            edits.iter().fold(found, |found, (start, end, text)| {
                found.fix(Span::new(file, *start..*end), *text)
            })
        };
        let found: Vec<_> = fixes.iter().map(diagnostic).collect();
        let Fixed { texts, applied } = apply(&found, &sources);
        let text = texts.get(&file).map_or(text, String::as_str).to_owned();
        (text, applied)
    }

    #[test]
    fn edits_apart_are_made_together() {
        let (text, applied) = fixed(
            "one two three",
            &[&[(4, 7, "2")], &[(0, 3, "1"), (8, 13, "3")], &[(7, 7, "")]],
        );
        assert_eq!((text.as_str(), applied), ("1 2 3", vec![0, 1]));
    }

    #[test]
    fn a_fix_that_meets_an_earlier_one_waits_with_all_its_edits() {
        let (text, applied) = fixed("abcdef", &[&[(1, 3, "X")], &[(2, 4, "Y"), (5, 6, "Z")]]);
        assert_eq!((text.as_str(), applied), ("aXdef", vec![0]));
        // One that surrounds others, and one within: the neighbor before is the one that is met.
        let (text, applied) = fixed("abcdef", &[&[(0, 6, "all")], &[(2, 3, "Y")]]);
        assert_eq!((text.as_str(), applied), ("all", vec![0]));
        let (text, applied) = fixed("abcdef", &[&[(2, 3, "Y")], &[(0, 6, "all")]]);
        assert_eq!((text.as_str(), applied), ("abYdef", vec![0]));
    }

    #[test]
    fn insertions_at_one_place_wait_for_each_other() {
        let (text, applied) = fixed("ab", &[&[(1, 1, "X")], &[(1, 1, "Y")], &[(1, 2, "Z")]]);
        assert_eq!((text.as_str(), applied), ("aXb", vec![0]));
        // Side by side is not together.
        let (text, applied) = fixed("ab", &[&[(0, 1, "X")], &[(1, 2, "Y")]]);
        assert_eq!((text.as_str(), applied), ("XY", vec![0, 1]));
    }

    #[test]
    fn an_edit_that_does_not_fit_the_text_is_left_out() {
        for edit in [(0, 9, "x"), (1, 2, "x"), (5, 5, "x")] {
            let (text, applied) = fixed("äb", &[&[edit]]);
            assert_eq!((text.as_str(), applied), ("äb", Vec::new()), "{edit:?}");
        }
    }

    proptest! {
        /// Whatever is asked for: what was applied does not meet, and what was not meets something that was.
        #[test]
        fn the_pass_takes_as_much_as_it_can(edits in prop::collection::vec((0_usize..30, 0_usize..5), 0..20)) {
            let text: String = ('a'..='z').cycle().take(40).collect();
            let mut sources = Sources::default();
            let file = sources.add("a", &text);
            let found: Vec<_> = edits.iter().map(|(start, length)| {
                let span = Span::new(file, *start..start + length);
                Diagnostic::error("x", span, "x").fix(span, "-")
            }).collect();
            let edit = |at: usize| &found[at].fix.as_ref().unwrap().edits[0];
            let Fixed { applied, texts } = apply(&found, &sources);
            for at in 0..found.len() {
                let meets = applied.iter().filter(|it| **it < at).any(|it| meet(edit(*it), edit(at)));
                prop_assert_eq!(applied.contains(&at), !meets);
            }
            let removed: usize = applied.iter().map(|it| edits[*it].1).sum();
            let length = texts.get(&file).map_or(text.len(), String::len);
            prop_assert_eq!(length, text.len() - removed + applied.len());
        }
    }
}
