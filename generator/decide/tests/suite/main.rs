//! What the engine promises: the worked examples of others, properties of every problem, and a second engine that agrees.

mod acceptability;
mod decisions;
mod depends;
mod drawing;
mod electre;
mod errors;
mod example;
mod formulas;
mod json;
mod limits;
mod naive;
mod random;
mod ties;
mod two_engines;
mod vector;
mod vectors;
mod words;
