//! HTML as a row of texts and tags, in one pass whatever stands in it.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Elements that a page of today or yesterday can hold. What only looks like a tag (`a <x y`, `Vec<String>`) stays.
static ELEMENTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a abbr acronym address animate applet area article aside audio b base basefont bdi bdo bgsound \
    big blink blockquote body br button canvas caption center circle cite code col colgroup data \
    datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer \
    foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image \
    img input ins isindex kbd keygen label layer legend li link listing main map mark marquee math \
    menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p \
    param path picture plaintext pre progress q rp rt ruby s samp script search section select set \
    slot small source span strike strong style sub summary sup svg table tbody td template textarea \
    tfoot th thead time title tr track tt u ul use var video wbr xml xmp"
        .split(' ')
        .collect()
});
/// A stretch of text, or a tag.
pub(super) enum Piece<'a> {
    Text(&'a str),
    Tag {
        name: String,
        closes: bool,
        source: &'a str,
    },
}

/// Text and tags in their order; comments and declarations are left out, and so is what scripts hold.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    /// No `>` (or `-->`) comes any more: not to be looked for again.
    no_end: bool,
    no_comment_end: bool,
    /// The element whose content is no markup.
    raw: Option<String>,
}

impl<'a> Pieces<'a> {
    /// Those of a text.
    pub fn of(html: &'a str) -> Self {
        Self {
            rest: html,
            no_end: false,
            no_comment_end: false,
            raw: None,
        }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at(length);
        self.rest = rest;
        piece
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let at = self.rest.find('<').unwrap_or(self.rest.len());
            if at > 0 {
                return Some(Piece::Text(self.take(at)));
            }
            let rest = self.rest;
            if let Some(raw) = &self.raw {
                // Only the element's own end counts.
                let name = rest.get(2..2 + raw.len()).unwrap_or_default();
                if !(rest.starts_with("</") && name.eq_ignore_ascii_case(raw)) {
                    return Some(Piece::Text(self.take(1)));
                }
                self.raw = None;
            }
            if rest.starts_with("<!--") && !self.no_comment_end {
                match rest.find("-->") {
                    Some(end) => {
                        self.take(end + 3);
                        continue;
                    }
                    None => self.no_comment_end = true,
                }
            }
            if rest.starts_with("<!") || rest.starts_with("<?") {
                let end = if self.no_end { None } else { rest.find('>') };
                self.no_end |= end.is_none();
                self.take(end.map_or(2, |end| end + 1));
                continue;
            }
            let Some((name, closes)) = name(rest) else {
                return Some(Piece::Text(self.take(1)));
            };
            let source = self.take(length(rest));
            if !closes && ["script", "style"].contains(&name.as_str()) {
                self.raw = Some(name.clone());
            }
            return Some(Piece::Tag {
                name,
                closes,
                source,
            });
        }
    }
}

/// The element that a tag at the start of `html` is of, and whether it ends it.
fn name(html: &str) -> Option<(String, bool)> {
    let inner = html.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner
        .bytes()
        .take(20)
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(inner.len().min(20));
    let name = inner.get(..end)?.to_ascii_lowercase();
    // An e-mail address or a list of types is no tag: `<a@b>`, `<i,j>`.
    let after = inner[end..].chars().next();
    let ends =
        after.is_none_or(|c| c.is_whitespace() || matches!(c, '>' | '/' | '"' | '\'' | '<' | '\0'));
    (ends && ELEMENTS.contains(name.as_str())).then_some((name, closes))
}

/// How long a tag is: to its `>`, to the next `<` where it is left open, or to the end. Quoted values hide both.
fn length(html: &str) -> usize {
    let bytes = html.as_bytes();
    let (mut at, mut value) = (1, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return at + 1,
            b'<' => return at,
            b'"' | b'\'' if value => match html[at + 1..].find(byte as char) {
                Some(close) => at += close + 1,
                // Never closed: the first `>` ends it after all.
                None => return html.find('>').map_or(html.len(), |end| end + 1),
            },
            _ => {}
        }
        value = byte == b'=' || value && byte.is_ascii_whitespace();
        at += 1;
    }
    bytes.len()
}
