//! Addresses that may become links.

/// Whether an address opens a page or a mail, and runs nothing.
pub(crate) fn is_address(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|it| url.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_and_mails_are_opened() {
        assert!(is_address("HTTPS://a.b"));
        assert!(is_address("mailto:a@b.c"));
        assert!(!is_address("javascript:alert(1)"));
        assert!(!is_address(" https://a.b"));
    }
}
