//! The page for a reader's own case: what the script reads is whole, and the words for those without it.

use serde_json::Value;

use crate::project::Project;

fn page(project: &Project) -> String {
    let run = project.run("build --today 2026-11-23");
    assert!(run.code.is_some_and(|it| it < 2), "{}", run.stderr);
    project.read("dist/book/index.html")
}

fn with_page() -> Project {
    let chapter = "# Hammer or drill\n\nWhich tool?\n\n{{#tradeoff own-case}}\n";
    Project::base().write("book/src/README.md", chapter)
}

/// What the script reads.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("class=\"tradeoff-own\">").expect("data");
    let (json, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn the_problem_has_every_scale_and_no_needs() {
    let project = with_page();
    let data = data(&page(&project));
    let problem = &data["problem"];
    assert_eq!(problem["needs"], serde_json::json!({}));
    assert_eq!(problem["dimensions"]["speed"]["points"][1][0], 60);
    let usual = serde_json::json!({ "low": 1, "mode": 10, "high": 100 });
    assert_eq!(problem["quantities"]["joints"], usual);
    // The use case of the base takes this way; a reader has not said so yet.
    let way = &problem["limits"][0]["unless"][0];
    assert_eq!(way["id"], "pauses");
    assert!(way["state"].is_null() || way["state"] == "open", "{way}");
    assert_eq!(
        data["names"]["escapes"]["too-many-joints/pauses"],
        "the work has pauses"
    );
    assert_eq!(data["names"]["whys"], serde_json::json!({}));
}

#[test]
fn needs_amounts_and_ways_have_controls_which_wait_for_the_script() {
    let page = page(&with_page());
    let (plain, form) = page.split_once("data-own=\"form\" hidden").expect("a form");
    for (list, id) in [
        ("n", "speed"),
        ("q", "joints"),
        ("e", "too-many-joints/pauses"),
    ] {
        let control = format!("data-own-list=\"{list}\" data-id=\"{id}\"");
        assert_eq!(form.matches(&control).count(), 1, "{control}");
    }
    assert!(plain.contains("needs JavaScript"), "{plain}");
    assert!(plain.contains("<a href=\"use-cases.html\">use case</a>"));
}

#[test]
fn a_quantity_that_must_be_explained_is_told_to_the_script() {
    let file = "data/quantities/joints.toml";
    let asking = format!("{}ask-why = true\n", Project::base().read(file));
    let reason = "[why]\njoints = \"They were counted.\"\n\n[needs.speed]";
    let use_case = "data/use-cases/bookshelf.toml";
    let project = with_page().replace(use_case, "[needs.speed]", reason);
    let project = project.write(file, asking);
    assert_eq!(data(&page(&project))["ask"], serde_json::json!(["joints"]));
}

#[test]
fn without_a_column_that_can_be_read_the_page_says_what_it_would_do() {
    let project = with_page().replace(
        "data/dimensions/speed.toml",
        "points = [[1, 1.0], [60, 0.5], [1000, 0.0]]",
        "points = [[1, 1.0], [60, 0.5], [1000, 0.7]]",
    );
    let page = page(&project);
    assert!(page.contains("needs JavaScript"));
    assert!(!page.contains("data-own-list=\"n\""));
}

#[test]
fn a_directive_with_more_words_is_refused() {
    let project = with_page().replace("book/src/README.md", "own-case", "own-case bookshelf");
    let run = project.run("check --today 2026-11-23");
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr
            .contains("`own-case` does not take these arguments"),
        "{}",
        run.stderr
    );
}
