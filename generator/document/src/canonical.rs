//! Canonical JSON, written in one walk without a tree: keys in the order of the alphabet, no spaces, without what never counts.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Write};
use std::rc::Rc;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use sha2::{Digest, Sha256};

/// Keys that never count: nothing that a reader sees changes by being looked at again.
const DATES: [&str; 4] = ["reviewed", "accessed", "as_of", "revision"];

/// What of a value counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Canonical<'a> {
    /// Keys that do not count at any depth, besides the dates.
    pub dropped: &'a [&'a str],
    /// What stands in the place of the numbers below `sources` and `cite`.
    pub names: Option<&'a HashMap<u64, &'a str>>,
}

impl Canonical<'_> {
    /// The first 16 hex digits of SHA-256 over the canonical JSON of `value`.
    pub(crate) fn hash(&self, value: &impl Serialize) -> String {
        let hash = Sha256::digest(self.text(value));
        hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn text(&self, value: &impl Serialize) -> Vec<u8> {
        let text = Text::default();
        let writing = Writing {
            what: *self,
            text: text.clone(),
            objects: Vec::new(),
            named: None,
            sorted: Vec::new(),
        };
        // Neither a text nor a number can fail in memory, and all keys are texts.
        value
            .serialize(&mut Serializer::with_formatter(text.clone(), writing))
            .ok();
        text.0.take()
    }
}

/// What is written, where the serializer adds to it and its formatter puts it in order.
#[derive(Clone, Debug, Default)]
struct Text(Rc<RefCell<Vec<u8>>>);

impl Text {
    fn len(&self) -> usize {
        self.0.borrow().len()
    }
}

impl Write for Text {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An entry of an object: where it begins, with a comma in front, where its key ends and where itself.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: usize,
    key_end: usize,
    end: usize,
}

/// The formatter: it keeps where entries stand, to put them in order when their object ends.
#[derive(Debug)]
struct Writing<'a> {
    what: Canonical<'a>,
    text: Text,
    /// The objects that are open, each with its entries so far.
    objects: Vec<Vec<Entry>>,
    /// The names below the key `sources` while its list is open.
    named: Option<Vec<String>>,
    /// Where entries are put in order.
    sorted: Vec<u8>,
}

impl Writing<'_> {
    /// Whether the value of `key` begins here.
    fn is_value_of(&self, key: &str) -> bool {
        let text = self.text.0.borrow();
        let entry = self.objects.last().and_then(|it| it.last());
        // The colon stands between them.
        entry.is_some_and(|it| {
            it.key_end + 1 == text.len() && text[it.start + 2..it.key_end - 1] == *key.as_bytes()
        })
    }

    /// The id of the source of this number in quotes, or the number if there is none.
    fn name(&self, number: u64) -> String {
        let found = self.what.names.and_then(|it| it.get(&number));
        found
            .and_then(|it| serde_json::to_string(it).ok())
            .unwrap_or_else(|| number.to_string())
    }

    fn counts(&self, key: &[u8]) -> bool {
        let is = |it: &&str| it.as_bytes() == key;
        !DATES.iter().any(is) && !self.what.dropped.iter().any(is)
    }
}

impl Formatter for Writing<'_> {
    fn begin_object<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.objects.push(Vec::new());
        Ok(())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, _: bool) -> io::Result<()> {
        let start = self.text.len();
        let entry = Entry {
            start,
            key_end: start,
            end: start,
        };
        if let Some(entries) = self.objects.last_mut() {
            entries.push(entry);
        }
        out.write_all(b",")
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        let end = self.text.len();
        if let Some(entry) = self.objects.last_mut().and_then(|it| it.last_mut()) {
            entry.key_end = end;
        }
        Ok(())
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        let Some(mut entry) = self.objects.last_mut().and_then(Vec::pop) else {
            return Ok(());
        };
        let counts = self.counts(&self.text.0.borrow()[entry.start + 2..entry.key_end - 1]);
        if counts {
            entry.end = self.text.len();
            if let Some(entries) = self.objects.last_mut() {
                entries.push(entry);
            }
        } else {
            self.text.0.borrow_mut().truncate(entry.start);
        }
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        let mut entries = self.objects.pop().unwrap_or_default();
        let Some(start) = entries.first().map(|it| it.start) else {
            return out.write_all(b"{}");
        };
        {
            let mut text = self.text.0.borrow_mut();
            let key = |it: &Entry| &text[it.start + 2..it.key_end - 1];
            if !entries.is_sorted_by(|a, b| key(a) <= key(b)) {
                entries.sort_by(|a, b| key(a).cmp(key(b)));
                self.sorted.clear();
                for it in &entries {
                    self.sorted.extend_from_slice(&text[it.start..it.end]);
                }
                text[start..].copy_from_slice(&self.sorted);
            }
            // The comma in front of the first.
            text[start] = b'{';
        }
        out.write_all(b"}")
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.what.names.is_some() && self.is_value_of("sources") {
            self.named = Some(Vec::new());
        }
        out.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if first || self.named.is_some() {
            return Ok(());
        }
        out.write_all(b",")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        // The numbers were in order, their names need not be.
        if let Some(mut names) = self.named.take() {
            names.sort();
            out.write_all(names.join(",").as_bytes())?;
        }
        out.write_all(b"]")
    }

    fn write_u64<W: ?Sized + Write>(&mut self, out: &mut W, number: u64) -> io::Result<()> {
        if self.named.is_some() {
            let name = self.name(number);
            self.named.get_or_insert_default().push(name);
            return Ok(());
        }
        if self.what.names.is_some() && self.is_value_of("cite") {
            return out.write_all(self.name(number).as_bytes());
        }
        write!(out, "{number}")
    }

    /// As the number that it is, like every other.
    fn write_f32<W: ?Sized + Write>(&mut self, out: &mut W, number: f32) -> io::Result<()> {
        self.write_f64(out, f64::from(number))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    use super::*;

    /// The same by way of a tree.
    fn in_order(value: &Value) -> Value {
        match value {
            Value::Object(map) => {
                let mut entries: Vec<_> = map
                    .iter()
                    .filter(|(key, _)| !DATES.contains(&key.as_str()))
                    .map(|(key, value)| (key.clone(), in_order(value)))
                    .collect();
                entries.sort_by(|a, b| a.0.cmp(&b.0));
                Value::Object(entries.into_iter().collect())
            }
            Value::Array(items) => Value::Array(items.iter().map(in_order).collect()),
            other => other.clone(),
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<Option<i32>>().prop_map(|it| json!(it)),
            any::<f64>().prop_map(|it| json!(it)),
            "[a-c\"é\n]{0,4}".prop_map(|it| json!(it)),
        ];
        leaf.prop_recursive(5, 48, 6, |inner| {
            let key = prop_oneof![
                Just("reviewed".to_owned()),
                Just("sources".to_owned()),
                "[a-dZ]{0,3}"
            ];
            let entries = prop::collection::vec((key, inner.clone()), 0..6);
            prop_oneof![
                prop::collection::vec(inner, 0..6).prop_map(Value::Array),
                entries.prop_map(|it| Value::Object(it.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_walk_writes_what_a_tree_in_order_would(value in any_json()) {
            prop_assert_eq!(text(&value, Canonical::default()), in_order(&value).to_string());
        }
    }

    fn text(value: &Value, canonical: Canonical<'_>) -> String {
        String::from_utf8(canonical.text(value)).expect("text")
    }

    #[test]
    fn keys_are_in_order_at_every_depth() {
        let value = json!({"b": [{"z": 1, "a": 2.5}, {}, []], "a": "x\"y", "ab": null, "B": true});
        let text = text(&value, Canonical::default());
        assert_eq!(
            text,
            r#"{"B":true,"a":"x\"y","ab":null,"b":[{"a":2.5,"z":1},{},[]]}"#
        );
    }

    #[test]
    fn what_does_not_count_is_left_out_wherever_it_stands() {
        let value = json!({"reviewed": {"a": 1}, "rows": [{"notes": [1], "as_of": 1}, {"x": 1, "notes": {}}]});
        let canonical = Canonical {
            dropped: &["notes"],
            names: None,
        };
        assert_eq!(text(&value, canonical), r#"{"rows":[{},{"x":1}]}"#);
    }

    #[test]
    fn names_stand_for_numbers_of_sources_and_no_others() {
        let names = HashMap::from([(1, "z"), (2, "a\"b")]);
        let canonical = Canonical {
            dropped: &[],
            names: Some(&names),
        };
        let value = json!({"sources": [1, 2, 3], "n": [1, {"cite": 1}, {"cite": 3}], "x": 2});
        assert_eq!(
            text(&value, canonical),
            r#"{"n":[1,{"cite":"z"},{"cite":3}],"sources":["a\"b","z",3],"x":2}"#
        );
    }
}
