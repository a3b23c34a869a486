//! Builds that do not come to their end: killed, or out of space. The last good book stays.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::project::{Project, Run, finish, program};
use crate::tree::{Tree, differences, names, tree};

/// A project with a good book, and one record changed since; the tree of the book.
fn changed() -> (Project, Tree) {
    let project = Project::base();
    assert_eq!(project.run("build").code, Some(0));
    let before = tree(&project.path("dist"));
    (
        project.replace("data/options/hammer.toml", "\"Hammer\"", "\"Mallet\""),
        before,
    )
}

/// Asserts that a build in peace comes to its end and leaves nothing beside it.
#[track_caller]
fn recovers(project: &Project) {
    let run = project.run("build");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        project
            .read("dist/book/options/hammer.html")
            .contains("Mallet")
    );
    let left = names(project.root())
        .into_iter()
        .filter(|it| it.starts_with(".dist"));
    assert_eq!(left.count(), 0, "{:?}", names(project.root()));
}

#[cfg(unix)]
#[test]
fn a_build_killed_half_way_leaves_the_last_book() {
    let (project, before) = changed();
    // A preprocessor that says that it has begun, and then keeps the build waiting for as long as it lives.
    let wait = "test \"$1\" = supports && exit 0\ntouch ../begun\nwhile kill -0 $PPID; do sleep 0.05; done\n";
    let settings = project.read("book/book.toml");
    let slow = format!("{settings}\n[preprocessor.wait]\ncommand = \"sh wait.sh\"\n");
    let project = project
        .write("book/wait.sh", wait)
        .write("book/book.toml", slow);
    let mut command = program("tradeoff");
    command
        .args(["build", "--no-print"])
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut build = command.spawn().expect("the program starts");
    wait_for(|| project.path("begun").exists());
    let fresh = format!(".dist-{}", build.id());
    assert!(project.path(&fresh).is_dir(), "{:?}", names(project.root()));
    build.kill().expect("a process to kill");
    build.wait().expect("an end");
    assert_eq!(differences(&before, &tree(&project.path("dist"))), [""; 0]);
    assert!(
        project.path(&fresh).is_dir(),
        "killed, it could not clean up"
    );
    recovers(&project.write("book/book.toml", settings));
}

#[cfg(unix)]
#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_book() {
    let (project, before) = changed();
    let (twin, _) = changed();
    assert_eq!(twin.run("build").code, Some(0));
    let after = tree(&twin.path("dist/book"));
    let before: Tree = before
        .into_iter()
        .filter_map(|(it, bytes)| Some((it.strip_prefix("book/")?.to_owned(), bytes)))
        .collect();
    for round in 0..12 {
        let mut command = program("tradeoff");
        command
            .args(["build", "--no-print", "--force"])
            .current_dir(project.root())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut build = command.spawn().expect("the program starts");
        thread::sleep(Duration::from_millis(8 * round));
        build.kill().expect("a process to kill");
        build.wait().expect("an end");
        let found = tree(&project.path("dist/book"));
        assert!(
            found == before || found == after,
            "round {round}: neither the old book nor the new one"
        );
    }
    recovers(&project);
}

fn wait_for(condition: impl Fn() -> bool) {
    let begun = Instant::now();
    while !condition() {
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "it never happened"
        );
        thread::sleep(Duration::from_millis(10));
    }
}

/// Runs `script` where `folder` is a file system of `bytes` of its own, which ends with the script. Nothing, with the
/// reason printed, where this is not permitted.
#[cfg(target_os = "linux")]
pub fn on_small_disk(folder: &Path, bytes: usize, script: &str) -> Option<Run> {
    let script = format!(
        "mount -t tmpfs -o size={bytes} tmpfs '{}' || exit 77\n{script}",
        folder.display()
    );
    for options in [&["--mount"][..], &["--user", "--map-root-user", "--mount"]] {
        let mut command = Command::new("unshare");
        command.args(options).args(["sh", "-c", &script]);
        let Ok(output) = command.output() else {
            println!("skipped: there is no `unshare` to mount a small disk with");
            return None;
        };
        if output.status.code() != Some(77)
            && !String::from_utf8_lossy(&output.stderr).starts_with("unshare: ")
        {
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
            return Some(Run {
                code: output.status.code(),
                stdout: text(output.stdout),
                stderr: text(output.stderr),
            });
        }
    }
    println!("skipped: mounting a small disk is not permitted");
    None
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_last_book() {
    let (project, before) = changed();
    let program = program("tradeoff")
        .get_program()
        .to_string_lossy()
        .into_owned();
    let disk = project.path("disk");
    fs::create_dir(&disk).expect("a folder");
    let pages: usize = before
        .values()
        .map(|it| it.len().next_multiple_of(4096))
        .sum();
    // Room for one book and a half.
    let script = format!(
        "cd '{}' && '{program}' build --dest disk/web >out1 2>err1; echo $? >code1\n\
        cp -r disk/web first\n\
        sed -i s/Mallet/Gavel/ data/options/hammer.toml\n\
        '{program}' build --dest disk/web >out2 2>err2; echo $? >code2\n\
        diff -r first disk/web && ls -A disk\n",
        project.root().display()
    );
    let Some(run) = on_small_disk(&disk, pages * 3 / 2, &script) else {
        return;
    };
    assert_eq!(project.read("code1"), "0\n", "{}", project.read("err1"));
    assert_eq!(project.read("code2"), "2\n", "{}", project.read("err2"));
    assert_eq!(project.read("out2"), "");
    let error = project.read("err2");
    let last = error
        .lines()
        .last()
        .is_some_and(|it| it.starts_with("error: ") && it.contains("No space left on device"));
    assert!(last, "{error}");
    assert_eq!(
        (run.stdout.as_str(), run.code),
        ("web\n", Some(0)),
        "the last book is there, and nothing else: {}",
        run.stderr
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_without_room_for_anything_is_left_empty() {
    let project = Project::base();
    let program = program("tradeoff")
        .get_program()
        .to_string_lossy()
        .into_owned();
    let disk = project.path("disk");
    fs::create_dir(&disk).expect("a folder");
    for room in [4096, 64 * 4096] {
        let script = format!(
            "cd '{}' && '{program}' build --dest disk/web; echo $?; ls -A disk",
            project.root().display()
        );
        let Some(run) = on_small_disk(&disk, room, &script) else {
            return;
        };
        assert_eq!(run.stdout, "2\n", "{}", run.stderr);
        assert!(
            run.stderr.contains("No space left on device"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_build_of_one_project_does_not_disturb_another_beside_it() {
    let (project, _) = changed();
    let other = project.path("other");
    crate::project::copy(&Project::base().path("data"), &other.join("data"));
    crate::project::copy(&Project::base().path("book"), &other.join("book"));
    let builds: Vec<_> = [project.root().to_owned(), other.clone()]
        .map(|folder| {
            let mut command = program("tradeoff");
            command.args(["build", "--no-print", "--dest"]).arg(
                project
                    .path("web")
                    .join(folder.file_name().expect("a name")),
            );
            command.current_dir(folder);
            thread::spawn(move || finish(command).code)
        })
        .into_iter()
        .map(|it| it.join().expect("a result"))
        .collect();
    assert_eq!(builds, [Some(0), Some(0)]);
    assert_eq!(names(&project.path("web")).len(), 2);
}
