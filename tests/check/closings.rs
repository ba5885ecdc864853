//! Closing rules that lack something, and academic years that overlap: one finding, and its mend.

use balie::diagnostic::{Diagnostic, line_and_column};
use balie::lint::schema::schemas;
use balie::pack::Files;

use super::support::pack::{changed, replaced};
use super::{checked, lines};

const CLOSINGS: &str = "data/closings.toml";

/// The only finding there is.
fn only(files: &Files) -> Diagnostic {
    let found = checked(files.clone());
    let all = lines(files, &found);
    assert_eq!(all.len(), 1, "{}", all.join("\n"));
    found.faults.into_iter().next().unwrap()
}

/// A rule of the pack of the tests, from its first line to the empty one after it.
fn rule(text: &str, account: &str, reason: &str) -> String {
    let head = format!("[[rule]]\naccount = \"{account}\"\nreason = \"{reason}\"\n");
    let start = text.find(&head).unwrap();
    let rule = text[start..].split("\n\n").next().unwrap();
    rule.to_owned()
}

/// The pack of the tests without some fields of a rule.
fn without(account: &str, reason: &str, fields: &[&str]) -> Files {
    changed(CLOSINGS, |text| {
        let rule = rule(text, account, reason);
        let named = |line: &&str| {
            !fields
                .iter()
                .any(|name| line.starts_with(&format!("{name} = ")))
        };
        let rest: Vec<&str> = rule.lines().filter(named).collect();
        assert_eq!(rest.len() + fields.len(), rule.lines().count());
        text.replace(&rule, &rest.join("\n"))
    })
}

#[test]
fn whatever_a_rule_lacks_is_one_finding_that_says_which_rule_and_what_to_write() {
    let common = ["count", "event-day", "weekends", "precision", "sources"];
    let days = [("odisee", "unenrolled", "days")];
    let window = [
        ("odisee", "graduated", "from"),
        ("odisee", "graduated", "to"),
    ];
    let every = common.map(|field| ("kuleuven", "graduated", field));
    for (account, reason, field) in every.into_iter().chain(days).chain(window) {
        let files = without(account, reason, &[field]);
        let fault = only(&files);
        assert_eq!(
            fault.message,
            format!("the closing rule for `{account}` and `{reason}` lacks `{field}`")
        );
        assert_eq!(fault.code.as_str(), "B031");
        let write = format!("write {field} = ");
        assert!(
            fault.help.iter().any(|help| help.starts_with(&write)),
            "{fault:?}"
        );
        let text = files.text(CLOSINGS).unwrap();
        let rule = text
            .find(&format!("account = \"{account}\"\nreason = \"{reason}\""))
            .unwrap();
        let at = line_and_column(text, fault.place.span.unwrap().start).0;
        let above = line_and_column(text, rule).0 - 1;
        assert!((above..above + 9).contains(&at), "{field}: line {at}");
    }
}

#[test]
fn a_rule_that_lacks_many_fields_is_still_one_finding() {
    let fault = only(&without("odisee", "graduated", &["weekends", "from", "to"]));
    let lacks = "the closing rule for `odisee` and `graduated` lacks `weekends`, `from` and `to`";
    assert_eq!(fault.message, lacks);
    assert_eq!(fault.help.len(), 3);
}

#[test]
fn a_rule_that_does_not_say_whose_it_is_is_named_by_what_it_says() {
    let fault = only(&without("kuleuven", "open-balance", &["account"]));
    assert_eq!(
        fault.message,
        "the closing rule for `open-balance` lacks `account`"
    );
    let fault = only(&without("odisee", "graduated", &["reason"]));
    assert_eq!(
        fault.message,
        "the closing rule for `odisee` lacks `reason`"
    );
    let fault = only(&without("kuleuven", "graduated", &["account", "reason"]));
    assert_eq!(fault.message, "a closing rule lacks `account` and `reason`");
}

#[test]
fn fields_of_another_way_to_count_are_named() {
    let otherwise = |text: &str| {
        let rule = rule(text, "odisee", "unenrolled");
        let other = rule.replace("\"days-after\"", "\"window-in-next-academic-year\"");
        text.replace(&rule, &other)
    };
    let fault = only(&changed(CLOSINGS, otherwise));
    let both = "lacks `from` and `to`, and has no use for `days`";
    assert!(fault.message.ends_with(both), "{fault:?}");
}

#[test]
fn what_does_not_fit_together_in_a_rule_is_underlined_where_it_is_mended() {
    for (account, reason, there, instead, write) in [
        (
            "odisee",
            "graduated",
            "\"window\"",
            "\"day\"",
            "write precision = \"window\"",
        ),
        (
            "kuleuven",
            "graduated",
            "\"day-0\"",
            "\"day-1\"",
            "write event-day = \"day-0\"",
        ),
        (
            "odisee",
            "graduated",
            "\"10-11\"",
            "\"09-11\"",
            "write days on which no academic year",
        ),
        (
            "odisee",
            "graduated",
            "\"10-11\"",
            "\"10-21\"",
            "write the first day in `from`",
        ),
    ] {
        let files = changed(CLOSINGS, |text| {
            let rule = rule(text, account, reason);
            text.replace(&rule, &rule.replacen(there, instead, 1))
        });
        let fault = only(&files);
        let named = format!("the closing rule for `{account}` and `{reason}`: ");
        assert!(fault.message.starts_with(&named), "{fault:?}");
        assert_eq!(
            &files.text(CLOSINGS).unwrap()[fault.place.span.unwrap()],
            instead
        );
        assert!(fault.help[0].starts_with(write), "{:?}", fault.help);
    }
}

#[test]
fn a_law_that_cannot_hold_is_one_finding_with_its_mend() {
    let law = "[[academic-year]]\nfrom = \"09-01\"\nto = \"10-01\"\nsources = [\"he-register\"]\n";
    let second =
        "[[academic-year]]\nfrom = \"02-01\"\nto = \"02-15\"\nsources = [\"he-register\"]\n";
    for (instead, code, help) in [
        (String::new(), "B032", "write `[[academic-year]]` once"),
        (
            format!("{law}\n{second}"),
            "B032",
            "write `[[academic-year]]` once",
        ),
        (
            law.replace("10-01", "08-31"),
            "B032",
            "write the first day in `from`",
        ),
        (law.replace("\"he-register\"", ""), "B028", "sources = "),
        (
            law.replace("from = \"09-01\"\n", ""),
            "B004",
            "add `from = `",
        ),
    ] {
        let fault = only(&changed(CLOSINGS, |text| text.replace(law, &instead)));
        assert_eq!(fault.code.as_str(), code, "{fault:?}");
        assert!(
            fault.help.iter().any(|line| line.contains(help)),
            "{fault:?}"
        );
    }
}

/// Wherever a file can hold a day, or days of a year: in one place these say when a year starts.
#[test]
fn a_pack_says_in_one_place_when_academic_years_start() {
    let mut years = Vec::new();
    let mut days = Vec::new();
    for (path, schema) in schemas() {
        let kind = path.split(['/', '.']).nth(2).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        let mut lists = schema["properties"].as_object().unwrap().clone();
        lists.insert(String::new(), serde_json::json!({ "items": schema }));
        for (list, tables) in lists {
            if list.contains("year") {
                years.push(format!("{kind}: {list}"));
            }
            let fields = tables["items"]["properties"].as_object();
            for (field, shape) in fields.into_iter().flatten() {
                assert!(
                    !field.contains("year") || list.is_empty(),
                    "{kind}: {list}.{field}"
                );
                if shape.get("anyOf").is_some() {
                    days.push(format!("{kind}: {list}.{field}"));
                }
            }
        }
    }
    assert_eq!(years, ["closings: academic-year"]);
    // The day somebody read a source, a moment to pretend, and days that must come out.
    let others = [
        "closing.earliest",
        "closing.latest",
        "closing.on",
        "scenario.now",
    ];
    let others = others.map(|field| format!("scenarios: {field}"));
    days.sort();
    assert_eq!(
        days,
        [&others[..], &["sources: source.checked".to_owned()]].concat()
    );
}

#[test]
fn a_shared_table_that_cannot_be_read_is_one_finding() {
    for (path, there, instead) in [
        ("data/desks.toml", "room = \"A1T2\"\n", ""),
        (
            "data/accounts.toml",
            "user-names = [\"*@student.odisee.be\"]\n",
            "",
        ),
        (
            "data/links.toml",
            "url = \"https://aka.ms/mfasetup\"",
            "url = 5",
        ),
        (
            CLOSINGS,
            "id = \"graduated\"\nlies = \"either\"\nsources = []\n",
            "id = \"graduated\"\n",
        ),
    ] {
        let fault = only(&replaced(path, there, instead));
        assert_eq!(fault.place.file, path);
    }
}
