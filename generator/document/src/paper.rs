//! stand-in
use crate::Table;
/// Paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper { /// a4
 A4, /// letter
 Letter }
impl Paper { /// name
 pub fn name(self) -> &'static str { match self { Self::A4 => "a4", Self::Letter => "us-letter" } } }
/// Sheets.
pub struct Sheets { /// p
 pub paper: &'static str, /// f
 pub flipped: bool, /// p
 pub pieces: Vec<Table>, /// t
 pub told: Option<String> }
/// sheets
pub fn sheets(table: &Table, paper: Paper) -> Sheets { Sheets { paper: paper.name(), flipped: table.columns.len() > 3, pieces: vec![table.clone()], told: None } }
