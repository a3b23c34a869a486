//! What a package says of itself: title, author, keywords, date.
//!
//! # Source
//!
//! ECMA-376-2:2021, 8 (core properties); the elements are those of Dublin Core.

use std::io::{Read, Seek};

use crate::Result;
use crate::package::Package;
use crate::package::relationships::{NewRelationship, Target};
use crate::xml::escape;

/// The properties of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Properties {
    /// Its title.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// Words to find it by.
    pub keywords: String,
    /// The day on which it was made and changed, ISO 8601; empty for no date.
    pub date: String,
}

const KIND: &str = "core-properties";
const TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const PART: &str = "docProps/core.xml";

impl Properties {
    /// Reads what a package says of itself; what it does not say is empty.
    ///
    /// # Errors
    /// The part cannot be read.
    pub fn read(package: &mut Package<impl Read + Seek>) -> Result<Self> {
        let Some(part) = package
            .relationships("")?
            .first(KIND)?
            .filter(|it| package.has(it))
        else {
            return Ok(Self::default());
        };
        let text = package.text(&part)?;
        let document = text.parse()?;
        let value = |name| {
            let found = document
                .root_element()
                .children()
                .find(|it| it.tag_name().name() == name);
            found
                .and_then(|it| it.text())
                .unwrap_or_default()
                .to_owned()
        };
        let date = value("modified");
        Ok(Self {
            title: value("title"),
            creator: value("creator"),
            keywords: value("keywords"),
            date: date.split('T').next().unwrap_or_default().to_owned(),
        })
    }

    /// Makes a package say this of itself, and nothing else.
    ///
    /// # Errors
    /// What it says now cannot be read.
    pub fn write(&self, package: &mut Package<impl Read + Seek>) -> Result<()> {
        let bytes = self.xml().into_bytes();
        if let Some(part) = package
            .relationships("")?
            .first(KIND)?
            .filter(|it| package.has(it))
        {
            return package.replace(&part, bytes);
        }
        let part = if package.has(PART) {
            package.free_names("docProps/core", ".xml", 1).remove(0)
        } else {
            PART.to_owned()
        };
        package.add(&part, TYPE, bytes)?;
        package.relate(
            "",
            &[NewRelationship {
                kind: KIND,
                target: Target::Part(part),
            }],
        )?;
        Ok(())
    }

    fn xml(&self) -> String {
        let mut content = String::new();
        for (name, value) in [
            ("dc:title", &self.title),
            ("dc:creator", &self.creator),
            ("cp:keywords", &self.keywords),
        ] {
            if !value.is_empty() {
                content.push_str(&format!("<{name}>{}</{name}>", escape(value)));
            }
        }
        if !self.date.is_empty() {
            for name in ["created", "modified"] {
                let date = escape(&self.date);
                content.push_str(&format!(
                    "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{name}>"
                ));
            }
        }
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<cp:coreProperties \
             xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{content}</cp:coreProperties>"
        )
    }
}

impl<R: Read + Seek> Package<R> {
    /// Whether somebody signed it: any change breaks a signature.
    ///
    /// # Errors
    /// Its relationships cannot be read.
    pub fn is_signed(&mut self) -> Result<bool> {
        Ok(self.relationships("")?.of_kind("origin").next().is_some())
    }
}
