//! Words of one kind in one language, each read when it is first said.

use std::cell::{OnceCell, Ref, RefCell};
use std::rc::Rc;

use fluent::{FluentBundle, FluentResource};
use fluent_templates::LanguageIdentifier;

use super::entries::{Entries, readable, stands_alone};
use super::figures::Variables;
use crate::pack::{Files, shipped_text};
use crate::sanitize::sanitize;

/// Where words are read from when they are first needed.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file of the shipped pack.
    Shipped(String),
    /// A file of the pack.
    Pack(Rc<Files>, String),
}

impl Source {
    fn text(&self) -> Option<&str> {
        let text = match self {
            Self::Shipped(path) => shipped_text(path),
            Self::Pack(files, path) => files.text(path),
        };
        text.map(|text| readable(text).0)
    }
}

/// Words of one kind in one language.
pub(super) struct Tongue {
    pub(super) language: LanguageIdentifier,
    /// The files, in order: a later one replaces single messages of an earlier one.
    sources: Vec<Source>,
    /// What stands in each file; the same may stand in two, and is then there once.
    entries: OnceCell<Vec<Entries>>,
    said: RefCell<Said>,
}

/// The messages that have been said, and those that they say.
struct Said {
    bundle: FluentBundle<FluentResource>,
    /// Whether they are all that there are.
    all: bool,
}

impl Tongue {
    pub(super) fn new(language: LanguageIdentifier, sources: Vec<Source>) -> Self {
        let mut bundle = FluentBundle::new(vec![language.clone()]);
        // The marks that isolate variables would reach clipboards and print-outs.
        bundle.set_use_isolating(false);
        Self {
            language,
            sources,
            entries: OnceCell::new(),
            said: RefCell::new(Said { bundle, all: false }),
        }
    }

    /// A sentence, made sanitize; `id` may end in `.attribute`.
    pub(super) fn say(&self, id: &str, variables: Variables<'_>) -> Option<String> {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let said = self.having_read(name);
        let message = said.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args = variables.for_pattern(pattern);
        let mut errors = Vec::new();
        let text = said.bundle.format_pattern(pattern, args, &mut errors);
        Some(sanitize(&text).into_owned())
    }

    fn having_read(&self, name: &str) -> Ref<'_, Said> {
        let known = |said: &Said| said.all || said.bundle.has_message(name);
        if !known(&self.said.borrow()) {
            self.read(name, &mut self.said.borrow_mut());
        }
        self.said.borrow()
    }

    /// Reads a message, and all of them where it says others.
    fn read(&self, name: &str, said: &mut Said) {
        let entries = self.entries.get_or_init(|| self.entries());
        let later_first = entries.iter().rev();
        for entry in later_first.flat_map(|file| file.under(name)) {
            if !stands_alone(entry) {
                entries.iter().for_each(|file| said.add(file.text()));
                said.all = true;
                return;
            }
            said.add(entry);
            // Where the last cannot be read, the one before it counts.
            if said.bundle.has_message(name) {
                return;
            }
        }
    }

    fn entries(&self) -> Vec<Entries> {
        let mut texts: Vec<&str> = self.sources.iter().filter_map(Source::text).collect();
        texts.dedup();
        texts.into_iter().map(Entries::of).collect()
    }
}

impl Said {
    fn add(&mut self, text: &str) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
        self.bundle.add_resource_overriding(resource);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Lines that a file may hold, well or ill written.
    const LINES: [&str; 28] = [
        "a = A",
        "a = Again",
        "b = B { a }",
        "b = { $x ->",
        "    [one] one",
        "   *[other] other { $x }",
        "    }",
        "}",
        "c=no blank",
        "c =",
        "    indented { $x }",
        "    .title = titled",
        "    .title = { c.title }",
        "-t = term",
        "d = { -t }",
        "d = { \"{\" } { \"a = b\" }",
        "e = { NUMBER($x) } of { $y }",
        "e { $x",
        "a b = two words",
        ") junk",
        "# a = a comment",
        "## b = a heading",
        "",
        "\u{feff}a = after a mark",
        "\ta = after a tab",
        " a = after a blank",
        "é = no name",
        "a = ends with a return\r",
    ];

    fn tongue(text: &str) -> Tongue {
        let mut files = Files::default();
        files.insert("x.ftl", text.as_bytes().to_vec());
        let source = Source::Pack(Rc::new(files), "x.ftl".to_owned());
        Tongue::new("nl".parse().unwrap(), vec![source])
    }

    /// One that has read all its words at once.
    fn read_whole(text: &str) -> Tongue {
        let whole = tongue(text);
        {
            let mut said = whole.said.borrow_mut();
            said.add(text);
            said.all = true;
        }
        whole
    }

    fn says_the_same(text: &str, ids: &[&str]) {
        let (late, whole) = (tongue(text), read_whole(text));
        let args = [("x", 1)].into_iter().collect();
        for id in ids {
            let say = |tongue: &Tongue| tongue.say(id, Variables::These(&args));
            assert_eq!(say(&late), say(&whole), "{id} in {text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_message_read_by_itself_says_what_it_says_among_all(
            lines in prop::collection::vec(prop::sample::select(&LINES[..]), 0..12),
            ids in prop::sample::subsequence(vec!["a", "b", "c", "d", "e", "a.title", "c.title", "-t"], 8)
                .prop_shuffle(),
        ) {
            says_the_same(&lines.join("\n"), &ids);
        }
    }

    #[test]
    fn the_shipped_words_can_be_read_one_by_one() {
        for (path, bytes) in Files::embedded()
            .iter()
            .filter(|(path, _)| path.ends_with(".ftl"))
        {
            let text = std::str::from_utf8(bytes).unwrap();
            let late = tongue(text);
            let ids = text.lines().filter_map(|line| line.split_once(" = "));
            let ids: Vec<&str> = ids
                .map(|(id, _)| id)
                .filter(|id| !id.contains(' '))
                .collect();
            assert!(!ids.is_empty(), "{path}");
            says_the_same(text, &ids);
            for id in ids {
                late.say(id, Variables::None);
            }
            assert!(
                !late.said.borrow().all,
                "{path} has a message that says another"
            );
        }
    }

    #[test]
    fn what_is_not_said_is_not_read() {
        let tongue = tongue("a = A\nb = { a }\nc = C\n");
        assert_eq!(tongue.say("c", Variables::None), Some("C".to_owned()));
        assert!(!tongue.said.borrow().bundle.has_message("a"));
        assert_eq!(tongue.say("b", Variables::None), Some("A".to_owned()));
    }
}
