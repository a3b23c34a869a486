//! Tables that do not go on to new slides although somebody asks for it: they stay whole, and it is said why.

use std::fs;
use std::io::Cursor;

use ooxml::{Package, Presentation};

use super::split::{DECK, grown, names, pieces, says, sync};
use super::zip::with;
use super::{bytes, slide_of_table};

#[test]
fn of_two_copies_neither_goes_on_and_it_is_said() {
    let project = grown(20);
    let mut package = Package::open(Cursor::new(bytes(&project, DECK))).unwrap();
    let mut presentation = Presentation::read(&mut package).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    ooxml::slide::continue_table(&mut package, &mut presentation, &part, &slide.tables[0], 1)
        .unwrap();
    let mut out = Vec::new();
    package.save_checked(&mut out).unwrap();
    fs::write(project.path(DECK), out).unwrap();
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(1), "{}", says(&run));
    let why = "cannot go on to a new one: it is in the deck several times";
    assert_eq!(run.stdout.matches(why).count(), 2, "{}", says(&run));
    assert!(pieces(&project).iter().all(|it| it.2 == names(1..=20)));
}

#[test]
fn a_table_at_the_lower_edge_is_not_scattered() {
    let project = grown(20);
    let deck = bytes(&project, DECK);
    let mut package = Package::open(Cursor::new(deck.clone())).unwrap();
    let (part, slide) = slide_of_table(&mut package);
    let (front, back) = slide
        .text
        .split_at(slide.text.find("<p:graphicFrame").unwrap());
    let y = format!("y=\"{}\"", slide.tables[0].frame.y);
    let text = format!("{front}{}", back.replacen(&y, "y=\"6400000\"", 1));
    assert_ne!(text, *slide.text);
    fs::write(project.path(DECK), with(&deck, &part, text.as_bytes())).unwrap();
    let run = sync(&project, "--split");
    assert_eq!(run.code, Some(1), "{}", says(&run));
    let why = "cannot go on to a new one: a slide has room for hardly a row of it";
    assert!(run.stdout.contains(why), "{}", says(&run));
    assert_eq!(pieces(&project)[0].2, names(1..=20));
}
