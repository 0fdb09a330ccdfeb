//! One article's page, by its `citation_` names.

use super::{day, language, person};
use crate::html::{self, plain};
use crate::provider::{Found, Source, text, web};
use scraper::{Html, Selector};
use std::sync::Arc;
use url::Url;

/// An article's page, when it says that it is one.
pub fn article(html: &str, address: &Url) -> Option<Found> {
    let metas = Selector::parse("meta[name][content]").ok()?;
    let html = Html::parse_document(&html::head(html));
    let metas: Vec<(String, &str)> = html
        .select(&metas)
        .filter_map(|meta| {
            Some((
                meta.attr("name")?.to_ascii_lowercase(),
                meta.attr("content")?,
            ))
        })
        .collect();
    let all = |name: &'static str| {
        let of_name = metas.iter().filter(move |(known, _)| known == name);
        of_name
            .map(|(_, words)| *words)
            .filter(|words| !words.trim().is_empty())
    };
    let one = |name| text(all(name).next().map(plain));
    let title = one("citation_title")?;
    let journal = one("citation_journal_title")?;
    let volume = one("citation_volume").map(|volume| format!("Vol. {volume}"));
    let issue = one("citation_issue").map(|issue| format!("No. {issue}"));
    let pages = one("citation_firstpage").map(|first| match one("citation_lastpage") {
        Some(last) => format!("pp. {first}–{last}"),
        None => format!("p. {first}"),
    });
    let cited = [Some(journal.clone()), volume, issue, pages];
    let journal_page = address
        .as_str()
        .split("/article/")
        .next()
        .unwrap_or(address.as_str());
    Some(Found {
        canonical: address.to_string(),
        origin: "article-page".into(),
        kind: "article".into(),
        title: Some(title),
        description: one("citation_abstract").or_else(|| one("dc.description")),
        author: Some(journal.clone()),
        published_on: all("citation_date")
            .chain(all("citation_publication_date"))
            .find_map(day),
        language: all("citation_language").find_map(language),
        guid: Some(address.to_string()),
        people: all("citation_author").filter_map(person).collect(),
        document: all("citation_pdf_url").find_map(|document| web(document, address)),
        citation: Some(cited.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        source: Some(Arc::new(Source {
            provider: "journal".into(),
            address: journal_page.to_owned(),
            title: journal,
            link: Some(journal_page.to_owned()),
            author: None,
        })),
        ..Found::default()
    })
}
