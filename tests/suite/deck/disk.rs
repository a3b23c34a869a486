//! Disks, permissions and other programs: a deck is written whole, or it is as it was.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::process::Command;

use super::{bytes, modified, row, stale};
use crate::interrupted::on_small_disk;
use crate::project::{Project, Run, finish, program};

const DECK: &str = "decks/pandoc.pptx";

/// The names in the folder of the decks.
fn beside(project: &Project) -> Vec<String> {
    let all = fs::read_dir(project.path("decks")).unwrap();
    let mut all: Vec<_> = all
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    all.sort();
    all
}

fn set_mode(project: &Project, path: &str, mode: u32) {
    fs::set_permissions(project.path(path), fs::Permissions::from_mode(mode)).unwrap();
}

/// Runs the program as somebody who may not do everything. Nothing, with the reason printed, where that is not permitted.
fn run_as_nobody(project: &Project, arguments: &str) -> Option<Run> {
    let program = program("tradeoff");
    if fs::metadata(project.root()).unwrap().uid() != 0 {
        return Some(project.run(arguments));
    }
    let mut command = Command::new("setpriv");
    let command = command
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(program.get_program());
    command
        .current_dir(project.root())
        .args(arguments.split_whitespace());
    let mut test = Command::new("setpriv");
    test.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    let reaches = test.arg(program.get_program()).arg("--version").output();
    if !reaches.is_ok_and(|it| it.status.success()) {
        println!(
            "skipped: there is no `setpriv` to run the program as nobody, or it may not be run by others"
        );
        return None;
    }
    Some(finish(std::mem::replace(command, Command::new("true"))))
}

#[test]
fn what_may_not_be_written_is_not() {
    for (deck_mode, folder_mode) in [(0o444, 0o777), (0o666, 0o555)] {
        let project = stale();
        fs::set_permissions(project.root(), fs::Permissions::from_mode(0o755)).unwrap();
        let before = (bytes(&project, DECK), beside(&project));
        set_mode(&project, DECK, deck_mode);
        set_mode(&project, "decks", folder_mode);
        let Some(run) = run_as_nobody(&project, &format!("deck sync {DECK} --backup")) else {
            return;
        };
        assert_eq!(run.code, Some(2), "{}{}", run.stdout, run.stderr);
        assert_eq!(run.stdout, "");
        assert!(
            run.stderr.starts_with("error: `decks/pandoc.pptx"),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.to_lowercase().contains("permission denied"),
            "{}",
            run.stderr
        );
        let mut after = (bytes(&project, DECK), beside(&project));
        // What was to be kept of a deck that then cannot be written is the same deck.
        after.1.retain(|it| it != "pandoc.pptx.bak");
        assert!(before == after, "{:?}", after.1);
        let mode = fs::metadata(project.path(DECK)).unwrap().mode();
        assert_eq!(mode & 0o777, deck_mode);
        set_mode(&project, "decks", 0o755);
    }
}

#[test]
fn a_deck_that_may_not_be_read_is_named() {
    let project = stale();
    fs::set_permissions(project.root(), fs::Permissions::from_mode(0o755)).unwrap();
    set_mode(&project, DECK, 0);
    let Some(run) = run_as_nobody(&project, &format!("deck status {DECK}")) else {
        return;
    };
    assert_eq!(run.code, Some(2), "{}{}", run.stdout, run.stderr);
    assert!(
        run.stderr.contains("`decks/pandoc.pptx`: "),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.to_lowercase().contains("permission denied"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_full_disk_leaves_the_deck_and_nothing_else() {
    let project = stale();
    let deck = bytes(&project, DECK);
    let disk = project.path("disk");
    fs::create_dir(&disk).unwrap();
    let program = program("tradeoff")
        .get_program()
        .to_string_lossy()
        .into_owned();
    // What is free is less than the deck, so that it cannot be written beside itself.
    let script = format!(
        "cd '{}' && cp {DECK} {DECK}.tradeoff.json disk/ && head -c 2000000 /dev/zero > disk/filler 2>/dev/null\n\
         truncate -s -8192 disk/filler\n\
         '{program}' deck sync disk/pandoc.pptx >out 2>err; echo $? >code\n\
         cmp disk/pandoc.pptx {DECK} && cmp disk/pandoc.pptx.tradeoff.json {DECK}.tradeoff.json && ls -A disk\n",
        project.root().display()
    );
    let Some(run) = on_small_disk(&disk, 1 << 20, &script) else {
        return;
    };
    assert!(deck.len() > 8192, "the deck is larger than what is free");
    assert_eq!(project.read("code"), "2\n", "{}", project.read("out"));
    assert_eq!(project.read("out"), "");
    let error = project.read("err");
    assert!(
        error.starts_with("error: `disk/pandoc.pptx` cannot be written: "),
        "{error}"
    );
    assert!(error.contains("No space left on device"), "{error}");
    assert_eq!(
        (run.stdout.as_str(), run.code),
        ("filler\npandoc.pptx\npandoc.pptx.tradeoff.json\n", Some(0)),
        "{}",
        run.stderr
    );
}

#[test]
fn who_may_do_what_with_a_deck_stays_and_a_link_leads_where_it_did() {
    let project = stale();
    set_mode(&project, DECK, 0o640);
    std::os::unix::fs::symlink("pandoc.pptx", project.path("decks/link.pptx")).unwrap();
    let lock = "decks/pandoc.pptx.tradeoff.json";
    fs::copy(
        project.path(lock),
        project.path("decks/link.pptx.tradeoff.json"),
    )
    .unwrap();
    let run = project.run("deck sync decks/link.pptx");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        fs::symlink_metadata(project.path("decks/link.pptx"))
            .unwrap()
            .is_symlink()
    );
    assert_eq!(
        fs::metadata(project.path(DECK)).unwrap().mode() & 0o777,
        0o640
    );
    assert_eq!(
        row(&project, DECK, "Cost when idle")[1],
        "Paid by the minute"
    );
}

#[test]
fn what_is_up_to_date_is_not_touched_even_when_it_is_open_elsewhere() {
    let project = stale();
    assert_eq!(project.run(&format!("deck sync {DECK}")).code, Some(0));
    let lock = format!("{DECK}.tradeoff.json");
    let before = [DECK, &lock].map(|it| modified(&project.path(it)));
    fs::write(project.path("decks/~$pandoc.pptx"), "").unwrap();
    let names = beside(&project);
    for flags in ["", "--backup", "--split", "--shrink", "--take data"] {
        let run = project.run(&format!("deck sync {DECK} {flags}"));
        assert_eq!(run.code, Some(0), "{flags}: {}", run.stderr);
        assert_eq!(
            [DECK, &lock].map(|it| modified(&project.path(it))),
            before,
            "{flags}"
        );
    }
    assert_eq!(beside(&project), names);
}
