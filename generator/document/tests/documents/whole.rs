//! The whole comparison has everything, each thing in its place and once.

use document::{Document, Element, plain};

use crate::records::{Records, cells, section, shipped, small};

fn ids<'d>(whole: &'d Document, kind: &str) -> Vec<&'d str> {
    let ids = whole
        .sections
        .iter()
        .filter_map(|it| it.id.strip_prefix(kind));
    ids.filter(|it| !it.contains('/')).collect()
}

fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

fn check(records: &Records) {
    let (whole, model) = (records.whole(), &records.model);
    let options: Vec<_> = model.columns().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids(&whole, "option:"), options);
    let all = |kind: model::Kind| {
        model
            .ids(kind)
            .into_iter()
            .map(model::Id::as_str)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        sorted(ids(&whole, "dimension:")),
        all(model::Kind::Dimension)
    );
    assert_eq!(sorted(ids(&whole, "use-case:")), all(model::Kind::UseCase));
    assert_eq!(sorted(ids(&whole, "case:")), all(model::Kind::Case));
    assert_eq!(sorted(ids(&whole, "change:")), all(model::Kind::Change));
    let grid = |id: &str| {
        let section = section(&whole, id, None).unwrap();
        let Some(Element::Grid(grid)) = section.elements.first() else {
            panic!("{id}");
        };
        assert!(
            grid.rows.iter().all(|it| it.len() == grid.headings.len()),
            "{id}"
        );
        cells(&grid.rows)
    };
    assert_eq!(grid("limits").len(), model.limits.len());
    assert_eq!(grid("quantities").len(), model.quantities.len());
    assert_eq!(grid("glossary").len(), model.glossary.len());
    let titles: Vec<_> = grid("glance").into_iter().map(|it| it[0].clone()).collect();
    for use_case in &model.use_cases {
        assert!(
            titles.contains(&model.plain_text(&use_case.title)),
            "{titles:?}"
        );
    }
    claims(&whole, records);
    tables(&whole, records);
}

/// Every pro and con stands with its option, once.
fn claims(whole: &Document, records: &Records) {
    let model = &records.model;
    let mut found = Vec::new();
    for section in &whole.sections {
        for element in &section.elements {
            let Element::Sides { sides } = element else {
                continue;
            };
            for side in sides {
                let points = side.pros.iter().chain(&side.cons);
                found.extend(points.map(|it| (side.option.clone(), plain(&it.title))));
            }
        }
    }
    let all = model.pros.iter().chain(model.cons.iter());
    let mut expected: Vec<_> = all
        .map(|it| {
            let option = model.options.get(&it.option.id).unwrap();
            (option.name.text.clone(), model.plain_text(&it.title))
        })
        .collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

/// Every dimension is a row of one table, with all options.
fn tables(whole: &Document, records: &Records) {
    let mut rows = Vec::new();
    for section in &whole.sections {
        for element in &section.elements {
            if let Element::Comparison { table } = element {
                assert_eq!(table.title, section.heading);
                assert_eq!(table.columns.len(), records.model.columns().len());
                rows.extend(table.rows().map(|it| it.id.clone()));
            }
        }
    }
    rows.sort();
    let dimensions: Vec<_> = records
        .model
        .dimensions
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    assert_eq!(rows, dimensions);
}

#[test]
fn everything_stands_in_the_whole_comparison_once() {
    check(&shipped());
    check(&small(&[]));
}

#[test]
fn chapters_come_in_their_order_and_sections_below_them() {
    let whole = shipped().whole();
    let chapters = whole.sections.iter().filter(|it| it.level == 1);
    let chapters: Vec<_> = chapters.map(|it| it.id.as_str()).collect();
    assert_eq!(
        chapters,
        [
            "options",
            "glance",
            "tables",
            "claims",
            "questions",
            "limits",
            "costs",
            "quantities",
            "use-cases",
            "real",
            "glossary",
            "changes",
            "method"
        ]
    );
    assert_eq!(whole.sections[0].level, 1);
    assert!(
        whole
            .sections
            .iter()
            .all(|it| !it.heading.is_empty() && it.level <= 2)
    );
    let mut ids: Vec<_> = whole.sections.iter().map(|it| &it.id).collect();
    ids.sort();
    let n = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), n, "a link has one place to go to");
}

#[test]
fn a_use_case_in_short_has_the_verdict_of_its_brief() {
    let shipped = shipped();
    let whole = shipped.whole();
    let bands = |document: &Document| {
        let elements = document.sections.iter().flat_map(|it| &it.elements);
        let bands = elements.filter_map(|it| match it {
            Element::Verdict(band) => Some(band.clone()),
            _ => None,
        });
        bands.collect::<Vec<_>>()
    };
    let in_short = bands(&whole);
    for use_case in &shipped.model.use_cases {
        for band in bands(&shipped.brief(&use_case.id)) {
            assert!(in_short.contains(&band), "{}: {band:?}", use_case.id);
        }
    }
}
