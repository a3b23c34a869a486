//! The namespaces of a presentation. Prefixes are the writer's choice, so nothing is found by one.

use roxmltree::Node;

/// `PresentationML`, in the transitional and the strict form (ECMA-376-1 and ISO/IEC 29500-1, 19).
pub(crate) const PRESENTATION: &[&str] = &[
    "http://schemas.openxmlformats.org/presentationml/2006/main",
    "http://purl.oclc.org/ooxml/presentationml/main",
];
/// `DrawingML` (ECMA-376-1, 20 and 21).
pub(crate) const DRAWING: &[&str] = &[
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
];
/// Attributes that name a relationship (ECMA-376-1, 22.8).
pub(crate) const OFFICE: &[&str] = &[
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
/// Ids of rows and columns ([MS-ODRAWXML], 2.7).
pub(crate) const DRAWING_2014: &[&str] = &["http://schemas.microsoft.com/office/drawing/2014/main"];
/// Sections ([MS-PPTX], 2.2).
pub(crate) const PRESENTATION_2010: &[&str] =
    &["http://schemas.microsoft.com/office/powerpoint/2010/main"];
/// Content that has a choice and a fallback (ECMA-376-3, 7).
pub(crate) const MARKUP: &[&str] = &["http://schemas.openxmlformats.org/markup-compatibility/2006"];

/// Whether the node is this element of one of these namespaces.
pub(crate) fn is(node: Node, namespaces: &[&str], name: &str) -> bool {
    let tag = node.tag_name();
    node.is_element()
        && tag.name() == name
        && tag.namespace().is_some_and(|it| namespaces.contains(&it))
}
