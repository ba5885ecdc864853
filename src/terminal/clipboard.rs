//! Text for the terminal's clipboard (OSC 52), which works over SSH too.

/// What terminals take at most, as base64; xterm drops a longer one whole.
const LONGEST: usize = 74_994;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The sequence that puts `text` on the clipboard; nothing when it is too long for that.
pub(super) fn copying(text: &str) -> String {
    let encoded = base64(text.as_bytes());
    if encoded.len() > LONGEST {
        return String::new();
    }
    format!("\x1b]52;c;{encoded}\x07")
}

fn base64(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(four_digits).collect()
}

fn four_digits(three: &[u8]) -> [char; 4] {
    let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    [18, 12, 6, 0].map(|shift| {
        let absent = 18 - shift > three.len() * 6;
        if absent { '=' } else { digit(bits >> shift) }
    })
}

fn digit(bits: u32) -> char {
    DIGITS
        .get((bits & 63) as usize)
        .map_or('=', |digit| char::from(*digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_4648() {
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }

    #[test]
    fn what_no_terminal_takes_is_not_sent() {
        assert_eq!(copying("é"), "\x1b]52;c;w6k=\x07");
        assert_eq!(copying(&"x".repeat(60_000)), "");
    }
}
