//! The declaration of a closed set of words.

/// Declares an enum whose variants are words of the data. The word is what stands after `=`.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[doc = $doc:literal])* $variant:ident = $word:literal ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $doc])* $variant ),* }

        impl $name {
            /// Every word, in the order of the declaration.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word as it stands in the data.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The variant of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(item: &$crate::decode::Item<'_>, cx: &mut $crate::decode::Decoder<'_>) -> Option<Self> {
                let Some(word) = item.get_ref().as_str() else {
                    return cx.wrong_type(item, "a word");
                };
                Self::from_word(word).or_else(|| cx.unknown_word(item, word, Self::WORDS))
            }

            fn shape() -> $crate::Shape {
                $crate::Shape::Choice(Self::WORDS)
            }
        }
    };
}

pub(crate) use choice;
