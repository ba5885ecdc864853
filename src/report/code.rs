//! The stable code of each kind of fault.

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
}
