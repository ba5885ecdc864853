//! Whatever is typed, there is an answer or a clear "nothing", and the screen stays whole.

use std::time::Instant;

use crate::support::Desk;

#[test]
fn bad_input_gets_an_answer_or_a_clear_nothing() {
    let long = "wachtwoord ".repeat(1_000);
    let longer = "x".repeat(10_000);
    let mut desk = Desk::open();
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
        ("%s %n {0} \\ ' \" $x { $x }", "Zoek"),
        ("-- ; DROP", "Zoek"),
    ] {
        for (width, height) in [(80, 24), (40, 12), (1, 1), (200, 60)] {
            desk = desk.size(width, height).keys("Esc /");
            desk.paste(typed);
            assert_whole(&mut desk, typed, shown);
            let beginning: String = typed.chars().take(30).collect();
            desk = desk.keys("Esc /").types(&beginning);
            assert_whole(&mut desk, typed, shown);
        }
    }
}

fn assert_whole(desk: &mut Desk, typed: &str, shown: &str) {
    let screen = desk.screen();
    let steers = |c: char| c != '\n' && balie::sanitize::steers(c);
    assert!(!screen.contains(steers), "{screen:?}");
    assert!(
        desk.size.1 < 12 || desk.shows(shown),
        "{typed:?}:\n{screen}"
    );
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
