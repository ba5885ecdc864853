//! `desk.toml`, in the settings folder: what this desk knows and the pack does not.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::closure::CalendarFault;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::UnknownId;
use crate::pack::Pack;
use crate::toml_file::{Places, TomlFile, dangling, day};

/// What this desk adds to its pack; shown with the desk itself as the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalFacts {
    /// What the pack lists as unknown, filled in.
    pub known: Vec<(UnknownId, String)>,
    /// First days of academic years.
    pub academic_years: Vec<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKnown {
    id: Spanned<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawYear {
    start: Spanned<toml::value::Datetime>,
}

impl LocalFacts {
    /// Reads the file's text; a name must be one that the pack lists as unknown.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(path: &str, text: &str, pack: &Pack) -> Result<Self, Vec<Diagnostic>> {
        let mut file = TomlFile::parse(path, text);
        let unknown = &pack.manifest().unknown;
        let mut local = Self::default();
        let mut seen = Places::new();
        for raw in file.items::<RawKnown>("known") {
            file.no_other("known", &mut seen, &raw.id);
            let id = UnknownId::new(raw.id.get_ref());
            if unknown.iter().all(|known| known.id != id) {
                dangling(
                    &mut file,
                    "unknown",
                    &raw.id,
                    unknown.iter().map(|known| known.id.as_str()),
                );
            }
            local.known.push((id, raw.text));
        }
        local.academic_years = academic_years(&mut file, pack);
        file.nothing_else();
        if file.faults.is_empty() {
            Ok(local)
        } else {
            Err(file.faults)
        }
    }
}

/// The first days of academic years: each by the law of the pack, and one for each year.
fn academic_years(file: &mut TomlFile<'_>, pack: &Pack) -> Vec<NaiveDate> {
    let mut known: Vec<(NaiveDate, Range<usize>)> = Vec::new();
    for raw in file.items::<RawYear>("academic-year") {
        let Some(start) = day(file, &raw.start) else {
            continue;
        };
        let others = known.iter().map(|(day, _)| *day);
        let starts: Vec<NaiveDate> = others.chain([start]).collect();
        match against(pack, &starts) {
            Some(fault) => refuse(file, raw.start.span(), &fault, &known),
            None => known.push((start, raw.start.span())),
        }
    }
    known.into_iter().map(|(day, _)| day).collect()
}

/// What the law of the pack or another start says against the last of some starts.
fn against(pack: &Pack, starts: &[NaiveDate]) -> Option<CalendarFault> {
    let faults = pack.closings()?.calendar(starts).err()?;
    faults.into_iter().next()
}

fn refuse(
    file: &mut TomlFile<'_>,
    span: Range<usize>,
    fault: &CalendarFault,
    known: &[(NaiveDate, Range<usize>)],
) {
    let refused = Diagnostic::new(Code::Years, file.place(span), fault.to_string());
    let refused = match fault {
        CalendarFault::TwoStarts(other, _) => {
            let same = known.iter().find(|(day, _)| day == other);
            let place = same.map(|(_, span)| file.place(span.clone()));
            let related = place.map(|place| (place, "the other start stands here".to_owned()));
            let refused = Diagnostic {
                related: related.into_iter().collect(),
                ..refused
            };
            refused.help("keep the one that is right, and take the other away")
        }
        _ => refused.help(
            "write the first day of that year; if it is right, `[[academic-year]]` in the pack's data/closings.toml is not",
        ),
    };
    file.faults.push(refused);
}
