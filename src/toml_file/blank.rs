//! Texts without words.

/// Whether a text says nothing. That is told where it stands, and nothing else is said of it.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
