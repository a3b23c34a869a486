//! From the path of a request to a file of the build, and a page with the live script added.

use std::path::{Component, Path, PathBuf};

use mdbook_core::utils::escape_html;
use percent_encoding::percent_decode_str;

/// What a request is answered with.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The file.
    File(PathBuf),
    /// The folder was asked for without a slash at its end: where to go instead.
    Moved(String),
    /// Nothing is there, or what is there is not for readers.
    Missing,
}

/// The script and style of the preview.
pub(super) const SCRIPT: &str = include_str!("live.js");
pub(super) const STYLE: &str = include_str!("live.css");

/// Finds what the path of a request (`/options/a.html`, still encoded) names below `folder`.
///
/// Nothing outside the folder is found, whether by `..`, a backslash, a drive or a link; hidden files neither.
pub(super) fn find(folder: &Path, request: &str) -> Answer {
    let Ok(decoded) = percent_decode_str(request).decode_utf8() else {
        return Answer::Missing;
    };
    let relative = decoded.trim_start_matches('/');
    let odd = |part: &str| part.starts_with('.') || part.contains(['\\', ':', '\0']);
    let plain = Path::new(relative)
        .components()
        .all(|it| matches!(it, Component::Normal(_)));
    if !plain || relative.split('/').any(odd) {
        return Answer::Missing;
    }
    let path = folder.join(relative);
    if path.is_dir() {
        if !relative.is_empty() && !relative.ends_with('/') {
            let last = request.rsplit('/').next().unwrap_or_default();
            return Answer::Moved(format!("{last}/"));
        }
        return inside(folder, path.join("index.html"));
    }
    inside(folder, path)
}

fn inside(folder: &Path, path: PathBuf) -> Answer {
    match (folder.canonicalize(), path.canonicalize()) {
        (Ok(folder), Ok(real)) if real.starts_with(&folder) && real.is_file() => Answer::File(path),
        _ => Answer::Missing,
    }
}

/// The MIME type for a file, with the encoding where it is text.
pub(super) fn mime(path: &Path) -> String {
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let name = mime.essence_str();
    let text = name.starts_with("text/")
        || matches!(
            name,
            "application/javascript" | "application/json" | "application/xml" | "image/svg+xml"
        );
    if text {
        format!("{name}; charset=utf-8")
    } else {
        name.to_owned()
    }
}

/// `html` with the script that keeps it fresh; `version` names the build that it comes from.
pub(super) fn live(html: &str, version: &str) -> String {
    let script = format!(
        "<link rel=\"stylesheet\" href=\"/.tradeoff/live.css\"><script src=\"/.tradeoff/live.js\" data-version=\"{version}\"></script>"
    );
    let at = html.rfind("</body>").unwrap_or(html.len());
    format!("{}{script}{}", &html[..at], &html[at..])
}

/// What is shown before there is a good build: what the last one said, if there was one.
pub(super) fn nothing_yet(diagnostics: Option<&str>) -> String {
    let said = diagnostics.map(|it| escape_html(it)).unwrap_or_default();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
        <meta name=\"viewport\" content=\"width=device-width\"><title>No build yet</title></head>\
        <body><main><h1>No build yet</h1><p>The page appears by itself after the first good build.</p>\
        <pre id=\"tradeoff-nothing-yet\" tabindex=\"0\">{said}</pre></main></body></html>\n"
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("secret"), "s").unwrap();
        for file in [
            "web/index.html",
            "web/options/index.html",
            "web/options/a b.html",
            "web/.tradeoff-stamp",
        ] {
            let path = dir.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        dir
    }

    #[test]
    fn files_and_folders_are_found() {
        let dir = folder();
        let web = dir.path().join("web");
        let file = |name: &str| Answer::File(web.join(name));
        assert_eq!(find(&web, "/"), file("index.html"));
        assert_eq!(find(&web, "/options/"), file("options/index.html"));
        assert_eq!(find(&web, "/options/a%20b.html"), file("options/a b.html"));
        assert_eq!(find(&web, "/options"), Answer::Moved("options/".into()));
        assert_eq!(find(&web, "/none.html"), Answer::Missing);
    }

    #[test]
    fn nothing_outside_is_found() {
        let dir = folder();
        let web = dir.path().join("web");
        for path in [
            "/../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/options/../../secret",
            "/..\\secret",
            "/%5c..%5csecret",
            "/c:/secret",
            "/%00",
            "/%ff",
            "/.tradeoff-stamp",
            "//etc/passwd",
            &format!("/{}", dir.path().join("secret").display()),
        ] {
            assert_eq!(find(&web, path), Answer::Missing, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_outside_is_not_followed() {
        let dir = folder();
        let web = dir.path().join("web");
        std::os::unix::fs::symlink(dir.path().join("secret"), web.join("link")).unwrap();
        assert_eq!(find(&web, "/link"), Answer::Missing);
    }

    #[test]
    fn types_are_those_that_browsers_expect() {
        for (file, expected) in [
            ("a.html", "text/html; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.json", "application/json; charset=utf-8"),
            ("a.svg", "image/svg+xml; charset=utf-8"),
            ("a.png", "image/png"),
            ("a.woff2", "font/woff2"),
            ("a.pdf", "application/pdf"),
            ("a.csv", "text/csv; charset=utf-8"),
            (
                "a.pptx",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ),
            (
                "a.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            ("CNAME", "application/octet-stream"),
        ] {
            assert_eq!(mime(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn the_script_goes_to_the_end_of_the_body() {
        let page = live("<body>a</body></html>", "7");
        assert!(page.starts_with("<body>a<link "));
        assert!(page.ends_with("data-version=\"7\"></script></body></html>"));
        assert!(live("a", "7").starts_with("a<link"));
    }
}
