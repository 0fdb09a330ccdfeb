//! A document's bytes as text, in the writing that they are in.

use super::Text;
use super::rule::{self, Rule};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How far a declaration is looked for.
const DECLARATION: usize = 1024;

/// A document as text.
pub(super) struct Document<'a> {
    pub text: Text<'a>,
    /// The writing it says it is in, or that its mark shows, in lower case.
    pub encoding: Option<String>,
    /// What was wrong, and at which byte of the text.
    pub faults: Vec<(Rule, usize, String)>,
}

/// By its byte order mark, then by its declaration, else UTF-8. The mark is no part of the text.
pub(super) fn text(bytes: &[u8]) -> Document<'_> {
    let mark = Encoding::for_bom(bytes);
    let said = declared(bytes);
    let mut document = Document {
        text: Cow::Borrowed(""),
        encoding: mark
            .map(|(encoding, _)| encoding.name().to_ascii_lowercase())
            .or(said.clone()),
        faults: Vec::new(),
    };
    let known = said
        .as_ref()
        .map(|label| (label, Encoding::for_label(label.as_bytes())));
    let encoding = match (mark, known) {
        (Some((encoding, _)), _) => encoding,
        (None, Some((label, None))) => {
            document
                .faults
                .push((rule::xml::ENCODING, 0, label.clone()));
            UTF_8
        }
        // What could be read byte by byte is not UTF-16.
        (None, Some((label, Some(encoding)))) if [UTF_16LE, UTF_16BE].contains(&encoding) => {
            document
                .faults
                .push((rule::xml::ENCODING, 0, label.clone()));
            UTF_8
        }
        (None, Some((_, Some(encoding)))) => encoding,
        (None, None) => UTF_8,
    };
    let bytes = bytes.get(mark.map_or(0, |mark| mark.1)..).unwrap_or(&[]);
    let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
    if is_broken {
        let at = text.find('\u{fffd}').unwrap_or(0);
        let name = encoding.name().to_owned();
        document.faults.push((rule::xml::ENCODING, at, name));
    }
    document.text = text;
    document
}

/// The label in the XML declaration, in lower case.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARATION.min(bytes.len()))?;
    let head = String::from_utf8_lossy(head);
    let (_, declaration) = head.split_once("<?xml")?;
    let (declaration, _) = declaration.split_once("?>")?;
    let (_, label) = declaration.split_once("encoding")?;
    let label = label.trim_start().strip_prefix('=')?.trim_start();
    let quote = label.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (label, _) = label[1..].split_once(quote)?;
    Some(label.trim().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings() {
        let said = |bytes: &[u8]| {
            let document = text(bytes);
            let fault = document.faults.first().map(|fault| fault.2.clone());
            (document.text.into_owned(), document.encoding, fault)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(said("é".as_bytes()), ("é".into(), None, None));
        assert_eq!(said(b"\xef\xbb\xbfa"), ("a".into(), some("utf-8"), None));
        assert_eq!(said(b"a\xe9"), ("a\u{fffd}".into(), None, some("UTF-8")));
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?>\xe9";
        assert_eq!(said(latin).1, some("iso-8859-1"));
        assert!(said(latin).0.ends_with('é') && said(latin).2.is_none());
        let odd = b"<?xml version='1.0' encoding='klingon'?>";
        assert_eq!(said(odd).2, some("klingon"));
        assert_eq!(said(b"\xff\xfea\0"), ("a".into(), some("utf-16le"), None));
    }
}
