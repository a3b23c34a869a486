//! Decision pages: the sentences of the terminal stand on them, sign by sign, and what the script reads is whole.

use serde_json::Value;

use crate::decide::section;
use crate::project::Project;

/// The texts between `open` and `close`, with entities and tags of strong text resolved.
fn between(page: &str, open: &str, close: &str) -> Vec<String> {
    let parts = page.split(open).skip(1);
    let inner = parts.filter_map(|it| it.split_once(close));
    let plain = |text: &str| {
        let text = text.replace("<strong>", "").replace("</strong>", "");
        text.replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    };
    inner.map(|(text, _)| plain(text)).collect()
}

/// The lines that the page marks as those of a section.
fn marked(page: &str, id: &str) -> Vec<String> {
    let element = if id == "verdict" { "p" } else { "li" };
    let end = if id == "verdict" { "</div>" } else { "</ul>" };
    let start = format!("data-play=\"{id}\">");
    let (_, rest) = page.split_once(&start).expect("the section");
    let (inside, _) = rest.split_once(end).expect("its end");
    between(inside, &format!("<{element}>"), &format!("</{element}>"))
}

fn page(project: &Project) -> String {
    let run = project.run("build --today 2026-11-23");
    assert!(run.code.is_some_and(|it| it < 2), "{}", run.stderr);
    project.read("dist/book/use-cases/bookshelf.html")
}

#[test]
fn the_page_says_what_the_terminal_says() {
    let project = Project::base();
    let text = project.run("decide bookshelf --today 2026-11-23").stdout;
    let page = page(&project);
    for (id, heading) in [
        ("verdict", "Verdict: Clear"),
        ("ruled-out", "Who is ruled out"),
        ("why", "Why"),
        ("change", "What would change it"),
        ("costs", "Costs"),
    ] {
        let told = section(&text, heading);
        assert_eq!(marked(&page, id), told, "{id}");
        // A section without lines waits for the script.
        let hidden = format!("data-play-section=\"{id}\" hidden");
        assert_eq!(
            page.contains(&hidden),
            told.is_empty() && id != "verdict",
            "{id}"
        );
    }
    assert!(!section(&text, "Why").is_empty());
    assert!(page.contains("data-verdict=\"clear\" data-best=\"hammer\""));
}

#[test]
fn the_script_finds_the_problem_that_was_decided() {
    let hostile = "</script><!-- <b> & x";
    let project = Project::base().replace(
        "data/options/drill.toml",
        "name = \"Drill\"",
        &format!("name = \"{hostile}\""),
    );
    let page = page(&project);
    let start = "<script type=\"application/json\" class=\"tradeoff-play\">";
    let (_, rest) = page.split_once(start).expect("what the script reads");
    let (json, _) = rest.split_once("</script>").expect("its end");
    assert!(!json.contains(['<', '>', '&']), "{json}");
    let data: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(data["names"]["options"]["drill"], hostile);
    assert!(data["sentences"]["verdict.clear"].is_string());
    let problem = project.run("decide bookshelf --format problem").stdout;
    let decided: Value = serde_json::from_str(&problem).expect("JSON");
    assert_eq!(data["problem"], decided);
}

#[test]
fn a_use_case_that_cannot_be_decided_keeps_its_page() {
    let project = Project::base().replace(
        "data/limits/too-many-joints.toml",
        "joints > drill-time",
        "1 / (joints - 24) > 1",
    );
    let page = page(&project);
    assert!(!page.contains("data-verdict"));
    assert!(page.contains("The editors expect"), "{page}");
}

#[test]
fn the_overview_has_a_row_for_every_use_case() {
    let project = Project::base();
    page(&project);
    let home = project.read("dist/book/index.html");
    let rows = between(&home, "<span class=\"word word-clear\">", "</span>");
    assert_eq!(rows, ["Clear"]);
    assert!(home.contains("<strong class=\"first\">best</strong>"));
    let short = Project::base().replace(
        "book/src/README.md",
        "{{#tradeoff overview}}",
        "{{#tradeoff overview short}}",
    );
    page(&short);
    let home = short.read("dist/book/index.html");
    assert!(home.contains("short-overview"), "{home}");
    let wrong = Project::base().replace(
        "book/src/README.md",
        "{{#tradeoff overview}}",
        "{{#tradeoff overview shorter}}",
    );
    let run = wrong.run("build --today 2026-11-23");
    assert!(run.stderr.contains("`overview short`"), "{}", run.stderr);
}
