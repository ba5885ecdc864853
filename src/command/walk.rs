//! `balie walk`: a flow with replies that are known already, in one go.

use std::collections::BTreeMap;

use super::walk_answer::{Walked, as_json, as_text, missing};
use super::{CLEAN, Failure, WRONG_USE, clock, printing, setup};
use crate::app::Model;
use crate::case::{Case, Choice, Here, NodeRef, choices};
use crate::cli::{Options, WalkArgs};
use crate::diagnostic::{render, unknown_name};
use crate::i18n::Moment;
use crate::id::{FlowId, NodeId};
use crate::pack::{Kind, Pack};

type Replies = BTreeMap<NodeRef, Choice>;

pub(super) fn run(options: &Options, walk: &WalkArgs) -> Result<u8, Failure> {
    let clock = clock::clock(options.now.as_deref())?;
    let mut model = setup::open(options)?.model(clock.now());
    let flow = known_flow(model.pack(), &walk.flow)?;
    let replies = replies(model.pack(), &flow, &walk.replies)?;
    let walked = follow(model.pack(), &flow, &replies, model.now)?;
    model.open_case(walked.case.clone());
    if walk.json {
        printing::print(&as_json(&model, &walked))?;
    } else if model.desk.ascii {
        printing::ascii_only();
    }
    answer(&model, &walked, walk.json)
}

fn answer(model: &Model, walked: &Walked, json: bool) -> Result<u8, Failure> {
    match (walked.is_at_end(model.pack()), json) {
        (true, true) => Ok(CLEAN),
        (false, true) => Ok(WRONG_USE),
        (true, false) => {
            printing::print(&as_text(model, walked))?;
            Ok(CLEAN)
        }
        (false, false) => Err(Failure::Use(missing(model, walked))),
    }
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
    Failure::Faults(render(
        faults,
        |path| pack.files().text(path),
        printing::complaint_dress(),
    ))
}

/// The flow of a name.
pub(super) fn known_flow(pack: &Pack, name: &str) -> Result<FlowId, Failure> {
    let known = pack.flow_ids().find(|flow| flow.as_str() == name);
    let names = pack.flow_ids().map(FlowId::as_str);
    known.cloned().ok_or_else(|| unknown("flow", name, names))
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
    let (node, kind) = node_of(pack, &flow, node)?;
    let known = choices(kind);
    let names = known.iter().map(Choice::name);
    let named = known.iter().find(|known| known.name() == choice);
    let choice = named.ok_or_else(|| unknown(&format!("reply to `{at}`"), choice, names))?;
    Ok((NodeRef { flow, node }, choice.clone()))
}

fn node_of<'p>(pack: &'p Pack, flow: &FlowId, name: &str) -> Result<(NodeId, &'p Kind), Failure> {
    let Ok(sound) = pack.flow(flow) else {
        return Err(closed(pack, flow));
    };
    let asks = |kind: &Kind| !matches!(kind, Kind::End(_));
    let nodes = sound.nodes().iter().filter(|node| asks(&node.kind));
    let names = nodes.clone().map(|node| node.id.as_str());
    let kind = format!("question in `{flow}`");
    let node = nodes.clone().find(|node| node.id.as_str() == name);
    let node = node.ok_or_else(|| unknown(&kind, name, names))?;
    Ok((node.id.clone(), &node.kind))
}

fn unknown<'a>(kind: &str, typed: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    Failure::Use(unknown_name(kind, typed, known))
}
