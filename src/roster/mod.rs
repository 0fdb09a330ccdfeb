//! The roster that does not lie: each group with its last sign of life, told in one place for pages, maps, lists and
//! feeds alike; and what editors do to it.

use crate::app::App;
use crate::db;
use crate::db::group::Listed;
use crate::model::GroupId;
use crate::model::clock::timestamp;
use crate::model::group::Named;
use crate::model::heard::{Heard, Life, day_of, last_begun_day, nearest};
use jiff::civil::Date;
use jobs::likeness::bare;
use jobs::list::roster;

pub mod answers;
pub mod edit;
mod held;
pub mod merge;

pub use held::{Held, all};

/// Groups that are shown as nearby.
const NEAR: usize = 5;
/// Further away only so many are shown as are needed for somebody to write to.
const FAR_KM: f64 = 500.0;
const FEWEST: usize = 2;
/// Groups that are shown as likely the same.
const MOST_ALIKE: usize = 10;

/// A group and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The group.
    pub group: Listed,
    /// When it was last heard from, and by what.
    pub heard: Option<Heard>,
    /// What that says of it.
    pub life: Life,
}

impl Standing {
    fn of(app: &App, group: Listed, heard: Option<Heard>) -> Standing {
        let said = group.gone_on.as_deref().and_then(|day| day.parse().ok());
        let gone = said.unwrap_or_else(|| day_of(timestamp(group.created_at)));
        let gone: Option<Date> = (group.defunct == 1).then_some(gone);
        Standing {
            life: Life::of(heard.as_ref(), gone, day_of(app.clock.now())),
            group,
            heard,
        }
    }

    /// Degrees north and east, where both are known.
    pub fn place(&self) -> Option<(f64, f64)> {
        self.group.latitude.zip(self.group.longitude)
    }
}

/// The same, read from the database.
async fn whole(app: &App) -> db::Result<Vec<Standing>> {
    let groups = db::group::roster(&app.db).await?;
    let mut heard = db::heard::all(&app.db, last_begun_day(app.clock.now())).await?;
    let groups = groups.into_iter();
    Ok(groups
        .map(|group| {
            let heard = heard.remove(&group.id);
            Standing::of(app, group, heard)
        })
        .collect())
}

/// How a group stands; nothing where there is none of this id.
///
/// # Errors
/// What the database says.
pub async fn of(app: &App, id: &GroupId) -> db::Result<Option<Standing>> {
    let Some(group) = db::group::listed(&app.db, id).await? else {
        return Ok(None);
    };
    let heard = db::heard::of(&app.db, id, last_begun_day(app.clock.now())).await?;
    Ok(Some(Standing::of(app, group, heard)))
}

/// The groups nearest to a group, with the distance in kilometres; those that meet no more are passed over. Nothing
/// where nobody knows where it is.
///
/// # Errors
/// What the database says.
pub async fn near(app: &App, here: &Standing) -> db::Result<Vec<(f64, Standing)>> {
    let Some(place) = here.place() else {
        return Ok(Vec::new());
    };
    let placed = db::group::placed(&app.db).await?.into_iter();
    let others = placed.filter(|(id, ..)| *id != here.group.id);
    let mut near = Vec::new();
    for (km, (id, ..)) in nearest(place, others, |(_, north, east)| Some((*north, *east))) {
        if km > FAR_KM && near.len() >= FEWEST {
            break;
        }
        // Their signs of life are asked for one by one: five of thousands are wanted.
        let standing = of(app, &id).await?;
        near.extend(
            standing
                .filter(|other| other.life != Life::Gone)
                .map(|other| (km, other)),
        );
        if near.len() == NEAR {
            break;
        }
    }
    Ok(near)
}

/// The groups that may be the one that is named: of its website, its name or its city, in that order.
///
/// # Errors
/// What the database says.
pub async fn alike(app: &App, named: &Named, website: Option<&str>) -> db::Result<Vec<Standing>> {
    let page = |website: Option<&str>| {
        let group = roster::Group {
            website: website.map(str::to_owned),
            ..roster::Group::default()
        };
        group.page()
    };
    let same = |one: String, other: String| !one.is_empty() && one == other;
    let folded = |text: &str| slug::slugify(text);
    let called = db::group::called(&app.db, named).await?;
    let own = page(website);
    let sign = |other: &Standing| {
        let (name, city) = (&other.group.name, &other.group.city);
        if called
            .as_ref()
            .is_some_and(|group| group.id == other.group.id)
        {
            return Some(0);
        }
        if own.is_some() && own == page(other.group.website.as_deref()) {
            return Some(1);
        }
        let country = named.country.is_none()
            || other.group.country.is_none()
            || named.country == other.group.country;
        if same(folded(&named.name), folded(name)) || country && same(bare(&named.name), bare(name))
        {
            return Some(2);
        }
        (country && same(folded(&named.city), folded(city))).then_some(3)
    };
    let all = all(app).await?;
    let mut alike: Vec<(i32, &Standing)> = all
        .iter()
        .filter_map(|other| Some((sign(other)?, other)))
        .collect();
    alike.sort_by_key(|(sign, _)| *sign);
    alike.truncate(MOST_ALIKE);
    Ok(alike.into_iter().map(|(_, other)| other.clone()).collect())
}
