//! What was last written, as a file.

use document::Selection;
use export::refresh::{Lock, LockError, Shape};

use crate::tables::{deck, grid, with_ids};

const TABLE: &str = "Q | A | B\n== Group\nr | r1 | 15\u{a0}min\ns | \"s\"\\ | é 漢";

fn shape(name: &str, slide: Option<u32>) -> Shape {
    let (mut grid, _) = with_ids(grid(TABLE), deck(TABLE));
    grid.rows[2].cells[1] = None;
    Shape {
        name: name.to_owned(),
        slide,
        shape: Some(4),
        table: "cvs".to_owned(),
        selection: Selection::parse("a+b!differing"),
        revision: "1a2b3c4d".to_owned(),
        grid,
    }
}

fn lock(shapes: &[Shape]) -> Lock {
    let mut lock = Lock::default();
    for it in shapes {
        lock.put(it.clone());
    }
    lock
}

#[test]
fn a_lock_is_read_as_it_was_written() {
    let lock = lock(&[
        shape("tradeoff:cvs#2/2", Some(257)),
        shape("tradeoff:cvs#1/2", Some(256)),
        shape("tradeoff:cvs#1/2", None),
    ]);
    let text = lock.write();
    assert_eq!(Lock::read(&text), Ok(lock.clone()));
    assert_eq!(
        Lock::read(&format!("\u{feff}{}", text.replace('\n', "\r\n"))),
        Ok(lock.clone())
    );
    let names: Vec<_> = lock
        .shapes
        .iter()
        .map(|it| (it.name.as_str(), it.slide))
        .collect();
    assert_eq!(
        names,
        [
            ("tradeoff:cvs#1/2", None),
            ("tradeoff:cvs#1/2", Some(256)),
            ("tradeoff:cvs#2/2", Some(257))
        ]
    );
}

#[test]
fn the_keys_of_a_lock_are_sorted() {
    let text = lock(&[shape("tradeoff:cvs", None)]).write();
    // Keys of one object stand on lines of one depth until a bracket closes it.
    let mut open: Vec<Vec<&str>> = Vec::new();
    let mut n_keys = 0;
    for line in text.lines() {
        let line = line.trim();
        if let (Some(key), Some(keys)) = (line.split_once("\": ").map(|it| it.0), open.last_mut()) {
            assert!(keys.last().is_none_or(|it| *it < key), "{key}");
            keys.push(key);
            n_keys += 1;
        }
        if line.ends_with(['{', '[']) {
            open.push(Vec::new());
        } else if line.starts_with(['}', ']']) {
            open.pop();
        }
    }
    assert!(n_keys > 30, "{text}");
    assert!(text.ends_with("}\n"));
}

#[test]
fn what_is_no_lock_is_refused_with_its_line() {
    let good = lock(&[shape("tradeoff:cvs", None)]).write();
    for (text, line, said) in [
        (String::new(), 1, "EOF"),
        ("{\n\"version\": 1,\n".into(), 3, "EOF"),
        ("[]\n".into(), 1, "version"),
        ("{\n}\n".into(), 2, "version"),
        ("{\n\"version\": -1\n}".into(), 0, "version"),
        (
            good.replace("\"version\": 1", "\"version\": \"1\""),
            0,
            "version",
        ),
        (
            good.replacen("\"header\"", "\"headings\"", 1),
            5,
            "headings",
        ),
        (
            good.replacen("\"selection\"", "\"section\"", 1),
            0,
            "section",
        ),
        (
            format!("{good}{good}"),
            good.lines().count() + 1,
            "trailing",
        ),
    ] {
        match Lock::read(&text) {
            Err(LockError::Form { line: at, what }) => {
                assert!(
                    line == 0 || line.abs_diff(at) < 3,
                    "{at} is not near {line}: {what}"
                );
                assert!(what.contains(said) && !what.contains(" column "), "{what}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    let error = Lock::read("").unwrap_err().to_string();
    assert!(
        error.starts_with("line 1: ") && error.contains("adopt"),
        "{error}"
    );
}

#[test]
fn a_lock_that_contradicts_itself_is_refused() {
    let good = lock(&[shape("tradeoff:cvs", None), shape("tradeoff:cvs", Some(3))]).write();
    for (from, to, said) in [
        ("\"slide\": 3", "\"slide\": null", "twice"),
        ("\"id\": \"s\"", "\"id\": \"r\"", "`r` twice"),
        ("\"id\": \"A\"", "\"id\": \"B\"", "`B` twice"),
        (
            "\"id\": \"A\"",
            "\"id\": \"other\"",
            "`A`, which is no column",
        ),
    ] {
        assert!(good.contains(from), "{from}");
        let error = Lock::read(&good.replace(from, to)).unwrap_err();
        assert!(matches!(error, LockError::Shape { .. }), "{error}");
        assert!(error.to_string().contains(said), "{error}");
    }
}

#[test]
fn a_newer_lock_is_refused_whatever_it_looks_like() {
    let error = Lock::read("{ \"version\": 2, \"tables\": [ 1, 2 ] }").unwrap_err();
    assert_eq!(error, LockError::Newer(2));
    assert!(error.to_string().contains("newer program"));
}

#[test]
fn a_lock_of_another_deck_is_refused() {
    let lock = lock(&[shape("tradeoff:cvs", None)]);
    assert_eq!(lock.belongs_to(&["Title 1", "tradeoff:cvs"]), Ok(()));
    let error = lock
        .belongs_to(&["Title 1", "tradeoff:cvs-detail"])
        .unwrap_err();
    assert_eq!(error, LockError::Foreign(vec!["tradeoff:cvs".into()]));
    assert!(error.to_string().contains("`tradeoff:cvs`"));
    assert_eq!(Lock::default().belongs_to(&[]), Ok(()));
}

#[test]
fn a_copy_of_a_shape_has_what_was_written_into_the_first() {
    let mut second = shape("tradeoff:cvs", Some(257));
    second.revision = "ffffffff".into();
    let mut lock = lock(&[shape("tradeoff:cvs", Some(256)), second.clone()]);
    let revision = |lock: &Lock, slide| {
        lock.shape("tradeoff:cvs", slide)
            .map(|it| it.revision.clone())
    };
    assert_eq!(revision(&lock, Some(257)).as_deref(), Some("ffffffff"));
    assert_eq!(revision(&lock, Some(999)).as_deref(), Some("1a2b3c4d"));
    assert_eq!(revision(&lock, None).as_deref(), Some("1a2b3c4d"));
    assert_eq!(lock.shape("tradeoff:cvs-detail", None), None);
    let gone = lock.forget_others(&[("tradeoff:cvs", Some(256))]);
    assert_eq!(gone, [second]);
    assert_eq!(lock.shapes.len(), 1);
}
