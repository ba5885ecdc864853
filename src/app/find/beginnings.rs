//! Where a case may begin that was found rather than walked to.

use std::collections::HashSet;

use crate::id::NodeId;
use crate::pack::{Flow, Kind, Target};

/// The nodes at which it is safe to begin: no way through the flow from its start leads to them past a wait or advice.
///
/// A wait is none: the question before it says since when somebody waits.
pub fn safe(flow: &Flow) -> HashSet<&NodeId> {
    let asks = |kind: &Kind| matches!(kind, Kind::Question(_));
    let mut safe = reached(flow, vec![flow.start()], asks);
    let bears = safe.iter().filter_map(|id| Some(&flow.node(id)?.kind));
    let after = bears.filter(|kind| !asks(kind));
    let after = after.flat_map(|kind| leads_to(flow, kind));
    let behind = reached(flow, after.collect(), |_| true);
    let waits = |id: &NodeId| {
        matches!(
            flow.node(id).map(|node| &node.kind),
            Some(Kind::Wait { .. })
        )
    };
    safe.retain(|id| !behind.contains(id) && !waits(id));
    safe
}

/// The nodes to which ways through the flow lead, past those that let one through.
fn reached<'f>(
    flow: &'f Flow,
    from: Vec<&'f NodeId>,
    through: fn(&Kind) -> bool,
) -> HashSet<&'f NodeId> {
    let mut reached = HashSet::new();
    let mut ahead = from;
    while let Some(id) = ahead.pop() {
        let Some(node) = flow.node(id) else { continue };
        if reached.insert(id) && through(&node.kind) {
            ahead.extend(leads_to(flow, &node.kind));
        }
    }
    reached
}

/// Where it leads within its flow.
fn leads_to<'f>(flow: &'f Flow, kind: &'f Kind) -> impl Iterator<Item = &'f NodeId> {
    let here = |target: &'f Target| match target {
        Target::Here(id) => Some(id),
        Target::There(other, id) if other == flow.id() => Some(id),
        Target::Start(_) | Target::There(..) => None,
    };
    kind.targets().into_iter().filter_map(here)
}
