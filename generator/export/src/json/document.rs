//! A document as JSON.

use document::{Block, Document, Element, Point, Run, Section, Side, SourceNote, Subject};
use serde::Serialize;

use super::table;
use super::written;
use crate::{Refused, Written};

/// Writes the document in the shape of `templates/schema/document.schema.json`; nothing is lost.
///
/// # Errors
/// If JSON has no way to write it, which a document does not cause.
pub(crate) fn write(document: &Document) -> Result<Written, Refused> {
    written(&Shape {
        schema: "document.schema.json",
        subject: &document.subject,
        comparison: &document.comparison,
        title: &document.title,
        stamp: document.stamp().to_string(),
        revision: &document.revision,
        as_of: document.as_of.as_deref(),
        lead: &document.lead,
        sections: document.sections.iter().map(SectionShape::of).collect(),
        sources: &document.sources,
    })
}

/// A document in the order of its keys.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Shape<'d> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    subject: &'d Subject,
    comparison: &'d str,
    title: &'d str,
    stamp: String,
    revision: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'d str>,
    lead: &'d [Block],
    sections: Vec<SectionShape<'d>>,
    sources: &'d [SourceNote],
}

#[derive(Serialize)]
struct SectionShape<'d> {
    id: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'d str>,
    level: u8,
    heading: &'d str,
    elements: Vec<ElementShape<'d>>,
}

/// A table has its own schema, and names of two words get a hyphen; every other element is written as it is.
#[derive(Serialize)]
#[serde(untagged)]
enum ElementShape<'d> {
    Comparison {
        kind: &'static str,
        table: Box<table::Shape<'d>>,
    },
    Sides {
        kind: &'static str,
        sides: Vec<SideShape<'d>>,
    },
    Other(&'d Element),
}

#[derive(Serialize)]
struct SideShape<'d> {
    option: &'d str,
    pros: Vec<PointShape<'d>>,
    cons: Vec<PointShape<'d>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct PointShape<'d> {
    title: &'d [Run],
    strength: &'d str,
    dimensions: &'d [String],
    holds_when: &'d [Run],
    prose: &'d [Block],
    sources: &'d [usize],
}

impl<'d> SectionShape<'d> {
    fn of(section: &'d Section) -> Self {
        Self {
            id: &section.id,
            part: section.part.as_deref(),
            level: section.level,
            heading: &section.heading,
            elements: section.elements.iter().map(ElementShape::of).collect(),
        }
    }
}

impl<'d> ElementShape<'d> {
    fn of(element: &'d Element) -> Self {
        match element {
            Element::Comparison { table } => Self::Comparison {
                kind: "comparison",
                table: Box::new(table::Shape::of(table)),
            },
            Element::Sides { sides } => Self::Sides {
                kind: "sides",
                sides: sides.iter().map(SideShape::of).collect(),
            },
            other => Self::Other(other),
        }
    }
}

impl<'d> SideShape<'d> {
    fn of(side: &'d Side) -> Self {
        Self {
            option: &side.option,
            pros: side.pros.iter().map(PointShape::of).collect(),
            cons: side.cons.iter().map(PointShape::of).collect(),
        }
    }
}

impl<'d> PointShape<'d> {
    fn of(point: &'d Point) -> Self {
        Self {
            title: &point.title,
            strength: &point.strength,
            dimensions: &point.dimensions,
            holds_when: &point.holds_when,
            prose: &point.prose,
            sources: &point.sources,
        }
    }
}
