//! What is filled into sentences.

use std::cell::OnceCell;
use std::rc::Rc;

use fluent::{FluentArgs, FluentValue};
use fluent_syntax::ast::{Pattern, PatternElement};

use crate::pack::Shared;

/// The pack's figures, which every sentence of the pack may use; read when the first does.
#[derive(Debug)]
pub(super) struct Figures {
    shared: Rc<Shared>,
    args: OnceCell<FluentArgs<'static>>,
}

impl Figures {
    pub(super) fn of(shared: Rc<Shared>) -> Self {
        Self {
            shared,
            args: OnceCell::new(),
        }
    }

    pub(super) fn args(&self) -> &FluentArgs<'static> {
        self.args.get_or_init(|| {
            let facts = self.shared.known().facts.iter();
            facts
                .map(|fact| (fact.id.to_string(), FluentValue::from(fact.value)))
                .collect()
        })
    }
}

/// What a sentence may fill in.
#[derive(Clone, Copy)]
pub(super) enum Variables<'a> {
    /// Nothing.
    None,
    /// These.
    These(&'a FluentArgs<'a>),
    /// The pack's figures.
    Figures(&'a Figures),
}

impl<'a> Variables<'a> {
    /// The values for a sentence: a plain one needs none.
    pub(super) fn for_pattern(self, pattern: &Pattern<&str>) -> Option<&'a FluentArgs<'a>> {
        let mut elements = pattern.elements.iter();
        if !elements.any(|element| matches!(element, PatternElement::Placeable { .. })) {
            return None;
        }
        match self {
            Self::None => None,
            Self::These(args) => Some(args),
            Self::Figures(figures) => Some(figures.args()),
        }
    }
}
