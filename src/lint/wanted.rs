//! Which words a pack asks for: of itself, and of each of its flows.

use std::ops::Range;

use crate::diagnostic::Place;
use crate::i18n::WAIT_VARIABLES;
use crate::pack::{Flow, Kind, MenuEntry, Node, Pack, flow_path};

/// A message, and the attributes that it has or may have.
pub(super) struct Wanted<'p> {
    pub(super) id: String,
    pub(super) attributes: Vec<String>,
    /// Whether the pack does without it, as long as no language says it.
    pub(super) may_miss: bool,
    pub(super) optional: &'static [&'static str],
    /// The node that says it.
    pub(super) node: Option<&'p Node>,
    /// Where the pack asks for it.
    pub(super) asked: Place,
}

impl Wanted<'_> {
    fn new(id: String, optional: &'static [&'static str], asked: Place) -> Self {
        Self {
            id,
            attributes: Vec::new(),
            may_miss: false,
            optional,
            node: None,
            asked,
        }
    }

    /// Whether it is known in any language, needed or not.
    pub(super) fn has(&self, attribute: &str) -> bool {
        attribute.is_empty()
            || self.attributes.iter().any(|known| known == attribute)
            || self.optional.contains(&attribute)
    }

    /// The variables that a sentence is given besides the pack's figures.
    pub(super) fn given(&self, attribute: &str) -> &'static [&'static str] {
        match (self.node.map(|node| &node.kind), attribute) {
            (Some(Kind::Wait { .. }), "") => &WAIT_VARIABLES,
            (None, "copy") => &["date"],
            _ => &[],
        }
    }
}

/// What `pack.ftl` is to say.
pub(super) fn of_the_pack(pack: &Pack) -> Vec<Wanted<'_>> {
    let mut wanted = of_the_manifest(pack);
    wanted.extend(of_the_lists(pack));
    wanted.extend(of_the_closings(pack));
    wanted
}

fn of_the_manifest(pack: &Pack) -> Vec<Wanted<'_>> {
    let manifest = pack.manifest();
    let asked = || Place::file("data/pack.toml");
    let name = Wanted::new("pack-name".to_owned(), &[], asked());
    let entries = [MenuEntry::Closing, MenuEntry::Desks].into_iter();
    let entries = entries.filter(|entry| manifest.is_guess || manifest.menu.contains(entry));
    let menu = entries.map(|entry| {
        let id = match entry {
            MenuEntry::Closing => "menu-closing",
            _ => "menu-desks",
        };
        Wanted {
            may_miss: manifest.is_guess,
            ..Wanted::new(id.to_owned(), &["search"], asked())
        }
    });
    let unknown = manifest.unknown.iter().map(|unknown| {
        let id = format!("unknown-{}", unknown.id);
        Wanted::new(id, &["search"], asked())
    });
    let lists = ["small-words", "count-words"].map(|id| Wanted {
        may_miss: true,
        ..Wanted::new(id.to_owned(), &[], asked())
    });
    let first = [name].into_iter().chain(lists);
    first.chain(menu).chain(unknown).collect()
}

fn of_the_lists(pack: &Pack) -> Vec<Wanted<'_>> {
    let known = pack.known();
    let want = |id: String, file: &str, span: &Range<usize>, optional| {
        let asked = Place::span(&format!("data/{file}.toml"), span.clone());
        Wanted::new(id, optional, asked)
    };
    let accounts = known.accounts.iter().map(|account| {
        let id = format!("account-{}", account.id);
        want(id, "accounts", &account.span, ACCOUNT)
    });
    let links = known.links.iter();
    let links = links.map(|link| {
        want(
            format!("link-{}", link.id),
            "links",
            &link.span,
            &["search"],
        )
    });
    let desks = known.desks.iter();
    let desks = desks.map(|desk| want(format!("desk-{}", desk.id), "desks", &desk.span, DESK));
    let sources = known.sources().iter().map(|source| {
        let id = format!("source-{}", source.id);
        want(id, "sources", &source.span, &["note"])
    });
    accounts.chain(links).chain(desks).chain(sources).collect()
}

fn of_the_closings(pack: &Pack) -> Vec<Wanted<'_>> {
    let names = pack.closing_names();
    let reasons = names.reasons.iter().map(|reason| {
        let asked = Place::span("data/closings.toml", reason.span.clone());
        Wanted {
            attributes: vec!["asks".to_owned()],
            ..Wanted::new(format!("reason-{}", reason.id), &["agent", "search"], asked)
        }
    });
    let rules = names.rules.iter().map(|(account, reason)| {
        let id = format!("rule-{account}-{reason}");
        Wanted {
            may_miss: true,
            ..Wanted::new(id, &[], Place::file("data/closings.toml"))
        }
    });
    reasons.chain(rules).collect()
}

const ACCOUNT: &[&str] = &["what", "short", "copy", "opens", "sign-in", "search"];
const DESK: &[&str] = &["building", "search"];
const NODE: &[&str] = &["agent", "self", "search"];
const WAIT: &[&str] = &["agent", "self", "over", "search"];

/// What a flow's file of words is to say.
pub(super) fn of_a_flow(flow: &Flow) -> Vec<Wanted<'_>> {
    let path = flow_path(flow.id());
    let title = Wanted::new("title".to_owned(), &["search"], Place::file(&path));
    let nodes = flow.nodes().iter().map(|node| {
        let attributes = match &node.kind {
            Kind::Question(answers) => answers
                .iter()
                .map(|answer| format!("answer-{}", answer.id))
                .collect(),
            Kind::Advice { steps, .. } => steps.iter().map(|step| format!("step-{step}")).collect(),
            Kind::Wait { .. } | Kind::End(_) => Vec::new(),
        };
        let optional = match &node.kind {
            Kind::Wait { .. } => WAIT,
            _ => NODE,
        };
        Wanted {
            attributes,
            node: Some(node),
            ..Wanted::new(
                node.id.to_string(),
                optional,
                Place::span(&path, node.span.clone()),
            )
        }
    });
    [title].into_iter().chain(nodes).collect()
}
