//! `tradeoff-print`: typesets the documents of a job list.

fn main() {}
