//! A submission: what somebody sent, and the one table of what may become of it.

use super::entry::About;
use super::{GroupId, MediumId, SourceId, SubmissionId, country, group, language};
use crate::db::enclosure::Enclosure;
use jobs::Code;
use jobs::licence::Licence;
use jobs::link::{self, Flickr, Link, YouTube};
use jobs::provider::Findings;
use std::fmt;

/// Where a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum State {
    /// Stored; no job has looked at it yet.
    Received,
    /// Jobs are at it.
    Resolving,
    /// It waits for an editor.
    InReview,
    /// An editor asked the sender for something.
    ChangesRequested,
    /// The sender answered.
    Resubmitted,
    /// An editor said yes.
    Accepted,
    /// It will be published at a set time.
    Scheduled,
    /// It is an entry.
    Published,
    /// An editor said no, with a reason.
    Declined,
    /// The sender took it back.
    Withdrawn,
    /// What is behind the link is gone or closed.
    Unavailable,
    /// We could not read it; an editor sees why.
    Failed,
}

/// What can happen to a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Jobs begin, or begin again.
    Resolve,
    /// A draft lies before the editors.
    Draft,
    /// Nothing behind the links can be shown.
    Lose,
    /// The jobs gave up.
    Fail,
    /// An editor asks for something.
    RequestChanges,
    /// The sender answers.
    Resubmit,
    /// An editor says yes.
    Accept,
    /// An accepted one gets a time.
    Schedule,
    /// It becomes an entry.
    Publish,
    /// An editor says no.
    Decline,
    /// The sender takes it back.
    Withdraw,
}

impl State {
    /// Every state.
    pub const ALL: &'static [State] = &[
        State::Received,
        State::Resolving,
        State::InReview,
        State::ChangesRequested,
        State::Resubmitted,
        State::Accepted,
        State::Scheduled,
        State::Published,
        State::Declined,
        State::Withdrawn,
        State::Unavailable,
        State::Failed,
    ];

    /// The word in tables, routes and the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Resolving => "resolving",
            State::InReview => "in_review",
            State::ChangesRequested => "changes_requested",
            State::Resubmitted => "resubmitted",
            State::Accepted => "accepted",
            State::Scheduled => "scheduled",
            State::Published => "published",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
            State::Unavailable => "unavailable",
            State::Failed => "failed",
        }
    }

    /// The state after a change, or nothing where the change is not allowed.
    /// This table is the only place that says so.
    pub fn after(self, change: Change) -> Option<State> {
        use Change::*;
        use State::*;
        match (self, change) {
            (Received | Unavailable | Failed | Resubmitted, Resolve) => Some(Resolving),
            (Resolving, Draft) => Some(InReview),
            (Resolving, Lose) => Some(Unavailable),
            (Received | Resolving, Fail) => Some(Failed),
            (InReview, RequestChanges) => Some(ChangesRequested),
            (ChangesRequested, Resubmit) => Some(Resubmitted),
            (InReview, Accept) => Some(Accepted),
            (Accepted, Schedule) => Some(Scheduled),
            (Accepted | Scheduled, Publish) => Some(Published),
            (InReview | ChangesRequested | Unavailable | Failed, Decline) => Some(Declined),
            (
                Received | Resolving | InReview | ChangesRequested | Resubmitted | Unavailable
                | Failed,
                Withdraw,
            ) => Some(Withdrawn),
            _ => None,
        }
    }
}

impl Change {
    /// Every change.
    pub const ALL: &'static [Change] = &[
        Change::Resolve,
        Change::Draft,
        Change::Lose,
        Change::Fail,
        Change::RequestChanges,
        Change::Resubmit,
        Change::Accept,
        Change::Schedule,
        Change::Publish,
        Change::Decline,
        Change::Withdraw,
    ];
}

/// A stored submission.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// The sender's private link ends in it.
    pub token: String,
    /// Where it stands.
    pub state: State,
    /// The door it came in by: `form`, `command`, `proposal`, `demo`.
    pub door: String,
    /// The sender's own title, if they gave one.
    pub title: String,
    /// The sender's words, as sent.
    pub words: String,
    /// What a report is about.
    pub about: Option<About>,
    /// The submission it was taken out of.
    pub parent_id: Option<SubmissionId>,
    /// A group of the roster, when the sender chose one.
    pub group_id: Option<GroupId>,
    /// The group's name as sent, or the roster's.
    pub group_name: String,
    /// Its city.
    pub group_city: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub group_country: Option<String>,
    /// Who sent it.
    pub sender_name: String,
    /// Where to answer, if they said.
    pub sender_email: Option<String>,
    /// 1 when we may hold copies of the pictures.
    pub may_copy: i64,
    /// The licence they give, by SPDX name.
    pub licence: String,
    /// The day of the meeting, ISO 8601.
    pub met_on: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// An editor's reason.
    pub reason: Option<String>,
    /// Why it failed or is unavailable.
    pub error_code: Option<String>,
    /// When it came, in milliseconds since 1970.
    pub created_at: i64,
}

/// A medium of a submission.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Medium {
    /// Its id.
    pub id: MediumId,
    /// Its place among the others, from 0.
    pub position: i64,
    /// The link as it was typed.
    pub typed: String,
    /// `youtube`, `flickr`, `podcast`, `journal` or `page` (not yet known).
    pub provider: String,
    /// `video`, `photo`, `audio`, `article`, `page`; `feed` or `journal` for what proposes many.
    pub kind: String,
    /// Its id with the provider.
    pub provider_id: String,
    /// Its canonical address.
    pub canonical: String,
    /// Whether we know it yet.
    pub state: MediumState,
    /// Why not, or why it has no picture.
    pub error_code: Option<String>,
    /// One line on that, for editors.
    pub error_detail: Option<String>,
    /// 1 once its pictures are made or known to be none.
    pub prepared: i64,
    /// What its source calls it.
    pub guid: Option<String>,
    /// Its source.
    pub source_id: Option<SourceId>,
    /// Where an article's PDF is.
    pub document: Option<String>,
    /// How one cites an article.
    pub citation: Option<String>,
}

impl Medium {
    /// Whether it is a feed or journal: it proposes things and is none that can be shown.
    pub fn is_many(&self) -> bool {
        ["feed", "journal"].contains(&self.kind.as_str())
    }
}

/// Whether a medium is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum MediumState {
    /// Its provider was not asked yet, or did not answer.
    Waiting,
    /// Its provider knows it.
    Found,
    /// It cannot be shown.
    Failed,
}

/// What was learned of a medium, or why nothing was.
pub type Resolved = Result<Learned, jobs::StepError>;

/// What was learned of a medium.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// What its provider says.
    pub findings: Findings,
    /// The file that plays, once it was read.
    pub enclosure: Option<Enclosure>,
}

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
}

/// Which group it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One of the roster, by slug.
    Listed(String),
    /// One that is not listed.
    Named(group::Named),
}

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
        let is_report = self.links.trim().is_empty() && !tidy(&self.words).is_empty();
        if typed.is_empty() && !is_report {
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
                Ok(link) if !is_single(&link) => {
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
            (slug, _) => Whose::Listed(slug.to_owned()),
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
        })
    }
}

/// A text on one line: white space folded, control and bidi characters out.
pub fn one_line(text: &str) -> String {
    tidy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without control characters (line breaks and tabs stay) and without the
/// bidi controls that could turn a page's own words round.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |c: char| match c {
        '\n' | '\t' => true,
        '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    text.chars()
        .filter(|&c| keep(c))
        .collect::<String>()
        .trim()
        .to_owned()
}

fn is_single(link: &Link) -> bool {
    matches!(
        link,
        Link::YouTube(YouTube::Video(_)) | Link::Flickr(Flickr::Photo { .. }) | Link::Page(_)
    )
}

fn same_medium(one: &Link, other: &Link) -> bool {
    one.provider() == other.provider() && one.id() == other.id()
}

/// Something before and after one `@`, with a dot in the host: the rest is for the mail to prove.
fn plausible_email(text: &str) -> bool {
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
    use std::collections::{HashSet, VecDeque};

    /// Walks every path the table allows and looks whether one reaches publication without an editor's yes.
    #[test]
    fn no_path_skips_a_decision() {
        let mut seen = HashSet::from([(State::Received, false)]);
        let mut queue = VecDeque::from([(State::Received, false)]);
        while let Some((state, decided)) = queue.pop_front() {
            assert!(
                state != State::Published || decided,
                "published without a decision"
            );
            for &change in Change::ALL {
                if let Some(next) = state.after(change) {
                    // Going back to the jobs takes the decision back as well.
                    let decided =
                        (decided || change == Change::Accept) && change != Change::Resolve;
                    if seen.insert((next, decided)) {
                        queue.push_back((next, decided));
                    }
                }
            }
        }
        let reached: HashSet<State> = seen.into_iter().map(|(state, _)| state).collect();
        assert_eq!(
            reached.len(),
            State::ALL.len(),
            "every state can be reached"
        );
    }

    #[test]
    fn ends_are_ends() {
        for state in [State::Published, State::Declined, State::Withdrawn] {
            assert!(
                Change::ALL
                    .iter()
                    .all(|&change| state.after(change).is_none()),
                "{state:?} goes on"
            );
        }
    }

    #[test]
    fn text_loses_what_could_trick_a_page() {
        assert_eq!(one_line(" a\u{0}b\u{202e}c\r\n d "), "abc d");
        assert_eq!(tidy("one\r\n\r\ntwo\u{7}"), "one\n\ntwo");
    }
}
