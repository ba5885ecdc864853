//! What must be found, and what must hold for any query.

use super::*;
use proptest::prelude::*;

fn phrase(weight: Weight, text: &str) -> Phrase {
    Phrase {
        text: text.to_owned(),
        weight,
    }
}

/// An index, and what its entries are.
struct Desk<T>(Vec<T>, Index);

/// What was found and how.
type Hit<'d, T> = (&'d T, Ranked);

impl<T> Desk<T> {
    fn of(entries: impl IntoIterator<Item = (T, Vec<Phrase>)>) -> Self {
        Desk::with_small_words(entries, &[])
    }

    fn with_small_words(
        entries: impl IntoIterator<Item = (T, Vec<Phrase>)>,
        small_words: &[String],
    ) -> Self {
        let (targets, phrases): (Vec<T>, Vec<_>) = entries.into_iter().unzip();
        Desk(targets, Index::new(phrases, small_words, &[]))
    }

    fn find(&self, query: &str, most: usize) -> Vec<Hit<'_, T>> {
        let ranked = best(&self.1, query, most).into_iter();
        ranked.map(|hit| (&self.0[hit.entry], hit)).collect()
    }

    fn first(&self, query: &str) -> Option<&T> {
        Some(self.find(query, 5).first()?.0)
    }
}

fn entry(
    target: &'static str,
    title: &str,
    search: &str,
    sentence: &str,
) -> (&'static str, Vec<Phrase>) {
    let search = search
        .split(", ")
        .map(|word| phrase(Weight::SearchWord, word));
    let phrases = [
        phrase(Weight::Title, title),
        phrase(Weight::Sentence, sentence),
    ];
    (target, phrases.into_iter().chain(search).collect())
}

fn desk() -> Desk<&'static str> {
    Desk::of([
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
        let first = index.first(query).copied();
        assert_eq!(first.unwrap_or("nothing"), expected, "{query}");
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
    let index = Desk::of(order.map(|weight| (weight, vec![phrase(weight, "Toledo openen")])));
    let hits = index.find("toledo openen", 9);
    let found: Vec<Weight> = hits.iter().map(|(weight, _)| **weight).collect();
    let mut sorted = order.to_vec();
    sorted.sort();
    assert_eq!(found, sorted);
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
    let index =
        Desk::of(entries.map(|(target, text)| (target, vec![phrase(Weight::SearchWord, &text)])));
    for (query, expected) in [("teams not opening", "name"), ("opening hours", "desks")] {
        assert_eq!(index.first(query), Some(&expected));
    }
}

#[test]
fn a_small_word_says_little_beside_another() {
    let entry = |target, text| (target, vec![phrase(Weight::SearchWord, text)]);
    let entries = || {
        [
            entry("said so", "I have forgotten my password"),
            entry("meant", "phone lost"),
            entry("also", "phone stolen"),
            entry("other", "lost letters"),
        ]
    };
    let small_words = ["I, have, my".to_owned()];
    let (plain, small) = (
        Desk::of(entries()),
        Desk::with_small_words(entries(), &small_words),
    );
    let said = "I have my phone";
    assert_eq!(plain.first(said), Some(&"said so"));
    assert_eq!(small.first(said), Some(&"meant"));
    let alone = small.first("my");
    assert_eq!(alone, Some(&"said so"), "alone it says all there is");
}

#[test]
fn says_which_phrase_and_how_much_of_the_query() {
    let index = desk();
    let hits = index.find("softlock", 1);
    let (_, first) = &hits[0];
    assert_eq!((first.phrase, first.share), (2, 1.0));
    assert!(index.find("softlock pizzadoos", 1)[0].1.share < 0.7);
}

#[test]
fn an_empty_index_and_long_queries_answer() {
    assert_eq!(best(&Index::new([], &[], &[]), "wachtwoord", 5), []);
    assert!(best(&Index::default(), "wachtwoord", 5).is_empty());
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
    assert_eq!(index.first("rooster"), Some(&"lessons"));
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
        let entries = || texts.iter().enumerate().map(|(at, text)| (at, vec![phrase(Weight::Answer, text)]));
        let (one, other) = (Desk::of(entries()), Desk::of(entries()));
        let hits = one.find(&query, limit);
        prop_assert!(hits.len() <= limit);
        prop_assert_eq!(&hits, &other.find(&query, limit));
        prop_assert!(hits.windows(2).all(|pair| pair[0].1.score >= pair[1].1.score));
        prop_assert!(hits.iter().all(|(_, hit)| hit.share > 0.0 && hit.share <= 1.0001));
    }

    #[test]
    fn its_own_words_find_an_entry_first_or_tied(texts in texts(), pick in any::<prop::sample::Index>()) {
        let index = Desk::of(texts.iter().enumerate().map(|(at, text)| (at, vec![phrase(Weight::Title, text)])));
        let at = pick.index(texts.len());
        let hits = index.find(&texts[at], texts.len());
        if let Some(first) = hits.first() {
            let own = hits.iter().find(|(target, _)| **target == at);
            prop_assert!(own.is_some_and(|(_, own)| own.score >= first.1.score * 0.999), "{:?} {:?}", texts[at], hits);
        }
    }
}
