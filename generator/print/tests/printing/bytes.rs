//! What is in a file, byte by byte.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::press::{STAMP, job, print_one, table, with_table};

#[test]
fn the_same_job_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = |run: &str| {
        let path = |ending: &str| folder.path().join(format!("{run}.{ending}"));
        let (pdf, svg, png) = (path("pdf"), path("svg"), path("png"));
        let outputs: [(&str, &Path); 3] = [("pdf", &pdf), ("svg", &svg), ("png", &png)];
        let report = print_one(
            &job("speed", "table.typ", with_table(|_| {}), &outputs),
            &[],
        );
        assert_eq!(report["diagnostics"], json!([]));
        assert_eq!(report["written"], json!([pdf, svg, png]));
        [pdf, svg, png].map(|it| fs::read(it).expect("a file"))
    };
    let [pdf, svg, png] = files("one");
    assert!(
        pdf.starts_with(b"%PDF-1.7") && svg.starts_with(b"<svg") && png.starts_with(b"\x89PNG")
    );
    assert!(files("two") == [pdf, svg, png], "two runs differ");
}

#[test]
fn a_pdf_says_what_it_shows_and_of_which_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("below/it/speed.pdf");
    print_one(
        &job("speed", "table.typ", with_table(|_| {}), &[("pdf", &path)]),
        &[],
    );
    let bytes = fs::read(path).expect("the file, in folders that were made for it");
    let text = String::from_utf8_lossy(&bytes);
    for words in [
        format!("<pdf:Keywords>Boats, {STAMP}</pdf:Keywords>"),
        "<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>".to_owned(),
        "<pdfuaid:part>1</pdfuaid:part>".to_owned(),
        "<pdfaid:part>2</pdfaid:part>".to_owned(),
        "/Lang(en)".to_owned(),
    ] {
        assert!(text.contains(&words), "{words}");
    }
}

#[test]
fn where_nothing_was_reviewed_the_day_is_plainly_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("speed.pdf");
    let data = with_table(|table| table["as_of"] = json!(null));
    let report = print_one(&job("speed", "table.typ", data, &[("pdf", &path)]), &[]);
    assert_eq!(report["diagnostics"], json!([]));
    let bytes = fs::read(path).expect("the file");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("<xmp:CreateDate>1980-01-01T00:00:00Z</xmp:CreateDate>"));
}

#[test]
fn only_addresses_of_the_web_and_of_mail_become_links() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("speed.pdf");
    let mut table = table();
    let link = |to: &str| json!({ "link": to, "runs": [{ "text": "here" }] });
    table["note"] = json!([
        link("https://example.org/note"),
        link("mailto:a@example.org"),
        link("javascript:alert(1)"),
        link("file:///etc/passwd"),
        link("option:oar"),
    ]);
    table["sources"][0]["url"] = json!("data:text/html,x");
    let data = json!({ "stamp": STAMP, "language": "en", "table": table });
    let report = print_one(&job("speed", "table.typ", data, &[("pdf", &path)]), &[]);
    assert_eq!(report["diagnostics"], json!([]));
    let bytes = fs::read(path).expect("the file");
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        text.contains("/URI(https://example.org/note)")
            && text.contains("/URI(mailto:a@example.org)")
    );
    assert_eq!(text.matches("/URI(").count(), 2);
}
