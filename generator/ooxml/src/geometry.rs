//! Lengths and places, in EMU: 914,400 to an inch, 12,700 to a point.

use roxmltree::Node;

use crate::xml::{DRAWING, child, number};

/// The units of one point.
pub const EMU_PER_POINT: i64 = 12_700;

/// Longer than every slide, and short enough that sums stay numbers.
pub(crate) const LONGEST: i64 = 1 << 40;

/// A place on a slide, in EMU.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// From the left edge.
    pub x: i64,
    /// From the top edge.
    pub y: i64,
    /// How wide.
    pub width: i64,
    /// How high.
    pub height: i64,
}

impl Frame {
    /// The frame of a transform, `a:xfrm` or `p:xfrm`.
    pub(crate) fn of(transform: Node) -> Option<Self> {
        let offset = child(transform, DRAWING, "off")?;
        let extent = child(transform, DRAWING, "ext")?;
        Some(Self {
            x: number(offset, "x")?,
            y: number(offset, "y")?,
            width: number(extent, "cx")?,
            height: number(extent, "cy")?,
        })
    }

    /// The content of a transform.
    pub(crate) fn xml(self) -> String {
        format!(
            "<a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/>",
            self.x, self.y, self.width, self.height
        )
    }
}
