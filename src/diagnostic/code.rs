//! The stable code of each kind of fault.

use strum::{IntoStaticStr, VariantArray};

macro_rules! codes {
    ($($code:ident $name:ident $level:ident $doc:literal)+) => {
        /// A kind of fault; its code never changes meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $name,)+
        }

        impl Code {
            /// Every kind, in the order of their codes.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// As it is printed: `B001`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($code),)+
                }
            }

            /// How much it weighs where the pack does not say otherwise.
            pub fn level(self) -> Level {
                match self {
                    $(Self::$name => Level::$level,)+
                }
            }
        }
    };
}

codes! {
    B001 Unreadable Error "The file cannot be read at all."
    B002 NotUtf8 Error "The file is not UTF-8 text."
    B003 NotToml Error "The file is not TOML."
    B004 Field Error "A field is missing, unknown or of the wrong type."
    B005 NotAnId Error "A name that is not of the form `[a-z][a-z0-9-]*`."
    B006 Twice Error "Something is named twice."
    B007 Dangling Error "A name that nothing has."
    B008 Circle Error "A walk that would go round for ever."
    B009 Count Error "Fewer than two or more than nine answers, or none or more than nine steps."
    B010 NoOutcome Error "An end that says nothing of what comes of it."
    B011 NoWait Error "A wait of no time."
    B012 Hidden Error "A control, bidi or zero-width character in a file."
    B013 Value Error "A value outside what is allowed."
    B014 NotFluent Error "Fluent that cannot be read."
    B015 TwoRules Error "Two closing rules for one account and reason."
    B016 Scheme Error "A link that is not http, https or mailto."
    B017 Unreached Error "A node that cannot be reached."
    B018 MissingWord Error "A word that a language does not have."
    B019 OrphanWord Warning "A word that nothing in the pack says."
    B020 UnknownVariable Error "A variable that its sentence is not given."
    B021 UnusedFact Warning "A figure that nothing uses."
    B022 VariablesDiffer Error "A sentence with other variables in another language."
    B023 PluralForm Error "A plural form that the language needs, or does not have."
    B024 TypedFigure Warning "A figure typed where there is a fact for it."
    B025 ByteOrderMark Error "A byte-order mark at the start of a file."
    B026 TabIndent Error "A line of words that begins with a tab."
    B027 HiddenOnceSaid Error "A character that cannot be seen, which only appears once a sentence is said."
    B028 NoSource Error "Something said without a source."
    B029 NoCheckedDay Error "A source without the day on which it was checked."
    B030 Stale Warning "A source that was checked too long ago."
    B031 IncompleteRule Error "A closing rule without all that its count needs."
    B032 Years Error "Academic years that overlap, are out of order or lacking, or that the law does not know."
    B033 UnknownUsed Error "Something that the pack says it does not know, used as if known."
    B034 AnswerCut Error "An answer, a sentence or a name of which a word does not fit on a row."
    B035 TitleTooLong Warning "A title that does not fit."
    B036 BelowFold Warning "An answer below the fold."
    B037 ScenarioFails Error "A scenario that comes out otherwise."
    B038 UnusedRow Warning "A row of a scenario that its walk does not come by."
    B039 AmbiguousRow Warning "Rows of a scenario that mean the same."
    B040 Unvisited Warning "A node or an answer that no scenario visits."
    B041 NothingPoints Error "A node that nothing points to."
    B042 FlowNotLed Warning "A flow that neither the menu nor another flow leads to."
    B043 StrayFile Warning "A file that nothing reads."
}

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Level {
    /// It is not reported.
    Off,
    /// It is reported, and the pack still counts as clean.
    Warning,
    /// It is reported, and the pack does not count as clean.
    Error,
}

impl Code {
    /// The kind of a printed code, in small letters or capitals.
    pub fn read(text: &str) -> Option<Self> {
        let same = |code: &&Self| code.as_str().eq_ignore_ascii_case(text);
        Self::ALL.iter().find(same).copied()
    }

    /// Whether a file, a flow or a message with it is left out, so that it cannot weigh less.
    pub fn leaves_out(self) -> bool {
        self <= Self::NoWait || matches!(self, Self::Value | Self::NotFluent)
    }
}
