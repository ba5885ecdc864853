//! What can be found, and the words under which it is shown.

use crate::case::NodeRef;
use crate::i18n::Text;
use crate::id::{AccountId, DeskId, FlowId, LinkId, ReasonId};

/// Something of the pack that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A flow: a case begins at its start.
    Flow(FlowId),
    /// A node of a flow: a case begins there, without the replies that lead to it.
    Node(NodeRef),
    /// When accounts close.
    Closing,
    /// A reason for closing.
    Reason(ReasonId),
    /// All desks.
    Desks,
    /// One desk.
    Desk(DeskId),
    /// An account, and with it the shape of its user names.
    Account(AccountId),
    /// An address.
    Link(LinkId),
}

impl Found {
    /// The words under which it is shown.
    pub fn title(&self) -> Text<'_> {
        match self {
            Self::Flow(flow) => Text::Flow(flow, "title".to_owned()),
            Self::Node(place) => Text::Flow(&place.flow, place.node.to_string()),
            Self::Closing => Text::Pack("menu-closing".to_owned()),
            Self::Reason(reason) => Text::Pack(format!("reason-{reason}")),
            Self::Desks => Text::Pack("menu-desks".to_owned()),
            Self::Desk(desk) => Text::Pack(format!("desk-{desk}")),
            Self::Account(account) => Text::Pack(format!("account-{account}")),
            Self::Link(link) => Text::Pack(format!("link-{link}")),
        }
    }

    /// A part of the message under which it is shown.
    pub fn part(&self, name: &str) -> Text<'_> {
        let of = |id: String| format!("{id}.{name}");
        match self.title() {
            Text::Own(id) => Text::Own(id),
            Text::Pack(id) => Text::Pack(of(id)),
            Text::Flow(flow, id) => Text::Flow(flow, of(id)),
        }
    }

    /// The words of what it is a part of, where it does not stand by itself.
    pub fn within(&self) -> Option<Text<'_>> {
        match self {
            Self::Node(place) => Some(Text::Flow(&place.flow, "title".to_owned())),
            Self::Reason(_) => Some(Self::Closing.title()),
            Self::Desk(_) => Some(Self::Desks.title()),
            _ => None,
        }
    }
}
