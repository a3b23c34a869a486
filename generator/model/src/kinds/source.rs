//! Sources: what the records rest on.

use crate::decode::{choice, record};
use crate::text::Url;
use crate::{Date, Line, Word};

record! {
    /// A document, data set or page of this book that supports a statement.
    pub struct Source {
        /// Its title.
        required title: Word,
        /// Who published it.
        required publisher: Word,
        /// Its address.
        optional url: Url,
        /// The page of this book, if it is one.
        optional page: Word,
        /// What it is.
        required kind: SourceKind,
        /// How close it is to what it tells.
        required tier: Tier,
        /// Its own date, as it states it; `undated` is allowed.
        required dated: Word,
        /// The day it was read.
        required accessed: Date,
        /// What it proves.
        required shows: Vec<Line>,
    }
}

choice! {
    /// What a source is.
    pub enum SourceKind {
        /// A description of an interface, by its maker.
        ApiModel = "api-model",
        /// The article this book grew from.
        Article = "article",
        /// A report of a real choice.
        Case = "case",
        /// Data.
        Dataset = "dataset",
        /// Documentation.
        Doc = "doc",
        /// A computation of this book.
        Model = "model",
        /// A scientific paper.
        Paper = "paper",
        /// A price list.
        Price = "price",
        /// A standard.
        Standard = "standard",
        /// A survey.
        Survey = "survey",
        /// A white paper.
        Whitepaper = "whitepaper",
    }
}

choice! {
    /// How close a source is to what it tells.
    pub enum Tier {
        /// Whoever makes the thing.
        Primary = "primary",
        /// Somebody about somebody else.
        Secondary = "secondary",
        /// A measurement.
        Measurement = "measurement",
        /// A computation of this book.
        Computed = "computed",
        /// The article this book grew from.
        Article = "article",
    }
}
