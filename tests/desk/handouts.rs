//! Screen, text, JSON, mail and calendar file say the same, in every language,
//! for each rule and for what has none.

use balie::closure::Certainty;
use balie::i18n::{Localizer, Text, Voice, day_in_words, day_plain};
use balie::id::{AccountId, ReasonId};
use balie::note::closing::{Answer, Handout};
use balie::pack::Pack;
use chrono::NaiveDate;
use icalendar::parser::{Component, read_calendar, unfold};

use crate::support::pack::pack;
use crate::support::{Desk, moment};

/// Account, reason and its digit, day, and what comes out: the five rules of the
/// source, the one that has none, and two alternatives.
const CASES: &str = "
odisee   | graduated    | 1 | 2026-07-01 | window     | 2026-10-11..2026-10-20
odisee   | unenrolled   | 2 | 2026-11-24 | day        | 2026-12-08..2026-12-08
kuleuven | graduated    | 1 | 2026-07-01 | window     | 2026-08-31..2026-09-30
kuleuven | unenrolled   | 2 | 2026-11-24 | day        | 2026-12-01..2026-12-01
kuleuven | open-balance | 3 | 2026-11-24 | day        | 2026-12-08..2026-12-08
odisee   | open-balance | 3 | 2026-11-24 | unknown    |
odisee   | graduated    | 1 | 2026-09-12 | one-of-two | 2026-10-11..2026-10-20 2027-10-11..2027-10-20
kuleuven | graduated    | 1 | 2026-09-12 | one-of-two | 2026-09-12..2026-09-30 2027-08-31..2027-09-30
";

struct Case {
    account: AccountId,
    reason: ReasonId,
    digit: String,
    event: NaiveDate,
    certainty: String,
    spans: Vec<(NaiveDate, NaiveDate)>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn cases() -> Vec<Case> {
    let rows = CASES.lines().filter(|row| !row.is_empty());
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let spans = cells[5].split_whitespace();
        Case {
            account: AccountId::new(cells[0]),
            reason: ReasonId::new(cells[1]),
            digit: cells[2].to_owned(),
            event: day(cells[3]),
            certainty: cells[4].to_owned(),
            spans: spans
                .map(|span| span.split_once("..").unwrap())
                .map(|(from, to)| (day(from), day(to)))
                .collect(),
        }
    })
    .collect()
}

/// The sentence with the dates, as every form must have it.
fn sentence(voice: Voice<'_>, (from, to): (NaiveDate, NaiveDate)) -> String {
    if from == to {
        return voice.own_with("closes-on", [("date", day_in_words(voice, from).into())]);
    }
    let args = [
        ("earliest", day_plain(voice, from).into()),
        ("latest", day_plain(voice, to).into()),
    ];
    voice.own_with("closes-between", args)
}

/// What every form must say: the dates, or that no source says them.
fn sentences(voice: Voice<'_>, case: &Case) -> Vec<String> {
    if case.spans.is_empty() {
        let name = |id: String| voice.say(&Text::Pack(id));
        let args = [
            ("account", name(format!("account-{}", case.account)).into()),
            ("reason", name(format!("reason-{}", case.reason)).into()),
        ];
        return vec![voice.own_with("because-no-rule", args)];
    }
    case.spans
        .iter()
        .map(|span| sentence(voice, *span))
        .collect()
}

fn for_every_case(check: impl Fn(&Pack, &Case, &str, Voice<'_>, &Handout<'_>)) {
    let pack = pack();
    let words = Localizer::of(&pack);
    for case in cases() {
        for (lang, name) in words.langs().zip(["nl", "en", "fr"]) {
            let voice = words.voice(lang);
            let answer = Answer::of(&pack, &[], &case.reason, case.event).unwrap();
            let answer = answer.only(&case.account);
            let handout = Handout {
                answer: &answer,
                pack: &pack,
                voice,
                now: moment("2026-11-24T14:19"),
                stale_after: 180,
            };
            check(&pack, &case, name, voice, &handout);
        }
    }
}

#[test]
fn the_text_and_the_mail_say_it() {
    for_every_case(|_, case, _, voice, handout| {
        for said in sentences(voice, case) {
            assert!(
                handout.text().contains(&said),
                "{said} in\n{}",
                handout.text()
            );
            assert!(handout.mail().join("\n").contains(&said), "{said}");
        }
    });
}

#[test]
fn the_screen_says_it_and_why() {
    for_every_case(|_, case, lang, voice, handout| {
        let typed = case.event.format("%d/%m/%Y").to_string();
        let keys = format!("7 {}", case.digit);
        let open = || {
            Desk::open()
                .desk_lang(lang)
                .size(100, 80)
                .keys(&keys)
                .types(&typed)
        };
        let mut live = open();
        let mut confirmed = open().keys("Enter");
        for said in sentences(voice, case) {
            assert!(live.shows(&said), "{said} in\n{}", live.screen());
            assert!(confirmed.shows(&said), "{said} in\n{}", confirmed.screen());
        }
        let mut why = open().keys("F5");
        for because in because(handout) {
            assert!(why.shows(&because), "{because} in\n{}", why.screen());
            assert!(handout.text().contains(&because), "{because}");
        }
    });
}

/// The reasons of every entry of the JSON.
fn because(handout: &Handout<'_>) -> Vec<String> {
    let reasons = |entry: &serde_json::Value| entry["because"].as_array().unwrap().clone();
    let reasons = entries(handout)
        .iter()
        .flat_map(reasons)
        .collect::<Vec<_>>();
    assert!(!reasons.is_empty());
    reasons
        .iter()
        .map(|reason| reason.as_str().unwrap().to_owned())
        .collect()
}

fn entries(handout: &Handout<'_>) -> Vec<serde_json::Value> {
    serde_json::from_str(&handout.json().unwrap()).unwrap()
}

#[test]
fn the_json_says_it() {
    for_every_case(|pack, case, _, _, handout| {
        let entries = entries(handout);
        assert_eq!(entries.len(), case.spans.len().max(1));
        for (place, entry) in entries.iter().enumerate() {
            assert_eq!(entry["account"], case.account.as_str());
            assert_eq!(entry["reason"], case.reason.as_str());
            assert_eq!(entry["event"], case.event.to_string());
            assert_eq!(entry["certainty"], case.certainty.as_str());
            let span = case.spans.get(place);
            let dates = |end: fn(&(NaiveDate, NaiveDate)) -> String| span.map(end);
            let earliest = dates(|span| span.0.to_string());
            let latest = dates(|span| span.1.to_string());
            assert_eq!(
                entry.get("earliest").map(|day| day.as_str().unwrap()),
                earliest.as_deref()
            );
            assert_eq!(
                entry.get("latest").map(|day| day.as_str().unwrap()),
                latest.as_deref()
            );
            let sources = entry["source"].as_array().unwrap();
            assert_eq!(sources.is_empty(), span.is_none());
            let known = |id: &str| {
                pack.known()
                    .sources
                    .iter()
                    .any(|source| source.id.as_str() == id)
            };
            assert!(sources.iter().all(|id| known(id.as_str().unwrap())));
        }
    });
}

#[test]
fn the_calendar_file_says_it() {
    for_every_case(|_, case, _, voice, handout| {
        let Some(file) = handout.calendar_file() else {
            assert_eq!(case.certainty, "unknown");
            return;
        };
        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded).unwrap();
        let events = &calendar.components;
        assert_eq!(events.len(), case.spans.len());
        for (event, (from, to)) in events.iter().zip(&case.spans) {
            let stamp = |day: NaiveDate| day.format("%Y%m%d").to_string();
            assert_eq!(value(event, "DTSTART"), stamp(*from));
            assert_eq!(value(event, "DTEND"), stamp(to.succ_opt().unwrap()));
            let description = plain(&value(event, "DESCRIPTION"));
            assert!(
                description.contains(&sentence(voice, (*from, *to))),
                "{description}"
            );
            for because in because(handout) {
                assert!(description.contains(&because), "{because}");
            }
            if from != to {
                let window = voice.own(&if events.len() == 1 {
                    Certainty::Window.message_id()
                } else {
                    Certainty::OneOfTwo.message_id()
                });
                assert!(description.contains(&window), "a window says so");
            }
        }
    });
}

fn value(component: &Component<'_>, name: &str) -> String {
    let property = component.find_prop(name);
    property
        .map(|property| property.val.to_string())
        .unwrap_or_default()
}

/// A text as a calendar shows it.
fn plain(text: &str) -> String {
    text.replace("\\n", "\n")
        .replace("\\,", ",")
        .replace("\\;", ";")
}

#[test]
fn a_calendar_file_is_as_the_standard_wants_it() {
    for_every_case(|_, case, _, _, handout| {
        let Some(file) = handout.calendar_file() else {
            return;
        };
        assert!(file.ends_with("\r\n"));
        for line in file.strip_suffix("\r\n").unwrap().split("\r\n") {
            assert!(line.len() <= 75 && !line.is_empty(), "{line}");
            assert!(!line.contains(['\r', '\n']), "{line}");
        }
        assert_eq!(
            handout.calendar_file().as_ref(),
            Some(&file),
            "the same question, the same file"
        );
        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded).unwrap();
        let mut ids: Vec<String> = calendar
            .components
            .iter()
            .map(|event| value(event, "UID"))
            .collect();
        ids.dedup();
        assert_eq!(ids.len(), case.spans.len(), "one id for one event");
        assert!(ids.iter().all(|id| id.starts_with(case.account.as_str())));
    });
}

#[test]
fn a_week_before_the_last_day_to_copy_a_calendar_reminds() {
    for_every_case(|_, case, _, voice, handout| {
        let Some(file) = handout.calendar_file() else {
            return;
        };
        let unfolded = unfold(&file);
        let calendar = read_calendar(&unfolded).unwrap();
        for (event, (from, _)) in calendar.components.iter().zip(&case.spans) {
            let alarm = event.components.first();
            assert_eq!(
                alarm.is_some(),
                case.account.as_str() == "odisee",
                "only one account holds files"
            );
            let Some(alarm) = alarm else { continue };
            assert_eq!(value(alarm, "ACTION"), "DISPLAY");
            // Nine in the morning, a week before the day before midnight of the closing.
            assert_eq!(value(alarm, "TRIGGER"), "-P7DT15H");
            let copy = day_in_words(voice, from.pred_opt().unwrap());
            assert!(plain(&value(alarm, "DESCRIPTION")).contains(&copy));
        }
    });
}

#[test]
fn what_is_not_known_of_one_account_stands_with_the_other() {
    let pack = pack();
    let words = Localizer::of(&pack);
    let reason = ReasonId::new("open-balance");
    let answer = Answer::of(&pack, &[], &reason, day("2026-11-24")).unwrap();
    let handout = Handout {
        answer: &answer,
        pack: &pack,
        voice: words.voice(words.langs().next().unwrap()),
        now: moment("2026-11-24T14:19"),
        stale_after: 180,
    };
    let file = handout.calendar_file().unwrap();
    let unfolded = unfold(&file);
    let calendar = read_calendar(&unfolded).unwrap();
    assert_eq!(calendar.components.len(), 1);
    assert!(value(&calendar.components[0], "DESCRIPTION").contains("Niet bekend: geen bron zegt"));
}

#[test]
fn a_code_holds_an_event_that_the_reader_takes() {
    for_every_case(|_, case, _, _, handout| {
        for (place, (from, to)) in case.spans.iter().enumerate() {
            let code = handout.code(place).unwrap();
            assert!(code.len() <= 106, "24 rows hold no more: {code}");
            let file = format!("BEGIN:VCALENDAR\n{code}\nEND:VCALENDAR\n").replace('\n', "\r\n");
            let calendar = read_calendar(&file).unwrap();
            let event = &calendar.components[0];
            assert_eq!(value(event, "DTSTART"), from.format("%Y%m%d").to_string());
            let days = to.signed_duration_since(*from).num_days() + 1;
            let length = value(event, "DURATION");
            assert_eq!(
                length,
                if days == 1 {
                    String::new()
                } else {
                    format!("P{days}D")
                }
            );
        }
        assert_eq!(handout.code(case.spans.len()), None);
    });
}
