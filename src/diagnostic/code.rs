//! The stable code of each kind of fault.

use strum::{IntoStaticStr, VariantArray};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal)+) => {
        /// A kind of fault; its code never changes meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)+
        }

        impl Code {
            /// Every kind, in the order of their codes.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// As it is printed: `B001`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

codes! {
    /// The file cannot be read at all.
    Unreadable = "B001"
    /// The file is not UTF-8 text.
    NotUtf8 = "B002"
    /// The file is not TOML.
    NotToml = "B003"
    /// A field is missing, unknown or of the wrong type.
    Field = "B004"
    /// A name that is not of the form `[a-z][a-z0-9-]*`.
    NotAnId = "B005"
    /// Something is named twice.
    Twice = "B006"
    /// A name that nothing has.
    Dangling = "B007"
    /// A walk that would go round for ever.
    Circle = "B008"
    /// Fewer than two or more than nine answers, or none or more than nine steps.
    Count = "B009"
    /// An end that says nothing of what comes of it.
    NoOutcome = "B010"
    /// A wait of no time.
    NoWait = "B011"
    /// A control, bidi or zero-width character in a file.
    Hidden = "B012"
    /// A value outside what is allowed.
    Value = "B013"
    /// Fluent that cannot be read.
    NotFluent = "B014"
    /// Two closing rules for one account and reason.
    TwoRules = "B015"
    /// A link that is not http, https or mailto.
    Scheme = "B016"
    /// A node that cannot be reached.
    Unreached = "B017"
    /// A word that a language does not have.
    MissingWord = "B018"
    /// A word that nothing in the pack says.
    OrphanWord = "B019"
    /// A variable that its sentence is not given.
    UnknownVariable = "B020"
    /// A figure that nothing uses.
    UnusedFact = "B021"
    /// A sentence with other variables in another language.
    VariablesDiffer = "B022"
    /// A plural form that the language needs, or does not have.
    PluralForm = "B023"
    /// A figure typed where there is a fact for it.
    TypedFigure = "B024"
    /// A byte-order mark at the start of a file.
    ByteOrderMark = "B025"
    /// A line of words that begins with a tab.
    TabIndent = "B026"
    /// A character that cannot be seen, which only appears once a sentence is said.
    HiddenOnceSaid = "B027"
    /// Something said without a source.
    NoSource = "B028"
    /// A source without the day on which it was checked.
    NoCheckedDay = "B029"
    /// A source that was checked too long ago.
    Stale = "B030"
    /// A closing rule without all that its count needs.
    IncompleteRule = "B031"
    /// Academic years that overlap, are out of order or lacking, or that the law does not know.
    Years = "B032"
    /// Something that the pack says it does not know, used as if known.
    UnknownUsed = "B033"
    /// An answer, a sentence or a name of which a word does not fit on a row.
    AnswerCut = "B034"
    /// A title that does not fit.
    TitleTooLong = "B035"
    /// An answer below the fold.
    BelowFold = "B036"
    /// A scenario that comes out otherwise.
    ScenarioFails = "B037"
    /// A row of a scenario that its walk does not come by.
    UnusedRow = "B038"
    /// Rows of a scenario that mean the same.
    AmbiguousRow = "B039"
    /// A node or an answer that no scenario visits.
    Unvisited = "B040"
    /// A node that nothing points to.
    NothingPoints = "B041"
    /// A flow that neither the menu nor another flow leads to.
    FlowNotLed = "B042"
    /// A file that nothing reads.
    StrayFile = "B043"
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

    /// How much it weighs where the pack does not say otherwise.
    pub fn level(self) -> Level {
        match self {
            Self::UnusedFact
            | Self::OrphanWord
            | Self::Stale
            | Self::TypedFigure
            | Self::TitleTooLong
            | Self::BelowFold
            | Self::UnusedRow
            | Self::AmbiguousRow
            | Self::Unvisited
            | Self::FlowNotLed
            | Self::StrayFile => Level::Warning,
            _ => Level::Error,
        }
    }
}
