//! What is typed of a group: by somebody whose group is missing, or by an editor; and what must hold of it.

use crate::model::answers::{Fault, MOST_NAME, one_line, tidy};
use crate::model::group::{Details, Group, Named};
use crate::model::{country, language};
use jiff::civil::Date;
use jobs::list::roster;
use std::collections::HashMap;

/// Characters of a longer text.
pub const MOST_TEXT: usize = 2000;
/// Characters of a website's address.
pub const MOST_ADDRESS: usize = 500;

/// The answers as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Its name.
    pub group_name: String,
    /// Its city.
    pub group_city: String,
    /// Its country's code.
    pub group_country: String,
    /// State or province.
    pub region: String,
    /// A language tag.
    pub language: String,
    /// Its website.
    pub website: String,
    /// `usergroup`, `pyladies` or empty.
    pub group_kind: String,
    /// What it costs.
    pub cost: String,
    /// How one takes part.
    pub part: String,
    /// For who comes for the first time.
    pub first_time: String,
    /// Who organizes it.
    pub organized_by: String,
    /// Since when it meets.
    pub since: String,
    /// Degrees north and east: `6.45, 3.4`.
    pub place: String,
    /// What is said of it.
    pub detail: String,
}

/// A group as checked answers describe it.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// Its name, city and country.
    pub named: Named,
    /// Its language.
    pub language: Option<String>,
    /// All else; what the form does not ask is empty.
    pub details: Details,
}

/// Kinds that a group can be said to be of.
pub const KINDS: &[&str] = &["usergroup", "pyladies"];

impl Answers {
    /// A form's answers.
    pub fn read(fields: &HashMap<String, String>) -> Answers {
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        Answers {
            group_name: field("group_name"),
            group_city: field("group_city"),
            group_country: field("group_country"),
            region: field("region"),
            language: field("language"),
            website: field("website"),
            group_kind: field("group_kind"),
            cost: field("cost"),
            part: field("part"),
            first_time: field("first_time"),
            organized_by: field("organized_by"),
            since: field("since"),
            place: field("place"),
            detail: field("detail"),
        }
    }

    /// A group as it stands, for the form.
    pub fn of(group: &Group, details: &Details) -> Answers {
        let text = |said: &Option<String>| said.clone().unwrap_or_default();
        let place = details.place();
        Answers {
            group_name: group.name.clone(),
            group_city: group.city.clone(),
            group_country: text(&group.country),
            region: text(&details.region),
            language: text(&group.language),
            website: text(&details.website),
            group_kind: match details.is_showcase() {
                true => String::new(),
                false => text(&details.kind),
            },
            cost: text(&details.cost),
            part: text(&details.part),
            first_time: text(&details.first_time),
            organized_by: text(&details.organized_by),
            since: text(&details.since),
            place: place.map_or(String::new(), |(north, east)| format!("{north}, {east}")),
            detail: text(&details.detail),
        }
    }

    /// Checks every answer and reports all faults at once.
    ///
    /// # Errors
    /// A [`Fault`] for each answer that needs mending.
    pub fn check(&self) -> Result<Described, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut fault = |field, code, about: &str| {
            faults.push(Fault {
                field,
                code,
                about: about.chars().take(MOST_NAME).collect(),
            })
        };
        for (field, text, most) in [
            ("group_name", &self.group_name, MOST_NAME),
            ("group_city", &self.group_city, MOST_NAME),
            ("region", &self.region, MOST_NAME),
            ("website", &self.website, MOST_ADDRESS),
            ("cost", &self.cost, MOST_NAME),
            ("part", &self.part, MOST_TEXT),
            ("first_time", &self.first_time, MOST_TEXT),
            ("organized_by", &self.organized_by, MOST_NAME),
            ("detail", &self.detail, MOST_TEXT),
        ] {
            if text.chars().count() > most {
                fault(field, "too-long", &most.to_string());
            }
        }
        let line = |text: &str| Some(one_line(text)).filter(|text| !text.is_empty());
        let text = |text: &str| Some(tidy(text)).filter(|text| !text.is_empty());
        let name = one_line(&self.group_name);
        // A name that no letter or digit is in cannot be read out, nor found.
        if !name.chars().any(char::is_alphanumeric) {
            fault("group_name", "group-unnamed", "");
        }
        let country = country::find(&self.group_country);
        if country.is_none() && !self.group_country.trim().is_empty() {
            fault(
                "group_country",
                "country-unknown",
                self.group_country.trim(),
            );
        }
        let language = language::find(self.language.trim());
        if language.is_none() && !self.language.trim().is_empty() {
            fault("language", "language-unknown", self.language.trim());
        }
        let website = line(&self.website).and_then(|typed| {
            let found = roster::website(&typed);
            if found.is_none() {
                fault("website", "website-unreadable", &typed);
            }
            found
        });
        let kind = line(&self.group_kind);
        if kind.as_deref().is_some_and(|kind| !KINDS.contains(&kind)) {
            fault("group_kind", "group-kind-unknown", "");
        }
        let since = line(&self.since).filter(|typed| {
            let read = is_since(typed);
            if !read {
                fault("since", "since-unreadable", typed);
            }
            read
        });
        let place = line(&self.place).and_then(|typed| {
            let read = place(&typed);
            if read.is_none() {
                fault("place", "place-unreadable", &typed);
            }
            read
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Described {
            named: Named {
                name,
                city: one_line(&self.group_city),
                country: country.map(|country| country.code.to_owned()),
            },
            language: language.map(str::to_owned),
            details: Details {
                region: line(&self.region),
                website,
                kind,
                latitude: place.map(|(north, _)| north),
                longitude: place.map(|(_, east)| east),
                detail: text(&self.detail),
                cost: line(&self.cost),
                part: text(&self.part),
                first_time: text(&self.first_time),
                organized_by: line(&self.organized_by),
                since,
                ..Details::default()
            },
        })
    }
}

/// A year, a month or a day.
fn is_since(text: &str) -> bool {
    let day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    day.len() == 10 && day.parse::<Date>().is_ok()
}

/// Degrees north and east.
fn place(text: &str) -> Option<(f64, f64)> {
    let (north, east) = text.split_once(',')?;
    let (north, east): (f64, f64) = (north.trim().parse().ok()?, east.trim().parse().ok()?);
    let on_earth = (-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east);
    on_earth.then_some((north, east))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Answers {
        Answers {
            group_name: " Py\u{202e}Lagos\u{7} ".into(),
            group_country: "ng".into(),
            website: "pylagos.example.org".into(),
            since: "2011-03".into(),
            place: "6.45, 3.4".into(),
            part: "Come\r\nalong.".into(),
            ..Answers::default()
        }
    }

    #[test]
    fn answers_are_put_in_order() {
        let said = good().check().unwrap();
        assert_eq!(said.named.name, "PyLagos");
        assert_eq!(said.named.country.as_deref(), Some("NG"));
        let details = &said.details;
        let website = details.website.as_deref();
        assert_eq!(website, Some("http://pylagos.example.org/"));
        assert_eq!(details.place(), Some((6.45, 3.4)));
        assert_eq!(details.part.as_deref(), Some("Come\nalong."));
        assert_eq!(details.cost, None);
    }

    #[test]
    fn each_fault_is_said() {
        let long = "x".repeat(10_000);
        let with = |set: fn(&mut Answers, &str), text: &str| {
            let mut answers = good();
            set(&mut answers, text);
            let faults = answers.check().err().unwrap_or_default();
            faults
                .into_iter()
                .map(|fault| fault.code)
                .collect::<Vec<_>>()
        };
        let name: fn(&mut Answers, &str) = |answers, text| answers.group_name = text.into();
        let website: fn(&mut Answers, &str) = |answers, text| answers.website = text.into();
        let since: fn(&mut Answers, &str) = |answers, text| answers.since = text.into();
        let place: fn(&mut Answers, &str) = |answers, text| answers.place = text.into();
        let country: fn(&mut Answers, &str) = |answers, text| answers.group_country = text.into();
        for (set, text, codes) in [
            (name, "", &["group-unnamed"][..]),
            (name, "\u{202e}\u{2066} \u{0}…", &["group-unnamed"]),
            (name, &long, &["too-long"]),
            (name, "東京", &[]),
            (country, "Atlantis", &["country-unknown"]),
            (website, "javascript:alert(1)", &["website-unreadable"]),
            (
                website,
                "https://user:word@example.org/",
                &["website-unreadable"],
            ),
            (website, "me@example.org", &["website-unreadable"]),
            (website, &long, &["too-long", "website-unreadable"]),
            (since, "2011", &[]),
            (since, "2011-03-14", &[]),
            (since, "2011-13", &["since-unreadable"]),
            (since, "long ago", &["since-unreadable"]),
            (place, "91, 3", &["place-unreadable"]),
            (place, "NaN, 3", &["place-unreadable"]),
            (place, "6.45", &["place-unreadable"]),
            (place, "", &[]),
        ] {
            assert_eq!(with(set, text), codes, "{text:.40}");
        }
    }
}
