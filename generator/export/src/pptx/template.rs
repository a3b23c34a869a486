//! What a deck is made from, and how much room it has for a table.

use std::io::Cursor;

use document::deck::Frame;
use document::measure::Face;
use ooxml::{EMU_PER_POINT, Package, Presentation};

use super::places::Places;
use super::{base, failed};
use crate::Refused;

/// A deck or template, with the layouts that were chosen.
#[derive(Clone, Debug)]
pub struct Template {
    pub(super) bytes: Vec<u8>,
    pub(super) places: Places,
    frame: Frame,
    /// Whether its own slides stay, in front of those that are made.
    pub(super) keeps_slides: bool,
}

impl Template {
    /// The base deck, with `changed` in place of its parts of the same names, such as `ppt/theme/theme1.xml`.
    ///
    /// # Errors
    /// If it is no deck with these parts, or one without the layouts of the base deck.
    pub fn base(changed: Vec<(String, Vec<u8>)>) -> Result<Self, Refused> {
        let is_whole = changed.is_empty();
        let bytes = base::package(changed).map_err(|it| failed(&it))?;
        let presentation = read(&bytes)?;
        let places = Places::of_base(&presentation)?;
        // All formats cut a table in the same places, unless somebody changed the room.
        let frame = match is_whole {
            true => Frame::default(),
            false => room(&places),
        };
        Ok(Self {
            bytes,
            places,
            frame,
            keeps_slides: false,
        })
    }

    /// The `.pptx` or `.potx` of a user, of which the layout called `layout`, in any case, is taken, or else the one that suits
    /// a title and a table best.
    ///
    /// # Errors
    /// If it is no presentation, if there is no such layout, or if none has room for a table; with the names
    /// of those that do.
    pub fn open(bytes: Vec<u8>, layout: Option<&str>) -> Result<Self, Refused> {
        let presentation = read(&bytes)?;
        let places = Places::of_own(&presentation, layout)?;
        let frame = room(&places);
        Ok(Self {
            bytes,
            places,
            frame,
            keeps_slides: false,
        })
    }

    /// It with its own slides, which stand in front of those that are made; without this they are left out.
    #[must_use]
    pub fn with_slides(self) -> Self {
        Self {
            keeps_slides: true,
            ..self
        }
    }

    /// The room of a table, in the face that stands in for the template's font.
    pub fn frame(&self) -> Frame {
        self.frame
    }
}

fn read(bytes: &[u8]) -> Result<Presentation, Refused> {
    let package = Package::open(Cursor::new(bytes));
    let presentation = package.and_then(|mut it| Presentation::read(&mut it));
    presentation.map_err(|it| failed(&it))
}

fn room(places: &Places) -> Frame {
    let points = |emu: i64| emu as f32 / EMU_PER_POINT as f32;
    let face = Face::named(&places.font).face;
    Frame::of(points(places.area.width), points(places.area.height), face)
}
