//! How wide texts are, beside the sums of another reader of fonts, and where they break.

use document::measure::{Face, Family, Measured, lines, pitch, width};

/// Units of fontTools 4.x: the sum of `hmtx` over the characters of each text, in the versions of the fonts that
/// `metrics/README.md` names.
#[test]
#[allow(clippy::float_cmp, reason = "the sums are of whole units of an em")]
fn a_text_is_as_wide_as_the_advances_of_its_font() {
    let regular = Face::regular;
    let cases = [
        (
            regular(Family::Carlito),
            "How long does one request wait for a cold start?",
            40_429,
            2048,
        ),
        (
            regular(Family::Carlito).bold(),
            "Größe, Übergänge, ½ €",
            19_477,
            2048,
        ),
        (
            regular(Family::Carlito).italic(),
            "Ελληνικά и кириллица",
            18_920,
            2048,
        ),
        (
            regular(Family::LiberationSans),
            "15\u{a0}min ≤ 900\u{a0}s → ●●●○",
            21_553,
            2048,
        ),
        (
            regular(Family::LiberationSans).bold().italic(),
            "AWAY To. Va",
            12_971,
            2048,
        ),
        (
            regular(Family::LiberationSerif),
            "fi ffl “quoted” – — …",
            18_256,
            2048,
        ),
        (
            regular(Family::LiberationMono),
            "fn main() {}",
            14_748,
            2048,
        ),
        (
            regular(Family::Caladea),
            "The quick brown fox, 1,024.50",
            12_103,
            1000,
        ),
        (
            regular(Family::Inter),
            "$0.0000166667 per GB-second",
            30_754,
            2048,
        ),
        (
            regular(Family::Inter).bold(),
            "Serverless containers",
            21_937,
            2048,
        ),
    ];
    for (face, text, units, per_em) in cases {
        let em = width(text, face, 1.0);
        assert_eq!((em * per_em as f32).round(), units as f32, "{text}");
        let at_12 = width(text, face, 12.0);
        assert!((at_12 - 12.0 * em).abs() < 1e-3, "{text}");
    }
}

#[test]
fn a_font_is_known_by_the_name_of_its_twin() {
    for (name, family) in [
        ("Calibri", Family::Carlito),
        ("CAMBRIA", Family::Caladea),
        ("Arial", Family::LiberationSans),
        (" Helvetica ", Family::LiberationSans),
        ("Times New Roman", Family::LiberationSerif),
        ("Courier New", Family::LiberationMono),
        ("Inter", Family::Inter),
    ] {
        let named = Face::named(name);
        assert_eq!(
            (named.face.family, named.is_guess),
            (family, false),
            "{name}"
        );
    }
    for name in ["Aptos", "", "Calibri Light"] {
        assert!(Face::named(name).is_guess, "{name}");
    }
}

#[test]
fn a_guess_is_the_widest_of_the_families_that_are_no_typewriter() {
    let guess = Face::named("no such font").face;
    let text = "What happens to a request that arrives while nothing runs, and what does it cost?";
    for family in [
        Family::Caladea,
        Family::Carlito,
        Family::LiberationSans,
        Family::LiberationSerif,
    ] {
        for face in [Face::regular(family), Face::regular(family).italic()] {
            assert!(
                width(text, guess, 12.0) > width(text, face, 12.0),
                "{family:?}"
            );
        }
        let bold = Face::regular(family).bold();
        assert!(
            width(text, guess.bold(), 12.0) > width(text, bold, 12.0),
            "{family:?}"
        );
    }
}

#[test]
fn squares_are_one_em_and_marks_take_no_room() {
    for family in [Family::Carlito, Family::LiberationSans, Family::Inter] {
        let em = |text: &str| width(text, Face::regular(family), 1.0);
        let is = |text: &str, expected: f32| (em(text) - expected).abs() < 1e-3;
        assert!(
            is("漢字かな한글", 6.0),
            "{family:?}: {}",
            em("漢字かな한글")
        );
        assert!(is("e\u{301}", em("e")), "{family:?}");
        assert!(is("30\u{2060}s", em("30s")), "{family:?}");
        assert!(
            is("a\u{202e}\u{200d}\u{feff}\u{7}b", em("ab")),
            "{family:?}"
        );
        assert!(em("😀") >= 1.0, "{family:?}");
    }
}

/// Carlito: 2500 of 2048 units both ways. Liberation Sans: 1854 + 434 at the edges, 1854 + 434 + 67 from line to line.
#[test]
fn lines_stand_as_far_apart_as_the_font_says() {
    let per_em = |family| pitch(Face::regular(family), 1.0);
    assert!((per_em(Family::Carlito) - 2500.0 / 2048.0).abs() < 1e-4);
    assert!((per_em(Family::LiberationSans) - 2355.0 / 2048.0).abs() < 1e-4);
}

const FACE: Face = Face::regular(Family::LiberationMono);
/// A sign of Liberation Mono at 10 points.
const SIGN_PT: f32 = 10.0 * 1229.0 / 2048.0;

/// The lines in a column of so many signs of a typewriter; half a sign more makes up for the part that stays free.
fn in_signs(text: &str, signs: usize) -> usize {
    lines(text, FACE, 10.0, (signs as f32 + 0.5) * SIGN_PT)
}

#[test]
fn text_breaks_where_unicode_allows() {
    for (text, signs, expected) in [
        ("", 5, 1),
        ("aaa bbb ccc", 11, 1),
        ("aaa bbb ccc", 7, 2),
        ("aaa bbb ccc", 6, 3),
        // Blanks hang over the edge, but a no-break space binds.
        ("aaa     bbb", 5, 2),
        ("aaa\u{a0}bbb ccc", 7, 2),
        ("30\u{2060}–\u{2060}45 s", 5, 2),
        // After a hyphen, and on both sides of an ideograph.
        ("cold-start", 6, 2),
        ("漢字漢字", 4, 2),
        // A line that is asked for, and the end of a text that asks for none.
        ("a\nb\nc", 20, 3),
        ("a\n", 20, 1),
    ] {
        assert_eq!(in_signs(text, signs), expected, "{text:?} in {signs}");
    }
}

#[test]
fn a_word_wider_than_its_column_breaks_between_signs_on_lines_of_its_own() {
    assert_eq!(in_signs("aaaaaaaaaa", 4), 3);
    assert_eq!(in_signs("bb aaaaaaaaaa", 4), 4);
    // What is left of its last line is filled.
    assert_eq!(in_signs("aaaaaaaaaa c", 4), 3);
    // Where not even one sign fits, each has a line.
    assert_eq!(lines("abc", FACE, 10.0, 0.0), 3);
    assert_eq!(lines("abc", FACE, 10.0, f32::NAN), 3);
}

#[test]
fn the_widths_that_a_text_asks_for_are_enough_and_no_less_is() {
    for text in [
        "one",
        "a longer text in several words",
        "unbreakable\u{a0}pieces and others",
        "first line\nand a second line",
        "漢字 mixed with 日本語 text",
    ] {
        for (name, family) in [
            ("Carlito", Family::Carlito),
            ("Mono", Family::LiberationMono),
        ] {
            let measured = Measured::of(text, Face::regular(family));
            let asked = text.lines().count();
            let full = measured.full_width(14.0);
            assert_eq!(measured.lines(14.0, full), asked, "{name}: {text}");
            assert!(measured.lines(14.0, full * 0.98) > asked, "{name}: {text}");
        }
    }
}

#[test]
fn the_least_width_is_that_of_the_longest_word() {
    let (words, face) = (
        ["one", "immeasurably", "two"],
        Face::regular(Family::Carlito),
    );
    let least = Measured::of(&words.join(" "), face).least_width(14.0);
    assert_eq!(lines("immeasurably", face, 14.0, least), 1);
    assert_eq!(lines("immeasurably", face, 14.0, least * 0.98), 2);
}
