//! Every text of ours, from the Fluent catalogue (projectfluent.org) in `locales/`: a folder a language, complete in
//! each. What is missing in one is said in English. A further language is a folder and a line below.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};
use unic_langid::LanguageIdentifier;
use written::Written;

mod pseudo;
mod written;

pub use written::Country;

/// The files of a language, in the order they are read.
macro_rules! files {
    ($folder:literal) => {
        [
            include_str!(concat!("../../locales/", $folder, "/site.ftl")),
            include_str!(concat!("../../locales/", $folder, "/written.ftl")),
            include_str!(concat!("../../locales/", $folder, "/command.ftl")),
            include_str!(concat!("../../locales/", $folder, "/conformance.ftl")),
            include_str!(concat!("../../locales/", $folder, "/import.ftl")),
            include_str!(concat!("../../locales/", $folder, "/mail.ftl")),
            include_str!(concat!("../../locales/", $folder, "/search.ftl")),
            include_str!(concat!("../../locales/", $folder, "/source.ftl")),
        ]
    };
}

#[cfg(test)]
mod tests;

/// Blanks that are amounts: their digits are grouped as the language does it. All else that looks like a number may be
/// a name or a year.
const AMOUNTS: &[&str] = &[
    "accepted",
    "all",
    "count",
    "countries",
    "days",
    "declined",
    "done",
    "episodes",
    "hours",
    "items",
    "joined",
    "known",
    "left",
    "mib",
    "most",
    "number",
    "pages",
    "people",
    "pictures",
    "refused",
    "removed",
    "score",
    "seconds",
    "sources",
    "submissions",
    "taken",
    "things",
    "total",
    "waiting",
    "written",
];

static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new("en", "English", &files!("en")));
static SPANISH: LazyLock<Texts> = LazyLock::new(|| Texts::new("es", "Español", &files!("es")));
static FRENCH: LazyLock<Texts> = LazyLock::new(|| Texts::new("fr", "Français", &files!("fr")));
static JAPANESE: LazyLock<Texts> = LazyLock::new(|| Texts::new("ja", "日本語", &files!("ja")));
static PSEUDO: LazyLock<Texts> = LazyLock::new(|| {
    let mut texts = Texts::new(pseudo::TAG, "Pseudo", &files!("en"));
    texts.bundle.set_transform(Some(pseudo::transform));
    texts
});

/// The texts in one language. Costs nothing to copy.
#[derive(Clone, Copy)]
pub struct Catalogue(&'static Texts);

/// A language: its texts, and how it writes days and numbers.
struct Texts {
    tag: &'static str,
    name: &'static str,
    bundle: FluentBundle<FluentResource>,
    written: Written,
}

impl Texts {
    fn new(tag: &'static str, name: &'static str, files: &[&str]) -> Texts {
        // The pseudo-language is English but for its letters and its direction.
        let language = if tag == pseudo::TAG { "en" } else { tag };
        let language: LanguageIdentifier =
            language.parse().expect("the tags above are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
        // The marks that isolate placeables would end up in feeds, addresses and mail subjects.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(written::number));
        bundle
            .add_function("NUMBER", |positional, _| match positional.first() {
                Some(FluentValue::Number(number)) => amount(number.clone()),
                _ => FluentValue::Error,
            })
            .expect("it is the first function of this name");
        for texts in files {
            // A faulty line in the catalogue costs that line; a test holds it faultless.
            let resource = FluentResource::try_new((*texts).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Texts {
            tag,
            name,
            bundle,
            written: Written::new(&language),
        }
    }
}

impl Catalogue {
    /// The languages that every text is in, English first.
    pub fn all() -> [Catalogue; 4] {
        [&ENGLISH, &SPANISH, &FRENCH, &JAPANESE].map(|texts| Catalogue(texts))
    }

    /// The texts in a showcase's language, or in English where we do not have it yet. The pseudo-language of the tests,
    /// `ar-XB`, is had in no other way.
    pub fn new(language: &str) -> Catalogue {
        if language.eq_ignore_ascii_case(pseudo::TAG) {
            return Catalogue(&PSEUDO);
        }
        Catalogue::find(language).unwrap_or(Catalogue(&ENGLISH))
    }

    /// The texts in a language or in what it is a kind of (`fr` for `fr-CA`), as RFC 4647 looks them up.
    pub fn find(tag: &str) -> Option<Catalogue> {
        let all = Catalogue::all();
        let mut tag = tag.trim();
        loop {
            let found = all.iter().find(|one| one.0.tag.eq_ignore_ascii_case(tag));
            if found.is_some() {
                return found.copied();
            }
            tag = tag.rsplit_once('-')?.0;
        }
    }

    /// The language of these texts, BCP 47.
    pub fn language(self) -> &'static str {
        self.0.tag
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// `rtl` or `ltr`: how these texts run.
    pub fn direction(self) -> &'static str {
        crate::model::language::direction(self.0.tag)
    }

    /// A text without blanks to fill.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with these blanks filled. One that is missing is said in English; one that is missing there too shows its
    /// key: plain to see, and a test finds it.
    pub fn with(&self, key: &str, blanks: &[(&str, Cow<'_, str>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in blanks {
            // Whole numbers go in as numbers, so that a text can choose its plural.
            let value = match value.parse::<i64>() {
                Ok(number) if number.to_string() == *value.as_ref() => {
                    let number = FluentNumber::new(number as f64, plain());
                    if AMOUNTS.contains(name) {
                        amount(number)
                    } else {
                        FluentValue::Number(number)
                    }
                }
                _ => FluentValue::from(value.to_string()),
            };
            args.set(name.to_string(), value);
        }
        self.filled(key, &args)
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.0.bundle.has_message(key) || ENGLISH.bundle.has_message(key)
    }

    fn filled(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let own = self.0.bundle.get_message(key);
        let (bundle, message) = match own {
            Some(message) => (&self.0.bundle, message),
            None => {
                missing(self.0.tag, key);
                (&ENGLISH.bundle, ENGLISH.bundle.get_message(key)?)
            }
        };
        let text = bundle.format_pattern(message.value()?, Some(args), &mut Vec::new());
        Some(text.into_owned())
    }
}

/// A number without grouped digits.
fn plain() -> FluentNumberOptions {
    FluentNumberOptions {
        use_grouping: false,
        ..FluentNumberOptions::default()
    }
}

/// A number with grouped digits.
fn amount(mut number: FluentNumber) -> FluentValue<'static> {
    number.options.use_grouping = true;
    FluentValue::Number(number)
}

/// Said once for each text.
fn missing(language: &'static str, key: &str) {
    static SAID: Mutex<Option<HashSet<(&str, String)>>> = Mutex::new(None);
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    let said = said.get_or_insert_default();
    if said.insert((language, key.to_owned())) {
        tracing::debug!(language, key, "a text is missing");
    }
}
