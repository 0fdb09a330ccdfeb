//! Every text of ours, from the Fluent catalogue (projectfluent.org) in `locales/`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::Arc;
use unic_langid::{LanguageIdentifier, langid};

const ENGLISH: &[&str] = &[
    include_str!("../locales/en.ftl"),
    include_str!("../locales/en-command.ftl"),
    include_str!("../locales/en-import.ftl"),
    include_str!("../locales/en-mail.ftl"),
    include_str!("../locales/en-search.ftl"),
    include_str!("../locales/en-source.ftl"),
];

/// The texts in one language. Cheap to clone.
#[derive(Clone)]
pub struct Catalogue(Arc<FluentBundle<FluentResource>>);

impl Catalogue {
    /// The texts in this language, or English where we do not have it yet.
    pub fn new(_language: &str) -> Catalogue {
        let language: LanguageIdentifier = langid!("en");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks that isolate placeables would end up in feeds, addresses and mail subjects.
        bundle.set_use_isolating(false);
        for texts in ENGLISH {
            // A faulty line in the catalogue costs that line; a test holds it faultless.
            let resource = FluentResource::try_new((*texts).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Catalogue(Arc::new(bundle))
    }

    /// The language of these texts, BCP 47.
    pub fn language(&self) -> &'static str {
        "en"
    }

    /// A text without blanks to fill.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with these blanks filled. A missing text shows its key: plain to see, and a test finds it.
    pub fn with(&self, key: &str, blanks: &[(&str, Cow<'_, str>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in blanks {
            // Whole numbers go in as numbers, so that a text can choose its plural.
            let value = match value.parse::<i64>() {
                Ok(number) if number.to_string() == *value.as_ref() => FluentValue::from(number),
                _ => FluentValue::from(value.to_string()),
            };
            args.set(name.to_string(), value);
        }
        let Some(pattern) = self.0.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        self.0
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_faultless() {
        for texts in ENGLISH {
            let parsed = FluentResource::try_new((*texts).to_owned());
            assert!(
                parsed.is_ok(),
                "{:?}",
                parsed.err().map(|(_, errors)| errors)
            );
        }
    }

    #[test]
    fn no_text_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        for line in ENGLISH.iter().flat_map(|texts| texts.lines()) {
            let key = line.split_once(" =").map(|(key, _)| key);
            let key = key.filter(|key| !key.starts_with([' ', '#', '*', '[']));
            assert!(key.is_none_or(|key| seen.insert(key)), "{line}");
        }
        assert!(seen.len() > 500);
    }

    #[test]
    fn every_door_has_its_words() {
        let text = Catalogue::new("en");
        for door in crate::model::submission::DOORS {
            assert!(text.has(&format!("door-{door}")), "no text door-{door}");
        }
    }

    #[test]
    fn every_note_on_an_imported_row_has_its_words() {
        let text = Catalogue::new("en");
        for code in jobs::list::CODES {
            assert!(text.has(&format!("import-{code}")), "no text import-{code}");
        }
    }

    #[test]
    fn every_code_of_the_steps_has_its_words() {
        let text = Catalogue::new("en");
        for code in jobs::Code::ALL {
            assert!(
                text.has(&format!("error-{}", code.as_str())),
                "no text error-{}",
                code.as_str()
            );
        }
    }
}
