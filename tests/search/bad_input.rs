//! Whatever is typed, there is an answer or a clear "nothing", and the screen stays whole.

use std::time::Instant;

use crate::support::Desk;

#[test]
fn bad_input_gets_an_answer_or_a_clear_nothing() {
    let long = "wachtwoord ".repeat(1_000);
    let longer = "x".repeat(10_000);
    for (typed, shown) in [
        ("", "Typ enkele woorden"),
        ("     ", "Typ enkele woorden"),
        (long.as_str(), "Wachtwoord"),
        (longer.as_str(), "Niets gevonden"),
        ("🔒🔑👨‍👩‍👧‍👦", "Niets gevonden"),
        ("🔒 geblokkeerd", "▸ Te vaak fout: geblokkeerd"),
        ("\u{1b}[31m\u{7}\u{0}\u{9b}2J", "Niets gevonden"),
        ("\u{202e}geblokkeerd\u{200b}", "▸ Te vaak fout: geblokkeerd"),
        ("نسيت كلمة المرور", "Niets gevonden"),
        ("忘记密码", "Niets gevonden"),
        ("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "▸"),
        ("%s %n {0} \\ ' \" $until { $until }", "ticket"),
        ("-- ; DROP", "Niets gevonden"),
    ] {
        for (width, height) in [(80, 24), (40, 12), (1, 1), (200, 60)] {
            let mut pasted = Desk::open().size(width, height).keys("/");
            pasted.paste(typed);
            let mut keyed = Desk::open()
                .size(width, height)
                .keys("/")
                .types(&typed.chars().take(300).collect::<String>());
            for desk in [&mut pasted, &mut keyed] {
                let screen = desk.screen();
                assert!(
                    screen
                        .chars()
                        .all(|c| c == '\n' || !balie::inert::steers(c)),
                    "{screen:?}"
                );
                assert!(height < 12 || desk.shows(shown), "{typed:?}:\n{screen}");
            }
        }
    }
}

#[test]
fn ten_thousand_characters_are_answered_at_once() {
    let mut desk = Desk::open().keys("/");
    let start = Instant::now();
    desk.paste(&"geblokkeert wachtwort ".repeat(500));
    assert!(desk.screen().contains('▸'));
    // A hundred times what it takes, unoptimised: only a search that never ends would be slower.
    assert!(start.elapsed().as_secs() < 10);
}
