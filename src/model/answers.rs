//! What somebody answers at any door, and what must hold of it.

use super::entry::About;
use super::upload::{Agreed, SentAs};
use super::{country, group, language};
use jobs::Code;
use jobs::chapter;
use jobs::licence::Licence;
use jobs::link::{self, Flickr, Link};
pub use jobs::text::{line as one_line, tidy};
use std::collections::HashSet;
use std::fmt;

/// The answers of a form, a command or a message, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Links, one a line or in prose.
    pub links: String,
    /// The sender's own title, or empty.
    pub title: String,
    /// What a report is about, by its word, or empty.
    pub about: String,
    /// A roster group's slug, or empty.
    pub group: String,
    /// The name of a group that is not listed.
    pub group_name: String,
    /// Its city.
    pub group_city: String,
    /// Its country's code.
    pub group_country: String,
    /// The sender's words.
    pub words: String,
    /// The day of the meeting, ISO 8601, or empty.
    pub met_on: String,
    /// A language tag, or empty.
    pub language: String,
    /// Who sends it.
    pub sender_name: String,
    /// Where to answer, or empty.
    pub sender_email: String,
    /// Not empty: we may show it.
    pub may_show: String,
    /// Not empty: we may hold copies.
    pub may_copy: String,
    /// The licence's SPDX name.
    pub licence: String,
    /// The tokens of files that were sent, a line each.
    pub upload: String,
    /// Not empty: those who speak in the recording agreed.
    pub consent: String,
    /// Not empty: whoever speaks on the postcard agreed.
    pub consent_voice: String,
    /// Whose voice the postcard is, where it is not the sender's.
    pub speaker: String,
    /// Not empty: those who are seen in the photos agreed.
    pub consent_photos: String,
    /// Chapters of the recording, one a line, or empty.
    pub chapters: String,
}

/// One answer that needs mending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name, as in the form.
    pub field: &'static str,
    /// The stable code; the catalogue has `error-CODE`.
    pub code: &'static str,
    /// What the message speaks of: the link, the sentence on it.
    pub about: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.field, self.code, self.about)
    }
}

/// Checked answers, ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// The links with the text each was typed as; none when the words are a report.
    pub links: Vec<(String, Link)>,
    /// The roster group's slug, or the group as named.
    pub group: Whose,
    /// The sender's own title; may be empty.
    pub title: String,
    /// The sender's words.
    pub words: String,
    /// What a report is about.
    pub about: Option<About>,
    /// The day of the meeting.
    pub met_on: Option<jiff::civil::Date>,
    /// Its language.
    pub language: Option<&'static str>,
    /// Who sends it.
    pub sender_name: String,
    /// Where to answer.
    pub sender_email: Option<String>,
    /// We may hold copies.
    pub may_copy: bool,
    /// The licence they give.
    pub licence: Licence,
    /// The tokens of files that were sent.
    pub uploads: Vec<String>,
    /// What was agreed to with them.
    pub agreed: Agreed,
    /// Chapters of the recording, one a line.
    pub chapters: String,
}

/// Which group it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One of the roster, by slug.
    Listed(String),
    /// One that is not listed.
    Named(group::Named),
}

/// Files taken with one form.
pub const MOST_FILES: usize = 30;
/// Links taken in one submission.
pub const MOST_LINKS: usize = 20;
/// Characters of a sender's words.
pub const MOST_WORDS: usize = 20_000;
/// Characters of a title.
pub const MOST_TITLE: usize = 255;
/// Characters of a name.
pub const MOST_NAME: usize = 200;

impl Answers {
    /// Checks every answer and reports all faults at once.
    ///
    /// # Errors
    /// A [`Fault`] for each answer that needs mending.
    pub fn check(&self) -> Result<New, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut fault = |field, code, about: &str| {
            faults.push(Fault {
                field,
                code,
                about: about.to_owned(),
            })
        };

        let mut links: Vec<(String, Link)> = Vec::new();
        let typed = link::find_all(&self.links);
        let uploads: Vec<String> = self.tokens().map(str::to_owned).collect();
        let is_report = self.links.trim().is_empty() && !tidy(&self.words).is_empty();
        if typed.is_empty() && !is_report && uploads.is_empty() {
            let code = if self.links.trim().is_empty() {
                "links-missing"
            } else {
                Code::NotALink.as_str()
            };
            fault(
                "links",
                code,
                self.links.trim().lines().next().unwrap_or(""),
            );
        }
        if typed.len() > MOST_LINKS {
            fault("links", "links-too-many", &MOST_LINKS.to_string());
        }
        for text in typed.into_iter().take(MOST_LINKS) {
            match link::parse(&text) {
                Ok(link) if !is_somebodys(&link) => {
                    fault("links", Code::LinkCollection.as_str(), &text)
                }
                Ok(link) if links.iter().any(|(_, other)| same_medium(other, &link)) => {}
                Ok(link) => links.push((text, link)),
                Err(refusal) => fault("links", refusal.code.as_str(), &text),
            }
        }

        let country = country::find(&self.group_country);
        let group = match (self.group.trim(), one_line(&self.group_name)) {
            ("", name) if name.is_empty() => {
                fault("group", "group-missing", "");
                Whose::Listed(String::new())
            }
            ("", name) => Whose::Named(group::Named {
                name,
                city: one_line(&self.group_city),
                country: country.map(|country| country.code.to_owned()),
            }),
            (slug, _) => Whose::Listed(one_line(slug)),
        };
        if !self.group_country.trim().is_empty() && country.is_none() {
            fault(
                "group_country",
                "country-unknown",
                self.group_country.trim(),
            );
        }
        for (field, text, most) in [
            ("title", &self.title, MOST_TITLE),
            ("group_name", &self.group_name, MOST_NAME),
            ("group_city", &self.group_city, MOST_NAME),
            ("sender_name", &self.sender_name, MOST_NAME),
            ("sender_email", &self.sender_email, MOST_NAME),
            ("words", &self.words, MOST_WORDS),
            ("speaker", &self.speaker, MOST_NAME),
            ("chapters", &self.chapters, MOST_WORDS),
        ] {
            if text.chars().count() > most {
                fault(field, "too-long", &most.to_string());
            }
        }

        let met_on = match self.met_on.trim() {
            "" => None,
            text => text
                .parse()
                .map_err(|_| fault("met_on", "date-unreadable", text))
                .ok(),
        };
        let about = About::from_text(self.about.trim());
        if !self.about.trim().is_empty() && about.is_none() {
            fault("about", "about-unknown", self.about.trim());
        }
        if about == Some(About::Coming) && self.met_on.trim().is_empty() {
            fault("met_on", "coming-undated", "");
        }
        let language = language::find(self.language.trim());
        if !self.language.trim().is_empty() && language.is_none() {
            fault("language", "language-unknown", self.language.trim());
        }
        let sender_name = one_line(&self.sender_name);
        if sender_name.is_empty() {
            fault("sender_name", "sender-missing", "");
        }
        let sender_email = one_line(&self.sender_email);
        if !sender_email.is_empty() && !plausible_email(&sender_email) {
            fault("sender_email", "email-unreadable", &sender_email);
        }
        if self.may_show.trim().is_empty() {
            fault("may_show", "leave-missing", "");
        }
        let is_token = |text: &String| {
            text.chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        if !uploads.iter().all(is_token) {
            fault("file", "upload-gone", "");
        }
        if uploads.len() > MOST_FILES {
            fault("file", "files-too-many", &MOST_FILES.to_string());
        }
        if let Some(line) = chapter::unreadable(&self.chapters) {
            fault("chapters", "chapters-unreadable", &line);
        }
        let licence = Licence::from_text(self.licence.trim()).unwrap_or_else(|| {
            fault("licence", "licence-missing", "");
            Licence::AllRightsReserved
        });

        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(New {
            links,
            group,
            title: one_line(&self.title),
            words: tidy(&self.words),
            about,
            met_on,
            language,
            sender_name,
            sender_email: Some(sender_email).filter(|email| !email.is_empty()),
            may_copy: !self.may_copy.trim().is_empty(),
            licence,
            uploads,
            agreed: self.agreed(),
            chapters: tidy(&self.chapters),
        })
    }
}

impl Answers {
    /// The tokens of files, each once.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        let mut seen = HashSet::new();
        let tokens = self.upload.split_whitespace();
        tokens.filter(move |token| seen.insert(*token))
    }

    /// What was agreed to with the files.
    pub fn agreed(&self) -> Agreed {
        let ticked = [
            (SentAs::Recording, &self.consent),
            (SentAs::Postcard, &self.consent_voice),
            (SentAs::Photo, &self.consent_photos),
        ];
        let ticked = ticked
            .into_iter()
            .filter(|(_, tick)| !tick.trim().is_empty());
        Agreed {
            with: ticked.map(|(sent_as, _)| sent_as).collect(),
            speaker: self.speaker.clone(),
        }
    }
}

/// At most so many characters of a title that is not ours, on one line.
pub fn title(text: &str) -> String {
    one_line(text).chars().take(MOST_TITLE).collect()
}

/// At most so many characters of words that are not ours.
pub fn words(text: &str) -> String {
    tidy(text).chars().take(MOST_WORDS).collect()
}

/// Whether a link leads to one thing or to a list of somebody's: what a tag holds is everybody's.
pub fn is_somebodys(link: &Link) -> bool {
    !matches!(link, Link::Flickr(Flickr::Other { kind: "tag", .. }))
}

fn same_medium(one: &Link, other: &Link) -> bool {
    one.provider() == other.provider() && one.id() == other.id()
}

/// Something before and after one `@`, with a dot in the host: the rest is for the mail to prove.
pub fn plausible_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !text.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_loses_what_could_trick_a_page() {
        assert_eq!(one_line(" a\u{0}b\u{202e}c\r\n d "), "abc d");
        assert_eq!(tidy("one\r\n\r\ntwo\u{7}"), "one\n\ntwo");
    }
}
