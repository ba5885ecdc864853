//! Days and moments, as TOML writes them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::file::TomlFile;
use super::located::{Date, Located};
use crate::diagnostic::Code;

impl TomlFile {
    /// A day, of a moment too; a time of day alone is a fault.
    pub(crate) fn day(&mut self, written: &Located<Date>) -> Option<NaiveDate> {
        let day = written.date.and_then(|date| {
            let (month, day) = (u32::from(date.month), u32::from(date.day));
            NaiveDate::from_ymd_opt(i32::from(date.year), month, day)
        });
        if day.is_none() {
            let message = format!("`{}` is not a day", ***written);
            self.fault(
                Code::Value,
                written.span(),
                message,
                "write a day as 2026-11-22, without quotes",
            );
        }
        day
    }

    /// A moment; a day alone is its first one.
    pub(crate) fn moment(&mut self, written: &Located<Date>) -> Option<NaiveDateTime> {
        let time = written.time.and_then(|time| {
            let (hour, minute) = (u32::from(time.hour), u32::from(time.minute));
            let second = u32::from(time.second.unwrap_or_default());
            NaiveTime::from_hms_opt(hour, minute, second)
        });
        let day = self.day(written)?;
        Some(day.and_time(time.unwrap_or_default()))
    }
}
