//! Tells Cargo that the program embeds two folders, so that a file added to one of them is embedded too.

fn main() {
    for folder in ["templates/starter", "book/theme"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
