//! The agenda that we wrote: the numbers of the slides in it, once there are new ones.

use std::io::{Read, Seek};

use ooxml::{Package, Presentation, Result, slide};

/// The name of the shape of an agenda.
pub(crate) const SHAPE: &str = "Agenda";
/// What stands between a part and the number of its first slide.
pub(crate) const BETWEEN: &str = "   ";

/// Adds `n_new` to every number of a slide behind the one that is `part`.
///
/// # Errors
/// A slide cannot be read.
pub(super) fn renumber(
    package: &mut Package<impl Read + Seek>,
    presentation: &Presentation,
    part: &str,
    n_new: usize,
) -> Result<()> {
    let Some(after) = presentation.number_of(part) else {
        return Ok(());
    };
    let shape = format!("name=\"{SHAPE}\"");
    for it in &presentation.slides {
        let text = package.text(&it.part)?;
        if text.contains(&shape) {
            let changed = slide::with_shape(&text, SHAPE, |text| shifted(text, after, n_new))?;
            package.replace(&it.part, text.encode(&changed))?;
        }
    }
    Ok(())
}

fn shifted(text: &str, after: usize, n_new: usize) -> String {
    let line = |line: &str| {
        let (part, number) = line.rsplit_once(BETWEEN)?;
        let number = number.parse::<usize>().ok().filter(|it| *it > after)?;
        Some(format!("{part}{BETWEEN}{}", number.saturating_add(n_new)))
    };
    let lines = text.split('\n').map(|it| line(it).unwrap_or(it.to_owned()));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::shifted;

    #[test]
    fn only_numbers_behind_the_new_slides_change() {
        let agenda = "Costs   3\nLimits   4\nBy hand 5\nSources   12";
        let after = "Costs   3\nLimits   6\nBy hand 5\nSources   14";
        assert_eq!(shifted(agenda, 3, 2), after);
    }
}
