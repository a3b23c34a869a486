//! The known word that an unknown one was most likely meant to be.

/// The word among `known` that `word` was most likely meant to be: one that it begins, or that it begins with, or the
/// nearest by edits, at most three and a third of its length away. Ties go to the first in order of the alphabet.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let length = word.chars().count();
    let rank = |it: &str| {
        let prefix = is_prefix(word, it);
        let other = it.chars().count();
        let far = far(length.max(other));
        // What differs more in length than it may in letters need not be compared.
        if !prefix && other.abs_diff(length) > far {
            return None;
        }
        let distance = strsim::osa_distance(word, it);
        (prefix || distance <= far && is_akin(word, it)).then_some((!prefix, distance))
    };
    let ranked = known.filter_map(|it| rank(it).map(|rank| (rank, it)));
    ranked.min().map(|(_, it)| it)
}

/// How many letters of a word of this length may differ before it is another word.
fn far(length: usize) -> usize {
    const MOST: usize = 3;
    (length / 3).min(MOST)
}

/// Whether one word is the other cut short: `edge` for `edge-functions`, but not `eks` for `eks-fargate-cluster`.
fn is_prefix(word: &str, known: &str) -> bool {
    const SHORTEST: usize = 3;
    let cut = word.len() >= SHORTEST && known.starts_with(word);
    let longer = known.len() >= SHORTEST && known.len() * 2 >= word.len();
    cut || longer && word.starts_with(known)
}

/// Whether each part between hyphens is near to its counterpart: `max-cpu` and `max-ram` differ little, and are two things.
fn is_akin(word: &str, known: &str) -> bool {
    let parts = |it| str::split(it, ['-', '/', '_']);
    if parts(word).count() != parts(known).count() {
        return true;
    }
    parts(word).zip(parts(known)).all(|(a, b)| {
        let longest = a.chars().count().max(b.chars().count());
        strsim::osa_distance(a, b) <= far(longest).max(1)
    })
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn prefixes_come_first_then_the_fewest_edits() {
        let known = ["containers", "container", "serverless", "edge-functions"];
        assert_eq!(nearest("contaienrs", known.into_iter()), Some("containers"));
        assert_eq!(nearest("edge", known.into_iter()), Some("edge-functions"));
        assert_eq!(nearest("severless", known.into_iter()), Some("serverless"));
        assert_eq!(nearest("kubernetes", known.into_iter()), None);
    }

    #[test]
    fn unrelated_words_are_not_proposed() {
        for (word, known) in [
            ("lambda-max-cpu", "lambda-max-ram"),
            ("lambda-timeout", "lambda-runtime"),
            ("eks-fargate-cluster", "eks"),
            ("costs", "boats"),
            ("jobs", "logs-x"),
            ("x", "y"),
        ] {
            assert_eq!(nearest(word, [known].into_iter()), None, "{word}");
        }
        for (word, known) in [
            ("hndbok", "handbook"),
            ("lambda-timout", "lambda-timeout"),
            ("cold-starts", "cold-start"),
            ("coldstart", "cold-start"),
            ("awz", "aws"),
        ] {
            assert_eq!(nearest(word, [known].into_iter()), Some(known), "{word}");
        }
    }
}
