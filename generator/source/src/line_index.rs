//! From byte offsets to lines and columns, without scanning the text again for every question.

/// A line and column as people and editors count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The offset at which each line of a text begins.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text` in one pass.
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at as u32 + 1))
            .collect();
        Self { starts }
    }

    /// Where `offset` lies in `text`, which must be the text that was indexed.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.starts[line - 1] as usize;
        let end = offset.min(text.len()).max(start);
        let column = text
            .get(start..end)
            .map_or(end - start, |before| before.chars().count());
        Position {
            line,
            column: column + 1,
        }
    }

    /// The line of `offset`, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start as usize <= offset)
    }

    /// How many lines there are; a text that ends in a line break has an empty last one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// Offset of the first byte of `line`, counted from 1; lines after the last begin where the last one does.
    pub fn start(&self, line: usize) -> usize {
        self.starts[line.clamp(1, self.starts.len()) - 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "a\näöü\n";
        let index = LineIndex::new(text);
        let at = |offset| {
            let position = index.position(text, offset);
            (position.line, position.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(1), (1, 2));
        assert_eq!(at(2), (2, 1));
        assert_eq!(at(6), (2, 3));
        assert_eq!(at(9), (3, 1));
        assert_eq!(at(400), (3, 1));
        assert_eq!(index.lines(), 3);
        assert_eq!(index.start(2), 2);
    }
}
