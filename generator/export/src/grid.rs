//! Bars as numbers: what a format without drawings shows of them.

use document::{Contributions, Grid, Ranges, Run, Shares};

/// A row for each draw, a column for each option.
pub(crate) fn shares(it: &Shares) -> Grid {
    let options = it.options.iter().map(|name| (name.clone(), true));
    let row = |row: &document::ShareRow| {
        let texts = row.shares.iter().map(|(_, text)| text.as_str());
        cells(std::iter::once(row.label.as_str()).chain(texts))
    };
    Grid {
        headings: std::iter::once((String::new(), false))
            .chain(options)
            .collect(),
        rows: it.rows.iter().map(row).collect(),
    }
}

/// A row for each need and one for the sum.
pub(crate) fn contributions(it: &Contributions) -> Grid {
    let runner = it.runner.as_deref();
    let mut headings = vec![("Need".to_owned(), false), ("Weight".to_owned(), true)];
    headings.push((it.best.clone(), true));
    headings.extend(runner.map(|name| (name.to_owned(), true)));
    headings.push(("Points".to_owned(), true));
    headings.push(("Why it matters".to_owned(), false));
    let row = |row: &document::Contribution| {
        let mut texts = vec![row.need.as_str(), &row.weight, &row.values.0];
        texts.extend(runner.map(|_| row.values.1.as_deref().unwrap_or_default()));
        texts.extend([row.text.as_str(), row.why.as_deref().unwrap_or_default()]);
        cells(texts.into_iter())
    };
    let mut rows: Vec<_> = it.rows.iter().map(row).collect();
    let empty = std::iter::repeat_n("", headings.len() - 3);
    let sum = std::iter::once("Sum")
        .chain(empty)
        .chain([it.sum.1.as_str(), ""]);
    rows.push(cells(sum));
    Grid { headings, rows }
}

/// A row for each amount, with its least, most likely, mean and most.
pub(crate) fn ranges(it: &Ranges) -> Grid {
    let amounts = it.headings.iter().map(|name| (name.clone(), true));
    let row = |row: &document::RangeRow| {
        let label = match row.detail.as_str() {
            "" => row.label.clone(),
            detail => format!("{} ({detail})", row.label),
        };
        let texts = row.texts.iter().map(String::as_str);
        let missing = std::iter::repeat_n("", it.headings.len());
        let texts = texts.chain(missing).take(it.headings.len());
        cells(std::iter::once(label.as_str()).chain(texts))
    };
    Grid {
        headings: std::iter::once((it.axis.clone(), false))
            .chain(amounts)
            .collect(),
        rows: it.rows.iter().map(row).collect(),
    }
}

fn cells<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<Run>> {
    let text = |it: &str| match it {
        "" => Vec::new(),
        _ => vec![Run::Text(it.to_owned())],
    };
    texts.map(text).collect()
}
