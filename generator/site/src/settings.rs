//! What `[preprocessor.tradeoff]` in book.toml says.

use std::path::{Component, Path, PathBuf};

use anyhow::Context as _;
use mdbook_core::config::Config;

/// The settings, and where the book stands in the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Folder of the project: `root`, which is relative to book.toml and `..` when absent.
    pub root: PathBuf,
    /// Folder of the hand-written chapters.
    pub chapters: PathBuf,
    /// Where the book is published: `url`, with a slash at its end.
    pub url: Option<String>,
}

impl Settings {
    /// The settings of the book in folder `book`.
    ///
    /// # Errors
    /// When a setting has the wrong type, or `url` is no web address.
    pub fn new(book: &Path, config: &Config) -> anyhow::Result<Self> {
        let text = |key: &str| {
            let key = format!("preprocessor.tradeoff.{key}");
            let value = config.get::<String>(&key);
            value.with_context(|| format!("`{key}` in book.toml is no text"))
        };
        let root = text("root")?.unwrap_or_else(|| "..".to_owned());
        let url = text("url")?
            .filter(|url| !url.is_empty())
            .map(|url| web_root(&url));
        Ok(Self {
            root: normal(&book.join(root)),
            chapters: normal(&book.join(&config.book.src)),
            url: url.transpose()?,
        })
    }
}

fn web_root(url: &str) -> anyhow::Result<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    anyhow::ensure!(
        web && !url.contains(char::is_whitespace) && !url.contains(['?', '#']),
        "`preprocessor.tradeoff.url` in book.toml is no web address: `{url}`"
    );
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// `path` without `.` and, where it can be told without the disk, without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        let up = matches!(out.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if up => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    fn settings(toml: &str) -> anyhow::Result<Settings> {
        Settings::new(Path::new("/p/book"), &Config::from_str(toml)?)
    }

    #[test]
    fn the_project_is_the_folder_above_unless_said() {
        let it = settings("").unwrap();
        assert_eq!(it.root, Path::new("/p"));
        assert_eq!(it.chapters, Path::new("/p/book/src"));
        assert_eq!(it.url, None);
        let it =
            settings("book.src = 'text'\n[preprocessor.tradeoff]\nroot = './../../q'").unwrap();
        assert_eq!((it.root, it.chapters), ("/q".into(), "/p/book/text".into()));
    }

    #[test]
    fn the_url_ends_in_one_slash() {
        for url in [
            "https://x.example/a",
            "https://x.example/a/",
            "https://x.example/a//",
        ] {
            let it = settings(&format!("[preprocessor.tradeoff]\nurl = '{url}'")).unwrap();
            assert_eq!(it.url.as_deref(), Some("https://x.example/a/"));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in ["'x.example'", "'https://x.example/a b'", "'ftp://x'", "3"] {
            assert!(
                settings(&format!("[preprocessor.tradeoff]\nurl = {url}")).is_err(),
                "{url}"
            );
        }
        assert_eq!(
            settings("[preprocessor.tradeoff]\nurl = ''").unwrap().url,
            None
        );
    }
}
