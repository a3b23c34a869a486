//! The fingerprint of a problem: equal for equal problems, and another one as soon as an input is another.

use std::fmt::Write;

use decide::Problem;

use crate::json::{Tree, tree};

const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0100_0000_01B3;

/// `fnv1a64:` and 16 hexadecimal digits: FNV-1a over the problem as canonical text. It detects a change, it is no
/// protection.
///
/// # Source
/// Fowler, Noll and Vo, the 64-bit parameters of FNV-1a.
pub fn inputs(problem: &Problem) -> String {
    let mut text = String::new();
    canonical(&tree(problem), &mut text);
    let hash = text.bytes().fold(OFFSET, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(PRIME)
    });
    format!("fnv1a64:{hash:016x}")
}

/// Keys in the order of their bytes, numbers as the bits they have, nothing between the signs.
fn canonical(tree: &Tree, out: &mut String) {
    match tree {
        Tree::Null => out.push_str("null"),
        Tree::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Tree::Number(number) => {
            // There is one zero.
            let bits = if *number == 0.0 { 0 } else { number.to_bits() };
            // Writing to a string cannot fail.
            let _ = write!(out, "x{bits:016x}");
        }
        Tree::Text(text) => quoted(text, out),
        Tree::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                separate(at, out);
                canonical(item, out);
            }
            out.push(']');
        }
        Tree::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            out.push('{');
            for (at, (name, item)) in fields.into_iter().enumerate() {
                separate(at, out);
                quoted(name, out);
                out.push(':');
                canonical(item, out);
            }
            out.push('}');
        }
    }
}

fn separate(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\0'..='\u{1f}' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(sign));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
}
