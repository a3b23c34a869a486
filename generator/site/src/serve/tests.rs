//! The preview as a browser meets it: over a socket.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::*;

fn started() -> (tempfile::TempDir, Preview) {
    let dir = tempfile::tempdir().unwrap();
    for (file, text) in [
        ("web/index.html", "<body>start</body>"),
        ("web/404.html", "<body>nothing here</body>"),
        ("web/a.css", "p {}"),
        ("secret", "s"),
    ] {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let preview = Preview::start(0, &[dir.path().join("web")]).unwrap();
    (dir, preview)
}

/// Status line and headers, and the body.
fn request(preview: &Preview, method: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(preview.address()).unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), body.to_owned())
}

fn get(preview: &Preview, path: &str) -> (String, String) {
    request(preview, "GET", path)
}

/// The states that an open page is told, one after the other.
fn states(preview: &Preview) -> impl Iterator<Item = serde_json::Value> {
    let mut stream = TcpStream::connect(preview.address()).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    write!(stream, "GET /.tradeoff/live HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let lines = BufReader::new(stream).lines().map(Result::unwrap);
    lines.filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok())
}

#[test]
fn pages_are_served_with_the_script_and_other_files_without() {
    let (dir, preview) = started();
    preview.publish(Ok(dir.path().join("web")));
    let (head, body) = get(&preview, "/");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("content-type: text/html; charset=utf-8"),
        "{head}"
    );
    assert!(
        body.contains("start") && body.contains("/.tradeoff/live.js"),
        "{body}"
    );
    assert_eq!(get(&preview, "/a.css").1, "p {}");
    let on_disk = fs::read_to_string(dir.path().join("web/index.html")).unwrap();
    assert_eq!(on_disk, "<body>start</body>");
    for part in ["/.tradeoff/live.js", "/.tradeoff/live.css"] {
        assert!(get(&preview, part).0.starts_with("http/1.1 200"), "{part}");
    }
}

#[test]
fn what_is_missing_or_outside_gets_the_404_page() {
    let (dir, preview) = started();
    preview.publish(Ok(dir.path().join("web")));
    for path in ["/none", "/../secret", "/%2e%2e/secret"] {
        let (head, body) = get(&preview, path);
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(body.contains("nothing here"), "{path}: {body}");
    }
    assert!(request(&preview, "POST", "/").0.starts_with("http/1.1 405"));
}

#[test]
fn a_page_is_told_of_good_and_failed_builds() {
    let (dir, preview) = started();
    let web = dir.path().join("web");
    preview.publish(Ok(web.clone()));
    let mut states = states(&preview);
    let first = states.next().unwrap();
    assert_eq!(first["diagnostics"], serde_json::Value::Null);

    preview.publish(Err("error: <b>\nline 2".to_owned()));
    let broken = states.next().unwrap();
    assert_eq!(broken["diagnostics"], "error: <b>\nline 2");
    assert_eq!(
        broken["version"], first["version"],
        "the page is still the newest good one"
    );
    assert!(get(&preview, "/").1.contains("start"));
    // A page opened now is told at once, too.
    assert_eq!(self::states(&preview).next().unwrap(), broken);

    preview.publish(Ok(web));
    let good = states.next().unwrap();
    assert_eq!(good["diagnostics"], serde_json::Value::Null);
    assert_ne!(good["version"], first["version"]);
    let version = good["version"].as_str().unwrap();
    assert!(
        get(&preview, "/").1.contains(version),
        "the page knows its build"
    );
}

#[test]
fn before_the_first_good_build_there_is_a_page_that_waits() {
    let (_dir, preview) = started();
    preview.publish(Err("broken <script>".to_owned()));
    let (head, body) = get(&preview, "/any.html");
    assert!(head.starts_with("http/1.1 503"), "{head}");
    assert!(body.contains("/.tradeoff/live.js"), "{body}");
    assert!(body.contains("broken &lt;script&gt;"), "{body}");
    assert_eq!(
        states(&preview).next().unwrap()["diagnostics"],
        "broken <script>"
    );
}

#[test]
fn a_port_in_use_is_said() {
    let (_dir, preview) = started();
    let port = preview.address().port();
    let Err(message) = Preview::start(port, &[]) else {
        panic!("two servers on one port")
    };
    assert!(
        message.starts_with(&format!("port {port} is in use")),
        "{message}"
    );
}

#[test]
fn the_server_ends_with_the_preview() {
    let (_dir, preview) = started();
    let address = preview.address();
    drop(preview);
    let gone = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        TcpStream::connect(address).is_err()
    });
    assert!(gone);
}

#[test]
fn run_rebuilds_on_change_and_survives_a_panic() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    fs::create_dir(&data).unwrap();
    let (sender, addresses) = std::sync::mpsc::channel();
    let (watched, edited, web) = (data.clone(), data.join("a.toml"), dir.path().to_owned());
    std::thread::spawn(move || {
        let mut round = 0;
        let rebuild = || {
            round += 1;
            assert!(round != 2, "second build");
            fs::write(web.join("index.html"), format!("round {round}")).unwrap();
            Ok(web.clone())
        };
        let ready = |address| sender.send(address).unwrap();
        run(0, &[watched], rebuild, ready)
    });
    let address = addresses.recv_timeout(Duration::from_secs(10)).unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    write!(stream, "GET /.tradeoff/live HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let lines = BufReader::new(stream).lines().map(Result::unwrap);
    let mut data = lines.filter(|line| line.starts_with("data: "));
    assert!(data.next().unwrap().contains("\"diagnostics\":null"));
    fs::write(&edited, "1").unwrap();
    assert!(data.next().unwrap().contains("second build"));
    fs::write(&edited, "2").unwrap();
    assert!(data.next().unwrap().contains("\"diagnostics\":null"));
}
