//! Packs of any size, for measures of time and for what must not break.

use std::fmt::Write as _;

use balie::pack::Files;

use super::support::pack::files;

const LANGUAGES: [&str; 3] = ["nl", "en", "fr"];

/// The pack of the tests with so many more flows of twenty nodes, in three languages.
pub fn many(flows: usize) -> Files {
    let mut files = files();
    for number in 0..flows {
        let (structure, words) = flow(number);
        files.insert(
            format!("data/flows/many-{number}.toml"),
            structure.into_bytes(),
        );
        for language in LANGUAGES {
            let path = format!("locales/{language}/flows/many-{number}.ftl");
            files.insert(path, words.clone().into_bytes());
        }
    }
    files
}

/// Fifteen questions of four answers in a row, one advice, one wait and three ends.
fn flow(number: usize) -> (String, String) {
    let mut text = String::from("start = \"q0\"\n");
    let mut words = format!("title = Stroom {number}\n    .search = iets, nog iets\n");
    for at in 0..15 {
        let next = if at == 14 {
            "try".to_owned()
        } else {
            format!("q{}", at + 1)
        };
        let _ = write!(
            text,
            "\n[[question]]\nid = \"q{at}\"\nsources = [\"odisee-faq\"]\nanswers = [\n  {{ id = \"yes\", to = \"{next}\" }},\n  {{ id = \"no\", to = \"end-1\" }},\n  {{ id = \"maybe\", to = \"end-2\" }},\n  {{ id = \"dont-know\", to = \"flow:other/hand-over\" }},\n]\n"
        );
        let _ = write!(
            words,
            "q{at} = Wat zie je op je scherm nu je dit voor de keer {at} probeert te openen?\n    .agent = Laat het zien.\n    .answer-yes = ja, dat klopt\n    .answer-no = nee, iets anders\n    .answer-maybe = soms wel en soms niet\n    .answer-dont-know = weet ik niet\n"
        );
    }
    text.push_str("\n[[advice]]\nid = \"try\"\nsteps = [\"one\", \"two\"]\nworked = \"end-0\"\nfailed = \"pause\"\nsources = [\"odisee-faq\"]\n\n[[wait]]\nid = \"pause\"\nminutes = \"lockout-minutes\"\nsources = [\"odisee-faq\"]\nto = \"end-1\"\n");
    words.push_str("try = Probeer dit eens.\n    .step-one = Open de pagina opnieuw.\n    .step-two = Typ je volledige adres.\npause = Wacht tot { $until }: minstens { $lockout-minutes } minuten.\n");
    for at in 0..3 {
        let _ = write!(
            text,
            "\n[[end]]\nid = \"end-{at}\"\noutcome = [\"ticket\", \"desk\"]\nsources = [\"odisee-faq\"]\n"
        );
        let _ = writeln!(
            words,
            "end-{at} = Dan is het in orde, of we maken er samen een ticket van."
        );
    }
    (text, words)
}
