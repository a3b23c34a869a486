//! Use cases as problems, and their verdicts.

mod problem;
mod refused;
mod swing;
