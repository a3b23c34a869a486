//! Rebuilds the crate when a built-in template appears or goes; changes of those that exist are seen without it.

fn main() {
    println!("cargo::rerun-if-changed=../../templates/site");
}
