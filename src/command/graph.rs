//! `balie graph`: the flows to look at.

use super::setup::{known_flow, open_pack};
use super::{CLEAN, Failure, printing};
use crate::cli::{GraphFormat, Options};
use crate::i18n::{Lang, Localizer, negotiate};
use crate::lint::Graph;
use crate::lint::chart::{dot, mermaid, tree};
use crate::pack::Pack;

pub(super) fn run(
    options: &Options,
    flow: Option<&str>,
    format: GraphFormat,
) -> Result<u8, Failure> {
    let pack = open_pack(options.set.pack.as_deref())?;
    let flows = match flow {
        Some(typed) => vec![known_flow(&pack, typed)?],
        None => pack.flow_ids().cloned().collect(),
    };
    let words = Localizer::of(&pack);
    let voice = words.voice(language(&pack, options.set.lang.as_deref())?);
    let graph = Graph::of(&pack);
    let text = match format {
        GraphFormat::Tree => {
            let trees = flows.iter().map(|flow| tree(&graph, voice, flow));
            trees.collect::<Vec<_>>().join("\n\n")
        }
        GraphFormat::Mermaid => mermaid(&graph, voice, &flows),
        GraphFormat::Dot => dot(&graph, voice, &flows),
    };
    printing::print(text.trim_end())?;
    Ok(CLEAN)
}

fn language(pack: &Pack, typed: Option<&str>) -> Result<Lang, Failure> {
    let Some(typed) = typed else {
        return Ok(Lang::MAIN);
    };
    let languages = &pack.manifest().languages;
    negotiate(typed, languages).ok_or_else(|| {
        let known: Vec<String> = languages.iter().map(ToString::to_string).collect();
        Failure::Use(format!(
            "the pack does not speak `{typed}`, but: {}",
            known.join(", ")
        ))
    })
}
