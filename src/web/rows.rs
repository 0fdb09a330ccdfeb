//! Groups as they stand in a list: where, how much, and when last heard from.

use super::show;
use crate::app::App;
use crate::roster::Standing;

/// A group in a list.
pub struct Row {
    pub path: String,
    pub name: String,
    pub city: String,
    pub hue: i64,
    pub entries: i64,
    pub life: &'static str,
    pub heard: String,
    /// Whole kilometres from where somebody looks; nothing where nobody does.
    pub km: Option<i64>,
}

/// Groups as rows, in their order.
pub fn rows<'a>(app: &App, groups: impl Iterator<Item = &'a Standing>) -> Vec<Row> {
    groups
        .map(|standing| Row {
            path: format!("/groups/{}", standing.group.slug),
            name: standing.group.name.clone(),
            city: standing.group.city.clone(),
            hue: standing.group.hue,
            entries: standing.group.entries,
            life: standing.life.as_str(),
            heard: show::heard(app, standing),
            km: None,
        })
        .collect()
}
