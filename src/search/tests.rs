//! What must be found, and what must hold for any query.

use super::*;
use proptest::prelude::*;

fn phrase(weight: Weight, text: &str) -> Phrase {
    Phrase {
        text: text.to_owned(),
        weight,
        language: 0,
    }
}

fn entry(target: &'static str, title: &str, search: &str, sentence: &str) -> Entry<&'static str> {
    let search = search
        .split(", ")
        .map(|word| phrase(Weight::SearchWord, word));
    let phrases = [
        phrase(Weight::Title, title),
        phrase(Weight::Sentence, sentence),
    ]
    .into_iter()
    .chain(search);
    Entry {
        target,
        phrases: phrases.collect(),
    }
}

fn desk() -> Index<&'static str> {
    Index::new([
        entry(
            "first",
            "Eerste keer: geen mail, geen code, b-nummer",
            "eerste login, nieuwe student, activation code",
            "Wat heb je al gekregen?",
        ),
        entry(
            "forgotten",
            "Wachtwoord vergeten",
            "paswoord, password, forgot password, mot de passe oublié",
            "Welk wachtwoord ben je vergeten?",
        ),
        entry(
            "locked",
            "Te vaak fout: geblokkeerd",
            "softlock, vergrendeld, account has been locked, verkeerd wachtwoord",
            "Wat typ je als gebruikersnaam?",
        ),
        entry(
            "mfa",
            "Bevestigen met gsm (MFA), gsm kwijt",
            "authenticator, nieuwe telefoon, code, 2FA",
            "Heb je je oude gsm nog?",
        ),
        entry(
            "change",
            "Wachtwoord wijzigen",
            "ander wachtwoord, change password, reset",
            "Je kent je wachtwoord nog. Welk account?",
        ),
        entry(
            "mail",
            "Je mailbox lezen",
            "outlook, e-mail, student mail, One Drive",
            "Wat wil je openen?",
        ),
        entry(
            "desk",
            "Waar is de servicedesk?",
            "lokaal, Brüssel, Groß-Bijgaarden, cœur",
            "Campus Gent, A1T2",
        ),
        entry(
            "lessons",
            "Les kwijt",
            "uurrooster, rooster",
            "Wat is de code van je les en de naam?",
        ),
    ])
}

#[test]
fn finds_what_a_hurried_person_types() {
    let index = desk();
    for (query, expected) in [
        ("wachtwoord vergeten", "forgotten"),
        ("vergeten WACHTWOORD", "forgotten"),
        ("wachtw verg", "forgotten"),
        ("paswoord", "forgotten"),
        ("pasword", "forgotten"),
        ("watchwoord vergetn", "forgotten"),
        ("mot de passe oublie", "forgotten"),
        ("geblokkeert", "locked"),
        ("geblokeerd", "locked"),
        ("geblokk", "locked"),
        ("geblokke", "locked"),
        ("softlok", "locked"),
        ("soft lock", "locked"),
        ("acount locked", "locked"),
        (
            "Your account has been locked. Contact your support person to unlock it",
            "locked",
        ),
        ("te vaak fout wachtwoord", "locked"),
        ("authentcator", "mfa"),
        ("gsm kwijt", "mfa"),
        ("gsm is kwijt", "mfa"),
        ("mijn gsm is gestolen", "mfa"),
        ("2fa", "mfa"),
        ("wachtwoordreset", "change"),
        ("wachtwoord wijzigen", "change"),
        ("bnummer", "first"),
        ("b nummer", "first"),
        ("email", "mail"),
        ("e-mial", "mail"),
        ("studentenmail", "mail"),
        ("onedrive", "mail"),
        ("box", "nothing"),
        ("brussel", "desk"),
        ("bruessel", "desk"),
        ("gross bijgaarden", "desk"),
        ("coeur", "desk"),
        ("a1t2", "desk"),
        ("a1t", "desk"),
        ("lokal", "desk"),
        ("rooster", "lessons"),
        ("", "nothing"),
        ("   \t", "nothing"),
        ("🔒💥", "nothing"),
        ("\u{1B}[31m\u{7}", "nothing"),
        ("نسيت كلمة المرور", "nothing"),
        ("zzzz", "nothing"),
        ("a9t9", "nothing"),
    ] {
        let hits = index.find(query, 5);
        assert_eq!(
            hits.first().map_or("nothing", |hit| hit.target),
            expected,
            "{query}"
        );
    }
}

#[test]
fn a_title_comes_before_search_words_before_text() {
    let order = [
        Weight::Aside,
        Weight::Sentence,
        Weight::Title,
        Weight::Answer,
        Weight::SearchWord,
    ];
    let index = Index::new(order.map(|weight| Entry {
        target: weight,
        phrases: vec![phrase(weight, "Toledo openen")],
    }));
    let mut found: Vec<Weight> = index
        .find("toledo openen", 9)
        .iter()
        .map(|hit| *hit.target)
        .collect();
    assert_eq!(found, Weight::ALL);
    found.dedup();
    assert_eq!(found.len(), order.len());
}

#[test]
fn half_a_search_word_says_less_than_a_whole_one() {
    let fillers = (0..40).map(|number| ("other", format!("other{number}")));
    let words = [
        ("name", "teams"),
        ("address", "teams"),
        ("desks", "opening hours"),
    ];
    let words = words.map(|(target, text)| (target, text.to_owned()));
    let entries = words.into_iter().chain(fillers);
    let index = Index::new(entries.map(|(target, text)| Entry {
        target,
        phrases: vec![phrase(Weight::SearchWord, &text)],
    }));
    for (query, expected) in [("teams not opening", "name"), ("opening hours", "desks")] {
        let hits = index.find(query, 5);
        assert_eq!(hits.first().map(|hit| *hit.target), Some(expected));
    }
}

#[test]
fn a_small_word_says_little_beside_another() {
    let entry = |target, text| Entry {
        target,
        phrases: vec![phrase(Weight::SearchWord, text)],
    };
    let entries = || {
        [
            entry("said so", "I have forgotten my password"),
            entry("meant", "phone lost"),
            entry("also", "phone stolen"),
            entry("other", "lost letters"),
        ]
    };
    let first = |index: &Index<&'static str>, query| *index.find(query, 1)[0].target;
    let (plain, small) = (
        Index::new(entries()),
        Index::new(entries()).with_small_words(["I, have, my"]),
    );
    let said = "I have my phone";
    assert_eq!(first(&plain, said), "said so");
    assert_eq!(first(&small, said), "meant");
    assert_eq!(first(&small, "my"), "said so", "alone it says all there is");
}

#[test]
fn says_which_phrase_and_how_much_of_the_query() {
    let index = desk();
    let hits = index.find("softlock", 1);
    assert_eq!((hits[0].phrase, hits[0].share), (2, 1.0));
    assert!(index.find("softlock pizzadoos", 1)[0].share < 0.7);
}

#[test]
fn an_empty_index_and_long_queries_answer() {
    assert!(Index::<u8>::new([]).find("wachtwoord", 5).is_empty());
    assert!(Index::<u8>::default().is_empty());
    let index = desk();
    for long in [
        "wachtwoord ".repeat(1_000),
        "x".repeat(10_000),
        "é🔒".repeat(5_000),
        "watchwoort ".repeat(1_000),
    ] {
        assert!(index.find(&long, 5).len() <= 5);
        assert!(marks("Wachtwoord vergeten", &long).len() <= 2);
    }
}

#[test]
fn can_be_built_on_a_thread() {
    let index = std::thread::spawn(desk).join().unwrap();
    assert_eq!(index.find("rooster", 1)[0].target, &"lessons");
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&index);
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("([a-eé]{1,5}[ -]){1,6}|\\PC{0,12}", 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_anything(texts in texts(), query in "\\PC{0,60}|([a-eé]{1,9} ){0,30}|(?s:.{0,60})", limit in 0usize..9) {
        let entries = || texts.iter().enumerate().map(|(at, text)| Entry { target: at, phrases: vec![phrase(Weight::Answer, text)] });
        let (one, other) = (Index::new(entries()), Index::new(entries()));
        let hits = one.find(&query, limit);
        prop_assert!(hits.len() <= limit);
        prop_assert_eq!(&hits, &other.find(&query, limit));
        prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert!(hits.iter().all(|hit| hit.share > 0.0 && hit.share <= 1.0001));
    }

    #[test]
    fn its_own_words_find_an_entry_first_or_tied(texts in texts(), pick in any::<prop::sample::Index>()) {
        let index = Index::new(texts.iter().enumerate().map(|(at, text)| Entry { target: at, phrases: vec![phrase(Weight::Title, text)] }));
        let at = pick.index(texts.len());
        let hits = index.find(&texts[at], texts.len());
        if let Some(first) = hits.first() {
            let own = hits.iter().find(|hit| *hit.target == at);
            prop_assert!(own.is_some_and(|own| own.score >= first.score * 0.999), "{:?} {:?}", texts[at], hits);
        }
    }
}
