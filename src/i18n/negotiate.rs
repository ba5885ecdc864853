//! Which of the pack's languages is meant.

use fluent_templates::LanguageIdentifier;

use super::Lang;

/// The pack's language that answers to a name such as `nl`, `nl-BE` or `fr_BE.UTF-8`.
pub fn negotiate(asked: &str, languages: &[LanguageIdentifier]) -> Option<Lang> {
    let name = asked.split(['.', '@']).next()?.replace('_', "-");
    let asked: LanguageIdentifier = name.parse().ok()?;
    let place = |fits: &dyn Fn(&LanguageIdentifier) -> bool| languages.iter().position(fits);
    let near = || place(&|language| language.language == asked.language);
    let exact = place(&|language| *language == asked);
    exact.or_else(near).map(Lang::at)
}

/// The language that the environment asks for, by the variables `LC_ALL`, `LC_MESSAGES` and `LANG`.
///
/// `variable` reads one; the first that is set and not empty decides.
pub fn from_environment(
    variable: impl Fn(&str) -> Option<String>,
    languages: &[LanguageIdentifier],
) -> Option<Lang> {
    negotiate(&locale("LC_MESSAGES", variable)?, languages)
}

/// What the first says that is set and not empty: `LC_ALL`, the variable of a kind, or `LANG`.
fn locale(kind: &str, variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut set = ["LC_ALL", kind, "LANG"].into_iter().filter_map(variable);
    set.find(|value| !value.is_empty())
}

/// Whether the locale sends text as UTF-8: the first of its variables that is set decides.
pub fn speaks_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = locale("LC_CTYPE", variable).map(|locale| locale.to_ascii_lowercase());
    // Windows has no such variables, and its console takes UTF-8.
    locale.map_or(cfg!(windows), |locale| {
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(names: &[&str]) -> Vec<LanguageIdentifier> {
        names.iter().map(|name| name.parse().unwrap()).collect()
    }

    #[test]
    fn a_language_is_found_by_any_of_its_names() {
        let languages = languages(&["nl", "en", "fr"]);
        for (asked, place) in [
            ("nl", Some(0)),
            ("nl-BE", Some(0)),
            ("nl_BE.UTF-8", Some(0)),
            ("fr_FR@euro", Some(2)),
            ("EN", Some(1)),
            ("de_DE.UTF-8", None),
            ("C.UTF-8", None),
            ("", None),
        ] {
            assert_eq!(negotiate(asked, &languages), place.map(Lang::at), "{asked}");
        }
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let languages = languages(&["nl", "en"]);
        let environment = |name: &str| match name {
            "LC_ALL" => Some(String::new()),
            "LC_MESSAGES" => Some("en_GB.UTF-8".to_owned()),
            _ => Some("nl_BE.UTF-8".to_owned()),
        };
        assert_eq!(from_environment(environment, &languages), Some(Lang::at(1)));
    }
}
