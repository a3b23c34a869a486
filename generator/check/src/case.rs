//! Case files: the text of a rule, taken apart into what it says and its examples. `tests/rules/README.md` has the format.

/// What a case file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case<'t> {
    /// The id in its first line.
    pub id: &'t str,
    /// What the rule flags, in one sentence.
    pub sentence: &'t str,
    /// Why it matters, what to do: a name and a text each, without markup around the name.
    pub points: Vec<(&'t str, String)>,
    /// The cases.
    pub examples: Vec<Example<'t>>,
}

/// One case: files, and whether they are reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example<'t> {
    /// What is so.
    pub title: &'t str,
    /// `reported` or `silent`.
    pub outcome: &'t str,
    /// The blocks.
    pub blocks: Vec<Block<'t>>,
}

/// A fenced block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block<'t> {
    /// What stands behind the opening fence: language, path and how it is to be read.
    pub words: Vec<&'t str>,
    /// Its lines.
    pub lines: Vec<&'t str>,
    /// The number of its first line in the case file, from 1.
    pub line: usize,
}

impl<'t> Case<'t> {
    /// Takes a case file apart. What does not follow the format is left out: a test of the suite refuses it.
    pub fn parse(text: &'t str) -> Self {
        let mut case = Self::default();
        let mut fence = None;
        for (at, line) in text.lines().enumerate() {
            if let Some(open) = fence {
                if line == open {
                    fence = None;
                } else if let Some(block) = case.block() {
                    block.lines.push(line);
                }
            } else if line.starts_with("```") {
                let words = line.trim_start_matches('`');
                fence = Some(&line[..line.len() - words.len()]);
                let (words, lines) = (words.split_whitespace().collect(), Vec::new());
                if let Some(example) = case.examples.last_mut() {
                    example.blocks.push(Block {
                        words,
                        lines,
                        line: at + 2,
                    });
                }
            } else {
                case.line(at, line);
            }
        }
        case
    }

    fn line(&mut self, at: usize, line: &'t str) {
        if let Some(heading) = line.strip_prefix("## ") {
            let (title, outcome) = heading.rsplit_once(": ").unwrap_or((heading, ""));
            self.examples.push(Example {
                title,
                outcome,
                blocks: Vec::new(),
            });
        } else if let Some((name, rest)) = line
            .strip_prefix("- **")
            .and_then(|it| it.split_once(".** "))
        {
            self.points.push((name, rest.to_owned()));
        } else if let Some((_, point)) = self.points.last_mut().filter(|_| line.starts_with("  ")) {
            point.push(' ');
            *point += line.trim();
        } else if at == 0 {
            self.id = line.strip_prefix("# ").unwrap_or_default();
        } else if at == 1 {
            self.sentence = line;
        }
    }

    fn block(&mut self) -> Option<&mut Block<'t>> {
        self.examples.last_mut()?.blocks.last_mut()
    }
}

/// What a line of an example is said to give: `# error: [rule] "words"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'t> {
    /// The line without the comment.
    pub code: &'t str,
    /// `error` or `warning`.
    pub level: &'t str,
    /// The rule.
    pub rule: &'t str,
    /// What the finding says, in part.
    pub words: &'t str,
}

impl<'t> Mark<'t> {
    /// The mark at the end of `line`, if there is one.
    pub fn of(line: &'t str) -> Option<Self> {
        ["error", "warning"].into_iter().find_map(|level| {
            let (code, rest) = line.split_once(&format!("# {level}: ["))?;
            let (rule, words) = rest.split_once("] \"")?;
            let words = words.trim_end().strip_suffix('"')?;
            Some(Self {
                code: code.trim_end(),
                level,
                rule,
                words,
            })
        })
    }
}
