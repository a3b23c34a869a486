//! The memory of a process and of everything that it has started, as Linux tells it.

use std::fs;

/// The proportional set size of the process `id` and all of its descendants, in MiB: what they share is counted once. 0 where
/// the system does not tell.
pub(super) fn of_tree(id: u32) -> f64 {
    let own = of_one(id).unwrap_or_default();
    children(id).into_iter().map(of_tree).sum::<f64>() + own
}

fn of_one(id: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|it| it.strip_prefix("Pss:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024.0)
}

/// The processes that any thread of `id` has started.
fn children(id: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{id}/task"))
        .into_iter()
        .flatten()
        .flatten();
    let lists = threads.filter_map(|it| fs::read_to_string(it.path().join("children")).ok());
    lists
        .flat_map(|it| {
            it.split_whitespace()
                .filter_map(|it| it.parse().ok())
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_child_counts_as_well() {
        let alone = of_one(std::process::id()).expect("a size");
        let mut child = Command::new("sleep").arg("60").spawn().expect("a child");
        let seen = children(std::process::id());
        let both = of_tree(std::process::id());
        child.kill().and_then(|()| child.wait()).expect("an end");
        assert!(alone > 0.0 && both > 0.0);
        assert!(seen.contains(&child.id()));
    }
}
