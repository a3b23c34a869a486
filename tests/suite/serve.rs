//! `tradeoff serve`: what a browser meets while the author edits.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::project::{Project, program};
use crate::tree::{names, tree};

/// A running preview; it ends with the test.
struct Preview {
    process: Child,
    host: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

impl Preview {
    fn start(project: &Project) -> Self {
        let mut command = program("tradeoff");
        command
            .args(["serve", "--port", "0", "--open", "no"])
            .current_dir(project.root());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("the program starts");
        let mut line = String::new();
        let out = process.stdout.take().expect("a pipe");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let host = line
            .strip_prefix("serving at http://")
            .and_then(|it| it.strip_suffix("/ (Ctrl-C ends it)\n"));
        let host = host
            .unwrap_or_else(|| panic!("no address in {line:?}"))
            .to_owned();
        Self { process, host }
    }

    /// Status and body of a page.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = connect(&self.host, path);
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|it| it.parse().ok())
            .expect("a status");
        (status, body.to_owned())
    }

    /// Waits until a page holds `words`.
    #[track_caller]
    fn wait_for(&self, path: &str, words: &str) {
        let begun = Instant::now();
        while !self.get(path).1.contains(words) {
            assert!(
                begun.elapsed() < Duration::from_mins(1),
                "{path} never said `{words}`"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// What an open page is told, one message after the other.
fn states(host: &str) -> impl Iterator<Item = String> + use<> {
    let lines = BufReader::new(connect(host, "/.tradeoff/live")).lines();
    lines
        .map(|it| it.expect("a line"))
        .filter_map(|it| Some(it.strip_prefix("data: ")?.to_owned()))
}

fn connect(host: &str, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(host).expect("a server");
    stream
        .set_read_timeout(Some(Duration::from_mins(1)))
        .expect("a time limit");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .expect("a request");
    stream
}

#[test]
fn an_edit_is_seen_and_a_broken_one_keeps_the_last_good_page() {
    let project = Project::base();
    let before = tree(&project.path("book"));
    let preview = Preview::start(&project);
    let (status, page) = preview.get("/options/hammer.html");
    assert_eq!(status, 200);
    assert!(
        page.contains("Hammer") && page.contains("/.tradeoff/live.js"),
        "{page}"
    );
    let mut states = states(&preview.host);
    assert!(
        states
            .next()
            .is_some_and(|it| it.contains("\"diagnostics\":null"))
    );

    let project = project.replace("data/options/hammer.toml", "\"Hammer\"", "\"Mallet\"");
    preview.wait_for("/options/hammer.html", "Mallet");

    let project = project.replace(
        "data/options/hammer.toml",
        "family = \"hand\"",
        "family = \"hnad\"",
    );
    let told = states
        .find(|it| it.contains("unknown-reference"))
        .expect("diagnostics");
    assert!(
        told.contains("data/options/hammer.toml:2:10") && told.contains("did you mean `hand`?"),
        "{told}"
    );
    let (status, page) = preview.get("/options/hammer.html");
    assert!(status == 200 && page.contains("Mallet"), "{page}");

    let project = project.replace("data/options/hammer.toml", "\"hnad\"", "\"hand\"");
    assert!(states.any(|it| it.contains("\"diagnostics\":null")));
    let project = project.replace("book/src/options.md", "# Options", "# The options");
    preview.wait_for("/options.html", "The options");
    drop(preview);
    let project = project.replace("book/src/options.md", "# The options", "# Options");
    assert_eq!(tree(&project.path("book")), before);
    assert_eq!(
        names(project.root()),
        [".tradeoff", "book", "data"],
        "dist/ is for `build`"
    );
}

#[test]
fn a_project_that_is_broken_from_the_start_shows_why() {
    let project = Project::base().replace("book/src/options.md", "pages options", "page <options>");
    let preview = Preview::start(&project);
    let (status, page) = preview.get("/");
    assert_eq!(status, 503);
    assert!(
        page.contains("error[bad-directive]") && page.contains("book/src/options.md:3:1"),
        "{page}"
    );
    assert!(page.contains("page &lt;options&gt;"), "{page}");
    let project = project.replace("book/src/options.md", "page <options>", "pages options");
    preview.wait_for("/", "Hammer or drill");
    drop(project);
}

#[test]
fn without_a_project_or_a_port_there_is_no_preview() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = Project::base();
    let preview = Preview::start(&project);
    let port = preview.host.rsplit(':').next().expect("a port");
    let run = project.run(&format!("serve --port {port}"));
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains(&format!("port {port} is in use")),
        "{}",
        run.stderr
    );
    let run = project.run(&format!("serve -C {}", folder.path().display()));
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("no `data/comparison.toml` in"),
        "{}",
        run.stderr
    );
}
