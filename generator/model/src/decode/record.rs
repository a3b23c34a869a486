//! The declaration of a table: from it come the type, the decoder with its diagnostics, and the shape.

/// Declares a record that has a file of its own: a [`table!`] that may also carry `allow`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* }) => {
        $crate::decode::table! {
            $(#[$meta])*
            pub struct $name {
                $($fields)*
                /// Findings that are accepted for this record, each with a reason.
                defaulted allow: Vec<$crate::kinds::manifest::Allow>,
            }
        }
    };
}

/// Declares a table. Each field says whether it is `required`, `optional` (an `Option`) or `defaulted` (empty when
/// absent); its key is its name with hyphens, or the literal after `as`.
macro_rules! table {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])* $presence:ident $field:ident $(as $key:literal)? : $type:ty ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[doc = $doc])* pub $field: $crate::decode::table!(@type $presence $type), )*
            /// Where the keys stand.
            pub fields: $crate::decode::Fields,
        }

        impl $crate::decode::Decode for $name {
            fn decode(item: &$crate::decode::Item<'_>, cx: &mut $crate::decode::Decoder<'_>) -> Option<Self> {
                let mut reader = $crate::decode::Reader::new(item, cx)?;
                $( let $field = $crate::decode::table!(@read $presence reader, $crate::decode::table!(@key $field $($key)?), concat!($($doc),*), cx); )*
                let fields = reader.close(cx);
                Some(Self { $( $field: $field?, )* fields })
            }

            fn shape() -> $crate::Shape {
                $crate::Shape::Table(vec![$(
                    $crate::Field {
                        key: $crate::decode::table!(@key $field $($key)?).into(),
                        doc: concat!($($doc),*),
                        presence: $crate::decode::table!(@presence $presence),
                        shape: <$type as $crate::decode::Decode>::shape(),
                    }
                ),*])
            }
        }
    };
    (@type optional $type:ty) => { Option<$type> };
    (@type $presence:ident $type:ty) => { $type };
    (@read required $reader:ident, $key:expr, $doc:expr, $cx:ident) => { $reader.required($key, $doc, $cx) };
    (@read optional $reader:ident, $key:expr, $doc:expr, $cx:ident) => { $reader.optional($key, $cx) };
    (@read defaulted $reader:ident, $key:expr, $doc:expr, $cx:ident) => { $reader.defaulted($key, $cx) };
    (@presence required) => { $crate::Presence::Required };
    (@presence $presence:ident) => { $crate::Presence::Optional };
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
}

pub(crate) use {record, table};
