//! The agenda of a deck, once a table went on to new slides.

use std::io::Cursor;

use ooxml::{Package, Presentation, Slide};

use super::{bytes, dimension};
use crate::project::Project;

const DECK: &str = "workshop.pptx";

fn slides(project: &Project) -> Vec<Slide> {
    let mut package = Package::open(Cursor::new(bytes(project, DECK))).unwrap();
    let slides = Presentation::read(&mut package).unwrap().slides;
    let read = |it: ooxml::presentation::SlideEntry| Slide::read(&mut package, &it.part).unwrap();
    slides.into_iter().map(read).collect()
}

/// The parts on the agenda, with the numbers of their slides.
fn agenda(slides: &[Slide]) -> Vec<(String, usize)> {
    let slide = slides
        .iter()
        .find(|it| it.title.as_deref() == Some("Agenda"))
        .unwrap();
    let (_, shape) = slide.text.split_once("name=\"Agenda\"").unwrap();
    let (shape, _) = shape.split_once("</p:sp>").unwrap();
    let line = |it: &str| {
        let runs = it
            .split("<a:t>")
            .skip(1)
            .map(|it| it.split_once('<').unwrap().0);
        let text: String = runs.collect();
        let (part, number) = text.rsplit_once("   ")?;
        Some((part.to_owned(), number.parse().ok()?))
    };
    shape.split("<a:p>").filter_map(line).collect()
}

/// That each part begins on the slide that the agenda says.
fn assert_right(slides: &[Slide]) {
    let parts = agenda(slides);
    assert!(parts.len() > 1, "{parts:?}");
    for (part, number) in parts {
        let title = slides[number - 1].title.clone().unwrap_or_default();
        assert!(
            title.starts_with(&part),
            "{part} on slide {number}, which is {title}"
        );
    }
}

#[test]
fn the_agenda_leads_to_the_right_slides() {
    let mut project = Project::base();
    let run = project.run("deck build workshop");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let before = slides(&project);
    assert_right(&before);
    for number in 1..20 {
        let text = dimension(&format!("Row {number:02}"), "Paid by the hour", "Nothing");
        project = project.write(&format!("data/dimensions/row-{number:02}.toml"), text);
    }
    let run = project.run(&format!("deck sync {DECK} --split"));
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let after = slides(&project);
    assert!(after.len() > before.len());
    assert_right(&after);
    assert_ne!(agenda(&after), agenda(&before));
}
