//! The first hit is right: a table of what people type, in three languages and with their errors.

use balie::app::key::Key;
use balie::app::{Found, Pick, picks};
use serde::Deserialize;

use crate::support::{Desk, shipped};

/// Of a hundred queries, so many find at once what is meant.
const RIGHT_OF_100: usize = 97;

#[derive(Deserialize)]
struct Table {
    query: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    /// What is right, apart by ` | `.
    first: String,
    typed: Vec<String>,
}

#[test]
fn the_first_hit_is_right() {
    let table: Table = toml::from_str(include_str!("queries.toml")).expect("the table is sound");
    let queries = table
        .query
        .iter()
        .flat_map(|row| row.typed.iter().map(move |typed| (typed, &row.first)));
    let queries: Vec<_> = queries.collect();
    let mut search = Search(Desk::with(shipped()).keys("/"));
    let wrong: Vec<String> = queries
        .iter()
        .filter_map(|(typed, right)| {
            let found = search.first(typed);
            let is_right = right.split(" | ").any(|right| right == found);
            (!is_right).then(|| format!("{typed:?} finds {found}, not {right}"))
        })
        .collect();
    let right = queries.len() - wrong.len();
    println!("{right} of {} right\n{}", queries.len(), wrong.join("\n"));
    assert!(queries.len() >= 100, "only {} queries", queries.len());
    assert!(
        right * 100 >= RIGHT_OF_100 * queries.len(),
        "{right} of {} right:\n{}",
        queries.len(),
        wrong.join("\n")
    );
}

struct Search(Desk);

impl Search {
    fn first(&mut self, query: &str) -> String {
        self.0.press(Key::Esc);
        self.0.press(Key::Char('/'));
        self.0.paste(query);
        match picks(&self.0.model.derive()).into_iter().next() {
            Some(Pick::Open(found)) => name(&found),
            _ => "nothing".to_owned(),
        }
    }
}

fn name(found: &Found) -> String {
    match found {
        Found::Flow(flow) => format!("flow:{flow}"),
        Found::Node(place) => format!("node:{}/{}", place.flow, place.node),
        Found::Closing => "closing".to_owned(),
        Found::Reason(reason) => format!("reason:{reason}"),
        Found::Desks => "desks".to_owned(),
        Found::Desk(desk) => format!("desk:{desk}"),
        Found::Account(account) => format!("account:{account}"),
        Found::Link(link) => format!("link:{link}"),
    }
}
