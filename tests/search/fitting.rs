//! What fits is found, and what fits too little is no hit.

use balie::pack::{Files, Pack};

use crate::support::pack::{changed, files};
use crate::support::{Desk, shipped};

/// The first line that a query finds; nothing where there is none.
fn first(desk: &mut Desk, query: &str) -> String {
    desk.press("Esc".parse().expect("a key"));
    desk.press("/".parse().expect("a key"));
    desk.paste(query);
    let screen = desk.screen();
    let line = screen
        .lines()
        .find_map(|line| line.trim().strip_prefix("▸ "));
    line.unwrap_or("nothing").trim().to_owned()
}

/// The pack of the tests with more words after these.
fn with(files: &mut Files, path: &'static str, after: &str, more: &str) {
    let text = files.text(path).expect("a file").to_owned();
    assert!(text.contains(after), "{path} has no {after:?}");
    files.insert(
        path,
        text.replacen(after, &format!("{after}{more}"), 1)
            .into_bytes(),
    );
}

fn desk_of(files: Files) -> Desk {
    Desk::with(Pack::open(files).expect("it opens"))
}

#[test]
fn what_fits_too_little_is_no_hit() {
    let mut desk = Desk::with(shipped());
    for query in [
        "laptop stuk",
        "where can i print",
        "naam fout in mailadres",
        "fiets gestolen",
        "printer werkt niet",
        "pizza bestellen",
        "my name is wrong",
        "zoom link",
    ] {
        assert_eq!(first(&mut desk, query), "nothing", "{}", desk.screen());
        assert!(
            desk.shows("ticket") && desk.shows("servicedesk"),
            "{}",
            desk.screen()
        );
    }
    // Of access that a debt closed, something is known.
    first(&mut desk, "account terug openen");
    assert!(desk.shows("Ik moet nog betalen"));
    assert_eq!(
        first(&mut desk, "toledo vide pas de cours"),
        "Aangemeld, maar er staat niets"
    );
    assert!(first(&mut desk, "tot hoelaat open").contains("servicedesk"));
    assert!(first(&mut desk, "gsm stuk").starts_with("Gsm-bevestiging"));
}

#[test]
fn a_count_beside_a_word_for_wrong_is_the_lock() {
    let mut files = files();
    with(
        &mut files,
        "locales/nl/pack.ftl",
        "pack-name = Odisee\n",
        "count-words = drie, zes\n",
    );
    with(
        &mut files,
        "locales/fr/pack.ftl",
        "pack-name = Odisee\n",
        "count-words = trois\n",
    );
    with(
        &mut files,
        "locales/nl/flows/locked.ftl",
        "softlock, ",
        "5 keer fout, 5 keer mis, 5 keer verkeerd wachtwoord, ",
    );
    with(
        &mut files,
        "locales/en/flows/locked.ftl",
        "softlock, ",
        "5 failed attempts, ",
    );
    with(
        &mut files,
        "locales/fr/flows/locked.ftl",
        "softlock, ",
        "5 fois mauvais mot de passe, ",
    );
    let mut desk = desk_of(files);
    for query in [
        "6 keer fout",
        "6x fout",
        "zes keer mis",
        "drie keer verkeerd wachtwoord",
        "3 fois mauvais mot de passe",
        "trois fois mauvais mot de passe",
        "4 failed attempts",
    ] {
        assert!(
            first(&mut desk, query).starts_with("Te vaak fout: geblokkeerd"),
            "{query}:\n{}",
            desk.screen()
        );
    }
    for (query, found) in [
        ("mauvais mot de passe", "Wachtwoord vergeten"),
        ("eerste keer", "Eerste keer"),
    ] {
        assert!(
            first(&mut desk, query).starts_with(found),
            "{query}:\n{}",
            desk.screen()
        );
    }
}

#[test]
fn a_number_is_found_exactly() {
    let files = changed("locales/nl/flows/mfa.ftl", |text| {
        let text = text.replacen(
            ".search = itsme",
            ".search = AADSTS50076, SSPR_0009, itsme",
            1,
        );
        assert!(text.contains("SSPR_0009"));
        text
    });
    let mut desk = desk_of(files);
    for query in [
        "AADSTS50076",
        "aadsts 50076",
        "50076",
        "error code: 50076",
        "AADSTS50076: Due to a configuration change made by your administrator",
        "SSPR_0009",
        "sspr0009",
        "0009",
    ] {
        let found = first(&mut desk, query);
        assert!(
            found.starts_with("Wat kan je nu gebruiken"),
            "{query}:\n{}",
            desk.screen()
        );
    }
    for query in [
        "50077",
        "5007",
        "50067",
        "500760",
        "AADSTS50077",
        "AADSTS5007",
        "0008",
    ] {
        assert_eq!(first(&mut desk, query), "nothing", "{query}");
    }
}

#[test]
fn words_without_spaces_are_found_within_others() {
    let mut files = files();
    with(
        &mut files,
        "locales/nl/flows/locked.ftl",
        "softlock, ",
        "卡已被锁定, บัญชีถูกล็อก, ",
    );
    let mut desk = desk_of(files);
    for query in ["锁定", "我的卡已被锁定了", "ล็อก"] {
        assert!(
            first(&mut desk, query).starts_with("Te vaak fout: geblokkeerd"),
            "{query}:\n{}",
            desk.screen()
        );
    }
    assert_eq!(first(&mut desk, "忘记密码"), "nothing");
}
