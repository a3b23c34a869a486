//! Which layouts the slides are made from, and where on them things stand.

use ooxml::presentation::{Layout, LayoutPlaceholder};
use ooxml::{EMU_PER_POINT, Frame, Presentation};

use crate::{Format, Refused};

/// Smaller than this, in points, a place is no room for a table.
const LEAST_PT: (i64, i64) = (240, 120);
/// What stands between a title and what follows it, in points.
const GAP_PT: i64 = 8;
/// Names that a refusal lists at most.
const MOST_NAMES: usize = 20;

/// The layouts of a deck.
#[derive(Clone, Debug)]
pub(super) struct Places {
    pub(super) kind: Kind,
    /// The layout of the first slide.
    pub(super) title: Layout,
    /// The layout of a table, and of everything that has no other.
    pub(super) table: Layout,
    /// The place that a table fills on it, if it fills one.
    pub(super) placeholder: Option<LayoutPlaceholder>,
    /// Where a table stands, in EMU.
    pub(super) area: Frame,
    /// Where a title stands on a layout that has no place for one, in EMU.
    pub(super) headline: Frame,
    /// The font of texts.
    pub(super) font: String,
}

/// Whose layouts they are.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Those of the base deck, which has one for each kind of slide.
    Base(Box<Special>),
    /// A user's, in which texts stand in boxes of their own.
    Own,
}

/// The layouts that only the base deck has.
#[derive(Clone, Debug)]
pub(super) struct Special {
    pub(super) agenda: Layout,
    pub(super) decision: Layout,
    pub(super) sources: Layout,
}

impl Places {
    pub(super) fn of_base(presentation: &Presentation) -> Result<Self, Refused> {
        let named = |name: &str| {
            let found = presentation.layout_named(name).cloned();
            found.ok_or_else(|| {
                refused(format!(
                    "the deck lacks the layout `{name}`: leave it in its part"
                ))
            })
        };
        let table = named("Table")?;
        let (area, placeholder) = usable(&table, presentation)
            .ok_or_else(|| refused("the layout `Table` has no room for a table".to_owned()))?;
        Ok(Self {
            kind: Kind::Base(Box::new(Special {
                agenda: named("Agenda")?,
                decision: named("Decision")?,
                sources: named("Sources")?,
            })),
            title: named("Title")?,
            headline: headline(presentation),
            font: font(presentation, &table),
            table,
            placeholder,
            area,
        })
    }

    pub(super) fn of_own(
        presentation: &Presentation,
        layout: Option<&str>,
    ) -> Result<Self, Refused> {
        let table = match layout {
            Some(name) => presentation
                .layout_named(name)
                .ok_or_else(|| unknown(name, presentation))?,
            None => best(presentation)?,
        };
        let (area, placeholder) = usable(table, presentation).ok_or_else(|| {
            let name = shown(&table.name);
            refused(format!(
                "the layout `{name}` has no room for a table: choose from {}",
                names(presentation, |it| usable(it, presentation).is_some())
            ))
        })?;
        let mut layouts = presentation.layouts();
        let title = layouts.find(|it| it.kind == "title" && it.title().is_some());
        Ok(Self {
            kind: Kind::Own,
            title: title.unwrap_or(table).clone(),
            headline: headline(presentation),
            table: table.clone(),
            placeholder,
            area,
            font: font(presentation, table),
        })
    }
}

/// The layout that suits a title and a table best.
fn best(presentation: &Presentation) -> Result<&Layout, Refused> {
    let is_usable = |it: &&Layout| usable(it, presentation).is_some();
    let first = presentation.table_layout().filter(is_usable);
    let titled = || {
        presentation
            .layouts()
            .find(|it| it.title().is_some() && is_usable(it))
    };
    let any = || presentation.layouts().find(is_usable);
    first.or_else(titled).or_else(any).ok_or_else(|| {
        refused(format!(
            "no layout of the template has room for a table, and it has {}: add a layout with a title only",
            names(presentation, |_| true)
        ))
    })
}

/// Where a table stands on a layout, and the place that it fills, if it fills one; nothing if there is no room. On a layout
/// without a title, the table leaves room for one.
fn usable(
    layout: &Layout,
    presentation: &Presentation,
) -> Option<(Frame, Option<LayoutPlaceholder>)> {
    let title = layout.title().map(|it| it.frame);
    let of = |kinds: &[&str]| {
        let all = layout.placeholders.iter();
        let found: Vec<_> = all.filter(|it| kinds.contains(&it.kind.as_str())).collect();
        match found[..] {
            [only] => Some(only),
            _ => None,
        }
    };
    // A text is no place that a table can fill, but one where it can stand.
    let found = match (of(&["tbl"]), of(&["obj"]), of(&["obj", "body", "tbl"])) {
        _ if title.is_none() => (
            below(headline(presentation), layout, presentation.height),
            None,
        ),
        (Some(it), ..) | (_, Some(it), Some(_)) => (it.frame, Some(it.clone())),
        (_, _, Some(it)) => (it.frame, None),
        _ => (below(title?, layout, presentation.height), None),
    };
    let least = (LEAST_PT.0 * EMU_PER_POINT, LEAST_PT.1 * EMU_PER_POINT);
    (found.0.width >= least.0 && found.0.height >= least.1).then_some(found)
}

/// Where a title stands that has no place: at the top of the slide, within its margins.
fn headline(presentation: &Presentation) -> Frame {
    Frame {
        x: presentation.width / 20,
        y: presentation.height / 20,
        width: presentation.width / 10 * 9,
        height: presentation.height / 8,
    }
}

/// What is free between a title and the footers.
fn below(title: Frame, layout: &Layout, height: i64) -> Frame {
    let top = title
        .y
        .saturating_add(title.height)
        .saturating_add(GAP_PT * EMU_PER_POINT);
    let footers = layout.placeholders.iter();
    let footers = footers.filter(|it| matches!(it.kind.as_str(), "ftr" | "dt" | "sldNum"));
    let tops = footers.map(|it| it.frame.y).filter(|it| *it > top);
    let bottom = tops.min().unwrap_or(height / 20 * 19);
    Frame {
        x: title.x,
        y: top,
        width: title.width,
        height: bottom.saturating_sub(top),
    }
}

/// The font of texts on a layout: that of its master's theme.
fn font(presentation: &Presentation, layout: &Layout) -> String {
    let mut masters = presentation.masters.iter();
    let own = masters.find(|it| it.layouts.iter().any(|it| it.part == layout.part));
    own.map(|it| it.theme.minor_font.clone())
        .unwrap_or_default()
}

fn unknown(name: &str, presentation: &Presentation) -> Refused {
    refused(format!(
        "the template has no layout `{}`: choose from {}",
        shown(name),
        names(presentation, |it| usable(it, presentation).is_some())
    ))
}

/// The names of layouts, for a message.
fn names(presentation: &Presentation, is: impl Fn(&Layout) -> bool) -> String {
    let all = presentation.layouts().filter(|it| is(it));
    let mut all: Vec<String> = all.map(|it| format!("`{}`", shown(&it.name))).collect();
    if all.is_empty() {
        return "none".to_owned();
    }
    if all.len() > MOST_NAMES {
        all.truncate(MOST_NAMES);
        all.push("others".to_owned());
    }
    all.join(", ")
}

/// A name from a file as a message can show it: no control and no change of direction.
fn shown(name: &str) -> String {
    let hidden = |it: char| {
        it.is_control() || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    name.replace(hidden, "\u{fffd}")
}

fn refused(why: String) -> Refused {
    Refused::Failed(Format::Pptx, why)
}
