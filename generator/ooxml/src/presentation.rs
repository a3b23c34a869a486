//! A presentation: its slides in their order, and the masters and layouts that they are made from.
//!
//! # Source
//!
//! ECMA-376-1, 13.3 (parts), 19.2 (presentation), 19.3 (slides, layouts and masters).

mod choice;
mod kind;
mod layout;
mod theme;

use std::io::{Read, Seek};

pub use kind::Kind;
pub use layout::{Layout, LayoutPlaceholder, Master};
pub use theme::Theme;

use crate::package::{Package, Relationships};
use crate::xml::{PRESENTATION, PRESENTATION_2010, Text, child, children, is, number};
use crate::{Error, Result, links};

/// The table style of `PowerPoint` when a deck names none: Medium Style 2, Accent 1, which is built in.
pub const DEFAULT_TABLE_STYLE: &str = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";

/// What a presentation says of itself.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// Its main part.
    pub part: String,
    /// Whether it is a presentation, a template or a show, and whether it holds macros.
    pub kind: Kind,
    /// The width of a slide in EMU.
    pub width: i64,
    /// The height of a slide in EMU.
    pub height: i64,
    /// The width and height of a page of notes in EMU.
    pub notes_size: (i64, i64),
    /// The slides in the order in which they are shown, hidden ones too.
    pub slides: Vec<SlideEntry>,
    /// The masters, with their layouts.
    pub masters: Vec<Master>,
    /// The master of notes, if there is one.
    pub notes_master: Option<String>,
    /// The sections, if the slides are sorted into some.
    pub sections: Vec<Section>,
    /// The style of new tables: a GUID in braces.
    pub table_style: String,
}

/// A slide in the list of slides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideEntry {
    /// Its part.
    pub part: String,
    /// Its id, which it keeps when it is moved.
    pub id: u32,
    /// The id of the relationship that leads to it.
    pub relationship: String,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// The ids of its slides.
    pub slides: Vec<u32>,
}

impl Presentation {
    /// Reads the presentation of a package: main part, masters and layouts, but no slide.
    ///
    /// # Errors
    /// It is no presentation, or one of these parts cannot be read.
    pub fn read(package: &mut Package<impl Read + Seek>) -> Result<Self> {
        let part = main_part(package)?;
        let kind = Kind::of(package, &part)?;
        let relationships = package.relationships(&part)?;
        let text = package.text(&part)?;
        let document = text.parse()?;
        let root = document.root_element();
        if !is(root, PRESENTATION, "presentation") {
            return Err(Error::Lacks(part, "p:presentation"));
        }
        let size = child(root, PRESENTATION, "sldSz");
        let size = size.and_then(|it| Some((number(it, "cx")?, number(it, "cy")?)));
        // The element may be left out, and stands for the oldest size then.
        let (width, height) = size.unwrap_or((9_144_000, 6_858_000));
        let notes_size = child(root, PRESENTATION, "notesSz");
        let notes_size = notes_size.and_then(|it| Some((number(it, "cx")?, number(it, "cy")?)));
        let slides = slides(&text, root, &relationships)?;
        let masters = related(root, "sldMasterIdLst", "sldMasterId", &relationships)?;
        let masters = masters
            .iter()
            .map(|it| Master::read(package, it, (width, height)));
        Ok(Self {
            kind,
            width,
            height,
            notes_size: notes_size.unwrap_or((6_858_000, 9_144_000)),
            slides,
            masters: masters.collect::<Result<_>>()?,
            // The list of masters of notes is not written by every program; the relationship is.
            notes_master: relationships.first("notesMaster")?,
            sections: sections(root),
            table_style: table_style(package, &relationships)?,
            part,
        })
    }

    /// All layouts, in the order of their masters.
    pub fn layouts(&self) -> impl Iterator<Item = &Layout> {
        self.masters.iter().flat_map(|it| &it.layouts)
    }

    /// The number of a slide as it is counted on screen, from 1.
    pub fn number_of(&self, part: &str) -> Option<usize> {
        let at = self
            .slides
            .iter()
            .position(|it| it.part.eq_ignore_ascii_case(part))?;
        Some(at + 1)
    }
}

/// The part to which the package leads first.
fn main_part(package: &mut Package<impl Read + Seek>) -> Result<String> {
    let found = package.relationships("")?.first("officeDocument")?;
    found.ok_or(Error::OtherKind("a zip, but no Office file"))
}

fn slides(
    text: &Text,
    root: roxmltree::Node,
    relationships: &Relationships,
) -> Result<Vec<SlideEntry>> {
    let lacks = |what| Error::Lacks(text.part().to_owned(), what);
    let list = child(root, PRESENTATION, "sldIdLst");
    let nodes = list
        .into_iter()
        .flat_map(|it| children(it, PRESENTATION, "sldId"));
    let mut out = Vec::new();
    for node in nodes {
        let relationship = links::id_of(node).ok_or_else(|| lacks("r:id"))?;
        let found = relationships
            .by_id(relationship)
            .ok_or_else(|| lacks("a relationship to each slide"))?;
        out.push(SlideEntry {
            part: relationships.part(found)?,
            id: number(node, "id").ok_or_else(|| lacks("id"))?,
            relationship: relationship.to_owned(),
        });
    }
    Ok(out)
}

/// The parts to which the items of a list lead.
pub(crate) fn related(
    root: roxmltree::Node,
    list: &str,
    item: &'static str,
    relationships: &Relationships,
) -> Result<Vec<String>> {
    let list = child(root, PRESENTATION, list);
    let items = list
        .into_iter()
        .flat_map(|it| children(it, PRESENTATION, item));
    let found = items.filter_map(|it| relationships.by_id(links::id_of(it)?));
    found.map(|it| relationships.part(it)).collect()
}

fn sections(root: roxmltree::Node) -> Vec<Section> {
    let all = root
        .descendants()
        .filter(|it| is(*it, PRESENTATION_2010, "section"));
    let slides = |it: roxmltree::Node| {
        let list = child(it, PRESENTATION_2010, "sldIdLst");
        let ids = list
            .into_iter()
            .flat_map(|it| children(it, PRESENTATION_2010, "sldId"));
        ids.filter_map(|it| number(it, "id")).collect()
    };
    all.map(|it| Section {
        name: it.attribute("name").unwrap_or_default().to_owned(),
        slides: slides(it),
    })
    .collect()
}

fn table_style(
    package: &mut Package<impl Read + Seek>,
    relationships: &Relationships,
) -> Result<String> {
    let Some(part) = relationships
        .first("tableStyles")?
        .filter(|it| package.has(it))
    else {
        return Ok(DEFAULT_TABLE_STYLE.to_owned());
    };
    let text = package.text(&part)?;
    let document = text.parse()?;
    let style = document
        .root_element()
        .attribute("def")
        .unwrap_or(DEFAULT_TABLE_STYLE);
    Ok(style.to_owned())
}
