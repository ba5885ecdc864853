//! Texts that say nothing, or that hide what they say.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic, FilePlace};
use crate::sanitize::steers;

/// Whether a text says nothing. That is told where it stands, and nothing else is said of it.
pub(crate) fn says_nothing(text: &str) -> bool {
    text.trim().is_empty()
}

/// Adds the texts that say nothing, and the characters that cannot be seen and that only an escape
/// writes, such as `\u200B`.
pub(super) fn strange_texts(
    path: &str,
    value: &Spanned<DeValue<'_>>,
    faults: &mut Vec<Diagnostic>,
) {
    match value.get_ref() {
        DeValue::String(text) if says_nothing(text) => {
            let place = FilePlace::span(path, value.span());
            let fault = Diagnostic::new(Code::Value, place, "nothing stands between these quotes");
            faults.push(fault.help("write what belongs there, or take it away"));
        }
        DeValue::String(text) => {
            let unseen = |c: &char| steers(*c) && !matches!(c, '\n' | '\r' | '\t');
            // What is not written with an escape borrows the file, and was looked at there.
            let owned = matches!(text, Cow::Owned(_));
            if let Some(c) = text.chars().find(unseen).filter(|_| owned) {
                let code = u32::from(c);
                let message = format!("a character that cannot be seen: U+{code:04X}");
                let place = FilePlace::span(path, value.span());
                let help = "take its escape out of the text";
                faults.push(Diagnostic::new(Code::Hidden, place, message).help(help));
            }
        }
        DeValue::Array(items) => items
            .iter()
            .for_each(|item| strange_texts(path, item, faults)),
        DeValue::Table(table) => {
            let values = table.values();
            values.for_each(|value| strange_texts(path, value, faults));
        }
        _ => {}
    }
}
