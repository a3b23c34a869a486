//! Numbers in words: counts, weights, scores and amounts, by the rules at the head of `templates/site/sentences.toml`.

use model::group;

use super::{Sentences, Slots};

/// Writes numbers with the words of a run.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'s> {
    sentences: &'s Sentences,
}

/// Significant digits of an amount.
const DIGITS: usize = 3;

impl<'s> Numbers<'s> {
    /// Numbers in the words of `sentences`.
    pub fn new(sentences: &'s Sentences) -> Self {
        Self { sentences }
    }

    /// A count of draws in percent.
    pub fn percent(self, count: u32, draws: u32) -> String {
        if draws == 0 {
            return self.number("number.percent", "0");
        }
        let (c, n) = (u64::from(count), u64::from(draws));
        let whole = (200 * c + n) / (2 * n);
        self.whole_percent(whole, count > 0, count < draws)
    }

    /// A weight, 0 to 1, in whole percent.
    pub fn share(self, weight: f64) -> String {
        let whole = (100.0 * weight + 0.5).floor().clamp(0.0, 100.0);
        self.whole_percent(whole as u64, weight > 0.0, weight < 1.0)
    }

    fn whole_percent(self, whole: u64, some: bool, not_all: bool) -> String {
        match whole {
            0 if some => self.sentences.text("number.under", &Slots::new()),
            100 if not_all => self.sentences.text("number.over", &Slots::new()),
            _ => self.number("number.percent", &whole.to_string()),
        }
    }

    /// A weight, 0 to 1, in percent as exact as an amount.
    pub fn exact(self, weight: f64) -> String {
        self.number("number.percent", &self.bare(100.0 * weight))
    }

    /// A score or value, 0 to 1, in hundredths.
    pub fn hundredths(self, value: f64) -> String {
        format!("{}", (100.0 * value + 0.5).floor())
    }

    /// Thousandths of a score, without their sign but with a plus.
    pub fn points(self, points: i32) -> String {
        format!("+{}", group(&points.unsigned_abs().to_string()))
    }

    /// A number of things.
    pub fn count(self, number: impl TryInto<u64>) -> String {
        group(&number.try_into().unwrap_or_default().to_string())
    }

    /// An amount with its unit.
    pub fn amount(self, amount: f64, unit: &str) -> String {
        self.with_unit(&self.bare(amount), unit)
    }

    /// From `low` to `high` of a unit, or the one amount.
    pub fn range(self, low: f64, high: f64, unit: &str) -> String {
        let ends = Slots::new();
        let text = if low >= high {
            let slots = ends.text("amount", self.bare(low));
            self.sentences.text("range.exact", &slots)
        } else {
            let slots = ends
                .text("low", self.bare(low))
                .text("high", self.bare(high));
            self.sentences.text("range.range", &slots)
        };
        self.with_unit(&text, unit)
    }

    fn with_unit(self, amount: &str, unit: &str) -> String {
        let named = format!("unit.{unit}");
        let name = match unit {
            "" => "unit.none",
            _ if self.sentences.has(&named) => &named,
            _ => "unit.other",
        };
        let slots = Slots::new().text("amount", amount).text("unit", unit);
        self.sentences.text(name, &slots)
    }

    /// An amount without unit: three significant digits.
    pub fn bare(self, amount: f64) -> String {
        let (digits, exponent) = rounded(amount.abs());
        // What the number is divided by, as a power of ten.
        let (down, name) = match exponent {
            9.. => (9, Some("number.billion")),
            6.. => (6, Some("number.million")),
            _ => (0, None),
        };
        let sign = if amount < 0.0 { "\u{2212}" } else { "" };
        let text = format!("{sign}{}", decimal(&digits, exponent - down));
        match name {
            Some(name) => self.number(name, &text),
            None => text,
        }
    }

    fn number(self, name: &str, number: &str) -> String {
        self.sentences
            .text(name, &Slots::new().text("number", number))
    }
}

/// The first digits of the shortest decimal of a number that is not negative, half up on them, without zeros at the end;
/// and the power of ten of the first.
fn rounded(number: f64) -> (Vec<u8>, i32) {
    let shortest = format!("{number:e}");
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let mut exponent: i32 = exponent.parse().unwrap_or(0);
    let mut digits: Vec<u8> = mantissa
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|it| it - b'0')
        .collect();
    let up = digits.get(DIGITS).is_some_and(|it| *it >= 5);
    digits.truncate(DIGITS);
    if up {
        // A nine passes its one on to the digit before it.
        while digits.last() == Some(&9) {
            digits.pop();
        }
        match digits.last_mut() {
            Some(last) => *last += 1,
            None => {
                digits.push(1);
                exponent += 1;
            }
        }
    }
    while digits.len() > 1 && digits.last() == Some(&0) {
        digits.pop();
    }
    (digits, exponent)
}

/// Digits of which the first counts ten to the `exponent`, as a decimal with commas between thousands.
fn decimal(digits: &[u8], exponent: i32) -> String {
    let digits: String = digits.iter().map(|it| char::from(b'0' + it)).collect();
    let Ok(places) = usize::try_from(exponent) else {
        let zeros = exponent.unsigned_abs() as usize - 1;
        return format!("0.{}{digits}", "0".repeat(zeros));
    };
    let places = places + 1;
    if digits.len() <= places {
        return group(&format!("{digits:0<places$}"));
    }
    let (whole, fraction) = digits.split_at(places);
    format!("{}.{fraction}", group(whole))
}
