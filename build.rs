//! Tells Cargo that the program embeds folders, so that a file added to one of them is embedded too.

fn main() {
    for folder in ["templates/starter", "templates/print", "book/theme"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
