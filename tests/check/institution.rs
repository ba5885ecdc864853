//! Another institution's desk, written with the guide alone: a lock of its own, an unlock page,
//! and unpaid fees. Checked and walked, without a change in the program.

use balie::pack::{Files, Pack};

use super::support::Desk;
use super::{checked, lines};

const FILES: [(&str, &str); 13] = [
    (
        "data/pack.toml",
        "format = 1\nname = \"college\"\nlanguages = [\"en\"]\nmenu = [\"flow:locked\", \"closing\", \"desks\"]\n",
    ),
    (
        "data/sources.toml",
        "[[source]]\nid = \"handbook\"\nchecked = 2026-11-20\n",
    ),
    (
        "data/facts.toml",
        "[[fact]]\nid = \"tries\"\nvalue = 4\nsources = [\"handbook\"]\n\n[[fact]]\nid = \"lock-minutes\"\nvalue = 15\nsources = [\"handbook\"]\n\n[[fact]]\nid = \"unpaid-days\"\nvalue = 30\nsources = [\"handbook\"]\n",
    ),
    (
        "data/accounts.toml",
        "[[account]]\nid = \"college\"\nuser-names = [\"c#\"]\nto = \"flow:locked/when\"\nsources = [\"handbook\"]\n",
    ),
    (
        "data/links.toml",
        "[[link]]\nid = \"unlock\"\nurl = \"https://college.example.org/unlock\"\nsources = [\"handbook\"]\n",
    ),
    (
        "data/desks.toml",
        "[[desk]]\nid = \"north\"\nroom = \"N1\"\nsources = [\"handbook\"]\n",
    ),
    (
        "data/closings.toml",
        "[[academic-year]]\nfrom = \"09-01\"\nto = \"09-30\"\nsources = [\"handbook\"]\n\n[[reason]]\nid = \"fees\"\nsources = [\"handbook\"]\n\n[[rule]]\naccount = \"college\"\nreason = \"fees\"\ncount = \"days-after\"\ndays = \"unpaid-days\"\nevent-day = \"day-1\"\nweekends = \"next-working-day\"\nprecision = \"day\"\nsources = [\"handbook\"]\n",
    ),
    (
        "data/flows/locked.toml",
        "start = \"when\"\n\n[[question]]\nid = \"when\"\nanswers = [\n  { id = \"now\", ago = 0, to = \"pause\" },\n  { id = \"page\", to = \"unlock\" },\n  { id = \"dont-know\", to = \"desk\" },\n]\n\n[[wait]]\nid = \"pause\"\nminutes = \"lock-minutes\"\nsources = [\"handbook\"]\nto = \"solved\"\n\n[[end]]\nid = \"solved\"\noutcome = [\"solved\"]\nsources = [\"handbook\"]\n\n[[end]]\nid = \"unlock\"\noutcome = [\"link\"]\nlinks = [\"unlock\"]\nsources = [\"handbook\"]\n\n[[end]]\nid = \"desk\"\noutcome = [\"desk\"]\nsources = [\"handbook\"]\n",
    ),
    (
        "data/scenarios/locked.toml",
        "[[scenario]]\nname = \"now\"\nnow = 2026-11-24T14:19:00\nreplies = { \"when\" = \"now\", \"pause\" = \"waited\" }\nend = \"solved\"\nuntil = \"14:34\"\n\n[[scenario]]\nname = \"page\"\nreplies = { \"when\" = \"page\" }\nend = \"unlock\"\n\n[[scenario]]\nname = \"no idea\"\nreplies = { \"when\" = \"dont-know\" }\nend = \"desk\"\n",
    ),
    (
        "data/scenarios/closing.toml",
        "[[closing]]\nname = \"fees\"\naccount = \"college\"\nreason = \"fees\"\non = 2026-11-20\nearliest = 2026-12-21\nlatest = 2026-12-21\n",
    ),
    (
        "locales/en/pack.ftl",
        "pack-name = College\nmenu-closing = Fees not paid: until when?\nmenu-desks = Where is the desk?\naccount-college = your c-number\nlink-unlock = unlocking your account yourself\ndesk-north = North\nreason-fees = I have not paid my fees\n    .asks = On which day were they due?\nsource-handbook = Handbook\n",
    ),
    (
        "locales/en/flows/locked.ftl",
        "title = Locked out\nwhen = When did you try last?\n    .answer-now = just now\n    .answer-page = I'd rather unlock it myself\n    .answer-dont-know = I don't know\npause = Wait until { $until }: after { $tries } tries the lock lasts { $lock-minutes } minutes.\nsolved = Good.\nunlock = Unlock it on this page.\ndesk = The desk will help.\n",
    ),
    ("locales/en/balie.ftl", "wait-over = Time is up.\n"),
];

fn college() -> Files {
    let mut files = Files::default();
    for (path, text) in FILES {
        files.insert(path, text.as_bytes().to_vec());
    }
    files
}

#[test]
fn it_is_clean() {
    let found = checked(college());
    assert_eq!(lines(&college(), &found), Vec::<String>::new());
    assert!(found.coverage.is_exhaustive());
}

#[test]
fn it_can_be_walked() {
    let open = || Desk::with(Pack::open(college()).unwrap());
    let mut desk = open().keys("1 1");
    assert!(desk.shows("Wait until 14:34: after 4 tries the lock lasts 15 minutes."));
    let mut desk = desk.minutes(15);
    assert!(desk.shows("Time is up."));
    assert!(
        open()
            .keys("1 2")
            .shows("https://college.example.org/unlock")
    );
}
