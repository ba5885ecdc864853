//! `desk.toml`, in the settings folder: what this desk knows and the pack does not.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::closure::CalendarFault;
use crate::id::UnknownId;
use crate::pack::Pack;
use crate::report::{Code, Diagnostic};
use crate::toml_file::{TomlFile, dangling, day};

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
        for raw in file.items::<RawKnown>("known") {
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
        for raw in file.items::<RawYear>("academic-year") {
            let start = day(&mut file, &raw.start);
            local.academic_years.push(start);
            if let Some(fault) = year_fault(pack, &local.academic_years) {
                file.fault(Code::Value, raw.start.span(), fault.to_string());
                local.academic_years.pop();
            }
        }
        file.nothing_else();
        if file.faults.is_empty() {
            Ok(local)
        } else {
            Err(file.faults)
        }
    }
}

/// What the law says against the last of some starts.
fn year_fault(pack: &Pack, starts: &[NaiveDate]) -> Option<CalendarFault> {
    let faults = pack.closings()?.calendar(starts).err()?;
    faults.into_iter().next()
}
