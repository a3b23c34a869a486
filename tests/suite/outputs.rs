//! Files beside the book: what a build writes, what pages offer, what happens without printing, and what is stale.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{Project, finish, program, repository};
use crate::tree::names;

#[test]
fn a_build_writes_every_format_and_the_book_offers_it() {
    let project = Project::base();
    let run = project.print("build --today 2026-11-23");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(
        names(&project.path("dist/tables")),
        [
            "comparison.xlsx",
            "overview.csv",
            "overview.html",
            "overview.json",
            "overview.md",
            "overview.pdf",
            "overview.png",
            "overview.pptx",
            "overview.svg",
            "overview.xlsx",
        ]
    );
    assert!(project.path("dist/print/comparison.pdf").is_file());
    assert!(project.path("dist/print/bookshelf.pdf").is_file());
    assert_eq!(
        names(&project.path("dist/decks")),
        ["workshop.marp.md", "workshop.pptx", "workshop.reveal.html"]
    );
    let page = project.read("dist/book/tables/overview.html");
    let size = fs::metadata(project.path("dist/tables/overview.xlsx"))
        .expect("a file")
        .len();
    let link = "<a href=\"../files/tables/overview.xlsx\" download>Excel workbook <small>XLSX, ";
    assert!(page.contains(link), "{page}");
    let kilobytes = format!("{link}{:.0} kB</small>", size as f64 / 1e3);
    assert!(page.contains(&kilobytes), "{kilobytes}");
    for (file, bytes) in [("tables/overview.pdf", &b"%PDF"[..]), ("data.json", b"{")] {
        let file = project.path(&format!("dist/book/files/{file}"));
        assert!(fs::read(file).expect("a file").starts_with(bytes));
    }
}

#[test]
fn the_manifest_lists_every_file_as_it_is() {
    let project = Project::base();
    let run = project.run("build");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let manifest: serde_json::Value =
        serde_json::from_str(&project.read("dist/manifest.json")).expect("JSON");
    let files = manifest["files"].as_object().expect("files");
    let mut found = 0;
    below(&project.path("dist"), &mut |path| {
        let name = path
            .strip_prefix(project.path("dist"))
            .expect("below")
            .to_string_lossy();
        if !["manifest.json", ".tradeoff-stamp"].contains(&name.as_ref()) {
            let size = fs::metadata(path).expect("a file").len();
            assert_eq!(files[name.as_ref()]["size"], size, "{name}");
            found += 1;
        }
    });
    assert_eq!(files.len(), found);
    let stamp = files["tables/overview.csv"]["stamp"]
        .as_str()
        .unwrap_or_default();
    assert!(stamp.starts_with("tradeoff:overview@"), "{stamp}");
    assert_eq!(manifest["revision"].as_str().map(str::len), Some(8));
}

fn below(folder: &Path, of: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => below(&path, of),
            false => of(&path),
        }
    }
}

#[test]
fn files_say_whether_they_are_stale_and_which_rows_changed() {
    let project = Project::base();
    let formats = "csv,md,html,json,xlsx,pdf,svg,png";
    let run = project.run(&format!("export overview --format {formats} --out out"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let files: Vec<String> = formats
        .split(',')
        .map(|it| format!("out/overview.{it}"))
        .collect();
    let verify = format!("export --verify {}", files.join(" "));
    let run = project.run(&verify);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let expected: String = files
        .iter()
        .map(|it| format!("{it}: up to date\n"))
        .collect();
    assert_eq!(run.stdout, expected);
    let project = project.replace("data/facts/hammer-time.toml", "high = 10", "high = 12");
    let run = project.run(&verify);
    assert_eq!(run.code, Some(1), "{}{}", run.stdout, run.stderr);
    let expected: String = files
        .iter()
        .map(|it| format!("{it}: stale: changed: Speed\n"))
        .collect();
    assert_eq!(run.stdout, expected);
}

#[test]
fn a_part_of_a_table_is_compared_with_the_same_part() {
    let project = Project::base();
    let run = project.run("export overview --options drill --format md --out out");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let project = project.replace("data/facts/hammer-time.toml", "high = 10", "high = 12");
    let run = project.run("export --verify out/overview.md");
    assert_eq!(
        run.stdout, "out/overview.md: up to date\n",
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_of_another_program_cannot_be_compared() {
    let project = Project::base()
        .write("a.csv", "a,b\r\n")
        .write("b.pdf", "%PDF-1.7");
    project.run("export overview --format csv --out out");
    fs::write(project.path("out/overview.csv"), "changed").expect("a file");
    let run = project.run("export --verify a.csv b.pdf none.md out/overview.csv");
    assert_eq!(run.code, Some(1));
    for words in [
        "a.csv: it has no stamp",
        "b.pdf: it has no stamp",
        "none.md: it cannot be read",
        "out/overview.csv: it was changed after it was exported",
    ] {
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
    }
    assert_eq!(run.stdout, "");
}

/// The program alone in a folder, so that it finds no other beside it.
fn alone() -> (tempfile::TempDir, Command) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("tradeoff");
    fs::copy(program("tradeoff").get_program(), &path).expect("a copy");
    let mut command = Command::new(path);
    command.env("PATH", "/usr/bin:/bin");
    (folder, command)
}

#[test]
fn without_the_printing_program_everything_else_is_built() {
    let project = Project::base();
    let (_folder, mut command) = alone();
    command.current_dir(project.root()).arg("build");
    let run = finish(command);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let notes = run
        .stderr
        .lines()
        .filter(|it| it.contains("tradeoff-print"));
    assert_eq!(notes.count(), 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("cargo build --release --workspace"),
        "{}",
        run.stderr
    );
    assert!(project.path("dist/tables/overview.xlsx").is_file());
    assert!(!project.path("dist/tables/overview.pdf").exists());
    assert!(
        !project
            .read("dist/book/tables/overview.html")
            .contains(".pdf")
    );
    let (_folder, mut command) = alone();
    command
        .current_dir(project.root())
        .args(["export", "overview", "--format", "pdf", "--out", "out"]);
    let run = finish(command);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains("cargo build --release --workspace"),
        "{}",
        run.stderr
    );
}

#[cfg(unix)]
#[test]
fn a_printing_program_that_dies_costs_the_document_that_it_was_busy_with() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::base();
    let (folder, mut command) = alone();
    let real = program("tradeoff");
    let real = Path::new(real.get_program()).with_file_name("tradeoff-print");
    // The real program, but for one document.
    let script = folder.path().join("tradeoff-print");
    let text = format!(
        "#!/bin/sh\nlist=$(cat)\ncase \"$list\" in *'\"name\":\"print/bookshelf.pdf\"'*) kill -9 $$;; esac\nprintf '%s' \"$list\" | {}\n",
        real.display()
    );
    fs::write(&script, text).expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a mode");
    command.current_dir(project.root()).arg("build");
    let run = finish(command);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("print/bookshelf.pdf was not printed: tradeoff-print ended"),
        "{}",
        run.stderr
    );
    assert!(!project.path("dist/print/bookshelf.pdf").exists());
    assert!(project.path("dist/tables/overview.xlsx").is_file());
    assert!(repository().is_dir());
}

#[test]
fn an_error_in_a_template_names_its_line() {
    let project =
        Project::base().write("templates/print/table.typ", "#let a = 1\n#panic(\"no\")\n");
    let run = project.print("build");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("table.typ:2:"), "{}", run.stderr);
    assert!(!project.path("dist/tables/overview.pdf").exists());
    assert!(project.path("dist/print/bookshelf.pdf").is_file());
    let again = project.print("build");
    assert_eq!(
        again.code,
        Some(1),
        "what failed is tried again: {}",
        again.stdout
    );
}

#[test]
fn a_second_build_prints_nothing_that_is_known() {
    let project = Project::base();
    assert_eq!(project.print("build").code, Some(0));
    let stamp = |path: &str| {
        fs::metadata(project.path(path))
            .and_then(|it| it.modified())
            .expect("a file")
    };
    let (book, table) = (
        stamp("dist/book/index.html"),
        stamp("dist/tables/overview.pdf"),
    );
    let run = project.print("build");
    assert!(run.stdout.starts_with("up to date"), "{}", run.stdout);
    assert_eq!(
        (
            stamp("dist/book/index.html"),
            stamp("dist/tables/overview.pdf")
        ),
        (book, table)
    );
}

#[test]
fn a_row_that_is_taller_than_its_slide_is_told_once_however_many_decks_show_it() {
    let long = "nobody finds the middle of this answer again ".repeat(60);
    let project = Project::base().replace(
        "data/dimensions/speed.toml",
        " for one hole\"",
        &format!(" for one hole: {}\"", long.trim()),
    );
    let run = project.run("build --no-print --today 2026-11-23");
    let told = run.stderr.matches("lines too long for a slide").count();
    assert_eq!(told, 1, "{}", run.stderr);
    assert!(run.stderr.contains("in row `speed` is "), "{}", run.stderr);
    let calm = Project::base().run("build --no-print --today 2026-11-23");
    assert!(!calm.stderr.contains("slide"), "{}", calm.stderr);
}
