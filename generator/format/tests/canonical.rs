//! The canonical form, on texts that an author could write and on some that nobody would.

#![allow(
    clippy::unwrap_used,
    reason = "lints know tests by their attribute, not the functions that tests share"
)]

use format::canonical;
use model::Shape;

/// Formats as a record at `path`; the result must be its own canonical form.
#[track_caller]
fn formatted(path: &str, text: &str) -> String {
    let shape = Shape::of_file(path).unwrap();
    let once = canonical(text, &shape).unwrap();
    assert_eq!(canonical(&once, &shape).unwrap(), once, "canonical twice");
    once
}

#[track_caller]
fn becomes(path: &str, text: &str, expected: &str) {
    let found = formatted(path, text);
    assert_eq!(found, expected, "\nfound:\n{found}\nexpected:\n{expected}");
}

const FACT: &str = "facts/a.toml";
const DIMENSION: &str = "dimensions/a.toml";
const CLAIM: &str = "pros/a.toml";

#[test]
fn fields_stand_in_the_order_of_their_declaration() {
    becomes(
        FACT,
        "reviewed=2026-11-23\nsources = [ 'a' , \"b\", ]\n\n\nvalue = { high = 2, mode = 1.5, low = 1e0 }\nmine = 0x1F\n\ttitle   =   \"T\"   \nunit = 's'\n",
        "title = \"T\"\nvalue = { low = 1e0, mode = 1.5, high = 2 }\nunit = \"s\"\nsources = [\"a\", \"b\"]\nreviewed = 2026-11-23\nmine = 0x1F\n",
    );
}

#[test]
fn cells_are_sorted_and_tables_come_last_with_a_blank_line() {
    becomes(
        DIMENSION,
        "[cells.b]\nreviewed = 2026-11-23\nvalue = \"x\"\n[cells.a]\nvalue = \"y\"\n[scale]\nunit = \"ms\"\n",
        "[scale]\nunit = \"ms\"\n\n[cells.a]\nvalue = \"y\"\n\n[cells.b]\nvalue = \"x\"\nreviewed = 2026-11-23\n",
    );
}

#[test]
fn other_keyed_tables_keep_the_order_of_their_author() {
    becomes(
        "use-cases/a.toml",
        "[needs.z]\nwhy = \"z\"\nrank = 1\n[needs.a]\nrank = 2\n[workload]\nz = 1\na = { high = 2, low = 1 }\n",
        "[workload]\nz = 1\na = { low = 1, high = 2 }\n\n[needs.z]\nrank = 1\nwhy = \"z\"\n\n[needs.a]\nrank = 2\n",
    );
    becomes(
        "comparison.toml",
        "[groups]\nz = \"Z\"\na = \"A\"\n",
        "[groups]\nz = \"Z\"\na = \"A\"\n",
    );
}

#[test]
fn prose_begins_on_a_line_of_its_own_and_keeps_its_value() {
    becomes(
        CLAIM,
        "prose = \"\"\"First\nsecond \"quoted\".\n\"\"\"\ntitle = \"\"\"One \\\n  line\"\"\"\n",
        "title = \"One line\"\nprose = \"\"\"\nFirst\nsecond \"quoted\".\n\"\"\"\n",
    );
    becomes(
        CLAIM,
        "prose = '''\nback\\slash\nlast'''\n",
        "prose = \"\"\"\nback\\\\slash\nlast\"\"\"\n",
    );
}

#[test]
fn lists_break_when_they_do_not_fit() {
    let sources = |names: &[String]| format!("sources = [\"{}\"]\n", names.join("\", \""));
    let name = |length: usize| "x".repeat(length);
    // `sources = [` and `]`, two pairs of quotation marks, a comma and a blank: 18.
    let fits = sources(&[name(51), name(51)]);
    assert_eq!(fits.trim_end().len(), 120);
    becomes(FACT, &fits, &fits);
    let long = sources(&[name(51), name(52)]);
    let broken = format!("sources = [\n  \"{}\",\n  \"{}\",\n]\n", name(51), name(52));
    becomes(FACT, &long, &broken);
    // One that was broken by hand and fits is joined.
    becomes(
        FACT,
        "sources = [\n  \"a\",\n  \"b\",\n]\n",
        "sources = [\"a\", \"b\"]\n",
    );
}

#[test]
fn lists_within_lists_break_from_outside() {
    let pairs = (10..22)
        .map(|at| format!("[{at}0000, 0.5]"))
        .collect::<Vec<_>>();
    let text = format!("[scale]\npoints = [{}]\n", pairs.join(", "));
    let expected = format!("[scale]\npoints = [\n  {},\n]\n", pairs.join(",\n  "));
    becomes(DIMENSION, &text, &expected);
}

#[test]
fn comments_stay_with_what_they_speak_of() {
    becomes(
        FACT,
        "# about the file\n\n# about the unit\nunit = \"s\" # seconds\n#about the title\n  # twice\ntitle = \"T\"\n\n# detached\n\n\nvalue = 1\n# the end\n",
        "# about the file\n\n#about the title\n# twice\ntitle = \"T\"\n# detached\n\nvalue = 1\n# about the unit\nunit = \"s\" # seconds\n# the end\n",
    );
}

#[test]
fn comments_of_tables_move_with_them() {
    becomes(
        DIMENSION,
        "name = \"N\"\n# end of the lines\n\n# of b\n[cells.b] # b\nvalue = \"b\"\n# end of b\n\n\n# of a\n\n# of a, too\n[cells.a]\nvalue = \"a\" # a\n\n# end of the file\n",
        "name = \"N\"\n# end of the lines\n\n# of a\n\n# of a, too\n[cells.a]\nvalue = \"a\" # a\n\n# of b\n[cells.b] # b\nvalue = \"b\"\n# end of b\n\n# end of the file\n",
    );
}

#[test]
fn comments_in_lists_keep_them_broken() {
    becomes(
        FACT,
        "sources = [ # open\n \"a\", # a\n # b\n\n \"b\" # behind b\n , \"c\" # c\n # end\n ] # line\n",
        "sources = [\n  # open\n  \"a\", # a\n  # b\n  \"b\", # behind b\n  \"c\", # c\n  # end\n] # line\n",
    );
}

#[test]
fn toml_1_1_becomes_1_0() {
    becomes(
        FACT,
        "# range\nvalue = { # open\n  high = 2, # high\n  # low\n  low = 1 # one\n  , # last\n} # line\nnote = \"\\x41\\e\"\ntitle = \"T\"\n",
        "title = \"T\"\nnote = \"A\\u001B\"\n\n# range\n[value] # line\n# low\n# one\nlow = 1 # last\n# open\nhigh = 2 # high\n",
    );
    becomes(FACT, "x = 07:32\n", "x = 07:32:00\n");
    becomes(
        CLAIM,
        "counters = [\n  { claim = \"pro:b\", note = \"n\", },\n  {\n    note = \"m\", # m\n    claim = \"pro:c\",\n  },\n]\n",
        "counters = [\n  { claim = \"pro:b\", note = \"n\" },\n  # m\n  { claim = \"pro:c\", note = \"m\" },\n]\n",
    );
}

#[test]
fn a_table_in_braces_that_is_too_long_gets_a_header() {
    let long = "x".repeat(100);
    becomes(
        "options/a.toml",
        &format!(
            "# colors\ncolor = {{ dark = \"{long}\", light = \"#000000\" }} # two\nname = \"A\"\n"
        ),
        &format!(
            "name = \"A\"\n\n# colors\n[color] # two\nlight = \"#000000\"\ndark = \"{long}\"\n"
        ),
    );
}

#[test]
fn dotted_keys_and_empty_headers_become_plain() {
    becomes(
        DIMENSION,
        "# the unit\nscale.unit = \"ms\" # ms\nname = \"N\"\n[cells]\n[cells.\"a\"]\nvalue = \"a\"\n",
        "name = \"N\"\n\n[scale]\n# the unit\nunit = \"ms\" # ms\n\n[cells.a]\nvalue = \"a\"\n",
    );
    becomes(DIMENSION, "[cells]\n", "[cells]\n");
    becomes(
        DIMENSION,
        "# all\n[cells] # here\n# of all\n\n[cells.a]\n",
        "# all\n[cells] # here\n# of all\n\n[cells.a]\n",
    );
    becomes(
        "use-cases/a.toml",
        "[escapes.'limit/escape']\nstate='taken'\n",
        "[escapes.\"limit/escape\"]\nstate = \"taken\"\n",
    );
}

#[test]
fn line_breaks_and_the_mark_of_the_file_stay() {
    becomes(
        CLAIM,
        "\u{feff}prose = \"\"\"a\r\nb\r\n\"\"\"\r\ntitle = 'T'",
        "\u{feff}title = \"T\"\r\nprose = \"\"\"\r\na\r\nb\r\n\"\"\"\r\n",
    );
    becomes(FACT, "", "");
    becomes(FACT, "\n\n", "");
    becomes(FACT, "# only\n\n\n# comments", "# only\n\n# comments\n");
}

#[test]
fn repeated_headers_stay_in_order_with_their_tables() {
    becomes(
        CLAIM,
        "[[counters]] # 1\nnote = \"n\"\nclaim = \"pro:b\"\n# 2\n[[counters]]\nclaim = \"pro:a\"\n[counters.mine]\nx = 1\n",
        "[[counters]] # 1\nclaim = \"pro:b\"\nnote = \"n\"\n\n# 2\n[[counters]]\nclaim = \"pro:a\"\n\n[counters.mine]\nx = 1\n",
    );
}

#[test]
fn what_is_no_toml_is_refused_where_it_breaks() {
    let shape = Shape::of_file(FACT).unwrap();
    let refused = canonical("title = \"T\"\r\nvalue = = 3\r\n", &shape).unwrap_err();
    assert_eq!(refused.range.start, "title = \"T\"\r\nvalue = ".len());
    assert!(!refused.message.is_empty());
}
