//! Outcomes that are no plain winner, in a terminal and on the page: nothing fits, and a cost of no option.

use crate::decide::section;
use crate::project::{Project, finish, program, repository};

/// The base with so many joints that neither tool can make them.
fn too_many() -> Project {
    let limit = "title = \"A hammer tires the arm\"\noption = \"hammer\"\nwhen = \"joints > 20\"\nholds-when = \"more than twenty joints are made\"\n\
        sources = [\"handbook\"]\nreviewed = 2026-11-23\n\n[[unless]]\nid = \"hands\"\ntext = \"somebody helps\"\n";
    Project::base()
        .write("data/limits/too-many-nails.toml", limit)
        .replace(
            "data/use-cases/bookshelf.toml",
            "joints = 24",
            "joints = 2000",
        )
        .replace("data/use-cases/bookshelf.toml", "\"taken\"", "\"closed\"")
        .replace(
            "data/use-cases/bookshelf.toml",
            "expects = \"hammer\"",
            "expects = \"nothing-fits\"",
        )
}

#[test]
fn a_workload_that_nothing_fits_is_told_with_the_limits_and_the_nearest_way_out() {
    let project = too_many();
    assert_eq!(project.run("check --today 2026-11-23").code, Some(0));
    let text = project.run("decide bookshelf --today 2026-11-23").stdout;
    let way_out = "No option fits this workload. Nearest way out: somebody helps for Hammer.";
    assert!(text.contains("Verdict: Nothing fits"), "{text}");
    assert_eq!(section(&text, "Verdict: Nothing fits"), [way_out]);
    let out = section(&text, "Who is ruled out");
    assert!(
        out.iter().any(|it| it.starts_with("Hammer is ruled out")),
        "{out:?}"
    );
    assert!(
        out.iter().any(|it| it.starts_with("Drill is ruled out")),
        "{out:?}"
    );

    assert_eq!(project.run("build --today 2026-11-23").code, Some(0));
    let page = project.read("dist/book/use-cases/bookshelf.html");
    assert!(page.contains("Nearest way out: somebody helps for <strong>Hammer</strong>."));
    assert!(page.contains("data-verdict=\"nothing-fits\" data-best=\"\""));
    for odd in ["NaN", "inf</"] {
        assert!(!page.contains(odd), "{odd}");
    }
}

#[test]
fn what_a_product_costs_that_stands_for_no_option_is_told_below_the_options() {
    let mut command = program("tradeoff");
    command
        .current_dir(repository())
        .args(["decide", "http-api-steady"]);
    let text = finish(command).stdout;
    let costs = section(&text, "Costs");
    let of = |start: &str| costs.iter().position(|it| it.starts_with(start));
    let (option, product) = (
        of("Serverless containers: $"),
        of("Google Cloud Run, another product: $"),
    );
    assert!(option.is_some() && option < product, "{costs:?}");
    let crossing = "Serverless containers and Google Cloud Run cost the same at ";
    assert!(of(crossing) > product, "{costs:?}");
    // It is no option: a reader's own numbers are compared among the options alone.
    let mut command = program("tradeoff");
    command.current_dir(repository()).args([
        "decide",
        "http-api-steady",
        "--with",
        "q=requests:100000",
    ]);
    let text = finish(command).stdout;
    assert!(!section(&text, "Costs").is_empty() && !text.contains("Cloud Run,"));
}
