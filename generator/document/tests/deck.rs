//! Decks of the knowledge base that ships with the program, and of the small one: whole, in order, with every source.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use std::collections::BTreeSet;
use std::path::Path;

use document::deck::{Content, DecisionSlide, Frame, TableSlide};
use document::fit::Entry;
use document::sentence::Sentences;
use document::{Element, Slide, Slides, Subject, VerdictBand, brief, comparison, deck, plain};
use model::{Model, Part};
use source::Sources;
use verdict::{Scores, Verdicts};

struct Records {
    model: Model,
    scores: Scores,
    verdicts: Verdicts,
    sentences: Sentences,
}

/// The knowledge base in the folder `root` after each of `edits`: a file below `data/`, what is replaced, and by what.
fn read(root: &str, edits: &[(&str, &str, &str)]) -> Records {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut sources = Sources::default();
    let contents = source::read_folder(&root, "data", &mut sources).unwrap();
    for (path, from, to) in edits {
        let id = sources.find(&format!("data/{path}")).unwrap();
        let text = sources.file(id).text.to_string();
        assert!(text.contains(from), "`{from}` is not in {path}");
        sources.replace(id, &text.replace(from, to));
    }
    let model = model::load(&sources, &contents.files).model;
    Records {
        scores: Scores::of(&model).0,
        verdicts: Verdicts::of(&model).0,
        sentences: Sentences::builtin(),
        model,
    }
}

fn shipped() -> Records {
    read("../..", &[])
}

impl Records {
    fn deck(&self, id: &str) -> Slides {
        self.deck_in(id, &Frame::default())
    }

    fn deck_in(&self, id: &str, frame: &Frame) -> Slides {
        let record = self.model.decks.get(id).unwrap();
        deck(
            record,
            &self.model,
            &self.scores,
            &self.verdicts,
            &self.sentences,
            frame,
        )
    }

    fn decks(&self) -> Vec<Slides> {
        let ids = self.model.decks.iter().map(|it| self.deck(&it.id));
        ids.collect()
    }
}

fn tables(slides: &Slides) -> Vec<&TableSlide> {
    let found = slides.slides.iter().filter_map(|it| match &it.content {
        Content::Table(table) => Some(table.as_ref()),
        _ => None,
    });
    found.collect()
}

fn decisions(slides: &Slides) -> Vec<(&str, &DecisionSlide)> {
    let found = slides.slides.iter().filter_map(|it| match &it.content {
        Content::Decision(decision) => Some((it.id.as_str(), decision.as_ref())),
        _ => None,
    });
    found.collect()
}

/// What a slide's id says without its piece and component: `table:cost#1/2` is `table:cost`.
fn part_of(slide: &Slide) -> &str {
    let id = slide.id.split('#').next().unwrap();
    id.split('/').next().unwrap()
}

#[test]
fn the_slides_are_the_title_and_the_parts_of_the_record_in_order() {
    let records = shipped();
    for record in &records.model.decks {
        let slides = records.deck(&record.id);
        assert_eq!(slides.subject, Subject::Deck(record.id.to_string()));
        let mut parts: Vec<&str> = slides.slides.iter().map(part_of).collect();
        parts.dedup();
        let part = |it: &Part| match it {
            Part::Agenda => "agenda".to_owned(),
            Part::Sources => "sources".into(),
            Part::Record(link) if records.model.tables.get(&link.id).is_some() => {
                format!("table:{}", link.id)
            }
            Part::Record(link) => format!("use-case:{}", link.id),
        };
        let expected: Vec<String> = record.parts.iter().map(part).collect();
        assert_eq!(parts[0], "title");
        assert_eq!(parts[1..], expected);
        let mut ids: Vec<&str> = slides.slides.iter().map(|it| it.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), slides.slides.len());
    }
}

#[test]
fn the_agenda_leads_to_the_first_slide_of_each_part() {
    for slides in shipped().decks() {
        let mut led = 0;
        for slide in &slides.slides {
            let Content::Agenda { parts, .. } = &slide.content else {
                continue;
            };
            for part in parts {
                let to = &slides.slides[part.slide - 1];
                assert!(to.title.starts_with(&part.title), "{}", part.title);
                assert_ne!(part_of(&slides.slides[part.slide - 2]), part_of(to));
                led += 1;
            }
        }
        let mut parts: Vec<&str> = slides.slides.iter().map(part_of).collect();
        parts.dedup();
        // All but the title and the agenda itself.
        assert_eq!(led, parts.len() - 2);
    }
}

#[test]
fn the_pieces_of_a_table_hold_its_rows_and_say_which_they_are() {
    let records = shipped();
    for slides in records.decks() {
        let all = tables(&slides);
        for record in &records.model.tables {
            let pieces: Vec<_> = all.iter().filter(|it| it.table.id == *record.id).collect();
            let Some(first) = pieces.first() else {
                continue;
            };
            let whole = comparison(record, &records.model, &records.scores);
            let rows = pieces
                .iter()
                .flat_map(|it| it.table.rows())
                .map(|it| &it.id);
            assert!(rows.eq(whole.rows().map(|it| &it.id)), "{}", whole.id);
            assert_eq!(first.of, pieces.len());
            assert_eq!(first.stamp, whole.stamp().to_string());
        }
        for piece in all {
            let title = format!("({}\u{a0}of\u{a0}{})", piece.number, piece.of);
            let slide = slides.slides.iter().find(|it| match &it.content {
                Content::Table(table) => std::ptr::eq(table.as_ref(), piece),
                _ => false,
            });
            assert_eq!(slide.unwrap().title.ends_with(&title), piece.of > 1);
        }
    }
}

#[test]
fn the_entries_of_a_piece_are_its_rows_below_their_groups() {
    let records = shipped();
    for slides in records.decks() {
        for piece in tables(&slides) {
            let n_groups = piece.table.groups.len();
            let mut expected = Vec::new();
            let mut row = 0;
            for (at, group) in piece.table.groups.iter().enumerate() {
                expected.push((Some(at), None));
                for _ in &group.rows {
                    expected.push((None, Some(row)));
                    row += 1;
                }
            }
            let found = piece.entries.iter().map(|it| match it {
                Entry::Heading { group, .. } => (Some(*group), None),
                Entry::Row { row, .. } => (None, Some(*row)),
            });
            let found: Vec<_> = found.collect();
            let is_named = found.iter().any(|it| it.0.is_some());
            expected.retain(|it| is_named || it.0.is_none());
            assert_eq!(found, expected);
            assert!(is_named || n_groups == 1);
            assert!(piece.height_pt <= Frame::default().height_pt);
        }
        assert_eq!(slides.overflows, []);
    }
}

#[test]
fn every_answer_keeps_its_sources_under_the_numbers_of_the_deck() {
    let records = shipped();
    for slides in records.decks() {
        for piece in tables(&slides) {
            let record = records.model.tables.get(piece.table.id.as_str()).unwrap();
            let whole = comparison(record, &records.model, &records.scores);
            for row in piece.table.rows() {
                let own = whole.rows().find(|it| it.id == row.id).unwrap();
                for (cell, own) in row.cells.iter().zip(&own.cells) {
                    let new = cell.sources.iter().map(|it| &slides.sources[it - 1].id);
                    let old = own.sources.iter().map(|it| {
                        let mut sources = whole.sources.iter();
                        &sources.find(|source| source.number == *it).unwrap().id
                    });
                    let (new, old): (BTreeSet<_>, BTreeSet<_>) = (new.collect(), old.collect());
                    assert_eq!(new, old, "{}", row.id);
                }
            }
        }
    }
}

#[test]
fn sources_are_listed_once_and_are_those_that_slides_show() {
    for slides in shipped().decks() {
        let (mut listed, mut shown) = (Vec::new(), BTreeSet::new());
        for slide in &slides.slides {
            match &slide.content {
                Content::Sources { sources, .. } => {
                    listed.extend(sources.iter().map(|it| it.number));
                }
                _ => shown.extend(slide.sources.iter().copied()),
            }
        }
        let all: Vec<usize> = (1..=slides.sources.len()).collect();
        assert_eq!(listed, all);
        assert_eq!(shown.into_iter().collect::<Vec<_>>(), all);
        let numbers = slides.sources.iter().map(|it| it.number);
        assert!(numbers.eq(all));
    }
}

#[test]
fn notes_name_every_source_with_its_publisher_and_day() {
    for slides in shipped().decks() {
        for slide in &slides.slides {
            let is_argued = matches!(slide.content, Content::Table(_) | Content::Decision(_));
            assert_eq!(!slide.notes.is_empty(), is_argued, "{}", slide.id);
            if !is_argued {
                assert!(slide.source_notes.is_empty());
                continue;
            }
            assert_eq!(slide.source_notes.len(), slide.sources.len() + 1);
            for (note, number) in slide.source_notes[1..].iter().zip(&slide.sources) {
                let source = &slides.sources[number - 1];
                for part in [&source.title, &source.publisher, &source.accessed] {
                    assert!(note.contains(part.as_str()), "{note}");
                }
                assert!(
                    source
                        .url
                        .as_ref()
                        .is_none_or(|it| note.contains(it.as_str()))
                );
            }
        }
    }
}

#[test]
fn a_decision_says_what_its_brief_says() {
    let records = shipped();
    let mut seen = 0;
    for slides in records.decks() {
        for (id, decision) in decisions(&slides) {
            let id = id.trim_start_matches("use-case:");
            let (id, component) = id.split_once('/').map_or((id, None), |(a, b)| (a, Some(b)));
            let record = records.model.use_cases.get(id).unwrap();
            let document = brief(
                record,
                &records.model,
                &records.verdicts,
                &records.sentences,
            );
            let document = document.unwrap();
            let title = component.map(|it| {
                let mut parts = record.components.iter();
                let (_, _, found) = parts.find(|(id, ..)| id.as_str() == it).unwrap();
                records.model.plain_text(&found.title)
            });
            let of_part = document.sections.iter().filter(|it| it.part == title);
            let band = of_part.flat_map(|it| &it.elements).find_map(|it| match it {
                Element::Verdict(band) => Some(band),
                _ => None,
            });
            assert_eq!(Some(&decision.band), band, "{id}");
            seen += 1;
        }
    }
    // Seven use cases, and two of them have slides of their two components too.
    assert_eq!(seen, 11);
}

#[test]
fn a_decision_has_its_reasons_on_the_left_and_what_would_change_it_on_the_right() {
    let slides = shipped().deck("board");
    for (id, decision) in decisions(&slides) {
        let ids = |lists: &[document::deck::Lines]| -> Vec<&str> {
            lists.iter().map(|it| it.id).collect()
        };
        assert_eq!(ids(&decision.left), ["why", "costs"], "{id}");
        assert_eq!(ids(&decision.right), ["change"], "{id}");
        assert_eq!(decision.left[0].lines.len(), 3);
        let slide = slides.slides.iter().find(|it| it.id == id).unwrap();
        let VerdictBand { lines, .. } = &decision.band;
        for line in lines.iter().chain(&decision.right[0].lines) {
            assert!(slide.notes.contains(&plain(line)), "{id}: {}", plain(line));
        }
    }
}

#[test]
fn what_does_not_fit_a_slide_is_told_or_counted() {
    let records = shipped();
    let frame = Frame {
        height_pt: 60.0,
        ..Frame::default()
    };
    let slides = records.deck_in("board", &frame);
    assert!(!slides.overflows.is_empty());
    let told: BTreeSet<_> = slides
        .overflows
        .iter()
        .map(|it| it.what.row.clone())
        .collect();
    for piece in tables(&slides).iter().filter(|it| it.height_pt > 60.0) {
        assert!(piece.table.rows().all(|it| told.contains(&it.id)));
    }
    let (_, decision) = decisions(&slides)[0];
    let reasons = &decision.left[0].lines;
    let last = plain(reasons.last().unwrap());
    assert_eq!(
        (reasons.len(), last.as_str()),
        (2, "2 more on the page of the use case.")
    );
    let numbers: Vec<_> = slides
        .slides
        .iter()
        .filter(|it| it.id.starts_with("sources"))
        .collect();
    assert!(numbers.len() > 10);
}

#[test]
fn a_use_case_without_a_verdict_has_no_slide() {
    let mut records = shipped();
    records.verdicts = Verdicts::default();
    let slides = records.deck("board");
    assert!(decisions(&slides).is_empty());
    let agenda = slides.slides.iter().find_map(|it| match &it.content {
        Content::Agenda { parts, .. } => Some(parts),
        _ => None,
    });
    // Three tables and the sources.
    assert_eq!(agenda.unwrap().len(), 4);
}

#[test]
fn the_hash_knows_what_is_shown_and_no_day() {
    let of = |edits: &[_]| read("../..", edits).deck("board");
    let own = of(&[]);
    let day = of(&[(
        "sources/lambda-quotas.toml",
        "accessed = ",
        "accessed = 2026-11-01 # ",
    )]);
    assert_ne!(day, own);
    assert_eq!(day.content_hash(), own.content_hash());
    let title = of(&[("tables/cost.toml", "title = \"Cost\"", "title = \"Costs\"")]);
    assert_ne!(title.content_hash(), own.content_hash());
}
