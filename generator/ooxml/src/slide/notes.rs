//! The page of notes of a slide.

use super::part::{part, tree};
use crate::links::Links;
use crate::package::relationships::NewRelationship;
use crate::text::{Paragraph, Writer};

/// The content type of a page of notes.
pub(super) const NOTES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml";

/// A page of notes, and where its links lead: from its third relationship on, after those to its master and its slide.
pub(super) fn page(paragraphs: &[Paragraph], language: &str) -> (Vec<u8>, Vec<NewRelationship>) {
    let mut links = Links::from(3);
    let text = Writer {
        language,
        links: &mut links,
    }
    .paragraphs(paragraphs, None);
    let shapes = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" \
         noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
         <p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    );
    let content = format!(
        "{}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
        tree(&shapes)
    );
    (part("notes", &content), links.relationships().collect())
}
