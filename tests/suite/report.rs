//! `check --report` and its page: counts that were made by hand from the records of the base.

use crate::project::Project;

/// The figures of the line that begins with `name`, after `from`.
fn figures(text: &str, from: &str, name: &str) -> Vec<String> {
    let (_, rest) = text
        .split_once(from)
        .unwrap_or_else(|| panic!("{from} in {text}"));
    let line = rest.lines().find(|it| it.trim_start().starts_with(name));
    let line = line.unwrap_or_else(|| panic!("{name} in {text}"));
    let figures = line.trim_start()[name.len()..].split_whitespace();
    figures.map(str::to_owned).collect()
}

#[test]
fn claims_words_sources_and_ages_are_counted_for_each_side() {
    let project = Project::base().replace("data/sources/magazine.toml", "2026-11-23", "2026-11-03");
    let run = project.run("check --report --today 2026-12-03");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let of = |option: &str, side: &str| figures(&run.stdout, option, side).join(" ");
    // Claims, minor, notable, major, words of title and text, sources, median age of these in days (of two, the younger).
    assert_eq!(of("\n  Hammer\n", "for"), "1 0 1 0 9 2 10");
    assert_eq!(of("\n  Hammer\n", "against"), "1 1 0 0 14 1 30");
    assert_eq!(of("\n  Drill\n", "for"), "1 0 1 0 14 2 10");
    assert_eq!(of("\n  Drill\n", "against"), "1 1 0 0 8 1 10");
}

#[test]
fn coverage_counts_what_is_there_and_names_what_is_not() {
    let project = Project::base();
    let saw = project
        .read("data/options/hammer.toml")
        .replace("Hammer", "Saw");
    let dust = "name = \"Dust\"\ngroup = \"work\"\nquestion = \"How much?\"\nprose = \"All.\"\n\
                [scale]\nlevels = [\"much\", \"little\"]\n\
                [cells.drill]\nlevel = \"much\"\nvalue = \"a lot\"\nbasis = \"judged\"\nbecause = \"One sees it.\"\nprose = \"Much.\"\nreviewed = 2026-11-13\n\
                [cells.hammer]\nstatus = \"unknown\"\nbecause = \"Nobody swept.\"\nreviewed = 2026-11-03\n";
    let project = project
        .write("data/options/saw.toml", saw)
        .write("data/dimensions/dust.toml", dust)
        .replace("data/sources/handbook.toml", "\"primary\"", "\"secondary\"")
        .replace("data/facts/drill-time.toml", "[\"handbook\"]", "[\"maker\"]")
        .write(
            "data/sources/maker.toml",
            "title = \"M\"\npublisher = \"M\"\nkind = \"doc\"\ntier = \"primary\"\ndated = \"2026\"\naccessed = 2026-11-23\nshows = [\"It.\"]\nurl = \"https://example.org/m\"\n",
        );
    let run = project.run("check --report --today 2026-11-23");
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(0), ""),
        "{}",
        run.stdout
    );
    let last = |name: &str| figures(&run.stdout, "Coverage\n", name).pop();
    let is = |number: &str| Some(number.to_owned());
    // Two questions to three options; nobody answers for the saw.
    assert_eq!(last("Answers wanted: 2 questions to 3 options"), is("6"));
    assert_eq!(last("Holes: no answer at all"), is("2"));
    assert!(
        run.stdout.contains(
            "    no answer: dimensions/dust, saw\n    no answer: dimensions/speed, saw\n"
        ),
        "{}",
        run.stdout
    );
    assert_eq!(last("Answered with \"unknown\""), is("1"));
    // Both speeds; the judged level is no evidence. Only the fact behind one of them has a primary source.
    assert_eq!(last("On a scale, neither judged nor computed"), is("2"));
    assert_eq!(
        figures(&run.stdout, "Coverage\n", "Of these with a primary source:").join(" "),
        "1 50 %"
    );
    // 20, 10, 0 and 0 days: the lower of the two in the middle.
    assert_eq!(last("Median age of an answer, in days"), is("0"));
    let later = project.run("check --report --today 2026-11-24");
    assert_eq!(
        figures(
            &later.stdout,
            "Coverage\n",
            "Median age of an answer, in days"
        ),
        ["1"]
    );
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    let name = "Hammer ".repeat(20);
    let project = Project::base().replace(
        "data/options/hammer.toml",
        "name = \"Hammer\"",
        &format!("name = \"{name}\""),
    );
    let run = project.run("check --report --today 2026-11-23");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let wide: Vec<_> = run
        .stdout
        .lines()
        .filter(|line| line.chars().count() > 80)
        .collect();
    assert_eq!(wide, [""; 0]);
}

#[test]
fn records_that_cannot_be_read_are_not_counted() {
    let project =
        Project::base().replace("data/pros/no-battery.toml", "\"notable\"", "\"notabel\"");
    let run = project.run("check --report --today 2026-11-23");
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(
        run.stderr.contains("error[unknown-word]") && run.stderr.contains("no report"),
        "{}",
        run.stderr
    );
    for other in ["--fix", "--all", "--format json"] {
        assert_eq!(
            project.run(&format!("check --report {other}")).code,
            Some(2),
            "{other}"
        );
    }
}

#[test]
fn the_page_shows_the_same_up_to_the_newest_review() {
    let project = Project::base()
        .replace("data/sources/magazine.toml", "2026-11-23", "2026-11-03")
        .replace("book/src/README.md", "# ", "{{#tradeoff report}}\n\n# ");
    let run = project.run("build --today 2027-11-01");
    assert!(run.stdout.starts_with("built "), "{}", run.stderr);
    let page = project.read("dist/book/index.html");
    let row = |head: &str| {
        let (_, rest) = page
            .split_once(head)
            .unwrap_or_else(|| panic!("{head} in {page}"));
        let (row, _) = rest.split_once("</tr>").expect("a row");
        let cells = row.split("<td>").skip(1);
        let cells: Vec<_> = cells
            .map(|it| it.split("</td>").next().unwrap_or_default())
            .collect();
        cells.join(" ")
    };
    // The column of a side: 0 for, 1 against.
    let column = |option: &str, side: usize| {
        let head = format!("><a href=\"options/{option}.html\">");
        let start = page.rfind(&head).expect("a table of this option");
        let (table, _) = page[start..].split_once("</table>").expect("its end");
        let cell = |row: &str| {
            let cell = row.split("<td>").nth(side + 1)?.split("</td>").next()?;
            Some(cell.to_owned())
        };
        let cells: Vec<String> = table.split("<tr>").filter_map(cell).collect();
        cells.join(" ")
    };
    assert_eq!(column("hammer", 1), "1 1 0 0 14 1 20");
    assert_eq!(column("drill", 0), "1 0 1 0 14 2 0");
    assert_eq!(row(">Of these with a primary source</th>"), "2 (100 %)");
    assert_eq!(
        row(">Median age of the last review of an answer</th>"),
        "0 days"
    );
}
