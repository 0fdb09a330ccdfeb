//! Reads settings one by one; a problem is noted, and reading goes on.

use super::{Provider, SETTINGS, Secret};
use jobs::fetch::Allowed;
use url::Url;

/// What is read so far of it all: the problems.
pub(super) struct Reader<'a> {
    pub get: &'a dyn Fn(&str) -> Option<String>,
    pub problems: Vec<String>,
}

impl Reader<'_> {
    pub fn text(&self, name: &'static str) -> String {
        let default = SETTINGS
            .iter()
            .find(|setting| setting.name == name)
            .map_or("", |setting| setting.default);
        (self.get)(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .unwrap_or(default.into())
    }

    pub fn filled(&mut self, name: &'static str) -> String {
        self.checked(name, |text| {
            (text.len() <= 4000)
                .then(|| text.to_owned())
                .ok_or("longer than 4,000 bytes".into())
        })
    }

    /// The value through `check`; a problem is noted and the default's value returned, so that reading can go on.
    pub fn checked<T: Default>(
        &mut self,
        name: &'static str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> T {
        let text = self.text(name);
        check(&text).unwrap_or_else(|problem| {
            // An address with a password in it is not repeated.
            let shown = if ["DATABASE_URL", "PUGCAST_SMTP"].contains(&name) {
                String::new()
            } else {
                format!(" (it is “{text}”)")
            };
            self.problems.push(format!("{name}: {problem}{shown}"));
            T::default()
        })
    }

    pub fn optional<T>(
        &mut self,
        name: &'static str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        (self.get)(name).filter(|value| !value.trim().is_empty())?;
        self.checked(name, |text| check(text).map(Some))
    }

    pub fn parsed<T: std::str::FromStr>(&mut self, name: &'static str, wanted: &str) -> T {
        self.text(name).parse().unwrap_or_else(|_| {
            self.problems.push(format!(
                "{name}: must be {wanted} (it is “{}”)",
                self.text(name)
            ));
            let default = SETTINGS
                .iter()
                .find(|setting| setting.name == name)
                .map_or("", |setting| setting.default);
            default.parse().unwrap_or_else(|_| {
                unreachable!("the default of {name} parses (a test reads all defaults)")
            })
        })
    }

    pub fn number(&mut self, name: &'static str, least: u64, most: u64) -> u64 {
        let value: u64 = self.parsed(name, "a whole number");
        if !(least..=most).contains(&value) {
            self.problems.push(format!(
                "{name}: must be from {least} to {most} (it is {value})"
            ));
        }
        value
    }

    pub fn one_of(&mut self, name: &'static str, words: &[&str]) -> String {
        self.checked(name, |text| {
            words
                .contains(&text)
                .then(|| text.to_owned())
                .ok_or_else(|| format!("must be one of {}", words.join(", ")))
        })
    }

    pub fn list(&mut self, name: &'static str) -> Vec<Allowed> {
        self.checked(name, |text| {
            text.split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| part.parse::<Allowed>())
                .collect()
        })
    }

    pub fn provider(
        &mut self,
        api: &'static str,
        oembed: &'static str,
        key: &'static str,
    ) -> Provider {
        Provider {
            api: self.parsed(api, "a web address"),
            oembed: self.parsed(oembed, "a web address"),
            key: (self.get)(key)
                .map(|key| key.trim().to_owned())
                .filter(|key| !key.is_empty())
                .map(Secret),
        }
    }
}

/// A service's address: scheme, host and port alone.
///
/// # Errors
/// What is wrong with it.
pub fn public_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text.trim_end_matches('/'))
        .map_err(|error| format!("not a web address: {error}"))?;
    match url.scheme() {
        "http" | "https"
            if url.query().is_none() && url.fragment().is_none() && url.path() == "/" =>
        {
            Ok(url)
        }
        "http" | "https" => Err("must be scheme, host and port only".into()),
        other => Err(format!("must begin with http:// or https://, not {other}:")),
    }
}

/// An http or https address, with whatever path and query.
pub(super) fn web_address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("not a web address: {error}"))?;
    match url.scheme() {
        "http" | "https" => Ok(url),
        other => Err(format!("must begin with http:// or https://, not {other}:")),
    }
}

pub(super) fn language(text: &str) -> Result<String, String> {
    text.parse::<unic_langid::LanguageIdentifier>()
        .map(|tag| tag.to_string())
        .map_err(|_| "not a language tag such as en or pt-BR".into())
}
