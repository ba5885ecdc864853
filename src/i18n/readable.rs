//! How much of a Fluent file may be handed to what reads it.

/// More braces within each other than any sentence has; what reads Fluent calls itself for each.
const DEEPEST: usize = 100;

/// The part of a Fluent file that can be read: all of it, or what comes before the message in
/// which braces stand too deep within each other, with the place of the brace that does.
pub fn readable(text: &str) -> (&str, Option<usize>) {
    let opened = text.bytes().filter(|byte| *byte == b'{').count();
    if opened <= DEEPEST {
        return (text, None);
    }
    let (mut start, mut message, mut depth) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        if is_named(line) {
            (message, depth) = (start, 0);
        }
        match braces(line, &mut depth) {
            Some(at) => return (text.get(..message).unwrap_or_default(), Some(start + at)),
            None => start += line.len(),
        }
    }
    (text, None)
}

/// Counts the braces of a line that are not text between quotes; where they stand too deep.
fn braces(line: &str, depth: &mut usize) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if *depth > 0 => quoted = !quoted,
            b'{' if !quoted => *depth += 1,
            b'}' if !quoted => *depth = depth.saturating_sub(1),
            _ => {}
        }
        if *depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// Whether a line gives a name to what follows.
fn is_named(line: &str) -> bool {
    let sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let Some(b'a'..=b'z' | b'A'..=b'Z' | b'-') = line.as_bytes().first() else {
        return false;
    };
    let end = line.bytes().take_while(sign).count();
    let rest = line.get(end..).unwrap_or_default();
    rest.trim_start_matches(' ').starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_may_stand_in_each_other_but_not_without_end() {
        let deep = |braces: usize| format!("a = A\nb = {}\nc = C\n", "{ ".repeat(braces));
        assert_eq!(readable(&deep(100)).1, None);
        assert_eq!(readable(&deep(101)), ("a = A\n", Some(10 + 2 * 100)));
        let quoted = "a = { \"{\" } { \"\\\"{\" }\n".repeat(200);
        assert_eq!(readable(&quoted), (quoted.as_str(), None));
        let unclosed = "a = {\n".repeat(200);
        assert_eq!(readable(&unclosed), (unclosed.as_str(), None));
        let lines = format!("a =\n{}", "{\n".repeat(20_000));
        assert_eq!(readable(&lines).0, "");
    }
}
