//! `/podcast.xml`: what directories take (PSP-1), beside the showcase and under the same guids.

use crate::pages::get;
use crate::proposal::{EDITOR, in_review, one_source, resolved};
use crate::support::{Fresh, work};
use crate::upload::{SOUND, with_sound};
use pugcast::app::App;
use pugcast::db::enclosure::Enclosure;
use pugcast::db::submission::Draft;
use pugcast::model::entry::Entry;
use pugcast::model::source::Leave;
use pugcast::model::submission::Submission;
use pugcast::source::taking;
use pugcast::{db, decision};
use rss::Channel;
use std::collections::HashSet;

async fn feed(app: &App, path: &str) -> (Channel, String) {
    let got = get(app, path, &[]).await;
    assert_eq!(got.status, 200);
    assert_eq!(
        got.header("content-type"),
        "application/rss+xml; charset=utf-8"
    );
    (Channel::read_from(got.body.as_bytes()).unwrap(), got.body)
}

async fn published(app: &App, sent: &Submission, title: &str) -> Entry {
    let draft = Draft {
        title: title.into(),
        words: format!("{title}: what one hears & learns."),
        group_name: "PyIbadan".into(),
        licence: "CC-BY-4.0".into(),
        ..Draft::default()
    };
    decision::accept(app, sent, &draft, EDITOR).await.unwrap()
}

fn guids(channel: &Channel) -> Vec<&str> {
    let guids = channel
        .items()
        .iter()
        .map(|item| item.guid().unwrap().value());
    guids.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn holds_what_may_be_heard() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let (empty, _) = feed(&app, "/podcast.xml").await;
        assert!(empty.items().is_empty());

        let own = with_sound(&app).await;
        let own = published(&app, &own, "The rain gauge").await;
        let sent = in_review(&app).await;
        let all = db::item::of_submission(&app.db, &sent.id).await.unwrap();
        let chosen: Vec<String> = all.iter().map(|proposal| proposal.id.to_string()).collect();
        taking::take(&app, &sent, &chosen, EDITOR).await.unwrap();
        let mut others = Vec::new();
        for taken in db::submission::taken_from(&app.db, &sent.id).await.unwrap() {
            let taken = resolved(&app, &taken).await;
            others.push((published(&app, &taken, &taken.title.clone()).await, taken));
        }
        work(&app).await;
        let (showcase, _) = feed(&app, "/showcase.xml").await;
        assert_eq!(showcase.items().len(), 3);
        let (podcast, _) = feed(&app, "/podcast.xml").await;
        assert_eq!(
            guids(&podcast),
            [own.guid()],
            "nobody else's sound without a yes"
        );

        let source = one_source(&app).await;
        pugcast::source::set_leave(&app, &source, Leave::Yes, "Nadia, by mail", EDITOR)
            .await
            .unwrap();
        // One of them lies where no directory takes it.
        let (late, taken) = &others[1];
        let medium = db::medium::of(&app.db, &taken.id).await.unwrap().remove(0);
        let mut tx = app.db.begin().await.unwrap();
        let elsewhere = Enclosure {
            medium_id: medium.id,
            url: "https://talk.example/play?file=1.mp3".into(),
            mime: "audio/mpeg".into(),
            size: 9,
            duration_ms: None,
        };
        db::enclosure::save(&mut tx, &elsewhere, 3).await.unwrap();
        let what = db::listing::Changed::Submission(&taken.id);
        db::listing::changed(&mut tx, what, app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let shown = db::medium::shown(&app.db, &taken.id).await.unwrap();
        assert_eq!(shown[0].hindrance(), Some("podcast-ending"));
        let (podcast, text) = feed(&app, "/podcast.xml").await;
        assert_eq!(guids(&podcast), [others[0].0.guid(), own.guid()]);
        let (showcase, whole) = feed(&app, "/showcase.xml").await;
        assert!(
            guids(&showcase).contains(&late.guid().as_str()),
            "it stays in the showcase"
        );
        assert!(
            guids(&podcast)
                .iter()
                .all(|guid| guids(&showcase).contains(guid)),
            "one guid in both"
        );
        psp(&podcast, &text);
        assert!(
            whole.contains("<itunes:block>Yes</itunes:block>") && !text.contains("itunes:block")
        );

        let item = &podcast.items()[0];
        let source = item.source().unwrap();
        assert_eq!(
            (source.url(), source.title()),
            ("https://talk.example/feed.xml", Some("Circle talk"))
        );
        assert!(
            text.contains("<atom:link href=\"https://talk.example/ep-2\" rel=\"via\"/>")
                || text.contains("rel=\"via\""),
            "{text}"
        );
        let item = &podcast.items()[1];
        let enclosure = item.enclosure().unwrap();
        assert_eq!(enclosure.mime_type(), "audio/mpeg");
        let path = enclosure
            .url()
            .strip_prefix("http://localhost:8080")
            .unwrap();
        let heard = get(&app, path, &[]).await.bytes;
        assert_eq!(enclosure.length(), heard.len().to_string());
        assert_ne!(heard, SOUND, "mastered, and with its words in front");
        let image = item.itunes_ext().unwrap().image().unwrap();
        let image = get(
            &app,
            image.strip_prefix("http://localhost:8080").unwrap(),
            &[],
        )
        .await;
        assert_eq!(
            (image.status.as_u16(), image.header("content-type")),
            (200, "image/jpeg")
        );

        let source = one_source(&app).await;
        pugcast::source::set_leave(&app, &source, Leave::No, "Nadia, by mail", EDITOR)
            .await
            .unwrap();
        let (podcast, _) = feed(&app, "/podcast.xml").await;
        assert_eq!(guids(&podcast), [own.guid()], "a no takes it out again");
    }
}

/// What the Podcast Standards Project's PSP-1 asks of channel and items.
fn psp(channel: &Channel, text: &str) {
    for namespace in [
        "xmlns:itunes=",
        "xmlns:podcast=",
        "xmlns:atom=",
        "xmlns:content=",
    ] {
        assert!(text.contains(namespace), "{namespace}");
    }
    assert!(text.contains("href=\"http://localhost:8080/podcast.xml\""));
    assert!(!channel.title().is_empty() && channel.title().len() <= 255);
    assert!(channel.description().len() <= 4000 && channel.language().is_some());
    let itunes = channel.itunes_ext().unwrap();
    assert_eq!(itunes.explicit(), Some("false"));
    assert!(!itunes.categories().is_empty() && itunes.author().is_some());
    assert!(itunes.image().unwrap().ends_with(".png"));
    assert!(text.contains("<podcast:guid>") && text.contains("<podcast:locked"));
    let mut urls = HashSet::new();
    for item in channel.items() {
        let title = item.title().unwrap();
        assert!(title == title.trim() && title.chars().count() <= 255);
        let enclosure = item.enclosure().unwrap();
        assert!(
            enclosure.url().ends_with(".mp3") && enclosure.length().parse::<u64>().unwrap() > 0
        );
        assert!(
            urls.insert(enclosure.url().to_owned()),
            "each enclosure once"
        );
        assert!(item.guid().is_some() && item.link().is_some() && item.pub_date().is_some());
        assert!(item.description().unwrap().len() <= 4000);
        let itunes = item.itunes_ext().unwrap();
        assert!(itunes.duration().unwrap().parse::<u64>().unwrap() > 0);
        assert_eq!(itunes.explicit(), Some("false"));
        assert!(itunes.image().unwrap().ends_with(".jpg"));
    }
}
