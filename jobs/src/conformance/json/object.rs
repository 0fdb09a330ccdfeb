//! JSON with its places: values are parts of the text, read a level at a time.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A value where it stands.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    pub raw: &'a str,
    pub at: usize,
}

/// An object's keys and values as they stand; a key may stand twice.
pub(super) struct Object<'a> {
    pairs: Vec<(Cow<'a, str>, Value<'a>)>,
    pub at: usize,
}

impl<'a> Value<'a> {
    /// The whole text as a value.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn whole(text: &'a str) -> serde_json::Result<Value<'a>> {
        let raw: &RawValue = serde_json::from_str(text)?;
        let raw = raw.get();
        Ok(Value {
            raw,
            at: offset(text, raw),
        })
    }

    pub fn object(&self) -> Option<Object<'a>> {
        let pairs: Pairs<'a> = serde_json::from_str(self.raw).ok()?;
        let pairs = pairs.0.into_iter();
        Some(Object {
            pairs: pairs
                .map(|(key, raw)| (key, self.within(raw.get())))
                .collect(),
            at: self.at,
        })
    }

    pub fn array(&self) -> Option<Vec<Value<'a>>> {
        let values: Vec<&'a RawValue> = serde_json::from_str(self.raw).ok()?;
        Some(
            values
                .into_iter()
                .map(|raw| self.within(raw.get()))
                .collect(),
        )
    }

    pub fn text(&self) -> Option<Cow<'a, str>> {
        let Word(text) = serde_json::from_str(self.raw).ok()?;
        Some(text)
    }

    pub fn boolean(&self) -> Option<bool> {
        serde_json::from_str(self.raw).ok()
    }

    pub fn number(&self) -> Option<f64> {
        serde_json::from_str(self.raw).ok()
    }

    fn within(&self, raw: &'a str) -> Value<'a> {
        Value {
            raw,
            at: self.at + offset(self.raw, raw),
        }
    }
}

impl<'a> Object<'a> {
    /// The last value of a key, which is the one that readers take; `null` is none.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        let found = self.pairs.iter().rev().find(|(known, _)| known == key);
        found
            .map(|(_, value)| *value)
            .filter(|value| value.raw != "null")
    }

    /// Where a key's value stands, or the object where it has none.
    pub fn at(&self, key: &str) -> usize {
        self.get(key).map_or(self.at, |value| value.at)
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, Value<'a>)> {
        self.pairs.iter().map(|(key, value)| (&**key, *value))
    }
}

/// The byte of a line and column as serde_json counts them.
pub(super) fn place(text: &str, line: usize, column: usize) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines
        .by_ref()
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    text.floor_char_boundary(before + column.saturating_sub(1))
}

/// Where a part begins in the text that it was borrowed from.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize)
}

#[derive(Deserialize)]
struct Word<'a>(#[serde(borrow)] Cow<'a, str>);

struct Pairs<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pairs<'de>, D::Error> {
        deserializer.deserialize_map(Keyed)
    }
}

struct Keyed;

impl<'de> Visitor<'de> for Keyed {
    type Value = Pairs<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some((Word(key), value)) = map.next_entry::<Word<'de>, &'de RawValue>()? {
            pairs.push((key, value));
        }
        Ok(Pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_where_they_stand() {
        let text = " {\"a\": [1, {\"b\\u0063\": \"é\"}], \"a\": null}";
        let whole = Value::whole(text).unwrap();
        let object = whole.object().unwrap();
        assert_eq!((whole.at, object.pairs().count()), (1, 2));
        assert!(object.get("a").is_none(), "the last one counts");
        let (_, list) = object.pairs().next().unwrap();
        let inner = list.array().unwrap()[1].object().unwrap();
        let value = inner.get("bc").unwrap();
        assert_eq!(value.text().unwrap(), "é");
        assert_eq!(&text[value.at..value.at + value.raw.len()], "\"é\"");
        assert!(Value::whole("{").is_err() && Value::whole("{} x").is_err());
    }
}
