//! `desk.toml`, in the settings folder: what this desk knows and the pack does not.

use std::ops::Range;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::closure::CalendarFault;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::UnknownId;
use crate::pack::Pack;
use crate::toml_file::{Date, Document, Located, Name, Places, TomlFile};

/// What this desk adds to its pack; shown with the desk itself as the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalFacts {
    /// What the pack lists as unknown, filled in.
    pub known: Vec<(UnknownId, String)>,
    /// First days of academic years.
    pub academic_years: Vec<NaiveDate>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LocalFile {
    #[serde(default)]
    known: Vec<RawKnown>,
    #[serde(default)]
    academic_year: Vec<RawStart>,
}

impl Document for LocalFile {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawKnown {
    id: Name,
    text: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStart {
    start: Located<Date>,
}

impl LocalFacts {
    /// Reads the file's text; a name must be one that the pack lists as unknown.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(path: &str, text: &str, pack: &Pack) -> Result<Self, Vec<Diagnostic>> {
        let (mut file, read) = TomlFile::read::<LocalFile>(path, text);
        let local = Self {
            known: known(&mut file, read.known, pack),
            academic_years: academic_years(&mut file, &read.academic_year, pack),
        };
        if file.faults.is_empty() {
            Ok(local)
        } else {
            Err(file.faults)
        }
    }
}

fn known(file: &mut TomlFile, written: Vec<RawKnown>, pack: &Pack) -> Vec<(UnknownId, String)> {
    let mut seen = Places::new();
    let mut known = Vec::new();
    for raw in written {
        file.no_other("known", &mut seen, &raw.id);
        let unknown = pack.manifest().unknown.iter();
        file.known(
            "unknown",
            &raw.id,
            unknown.map(|unknown| unknown.id.as_str()),
        );
        known.push((UnknownId::new(&raw.id), raw.text));
    }
    known
}

/// The first days of academic years: each by the law of the pack, and one for each year.
fn academic_years(file: &mut TomlFile, written: &[RawStart], pack: &Pack) -> Vec<NaiveDate> {
    let mut known: Vec<(NaiveDate, Range<usize>)> = Vec::new();
    for raw in written {
        let Some(start) = file.day(&raw.start) else {
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
    file: &mut TomlFile,
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
