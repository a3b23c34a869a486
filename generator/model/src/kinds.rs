//! The kinds of records: one line each here, one file each below.

pub(crate) mod case;
pub(crate) mod change;
pub(crate) mod claim;
pub(crate) mod comparison_table;
pub(crate) mod contradiction;
pub(crate) mod cost;
pub(crate) mod deck;
pub(crate) mod dimension;
pub(crate) mod fact;
pub(crate) mod limit;
pub(crate) mod manifest;
pub(crate) mod option;
pub(crate) mod product;
pub(crate) mod quantity;
pub(crate) mod snippet;
pub(crate) mod source;
pub(crate) mod statement;
pub(crate) mod term;
pub(crate) mod use_case;

pub use case::{Case, Evidence};
pub use change::Change;
pub use claim::{Claim, Counter, Strength};
pub use comparison_table::{Columns, ComparisonTable, RowSpaces};
pub use contradiction::{Contradiction, Disagreement};
pub use cost::{BreakEven, Cost};
pub use deck::{Deck, Part};
pub use dimension::{Basis, Cell, CellStatus, Dimension, Scale};
pub use fact::{Fact, FactValue};
pub use limit::{Escape, Limit};
pub use manifest::{Allow, Lint, LintLevel, Manifest};
pub use option::{Alternative, Color};
pub use product::Product;
pub use quantity::Quantity;
pub use snippet::{Snippet, SnippetFile};
pub use source::{Source, SourceKind, Tier};
pub use statement::{Statement, StatementKind, StatementStatus};
pub use term::Term;
pub use use_case::{Component, EscapeState, Expectation, Load, Need, Swing, UseCase};

use crate::{Records, Reference};

/// Writes the list of kinds, the model that holds them and the decoding of each.
macro_rules! kinds {
    ($( $(#[doc = $doc:literal])* $kind:ident, $field:ident, $folder:literal, $link:literal, $noun:literal, $type:ty, $name:ident; )*) => {
        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $( $(#[doc = $doc])* $kind ),* }

        impl Kind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The folder below `data/`.
            pub fn folder(self) -> &'static str {
                match self { $(Self::$kind => $folder),* }
            }

            /// The word before the colon of a link.
            pub fn link(self) -> &'static str {
                match self { $(Self::$kind => $link),* }
            }

            /// What one such record is called, with its article.
            pub fn noun(self) -> &'static str {
                match self { $(Self::$kind => $noun),* }
            }

            /// What its files may hold.
            pub fn shape(self) -> crate::Shape {
                match self { $(Self::$kind => <$type as crate::decode::Decode>::shape()),* }
            }
        }

        /// Everything the records say.
        #[derive(Clone, Debug, Default)]
        pub struct Model {
            /// The manifest, `comparison.toml`.
            pub manifest: Manifest,
            $( $(#[doc = $doc])* pub $field: Records<$type>, )*
            /// Every reference of every record and of the manifest.
            pub references: Vec<Reference>,
            /// The files that name something which does not exist.
            pub unresolved: std::collections::BTreeSet<::source::FileId>,
            /// Every title, line and prose of every record, in the order of reading.
            pub texts: Vec<crate::Written>,
            /// The revision of the data, see [`source::revision`](::source::revision).
            pub revision: String,
            /// Files beside records that belong to them: path below `data/` and text.
            pub attachments: Vec<(String, std::sync::Arc<str>)>,
        }

        impl Model {
            /// Decodes one file of `kind` and keeps the record.
            pub(crate) fn decode(&mut self, kind: Kind, id: crate::Id, item: &crate::decode::Item<'_>, cx: &mut crate::decode::Decoder<'_>) {
                let file = cx.file;
                match kind {
                    $(Kind::$kind => {
                        if let Some(value) = <$type as crate::decode::Decode>::decode(item, cx) {
                            self.$field.push(crate::Record { id, file, value });
                        }
                    })*
                }
            }

            /// Sorts every kind by id.
            pub(crate) fn sort(&mut self) {
                $(self.$field.sort();)*
            }

            /// The ids of all records of `kind`, sorted.
            pub fn ids(&self, kind: Kind) -> Vec<&crate::Id> {
                match kind { $(Kind::$kind => self.$field.iter().map(|it| &it.id).collect()),* }
            }

            /// Calls `visit` on every record, kind by kind, each sorted by id.
            pub fn each_record<'a>(&'a self, visit: &mut dyn FnMut(crate::Card<'a>)) {
                $(for record in &self.$field {
                    let (id, file, title, allow) = (&record.id, record.file, record.$name.span, &record.allow);
                    visit(crate::Card { kind: Kind::$kind, id, file, title, allow });
                })*
            }

            /// Whether there is a record of `kind` with this id.
            pub fn has(&self, kind: Kind, id: &str) -> bool {
                match kind { $(Kind::$kind => self.$field.get(id).is_some()),* }
            }

            /// What a record is called, as plain text; facts within it are written out.
            pub fn title_of(&self, kind: Kind, id: &str) -> Option<String> {
                match kind { $(Kind::$kind => self.$field.get(id).map(|it| self.plain_text(&it.$name))),* }
            }
        }
    };
}

kinds! {
    /// Options: the answers that are compared.
    Alternative, options, "options", "option", "an option", Alternative, name;
    /// Real choices that somebody made.
    Case, cases, "cases", "case", "a case", Case, title;
    /// What changed, and when.
    Change, changes, "changes", "change", "a change", Change, title;
    /// What speaks against an option.
    Con, cons, "cons", "con", "a con", Claim, title;
    /// Where the article contradicts itself.
    Contradiction, contradictions, "contradictions", "contradiction", "a contradiction", Contradiction, title;
    /// Formulas of costs.
    Cost, costs, "costs", "cost", "a cost", Cost, title;
    /// Slide decks.
    Deck, decks, "decks", "deck", "a deck", Deck, title;
    /// Dimensions: the questions that every option answers.
    Dimension, dimensions, "dimensions", "dimension", "a dimension", Dimension, name;
    /// Facts: one number, range or word each.
    Fact, facts, "facts", "fact", "a fact", Fact, title;
    /// Limits that rule an option out.
    Limit, limits, "limits", "limit", "a limit", Limit, title;
    /// What speaks for an option.
    Pro, pros, "pros", "pro", "a pro", Claim, title;
    /// Products that stand behind the options.
    Product, products, "products", "product", "a product", Product, name;
    /// What a workload is made of.
    Quantity, quantities, "quantities", "quantity", "a quantity", Quantity, title;
    /// Code side by side.
    Snippet, snippets, "snippets", "snippet", "a snippet", Snippet, title;
    /// Sources.
    Source, sources, "sources", "source", "a source", Source, title;
    /// Statements of the article.
    Statement, statements, "statements", "statement", "a statement", Statement, says;
    /// Tables.
    Table, tables, "tables", "table", "a table", ComparisonTable, title;
    /// Terms of the glossary.
    Term, glossary, "glossary", "term", "a term", Term, name;
    /// Use cases.
    UseCase, use_cases, "use-cases", "use-case", "a use case", UseCase, title;
}

/// Says which kind a record type is, for types that are one kind only.
macro_rules! kinded {
    ($($type:ty = $kind:ident),* $(,)?) => {
        $(impl crate::reference::Kinded for $type {
            const KIND: Kind = Kind::$kind;
        })*
    };
}

kinded! {
    Alternative = Alternative, Case = Case, Change = Change, Contradiction = Contradiction, Cost = Cost, Deck = Deck,
    Dimension = Dimension, Fact = Fact, Limit = Limit, Product = Product, Quantity = Quantity, Snippet = Snippet,
    Source = Source, Statement = Statement, ComparisonTable = Table, Term = Term, UseCase = UseCase,
}

impl Kind {
    /// The kind whose records stand in `folder`.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.folder() == folder)
    }
}
