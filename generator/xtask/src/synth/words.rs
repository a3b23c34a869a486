//! Sentences out of thin air: always the same ones for the same name, different ones for different names.

/// A stream of choices that depends on a name alone.
pub(crate) struct Words {
    state: u64,
}

const SUBJECTS: [&str; 16] = [
    "A busy service",
    "The first request of the day",
    "One run in ten",
    "A small team",
    "The night shift",
    "A copy that nobody uses",
    "The slowest part of a job",
    "A release on Friday",
    "Most of the traffic",
    "A second region",
    "The monthly bill",
    "An upload of a few megabytes",
    "The queue in front of it",
    "A machine of its own",
    "The oldest library",
    "What the vendor promises",
];

const VERBS: [&str; 16] = [
    "waits for",
    "shares",
    "outlives",
    "depends on",
    "pays for",
    "is held up by",
    "begins with",
    "rarely needs",
    "is measured against",
    "grows with",
    "replaces",
    "ends before",
    "competes with",
    "hides",
    "is limited by",
    "comes without",
];

const OBJECTS: [&str; 16] = [
    "a node that others use too",
    "the next release of the platform",
    "memory that was set aside for it",
    "a contract that runs for years",
    "the people who are on call",
    "the start of a new copy",
    "an account with limits of its own",
    "the price of idle hours",
    "a disk behind the network",
    "tests that run on a laptop",
    "logs that somebody has to read",
    "an image of a few hundred megabytes",
    "the slowest of its neighbors",
    "keys that are changed once a month",
    "a plan that was made for less",
    "what the last audit found",
];

const TAILS: [&str; 16] = [
    "",
    "",
    "",
    "",
    " when traffic doubles",
    " in most regions",
    " unless it is told otherwise",
    " during the first minutes",
    " on weekdays",
    " after a failure",
    " as long as nothing changes",
    " at the end of the month",
    " under the usual terms",
    " with a cache in front",
    " for a reason that is written down",
    " even on a quiet day",
];

impl Words {
    /// The stream of `name`.
    pub(crate) fn of(name: &str) -> Self {
        // FNV-1a spreads names that differ in one digit; what follows mixes the rest.
        let fold = |state: u64, byte: u8| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let state = name.bytes().fold(0xcbf2_9ce4_8422_2325, fold);
        Self { state }
    }

    /// A number below `bound`, which is at least 1.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        // SplitMix64: an addition and three rounds of shifting and multiplying.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.state;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((it ^ (it >> 31)) % bound as u64) as usize
    }

    /// A clause without its full stop, such as `A busy service waits for the start of a new copy`.
    pub(super) fn clause(&mut self) -> String {
        let mut pick = |from: &[&'static str; 16]| from[self.below(16)];
        let (subject, verb) = (pick(&SUBJECTS), pick(&VERBS));
        format!("{subject} {verb} {}{}", pick(&OBJECTS), pick(&TAILS))
    }

    /// A sentence.
    pub(super) fn sentence(&mut self) -> String {
        self.clause() + "."
    }

    /// `count` sentences, one a line.
    pub(super) fn sentences(&mut self, count: usize) -> String {
        let lines: Vec<_> = (0..count).map(|_| self.sentence()).collect();
        lines.join("\n")
    }

    /// A few words for a place with little room.
    pub(crate) fn phrase(&mut self) -> &'static str {
        OBJECTS[self.below(16)]
    }
}
