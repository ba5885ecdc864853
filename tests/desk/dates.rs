//! Closing dates on the screen: start, keys, end.

use balie::app::event::{Effect, Event, SaveFault, Saved};
use balie::app::update;
use balie::diagnostic::Code;
use balie::pack::Pack;
use balie::settings::LocalFacts;
use proptest::prelude::*;

use crate::codes::decode;
use crate::support::Desk;
use crate::support::pack::{changed, pack};

/// Unenrolled, by `7 2`, with a day typed.
fn unenrolled(typed: &str) -> Desk {
    Desk::open().keys("7 2").types(typed)
}

#[test]
fn a_half_typed_day_shows_both_accounts_and_is_not_confirmed() {
    let mut desk = unenrolled("24/11");
    for text in [
        "Dat wordt dinsdag 24 november 2026, de laatste keer dat die dag er was. Niet",
        "Mailbox, Teams, OneDrive",
        "Sluit op dinsdag 8 december 2026. Nog 14 dagen.",
        "maandag 7 december 2026",
        "Toledo en Loket",
        "Sluit op dinsdag 1 december 2026. Nog 7 dagen.",
        "23 (24) 25",
        "< 1>",
        "[ 8]",
        "ma di wo do vr za zo",
    ] {
        assert!(desk.shows(text), "{text} in\n{}", desk.screen());
    }
    assert!(desk.styles().contains('Y'));
    let mut desk = desk.keys("Enter");
    assert!(!desk.shows("Niet bevestigd"));
    assert!(desk.shows("Ik heb me uitgeschreven: dinsdag 24 november 2026"));
    assert!(desk.shows("Sluit op dinsdag 8 december 2026"));
}

#[test]
fn of_two_years_somebody_chooses() {
    let mut desk = Desk::open().keys("7 1").types("30/6");
    assert!(desk.shows("Welk jaar? ↑ dinsdag 30 juni 2026 of ↓ woensdag 30 juni 2027"));
    let mut desk = desk.keys("Enter");
    assert!(desk.shows("Welk jaar?"), "neither is taken in silence");
    let mut desk = desk.keys("↓ Enter");
    assert!(desk.shows("Ik ben afgestudeerd: woensdag 30 juni 2027"));
    assert!(!desk.shows("al dicht"));
    let mut desk = Desk::open().keys("7 1").types("30/6").keys("↑ Enter");
    assert!(desk.shows("Ik ben afgestudeerd: dinsdag 30 juni 2026"));
}

#[test]
fn today_is_offered_and_not_assumed() {
    let mut desk = unenrolled("");
    assert!(desk.shows("Vandaag, dinsdag 24 november 2026? Niet bevestigd: Enter bevestigt."));
    assert!(desk.shows("Sluit op dinsdag 8 december 2026"));
    assert!(
        desk.keys("Enter")
            .shows("Ik heb me uitgeschreven: dinsdag 24 november 2026")
    );
}

#[test]
fn what_was_typed_stays_with_its_reason() {
    let desk = unenrolled("3/11").keys("Esc 3");
    let mut desk = desk;
    assert!(
        desk.shows("Vandaag, dinsdag 24 november 2026?"),
        "another reason asks anew"
    );
    let mut desk = desk.types("5").keys("Esc 2");
    assert!(desk.shows("Dag 3/11_"));
    let mut desk = desk.keys("Enter Esc");
    assert!(desk.shows("Dag 3/11_"), "back from the dates");
    let mut desk = desk.keys("F3 Esc F1 Esc");
    assert!(desk.shows("Dag 3/11_"), "other screens come and go");
    let mut desk = desk.keys("Esc Esc 7 2");
    assert!(
        desk.shows("Vandaag, dinsdag 24 november 2026?"),
        "from home it is somebody new"
    );
}

#[test]
fn arrows_step_a_day_and_pages_a_week() {
    for (keys, day) in [
        ("↑", "maandag 23 november 2026"),
        ("↓ ↓", "donderdag 26 november 2026"),
        ("PgUp", "dinsdag 17 november 2026"),
        ("PgDn ↑", "maandag 30 november 2026"),
    ] {
        assert!(unenrolled("").keys(keys).shows(day), "{keys}");
    }
    let mut stuck = unenrolled("31/12/9999").keys("↓");
    assert!(stuck.shows("31/12/9999"));
    assert!(unenrolled("30/2").keys("↓").shows("Dag 30/2_"));
}

/// What is typed, and what is said of it in Dutch, English and French.
const BAD_INPUT: [(&str, [&str; 3]); 9] = [
    (
        "30/2",
        [
            "Er is nooit een 30 februari.",
            "There is never a 30 February.",
            "Il n\'y a jamais de 30 février.",
        ],
    ),
    (
        "31/4",
        [
            "Er is nooit een 31 april.",
            "There is never a 31 April.",
            "Il n\'y a jamais de 31 avril.",
        ],
    ),
    (
        "29/2/2027",
        [
            "Er is geen 29 februari 2027.",
            "There is no 29 February 2027.",
            "Il n\'y a pas de 29 février 2027.",
        ],
    ),
    (
        "11/24/2026",
        [
            "Er is geen maand 24.",
            "There is no month 24.",
            "Il n\'y a pas de mois 24.",
        ],
    ),
    (
        "xyz",
        [
            "Dat is geen dag.",
            "That is not a day.",
            "Ce n\'est pas un jour.",
        ],
    ),
    (
        "vand",
        [
            "Dat is nog geen dag.",
            "That is not a day yet.",
            "Ce n\'est pas encore un jour.",
        ],
    ),
    (
        "24/11/202",
        [
            "Het jaar is nog niet af.",
            "The year is not finished.",
            "L\'année n\'est pas complète.",
        ],
    ),
    (
        "1/1/0000",
        ["van 1 tot 9999", "from 1 to 9999", "de 1 à 9999"],
    ),
    (
        "24.11.2019",
        [
            "meer dan twee jaar geleden",
            "more than two years ago",
            "il y a plus de deux ans",
        ],
    ),
];

#[test]
fn what_is_no_day_is_said_and_kept() {
    for (typed, said) in BAD_INPUT {
        for (lang, said) in ["nl", "en", "fr"].into_iter().zip(said) {
            let mut desk = Desk::open().desk_lang(lang).keys("7 2").types(typed);
            assert!(desk.shows(said), "{typed} in {lang}:\n{}", desk.screen());
            let mut desk = if typed.starts_with("24.11") {
                desk
            } else {
                desk.keys("Enter")
            };
            assert!(
                desk.shows(&format!("{typed}_")),
                "{typed} is kept in {lang}"
            );
        }
    }
}

#[test]
fn words_for_days_are_understood_in_every_language() {
    for (typed, day) in [
        ("vandaag", "8 december 2026"),
        ("today", "8 december 2026"),
        ("gisteren", "7 december 2026"),
        ("hier", "7 december 2026"),
        ("morgen", "9 december 2026"),
        ("demain", "9 december 2026"),
        ("24.11.26", "8 december 2026"),
        ("1er août 2026", "15 augustus 2026"),
        ("24 nov", "8 december 2026"),
    ] {
        assert!(unenrolled(typed).keys("Enter").shows(day), "{typed}");
    }
}

#[test]
fn the_reasons_are_one_key_away_with_their_sources() {
    for key in ["F5", "Enter w"] {
        let mut desk = unenrolled("24/11").keys(key);
        for text in [
            "Sluit 14 dagen na 24 november 2026: dat is 8 december 2026. (FAQ Odisee",
            "telt niet mee",
            "een afspraak van dit programma, niet van Odisee",
            "nagekeken 22 nov 2026",
        ] {
            assert!(desk.finds(text), "{text} in\n{}", desk.screen());
        }
    }
    assert!(unenrolled("24/11").keys("F5 F5").shows("Dag 24/11_"));
    let unsure = "Deze dag is nog niet bevestigd.";
    assert!(unenrolled("24/11").keys("F5").shows(unsure));
    assert!(!unenrolled("24/11").keys("Enter F5").shows(unsure));
}

#[test]
fn an_event_where_a_year_may_have_started_shows_both() {
    let mut desk = Desk::open()
        .size(80, 60)
        .keys("7 1")
        .types("12/9/2026")
        .keys("Enter");
    for text in [
        "Was academiejaar 2026-2027 die dag nog niet begonnen? Sluit op een van de dagen van 11 oktober 2026",
        "Was academiejaar 2026-2027 die dag al begonnen? Sluit op een van de dagen van 11 oktober 2027",
        "zaterdag 10 oktober 2026. Die dag is voorbij",
        "12 september 2026 tot en met 30 september 2026",
    ] {
        assert!(desk.shows(text), "{text} in\n{}", desk.screen());
    }
}

#[test]
fn a_desk_that_knows_its_academic_years_narrows_the_window() {
    let file = "[[academic-year]]\nstart = 2026-09-21\n[[academic-year]]\nstart = 2027-09-20\n";
    let local = LocalFacts::read("desk.toml", file, &pack()).unwrap();
    let mut desk = Desk::open().size(80, 60);
    desk.model.desk.academic_years = local.academic_years;
    let mut desk = desk.keys("7 1").types("12/9/2026").keys("Enter");
    assert!(desk.shows("Sluit op zondag 20 september 2026."));
    assert!(!desk.shows("Een van deze twee"));
    assert!(desk.keys("w").shows("(deze balie)"));
}

#[test]
fn an_academic_year_that_cannot_be_is_refused_with_its_place_and_a_mend() {
    for (file, place, message, mend) in [
        (
            "[[academic-year]]\nstart = 2026-08-31\n",
            26..36,
            "cannot start on 2026-08-31",
            "data/closings.toml",
        ),
        (
            "[[academic-year]]\nstart = 2026-09-21\n[[academic-year]]\nstart = 2026-09-22\n",
            63..73,
            "two starts: 2026-09-21 and 2026-09-22",
            "take the other away",
        ),
    ] {
        let faults = LocalFacts::read("desk.toml", file, &pack()).unwrap_err();
        let [fault] = faults.as_slice() else {
            panic!("{faults:?}");
        };
        assert_eq!((fault.code, &fault.place.span), (Code::Years, &Some(place)));
        assert!(fault.message.contains(message), "{fault:?}");
        assert!(
            fault.help.iter().any(|help| help.contains(mend)),
            "{fault:?}"
        );
        let mut others = fault.related.iter().map(|(place, _)| &place.span);
        assert!(others.all(|other| *other == Some(26..36)), "{fault:?}");
    }
}

#[test]
fn a_day_that_is_none_is_not_also_a_year_that_cannot_be() {
    let file = "[[academic-year]]\nstart = 10:00:00\n";
    let faults = LocalFacts::read("desk.toml", file, &pack()).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn months_far_apart_become_a_line() {
    let mut desk = Desk::open().keys("7 1").types("24/11/2026");
    assert!(desk.shows("2026 (nov) dec 2027 jan feb mrt apr mei jun jul <aug><sep>"));
}

#[test]
fn both_accounts_stand_on_a_small_screen() {
    let mut desk = Desk::open().size(40, 12).keys("7 2").types("24/11");
    assert!(desk.shows("8 december 2026") && desk.shows("1 december 2026"));
    let mut desk = desk.keys("Enter 1");
    assert!(desk.shows("De QR-code past hier niet"));
    assert!(desk.shows("Sluit op dinsdag 8 december 2026."));
}

#[test]
fn a_phone_reads_the_event_off_the_screen() {
    for theme in <balie::app::Theme as strum::VariantArray>::VARIANTS {
        let mut desk = unenrolled("24/11").keys("Enter 1");
        desk.model.desk.theme = *theme;
        let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261208\nSUMMARY:@student sluit\nEND:VEVENT";
        assert_eq!(decode(&desk.buffer()).as_deref(), Some(event), "{theme:?}");
    }
}

#[test]
fn every_code_of_every_answer_fits_24_rows() {
    for lang in ["nl", "en", "fr"] {
        for (reason, typed) in [("1", "24/11/2026"), ("1", "12/9/2026"), ("2", "24/11")] {
            let keys = format!("7 {reason}");
            let asked = Desk::open()
                .desk_lang(lang)
                .keys(&keys)
                .types(typed)
                .keys("Enter");
            let codes = balie::app::picks(&asked.model.derive())
                .iter()
                .filter(|pick| matches!(pick, balie::app::Pick::DateQr(_)))
                .count();
            assert!(codes > 0);
            let mut desk = asked;
            for digit in 1..=codes {
                desk = desk.keys(&digit.to_string());
                let read = decode(&desk.buffer());
                assert!(
                    read.is_some_and(|text| text.starts_with("BEGIN:VEVENT")),
                    "{lang} {typed}"
                );
                desk = desk.keys("Esc");
            }
        }
    }
}

#[test]
fn lines_for_a_mail_are_shown_and_copied_in_the_persons_language() {
    let mut desk = unenrolled("24/11").keys("Enter F2 3");
    assert!(desk.shows("Closes on Tuesday 8 December 2026."));
    assert!(desk.shows("Naar het klembord van de terminal gestuurd."));
    let Some(Effect::Copy(text)) = desk.effects.last() else {
        panic!("nothing was copied")
    };
    assert!(text.contains("- Closes on Tuesday 1 December 2026.\n"));
    assert!(!text.contains("days left"), "a mail is read on another day");
}

#[test]
fn a_file_is_saved_or_the_screen_says_why_not() {
    let mut desk = unenrolled("24/11").keys("Enter 4");
    let Some(Effect::Save { name, text }) = desk.effects.last().cloned() else {
        panic!("nothing was saved")
    };
    assert_eq!(name, "balie-unenrolled-2026-11-24.ics");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"));
    for (fault, said) in [
        (None, "Bewaard: /map/dag.ics"),
        (
            Some(SaveFault::Denied),
            "Niet bewaard: in /map/dag.ics mag hier niet geschreven worden.",
        ),
        (Some(SaveFault::Full), "er is geen plaats meer"),
        (Some(SaveFault::NoFolder), "bestaat niet"),
        (Some(SaveFault::Other), "kon niet geschreven worden"),
    ] {
        let path = "/map/dag.ics".to_owned();
        let now = desk.model.now;
        update(&mut desk.model, Event::Saved(Saved { path, fault }), now);
        assert!(desk.shows(said), "{said}");
    }
    assert!(!desk.keys("↓").shows("kon niet"), "the next key clears it");
}

#[test]
fn an_account_without_a_rule_has_no_day() {
    let pack = pack();
    let reason = balie::id::ReasonId::new("open-balance");
    let event = "2026-11-24".parse().unwrap();
    let answer = balie::note::closing::Answer::of(&pack, &[], &reason, event).unwrap();
    let answer = answer.only(&balie::id::AccountId::new("odisee"));
    assert_eq!(answer.closures().count(), 0);
}

#[test]
fn no_source_may_take_the_name_of_the_desk() {
    let more = "[[source]]\nid = \"this-desk\"\nchecked = 2026-11-22\n";
    let files = changed("data/sources.toml", |text| text.to_owned() + more);
    let pack = Pack::open(files).unwrap();
    assert!(
        pack.faults()
            .any(|fault| fault.message.contains("`this-desk`"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_at_any_size_is_drawn_and_kept(
        reason in 1..=3,
        typed in prop_oneof!["[0-9]{1,2}/[0-9]{1,2}(/[0-9]{0,4})?", "\\PC{0,20}"],
        width in 0u16..=220, height in 0u16..=70,
        after in prop::sample::select(vec!["", "Enter", "F5", "Enter 1", "Enter w", "PgUp", "↓", "F2 Enter"]),
    ) {
        let desk = Desk::open().size(width, height).keys(&format!("7 {reason}")).types(&typed);
        let mut desk = desk.keys(after);
        let cursor = desk.cursor;
        prop_assert!(cursor.is_none_or(|at| at.x < width && at.y < height));
        desk.draw();
    }
}
