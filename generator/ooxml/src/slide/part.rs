//! What the parts of slides have in common.

const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// A part with this content, in the namespaces that all parts of slides use.
pub(super) fn part(root: &str, content: &str) -> Vec<u8> {
    let name = root.split(' ').next().unwrap_or(root);
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    let attributes = &root[name.len()..];
    format!("{head}<p:{name} {NAMESPACES}{attributes}>{content}</p:{name}>").into_bytes()
}

/// The tree of a slide with these shapes.
pub(super) fn tree(shapes: &str) -> String {
    format!(
        "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>\
         <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm>\
         </p:grpSpPr>{shapes}</p:spTree></p:cSld>"
    )
}
