//! The master of notes, where a presentation has none: without it a page of notes has no geometry.

use std::io::{Read, Seek};

use super::list::insert_after_masters;
use super::part::{part, tree};
use crate::geometry::Frame;
use crate::package::relationships::{NewRelationship, Target};
use crate::package::{Package, directory_of};
use crate::presentation::Presentation;
use crate::{Error, Result};

const MASTER_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml";
const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// Creates a master of notes with a theme of its own, a copy of that of the first master.
pub(super) fn create(
    package: &mut Package<impl Read + Seek>,
    presentation: &mut Presentation,
) -> Result<()> {
    let theme = presentation
        .masters
        .first()
        .and_then(|it| it.theme_part.clone());
    let theme = theme
        .ok_or_else(|| Error::NoRelationship(presentation.part.clone(), "master with a theme"))?;
    let folder = directory_of(&presentation.part).to_owned();
    let bytes = package.part(&theme)?.to_vec();
    let theme = package
        .free_names(&format!("{folder}theme/theme"), ".xml", 1)
        .remove(0);
    package.add(&theme, THEME_TYPE, bytes)?;
    let master = package
        .free_names(&format!("{folder}notesMasters/notesMaster"), ".xml", 1)
        .remove(0);
    package.add(&master, MASTER_TYPE, page(presentation))?;
    let internal = |kind, part: &str| {
        [NewRelationship {
            kind,
            target: Target::Part(part.to_owned()),
        }]
    };
    package.relate(&master, &internal("theme", &theme))?;
    let ids = package.relate(&presentation.part, &internal("notesMaster", &master))?;
    for id in ids {
        insert_after_masters(package, &presentation.part, &id)?;
    }
    presentation.notes_master = Some(master);
    Ok(())
}

/// The page: the slide above, the notes below.
fn page(presentation: &Presentation) -> Vec<u8> {
    let (width, height) = presentation.notes_size;
    let inner = width / 10 * 8;
    // The picture has the shape of a slide, and at most two fifths of the page.
    let by_width = inner.saturating_mul(presentation.height.max(1)) / presentation.width.max(1);
    let image_height = by_width.min(height / 10 * 4);
    let image_width =
        image_height.saturating_mul(presentation.width.max(1)) / presentation.height.max(1);
    let image = Frame {
        x: (width - image_width) / 2,
        y: height / 12,
        width: image_width,
        height: image_height,
    };
    let text = Frame {
        x: width / 10,
        y: height / 2,
        width: inner,
        height: height / 10 * 4,
    };
    let shapes = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" \
         noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{}\
         </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln w=\"12700\"><a:solidFill>\
         <a:prstClr val=\"black\"/></a:solidFill></a:ln></p:spPr></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
         <p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm><a:prstGeom prst=\"rect\">\
         <a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-US\"/></a:p></p:txBody>\
         </p:sp>",
        image.xml(),
        text.xml()
    );
    let colors = [
        ("bg1", "lt1"),
        ("tx1", "dk1"),
        ("bg2", "lt2"),
        ("tx2", "dk2"),
        ("accent1", "accent1"),
        ("accent2", "accent2"),
        ("accent3", "accent3"),
        ("accent4", "accent4"),
        ("accent5", "accent5"),
        ("accent6", "accent6"),
        ("hlink", "hlink"),
        ("folHlink", "folHlink"),
    ];
    let colors: String = colors
        .iter()
        .map(|(role, color)| format!(" {role}=\"{color}\""))
        .collect();
    let style = "<p:notesStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
                 <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>\
                 </p:notesStyle>";
    part(
        "notesMaster",
        &format!("{}<p:clrMap{colors}/>{style}", tree(&shapes)),
    )
}
