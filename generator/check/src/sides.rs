//! Two options of the headline compared by a measure of their claims: what the rules of balance have in common.

use model::{Alternative, Kind, Record};

use crate::{Context, Spoken};

/// The options of the headline with the least and with the greatest measure.
pub(crate) struct Sides<'a> {
    /// The least measure and its option.
    pub(crate) least: (f64, &'a Record<Alternative>),
    /// The greatest measure and its option.
    pub(crate) greatest: (f64, &'a Record<Alternative>),
}

/// Fewer claims than these show no habit.
pub(crate) const ENOUGH: usize = 4;

/// Compares the options of the headline by `measure`; nothing if fewer than two of them have one.
pub(crate) fn sides<'a>(
    cx: &Context<'a>,
    measure: impl Fn(&Record<Alternative>) -> Option<f64>,
) -> Option<Sides<'a>> {
    let measured = cx.model.headline().into_iter();
    let mut all: Vec<_> = measured.filter_map(|it| Some((measure(it)?, it))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let [least, .., greatest] = all.as_slice() else {
        return None;
    };
    let (least, greatest) = (*least, *greatest);
    Some(Sides { least, greatest })
}

/// The pros, or the cons, of an option; nothing if they are too few to compare.
pub(crate) fn enough<'c, 'a>(
    cx: &'c Context<'a>,
    option: &str,
    kind: Kind,
) -> Option<Vec<&'c Spoken<'a>>> {
    let spoken = cx.spoken_of(option).iter().filter(|it| it.kind == kind);
    let spoken: Vec<_> = spoken.collect();
    (spoken.len() >= ENOUGH).then_some(spoken)
}

/// The middle of `numbers`, the lower one of two; nothing for none.
pub(crate) fn median<T: Copy + Ord>(mut numbers: Vec<T>) -> Option<T> {
    numbers.sort_unstable();
    numbers.get(numbers.len().saturating_sub(1) / 2).copied()
}
