//! One part of XML: that it is some, and that what it names by id is there.

use std::io::{Read, Seek};

use super::{Finding, slide, table, understood};
use crate::Result;
use crate::package::Package;
use crate::xml::{DRAWING, OFFICE, PRESENTATION, is};

pub(super) fn check(
    package: &mut Package<impl Read + Seek>,
    part: &str,
    out: &mut Vec<Finding>,
) -> Result<()> {
    let name = part.to_ascii_lowercase();
    if !(name.ends_with(".xml") || name.ends_with(".rels")) {
        return Ok(());
    }
    let result = package.text(part);
    let Some(text) = understood(result, part, out)? else {
        return Ok(());
    };
    let result = text.parse();
    let Some(document) = understood(result, part, out)? else {
        return Ok(());
    };
    let result = package.relationships(part);
    let Some(relationships) = understood(result, part, out)? else {
        return Ok(());
    };
    for node in document.descendants() {
        let ids = node
            .attributes()
            .filter(|it| it.namespace().is_some_and(|it| OFFICE.contains(&it)));
        for id in
            ids.filter(|it| !it.value().is_empty() && relationships.by_id(it.value()).is_none())
        {
            let what = format!("names the relationship {}, which is not there", id.value());
            out.push(Finding::of("dangling-id", part, what));
        }
        if is(node, DRAWING, "t")
            && node
                .text()
                .is_some_and(|it| it.contains(['\t', '\n', '\r']))
        {
            out.push(Finding::of(
                "control-in-text",
                part,
                "has a tab or a line feed within a text",
            ));
        }
    }
    if is(document.root_element(), PRESENTATION, "sld") {
        slide::check(part, &document, &relationships, out);
        table::check(part, &document, out);
    }
    Ok(())
}
