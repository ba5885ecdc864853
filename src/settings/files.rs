//! The files of the settings folder: `settings.toml`, and `desk.toml` with what this desk knows and
//! the pack does not.

use std::ops::Range;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::closure::CalendarFault;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::UnknownId;
use crate::pack::Pack;
use crate::toml_file::{Date, Document, Located, Name, Places, TomlFile};

/// What the settings file says; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SettingsFile {
    /// The campus of this desk.
    pub campus: Option<String>,
    /// The language of its agents.
    pub language: Option<String>,
    /// Its colours.
    pub theme: Option<String>,
    /// Whether only ASCII characters are shown.
    pub ascii: Option<bool>,
    /// The folder of another pack.
    pub pack: Option<String>,
    /// Whether the end of a wait is heard.
    pub bell: Option<bool>,
    /// After how many days a source counts as checked too long ago.
    pub stale_after_days: Option<u32>,
}

impl Document for SettingsFile {}

impl SettingsFile {
    /// Reads the file's text.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(path: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let (file, settings) = TomlFile::read(path, text);
        file.sound(settings)
    }
}

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
        file.sound(local)
    }
}

fn known(file: &mut TomlFile, written: Vec<RawKnown>, pack: &Pack) -> Vec<(UnknownId, String)> {
    let mut seen = Places::new();
    let known = written.into_iter().map(|raw| {
        let unknown = pack.manifest().unknown.iter();
        let unknown = unknown.map(|unknown| unknown.id.as_str());
        file.no_other("known", &mut seen, &raw.id);
        file.known("unknown", &raw.id, unknown);
        (UnknownId::new(&raw.id), raw.text)
    });
    known.collect()
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
        let faults = pack.closings().map(|closings| closings.calendar(&starts));
        match faults.and_then(|calendar| calendar.err()?.into_iter().next()) {
            Some(fault) => refuse(file, raw.start.span(), &fault, &known),
            None => known.push((start, raw.start.span())),
        }
    }
    known.into_iter().map(|(day, _)| day).collect()
}

/// Tells what the law of the pack or another start says against a start.
fn refuse(
    file: &mut TomlFile,
    span: Range<usize>,
    fault: &CalendarFault,
    known: &[(NaiveDate, Range<usize>)],
) {
    let mut refused = Diagnostic::new(Code::Years, file.place(span), fault.to_string());
    let mut help = "write the first day of that year; if it is right, `[[academic-year]]` in the pack's data/closings.toml is not";
    if let CalendarFault::TwoStarts(other, _) = fault {
        help = "keep the one that is right, and take the other away";
        if let Some((_, span)) = known.iter().find(|(day, _)| day == other) {
            refused = refused.related(file.place(span.clone()), "the other start stands here");
        }
    }
    file.faults.push(refused.help(help));
}
