//! A feed's bytes as text: opened where they are gzip, read in the writing they are in.

use crate::{Code, StepError};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::Read;

/// Bytes of a feed that was compressed twice.
const MOST_OPENED: u64 = 16 << 20;
/// How far a declaration can lie behind a comment.
const DECLARATION: usize = 1024;

/// The text of a file that is gzip although its name says XML, or of one in any writing that it declares.
///
/// # Errors
/// `ProviderReply` for broken gzip, `TooLarge` for what opens to too much.
pub(in crate::provider) fn text(
    bytes: &[u8],
    content_type: Option<&str>,
) -> Result<String, StepError> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(decoded(bytes, content_type));
    }
    let mut opened = Vec::new();
    let mut decoder = flate2::read::MultiGzDecoder::new(bytes).take(MOST_OPENED + 1);
    decoder.read_to_end(&mut opened).map_err(|error| {
        StepError::fail(
            Code::ProviderReply,
            format!("the feed is broken gzip: {error}"),
        )
    })?;
    match opened.len() as u64 > MOST_OPENED {
        true => Err(StepError::fail(
            Code::TooLarge,
            "the feed opens to more than we take",
        )),
        false => Ok(decoded(&opened, content_type)),
    }
}

/// By its byte order mark, its declaration, its header: the first of them that fits the bytes. Else UTF-8, or the
/// writing that any bytes can be.
fn decoded(bytes: &[u8], content_type: Option<&str>) -> String {
    let by_mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let wide = by_mark.or(match bytes {
        [b'<', 0, ..] => Some(UTF_16LE),
        [0, b'<', ..] => Some(UTF_16BE),
        _ => None,
    });
    if let Some(encoding) = wide {
        return encoding.decode(bytes).0.into_owned();
    }
    // A declaration that can be read byte by byte cannot say UTF-16 and be right.
    let narrow = |encoding: &&Encoding| ![UTF_16LE, UTF_16BE].contains(encoding);
    let said = [declared(bytes), sent(content_type)]
        .into_iter()
        .flatten()
        .filter(narrow);
    let utf8 = std::str::from_utf8(bytes)
        .ok()
        .filter(|text| !text.is_ascii());
    for encoding in said.chain([UTF_8]) {
        // Any bytes are windows-1252; letters that are UTF-8 throughout are not so by chance.
        if let (true, Some(text)) = (encoding == WINDOWS_1252, utf8) {
            return text.to_owned();
        }
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return text.into_owned();
        }
    }
    let last = [declared(bytes), sent(content_type)]
        .into_iter()
        .flatten()
        .find(|&known| known != UTF_8);
    last.unwrap_or(WINDOWS_1252)
        .decode_without_bom_handling(bytes)
        .0
        .into_owned()
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]).into_owned();
    let (_, declaration) = head.split_once("<?xml")?;
    let (declaration, _) = declaration.split_once('>')?;
    label(
        declaration
            .split_once("encoding")?
            .1
            .trim_start()
            .strip_prefix('=')?,
    )
}

fn sent(content_type: Option<&str>) -> Option<&'static Encoding> {
    label(content_type?.to_ascii_lowercase().split_once("charset=")?.1)
}

fn label(text: &str) -> Option<&'static Encoding> {
    let is_quote = |c: char| matches!(c, '"' | '\'' | ' ');
    let name = text
        .trim_start_matches(is_quote)
        .split(|c: char| is_quote(c) || matches!(c, ';' | '?'))
        .next()?;
    Encoding::for_label(name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings() {
        let latin = b"<?xml version='1.0' encoding='iso-8859-1'?>\xe9".as_slice();
        let said = [
            (latin, None, 'é'),
            (
                "<?xml version='1.0' encoding=\"iso-8859-1\"?>é".as_bytes(),
                None,
                'é',
            ),
            (b"<?xml version='1.0' encoding='utf-8'?>\xe9", None, 'é'),
            (b"<a>\xe0", Some("text/xml; charset=\"windows-1251\""), 'а'),
            (
                b"<?xml encoding='utf-8'?>\xe0",
                Some("text/xml;charset=windows-1251"),
                'а',
            ),
            (
                b"<?xml version=\"1.0\" encoding=\"tis-620\" ?>\xa1",
                None,
                'ก',
            ),
            (b"<?xml encoding='utf-16'?>\xc3\xa9", None, 'é'),
            (b"\xff\xfe<\0\xe9\0", None, 'é'),
            (b"<\0\xe9\0", None, 'é'),
        ];
        for (bytes, content_type, wanted) in said {
            assert_eq!(
                text(bytes, content_type).unwrap().chars().last(),
                Some(wanted),
                "{bytes:?}"
            );
        }
    }
}
