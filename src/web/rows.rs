//! Groups as they stand in a list: where, how much, and when last heard from.

use crate::app::App;
use crate::db::group::Listed;

/// A group in a list.
pub struct Row {
    pub path: String,
    pub name: String,
    pub city: String,
    pub hue: i64,
    pub entries: i64,
    pub heard: String,
    /// Whole kilometres from where somebody looks; nothing where nobody does.
    pub km: Option<i64>,
}

/// Groups as rows, in their order.
pub fn rows(app: &App, groups: impl Iterator<Item = Listed>) -> Vec<Row> {
    groups
        .map(|group| Row {
            path: format!("/groups/{}", group.slug),
            name: group.name,
            city: group.city,
            hue: group.hue,
            entries: group.entries,
            heard: group
                .heard_at
                .map(|at| app.text.day_of(at))
                .unwrap_or_default(),
            km: None,
        })
        .collect()
}
