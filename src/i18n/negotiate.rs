//! Which of the pack's languages is meant.

use fluent_templates::LanguageIdentifier;

use super::Lang;

/// The pack's language that answers to a name such as `nl`, `nl-BE` or `fr_BE.UTF-8`.
pub fn negotiate(asked: &str, languages: &[LanguageIdentifier]) -> Option<Lang> {
    let name = asked.split(['.', '@']).next()?.replace('_', "-");
    let asked: LanguageIdentifier = name.parse().ok()?;
    let exact = languages.iter().position(|language| *language == asked);
    let near = || {
        languages
            .iter()
            .position(|language| language.language == asked.language)
    };
    exact.or_else(near).map(Lang::at)
}

/// The language that the environment asks for, by the variables `LC_ALL`, `LC_MESSAGES` and `LANG`.
///
/// `variable` reads one; the first that is set and not empty decides.
pub fn from_environment(
    variable: impl Fn(&str) -> Option<String>,
    languages: &[LanguageIdentifier],
) -> Option<Lang> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())?;
    negotiate(&set, languages)
}

/// Whether the locale sends text as UTF-8: the first of its variables that is set decides.
pub fn speaks_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let mut names = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let set = names.find_map(|name| variable(name).filter(|value| !value.is_empty()));
    let says_so = |locale: String| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    // Windows has no such variables, and its console takes UTF-8.
    set.map_or(cfg!(windows), says_so)
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
