//! `balie explain`: what a code means.

use super::{CLEAN, Failure, printing};
use crate::choices::Choices;
use crate::diagnostic::{Code, unknown_name};
use crate::lint::explain::{page, title};

pub(super) fn run(code: Option<&str>) -> Result<u8, Failure> {
    let text = match code {
        None => all(),
        Some(typed) => page(find(typed)?),
    };
    printing::print(&text)?;
    Ok(CLEAN)
}

/// Every code in a line, with what it weighs.
fn all() -> String {
    let lines = Code::ALL.iter().map(|code| {
        let (name, level) = (code.as_str(), code.level().name());
        format!("{name}  {level:<8} {}", title(*code))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn find(typed: &str) -> Result<Code, Failure> {
    Code::read(typed).ok_or_else(|| {
        let codes = Code::ALL.iter().map(|code| code.as_str());
        Failure::Use(format!(
            "{}; `balie explain` lists them all",
            unknown_name("code", typed, codes)
        ))
    })
}
