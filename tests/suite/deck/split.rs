//! Tables that grow past their slides, and go on to new ones where somebody asks for it.

use std::io::Cursor;

use ooxml::{Package, Presentation, Slide};

use super::{bytes, dimension, modified, records, table};
use crate::project::{Project, Run};

pub(super) const DECK: &str = "talk.pptx";

fn id(number: usize) -> String {
    format!("row-{number:02}")
}

fn name(number: usize) -> String {
    format!("Row {number:02}")
}

/// The project with a table of these rows.
fn with_rows(mut project: Project, numbers: &[usize]) -> Project {
    for number in numbers {
        let text = dimension(&name(*number), "Paid by the hour", "Nothing at all");
        project = project.write(&format!("data/dimensions/{}.toml", id(*number)), text);
    }
    let rows: Vec<String> = numbers.iter().map(|it| id(*it)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    project.write("data/tables/costs.toml", table(&rows))
}

/// A deck with a table of four rows, in a project in which the table has `count`.
pub(super) fn grown(count: usize) -> Project {
    let project = with_rows(Project::base(), &[1, 2, 3, 4]);
    let run = project.run("deck build costs --out talk.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    with_rows(project, &(1..=count).collect::<Vec<_>>())
}

fn slides(project: &Project) -> Vec<Slide> {
    let mut package = Package::open(Cursor::new(bytes(project, DECK))).unwrap();
    let presentation = Presentation::read(&mut package).unwrap();
    let read = |it: &ooxml::presentation::SlideEntry| Slide::read(&mut package, &it.part).unwrap();
    presentation.slides.iter().map(read).collect()
}

/// Of each slide with a table, the title, the name of the shape, and the names of the rows below the header.
pub(super) fn pieces(project: &Project) -> Vec<(String, String, Vec<String>)> {
    let with_tables = slides(project)
        .into_iter()
        .filter(|it| !it.tables.is_empty());
    let piece = |it: Slide| {
        let rows = it.tables[0].rows.iter().skip(1);
        let rows = rows.map(|it| it.cells[0].text.clone()).collect();
        (
            it.title.unwrap_or_default(),
            it.tables[0].name.clone(),
            rows,
        )
    };
    with_tables.map(piece).collect()
}

pub(super) fn sync(project: &Project, flags: &str) -> Run {
    project.run(&format!("deck sync {DECK} {flags}"))
}

/// What was said of a deck, should a test fail.
pub(super) fn says(run: &Run) -> String {
    format!("{}{}", run.stdout, run.stderr)
}

pub(super) fn names(numbers: std::ops::RangeInclusive<usize>) -> Vec<String> {
    numbers.map(name).collect()
}

/// That a second run, and one without the lock, have nothing to do.
fn assert_settled(project: &Project) {
    let lock = format!("{DECK}.tradeoff.json");
    let before = [DECK, &lock].map(|it| (bytes(project, it), modified(&project.path(it))));
    let run = sync(project, "--split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    assert!(run.stdout.contains("up to date"), "{}", says(&run));
    let after = [DECK, &lock].map(|it| (bytes(project, it), modified(&project.path(it))));
    assert!(before == after);
    std::fs::remove_file(project.path(&lock)).unwrap();
    let run = project.run(&format!("deck status {DECK}"));
    assert_eq!(
        run.stdout,
        format!("{DECK}: up to date\n"),
        "{}",
        run.stderr
    );
    std::fs::write(project.path(&lock), &before[1].0).unwrap();
}

#[test]
fn without_a_flag_it_is_written_and_said_how_far_it_grows() {
    let project = grown(20);
    let run = sync(&project, "");
    assert_eq!(run.code, Some(1), "{}", says(&run));
    assert!(
        run.stdout.contains("pt below the slide: make room by hand"),
        "{}",
        says(&run)
    );
    assert_eq!(pieces(&project).len(), 1);
    assert_eq!(pieces(&project)[0].2, names(1..=20));
}

#[test]
fn a_table_goes_on_to_new_slides_and_every_row_is_there_once() {
    for first in ["", "--dry-run"] {
        let project = grown(20);
        sync(&project, first);
        let before = records(&bytes(&project, DECK));
        let n_slides = slides(&project).len();
        let run = sync(&project, "--split");
        assert_eq!(run.code, Some(0), "{}", says(&run));
        assert!(run.stdout.contains("new slide"), "{}", says(&run));
        let pieces = pieces(&project);
        let count = pieces.len();
        assert!(count > 1);
        assert_eq!(slides(&project).len(), n_slides + count - 1);
        for (at, (title, name, rows)) in pieces.iter().enumerate() {
            assert_eq!(*name, format!("tradeoff:costs#{}/{count}", at + 1));
            assert_eq!(*title, format!("Costs ({} of {count})", at + 1));
            assert!(rows.len() >= 3, "{rows:?}");
        }
        let rows: Vec<_> = pieces.into_iter().flat_map(|it| it.2).collect();
        assert_eq!(rows, names(1..=20));
        let after = records(&bytes(&project, DECK));
        let differ = before.iter().filter(|it| after[it.0] != *it.1);
        let differ: Vec<_> = differ.map(|it| it.0.as_str()).collect();
        let slide = differ
            .iter()
            .filter(|it| it.starts_with("ppt/slides/"))
            .count();
        assert_eq!((slide, differ.len()), (1, 4), "{differ:?}");
        assert_eq!(after.len() - before.len(), 2 * (count - 1));
        assert_settled(&project);
    }
}

#[test]
fn a_new_piece_looks_like_the_first_and_shows_nothing_else_of_it() {
    let project = grown(20);
    sync(&project, "--split");
    let slides = slides(&project);
    let tables: Vec<_> = slides.iter().filter(|it| !it.tables.is_empty()).collect();
    let [first, second, ..] = &tables[..] else {
        panic!("{} tables", tables.len())
    };
    assert_eq!(first.layout, second.layout);
    let (a, b) = (&first.tables[0], &second.tables[0]);
    assert_eq!(a.columns, b.columns);
    assert_eq!(
        (a.frame.x, a.frame.y, a.frame.width),
        (b.frame.x, b.frame.y, b.frame.width)
    );
    assert_eq!((&a.style, a.header_row), (&b.style, b.header_row));
    assert_eq!(a.rows[0].cells, b.rows[0].cells);
    let look = |it: &ooxml::table::Cell| (it.size, it.font.clone(), it.fill.clone(), it.margins);
    assert_eq!(look(&a.rows[1].cells[1]), look(&b.rows[1].cells[1]));
    for what in ["type=\"ftr\"", "type=\"sldNum\""] {
        assert_eq!(
            first.text.contains(what),
            second.text.contains(what),
            "{what}"
        );
    }
    assert!(
        second.text.contains("type=\"ftr\""),
        "the footer comes along"
    );
    assert!(b.description.as_ref().unwrap().contains("[tradeoff:costs@"));
}

#[test]
fn one_that_is_in_pieces_gets_another_where_it_grew() {
    let project = grown(20);
    sync(&project, "--split");
    let before = pieces(&project);
    // New rows behind the first piece's last row: the first piece grows, the others move up.
    let last: usize = before[0].2.len();
    let numbers: Vec<usize> = (1..=last).chain(30..=41).chain(last + 1..=20).collect();
    let project = with_rows(project, &numbers);
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    let after = pieces(&project);
    let count = after.len();
    assert!(count > before.len());
    for (at, (title, name, _)) in after.iter().enumerate() {
        assert_eq!(*name, format!("tradeoff:costs#{}/{count}", at + 1));
        assert_eq!(*title, format!("Costs ({} of {count})", at + 1));
    }
    let rows: Vec<_> = after.iter().flat_map(|it| it.2.clone()).collect();
    assert_eq!(rows, numbers.into_iter().map(name).collect::<Vec<_>>());
    assert_eq!(
        after.last().unwrap().2,
        before.last().unwrap().2,
        "a border never moves"
    );
    assert_settled(&project);
}

#[test]
fn a_piece_that_lost_its_rows_stays_as_a_slide_and_is_named() {
    let project = grown(20);
    sync(&project, "--split");
    let count = pieces(&project).len();
    let project = with_rows(project, &[1, 2, 3, 4]);
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    assert!(
        run.stdout.contains("no row is left on this slide"),
        "{}",
        says(&run)
    );
    let after = pieces(&project);
    assert_eq!(after.len(), count);
    assert_eq!(after[0].2, names(1..=4));
    assert!(after[1..].iter().all(|it| it.2.is_empty()));
    assert_settled(&project);
}

#[test]
fn smaller_text_comes_before_new_slides() {
    let project = grown(60);
    let run = sync(&project, "--shrink --split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    assert!(run.stdout.contains("text is 12 pt now"), "{}", says(&run));
    assert!(run.stdout.contains("new slide"), "{}", says(&run));
    let rows: Vec<_> = pieces(&project).into_iter().flat_map(|it| it.2).collect();
    assert_eq!(rows, names(1..=60));
}

#[test]
fn a_group_that_is_cut_says_that_it_goes_on() {
    let project = Project::base().replace(
        "data/comparison.toml",
        "work = \"Work\"",
        "rest = \"The rest\"\nwork = \"Work\"",
    );
    let other = |project: Project| {
        let text = dimension("Cost when idle", "Paid by the hour", "Nothing");
        project.write(
            "data/dimensions/cost-idle.toml",
            text.replace("group = \"work\"", "group = \"rest\""),
        )
    };
    let rows = |project: Project, count: usize| {
        let project = other(with_rows(project, &(1..=count).collect::<Vec<_>>()));
        let ids: Vec<String> = (1..=count).map(id).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        project.write(
            "data/tables/costs.toml",
            table(&[&["cost-idle"][..], &ids].concat()),
        )
    };
    let project = rows(project, 3);
    let run = project.run("deck build costs --out talk.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let project = rows(project, 20);
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    let pieces = pieces(&project);
    let count = pieces.len();
    assert!(count > 1);
    assert_eq!(pieces[0].2[..3], ["The rest", "Cost when idle", "Work"]);
    for (_, _, rows) in &pieces[1..] {
        assert_eq!(rows[0], "Work (continued)");
    }
    assert_settled(&project);
    // A piece that goes on with a group and is cut again says so once.
    let last: usize = 20;
    let project = rows(project, last + 16);
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    let pieces = self::pieces(&project);
    assert!(pieces.len() > count);
    let names: Vec<_> = pieces.iter().flat_map(|it| &it.2).collect();
    let continued = names.iter().filter(|it| **it == "Work (continued)").count();
    assert_eq!(continued, pieces.len() - 1, "{names:?}");
    let rows = names.iter().filter(|it| it.starts_with("Row "));
    assert_eq!(rows.count(), last + 16);
    assert_settled(&project);
}

#[test]
fn the_slide_of_a_hand_goes_on_in_its_own_look() {
    for name in super::ALL {
        let project = super::adopted();
        let deck = format!("decks/{name}");
        let numbers: Vec<usize> = (1..=16).collect();
        let project = with_rows(project, &numbers);
        let ids: Vec<String> = numbers.iter().map(|it| id(*it)).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let project = project.write(
            "data/tables/costs.toml",
            table(&[&["cost-idle"][..], &ids].concat()),
        );
        let run = project.run(&format!("deck sync {deck} --split"));
        assert!(run.stdout.contains("new slide"), "{name}: {}", says(&run));
        let mut package = Package::open(Cursor::new(bytes(&project, &deck))).unwrap();
        let slides = Presentation::read(&mut package).unwrap().slides;
        let mut rows = Vec::new();
        let mut looks = Vec::new();
        for it in slides {
            let slide = Slide::read(&mut package, &it.part).unwrap();
            let ours = slide
                .tables
                .into_iter()
                .filter(|it| it.name.starts_with("tradeoff:costs#"));
            for it in ours {
                looks.push((
                    it.columns.clone(),
                    it.rows[0].cells.clone(),
                    slide.layout.clone(),
                ));
                rows.extend(
                    it.rows
                        .into_iter()
                        .skip(1)
                        .map(|it| it.cells[0].text.clone()),
                );
            }
        }
        assert!(looks.len() > 1, "{name}");
        assert!(looks.iter().all(|it| *it == looks[0]), "{name}");
        let ours = rows.iter().filter(|it| it.starts_with("Row ")).cloned();
        assert_eq!(ours.collect::<Vec<_>>(), names(1..=16), "{name}");
        let before = bytes(&project, &deck);
        project.run(&format!("deck sync {deck} --split"));
        assert!(before == bytes(&project, &deck), "{name}");
    }
}

#[test]
fn room_is_made_also_where_it_has_been_wanting_since_the_last_time() {
    for (flag, says_so) in [("--shrink", "text is "), ("--split", "new slide")] {
        let project = (5..20).map(grown).find(|it| sync(it, "").code == Some(1));
        let project = project.expect("a table that grows past its slide");
        let run = sync(&project, flag);
        assert_eq!(run.code, Some(0), "{flag}: {}", says(&run));
        assert!(run.stdout.contains(says_so), "{flag}: {}", says(&run));
        assert_eq!(sync(&project, flag).stdout, format!("{DECK}: up to date\n"));
    }
}

#[test]
fn an_older_lock_is_still_that_of_the_deck() {
    let project = grown(20);
    let lock = format!("{DECK}.tradeoff.json");
    let old = bytes(&project, &lock);
    assert_eq!(sync(&project, "--split").code, Some(0));
    let after = (bytes(&project, DECK), bytes(&project, &lock));
    std::fs::write(project.path(&lock), old).unwrap();
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(0), "{}", says(&run));
    assert!(bytes(&project, DECK) == after.0);
    assert_eq!(sync(&project, "").stdout, format!("{DECK}: up to date\n"));
}
