//! Shapes of a new slide.

use crate::Result;
use crate::geometry::Frame;
use crate::table::NewTable;
use crate::text::{Paragraph, Writer};
use crate::xml::escape;

/// A shape of a new slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Text.
    Text(TextShape),
    /// A table.
    Table(NewTable),
    /// The number of the slide, in its placeholder.
    Number(Placeholder),
}

/// A shape with text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextShape {
    /// Its name.
    pub name: String,
    /// The placeholder of the layout that it fills, if it fills one.
    pub placeholder: Option<Placeholder>,
    /// Where it stands; in a placeholder, none is where the layout says.
    pub frame: Option<Frame>,
    /// What it says.
    pub paragraphs: Vec<Paragraph>,
}

/// A placeholder of a layout, as a shape names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placeholder {
    /// Its kind, such as `title`; `obj` is that of all kinds.
    pub kind: String,
    /// Its number on the layout; 0 for the one that has none.
    pub index: u32,
}

impl Placeholder {
    pub(crate) fn xml(&self) -> String {
        let kind = match self.kind.as_str() {
            "" | "obj" => String::new(),
            kind => format!(" type=\"{}\"", escape(kind)),
        };
        let index = match self.index {
            0 => String::new(),
            index => format!(" idx=\"{index}\""),
        };
        format!("<p:ph{kind}{index}/>")
    }
}

impl From<&crate::presentation::LayoutPlaceholder> for Placeholder {
    fn from(it: &crate::presentation::LayoutPlaceholder) -> Self {
        Self {
            kind: it.kind.clone(),
            index: it.index,
        }
    }
}

impl Shape {
    /// The shape of this id.
    pub(super) fn xml(&self, id: u32, writer: &mut Writer) -> Result<String> {
        match self {
            Self::Text(it) => Ok(it.xml(id, writer)),
            Self::Table(it) => it.xml(id, writer),
            Self::Number(it) => Ok(number(it, id, writer.language)),
        }
    }
}

impl TextShape {
    fn xml(&self, id: u32, writer: &mut Writer) -> String {
        let (lock, placeholder) = match &self.placeholder {
            Some(it) => ("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>", it.xml()),
            None => ("<p:cNvSpPr txBox=\"1\"/>", String::new()),
        };
        let shape = match (self.frame, &self.placeholder) {
            (Some(frame), None) => format!(
                "<a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>",
                frame.xml()
            ),
            (Some(frame), Some(_)) => format!("<a:xfrm>{}</a:xfrm>", frame.xml()),
            (None, _) => String::new(),
        };
        // A text box breaks its lines; in a placeholder the layout decides.
        let body = if self.placeholder.is_some() {
            "<a:bodyPr/>"
        } else {
            "<a:bodyPr wrap=\"square\"/>"
        };
        let paragraphs = writer.paragraphs(&self.paragraphs, None);
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/>{lock}<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>\
             <p:spPr>{shape}</p:spPr><p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>",
            escape(&self.name)
        )
    }
}

/// The number of the slide, which a program fills in.
fn number(placeholder: &Placeholder, id: u32, language: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Slide Number\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr>{}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>\
         <a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"{}\"/><a:t>‹#›</a:t></a:fld>\
         </a:p></p:txBody></p:sp>",
        placeholder.xml(),
        escape(language)
    )
}
