//! Values as the standards write them: each function says whether a text is one.

pub(super) mod address;
pub(super) mod date;
pub(super) mod language;
pub(super) mod number;
pub(super) mod recurrence;

/// Whether a text is something.
pub(super) type Is = fn(&str) -> bool;

/// A mailbox, with or without a name in brackets behind it, as RSS writes them.
pub(super) fn is_email(text: &str) -> bool {
    let text = text.trim();
    let mailbox = match text.split_once(char::is_whitespace) {
        Some((mailbox, name)) => {
            let name = name.trim();
            if !(name.starts_with('(') && name.ends_with(')')) {
                return false;
            }
            mailbox
        }
        None => text,
    };
    let Some((user, host)) = mailbox.rsplit_once('@') else {
        return false;
    };
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"".contains(c);
    !user.is_empty()
        && user.chars().all(|c| is_plain(c) && c != '@')
        && !host.is_empty()
        && host.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// A media type, RFC 2045: `type/subtype`, parameters behind it.
pub(super) fn is_media_type(text: &str) -> bool {
    let (essence, _) = text.split_once(';').unwrap_or((text, ""));
    let is_token = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?=".contains(&byte))
    };
    match essence.trim().split_once('/') {
        Some((kind, subtype)) => is_token(kind) && is_token(subtype),
        None => false,
    }
}

/// A UUID, RFC 9562: 36 characters, four hyphens. Its version is the character at 14.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Whether a plain text holds marks of HTML.
pub(super) fn has_markup(text: &str) -> bool {
    let Some(last) = text.rfind('>') else {
        return false;
    };
    let mut tags = text[..last].split('<').skip(1);
    tags.any(|tag| {
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        tag.starts_with(|c: char| c.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes() {
        for (text, is) in [
            ("ada@example.org", true),
            ("ada@example.org (Ada Byron)", true),
            ("editors@localhost", true),
            ("Ada Byron", false),
            ("Ada <ada@example.org>", false),
            ("@example.org", false),
            ("ada@example..org", false),
            ("", false),
        ] {
            assert_eq!(is_email(text), is, "{text}");
        }
    }

    #[test]
    fn media_types() {
        for (text, is) in [
            ("audio/mpeg", true),
            ("application/json+chapters", true),
            ("text/html; charset=utf-8", true),
            ("mp3", false),
            ("audio/", false),
            ("a b/c", false),
        ] {
            assert_eq!(is_media_type(text), is, "{text}");
        }
    }

    #[test]
    fn markup_and_words() {
        for (text, has) in [
            ("1 < 2 > 0", false),
            ("a <b>bold</b>", true),
            ("</p>", true),
            ("<3", false),
            ("<script", false),
        ] {
            assert_eq!(has_markup(text), has, "{text}");
        }
        assert!(is_uuid("9b024349-ccf0-5f69-a609-6b82873eab3c") && !is_uuid("9b024349"));
    }
}
