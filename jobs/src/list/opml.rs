//! OPML: a source an outline. Nothing that a document names is opened.

use super::{MOST_BYTES, MOST_ROWS, Note, Row, Unreadable, cut, kept, key, line, name, text};
use crate::html;
use crate::link::{self, Provider};
use crate::provider::Source;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Characters of a title.
const MOST_TITLE: usize = 255;
/// Folders in folders; what lies deeper is still read, its folders' names are not.
const MOST_DEEP: usize = 64;

/// Reads an OPML document: every outline that is no folder.
///
/// # Errors
/// What is no OPML, or has more than we take.
pub fn read(bytes: &[u8]) -> Result<Vec<Row<Source>>, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let (text, _) = text(bytes);
    let mut reader = Reader::from_str(text.trim_start());
    let broken = |error: quick_xml::Error| Unreadable::Form(format!("it is broken XML ({error})"));
    let mut rows: Vec<Row<Source>> = Vec::new();
    // Open outlines: an address makes one a row, outlines inside make it a folder.
    let mut open: Vec<Option<Outline>> = Vec::new();
    let (mut is_whole, mut deeper) = (false, 0_usize);
    loop {
        if rows.len() > MOST_ROWS {
            return Err(Unreadable::TooLong);
        }
        match reader.read_event().map_err(broken)? {
            Event::Start(start) if start.local_name().as_ref() == "outline" => {
                opened(&mut open, &mut rows);
                match open.len() < MOST_DEEP {
                    true => open.push(Some(Outline::of(&start))),
                    false => {
                        deeper += 1;
                        rows.extend(Outline::of(&start).row(false));
                    }
                }
            }
            Event::Empty(start) if start.local_name().as_ref() == "outline" => {
                opened(&mut open, &mut rows);
                rows.extend(Outline::of(&start).row(true));
            }
            Event::End(end) if end.local_name().as_ref() == "outline" => match deeper {
                0 => rows.extend(open.pop().flatten().and_then(|outline| outline.row(true))),
                _ => deeper -= 1,
            },
            Event::Empty(start) if start.local_name().as_ref() == "opml" => is_whole = true,
            Event::End(end) if end.local_name().as_ref() == "opml" => is_whole = true,
            Event::Eof if is_whole => break,
            Event::Eof => return Err(Unreadable::Form("it is no whole OPML".into())),
            _ => {}
        }
    }
    super::number(&mut rows);
    Ok(rows)
}

/// An outline turns out to hold others: it is a row only where it has an address of its own.
fn opened(open: &mut [Option<Outline>], rows: &mut Vec<Row<Source>>) {
    if let Some(outline) = open.last_mut().and_then(Option::take) {
        rows.extend(outline.row(false));
    }
}

/// An outline's attributes, as they stand.
struct Outline {
    title: String,
    address: String,
    page: String,
    all: String,
}

impl Outline {
    fn of(start: &BytesStart<'_>) -> Outline {
        let attribute = |wanted: &str| {
            let all = start.html_attributes();
            let found = all
                .filter_map(Result::ok)
                .find(|found| found.key.as_ref().eq_ignore_ascii_case(wanted));
            found
                .map(|found| html::decoded(&found.value))
                .unwrap_or_default()
        };
        let title = Some(attribute("title")).filter(|title| !title.trim().is_empty());
        Outline {
            title: cut(
                &name(&title.unwrap_or_else(|| attribute("text"))),
                MOST_TITLE,
            )
            .0,
            address: line(&attribute("xmlUrl")),
            page: line(&attribute("htmlUrl")),
            all: start.attributes_raw().to_owned(),
        }
    }

    /// The row it is; nothing for a folder.
    fn row(self, is_leaf: bool) -> Option<Row<Source>> {
        if self.address.is_empty() && !is_leaf {
            return None;
        }
        let mut notes = Vec::new();
        let what = self.source(&mut notes);
        Some(Row {
            key: match &what {
                Ok(source) => key(&[&source.address]),
                Err(_) => key(&[&self.address, &self.title, "refused"]),
            },
            title: if self.title.is_empty() {
                self.address.clone()
            } else {
                self.title.clone()
            },
            notes,
            body: match &what {
                Ok(source) => serde_json::to_string(source).unwrap_or_default(),
                Err(_) => kept(&self.all),
            },
            same_as: None,
            what,
        })
    }

    fn source(&self, notes: &mut Vec<Note>) -> Result<Source, Note> {
        if self.address.is_empty() {
            return Err(Note::new("address-missing", &self.title));
        }
        // What feed readers write for a feed's address.
        let address = self.address.strip_prefix("feed:").unwrap_or(&self.address);
        let address = match address.strip_prefix("//") {
            Some(rest) => format!("http://{rest}"),
            None => address.to_owned(),
        };
        let link =
            link::parse(&address).map_err(|_| Note::new("address-refused", &self.address))?;
        let page = link::parse(&self.page).ok().map(|page| page.canonical());
        if page.is_none() && !self.page.is_empty() {
            notes.push(Note::new("website-unreadable", &self.page));
        }
        let address = link.canonical();
        Ok(Source {
            provider: match link.provider() {
                Provider::YouTube => "youtube",
                Provider::Flickr => "flickr",
                _ => "page",
            }
            .into(),
            title: if self.title.is_empty() {
                address.clone()
            } else {
                self.title.clone()
            },
            address,
            link: page,
            author: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(body: &str) -> Vec<Row<Source>> {
        read(format!("<opml version=\"2.0\"><body>{body}</body></opml>").as_bytes()).unwrap()
    }

    #[test]
    fn outlines_are_sources_and_folders_are_none() {
        let rows = rows(
            "<outline text='Groups'><outline text='Py &amp; M&#233;xico' xmlUrl='https://py.example/feed?a=1&amp;b=2' htmlUrl='https://py.example/'/>
            <outline title='Show' text='x' xmlurl='feed://show.example/rss'></outline></outline>
            <outline text='Nothing'/><outline text='Odd' xmlUrl='javascript:alert(1)'/>
            <outline text='Again' xmlUrl='https://py.example/feed?a=1&amp;b=2'/>",
        );
        let seen: Vec<(&str, String)> = rows
            .iter()
            .map(|row| {
                let what = match &row.what {
                    Ok(source) => source.address.clone(),
                    Err(note) => note.to_string(),
                };
                (row.title.as_str(), what)
            })
            .collect();
        let wanted = [
            ("Py & México", "https://py.example/feed?a=1&b=2"),
            ("Show", "http://show.example/rss"),
            ("Nothing", "address-missing Nothing"),
            ("Odd", "address-refused javascript:alert(1)"),
            ("Again", "https://py.example/feed?a=1&b=2"),
        ];
        assert_eq!(seen, wanted.map(|(title, what)| (title, what.to_owned())));
        assert_eq!(
            rows[4].same_as,
            Some((0, Note::new("same-row", "Py & México")))
        );
        assert_eq!(
            rows[0].what.as_ref().unwrap().link.as_deref(),
            Some("https://py.example/")
        );
    }

    /// A document type opens nothing: not a file, not an address, not a billion laughs.
    #[test]
    fn entities_mean_nothing() {
        let xml = "<!DOCTYPE opml [<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>
            <opml><body><outline text='&file;&b;' xmlUrl='https://py.example/&file;'/>&file;</body></opml>";
        let rows = read(xml.as_bytes()).unwrap();
        assert_eq!(rows[0].title, "&file;&b;");
        assert!(!format!("{rows:?}").contains("root:"));
    }

    #[test]
    fn any_bytes() {
        for bad in [
            &b""[..],
            b"{}",
            b"<rss></rss>",
            b"<opml><outline",
            b"\xff\xfe\0",
            b"<opml><body></opml>",
        ] {
            assert!(matches!(read(bad), Err(Unreadable::Form(_))), "{bad:?}");
        }
        let deep = format!(
            "{}<outline text='in' xmlUrl='https://in.example/f'/>{}",
            "<outline text='f'>".repeat(5000),
            "</outline>".repeat(5000)
        );
        assert_eq!(rows(&deep).len(), 1);
    }
}
