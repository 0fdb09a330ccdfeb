//! The editor's form: its fields become a draft and an order of the media.

use crate::db::submission::Draft;
use crate::model::entry::About;
use crate::model::submission::Submission;
use jobs::licence::{Licence, OFFERED};
use std::collections::HashMap;

/// The licences offered, and the one it has where that is an older one.
pub fn licences(current: &str) -> Vec<&'static str> {
    let current = Licence::from_text(current).filter(|licence| !OFFERED.contains(licence));
    OFFERED
        .iter()
        .copied()
        .chain(current)
        .map(|licence| licence.as_str())
        .collect()
}

/// What the sender said, as a first draft.
pub fn from_sender(submission: &Submission) -> Draft {
    Draft {
        title: submission.title.clone(),
        about: submission.about,
        words: submission.words.clone(),
        people: String::new(),
        met_on: submission.met_on.clone(),
        group_name: submission.group_name.clone(),
        group_city: submission.group_city.clone(),
        country: submission.group_country.clone(),
        language: submission.language.clone(),
        licence: submission.licence.clone(),
        chapters: submission.chapters.clone(),
    }
}

/// The words as the form has them.
pub fn draft(fields: &HashMap<String, String>) -> Draft {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let filled = |name: &str| {
        fields
            .get(name)
            .cloned()
            .filter(|value| !value.trim().is_empty())
    };
    Draft {
        title: field("title"),
        about: About::from_text(&field("about")),
        words: field("words"),
        people: field("people"),
        met_on: filled("met_on"),
        group_name: field("group_name"),
        group_city: field("group_city"),
        country: filled("country"),
        language: filled("language"),
        licence: field("licence"),
        chapters: field("chapters"),
    }
}

/// `position_{medium id}` fields: which place each medium gets.
pub fn order(fields: &HashMap<String, String>) -> Vec<(String, i64)> {
    let positions = fields.iter().filter_map(|(name, value)| {
        Some((
            name.strip_prefix("position_")?.to_owned(),
            value.trim().parse::<i64>().ok()?.clamp(0, 999),
        ))
    });
    positions.collect()
}
