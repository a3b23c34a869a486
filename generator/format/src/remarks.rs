//! Comments as they stand in the space between values.

/// The lines of comments in `raw`, which holds nothing but comments and white space. A blank line between or after
/// comments is an empty text, and never stands first or beside another.
pub(crate) fn lines(raw: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for line in raw.split_inclusive('\n') {
        let words = line.trim();
        let blank_ends = words.is_empty() && line.ends_with('\n');
        if !words.is_empty() || blank_ends && found.last().is_some_and(|it| !it.is_empty()) {
            found.push(words);
        }
    }
    found
}

/// The comments of [`lines`] without blank lines.
pub(crate) fn comments(raw: &str) -> impl Iterator<Item = &str> {
    raw.lines().map(str::trim).filter(|it| !it.is_empty())
}

/// Takes off what stands before the first line break: a comment there belongs to what stands before it.
pub(crate) fn first_line(raw: &str) -> (Option<&str>, &str) {
    let (first, rest) = raw.split_once('\n').unwrap_or((raw, ""));
    let first = first.trim();
    ((!first.is_empty()).then_some(first), rest)
}

/// What is said about one of several values in brackets or braces.
#[derive(Debug, Default)]
pub(crate) struct Remarks<'t> {
    /// Comments above it.
    pub(crate) above: Vec<&'t str>,
    /// A comment behind it.
    pub(crate) beside: Option<&'t str>,
}

/// Gives every comment to the value that it stands above or behind. `spaces` is the space before each value and the space
/// behind it, up to the comma; `end` is what is left before the closing bracket. Also gives the comments of the end.
pub(crate) fn distribute<'t>(
    spaces: &[(&'t str, &'t str)],
    end: &'t str,
) -> (Vec<Remarks<'t>>, Vec<&'t str>) {
    let mut all: Vec<Remarks<'t>> = Vec::new();
    // Below the last value there is nothing but the closing bracket.
    let mut left = Vec::new();
    for (before, behind) in spaces {
        let mut own = Remarks::default();
        own.above.extend(passed_on(all.last_mut(), before));
        let (beside, rest) = first_line(behind);
        own.beside = beside;
        left = comments(rest).collect();
        if all.len() + 1 < spaces.len() {
            own.above.append(&mut left);
        }
        all.push(own);
    }
    left.extend(passed_on(all.last_mut(), end));
    (all, left)
}

/// The comments of `space` but for one that stands behind `last`, which gets it.
fn passed_on<'t>(last: Option<&mut Remarks<'t>>, space: &'t str) -> impl Iterator<Item = &'t str> {
    let rest = match last {
        None => space,
        Some(last) => {
            let (beside, rest) = first_line(space);
            if let Some(beside) = beside
                && let Some(earlier) = last.beside.replace(beside)
            {
                last.above.push(earlier);
            }
            rest
        }
    };
    comments(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_kept_between_comments_and_after_them() {
        assert_eq!(lines("\n \n# a\n\n\n  # b\n\n"), ["# a", "", "# b", ""]);
        assert_eq!(lines("\n\n  "), [""; 0]);
        assert_eq!(lines("# a\n  "), ["# a"]);
    }

    #[test]
    fn a_comment_behind_a_comma_belongs_to_what_stands_before_it() {
        let spaces = [(" # open\n", ""), (" # one\n # above two\n", " # two\n")];
        let (all, end) = distribute(&spaces, "# after\n # end\n");
        assert_eq!(all[0].above, ["# open"]);
        assert_eq!(all[0].beside, Some("# one"));
        // Two stand behind it, and a line has room for one.
        assert_eq!(all[1].above, ["# above two", "# two"]);
        assert_eq!(all[1].beside, Some("# after"));
        assert_eq!(end, ["# end"]);
    }
}
