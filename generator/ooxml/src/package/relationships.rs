//! How one part leads to others.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};

use roxmltree::Node;

use super::{Package, directory_of, resolve};
use crate::xml::{Edits, Text, append, escape, is, prefix};
use crate::{Error, Result};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// What the types of relationships of documents begin with.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// One relationship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relationship {
    /// Its id, which the part uses.
    pub id: String,
    /// The last step of its type, such as `slideLayout`: it is the same in the strict form.
    pub kind: String,
    /// Where it leads, as it is written.
    pub target: String,
    /// Whether that is outside of the package; such a target is kept and never opened.
    pub external: bool,
}

/// The relationships of one part.
#[derive(Clone, Debug)]
pub struct Relationships {
    source: String,
    by_id: HashMap<String, usize>,
    /// All of them, in their order.
    pub all: Vec<Relationship>,
}

/// A relationship that is not there yet.
#[derive(Clone, Debug)]
pub struct NewRelationship {
    /// The last step of its type.
    pub kind: &'static str,
    /// A part, or an address outside of the package.
    pub target: Target,
}

/// Where a new relationship leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// To a part, by its name.
    Part(String),
    /// To an address.
    External(String),
}

/// The part that holds the relationships of `part`; of the package itself, with an empty name.
pub(crate) fn part_of(part: &str) -> String {
    let folder = directory_of(part);
    format!("{folder}_rels/{}.rels", &part[folder.len()..])
}

impl Relationships {
    /// The relationship of this id.
    pub fn by_id(&self, id: &str) -> Option<&Relationship> {
        self.by_id.get(id).map(|at| &self.all[*at])
    }

    /// The relationships of this kind.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Relationship> {
        self.all.iter().filter(move |it| it.kind == kind)
    }

    /// The part to which a relationship leads.
    ///
    /// # Errors
    /// It leads out of the package.
    pub fn part(&self, it: &Relationship) -> Result<String> {
        if it.external {
            return Err(Error::External(self.source.clone(), it.target.clone()));
        }
        resolve(&self.source, &it.target)
    }

    /// The part to which the first relationship of this kind leads, if there is one.
    ///
    /// # Errors
    /// It leads out of the package.
    pub fn first(&self, kind: &str) -> Result<Option<String>> {
        self.of_kind(kind)
            .next()
            .map(|it| self.part(it))
            .transpose()
    }
}

impl<R: Read + Seek> Package<R> {
    /// The relationships of a part; of the package itself, with an empty name. None is no error.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn relationships(&mut self, part: &str) -> Result<Relationships> {
        let mut all = Vec::new();
        let name = part_of(part);
        if self.has(&name) {
            let text = self.text(&name)?;
            let document = text.parse()?;
            for node in document
                .root_element()
                .children()
                .filter(|it| is(*it, &[NAMESPACE], "Relationship"))
            {
                let lacks = |what| Error::Lacks(name.clone(), what);
                let kind = node.attribute("Type").ok_or_else(|| lacks("Type"))?;
                all.push(Relationship {
                    id: node.attribute("Id").ok_or_else(|| lacks("Id"))?.to_owned(),
                    kind: kind.rsplit('/').next().unwrap_or(kind).to_owned(),
                    target: node
                        .attribute("Target")
                        .ok_or_else(|| lacks("Target"))?
                        .to_owned(),
                    external: node.attribute("TargetMode") == Some("External"),
                });
            }
        }
        // Of two with one id the first counts.
        let by_id = all
            .iter()
            .enumerate()
            .rev()
            .map(|(at, it)| (it.id.clone(), at))
            .collect();
        Ok(Relationships {
            source: part.to_owned(),
            by_id,
            all,
        })
    }

    /// Adds relationships to a part, and returns their ids. The part of relationships is made if there is none.
    ///
    /// # Errors
    /// What is there cannot be read.
    pub fn relate(&mut self, part: &str, new: &[NewRelationship]) -> Result<Vec<String>> {
        if new.is_empty() {
            return Ok(Vec::new());
        }
        let name = part_of(part);
        let present = self.relationships(part)?;
        let taken: HashSet<&str> = present.all.iter().map(|it| it.id.as_str()).collect();
        let numbered = (1_u32..).map(|it| format!("rId{it}"));
        let ids: Vec<String> = numbered
            .filter(|it| !taken.contains(it.as_str()))
            .take(new.len())
            .collect();
        if !self.has(&name) {
            self.put(&name, EMPTY.as_bytes().to_vec())?;
        }
        let text = self.text(&name)?;
        let document = text.parse()?;
        let root = document.root_element();
        let prefix = prefix(&text, root);
        let lines = new
            .iter()
            .zip(&ids)
            .map(|(it, id)| line(part, it, id, prefix))
            .collect::<String>();
        let mut edits = Edits::default();
        append(&text, root, &lines, &mut edits);
        let changed = text.encode(&edits.apply(&text));
        self.replace(&name, changed)?;
        Ok(ids)
    }

    /// Takes relationships out of a part by their ids.
    pub(crate) fn unrelate(&mut self, part: &str, ids: &HashSet<&str>) -> Result<()> {
        let name = part_of(part);
        let text = self.text(&name)?;
        let document = text.parse()?;
        let mut edits = Edits::default();
        for node in document.root_element().children() {
            if node.attribute("Id").is_some_and(|it| ids.contains(it)) {
                edits.remove(node.range());
            }
        }
        let changed = text.encode(&edits.apply(&text));
        self.replace(&name, changed)
    }
}

/// A part of relationships with those of these ids alone, and the one that leads to the layout.
pub(crate) fn with_only(text: &Text, ids: &HashSet<String>) -> Result<String> {
    let document = text.parse()?;
    let mut edits = Edits::default();
    for node in document.root_element().children().filter(Node::is_element) {
        let is_used = node.attribute("Id").is_some_and(|it| ids.contains(it));
        let kind = node.attribute("Type").unwrap_or_default();
        if !is_used && !kind.ends_with("/slideLayout") {
            edits.remove(node.range());
        }
    }
    Ok(edits.apply(text))
}

/// A part of relationships without one.
const EMPTY: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    "\r\n",
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#,
);

/// A relationship as XML.
fn line(source: &str, it: &NewRelationship, id: &str, prefix: &str) -> String {
    let (target, mode) = match &it.target {
        // What has a meaning in an address is written as a number.
        Target::Part(name) => (
            relative(source, name)
                .replace('%', "%25")
                .replace(' ', "%20"),
            "",
        ),
        Target::External(address) => (address.clone(), " TargetMode=\"External\""),
    };
    let base = match it.kind {
        "core-properties" => {
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
        }
        _ => OFFICE,
    };
    format!(
        "<{prefix}Relationship Id=\"{id}\" Type=\"{base}{}\" Target=\"{}\"{mode}/>",
        it.kind,
        escape(&target)
    )
}

/// The way from the folder of `source` to `target`.
fn relative(source: &str, target: &str) -> String {
    let folder = directory_of(source);
    if let Some(rest) = target.strip_prefix(folder) {
        return rest.to_owned();
    }
    let parent = directory_of(folder.trim_end_matches('/'));
    match target.strip_prefix(parent).filter(|_| !folder.is_empty()) {
        Some(rest) => format!("../{rest}"),
        None => format!("/{target}"),
    }
}
