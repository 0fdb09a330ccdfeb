//! A group: people who meet.

use super::GroupId;

/// A group of the roster.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its address under `/groups/`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its city; empty when it has none.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The language it mostly speaks, BCP 47.
    pub language: Option<String>,
    /// Which of the twelve hues of the look.
    pub hue: i64,
}

/// What a roster says of a group beside its name and place.
#[derive(Clone, Debug, Default, PartialEq, sqlx::FromRow)]
pub struct Details {
    /// State or province.
    pub region: Option<String>,
    /// http or https.
    pub website: Option<String>,
    /// `usergroup`, `pyladies`, or `showcase`: the showcase itself, which publishes the world tours.
    pub kind: Option<String>,
    /// 1 where it no longer meets.
    pub defunct: i64,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// What the roster says of it.
    pub detail: Option<String>,
    /// Where the roster has it from.
    pub origin: Option<String>,
    /// What it costs to come, in words.
    pub cost: Option<String>,
    /// How one takes part.
    pub part: Option<String>,
    /// What one should know who comes for the first time.
    pub first_time: Option<String>,
    /// Who organizes it.
    pub organized_by: Option<String>,
    /// Since when it meets: a year, a month or a day, ISO 8601.
    pub since: Option<String>,
    /// The last day on which it is known to have met or answered, as an editor noted it.
    pub answered_on: Option<String>,
    /// The day on which an editor noted that it no longer meets; nothing where a list said so.
    pub gone_on: Option<String>,
}

/// The kind of the showcase itself, which is on no roster.
pub const SHOWCASE: &str = "showcase";

impl Details {
    /// Whether it is the showcase itself.
    pub fn is_showcase(&self) -> bool {
        self.kind.as_deref() == Some(SHOWCASE)
    }

    /// Degrees north and east, where both are known.
    pub fn place(&self) -> Option<(f64, f64)> {
        self.latitude.zip(self.longitude)
    }
}

/// A group as somebody names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its city; may be empty.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// Slugs that no group has: pages of ours stand there.
const TAKEN: &[&str] = &["new"];

impl Named {
    /// The slug that it would like.
    pub fn slug(&self) -> String {
        let slug = slug(&self.name, "group");
        match TAKEN.contains(&slug.as_str()) {
            true => format!("{slug}-group"),
            false => slug,
        }
    }

    /// Name, city and country folded: equal for the same group.
    pub fn sameness(&self) -> String {
        let fold = |text: &str| {
            text.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase()
        };
        format!(
            "{}|{}|{}",
            fold(&self.name),
            fold(&self.city),
            self.country.as_deref().unwrap_or("")
        )
    }

    /// A hue of 0 to 11 that stays the same for the same name.
    pub fn hue(&self) -> i64 {
        self.name
            .bytes()
            .fold(7i64, |hash, byte| (hash * 31 + i64::from(byte)) % 997)
            % 12
    }
}

/// Letters, digits and hyphens for an address; never empty.
pub fn slug(text: &str, otherwise: &str) -> String {
    let mut slug = slug::slugify(text);
    slug.truncate(slug.char_indices().nth(80).map_or(slug.len(), |(at, _)| at));
    let slug = slug.trim_matches('-');
    if slug.is_empty() {
        otherwise.to_owned()
    } else {
        slug.to_owned()
    }
}
