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
    let base = blocks(BASE);
    let mut path = None;
    let lines = written(code).lines().map(|line| {
        if let Some(info) = line.strip_prefix("```") {
            path = info.split_whitespace().nth(1);
        }
        let as_it_is = base.iter().find(|block| Some(&*block.path) == path);
        match as_it_is {
            Some(block) if line == "…" => block.text.trim_end(),
            _ => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The same as it is written: what a file of the small pack says stands there as `…`.
fn written(code: Code) -> &'static str {
    PAGES
        .iter()
        .find(|(name, _)| *name == code.as_str())
        .map_or("", |(_, page)| page)
}

/// What a code means, in few words.
pub fn title(code: Code) -> &'static str {
    let heading = written(code).lines().next().unwrap_or_default();
    heading
        .split_once(code.as_str())
        .map_or("", |(_, title)| title.trim())
}

/// The packs of a page: the one that fails, and the same mended.
pub fn examples(code: Code) -> (Files, Files) {
    let (fails, mended) = written(code).split_once("## Mended").unwrap_or_default();
    (changed(fails), changed(mended))
}

/// The small pack with the files of a text in the place of its own.
fn changed(text: &str) -> Files {
    let mut files = Files::default();
    for block in blocks(BASE) {
        files.insert(block.path, block.text.into_bytes());
    }
    for block in blocks(text) {
        if block.text == "(no such file)\n" {
            files.remove(&block.path);
            continue;
        }
        let before = files.text(&block.path).unwrap_or_default();
        let text = seen(&block.text.replace("…\n", before));
        let bytes = if block.latin {
            latin(&text)
        } else {
            text.into_bytes()
        };
        files.insert(block.path, bytes);
    }
    files
}

/// A file in a text: ```` ```toml data/facts.toml ````.
struct FileBlock {
    path: String,
    text: String,
    /// Whether it is saved in another encoding.
    latin: bool,
}

fn blocks(text: &str) -> Vec<FileBlock> {
    let mut blocks = Vec::new();
    let mut open: Option<FileBlock> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, Some(info)) => {
                let mut words = info.split_whitespace().skip(1);
                open = words.next().map(|path| FileBlock {
                    path: path.to_owned(),
                    text: String::new(),
                    latin: words.next() == Some("latin-1"),
                });
            }
            (None, None) => {}
        }
    }
    blocks
}

/// The characters that a page can only name.
fn seen(text: &str) -> String {
    [
        ('\u{200b}', "<U+200B>"),
        ('\u{feff}', "<U+FEFF>"),
        ('\t', "<U+0009>"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (c, name)| {
        text.replace(name, c.encode_utf8(&mut [0; 4]))
    })
}

fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect()
}
