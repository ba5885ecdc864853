//! The search screen: what it shows, and where its lines lead.

use balie::app::key::Key;
use balie::app::{Scene, View};

use crate::support::Desk;

#[test]
fn two_words_and_enter_open_the_flow() {
    let desk = Desk::open().keys("/").types("account locked").keys("Enter");
    assert_eq!(desk.here(), Desk::open().keys("3").here());
}

#[test]
fn a_node_opens_without_invented_replies() {
    let mut desk = Desk::open().keys("/").types("resetcode").keys("↓ Enter");
    assert!(
        desk.shows("te bewijzen dat jij het bent"),
        "{}",
        desk.screen()
    );
    let open = desk.model.cases().first().expect("a case");
    let walk = open.case.walk(desk.model.pack());
    assert!(walk.steps.is_empty() && walk.ahead.is_empty());
    assert_eq!(open.case.entry().node.as_str(), "means");
}

#[test]
fn every_kind_of_hit_leads_somewhere() {
    for (typed, shown) in [
        (
            "account.kuleuven.be/mfareset",
            "de bevestiging met gsm resetten",
        ),
        ("a1t2", "Hier vind je de servicedesk"),
        ("stopzetten", "Ik ben afgestudeerd"),
        (
            "tweede betalingsherinnering",
            "Op welke dag kreeg je de tweede betalingsherinnering?",
        ),
        (
            "r0123456",
            "Met je studentennummer, met r of s, open je Toledo en Loket",
        ),
        ("b0123456", "Met een b-nummer schrijf je je alleen in"),
        ("waar is de balie", "Hier vind je de servicedesk"),
    ] {
        let mut desk = Desk::open().keys("/").types(typed).keys("Enter");
        assert!(desk.shows(shown), "{typed}:\n{}", desk.screen());
    }
}

#[test]
fn arrows_choose_another_line() {
    let mut desk = Desk::open().keys("/").types("onedrive").keys("↓ Enter");
    let second = desk.screen();
    desk = Desk::open().keys("/").types("onedrive").keys("Enter");
    assert_ne!(second, desk.screen());
}

#[test]
fn escape_leaves_it_as_it_came() {
    for before in ["", "3 1", "8", "3 1 t", "7"] {
        let mut desk = Desk::open().keys(before);
        let (screen, here) = (desk.screen(), desk.here());
        desk = desk.keys("Ctrl-F").types("toledo").keys("Esc");
        assert_eq!((desk.screen(), desk.here()), (screen, here), "{before}");
    }
}

#[test]
fn marks_stand_out_in_the_words_on_screen() {
    let mut desk = Desk::open().keys("/").types("gsm");
    let styles = desk.styles();
    let row = desk
        .screen()
        .lines()
        .position(|row| row.contains("▸ Gsm-bevestiging (MFA)"))
        .expect("the flow");
    let row = styles.lines().nth(row).expect("its styles");
    assert_eq!(
        row.trim_end_matches('.'),
        "b.bbb....................bbb",
        "marker and both words"
    );
}

#[test]
fn what_was_found_in_another_language_says_so() {
    let mut desk = Desk::open().keys("/").types("locked out");
    assert!(
        desk.shows("▸ Te vaak fout: geblokkeerd en: locked out"),
        "{}",
        desk.screen()
    );
    desk = Desk::open().desk_lang("fr").keys("/").types("geblokkeerd");
    assert!(
        desk.shows("▸ Trop d'erreurs : accès bloqué nl: geblokkeerd"),
        "{}",
        desk.screen()
    );
}

#[test]
fn person_and_desk_each_read_their_language() {
    let mut desk = Desk::open().keys("F2 /").types("geblokkeerd");
    assert!(
        desk.shows("▸ Too many mistakes: locked Te vaak fout: geblokkeerd"),
        "{}",
        desk.screen()
    );
    let mut desk = Desk::open().keys("3 F2 /").types("toledo");
    assert!(
        desk.shows(" EN "),
        "a search from a case speaks the language of its person"
    );
    assert!(desk.shows("your r- or s-number"), "{}", desk.screen());
}

#[test]
fn what_is_not_found_becomes_a_ticket() {
    for lang in ["nl", "en", "fr"] {
        for typed in ["xqzwv", "ik wil pizza"] {
            let mut desk = Desk::open().desk_lang(lang).keys("/").types(typed);
            assert!(desk.shows("ticket"), "{lang} {typed}:\n{}", desk.screen());
        }
        let mut desk = Desk::open().desk_lang(lang).keys("/").types("toledo");
        assert!(!desk.shows("ticket"), "{}", desk.screen());
    }
}

#[test]
fn every_line_can_be_seen_at_every_size() {
    for (width, height) in [(80, 24), (40, 12), (200, 60), (20, 6)] {
        for lang in ["nl", "en", "fr"] {
            let mut desk = Desk::open()
                .desk_lang(lang)
                .size(width, height)
                .keys("/")
                .types("wachtwoord");
            let hits = match desk.model.scene() {
                Scene::Search(search) => search.hits.len(),
                _ => 0,
            };
            assert!(hits > 2);
            for _ in 0..hits {
                assert!(desk.screen().contains('▸'), "{}", desk.screen());
                desk.press(Key::Down);
                assert_eq!(desk.model.screens.top().list.view, View::Marker);
            }
        }
    }
}

#[test]
fn the_footer_names_no_key_that_would_type() {
    let mut desk = Desk::open().keys("/").types("toledo");
    let footer = desk.screen().lines().last().unwrap_or_default().to_owned();
    assert!(
        footer.contains("Enter kies") && footer.contains("Esc"),
        "{footer}"
    );
    for key in ["q stop", "1-", "/ zoek", "←"] {
        assert!(!footer.contains(key), "{footer}");
    }
}

#[test]
fn above_another_screen_the_footer_leads_back_there() {
    let mut desk = Desk::open().keys("3 1 /");
    let footer = desk.screen().lines().last().unwrap_or_default().to_owned();
    assert!(footer.contains("Esc terug"), "{footer}");
    assert!(desk.keys("Esc").shows("Wanneer probeerde je het"));
}

#[test]
fn what_was_typed_is_there_again_after_looking_elsewhere() {
    for elsewhere in ["F1 Esc", "F3 Esc", "F1 F3 Esc Esc", "F3 F3"] {
        let mut desk = Desk::open().keys("/").types("geblok");
        let before = desk.screen();
        let mut desk = desk.keys(elsewhere);
        assert_eq!(desk.screen(), before, "{elsewhere}");
    }
}

#[test]
fn the_field_stays_on_its_row() {
    for (width, height) in [(80, 24), (40, 12), (200, 60)] {
        let row = |typed: &str| {
            let mut desk = Desk::open().size(width, height).keys("/").types(typed);
            let screen = desk.screen();
            screen.lines().position(|line| line.contains("Zoek"))
        };
        let first = row("");
        for typed in ["a", "wachtwoord", "r0123456", "xyzzy"] {
            assert_eq!(row(typed), first, "{typed} at {width} × {height}");
        }
    }
}
