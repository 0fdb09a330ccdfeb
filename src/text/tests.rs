//! What must hold of the catalogue, in every language.

use super::*;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

const FILES: [(&str, [&str; 8]); 4] = [
    ("en", files!("en")),
    ("es", files!("es")),
    ("fr", files!("fr")),
    ("ja", files!("ja")),
];

/// What a text consists of, whatever its words.
#[derive(Default)]
struct Parts {
    blanks: BTreeSet<String>,
    /// Texts of placeables: `{"{"}` is none of ours to translate.
    literals: Vec<String>,
    words: String,
}

impl Parts {
    fn of(pattern: &Pattern<&str>) -> Parts {
        let mut parts = Parts::default();
        parts.add(pattern);
        parts
    }

    fn add(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.add(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.blanks.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.literals.push((*value).to_owned()),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|one| self.inline(one));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

fn resource(text: &str) -> FluentResource {
    let parsed = FluentResource::try_new(text.to_owned());
    parsed.unwrap_or_else(|(_, errors)| panic!("{errors:?}"))
}

/// Every text of a file by its key; a key that stands twice is a fault.
fn texts(language: &str, file: &str) -> BTreeMap<String, Parts> {
    let mut texts = BTreeMap::new();
    for entry in resource(file).entries() {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let pattern = message.value.as_ref();
                let parts = Parts::of(pattern.unwrap_or_else(|| panic!("{language}: {key}")));
                assert!(
                    texts.insert(key.clone(), parts).is_none(),
                    "{language}: {key} stands twice"
                );
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{language}: {other:?}"),
        }
    }
    texts
}

#[test]
fn no_text_stands_twice() {
    for (language, files) in FILES {
        let mut seen = HashSet::new();
        for file in files {
            for key in texts(language, file).into_keys() {
                assert!(seen.insert(key.clone()), "{language}: {key} stands twice");
            }
        }
        assert!(seen.len() > 500);
    }
}

#[test]
fn every_language_says_everything() {
    let [(_, english), others @ ..] = FILES;
    for (language, files) in others {
        let mut same = Vec::new();
        for (english, own) in english.iter().zip(files) {
            let (english, own) = (texts("en", english), texts(language, own));
            let missing: Vec<_> = english
                .keys()
                .filter(|key| !own.contains_key(*key))
                .collect();
            assert!(missing.is_empty(), "{language} has no {missing:?}");
            let more: Vec<_> = own
                .keys()
                .filter(|key| !english.contains_key(*key))
                .collect();
            assert!(more.is_empty(), "{language} alone has {more:?}");
            for (key, english) in &english {
                let own = &own[key];
                assert_eq!(own.blanks, english.blanks, "{language}: {key}");
                let braces =
                    |parts: &Parts| parts.literals.iter().filter(|one| *one == "{").count();
                assert_eq!(braces(own), braces(english), "{language}: {key}");
                if own.words == english.words && english.words.len() > 40 {
                    same.push(key.clone());
                }
            }
        }
        assert!(same.is_empty(), "{language} says in English: {same:?}");
    }
}

/// What our script fills in stays as it is.
#[test]
fn what_the_script_fills_stays() {
    for text in Catalogue::all() {
        for key in ["file-sending", "file-sent", "file-failed", "file-broken"] {
            assert!(text.t(key).contains("{file}"), "{} {key}", text.language());
        }
    }
}

#[test]
fn what_is_missing_is_said_in_english() {
    let text = Catalogue::new("fr");
    assert!(text.has("nav-groups") && !text.has("no-such-text"));
    assert_eq!(text.t("no-such-text"), "[no-such-text]");
    let mut args = FluentArgs::new();
    args.set("count", 2);
    assert!(text.filled("no-such-text", &args).is_none());
}

#[test]
fn a_kind_of_a_language_finds_it() {
    let found = |tag| Catalogue::find(tag).map(Catalogue::language);
    for (tag, wanted) in [
        ("en", Some("en")),
        ("EN-gb", Some("en")),
        ("fr-Latn-CA", Some("fr")),
        ("ja", Some("ja")),
        ("eng", None),
        ("", None),
        ("-", None),
        ("ar-XB", None),
    ] {
        assert_eq!(found(tag), wanted, "{tag}");
    }
    assert_eq!(Catalogue::new("pt-BR").language(), "en");
    assert_eq!(Catalogue::new("ar-xb").direction(), "rtl");
    assert!(
        Catalogue::all()
            .iter()
            .all(|text| text.direction() == "ltr")
    );
}

#[test]
fn plurals_and_amounts_are_each_languages_own() {
    let said = |language: &str, key: &str, name: &str, value: &str| {
        Catalogue::new(language).with(key, &[(name, value.into())])
    };
    assert_eq!(said("en", "groups-count", "count", "1"), "one group");
    assert_eq!(
        said("en", "groups-count", "count", "12345"),
        "12,345 groups"
    );
    // A name that is a number is none.
    assert_eq!(said("en", "entry-by", "author", "2600"), "by 2600");
    let number = |language| Catalogue::new(language).number(1_234_567);
    assert_eq!(number("es"), "1.234.567");
    assert_eq!(number("fr"), "1\u{202f}234\u{202f}567");
    assert_eq!(number("ja"), "1,234,567");
}

#[test]
fn days_and_moments_are_written_as_each_language_does() {
    for (language, day, moment) in [
        ("en", "Sat 14 Nov 2026", "Mon 23 Nov 2026, 17:42 UTC"),
        ("es", "sáb, 14 nov 2026", "lun, 23 nov 2026, 17:42 UTC"),
        ("fr", "sam. 14 nov. 2026", "lun. 23 nov. 2026, 17:42 UTC"),
        ("ja", "2026/11/14(土)", "2026/11/23(月) 17:42 UTC"),
    ] {
        let text = Catalogue::new(language);
        assert_eq!(text.day("2026-11-14"), day);
        assert_eq!(text.moment(1_795_455_720_000), moment);
        assert_eq!(text.day_of(1_795_455_720_000), text.day("2026-11-23"));
    }
    let text = Catalogue::new("en");
    for odd in ["", "soon", "2026-02-30", "99999-01-01"] {
        assert_eq!(text.day(odd), odd, "what is no day stays as it is");
    }
    assert_eq!(text.date("2026-11-14".parse().unwrap()), "14 November 2026");
    assert!(text.moment(i64::MAX).ends_with("UTC"));
}

#[test]
fn sizes_and_places_are_written() {
    let text = Catalogue::new("en");
    assert_eq!(text.file("a.mp3", 34_107), "a.mp3 (35 kB)");
    assert_eq!(text.file("a.mp3", 34_107_000), "a.mp3 (34.1 MB)");
    assert_eq!(Catalogue::new("fr").file("a", 34_107_000), "a (34,1 Mo)");
    assert_eq!(text.tenths(-235), "−23.5");
    assert_eq!(text.place("Lagos", Some("NG")), "Lagos, Nigeria");
    assert_eq!(text.place("", Some("NG")), "Nigeria");
    assert_eq!(text.place("Lagos", None), "Lagos");
    assert_eq!(text.place("", None), "");
    assert_eq!(text.place("Lagos", Some("xx")), "Lagos, xx");
}

#[test]
fn names_stand_in_the_order_of_an_alphabet() {
    let text = Catalogue::new("fr");
    let mut names = ["Zambie", "Égypte", "Espagne", "eau"];
    names.sort_by(|one, other| text.order(one, other));
    assert_eq!(names, ["eau", "Égypte", "Espagne", "Zambie"]);
    let countries = text.countries();
    assert!(countries.len() > 240 && countries.iter().any(|one| one.code == "XK"));
}

/// Every letter of ours bears a mark; what is filled in stays as it is.
#[test]
fn the_pseudo_language_marks_every_word() {
    let text = Catalogue::new("ar-XB");
    let said = text.with("gone-group", &[("group", "PyX".into())]);
    assert!(said.ends_with("PyX"), "{said}");
    let ours = said.trim_end_matches("PyX");
    assert!(!ours.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    let length = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let english = Catalogue::new("en").with("gone-group", &[("group", "".into())]);
    assert!(length(ours) * 4 > length(&english) * 5, "{said}");
    assert!(!text.day("2026-11-14").contains("Nov"));
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
