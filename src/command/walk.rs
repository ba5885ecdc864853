//! `balie walk`: a flow with replies that are known already, in one go.

use std::collections::BTreeMap;

use super::setup::{self, known_flow, named, report};
use super::walk_answer::{Walked, as_json, as_text, missing};
use super::{CLEAN, Failure, WRONG_USE, printing};
use crate::case::{Case, Choice, Here, NodeRef, choices};
use crate::cli::{Options, WalkArgs};
use crate::i18n::Moment;
use crate::id::FlowId;
use crate::pack::{Kind, Node, Pack};

type Replies = BTreeMap<NodeRef, Choice>;

pub(super) fn run(options: &Options, walk: &WalkArgs) -> Result<u8, Failure> {
    let clock = setup::clock(options)?;
    let mut model = setup::open(options)?.model(clock.now());
    let flow = known_flow(model.pack(), &walk.flow)?;
    let replies = replies(model.pack(), &flow, &walk.replies)?;
    let walked = follow(model.pack(), &flow, &replies, model.now)?;
    model.open_case(walked.case.clone());
    let at_end = walked.is_at_end(model.pack());
    if walk.json {
        printing::print(&as_json(&model, &walked))?;
        return Ok(if at_end { CLEAN } else { WRONG_USE });
    }
    if model.desk.ascii {
        printing::ascii_only();
    }
    if !at_end {
        return Err(Failure::Use(missing(&model, &walked)));
    }
    printing::print(&as_text(&model, &walked))?;
    Ok(CLEAN)
}

/// Follows the replies as far as they lead.
fn follow(pack: &Pack, flow: &FlowId, replies: &Replies, now: Moment) -> Result<Walked, Failure> {
    let Some(mut case) = Case::start(pack, flow, now) else {
        return Err(closed(pack, flow));
    };
    let mut unused = replies.clone();
    let mut waits = Vec::new();
    loop {
        let walk = case.walk(pack);
        let Here::Node { place, .. } = &walk.here else {
            break;
        };
        let until = walk.waits_until(pack);
        waits.extend(until.map(|until| (place.clone(), until)));
        let Some(choice) = unused.remove(place) else {
            break;
        };
        case.reply(pack, choice, now);
    }
    Ok(Walked {
        case,
        waits,
        unused: unused.into_iter().collect(),
    })
}

/// What is wrong with a flow that cannot be opened.
fn closed(pack: &Pack, flow: &FlowId) -> Failure {
    let faults = pack.flow(flow).err().unwrap_or_default();
    report(faults, |path| pack.files().text(path))
}

fn replies(pack: &Pack, flow: &FlowId, written: &[String]) -> Result<Replies, Failure> {
    let mut replies = Replies::new();
    for reply in written {
        let (place, choice) = read_reply(pack, flow, reply)?;
        if replies.insert(place, choice).is_some() {
            let twice =
                format!("`{reply}` is a second reply to one question: leave one of them out");
            return Err(Failure::Use(twice));
        }
    }
    Ok(replies)
}

fn read_reply(pack: &Pack, entry: &FlowId, written: &str) -> Result<(NodeRef, Choice), Failure> {
    let Some((at, choice)) = written.split_once('=') else {
        return Err(Failure::Use(format!(
            "`{written}` is no reply: write it as question=answer"
        )));
    };
    let (flow, node) = match at.split_once('/') {
        Some((name, node)) => (known_flow(pack, name)?, node),
        None => (entry.clone(), at),
    };
    let node = node_of(pack, &flow, node)?;
    let known = choices(&node.kind);
    let kind = format!("reply to `{at}`");
    let choice = named(&kind, choice, &known, Choice::name)?.clone();
    let node = node.id.clone();
    Ok((NodeRef { flow, node }, choice))
}

fn node_of<'p>(pack: &'p Pack, flow: &FlowId, name: &str) -> Result<&'p Node, Failure> {
    let sound = pack.flow(flow).map_err(|_| closed(pack, flow))?;
    let nodes = sound.nodes().iter();
    let asking = nodes.filter(|node| !matches!(node.kind, Kind::End(_)));
    named(&format!("question in `{flow}`"), name, asking, |node| {
        node.id.as_str()
    })
}
