//! The program `tradeoff`.

use std::process::ExitCode;

/// Gives memory back once a step is done with it: a build renders a book first, and needs little of that while it prints.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tradeoff::cli::run()
}
