//! A deck built by hand, small enough to be read, with any part replaced.

use std::io::Cursor;

use ooxml::Package;

use crate::zipper::{Record, Zip};

pub(crate) const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The parts of a deck, by name and in order.
#[derive(Clone, Debug)]
pub(crate) struct Deck {
    pub(crate) parts: Vec<(String, Vec<u8>)>,
}

/// Relationships of `kind -> target`.
pub(crate) fn relationships(them: &[(&str, &str)]) -> String {
    let lines = them.iter().enumerate().map(|(at, (kind, target))| {
        format!(
            "<Relationship Id=\"rId{}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>",
            at + 1
        )
    });
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>",
        lines.collect::<String>()
    )
}

/// A slide with these shapes.
pub(crate) fn slide(shapes: &str) -> String {
    format!(
        "<p:sld {NAMESPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr/>{shapes}</p:spTree></p:cSld></p:sld>"
    )
}

/// A graphic frame with a table of this content.
pub(crate) fn frame(name: &str, table: &str) -> String {
    format!(
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"2\" name=\"{name}\" descr=\"d\"/><p:cNvGraphicFramePr/><p:nvPr/>\
         </p:nvGraphicFramePr><p:xfrm><a:off x=\"1\" y=\"2\"/><a:ext cx=\"300\" cy=\"40\"/></p:xfrm><a:graphic>\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">{table}</a:graphicData></a:graphic>\
         </p:graphicFrame>"
    )
}

/// A table with these rows of cells, each `attributes|text`, with ids from 10 for columns and from 20 for rows.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let extension = |name: &str, id: usize| {
        format!(
            "<a:extLst><a:ext uri=\"u\"><a16:{name} xmlns:a16=\"http://schemas.microsoft.com/office/drawing/2014/main\" \
             val=\"{id}\"/></a:ext></a:extLst>"
        )
    };
    let width = rows.first().map_or(0, |it| it.len());
    let columns: String = (0..width)
        .map(|it| {
            format!(
                "<a:gridCol w=\"100\">{}</a:gridCol>",
                extension("colId", 10 + it)
            )
        })
        .collect();
    let mut out = format!("<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{columns}</a:tblGrid>");
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|it| {
            let (attributes, text) = it.split_once('|').expect("attributes|text");
            cell(
                attributes,
                &format!(
                    "<a:p><a:r><a:rPr lang=\"en-US\" sz=\"1200\"/><a:t>{text}</a:t></a:r></a:p>"
                ),
            )
        });
        let cells: String = cells.collect();
        out.push_str(&format!(
            "<a:tr h=\"10\">{cells}{}</a:tr>",
            extension("rowId", 20 + at)
        ));
    }
    out + "</a:tbl>"
}

/// A cell with these paragraphs.
pub(crate) fn cell(attributes: &str, paragraphs: &str) -> String {
    format!(
        "<a:tc{attributes}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody><a:tcPr/></a:tc>"
    )
}

impl Deck {
    /// A deck of one slide with this text.
    pub(crate) fn of(slide: &str) -> Self {
        let mut it = Self { parts: Vec::new() };
        it.set("[Content_Types].xml", content_types());
        it.set(
            "_rels/.rels",
            relationships(&[("officeDocument", "ppt/presentation.xml")]),
        );
        it.set(
            "ppt/presentation.xml",
            format!(
                "<p:presentation {NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
                 <p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/>\
                 <p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
            ),
        );
        let main = [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("slide", "slides/slide1.xml"),
        ];
        it.set("ppt/_rels/presentation.xml.rels", relationships(&main));
        let tree = "<p:cSld name=\"Title Only\"><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>\
                    </p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>";
        it.set(
            "ppt/slideMasters/slideMaster1.xml",
            format!(
                "<p:sldMaster {NAMESPACES}>{tree}<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>\
                 </p:sldLayoutIdLst></p:sldMaster>"
            ),
        );
        let of_master = [
            ("slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("theme", "../theme/theme1.xml"),
        ];
        it.set(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            relationships(&of_master),
        );
        it.set(
            "ppt/slideLayouts/slideLayout1.xml",
            format!("<p:sldLayout {NAMESPACES} type=\"titleOnly\">{tree}</p:sldLayout>"),
        );
        let of_layout = [("slideMaster", "../slideMasters/slideMaster1.xml")];
        it.set(
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
            relationships(&of_layout),
        );
        it.set(
            "ppt/theme/theme1.xml",
            format!("<a:theme {NAMESPACES} name=\"t\"><a:themeElements/></a:theme>"),
        );
        it.set("ppt/slides/slide1.xml", slide.to_owned());
        let of_slide = [("slideLayout", "../slideLayouts/slideLayout1.xml")];
        it.set("ppt/slides/_rels/slide1.xml.rels", relationships(&of_slide));
        it
    }

    /// Gives a part this content; it comes last if it is new.
    pub(crate) fn set(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        let content = content.into();
        match self.parts.iter_mut().find(|it| it.0 == name) {
            Some(it) => it.1 = content,
            None => self.parts.push((name.to_owned(), content)),
        }
    }

    /// Replaces a piece of a part, which must be there.
    pub(crate) fn edit(&mut self, name: &str, old: &str, new: &str) {
        let text = self.text(name);
        assert!(text.contains(old), "`{old}` in {name}");
        self.set(name, text.replace(old, new));
    }

    /// The text of a part.
    pub(crate) fn text(&self, name: &str) -> String {
        let part = self.parts.iter().find(|it| it.0 == name).expect(name);
        String::from_utf8(part.1.clone()).unwrap()
    }

    /// The records of its zip.
    pub(crate) fn records(&self) -> Vec<Record> {
        self.parts
            .iter()
            .map(|(name, bytes)| Record::of(name, bytes))
            .collect()
    }

    /// Its zip.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        Zip::of(self.records()).bytes()
    }

    /// It, opened.
    pub(crate) fn open(&self) -> Package<Cursor<Vec<u8>>> {
        Package::open(Cursor::new(self.bytes())).unwrap()
    }
}

fn content_types() -> String {
    let presentation = "application/vnd.openxmlformats-officedocument.presentationml";
    let overrides = [
        ("presentation.xml", "presentation.main+xml"),
        ("slideMasters/slideMaster1.xml", "slideMaster+xml"),
        ("slideLayouts/slideLayout1.xml", "slideLayout+xml"),
        ("slides/slide1.xml", "slide+xml"),
    ];
    let overrides = overrides.iter().map(|(name, kind)| {
        format!("<Override PartName=\"/ppt/{name}\" ContentType=\"{presentation}.{kind}\"/>")
    });
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        overrides.collect::<String>()
    )
}
