//! A brief says what the page of its use case says, and nothing else.

use decide::{Decision, Outcome};
use document::decision::{self, Names, fixed, recomputed};
use document::sentence::Numbers;
use document::{Element, Section, plain};

use crate::records::{Records, cells, lines, more, section, shipped, small};

/// A use case with everything that the book says of it.
struct Page<'r> {
    names: Names,
    decisions: Vec<(Option<&'r str>, &'r Decision)>,
    sections: Vec<decision::Section>,
}

fn page<'r>(records: &'r Records, use_case: &str) -> Page<'r> {
    let record = records.model.use_cases.get(use_case).unwrap();
    let verdict = records.verdicts.get(use_case).unwrap();
    let names = Names::of(record, &verdict.problem, &records.model);
    let (problem, outcome, words) = (&verdict.problem, &verdict.outcome, &records.sentences);
    let mut sections = recomputed(problem, outcome, &names, words, false);
    sections.extend(fixed(problem, outcome, &names, words));
    Page {
        names,
        decisions: verdict.decisions(),
        sections,
    }
}

impl Page<'_> {
    fn lines(&self, id: &str, component: Option<&str>) -> Vec<String> {
        let mut sections = self.sections.iter();
        let found = sections.find(|it| it.id == id && it.part.as_deref() == component);
        let lines = found.into_iter().flat_map(|it| &it.lines);
        lines.map(|it| plain(&it.runs)).collect()
    }

    /// The part of a document that shows a component.
    fn part(&self, component: Option<&str>) -> Option<String> {
        component.map(|it| self.names.component(it).to_owned())
    }
}

/// The numbers in a text, with their points and commas.
fn numbers(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !(it.is_ascii_digit() || it == '.' || it == ','));
    let words = words.map(|it| it.trim_matches(['.', ',']));
    words
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_use_case_that_ships_has_a_brief_with_a_verdict() {
    let shipped = shipped();
    assert!(shipped.model.use_cases.len() > 20);
    for use_case in &shipped.model.use_cases {
        let brief = shipped.brief(&use_case.id);
        let page = page(&shipped, &use_case.id);
        assert_eq!(
            brief.subject.to_string(),
            format!("use-case:{}", use_case.id)
        );
        assert_eq!(brief.title, page.names.title);
        assert_eq!(brief.revision, shipped.model.revision);
        for (component, decision) in &page.decisions {
            let part = page.part(*component);
            let of = section(&brief, "verdict", part.as_deref()).unwrap();
            let Some(Element::Verdict(band)) = of.elements.first() else {
                panic!("{}: {of:?}", use_case.id);
            };
            assert_eq!(band.word, decision.word.id());
            let said: Vec<_> = band.lines.iter().map(|it| plain(it)).collect();
            assert_eq!(said, page.lines("verdict", *component));
        }
        for id in ["otherwise", "sure"] {
            assert!(section(&brief, id, None).is_some(), "{}: {id}", use_case.id);
        }
        let method = section(&brief, "method", None);
        assert_eq!(method.is_some(), use_case.components.is_empty());
        for it in &brief.sections {
            assert!(
                !it.heading.is_empty() && !it.elements.is_empty(),
                "{}: {}",
                use_case.id,
                it.id
            );
        }
    }
}

#[test]
fn a_use_case_with_components_has_its_sections_for_each() {
    let shipped = shipped();
    let brief = shipped.brief("video-transcode");
    let of_part = |title: &str| {
        let own = brief
            .sections
            .iter()
            .filter(|it| it.part.as_deref() == Some(title));
        own.map(|it| (it.id.clone(), it.level)).collect::<Vec<_>>()
    };
    let (clips, films) = (of_part("Clips of a few minutes"), of_part("Films of hours"));
    assert_eq!(clips, films);
    assert_eq!(clips[0], ("verdict".to_owned(), 1));
    for id in ["shares", "why", "change", "costs", "ruled-out"] {
        assert!(clips.contains(&(id.to_owned(), 2)), "{id}: {clips:?}");
    }
    let Some(Element::Verdict(band)) = brief.sections[0].elements.first() else {
        panic!("{:?}", brief.sections[0]);
    };
    assert_eq!((band.word, &band.best), ("split", &None));
}

/// What stands in the lists of a brief, without what counts the rest.
fn told(section: Option<&Section>) -> (Vec<String>, usize) {
    let mut said = section.map(lines).unwrap_or_default();
    let left_out = more(&said);
    if left_out > 0 {
        said.pop();
    }
    (said, left_out)
}

/// The rows of the ranges of a section.
fn n_rows(section: Option<&Section>) -> usize {
    let elements = section.into_iter().flat_map(|it| &it.elements);
    let rows = elements.map(|it| match it {
        Element::Ranges(it) => it.rows.len(),
        _ => 0,
    });
    rows.sum()
}

#[test]
fn every_line_is_one_of_the_page_and_what_is_left_out_is_counted() {
    let shipped = shipped();
    let mut n_left_out = 0;
    for use_case in &shipped.model.use_cases {
        let brief = shipped.brief(&use_case.id);
        let page = page(&shipped, &use_case.id);
        for (component, _) in &page.decisions {
            let part = page.part(*component);
            // What components share is said of the whole.
            let shared = match component {
                None => Vec::new(),
                Some(_) => told(section(&brief, "ruled-out", None)).0,
            };
            let of = |id: &str| section(&brief, id, part.as_deref());
            for (id, ids, beside) in [
                ("change", ["change", "quantities"], 0),
                ("costs", ["costs", "products"], n_rows(of("costs"))),
                ("ruled-out", ["ruled-out", ""], shared.len()),
            ] {
                let all = ids.map(|it| page.lines(it, *component)).concat();
                let (said, left_out) = told(of(id));
                let known = if id == "ruled-out" { &shared[..] } else { &[] };
                for line in said.iter().chain(known) {
                    assert!(all.contains(line), "{} {id}: {line}", use_case.id);
                }
                let shown = said.len() + beside + left_out;
                assert_eq!(shown, all.len(), "{} {id}", use_case.id);
                n_left_out += left_out;
            }
        }
        if let Some(method) = section(&brief, "method", None) {
            assert_eq!(lines(method), page.lines("method", None));
        }
    }
    assert!(n_left_out > 0);
}

#[test]
fn how_sure_it_is_has_the_lines_of_the_page() {
    let shipped = shipped();
    for use_case in &shipped.model.use_cases {
        let brief = shipped.brief(&use_case.id);
        let page = page(&shipped, &use_case.id);
        let said = lines(section(&brief, "sure", None).unwrap());
        for (component, _) in &page.decisions {
            let all = page.lines("sure", *component);
            let title = component.map(|it| page.names.component(it));
            let from = said.iter().position(|it| Some(it.as_str()) == title);
            let from = from.map_or(0, |it| it + 1);
            let ends = |it: &String| it.ends_with("of the use case.");
            let end = from + said[from..].iter().position(ends).unwrap();
            let own = &said[from..end];
            assert!(own.iter().all(|it| all.contains(it)), "{own:?}");
            assert_eq!(own.len() + more(&said[from..=end]), all.len(), "{own:?}");
        }
    }
}

#[test]
fn every_number_of_a_figure_stands_in_a_line_of_the_page() {
    let shipped = shipped();
    let mut n_numbers = 0;
    for use_case in &shipped.model.use_cases {
        let brief = shipped.brief(&use_case.id);
        let page = page(&shipped, &use_case.id);
        for (component, _) in &page.decisions {
            let part = page.part(*component);
            for (id, of) in [("why", "why"), ("costs", "costs"), ("inputs", "inputs")] {
                let known: Vec<_> = page
                    .lines(of, *component)
                    .iter()
                    .flat_map(|it| numbers(it))
                    .collect();
                let section = section(&brief, id, part.as_deref());
                for text in section.map(figures).unwrap_or_default() {
                    for number in numbers(&text) {
                        assert!(known.contains(&number), "{} {id}: {text}", use_case.id);
                        n_numbers += 1;
                    }
                }
            }
        }
    }
    assert!(n_numbers > 1000, "{n_numbers}");
}

/// The texts of what is drawn or set as a table, those of an axis and those that the book takes from a table aside.
fn figures(section: &Section) -> Vec<String> {
    let mut out = Vec::new();
    for element in &section.elements {
        match element {
            Element::Contributions(it) => {
                for row in &it.rows {
                    out.extend([row.weight.clone(), row.values.0.clone(), row.text.clone()]);
                    out.extend(row.values.1.clone());
                }
                out.push(it.sum.1.clone());
            }
            Element::Ranges(it) => out.extend(it.rows.iter().flat_map(|row| row.texts.clone())),
            Element::Grid(it) if section.id == "inputs" => {
                out.extend(
                    cells(&it.rows)
                        .into_iter()
                        .flat_map(|row| row[1..].to_vec()),
                );
            }
            _ => {}
        }
    }
    out
}

#[test]
fn shares_are_the_counts_of_the_draws_and_add_up_to_no_more_than_all() {
    let shipped = shipped();
    let percent = Numbers::new(&shipped.sentences);
    for use_case in &shipped.model.use_cases {
        let brief = shipped.brief(&use_case.id);
        let page = page(&shipped, &use_case.id);
        for (component, decision) in &page.decisions {
            let of = section(&brief, "shares", page.part(*component).as_deref()).unwrap();
            let Some(Element::Shares(shares)) = of.elements.first() else {
                panic!("{}: {of:?}", use_case.id);
            };
            assert_eq!(
                shares.options[0],
                page.names.option(decision.best.as_ref().unwrap())
            );
            let counts = [&decision.first, &decision.stress.first];
            for (row, counts) in shares.rows.iter().zip(counts) {
                let sum: f64 = row.shares.iter().map(|it| it.0).sum();
                assert!(sum <= 1.0 + 1e-12, "{}: {sum}", use_case.id);
                for (name, (share, text)) in shares.options.iter().zip(&row.shares) {
                    let mut ids = page.names.order.iter();
                    let id = ids.find(|it| page.names.option(it) == name).unwrap();
                    let count = counts.get(id).copied().unwrap_or(0);
                    assert!((share * f64::from(decision.draws) - f64::from(count)).abs() < 1e-6);
                    assert_eq!(*text, percent.percent(count, decision.draws));
                }
            }
        }
    }
}

#[test]
fn amounts_stand_on_an_axis_that_reaches_as_far_as_they_do() {
    let shipped = shipped();
    let mut n_rows = 0;
    for use_case in &shipped.model.use_cases {
        for section in &shipped.brief(&use_case.id).sections {
            for element in &section.elements {
                let Element::Ranges(ranges) = element else {
                    continue;
                };
                assert!(ranges.ticks.is_sorted_by(|a, b| a.0 < b.0), "{ranges:?}");
                assert_eq!(ranges.ticks.last().map(|it| it.0), Some(ranges.end));
                for row in &ranges.rows {
                    let [least, mode, mean, most] = row.amounts.unwrap_or_default();
                    // A mean of equal amounts may miss their last bit.
                    let bit = 1e-9 * most.abs();
                    let inside = least <= mean + bit && mean <= most + bit;
                    assert!(inside, "{}: {row:?}", use_case.id);
                    assert!(most.max(mode) <= ranges.end, "{}: {row:?}", use_case.id);
                    let n_texts = if row.amounts.is_some() { 4 } else { 1 };
                    assert_eq!(row.texts.len(), n_texts, "{}: {row:?}", use_case.id);
                    n_rows += 1;
                }
            }
        }
    }
    assert!(n_rows > 50, "{n_rows}");
}

#[test]
fn the_small_brief_says_what_its_records_say() {
    let small = small(&[]);
    let brief = small.brief("bookshelf");
    let ids: Vec<_> = brief.sections.iter().map(|it| it.id.as_str()).collect();
    assert!(ids.starts_with(&["verdict", "shares", "why"]), "{ids:?}");
    let inputs = section(&brief, "inputs", None).unwrap();
    let Some(Element::Grid(grid)) = inputs.elements.first() else {
        panic!("{inputs:?}");
    };
    let title = small
        .model
        .quantities
        .get("joints")
        .unwrap()
        .title
        .text_of(&small);
    assert_eq!(cells(&grid.rows)[0][0], title);
    assert_eq!(brief.as_of.as_deref(), Some("2026-11-23"));
    let whole = matches!(
        small.verdicts.get("bookshelf").unwrap().outcome,
        Outcome::Whole(_)
    );
    assert!(whole);
}

/// The plain text of a title.
trait TextOf {
    fn text_of(&self, records: &Records) -> String;
}

impl TextOf for model::Title {
    fn text_of(&self, records: &Records) -> String {
        records.model.plain_text(self)
    }
}
