//! Questions about the model: columns, names, who refers to whom.

use crate::{
    Alternative, Amount, Bounds, Columns, ComparisonTable, Dimension, Fact, FactValue, Model,
    Number, Record, Space, Unit,
};

impl Model {
    /// The options in the order of their columns.
    pub fn columns(&self) -> Vec<&Record<Alternative>> {
        self.manifest
            .columns
            .iter()
            .filter_map(|it| self.options.get(&it.id))
            .collect()
    }

    /// The options of the headline, in their order.
    pub fn headline(&self) -> Vec<&Record<Alternative>> {
        self.manifest
            .headline
            .iter()
            .filter_map(|it| self.options.get(&it.id))
            .collect()
    }

    /// The options of a table, in the order of its columns.
    pub fn columns_of(&self, table: &ComparisonTable) -> Vec<&Record<Alternative>> {
        match &table.columns {
            Columns::All => self.columns(),
            Columns::Headline => self.headline(),
            Columns::These(these) => these
                .iter()
                .filter_map(|it| self.options.get(&it.id))
                .collect(),
        }
    }

    /// The rows of a table in its order; a group gives its dimensions in the order of their ids. None comes twice.
    pub fn rows_of(&self, table: &ComparisonTable) -> Vec<&Record<Dimension>> {
        let mut rows: Vec<&Record<Dimension>> = Vec::new();
        for link in &table.rows {
            let named: Vec<_> = match link.space {
                Space::Group => self.dimensions_of(&link.id).collect(),
                _ => self.dimensions.get(&link.id).into_iter().collect(),
            };
            for row in named {
                if rows.iter().all(|it| it.id != row.id) {
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// The dimensions of a group, sorted by id.
    pub fn dimensions_of(&self, group: &str) -> impl Iterator<Item = &Record<Dimension>> {
        self.dimensions
            .iter()
            .filter(move |it| &*it.group.id == group)
    }

    /// What an amount comes to in `unit`. Nothing if a fact is missing, is a word, or has a unit that does not convert.
    pub fn bounds(&self, amount: &Amount, unit: &Unit) -> Option<Bounds> {
        match amount {
            Amount::Single(number) => self.number(number, unit),
            Amount::Range {
                low, mode, high, ..
            } => {
                let one = |number| {
                    self.number(number, unit)
                        .filter(|it| it.is_exact())
                        .map(|it| it.mode)
                };
                let (low, high) = (one(low)?, one(high)?);
                let mode = match mode {
                    Some(mode) => one(mode)?,
                    None => f64::midpoint(low, high),
                };
                Some(Bounds { low, mode, high })
            }
        }
    }

    fn number(&self, number: &Number, unit: &Unit) -> Option<Bounds> {
        match number {
            Number::Bare(number, _) => Some(Bounds::exact(*number)),
            Number::Fact(fact) => self.fact_bounds(self.facts.get(&fact.id)?, unit),
        }
    }

    /// What a fact comes to in `unit`.
    pub fn fact_bounds(&self, fact: &Fact, unit: &Unit) -> Option<Bounds> {
        let factor = fact.own_unit().factor_to(unit)?;
        match &fact.value.value {
            FactValue::Number(number) => Some(Bounds::exact(number * factor)),
            FactValue::Range(bounds) => Some(bounds.times(factor)),
            FactValue::Word(_) => None,
        }
    }
}
