//! A page as sentences, one a line, in the order in which they are read.

use crate::app::{Derived, Scene};
use crate::closure::Typed;
use crate::sanitize::sanitize;
use crate::ui::{Bilingual, Block, FoundLine, Highlighted, Line, Page};

/// What a page says, a sentence a line; each line that can be chosen begins with its number.
pub fn speak(derived: &Derived<'_>, page: &Page) -> Vec<String> {
    let mut speech = Speech {
        derived,
        lines: Vec::new(),
        picks: 0,
    };
    for blocks in [&page.main, &page.side] {
        blocks.iter().for_each(|block| speech.block(block));
        speech.gap();
    }
    speech.lines
}

struct Speech<'d> {
    derived: &'d Derived<'d>,
    lines: Vec<String>,
    picks: usize,
}

impl Speech<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) | Block::Alert(text) | Block::LargeText(text) => self.say(text),
            Block::Say(said) | Block::Step(said) => self.both(said),
            Block::Hint(text) => {
                let args = [("text", text.clone().into())];
                self.say(&self.derived.desk_voice().own_with("plain-hint", args));
            }
            Block::Pick(line) => self.pick(line),
            Block::Found(found) => self.found(found),
            Block::Field(name, input) => self.field(name, input.value()),
            Block::Fact(name, text) => self.fact(name, text),
            // Drawn for a phone; what it holds is said.
            Block::Qr(_, beside) => {
                self.say(&self.derived.person_voice().own("plain-no-code"));
                beside.iter().for_each(|said| self.both(said));
            }
            Block::Verbatim(text) => self.push(text),
            // Its days stand in words beside it.
            Block::Calendar(_) => {}
            Block::Gap => self.gap(),
        }
    }

    fn push(&mut self, line: &str) {
        self.lines.push(sanitize(line).into_owned());
    }

    fn say(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.lines.push(sentence(text));
        }
    }

    fn both(&mut self, said: &Bilingual) {
        self.say(&said.words);
        said.twin.iter().for_each(|twin| self.say(twin));
    }

    fn pick(&mut self, line: &Line) {
        if self.picks == 0 {
            self.gap();
        }
        self.picks += 1;
        let mut text = format!("{}. {}", self.picks, sentence(&line.said.words));
        if let Some(twin) = &line.said.twin {
            text += &format!(" ({})", sentence(twin));
        }
        if line.kept {
            text += " ";
            text += &self.derived.person_voice().own("plain-kept");
        }
        self.push(&text);
        line.below.iter().for_each(|below| self.say(below));
    }

    fn found(&mut self, found: &FoundLine) {
        let whole = |text: &Highlighted| format!("{}{}", text.lead, text.text);
        self.pick(&Bilingual::from(whole(&found.words)).into());
        found.within.iter().for_each(|within| self.say(within));
        found.more.iter().for_each(|more| self.say(&whole(more)));
    }

    fn fact(&mut self, name: &str, text: &str) {
        if name.is_empty() {
            return self.say(text);
        }
        let voice = self.derived.person_voice();
        self.push(&voice.named(name.to_owned(), sentence(text)));
    }

    /// A field without words of its own is the answer to what was said above it.
    fn field(&mut self, name: &str, text: &str) {
        let voice = self.derived.person_voice();
        // What was searched for, or is no day, may be somebody's user name: it is not said again.
        let day = |read: Result<Typed, _>| read.ok().and_then(Typed::day);
        let no_day = self.derived.day.is_some_and(|read| day(read).is_none());
        let hidden = no_day || matches!(self.derived.scene(), Scene::Search(_));
        if text.is_empty() {
            self.say(&voice.own("plain-type"));
        } else if hidden {
            self.say(name);
        } else if name.chars().any(char::is_alphabetic) {
            self.fact(name, text);
        } else {
            let args = [("text", text.to_owned().into())];
            self.say(&voice.own_with("plain-typed", args));
        }
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }
}

/// With an end that a voice can hear; an address stays as it is to be copied.
fn sentence(text: &str) -> String {
    let text = sanitize(text.trim());
    let last_word = text.rsplit(' ').next().unwrap_or_default();
    let ends = text.ends_with(['.', '!', '?', ':', ';', '…']) || text.is_empty();
    if ends || last_word.contains("://") {
        text.into_owned()
    } else {
        format!("{text}.")
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_sentence_ends_and_an_address_does_not() {
        for (text, said) in [
            ("Wachtwoord vergeten", "Wachtwoord vergeten."),
            ("Wat typ je?", "Wat typ je?"),
            ("https://aka.ms/sspr", "https://aka.ms/sspr"),
            ("\u{1b}[2J", "[2J."),
            ("", ""),
        ] {
            assert_eq!(sentence(text), said);
        }
    }
}
