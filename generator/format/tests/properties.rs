//! What holds for every text: the same values, every comment, and nothing left to do.

use format::canonical;
use model::Shape;
use proptest::prelude::*;

/// Pieces of a document. `@` becomes a number that no other piece has, so that keys differ and comments can be counted.
const PIECES: &[&str] = &[
    "",
    "   ",
    "# c@",
    "\t# c@  ",
    "name = \"N\"",
    "k@ = 1",
    "  k@=0x1f # c@",
    "question = '''a\nb \\ \"\"\" ''' # c@",
    "prose = \"\"\"\n\\\n  x \\\"\"\"\\\"\n\n\ty\"\"\"",
    "k@ = [ # c@\n 1 # c@\n , # c@\n # c@\n\n 2, # c@\n # c@\n]# c@",
    "k@ = [[1,2],\n[3, # c@\n4],{ a=1 # c@\n},{}, []]",
    "k@ = [ # c@\n]",
    "k@ = { high = 2, # c@\n mode.x = 1, mode.y = { z = 1 # c@\n }, # c@\n # c@\n low = 1 # c@\n # c@\n } # c@",
    "k@ = { # c@\n}",
    "k@ = { high = 2, low = 1 }",
    "k@.a.b = 1 # c@\nk@.c = 2",
    "scale.unit = 'ms' # c@\n# c@\nscale.points = [[0,1],[1,0]]",
    "\"quoted key@\" = 1979-05-27 07:32:01z",
    "k@ = [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"aaaaaaaaaaaaaaaaaaaaaaaaaaa\"]",
    "k@ = { low = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", high = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" }",
    "[cells]# c@",
    "[cells.z]",
    "  [ cells . b ] # c@",
    "[cells.a]\nreviewed = 2026-11-23\nvalue = \"v\"",
    "[scale]",
    "[t@]",
    "[t.u.v@] # c@\nx = 1",
    "[[r]] # c@",
    "[[r]]\nx = { y = 1 } # c@",
    "[r.s@]\n# c@",
];

/// A document of some pieces, and how many comments it has.
fn document() -> impl Strategy<Value = (String, usize)> {
    let document = prop::sample::subsequence(PIECES, 0..14).prop_shuffle();
    (document, prop::sample::select(vec!["\n", "\r\n"])).prop_map(|(pieces, end)| {
        // Blank lines at the top are never canonical: a text that came back as it was would still have them.
        let (mut text, mut count) = (String::from("\n\n\n"), 0);
        for (at, piece) in pieces.iter().enumerate() {
            for part in piece.split_inclusive('@') {
                let Some(part) = part.strip_suffix('@') else {
                    text += part;
                    continue;
                };
                text += part;
                if part.ends_with("# c") {
                    count += 1;
                    text += &count.to_string();
                    text.push('.');
                } else {
                    text += &at.to_string();
                }
            }
            text.push('\n');
        }
        (text.replace('\n', end), count)
    })
}

fn values(text: &str) -> Option<toml::Table> {
    toml::from_str(&text.replace("\r\n", "\n")).ok()
}

proptest! {
    #[test]
    fn values_and_comments_stay_and_nothing_is_left_to_do((text, comments) in document()) {
        let shape = Shape::of_file("dimensions/a.toml").unwrap();
        let Ok(once) = canonical(&text, &shape) else {
            prop_assert!(values(&text).is_none());
            return Ok(());
        };
        prop_assert_eq!(values(&text), values(&once), "{}", &once);
        for number in 1..=comments {
            let comment = format!("# c{number}.");
            prop_assert_eq!(once.matches(&comment).count(), 1, "{}\n{}", comment, &once);
        }
        prop_assert_eq!(&canonical(&once, &shape).unwrap(), &once);
        prop_assert!(!once.starts_with('\n'), "given up: {}", &once);
        prop_assert!(!once.replace('\r', "").contains("\n\n\n"), "{}", &once);
        prop_assert_eq!(once.contains('\r'), text.contains('\r') && !once.is_empty());
    }
}

/// Most documents must be readable, or the property would hold for nothing; every piece must be, alone.
#[test]
fn the_pieces_are_toml() {
    for piece in PIECES {
        let text = piece.replace('@', "1");
        assert!(values(&text).is_some(), "{piece}");
    }
}
