//! Source code to HTML with class names, so that a style sheet colors it; no highlighter runs in the browser.
//!
//! The result is one line (line ends are `&#10;`): as raw HTML in Markdown it survives lists, quotes and blank lines,
//! and mdBook writes real line ends again. Inside `<code class="language-x hl">` a token is a `<span>` whose class is
//! one letter of [`CLASSES`]; `book/theme/page.css` gives each a color.

mod fences;
mod theme;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use syntect::easy::HighlightLines;
use syntect::highlighting::Theme;
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

pub use fences::fences;
pub use theme::CLASSES;

/// `source` as `<pre><code>…</code></pre>` on one line. A language without a syntax definition stays plain, escaped.
///
/// - `language`: as after a code fence (`rust`, `toml`, `ts`, `sh`), in any case; may be empty.
/// - Where Markdown surrounds the result it must begin a block: inside a paragraph Markdown would read the code.
///
/// ```
/// let html = site::highlight::code_html("toml", "low = 80 # ms\n");
/// assert_eq!(html, concat!(
///     r#"<pre><code class="language-toml hl"><span class="n">low</span> = <span class="d">80</span> "#,
///     r#"<span class="c"># ms</span></code></pre>"#,
/// ));
/// ```
pub fn code_html(language: &str, source: &str) -> String {
    let mut html = String::from("<pre><code class=\"");
    if !language.is_empty() {
        html.push_str("language-");
        escape_into(&mut html, language);
        html.push(' ');
    }
    html.push_str("hl\">");
    let syntaxes = syntaxes();
    match syntax(&syntaxes, language) {
        Some(syntax) => html.push_str(&tokens(&syntaxes, syntax, source)),
        None => escape_into(&mut html, trimmed(source)),
    }
    html.push_str("</code></pre>");
    html
}

/// The definitions; what was used of them grows to some 20 MB.
static SYNTAXES: Mutex<Option<Arc<SyntaxSet>>> = Mutex::new(None);

fn syntaxes() -> Arc<SyntaxSet> {
    let mut known = SYNTAXES.lock().unwrap_or_else(PoisonError::into_inner);
    let read = || Arc::new(two_face::syntax::extra_newlines());
    Arc::clone(known.get_or_insert_with(read))
}

/// Gives back the memory of the definitions, for a program that goes on with something else. They are read again when needed.
pub fn forget() {
    *SYNTAXES.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

static THEME: LazyLock<Theme> = LazyLock::new(theme::theme);

/// Names that authors write and the syntax definitions lack.
const ALIASES: [(&str, &str); 4] = [
    ("csharp", "cs"),
    ("jsonc", "json"),
    ("shell", "sh"),
    ("zsh", "sh"),
];

/// The definition for `language`, unless it is unknown or plain text.
fn syntax<'s>(syntaxes: &'s SyntaxSet, language: &str) -> Option<&'s SyntaxReference> {
    let lower = language.to_lowercase();
    let alias = ALIASES.iter().find(|(name, _)| *name == lower);
    let token = alias.map_or(lower.as_str(), |(_, token)| token);
    syntaxes
        .find_syntax_by_token(token)
        .filter(|it| it.name != "Plain Text")
}

fn is_known(language: &str) -> bool {
    syntax(&syntaxes(), language).is_some()
}

/// What each source of each syntax became: a rebuild of the preview highlights only what changed.
static CACHE: LazyLock<Mutex<HashMap<(String, String), String>>> = LazyLock::new(Mutex::default);

/// Entries after which the cache starts anew, so that a long preview does not keep every state of every snippet.
const CACHE_ENTRIES: usize = 4096;

fn tokens(syntaxes: &SyntaxSet, syntax: &SyntaxReference, source: &str) -> String {
    let key = (syntax.name.clone(), source.to_owned());
    let mut cache = CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(html) = cache.get(&key) {
        return html.clone();
    }
    let html = highlight(syntaxes, syntax, trimmed(source));
    if cache.len() >= CACHE_ENTRIES {
        cache.clear();
    }
    cache.insert(key, html.clone());
    html
}

fn highlight(syntaxes: &SyntaxSet, syntax: &SyntaxReference, source: &str) -> String {
    let mut html = String::with_capacity(source.len() * 2);
    let mut open = None;
    let mut lines = HighlightLines::new(syntax, &THEME);
    for line in LinesWithEndings::from(source) {
        // A definition with a faulty pattern leaves the line plain: colors are no reason to fail.
        let styled = lines.highlight_line(line, syntaxes).unwrap_or_default();
        if styled.is_empty() {
            switch(&mut html, &mut open, None);
            escape_into(&mut html, line);
        }
        for (style, text) in styled {
            if !text.trim().is_empty() {
                switch(&mut html, &mut open, theme::class(style));
            } else if text.contains('\n') {
                switch(&mut html, &mut open, None);
            }
            escape_into(&mut html, text);
        }
    }
    switch(&mut html, &mut open, None);
    html
}

/// Closes the open token and opens the next, if they differ.
fn switch(html: &mut String, open: &mut Option<char>, next: Option<char>) {
    if *open == next {
        return;
    }
    if open.is_some() {
        // The blanks behind a token are not part of it.
        let end = html.trim_end_matches([' ', '\t']).len();
        html.insert_str(end, "</span>");
    }
    if let Some(class) = next {
        let _ = write!(html, "<span class=\"{class}\">");
    }
    *open = next;
}

fn trimmed(source: &str) -> &str {
    source.trim_end_matches(['\n', '\r'])
}

fn escape_into(html: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("&#10;"),
            '\r' => {}
            char => html.push(char),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that a browser would show.
    fn shown(html: &str) -> String {
        let mut text = String::new();
        for part in html.split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
        }
        let entities = [
            ("&#10;", "\n"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&amp;", "&"),
        ];
        entities
            .iter()
            .fold(text, |text, (entity, char)| text.replace(entity, char))
    }

    #[test]
    fn the_text_is_kept_and_stays_on_one_line() {
        let sources = [
            (
                "rust",
                "#[derive(Debug)]\nstruct A<'a>(&'a str);\n\n/* two\n\nlines */ fn f() -> &'static str { \"<&>\\n\" }",
            ),
            ("yaml", "a:\n  - \"b & c\"\n\n  - 3"),
            ("nothing-known", "<b>&amp;</b>\n\n  x"),
            ("", "plain"),
            ("toml", ""),
        ];
        for (language, source) in sources {
            let html = code_html(language, source);
            assert!(!html.contains('\n'), "{html}");
            assert_eq!(shown(&html), source, "{language}");
        }
    }

    #[test]
    fn tokens_carry_classes_and_nothing_else() {
        let html = code_html("json", "{\"a\": [1, true, \"x\"]}");
        for token in [
            "<span class=\"n\">&quot;a&quot;</span>",
            "<span class=\"d\">1</span>",
            "<span class=\"s\">&quot;x&quot;</span>",
        ] {
            assert!(html.contains(token), "{token} in {html}");
        }
        assert!(!html.contains("style="));
    }

    #[test]
    fn a_comment_over_two_lines_is_one_token() {
        let html = code_html("rust", "/* a\nb */");
        assert!(
            html.contains("<span class=\"c\">/* a&#10;b */</span>"),
            "{html}"
        );
    }

    #[test]
    fn unknown_and_plain_languages_are_escaped() {
        for language in ["text", "txt", "mermaid", "no-such-language"] {
            let html = code_html(language, "a <b> & c");
            let expected = format!(
                "<pre><code class=\"language-{language} hl\">a &lt;b&gt; &amp; c</code></pre>"
            );
            assert_eq!(html, expected);
        }
        let hostile = code_html("\"><script>", "x");
        assert!(!hostile.contains("<script"), "{hostile}");
    }

    #[test]
    fn line_ends_of_windows_are_line_ends() {
        assert_eq!(
            code_html("toml", "a = 1\r\nb = 2\r\n"),
            code_html("toml", "a = 1\nb = 2\n")
        );
    }

    #[test]
    fn names_and_aliases_find_their_syntax() {
        for language in [
            "rust",
            "Rust",
            "dockerfile",
            "ts",
            "shell",
            "csharp",
            "hcl",
            "toml",
        ] {
            assert!(is_known(language), "{language}");
        }
    }
}
