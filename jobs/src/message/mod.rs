//! A mail as an MTA hands it over: who sent it, in which words, and whether a machine did.

mod words;

use crate::text::hex;
use mail_parser::{HeaderName, MessageParser, MimeHeaders, PartType};
use sha2::{Digest, Sha256};

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The same message has the same key, by whichever way it comes.
    pub key: String,
    /// Its Message-ID, in angle brackets, where it has a plausible one.
    pub id: Option<String>,
    /// Its sender's name, or what stands before the `@`; may be empty.
    pub name: String,
    /// Where to answer.
    pub address: Option<String>,
    /// Its subject, without `Re:` and the like; may be empty.
    pub subject: String,
    /// The sender's own words: no quotes, no signature, no markup.
    pub words: String,
    /// Files that came with it.
    pub attachments: usize,
    /// Who sends such mail.
    pub nature: Nature,
}

/// Who sends such mail, and so what may be done with it (RFC 3834).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Somebody, who is to be answered.
    Person,
    /// A list or a program that passes on what somebody wrote: read, never answered.
    List,
    /// A bounce, a holiday notice: nothing to read, never answered.
    Automatic,
}

/// Characters of a name or subject that are looked at.
const MOST_LINE: usize = 1000;

/// Reads a message. `envelope` is the sender that the MTA was told (RFC 5321), empty for a bounce.
///
/// Nothing where it has no header at all: that is no message.
pub fn read(raw: &[u8], envelope: Option<&str>) -> Option<Message> {
    let parsed = MessageParser::default().parse(raw)?;
    if parsed.headers().is_empty() {
        return None;
    }
    let from = parsed.from().and_then(|from| from.first());
    let address = parsed
        .reply_to()
        .and_then(|to| to.first())
        .or(from)
        .and_then(|from| from.address.as_deref())
        .map(str::trim)
        .filter(|address| plausible(address))
        .map(str::to_owned);
    let name = from.and_then(|from| from.name.as_deref()).map(line);
    let before = address
        .as_deref()
        .and_then(|address| address.split('@').next());
    let name = name
        .filter(|name| !name.is_empty())
        .or_else(|| before.map(str::to_owned))
        .unwrap_or_default();
    let subject = line(parsed.subject().unwrap_or_default());
    let words = words::own(&parsed);
    let id = parsed
        .message_id()
        .filter(|id| plausible(id))
        .map(|id| format!("<{id}>"));
    let date = parsed.header_raw(HeaderName::Date).unwrap_or_default();
    let key = [
        id.as_deref().unwrap_or_default(),
        from.and_then(|from| from.address.as_deref())
            .unwrap_or_default(),
        date.trim(),
        &subject,
        &words,
    ];
    let attachments = parsed
        .attachments()
        .filter(|part| part.attachment_name().is_some() || !matches!(part.body, PartType::Text(_)))
        .count();
    Some(Message {
        key: hash(&key),
        id,
        name,
        address,
        subject: without_marks(&subject).to_owned(),
        words,
        attachments,
        nature: nature(&parsed, envelope),
    })
}

/// RFC 3834, section 2, and what lists and mailers set in practice.
fn nature(parsed: &mail_parser::Message<'_>, envelope: Option<&str>) -> Nature {
    // By name as it is written: the parser knows some of these by names of its own.
    let other = |name: &str| {
        let mut headers = parsed.headers_raw();
        let found = headers.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().to_lowercase())
    };
    let auto = other("Auto-Submitted")
        .map(|auto| auto.split([';', ' ']).next().unwrap_or_default().to_owned());
    let precedence = other("Precedence").unwrap_or_default();
    let bounced = envelope.is_some_and(|sender| ["", "<>"].contains(&sender.trim()))
        || other("Return-Path").as_deref() == Some("<>");
    let report = parsed.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind
                .subtype()
                .is_some_and(|sub| sub.eq_ignore_ascii_case("report"))
    });
    let from = parsed
        .from()
        .and_then(|from| from.first())
        .and_then(|from| from.address.as_deref())
        .unwrap_or_default();
    let mailbox = from.split('@').next().unwrap_or_default().to_lowercase();
    let by_robot = ["mailer-daemon", "postmaster"].contains(&mailbox.as_str());
    if bounced
        || report
        || by_robot
        || auto.as_deref() == Some("auto-replied")
        || precedence == "auto_reply"
        || ["X-Autoreply", "X-Autorespond"]
            .iter()
            .any(|name| other(name).is_some())
    {
        return Nature::Automatic;
    }
    let listed = ["List-Id", "List-Post", "List-Unsubscribe", "List-Help"];
    let is_listed = listed.iter().any(|name| other(name).is_some());
    let silent = ["noreply", "no-reply", "donotreply", "do-not-reply"].contains(&mailbox.as_str())
        || mailbox.ends_with("-request")
        || mailbox.starts_with("owner-");
    let by_program = auto.is_some_and(|auto| auto != "no")
        || other("X-Auto-Response-Suppress").is_some()
        || ["bulk", "list", "junk"].contains(&precedence.as_str());
    match silent || by_program || is_listed {
        true => Nature::List,
        false => Nature::Person,
    }
}

/// Something before and after one `@`, and nothing that could end a line or open another address.
fn plausible(address: &str) -> bool {
    address.len() <= 254
        && address
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && address
            .chars()
            .all(|c| !c.is_control() && !c.is_whitespace() && !"<>,;:\"()[]\\".contains(c))
}

fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let line = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    line.chars().take(MOST_LINE).collect()
}

/// A subject without the marks that mail programs put before it.
fn without_marks(subject: &str) -> &str {
    const MARKS: &[&str] = &["re", "aw", "sv", "antw", "fwd", "fw", "wg", "tr", "rv"];
    let mut rest = subject;
    while let Some((mark, after)) = rest.split_once(':') {
        if !MARKS.contains(&mark.trim().to_lowercase().as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

fn hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex(&hash.finalize())
}

#[cfg(test)]
mod tests;
