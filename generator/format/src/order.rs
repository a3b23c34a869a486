//! The order of fields and what each holds, as the declaration of a record says.

use model::{Kind, Shape, Space};

/// What decides the place of an entry among its neighbors; equal ones stay as they are written.
pub(crate) type Rank<'k> = (usize, &'k str);

/// The place of `key` in a table of this shape: that of its declaration, behind all others if there is none, and by id in
/// a table with an entry for each option.
pub(crate) fn rank<'k>(shape: Option<&Shape>, key: &'k str) -> Rank<'k> {
    match shape.and_then(table) {
        Some(Shape::Table(fields)) => {
            let place = fields.iter().position(|it| it.key == key);
            (place.unwrap_or(fields.len()), "")
        }
        Some(Shape::Amount) => {
            let place = RANGE.iter().position(|it| *it == key);
            (place.unwrap_or(RANGE.len()), "")
        }
        Some(Shape::Keyed(Some(Space::Record(Kind::Alternative)), _)) => (0, key),
        _ => (0, ""),
    }
}

/// The shape of what `key` holds.
pub(crate) fn field<'s>(shape: Option<&'s Shape>, key: &str) -> Option<&'s Shape> {
    match shape.and_then(table)? {
        Shape::Table(fields) => fields.iter().find(|it| it.key == key).map(|it| &it.shape),
        Shape::Keyed(_, inner) => Some(inner),
        _ => None,
    }
}

/// The shape of the elements of a list.
pub(crate) fn element(shape: Option<&Shape>) -> Option<&Shape> {
    match shape? {
        Shape::List(inner) => Some(inner),
        Shape::Either(forms) => forms.iter().find_map(|it| element(Some(it))),
        _ => None,
    }
}

/// The parts of a range.
const RANGE: [&str; 3] = ["low", "mode", "high"];

/// The form of a shape that is a table.
fn table(shape: &Shape) -> Option<&Shape> {
    match shape {
        Shape::Table(_) | Shape::Keyed(..) | Shape::Amount => Some(shape),
        Shape::Either(forms) => forms.iter().find_map(table),
        _ => None,
    }
}
