//! Layouts and their masters: what places a slide offers.

use std::collections::HashMap;
use std::io::{Read, Seek};

use roxmltree::Node;

use super::{Theme, related};
use crate::Result;
use crate::geometry::Frame;
use crate::package::Package;
use crate::xml::{PRESENTATION, child, is, number};

/// A master.
#[derive(Clone, Debug)]
pub struct Master {
    /// Its part.
    pub part: String,
    /// The part of its theme, if there is one.
    pub theme_part: Option<String>,
    /// Its theme.
    pub theme: Theme,
    /// Its layouts.
    pub layouts: Vec<Layout>,
}

/// A layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Its part.
    pub part: String,
    /// Its name, in the language of whoever made it.
    pub name: String,
    /// Its type, such as `titleOnly`, which does not depend on a language; empty if it has none.
    pub kind: String,
    /// Whether somebody drew on it, so that its type says little.
    pub drawn: bool,
    /// The places that it offers.
    pub placeholders: Vec<LayoutPlaceholder>,
}

/// A place that a layout offers.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutPlaceholder {
    /// What belongs there: `title`, `ctrTitle`, `body`, `tbl`, `sldNum` and so on; `obj` is anything.
    pub kind: String,
    /// Its number on the layout.
    pub index: u32,
    /// Its name.
    pub name: String,
    /// Where it is: as the layout says, else its master, else the slide without a margin of five hundredths.
    pub frame: Frame,
}

/// A placeholder that may leave its place to the master.
struct Found {
    kind: String,
    index: u32,
    name: String,
    frame: Option<Frame>,
}

impl Master {
    /// Reads a master and its layouts, on slides of this size.
    pub(super) fn read(
        package: &mut Package<impl Read + Seek>,
        part: &str,
        size: (i64, i64),
    ) -> Result<Self> {
        let relationships = package.relationships(part)?;
        let text = package.text(part)?;
        let document = text.parse()?;
        let root = document.root_element();
        let theme_part = relationships.first("theme")?;
        let theme = match &theme_part {
            Some(it) => Theme::read(&package.text(it)?)?,
            None => Theme::default(),
        };
        let own = by_kind(placeholders(root));
        let layouts = related(root, "sldLayoutIdLst", "sldLayoutId", &relationships)?;
        let layouts = layouts
            .iter()
            .map(|it| Layout::read(package, it, &own, size));
        let layouts = layouts.collect::<Result<_>>()?;
        Ok(Self {
            part: part.to_owned(),
            theme_part,
            theme,
            layouts,
        })
    }
}

impl Layout {
    fn read(
        package: &mut Package<impl Read + Seek>,
        part: &str,
        master: &HashMap<String, Frame>,
        size: (i64, i64),
    ) -> Result<Self> {
        let text = package.text(part)?;
        let document = text.parse()?;
        let root = document.root_element();
        let place = |it: Found| LayoutPlaceholder {
            frame: it
                .frame
                .or_else(|| inherited(&it, master))
                .unwrap_or_else(|| inner(size)),
            kind: it.kind,
            index: it.index,
            name: it.name,
        };
        let slide = child(root, PRESENTATION, "cSld");
        Ok(Self {
            part: part.to_owned(),
            name: slide
                .and_then(|it| it.attribute("name"))
                .unwrap_or_default()
                .to_owned(),
            kind: root.attribute("type").unwrap_or_default().to_owned(),
            drawn: matches!(root.attribute("userDrawn"), Some("1" | "true")),
            placeholders: placeholders(root).into_iter().map(place).collect(),
        })
    }

    /// The first place of this kind.
    pub fn placeholder(&self, kind: &str) -> Option<&LayoutPlaceholder> {
        self.placeholders.iter().find(|it| it.kind == kind)
    }

    /// The place of the title.
    pub fn title(&self) -> Option<&LayoutPlaceholder> {
        self.placeholders
            .iter()
            .find(|it| matches!(it.kind.as_str(), "title" | "ctrTitle"))
    }
}

/// The placeholders of a layout, master or slide.
fn placeholders(root: Node) -> Vec<Found> {
    let all = root.descendants().filter(|it| is(*it, PRESENTATION, "ph"));
    let found = all.filter_map(|ph| {
        let shape = ph.ancestors().nth(3)?;
        let properties = ph.ancestors().nth(2)?;
        let own = child(shape, PRESENTATION, "spPr")
            .and_then(|it| child(it, crate::xml::DRAWING, "xfrm"));
        let name = child(properties, PRESENTATION, "cNvPr").and_then(|it| it.attribute("name"));
        Some(Found {
            kind: ph.attribute("type").unwrap_or("obj").to_owned(),
            index: number(ph, "idx").unwrap_or(0),
            name: name.unwrap_or_default().to_owned(),
            frame: own
                .or_else(|| child(shape, PRESENTATION, "xfrm"))
                .and_then(Frame::of),
        })
    });
    found.collect()
}

/// The place that the master gives to what belongs there: a master has one for titles and one for everything else.
fn inherited(it: &Found, master: &HashMap<String, Frame>) -> Option<Frame> {
    let kind = match it.kind.as_str() {
        "title" | "ctrTitle" => "title",
        same @ ("dt" | "ftr" | "sldNum" | "hdr") => same,
        _ => "body",
    };
    master.get(kind).copied()
}

/// The first place of each kind that has one.
fn by_kind(all: Vec<Found>) -> HashMap<String, Frame> {
    let placed = all
        .into_iter()
        .rev()
        .filter_map(|it| Some((it.kind, it.frame?)));
    placed.collect()
}

/// The slide without a margin.
fn inner((width, height): (i64, i64)) -> Frame {
    Frame {
        x: width / 20,
        y: height / 20,
        width: width / 10 * 9,
        height: height / 10 * 9,
    }
}
