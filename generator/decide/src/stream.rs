//! Named streams of random numbers: the name is the seed, so a stream is the same wherever it is drawn.

/// A stream of random numbers that its seed and its name determine completely.
///
/// Every uncertain input has a stream of its own: its draws depend neither on other inputs nor on the order of anything.
///
/// ```
/// let mut stream = decide::Stream::new("tradeoff", "cell/serverless/cold-start");
/// assert_eq!(stream.word(), 0xf4bb_3840);
/// ```
/// # Source
/// Doty-Humphrey, `PractRand` (sfc32); Fowler, Noll and Vo, hash parameters (FNV-1a, 32 bits, for the seeds).
#[derive(Clone, Debug)]
pub struct Stream {
    a: u32,
    b: u32,
    c: u32,
    counter: u32,
}

/// Where the three hashes of a name begin: the offset of FNV-1a, and two more so that the three differ.
const BASES: [u32; 3] = [0x811C_9DC5, 0x9E37_79B9, 0x85EB_CA6B];

/// So many outputs pass before the state has nothing left of the likeness of two similar names.
const DISCARDED: usize = 15;

impl Stream {
    /// The stream called `name` of a comparison whose draws are called `seed`, before its first word.
    pub fn new(seed: &str, name: &str) -> Self {
        let [a, b, c] = BASES.map(|basis| hash(basis, seed, name));
        let counter = 1;
        let mut stream = Self { a, b, c, counter };
        for _ in 0..DISCARDED {
            stream.word();
        }
        stream
    }

    /// The next 32 bits.
    pub fn word(&mut self) -> u32 {
        let word = self.a.wrapping_add(self.b).wrapping_add(self.counter);
        self.counter = self.counter.wrapping_add(1);
        self.a = self.b ^ (self.b >> 9);
        self.b = self.c.wrapping_add(self.c << 3);
        self.c = self.c.rotate_left(21).wrapping_add(word);
        word
    }

    /// The next number, uniform on the open interval (0, 1): neither end is ever drawn. Takes one word.
    pub fn uniform(&mut self) -> f64 {
        share(self.word())
    }
}

/// The number within (0, 1) that `word` stands for.
pub(crate) fn share(word: u32) -> f64 {
    // Half a step is added before scaling, and both are exact in 53 bits: no rounding can reach 0 or 1.
    const STEP: f64 = 1.0 / 4_294_967_296.0;
    (f64::from(word) + 0.5) * STEP
}

/// FNV-1a over the bytes of `seed`, a slash and `name`.
fn hash(basis: u32, seed: &str, name: &str) -> u32 {
    const PRIME: u32 = 16_777_619;
    let bytes = seed.bytes().chain([b'/']).chain(name.bytes());
    bytes.fold(basis, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_words(name: &str) -> [u32; 3] {
        let mut stream = Stream::new("tradeoff", name);
        std::array::from_fn(|_| stream.word())
    }

    #[test]
    fn the_stream_of_a_cell_begins_with_the_words_of_the_specification() {
        let words = first_words("cell/serverless/cold-start");
        assert_eq!(words, [0xf4bb_3840, 0x1973_9516, 0x13db_981e]);
    }

    #[test]
    fn the_stream_of_orders_begins_with_the_words_of_the_specification() {
        let words = first_words("order");
        assert_eq!(words, [0xb3c8_1c76, 0xb760_524f, 0xcf49_b553]);
    }

    #[test]
    fn a_uniform_number_is_the_middle_of_its_word() {
        let mut stream = Stream::new("tradeoff", "order");
        let expected = (f64::from(0xb3c8_1c76_u32) + 0.5) / 4_294_967_296.0;
        assert_eq!(stream.uniform().to_bits(), expected.to_bits());
    }

    #[test]
    fn another_seed_gives_another_stream() {
        let word = Stream::new("another", "order").word();
        assert_ne!(word, first_words("order")[0]);
    }
}
