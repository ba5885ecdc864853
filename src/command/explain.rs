//! `balie explain`: what a code means.

use super::{CLEAN, Failure, printing};
use crate::choices::Choices;
use crate::diagnostic::{Code, unknown_name};
use crate::lint::explain::{page, title};

pub(super) fn run(code: Option<&str>) -> Result<u8, Failure> {
    let text = match code {
        None => all(),
        Some(typed) => page(Code::read(typed).ok_or_else(|| {
            let codes = Code::ALL.iter().map(|code| code.as_str());
            let unknown = unknown_name("code", typed, codes);
            Failure::Use(format!("{unknown}; `balie explain` lists them all"))
        })?),
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
