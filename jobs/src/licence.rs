//! Licences, by their SPDX names, and what each lets us do.

use serde::{Deserialize, Serialize};

/// What we may do with a medium or with somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Licence {
    /// All rights reserved: show and link, no copy.
    #[serde(rename = "all-rights-reserved")]
    AllRightsReserved,
    /// Creative Commons Attribution 4.0.
    #[serde(rename = "CC-BY-4.0")]
    CcBy4,
    /// Creative Commons Attribution-ShareAlike 4.0.
    #[serde(rename = "CC-BY-SA-4.0")]
    CcBySa4,
    /// Creative Commons Attribution-NonCommercial 4.0.
    #[serde(rename = "CC-BY-NC-4.0")]
    CcByNc4,
    /// Creative Commons Attribution-NonCommercial-ShareAlike 4.0.
    #[serde(rename = "CC-BY-NC-SA-4.0")]
    CcByNcSa4,
    /// Creative Commons Attribution-NoDerivatives 4.0.
    #[serde(rename = "CC-BY-ND-4.0")]
    CcByNd4,
    /// Creative Commons Attribution-NonCommercial-NoDerivatives 4.0.
    #[serde(rename = "CC-BY-NC-ND-4.0")]
    CcByNcNd4,
    /// Creative Commons Attribution 2.0 (Flickr's older set).
    #[serde(rename = "CC-BY-2.0")]
    CcBy2,
    /// Creative Commons Attribution-ShareAlike 2.0.
    #[serde(rename = "CC-BY-SA-2.0")]
    CcBySa2,
    /// Creative Commons Attribution-NonCommercial 2.0.
    #[serde(rename = "CC-BY-NC-2.0")]
    CcByNc2,
    /// Creative Commons Attribution-NonCommercial-ShareAlike 2.0.
    #[serde(rename = "CC-BY-NC-SA-2.0")]
    CcByNcSa2,
    /// Creative Commons Attribution-NoDerivatives 2.0.
    #[serde(rename = "CC-BY-ND-2.0")]
    CcByNd2,
    /// Creative Commons Attribution-NonCommercial-NoDerivatives 2.0.
    #[serde(rename = "CC-BY-NC-ND-2.0")]
    CcByNcNd2,
    /// Creative Commons Attribution 3.0 (YouTube's reuse licence).
    #[serde(rename = "CC-BY-3.0")]
    CcBy3,
    /// CC0 1.0 public domain dedication.
    #[serde(rename = "CC0-1.0")]
    Cc0,
    /// Public Domain Mark, no known restrictions, or a work of the US government.
    #[serde(rename = "public-domain")]
    PublicDomain,
}

/// The licences a sender can choose, the open ones first.
pub const OFFERED: &[Licence] = &[
    Licence::CcBy4,
    Licence::CcBySa4,
    Licence::CcByNc4,
    Licence::CcByNcSa4,
    Licence::CcByNd4,
    Licence::CcByNcNd4,
    Licence::Cc0,
    Licence::AllRightsReserved,
];

const NAMES: &[(Licence, &str, &str)] = &[
    (Licence::AllRightsReserved, "all-rights-reserved", ""),
    (
        Licence::CcBy4,
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (
        Licence::CcBySa4,
        "CC-BY-SA-4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    (
        Licence::CcByNc4,
        "CC-BY-NC-4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    (
        Licence::CcByNcSa4,
        "CC-BY-NC-SA-4.0",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    ),
    (
        Licence::CcByNd4,
        "CC-BY-ND-4.0",
        "https://creativecommons.org/licenses/by-nd/4.0/",
    ),
    (
        Licence::CcByNcNd4,
        "CC-BY-NC-ND-4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    ),
    (
        Licence::CcBy2,
        "CC-BY-2.0",
        "https://creativecommons.org/licenses/by/2.0/",
    ),
    (
        Licence::CcBySa2,
        "CC-BY-SA-2.0",
        "https://creativecommons.org/licenses/by-sa/2.0/",
    ),
    (
        Licence::CcByNc2,
        "CC-BY-NC-2.0",
        "https://creativecommons.org/licenses/by-nc/2.0/",
    ),
    (
        Licence::CcByNcSa2,
        "CC-BY-NC-SA-2.0",
        "https://creativecommons.org/licenses/by-nc-sa/2.0/",
    ),
    (
        Licence::CcByNd2,
        "CC-BY-ND-2.0",
        "https://creativecommons.org/licenses/by-nd/2.0/",
    ),
    (
        Licence::CcByNcNd2,
        "CC-BY-NC-ND-2.0",
        "https://creativecommons.org/licenses/by-nc-nd/2.0/",
    ),
    (
        Licence::CcBy3,
        "CC-BY-3.0",
        "https://creativecommons.org/licenses/by/3.0/",
    ),
    (
        Licence::Cc0,
        "CC0-1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    (
        Licence::PublicDomain,
        "public-domain",
        "https://creativecommons.org/publicdomain/mark/1.0/",
    ),
];

impl Licence {
    /// The SPDX name, or our own word where SPDX has none.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// The licence's own page, where it has one.
    pub fn url(self) -> Option<&'static str> {
        Some(self.row().2).filter(|url| !url.is_empty())
    }

    /// Every licence there is.
    pub fn all() -> impl Iterator<Item = Licence> {
        NAMES.iter().map(|row| row.0)
    }

    /// The licence of this name.
    pub fn from_text(text: &str) -> Option<Licence> {
        let mut names = NAMES.iter();
        let row = names.find(|row| row.1.eq_ignore_ascii_case(text))?;
        Some(row.0)
    }

    /// The licence whose page a text names, whatever its scheme and language.
    pub fn from_address(text: &str) -> Option<Licence> {
        let text = text.to_ascii_lowercase();
        let (_, path) = text.split_once("creativecommons.org/")?;
        let known = NAMES.iter().find(|row| {
            let page = row.2.split_once("creativecommons.org/");
            let rest = page.and_then(|(_, page)| path.strip_prefix(page.trim_end_matches('/')));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
        });
        known.map(|row| row.0)
    }

    /// Whether we may hold and show a copy, resized and cropped for thumbnails.
    /// A no-derivatives licence allows copies in other formats and sizes
    /// (CC BY-ND 4.0 section 2(a)(4)); all rights reserved allows none.
    pub fn allows_copy(self) -> bool {
        self != Licence::AllRightsReserved
    }

    fn row(self) -> &'static (Licence, &'static str, &'static str) {
        NAMES
            .iter()
            .find(|row| row.0 == self)
            .expect("every licence stands in NAMES")
    }
}
