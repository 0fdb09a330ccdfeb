//! `podcast:person`: who took part, in the words of the Podcast Taxonomy,
//! <https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json>.

use super::rule;
use crate::conformance::element::Element;
use crate::conformance::ledger::Ledger;

pub(super) fn check(element: &Element<'_, '_>, ledger: &mut Ledger<'_>) {
    if element.value().is_empty() {
        ledger.fault_at(rule::PERSON, element.at, "");
    }
    let is_in =
        |list: &[&str], word: &str| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let role = element.attribute("role");
    if let Some(role) = role.filter(|role| !is_in(ROLES, role)) {
        ledger.fault_at(rule::PERSON_ROLE, element.at, role);
    }
    let group = element.attribute("group");
    if let Some(group) = group.filter(|group| !is_in(GROUPS, group)) {
        ledger.fault_at(rule::PERSON_GROUP, element.at, group);
    }
}

const GROUPS: &[&str] = &[
    "creative direction",
    "cast",
    "writing",
    "audio production",
    "audio post-production",
    "administration",
    "visuals",
    "community",
    "misc.",
    "video production",
    "video post-production",
];

const ROLES: &[&str] = &[
    "director",
    "assistant director",
    "executive producer",
    "senior producer",
    "producer",
    "associate producer",
    "development producer",
    "creative director",
    "host",
    "co-host",
    "guest host",
    "guest",
    "voice actor",
    "narrator",
    "announcer",
    "reporter",
    "author",
    "editorial director",
    "co-writer",
    "writer",
    "songwriter",
    "guest writer",
    "story editor",
    "managing editor",
    "script editor",
    "script coordinator",
    "researcher",
    "editor",
    "fact checker",
    "translator",
    "transcriber",
    "logger",
    "studio coordinator",
    "technical director",
    "technical manager",
    "audio engineer",
    "remote recording engineer",
    "post production engineer",
    "audio editor",
    "sound designer",
    "foley artist",
    "composer",
    "theme music",
    "music production",
    "music contributor",
    "production coordinator",
    "booking coordinator",
    "production assistant",
    "content manager",
    "marketing manager",
    "sales representative",
    "sales manager",
    "graphic designer",
    "cover art designer",
    "social media manager",
    "consultant",
    "intern",
    "camera operator",
    "lighting designer",
    "camera grip",
    "assistant camera",
    "assistant editor",
];
