//! An editor's words: put in order, and what must hold of them.

use super::Error;
use crate::db::submission::Draft;
use crate::model::answers::{Fault, MOST_NAME, MOST_TITLE, MOST_WORDS, one_line, tidy};
use crate::model::entry::About;
use crate::model::{country, language};
use jobs::chapter;
use jobs::licence::Licence;

/// A reason that its sender reads.
pub(crate) fn reason(text: &str) -> Result<String, Error> {
    let reason = tidy(text);
    match reason.is_empty() {
        true => Err(Error::Faults(vec![Fault {
            field: "reason",
            code: "reason-missing",
            about: String::new(),
        }])),
        false => Ok(reason),
    }
}

pub(super) fn tidied(draft: &Draft) -> Draft {
    let filled = |text: &Option<String>| {
        text.as_deref()
            .map(one_line)
            .filter(|text| !text.is_empty())
    };
    Draft {
        title: one_line(&draft.title),
        about: draft.about,
        words: tidy(&draft.words),
        people: draft
            .people
            .lines()
            .map(one_line)
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        // One spelling a day, so that days can be compared as they are stored.
        met_on: filled(&draft.met_on).map(|day| {
            day.parse::<jiff::civil::Date>()
                .map_or(day, |day| day.to_string())
        }),
        group_name: one_line(&draft.group_name),
        group_city: one_line(&draft.group_city),
        country: filled(&draft.country).map(|code| code.to_uppercase()),
        language: filled(&draft.language),
        licence: one_line(&draft.licence),
        chapters: tidy(&draft.chapters),
    }
}

pub(super) fn check(draft: &Draft) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |field, code, about: &str| {
        faults.push(Fault {
            field,
            code,
            about: about.to_owned(),
        })
    };
    if draft.title.is_empty() {
        fault("title", "title-missing", "");
    }
    for (field, text, most) in [
        ("title", &draft.title, MOST_TITLE),
        ("group_name", &draft.group_name, MOST_NAME),
        ("words", &draft.words, MOST_WORDS),
        ("chapters", &draft.chapters, MOST_WORDS),
    ] {
        if text.chars().count() > most {
            fault(field, "too-long", &most.to_string());
        }
    }
    if draft.words.is_empty() {
        fault("words", "words-missing", "");
    }
    if draft.group_name.is_empty() {
        fault("group_name", "group-missing", "");
    }
    if let Some(day) = draft
        .met_on
        .as_deref()
        .filter(|day| day.parse::<jiff::civil::Date>().is_err())
    {
        fault("met_on", "date-unreadable", day);
    }
    if draft.about == Some(About::Coming) && draft.met_on.is_none() {
        fault("met_on", "coming-undated", "");
    }
    if let Some(code) = draft
        .country
        .as_deref()
        .filter(|code| country::find(code).is_none())
    {
        fault("country", "country-unknown", code);
    }
    if let Some(tag) = draft
        .language
        .as_deref()
        .filter(|tag| language::find(tag).is_none())
    {
        fault("language", "language-unknown", tag);
    }
    if let Some(line) = chapter::unreadable(&draft.chapters) {
        fault("chapters", "chapters-unreadable", &line);
    }
    if Licence::from_text(&draft.licence).is_none() {
        fault("licence", "licence-missing", "");
    }
    faults
}
