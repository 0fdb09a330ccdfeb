//! How often a feed says that it changes.

use std::time::Duration;

/// `<ttl>` of RSS 2.0, in minutes, or RSS 1.0's `updatePeriod`; nothing where it says neither.
pub fn ttl(feed: &[u8]) -> Option<Duration> {
    // Both stand in the channel's head.
    let head = String::from_utf8_lossy(&feed[..feed.len().min(64 << 10)]);
    let said = |name: &str| {
        let (_, rest) = head.split_once(&format!("<{name}>"))?;
        let (value, _) = rest.split_once('<')?;
        Some(value.trim().to_owned())
    };
    if let Some(minutes) = said("ttl").and_then(|ttl| ttl.parse::<u32>().ok()) {
        return Some(Duration::from_secs(60 * u64::from(minutes)));
    }
    let hours = match said("sy:updatePeriod")?.as_str() {
        "hourly" => 1,
        "daily" => 24,
        "weekly" => 24 * 7,
        "monthly" => 24 * 30,
        "yearly" => 24 * 365,
        _ => return None,
    };
    let often = said("sy:updateFrequency").and_then(|often| often.parse::<u32>().ok());
    Some(Duration::from_secs(3600 * hours) / often.unwrap_or(1).max(1))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_feeds_say() {
        let ttl = |text: &str| super::ttl(text.as_bytes()).map(|ttl| ttl.as_secs());
        assert_eq!(ttl("<channel><ttl> 90 </ttl>"), Some(5400));
        assert_eq!(ttl("<ttl>soon</ttl>"), None);
        assert_eq!(
            ttl(
                "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
            ),
            Some(6 * 3600)
        );
        assert_eq!(ttl("<feed>"), None);
    }
}
