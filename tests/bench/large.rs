//! Packs of any size, to be searched: the shipped one and flows beside it.

use std::fmt::Write;
use std::path::Path;

use balie::app::Finder;
use balie::i18n::Localizer;
use balie::pack::{Files, Pack};

/// What there is to find in the shipped pack.
const SHIPPED: usize = 93;
/// Nodes of one made-up flow at most; with the flow itself it gives one entry more.
const NODES: usize = 49;

/// Words that sentences are made of; their endings are numbers, so that rare words are rare.
const WORDS: [&str; 24] = [
    "wachtwoord",
    "account",
    "geblokkeerd",
    "mailbox",
    "lokaal",
    "rooster",
    "handboek",
    "ticket",
    "aanmelden",
    "activeren",
    "gebruiker",
    "nummer",
    "adres",
    "scherm",
    "melding",
    "printer",
    "netwerk",
    "campus",
    "bibliotheek",
    "examen",
    "inschrijving",
    "toegang",
    "bestand",
    "toestel",
];

/// The shipped pack and flows beside it, `entries` things to find in all.
pub fn files(entries: usize) -> Files {
    let mut files = Files::embedded();
    let mut random = 7_u32;
    let mut left = entries.saturating_sub(SHIPPED);
    for flow in 0.. {
        let nodes = NODES.min(left.saturating_sub(1));
        if nodes == 0 {
            break;
        }
        left -= nodes + 1;
        files.insert(
            format!("data/flows/made-{flow}.toml"),
            structure(nodes).into_bytes(),
        );
        for language in ["nl", "en", "fr"] {
            let path = format!("locales/{language}/flows/made-{flow}.ftl");
            files.insert(path, words(&mut random, language, nodes).into_bytes());
        }
    }
    files
}

fn structure(nodes: usize) -> String {
    let mut flow = "start = \"n0\"\n".to_owned();
    for node in 0..nodes - 1 {
        let next = node + 1;
        let _ = write!(
            flow,
            "[[question]]\nid = \"n{node}\"\nsources = [\"odisee-faq\"]\nanswers = [{{ id = \"a\", to = \"n{next}\" }}, {{ id = \"dont-know\", to = \"n{next}\" }}]\n"
        );
    }
    let last = nodes - 1;
    let _ = write!(
        flow,
        "[[end]]\nid = \"n{last}\"\noutcome = [\"solved\"]\nsources = [\"odisee-faq\"]\n"
    );
    flow
}

fn words(random: &mut u32, language: &str, nodes: usize) -> String {
    let mut text = format!("title = {}\n", sentence(random, language, 3));
    for node in 0..nodes {
        let _ = writeln!(text, "n{node} = {}", sentence(random, language, 8));
        let _ = writeln!(text, "    .answer-a = {}", sentence(random, language, 2));
        let _ = writeln!(text, "    .answer-dont-know = ?");
    }
    text
}

fn sentence(random: &mut u32, language: &str, words: usize) -> String {
    let words = (0..words).map(|_| {
        *random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let word = WORDS[(*random >> 16) as usize % WORDS.len()];
        match *random >> 8 & 3 {
            0 => format!("{word}{language}{}", (*random >> 10) % 5_000),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Writes such a pack to a folder, to be opened with `--pack`.
pub fn write(entries: usize, folder: &Path) {
    for (path, bytes) in files(entries).iter() {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(path, bytes).expect("it can be written");
    }
}

/// How long indexes take to read.
pub fn reading() -> String {
    let mut told = String::new();
    for entries in [100, 10_000, 100_000] {
        let pack = Pack::open(files(entries)).expect("it opens");
        let start = std::time::Instant::now();
        let finder = Finder::of(&pack, &Localizer::of(&pack));
        let _ = writeln!(
            told,
            "index of {entries} entries: read in {:.0} ms (flows and words from memory)",
            start.elapsed().as_secs_f64() * 1e3
        );
        drop(finder);
    }
    told
}
