//! Packages of Office Open XML, changed without touching what was not asked for.
//!
//! Start reading at [`Package`], a zip of parts, then [`Presentation`], [`Slide`] and [`Table`]. A text of XML is changed by
//! the place of its bytes, and a record of the zip that was not changed is copied as it is: a deck that somebody made keeps
//! everything that this crate knows nothing of.
//! Invariant: no file, no clock, and nothing is extracted. What is read comes from a [`Read`](std::io::Read) and
//! [`Seek`](std::io::Seek), what is written goes to a [`Write`](std::io::Write), and media are never inflated.
//!
//! # Setting a cell
//!
//! ```
//! use std::io::Cursor;
//! use ooxml::{Package, Presentation, Slide};
//!
//! let deck = include_bytes!("../tests/decks/python-pptx.pptx");
//! let mut package = Package::open(Cursor::new(&deck[..]))?;
//! for entry in Presentation::read(&mut package)?.slides {
//!     let slide = Slide::read(&mut package, &entry.part)?;
//!     let Some(table) = slide.tables.iter().find(|it| it.name == "tradeoff:costs") else {
//!         continue;
//!     };
//!     let mut edit = table.edit();
//!     edit.set_cell(1, 2, "0.20 € per hour");
//!     edit.insert_row(4, 3, &["Region", "any", "some"]);
//!     edit.set_description("Table: containers and serverless.");
//!     let edited = edit.apply(&slide.text)?;
//!     package.replace(&entry.part, slide.text.encode(&edited.slide))?;
//! }
//! let mut out = Vec::new();
//! package.save_checked(&mut out)?;
//! # let mut again = Package::open(Cursor::new(out))?;
//! # let slide = Slide::read(&mut again, "ppt/slides/slide1.xml")?;
//! # assert_eq!(slide.tables[0].rows[1].cells[2].text, "0.20 € per hour");
//! # assert_eq!(slide.tables[0].rows[4].cells[0].text, "Region");
//! # Ok::<(), ooxml::Error>(())
//! ```
//!
//! # Adding a slide with a table
//!
//! ```
//! use std::io::Cursor;
//! use ooxml::slide::{self, NewSlide, Shape, TextShape};
//! use ooxml::table::{NewCell, NewRow, NewTable};
//! use ooxml::text::Paragraph;
//! use ooxml::{Package, Presentation};
//!
//! let template = include_bytes!("../tests/decks/pandoc.pptx");
//! let mut package = Package::open(Cursor::new(&template[..]))?;
//! let mut presentation = Presentation::read(&mut package)?;
//! presentation.make_presentation(&mut package);
//! slide::remove_all(&mut package, &mut presentation)?;
//!
//! let layout = presentation.table_layout().expect("a layout");
//! let title = layout.title().expect("a title");
//! let cell = |text: &str| NewCell { paragraphs: vec![Paragraph::plain(text)], ..NewCell::default() };
//! let row = |texts: [&str; 2]| NewRow { height: 370_840, cells: texts.map(cell).into() };
//! let table = NewTable {
//!     name: "tradeoff:limits".to_owned(),
//!     description: "Table: limits.".to_owned(),
//!     left: title.frame.x,
//!     top: title.frame.y + title.frame.height,
//!     columns: vec![title.frame.width / 2; 2],
//!     rows: vec![row(["Option", "Longest run"]), row(["Serverless", "15 min"])],
//!     header_row: true,
//!     style: presentation.table_style.clone(),
//!     ..NewTable::default()
//! };
//! let heading = TextShape {
//!     name: "Title".to_owned(),
//!     placeholder: Some(title.into()),
//!     paragraphs: vec![Paragraph::plain("Limits")],
//!     ..TextShape::default()
//! };
//! let new = NewSlide {
//!     layout: layout.part.clone(),
//!     shapes: vec![Shape::Text(heading), Shape::Table(table)],
//!     notes: vec![Paragraph::plain("Say it slowly.")],
//!     language: "en-US".to_owned(),
//!     ..NewSlide::default()
//! };
//! slide::add(&mut package, &mut presentation, &[new])?;
//! let mut out = Vec::new();
//! package.save_checked(&mut out)?;
//! # let mut again = Package::open(Cursor::new(out))?;
//! # assert_eq!(Presentation::read(&mut again)?.slides.len(), 1);
//! # Ok::<(), ooxml::Error>(())
//! ```

mod check;
mod error;
mod geometry;
pub mod limits;
mod links;
mod package;
pub mod presentation;
mod properties;
pub mod slide;
pub mod table;
pub mod text;
mod visible;
mod xml;
mod zip;

pub use check::{Finding, check, new_faults};
pub use error::{Error, Result};
pub use geometry::{EMU_PER_POINT, Frame};
pub use package::relationships::{NewRelationship, Target};
pub use package::{ContentTypes, Package, Relationship, Relationships};
pub use presentation::Presentation;
pub use properties::Properties;
pub use slide::Slide;
pub use table::{Table, TableEdit};
pub use xml::Text;
