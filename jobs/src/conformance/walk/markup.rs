//! Tags, attributes and references as XML writes them.

use crate::conformance::Text;
use crate::conformance::element::Attribute;
use crate::conformance::ledger::Ledger;
use crate::conformance::rule::{self, Rule};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;

/// Attributes of one element.
const MOST_ATTRIBUTES: usize = 64;
/// Bytes of a reference with its marks; HTML's longest has 33.
const LONGEST_REFERENCE: usize = 64;

/// What stands between the marks of a tag, comment or section.
pub(super) fn within<'a>(whole: &'a str, before: &str, behind: &str) -> &'a str {
    let inner = whole.strip_prefix(before).unwrap_or(whole);
    inner.strip_suffix(behind).unwrap_or(inner)
}

/// A tag's name, and the rest of it.
pub(super) fn name(inner: &str) -> (&str, &str) {
    let end = inner.bytes().position(|byte| byte.is_ascii_whitespace());
    inner.split_at(end.unwrap_or(inner.len()))
}

/// Whether XML can call something so, with at most one colon.
pub(super) fn is_name(name: &str) -> bool {
    let starts = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii())
    };
    let goes_on = |c: char| c.is_ascii_alphanumeric() || "_-.:".contains(c) || !c.is_ascii();
    let (prefix, local) = name.split_once(':').unwrap_or(("_", name));
    starts(prefix) && starts(local) && !local.contains(':') && name.chars().all(goes_on)
}

/// Reads a tag's attributes; says whether any of them declares a namespace.
pub(super) fn attributes<'a>(
    rest: &'a str,
    at: usize,
    all: &mut Vec<Attribute<'a>>,
    ledger: &mut Ledger<'a>,
) -> bool {
    let first = all.len();
    let mut declares = false;
    for attribute in Attributes::new(rest, 0).with_checks(false) {
        let Ok(attribute) = attribute else {
            ledger.fault_at(rule::xml::MALFORMED, at, rest.trim());
            break;
        };
        if all.len() - first >= MOST_ATTRIBUTES {
            ledger.fault_at(rule::xml::EXCESS, at, rest.trim());
            break;
        }
        let name = attribute.key.0;
        let value = match attribute.value {
            Cow::Borrowed(value) => value,
            // It is a part of the text, which is borrowed throughout.
            Cow::Owned(_) => continue,
        };
        if !is_name(name) || value.contains('<') {
            ledger.fault_at(rule::xml::MALFORMED, at, rest.trim());
        }
        let own = all.get(first..).unwrap_or_default();
        if own.iter().any(|known| known.name == name) {
            ledger.fault_at(rule::xml::ATTRIBUTE_TWICE, at, name);
            continue;
        }
        declares |= name.starts_with("xmlns");
        let value = meant(value, at, ledger);
        all.push(Attribute { name, value });
    }
    declares
}

/// What a reference stands for, or the rule that it breaks. What a DOCTYPE declares is not read.
pub(super) fn reference(whole: &str) -> Result<Text<'static>, Rule> {
    let name = within(whole, "&", ";");
    let Some(number) = name.strip_prefix('#') else {
        let means = resolve_xml_entity(name).ok_or(rule::xml::ENTITY)?;
        return Ok(Cow::Borrowed(means));
    };
    let number = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let number = number.map_err(|_| rule::xml::ENTITY)?;
    match char::from_u32(number).filter(|c| is_allowed(*c)) {
        Some(c) => Ok(Cow::Owned(c.to_string())),
        None => Err(rule::xml::CHARACTER),
    }
}

/// The first byte of a character that XML does not allow.
pub(super) fn forbidden(text: &str) -> Option<usize> {
    let control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    // In pieces, so that each is looked at many bytes at a time.
    let mut pieces = text.as_bytes().chunks(4096).enumerate();
    let first = pieces.find(|(_, piece)| {
        piece
            .iter()
            .fold(false, |found, byte| found | control(byte))
    });
    let first = first.and_then(|(number, piece)| {
        let within = piece.iter().position(control)?;
        Some(number * 4096 + within)
    });
    let rest = &text[..first.unwrap_or(text.len())];
    let wide = ["\u{fffe}", "\u{ffff}"].map(|c| rest.find(c));
    wide.into_iter().flatten().min().or(first)
}

/// The character at this byte.
pub(super) fn character(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest
        .char_indices()
        .nth(1)
        .map_or(rest.len(), |(end, _)| end);
    &rest[..end]
}

/// <https://www.w3.org/TR/xml/#charsets>
fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// An attribute's value as it means.
fn meant<'a>(value: &'a str, at: usize, ledger: &mut Ledger<'a>) -> Text<'a> {
    if !value.contains(['&', '\t', '\n', '\r']) {
        return Cow::Borrowed(value);
    }
    let mut meant = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(next) = rest.find('&') {
        let (before, from) = rest.split_at(next);
        meant.push_str(before);
        // A name that is longer is nobody's; looking on would take for ever where many `&` stand.
        let near = &from[..from.floor_char_boundary(LONGEST_REFERENCE)];
        let end = near
            .find(|c: char| c == ';' || c.is_whitespace())
            .filter(|end| near[*end..].starts_with(';'));
        let whole = &from[..end.map_or(1, |end| end + 1)];
        match (end, reference(whole)) {
            (Some(_), Ok(means)) => meant.push_str(&means),
            (Some(_), Err(rule)) => ledger.fault_at(rule, at, whole),
            (None, _) => {
                let about = near.split_whitespace().next().unwrap_or_default();
                ledger.fault_at(rule::xml::ENTITY, at, about);
                meant.push('&');
            }
        }
        rest = &from[whole.len()..];
    }
    meant.push_str(rest);
    Cow::Owned(meant.replace(['\t', '\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_xml() {
        for (name, is) in [
            ("a", true),
            ("itunes:new-feed-url", true),
            ("é", true),
            ("", false),
            ("1a", false),
            ("a:b:c", false),
            ("a:", false),
            (":a", false),
            ("a<b", false),
        ] {
            assert_eq!(is_name(name), is, "{name}");
        }
    }

    #[test]
    fn references() {
        assert_eq!(reference("&amp;").unwrap(), "&");
        assert_eq!(reference("&#xe9;").unwrap(), "é");
        assert_eq!(reference("&nbsp;").unwrap_err(), rule::xml::ENTITY);
        assert_eq!(reference("&;").unwrap_err(), rule::xml::ENTITY);
        for bad in ["&#0;", "&#xd800;", "&#1;"] {
            assert_eq!(reference(bad).unwrap_err(), rule::xml::CHARACTER);
        }
    }

    #[test]
    fn forbidden_characters_are_found() {
        assert_eq!(forbidden("a\t\r\nb"), None);
        let long = format!("{}\u{1}\u{ffff}", "é".repeat(5000));
        assert_eq!(forbidden(&long), Some(10_000));
        assert_eq!(forbidden("a\u{fffe}\u{1}"), Some(1));
    }
}
