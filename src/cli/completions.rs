//! `tradeoff completions`: a script that teaches a shell the verbs and flags.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Arguments;
use super::output::{self, Outcome};

const EXAMPLES: &str = "\
Examples:
  tradeoff completions bash > ~/.local/share/bash-completion/completions/tradeoff
  tradeoff completions zsh > ~/.zfunc/_tradeoff
  tradeoff completions fish > ~/.config/fish/completions/tradeoff.fish
  tradeoff completions powershell >> $PROFILE";

/// Print a script that completes verbs and flags in a shell
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> anyhow::Result<Outcome> {
        let mut script = Vec::new();
        clap_complete::generate(
            self.shell,
            &mut Arguments::command(),
            "tradeoff",
            &mut script,
        );
        output::document(&script)?;
        Ok(Outcome::Clean)
    }
}
