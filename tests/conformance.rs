//! What the check of a feed says: a fault and how to mend it, for every rule and for nothing else.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use jobs::conformance::RULES;
use std::collections::BTreeSet;
use unic_langid::langid;

const TEXTS: &str = include_str!("../locales/en/conformance.ftl");

#[test]
fn every_rule_says_what_is_wrong_and_how_to_mend_it() {
    let resource = FluentResource::try_new(TEXTS.to_owned()).unwrap();
    let mut bundle = FluentBundle::new(vec![langid!("en")]);
    bundle.set_use_isolating(false);
    bundle.add_resource(&resource).unwrap();
    let mut arguments = FluentArgs::new();
    arguments.set("about", "this");
    let mut wanted = BTreeSet::new();
    for rule in RULES {
        for id in ["", "-mend"].map(|end| format!("conformance-{}{end}", rule.code)) {
            let message = bundle.get_message(&id);
            let pattern = message.and_then(|message| message.value()).unwrap();
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
            assert!(errors.is_empty(), "{id}: {errors:?}");
            let is_sentence = text.ends_with(['.', '>', ')']) || text.contains(": ");
            assert!(is_sentence && text.len() > 10, "{id}: {text}");
            let mends = id.ends_with("-mend");
            assert!(!mends || !text.contains("this "), "{id}: {text}");
            wanted.insert(id);
        }
    }
    let keys = TEXTS.lines().filter_map(|line| line.split_once(" = "));
    let keys: BTreeSet<String> = keys
        .map(|(key, _)| key.to_owned())
        .filter(|key| key.starts_with("conformance-"))
        .collect();
    assert_eq!(keys, wanted);
}
