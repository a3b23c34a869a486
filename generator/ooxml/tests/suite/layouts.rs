//! Layouts and masters: which one is taken, and where its places are.

use ooxml::Presentation;

use crate::deck::{Deck, slide};
use crate::decks::{DECKS, open};

#[test]
fn layouts_are_chosen_by_type_and_then_by_what_they_offer() {
    let choice = |edits: &[(&str, &str)]| {
        let mut deck = Deck::of(&slide(""));
        for (old, new) in edits {
            deck.edit("ppt/slideLayouts/slideLayout1.xml", old, new);
        }
        let presentation = Presentation::read(&mut deck.open()).unwrap();
        (
            presentation.table_layout().unwrap().kind.clone(),
            presentation.layout_named(" TITLE only").is_some(),
        )
    };
    assert_eq!(choice(&[]), ("titleOnly".to_owned(), true));
    assert_eq!(choice(&[("type=\"titleOnly\"", "")]), (String::new(), true));
    let names = |name: &str| {
        let bytes = DECKS.iter().find(|it| it.0 == name).unwrap().1;
        Presentation::read(&mut open(bytes))
            .unwrap()
            .table_layout()
            .unwrap()
            .name
            .clone()
    };
    assert_eq!(names("python-pptx"), "Title Only");
    assert_eq!(names("libreoffice"), "Title Only");
    assert_eq!(names("pptxgenjs"), "DEFAULT");
}

#[test]
fn geometry_and_theme_are_those_of_layout_and_master() {
    let presentation = Presentation::read(&mut open(DECKS[0].1)).unwrap();
    assert_eq!(
        (presentation.width, presentation.height),
        (12_192_000, 6_858_000)
    );
    let layout = presentation.layout_named("Title Only").unwrap();
    // The title of this layout of python-pptx has no place of its own, its master has: 0.5 and 0.3 inches.
    let title = layout.title().unwrap().frame;
    assert_eq!(
        (title.x, title.y, title.width, title.height),
        (457_200, 274_638, 8_229_600, 1_143_000)
    );
    let theme = &presentation.masters[0].theme;
    assert_eq!(
        (theme.major_font.as_str(), theme.minor_font.as_str()),
        ("Calibri", "Calibri")
    );
    assert!(
        theme
            .colors
            .contains(&("accent1".to_owned(), "4F81BD".to_owned()))
    );
}
