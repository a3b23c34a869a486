//! What the main part of a package says it is.

use std::io::{Read, Seek};

use crate::package::{ContentTypes, Package};
use crate::{Error, Result};

/// The kind of a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Whether it is a template, `.potx` or `.potm`, from which presentations are made.
    pub template: bool,
    /// Whether it holds macros: `.pptm`, `.potm` or `.ppsm`.
    pub macros: bool,
}

const PLAIN: &str = "application/vnd.openxmlformats-officedocument.presentationml.";
const MACROS: &str = "application/vnd.ms-powerpoint.";
const PROJECT: &str = "application/vnd.ms-office.vbaProject";

impl Kind {
    /// The kind of a main part.
    ///
    /// # Errors
    /// It is none of a presentation, or has macros under the type of one without.
    pub(super) fn of(package: &mut Package<impl Read + Seek>, part: &str) -> Result<Self> {
        let types = package.content_types()?;
        let found = types.of(part).unwrap_or_default().to_owned();
        let other = |what| Err(Error::OtherKind(what));
        let (rest, macros) = if let Some(rest) = found.strip_prefix(PLAIN) {
            (rest, false)
        } else if let Some(rest) = found.strip_prefix(MACROS) {
            (rest, true)
        } else if found.contains("wordprocessingml") || found.contains("ms-word") {
            return other("a Word document");
        } else if found.contains("spreadsheetml") || found.contains("ms-excel") {
            return other("an Excel workbook");
        } else {
            return other("an Office file, but no presentation");
        };
        let template = match rest
            .strip_suffix(".main+xml")
            .map(|it| it.trim_end_matches(".macroEnabled"))
        {
            Some("template") => true,
            Some("presentation" | "slideshow") => false,
            _ => return other("an Office file, but no presentation"),
        };
        if !macros && holds_project(package, &types) {
            return Err(Error::Macros);
        }
        Ok(Self { template, macros })
    }
}

/// Whether there is a part of the type of macros.
fn holds_project(package: &Package<impl Read + Seek>, types: &ContentTypes) -> bool {
    let ends = types
        .defaults
        .iter()
        .filter(|it| it.1 == PROJECT)
        .map(|it| format!(".{}", it.0));
    let mut ends = ends.collect::<Vec<_>>().into_iter();
    let by_end = ends.any(|end| {
        package
            .names()
            .any(|it| it.to_ascii_lowercase().ends_with(&end))
    });
    by_end
        || types
            .overrides
            .iter()
            .any(|it| it.1 == PROJECT && package.has(&it.0))
}

impl super::Presentation {
    /// Makes a presentation of a template: `PowerPoint` opens it then instead of a copy. Nothing else changes.
    pub fn make_presentation(&mut self, package: &mut Package<impl Read + Seek>) {
        if !self.kind.template {
            return;
        }
        let kind = match self.kind.macros {
            true => format!("{MACROS}presentation.macroEnabled.main+xml"),
            false => format!("{PLAIN}presentation.main+xml"),
        };
        package.set_type(&self.part, &kind);
        self.kind.template = false;
    }
}
