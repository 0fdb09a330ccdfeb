//! Whoever tells something: their words, their name, and where to answer.

use crate::model::answers::{Fault, MOST_NAME, one_line, plausible_email, tidy};
use crate::roster::answers::MOST_TEXT;

/// What a teller says of themselves and in their own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Teller {
    /// Their words.
    pub words: String,
    /// Their name; may be empty where the form does not ask.
    pub name: String,
    /// Where to answer.
    pub email: Option<String>,
}

/// What of it has to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Words: the code of the fault where there are none.
    pub words: Option<&'static str>,
    /// A name.
    pub name: bool,
}

impl Teller {
    /// Checks what was typed, and notes all faults at once.
    pub fn check(typed: &Teller, needs: Needs, faults: &mut Vec<Fault>) -> Teller {
        let mut fault = |field, code, about: &str| {
            faults.push(Fault {
                field,
                code,
                about: about.chars().take(MOST_NAME).collect(),
            })
        };
        let email = typed.email.as_deref().unwrap_or_default();
        for (field, text, most) in [
            ("words", typed.words.as_str(), MOST_TEXT),
            ("sender_name", &typed.name, MOST_NAME),
            ("sender_email", email, MOST_NAME),
        ] {
            if text.chars().count() > most {
                fault(field, "too-long", &most.to_string());
            }
        }
        let (words, name, email) = (tidy(&typed.words), one_line(&typed.name), one_line(email));
        if let Some(code) = needs.words.filter(|_| words.is_empty()) {
            fault("words", code, "");
        }
        if needs.name && name.is_empty() {
            fault("sender_name", "sender-missing", "");
        }
        if !email.is_empty() && !plausible_email(&email) {
            fault("sender_email", "email-unreadable", &email);
        }
        Teller {
            words,
            name,
            email: Some(email).filter(|email| !email.is_empty()),
        }
    }
}
