//! Which type each part has: by its own name, else by the end of it.

use super::CONTENT_TYPES;
use super::names::key;
use crate::xml::{Edits, Text, append, escape, is};
use crate::{Error, Result};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// The content types of a package.
#[derive(Clone, Debug, Default)]
pub struct ContentTypes {
    /// Ends of names, in lower case, and the types that they stand for.
    pub defaults: Vec<(String, String)>,
    /// Names of parts, without the slash in front, and their types.
    pub overrides: Vec<(String, String)>,
}

impl ContentTypes {
    pub(crate) fn read(text: &Text) -> Result<Self> {
        let document = text.parse()?;
        let mut out = Self::default();
        for node in document
            .root_element()
            .children()
            .filter(roxmltree::Node::is_element)
        {
            let (Some(what), Some(kind)) = (
                node.attribute("PartName").or(node.attribute("Extension")),
                node.attribute("ContentType"),
            ) else {
                return Err(Error::Lacks(CONTENT_TYPES.to_owned(), "ContentType"));
            };
            if is(node, &[NAMESPACE], "Override") {
                let name = what.strip_prefix('/').unwrap_or(what);
                out.overrides.push((name.to_owned(), kind.to_owned()));
            } else if is(node, &[NAMESPACE], "Default") {
                out.defaults.push((key(what), kind.to_owned()));
            }
        }
        Ok(out)
    }

    /// The type of a part.
    pub fn of(&self, part: &str) -> Option<&str> {
        let own = self
            .overrides
            .iter()
            .find(|it| it.0.eq_ignore_ascii_case(part));
        own.map(|it| it.1.as_str()).or_else(|| {
            let end = part.rsplit_once('.').map(|it| key(it.1))?;
            self.default_of(&end)
        })
    }

    /// The type of all names that end so, in lower case and without the dot.
    pub(crate) fn default_of(&self, end: &str) -> Option<&str> {
        self.defaults
            .iter()
            .find(|it| it.0 == end)
            .map(|it| it.1.as_str())
    }
}

/// The text with these types: of each part the last one counts, and none takes its entry out.
pub(super) fn edited(text: &Text, changes: &[(String, Option<String>)]) -> Result<String> {
    let document = text.parse()?;
    let root = document.root_element();
    let last: std::collections::HashMap<String, usize> = changes
        .iter()
        .enumerate()
        .map(|(at, it)| (key(&it.0), at))
        .collect();
    let mut present = std::collections::HashSet::new();
    let mut edits = Edits::default();
    for node in root
        .children()
        .filter(|it| is(*it, &[NAMESPACE], "Override"))
    {
        let name = key(node
            .attribute("PartName")
            .unwrap_or_default()
            .trim_start_matches('/'));
        match last.get(&name).map(|at| &changes[*at].1) {
            None => {}
            Some(None) => edits.remove(node.range()),
            Some(Some(kind)) => {
                present.insert(name);
                if let Some(attribute) = node
                    .attribute_node("ContentType")
                    .filter(|it| it.value() != kind)
                {
                    edits.replace(attribute.range_value(), escape(kind));
                }
            }
        }
    }
    let mut new = String::new();
    for (at, (name, kind)) in changes.iter().enumerate() {
        let key = key(name);
        if let Some(kind) = kind
            .as_ref()
            .filter(|_| last.get(&key) == Some(&at) && !present.contains(&key))
        {
            let prefix = crate::xml::prefix(text, root);
            new.push_str(&format!(
                "<{prefix}Override PartName=\"/{}\" ContentType=\"{}\"/>",
                escape(name),
                escape(kind)
            ));
        }
    }
    append(text, root, &new, &mut edits);
    Ok(edits.apply(text))
}
