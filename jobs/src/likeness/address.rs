//! One key for all forms of a link.

use crate::link::{self, Link};
use url::Url;

/// Parameters that say where a reader came from, not what they read.
const TRACKING: &[&str] = &[
    "fbclid", "gclid", "dclid", "yclid", "msclkid", "igshid", "twclid", "mc_cid", "mc_eid", "_ga",
    "_gl", "_hsenc", "_hsmi", "ref", "ref_src", "ref_url", "referrer", "source", "spm", "si",
    "feature", "share", "shared", "cmpid", "wt_mc", "trk", "xtor",
];
/// How families of such parameters begin.
const FAMILIES: &[&str] = &["utm_", "pk_", "mtm_", "piwik_", "hsa_", "at_"];

/// The key of an address: without scheme, `www.`, closing slash, fragment and tracking parameters. What is on a
/// provider that we know has its id as key, whichever form the link has. Nothing where it is no address, or a site's
/// front page: many things are sent with their group's.
pub fn key(address: &str) -> Option<String> {
    let address = address.trim();
    if address.starts_with('/') {
        return Some(address.to_owned()); // a file of ours
    }
    match link::parse(address) {
        Ok(Link::Page(_)) | Err(_) => plain(address),
        Ok(link) => Some(format!(
            "{}/{}/{}",
            link.provider().as_str(),
            link.kind(),
            link.id()
        )),
    }
}

/// The key of a source or a guid that is an address: with and without s, `www.`, the closing slash and `utm_…` it is
/// one. Its other parameters and what is behind the # may be all that tells it from the next; whatever is no address
/// stays.
pub(super) fn name_key(name: &str) -> String {
    let rest = ["http://", "https://"]
        .iter()
        .find_map(|scheme| name.strip_prefix(scheme));
    let Some(rest) = rest else {
        return name.to_owned();
    };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let (front, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = front.split_once('?').unwrap_or((front, ""));
    let kept = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("utm_"));
    let kept: Vec<&str> = kept.collect();
    format!(
        "{}?{}#{fragment}",
        path.trim_end_matches('/'),
        kept.join("&")
    )
}

/// Hosts that count downloads and send on to the address that stands in their path.
const COUNTERS: &[&str] = &[
    "podtrac.com",
    "chrt.fm",
    "chtbl.com",
    "op3.dev",
    "pdst.fm",
    "pdcn.co",
    "prfx.byspotify.com",
    "mgln.ai",
    "arttrk.com",
    "claritaspod.com",
    "pscrb.fm",
    "verifi.podscribe.com",
    "swap.fm",
    "podkite.com",
    "blubrry.com",
    "gum.fm",
    "adbarker.com",
    "vpixl.com",
    "dovetail.prxu.org",
];

/// Where an address leads in the end, past those who only count; nothing where nobody does.
fn behind_counters(url: &Url) -> Option<Url> {
    let host = url.host_str()?;
    let counts = |counter: &&str| {
        host.strip_suffix(*counter)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    COUNTERS.iter().find(|counter| counts(counter))?;
    let path = url.path().trim_start_matches('/');
    let mut from = 0;
    for part in path.split('/') {
        let rest = &path[from..];
        from += part.len() + 1;
        let is_host = part.rsplit_once('.').is_some_and(|(name, end)| {
            !name.is_empty() && end.len() >= 2 && end.bytes().all(|b| b.is_ascii_alphabetic())
        });
        // A host comes before a path; "redirect.mp3" is the counter's own.
        if is_host && rest.contains('/') && !part.starts_with("redirect.") {
            let mut behind = Url::parse(&format!("https://{rest}")).ok()?;
            behind.set_query(url.query());
            return Some(behind);
        }
    }
    None
}

fn plain(address: &str) -> Option<String> {
    let mut url = Url::parse(address)
        .or_else(|_| Url::parse(&format!("https://{address}")))
        .ok()?;
    // One counts for another, a few times at most.
    for _ in 0..5 {
        match behind_counters(&url) {
            Some(next) => url = next,
            None => break,
        }
    }
    if !["http", "https"].contains(&url.scheme()) {
        return None;
    }
    let host = url.host_str()?.trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let mut kept: Vec<(String, String)> = url
        .query_pairs()
        .into_owned()
        .filter(|(name, _)| {
            let name = name.to_ascii_lowercase();
            !TRACKING.contains(&name.as_str()) && !FAMILIES.iter().any(|f| name.starts_with(f))
        })
        .collect();
    kept.sort();
    let deeper = |text: &str| text.starts_with(['!', '/']);
    if url.path() == "/" && kept.is_empty() && !url.fragment().is_some_and(deeper) {
        return None;
    }
    let mut key = format!("{host}{}", url.path().trim_end_matches('/'));
    // Sites that paint themselves by script keep their pages behind the #.
    if let Some(fragment) = url.fragment().filter(|text| deeper(text)) {
        key = format!("{key}#{fragment}");
    }
    for (at, (name, value)) in kept.iter().enumerate() {
        let mark = if at == 0 { '?' } else { '&' };
        key = format!("{key}{mark}{name}={value}");
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::{key, name_key};

    #[test]
    fn one_key_for_all_forms() {
        let same = |forms: &[&str]| {
            let first = key(forms[0]).unwrap();
            for form in forms {
                assert_eq!(key(form).as_deref(), Some(&*first), "{form}");
            }
        };
        same(&[
            "https://youtu.be/HRb7B9fPhfA?si=abc",
            "http://www.youtube.com/watch?v=HRb7B9fPhfA&list=PL46F0A159EC02DF82&index=3",
            "https://m.youtube.com/watch?v=HRb7B9fPhfA&t=30s",
            "https://www.youtube.com/embed/HRb7B9fPhfA",
        ]);
        same(&[
            "https://www.flickr.com/photos/someone/32812033543/",
            "https://www.flickr.com/photo.gne?id=32812033543",
            "https://flic.kr/p/RZufqg",
        ]);
        same(&[
            "https://notes.example/article/14",
            "http://www.notes.example/article/14/",
            "https://notes.example:443/article/14?utm_source=mail&fbclid=x#top",
        ]);
        same(&[
            "https://files.a.example/il-112.mp3",
            "https://dts.podtrac.com/redirect.mp3/chrt.fm/track/7G3D11/files.a.example/il-112.mp3",
            "https://op3.dev/e/files.a.example/il-112.mp3",
            "https://www.podtrac.com/pts/redirect.mp3/files.a.example/il-112.mp3",
        ]);
        same(&["https://a.example/?b=2&a=1", "http://a.example?a=1&b=2"]);
        same(&[
            "https://archive.org/details/pyx-7",
            "http://archive.org/details/pyx-7",
        ]);
    }

    #[test]
    fn names_lose_nothing_that_may_tell_them_apart() {
        assert_eq!(
            name_key("https://a.example/14?utm_source=mail"),
            name_key("http://a.example/14")
        );
        assert_eq!(
            name_key("https://www.a.example/feed/"),
            name_key("http://a.example/feed")
        );
        for (one, other) in [
            ("https://a.example/29#rule1", "https://a.example/29#rule2"),
            ("https://a.example/?ref=1", "https://a.example/?ref=2"),
            ("tag:a.example,2018:1", "tag:a.example,2018:2"),
        ] {
            assert_ne!(name_key(one), name_key(other));
        }
    }

    #[test]
    fn what_tells_pages_apart_stays() {
        let different = |a: &str, b: &str| assert_ne!(key(a), key(b), "{a} {b}");
        different("https://a.example/talk?id=1", "https://a.example/talk?id=2");
        different("https://a.example/1", "https://b.example/1");
        different(
            "https://op3.dev/e/a.example/play.php?id=1",
            "https://op3.dev/e/a.example/play.php?id=2",
        );
        different("https://a.example/#!/1", "https://a.example/#!/2");
        different(
            "https://youtu.be/HRb7B9fPhfA",
            "https://youtu.be/HRb7B9fPhfB",
        );
        different("https://a.example/A", "https://a.example/a");
        assert_eq!(key("mailto:a@example.org"), None);
        assert_eq!(key("https://group.example/?utm_source=mail"), None);
        assert_eq!(key("/media/abc.mp3").as_deref(), Some("/media/abc.mp3"));
    }
}
