//! A page for every code: what it means, an example that fails, and the same mended.

use crate::diagnostic::Code;
use crate::pack::Files;

macro_rules! pages {
    ($($code:literal)+) => {
        /// The pages by code, as Markdown.
        const PAGES: &[(&str, &str)] = &[$(($code, include_str!(concat!($code, ".md")))),+];
    };
}

pages! {
    "B001" "B002" "B003" "B004" "B005" "B006" "B007" "B008" "B009" "B010" "B011" "B012" "B013"
    "B014" "B015" "B016" "B017" "B018" "B019" "B020" "B021" "B022" "B023" "B024" "B025" "B026"
    "B027" "B028" "B029" "B030" "B031" "B032" "B033" "B034" "B035" "B036" "B037" "B038" "B039"
    "B040" "B041" "B042" "B043"
}

/// The small pack that every example changes.
const BASE: &str = include_str!("base.md");

/// The page of a code, with its files written out.
pub fn page(code: Code) -> String {
    let parts = written(code).split("```").enumerate().map(|(at, part)| {
        let path = part.lines().next().and_then(|info| info.split(' ').nth(1));
        let mut base = blocks(BASE).filter(|(name, ..)| at % 2 == 1 && Some(*name) == path);
        let text = base
            .next()
            .map(|(_, text, _)| part.replace("\n…\n", &format!("\n{text}")));
        text.unwrap_or_else(|| part.to_owned())
    });
    let page = parts.collect::<Vec<_>>().join("```");
    page.trim_end().to_owned()
}

/// The same as it is written: what a file of the small pack says stands there as `…`.
fn written(code: Code) -> &'static str {
    let mut pages = PAGES.iter();
    let page = pages.find(|(name, _)| *name == code.as_str());
    page.map_or("", |(_, page)| page)
}

/// What a code means, in few words.
pub fn title(code: Code) -> &'static str {
    let heading = written(code).lines().next().unwrap_or_default();
    let title = heading.split_once(code.as_str());
    title.map_or("", |(_, title)| title.trim())
}

/// The packs of a page: the one that fails, and the same mended.
pub fn examples(code: Code) -> (Files, Files) {
    let (fails, mended) = written(code).split_once("## Mended").unwrap_or_default();
    (changed(fails), changed(mended))
}

/// The small pack with the files of a text in the place of its own.
fn changed(text: &str) -> Files {
    let mut files = Files::default();
    for (path, text, _) in blocks(BASE) {
        files.insert(path, text.as_bytes());
    }
    for (path, text, is_latin) in blocks(text) {
        if text == "(no such file)\n" {
            files.remove(path);
            continue;
        }
        let before = files.text(path).unwrap_or_default();
        let text = seen(&text.replace("…\n", before));
        let latin = text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
        let bytes = if is_latin {
            latin.collect()
        } else {
            text.into_bytes()
        };
        files.insert(path.to_owned(), bytes);
    }
    files
}

/// The files in a text, as ```` ```toml data/facts.toml ````: the path and the text of each, and
/// whether it is saved in another encoding.
fn blocks(text: &str) -> impl Iterator<Item = (&str, &str, bool)> {
    text.split("```").skip(1).step_by(2).filter_map(|block| {
        let (info, text) = block.split_once('\n')?;
        let mut words = info.split(' ').skip(1);
        Some((words.next()?, text, words.next() == Some("latin-1")))
    })
}

/// The characters that a page can only name.
fn seen(text: &str) -> String {
    let text = text
        .replace("<U+200B>", "\u{200b}")
        .replace("<U+FEFF>", "\u{feff}");
    text.replace("<U+0009>", "\t")
}
