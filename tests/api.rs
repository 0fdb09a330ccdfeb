//! The JSON door, through the router, on both databases.

use crate::db::answers;
use crate::pages::{Got, ask, get};
use crate::support::{Fresh, to_review};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use pugcast::app::App;
use pugcast::model::submission::{Change, State};
use pugcast::{db, decision, intake, pipeline};
use serde_json::{Value, json};

const PATH: &str = "/api/v1/submissions";
const JSON: (&str, &str) = ("content-type", "application/json");

fn good() -> Value {
    json!({
        "links": ["https://youtu.be/HRb7B9fPhfA", "https://www.flickr.com/photos/someone/32812033543/"],
        "group_name": "Python Usergroup Ibadan",
        "words": "Amara showed how to read rain gauges.",
        "sender_name": "Amara",
        "sender_email": "amara@example.org",
        "may_show": true,
        "licence": "CC-BY-4.0",
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut body = good();
    body[field] = value;
    body
}

async fn send(app: &App, body: impl Into<Body>, headers: &[(&str, &str)]) -> Got {
    let mut request = Request::post(PATH);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    ask(app, request.body(body.into()).unwrap()).await
}

async fn post(app: &App, body: &Value, key: Option<&str>) -> Got {
    let mut headers = vec![JSON];
    headers.extend(key.map(|key| ("idempotency-key", key)));
    send(app, body.to_string(), &headers).await
}

fn read(got: &Got) -> Value {
    serde_json::from_str(&got.body).unwrap()
}

/// The answer is a problem of this status and code, with words for a person and nothing unsaid.
fn problem(got: &Got, status: u16, code: &str) -> Value {
    assert_eq!(got.status.as_u16(), status, "{}", got.body);
    assert_eq!(got.header("content-type"), "application/problem+json");
    assert_eq!(got.header("cache-control"), "no-store");
    let body = read(got);
    assert_eq!(body["code"], code, "{body}");
    assert_eq!(body["status"], status);
    assert_eq!(body["type"], format!("urn:pugcast:error:{code}"));
    for words in ["title", "detail"] {
        let words = body[words].as_str().unwrap();
        assert!(!words.is_empty() && !words.contains('['), "{body}");
    }
    body
}

fn codes(problem: &Value) -> Vec<(&str, &str)> {
    let errors = problem["errors"].as_array().unwrap().iter();
    let mut codes: Vec<_> = errors
        .map(|error| {
            assert!(!error["detail"].as_str().unwrap().contains('['), "{error}");
            (
                error["field"].as_str().unwrap(),
                error["code"].as_str().unwrap(),
            )
        })
        .collect();
    codes.sort_unstable();
    codes
}

async fn stored(app: &App) -> i64 {
    let counts = db::submission::counts(&app.db).await.unwrap();
    counts.into_iter().map(|(_, count)| count).sum()
}

#[tokio::test]
async fn a_submission_is_sent_and_read_back() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = post(&app, &good(), None).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
        let body = read(&sent);
        let token = body["token"].as_str().unwrap();
        let api = format!("{}{PATH}/{token}", app.url);
        assert_eq!(sent.header("location"), api);
        assert_eq!(body["api_address"], api);
        let page = format!("{}/submissions/{token}", app.url);
        assert_eq!(body["address"], page);
        assert_eq!(
            (&body["state"], &body["state_text"]),
            (&json!("received"), &json!("Received"))
        );
        assert_eq!(body["media"][0]["typed"], "https://youtu.be/HRb7B9fPhfA");
        assert_eq!(body["media"][1]["state"], "waiting");
        let row = db::submission::by_token(&app.db, token)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((row.door.as_str(), row.may_copy), ("api", 0));
        assert_eq!(row.sender_email.as_deref(), Some("amara@example.org"));
        let path = format!("{PATH}/{token}");
        let seen = get(&app, &path, &[]).await;
        assert_eq!((seen.status, read(&seen)), (StatusCode::OK, body.clone()));
        for got in [&sent, &seen] {
            assert_eq!(got.header("cache-control"), "no-store");
            assert_eq!(got.header("x-robots-tag"), "noindex");
            assert!(!got.body.contains("amara@"), "{}", got.body);
        }
        let at: jiff::Timestamp = body["received_at"].as_str().unwrap().parse().unwrap();
        assert_eq!(at.as_millisecond(), row.created_at);
        let at_page = get(&app, &format!("/submissions/{token}"), &[]).await;
        assert_eq!(at_page.status, StatusCode::OK);
        for nobodys in ["A".repeat(32), "none".into(), "%00".into(), "%2e%2e".into()] {
            let got = get(&app, &format!("{PATH}/{nobodys}"), &[]).await;
            problem(&got, 404, "not-found");
            let page = get(&app, &format!("/submissions/{nobodys}"), &[]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{nobodys}");
        }
    }
}

/// What became of it: an entry, a no with its words, a failure by its code; never who decided.
#[tokio::test]
async fn it_says_what_became_of_it() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sent = read(&post(&app, &good(), None).await);
        let path = format!("{PATH}/{}", sent["token"].as_str().unwrap());
        let row = db::submission::by_token(&app.db, sent["token"].as_str().unwrap());
        let row = row.await.unwrap().unwrap();
        let media = db::medium::of(&app.db, &row.id).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        db::medium::set_found(&mut tx, &media[0].id, "video", &media[0].canonical)
            .await
            .unwrap();
        db::medium::set_failed(&mut tx, &media[1].id, "private", "for editors only")
            .await
            .unwrap();
        to_review(&app, &mut tx, &row.id).await;
        tx.commit().await.unwrap();
        let seen = read(&get(&app, &path, &[]).await);
        assert_eq!(seen["state"], "in_review");
        assert_eq!(seen["media"][0]["state"], "found");
        assert_eq!(seen["media"][1]["error"]["code"], "private");
        let row = db::submission::by_id(&app.db, &row.id).await.unwrap();
        let draft = db::submission::Draft {
            title: "Rain gauges".into(),
            words: "Words".into(),
            group_name: "PyX".into(),
            licence: "CC-BY-4.0".into(),
            ..Default::default()
        };
        decision::accept(&app, &row.unwrap(), &draft, "ada@example.org")
            .await
            .unwrap();
        let got = get(&app, &path, &[]).await;
        let seen = read(&got);
        assert_eq!(seen["state"], "published");
        let entry = format!("{}/entries/rain-gauges", app.url);
        assert_eq!(seen["entry"], entry);
        assert!(!got.body.contains('@') && !got.body.contains("for editors"));

        for (change, reason, code) in [
            (Change::Decline, "Say more", "declined"),
            (Change::Fail, "a detail", "gone"),
        ] {
            let key = app.random.token();
            let answers = answers("https://youtu.be/HRb7B9fPhfA");
            let sent = intake::receive(&app, &answers, "api", &key).await.unwrap();
            let mut tx = app.db.begin().await.unwrap();
            let from = if change == Change::Decline {
                to_review(&app, &mut tx, &sent.id).await;
                State::InReview
            } else {
                State::Received
            };
            let failed = (change == Change::Fail).then_some(jobs::Code::Gone);
            pipeline::change(
                &app,
                &mut tx,
                &sent.id,
                from,
                change,
                "ada@example.org",
                Some(reason),
                failed,
            )
            .await
            .unwrap();
            tx.commit().await.unwrap();
            let got = get(&app, &format!("{PATH}/{}", sent.token), &[]).await;
            let seen = read(&got);
            assert_eq!(seen["reason"]["code"], code);
            let words = seen["reason"]["text"].as_str().unwrap();
            assert_eq!(words == reason, change == Change::Decline, "{words}");
            assert!(!got.body.contains('@') && !got.body.contains("a detail"));
        }
    }
}

#[tokio::test]
async fn every_fault_is_said_at_once() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let many = json!({
            "links": ["https://youtu.be/HRb7B9fPhfA", "nonsense", "https://youtu.be/short"],
            "titel": "x",
            "title": 5,
            "met_on": "yesterday",
            "language": "",
            "may_copy": "yes",
            "group": "no\u{0}such",
            "group_country": null,
        });
        let body = problem(&post(&app, &many, None).await, 422, "answers-faulty");
        let wanted = [
            ("language", "language-unknown"),
            ("licence", "licence-missing"),
            ("links", "not-a-link"),
            ("may_copy", "field-truth"),
            ("may_show", "leave-missing"),
            ("met_on", "date-unreadable"),
            ("sender_name", "sender-missing"),
            ("titel", "field-unknown"),
            ("title", "field-text"),
        ];
        assert_eq!(codes(&body), wanted);
        assert!(
            body["detail"]
                .as_str()
                .unwrap()
                .starts_with("9 answers need")
        );
        let link = body["errors"].as_array().unwrap().iter();
        let mut link = link.filter(|error| error["field"] == "links");
        assert_eq!(link.next().unwrap()["pointer"], "/links/1");

        for (field, value, code) in [
            ("links", json!(["https://youtu.be/short"]), "link-bad-id"),
            ("links", json!("https://youtu.be/HRb7B9fPhfA"), "field-list"),
            ("links", json!([1]), "field-list"),
            (
                "links",
                json!(vec!["https://youtu.be/HRb7B9fPhfA"; 21]),
                "links-too-many",
            ),
            ("group", json!("no-such-group"), "group-unknown"),
            ("group", json!("\u{0}"), "group-unknown"),
            ("about", json!("coming"), "coming-undated"),
            ("about", json!("party"), "about-unknown"),
            ("may_show", json!(false), "leave-missing"),
            ("may_show", json!(null), "leave-missing"),
            ("sender_email", json!("nobody"), "email-unreadable"),
            ("sender_name", json!("\u{0}\u{202e} "), "sender-missing"),
            ("licence", json!("WTFPL"), "licence-missing"),
            ("group_country", json!("XX"), "country-unknown"),
            ("title", json!("x".repeat(256)), "too-long"),
            ("words", json!({}), "field-text"),
        ] {
            let got = post(&app, &with(field, value), None).await;
            let body = problem(&got, 422, "answers-faulty");
            let field = if code == "coming-undated" {
                "met_on"
            } else {
                field
            };
            assert_eq!(codes(&body), [(field, code)]);
        }
        let unknown = post(&app, &with("a/b~c", json!(1)), None).await;
        let unknown = problem(&unknown, 422, "answers-faulty");
        assert_eq!(unknown["errors"][0]["pointer"], "/a~1b~0c");
        for whole in [json!([]), json!("text"), json!(null), json!(5)] {
            let got = post(&app, &whole, None).await;
            let body = problem(&got, 422, "answers-faulty");
            assert_eq!(codes(&body), [("", "body-no-object")]);
        }
        assert_eq!(stored(&app).await, 0);
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_a_way_onward() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let text = good().to_string();
        let broken = send(&app, "{\n  \"links\": [,]\n}", &[JSON]).await;
        let broken = problem(&broken, 400, "json-unreadable");
        let says = broken["detail"].as_str().unwrap();
        assert!(says.contains("line 2, column 13"), "{says}");
        let deep = "[".repeat(100_000);
        for odd in ["", "{", "{} {}", "nonsense", "\"\\ud800\"", &*deep] {
            let got = send(&app, odd.to_owned(), &[JSON]).await;
            problem(&got, 400, "json-unreadable");
        }
        let got = send(&app, vec![b'"', 0xff, b'"'], &[JSON]).await;
        problem(&got, 400, "json-unreadable");
        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/jsonp",
            "",
        ] {
            let got = send(&app, text.clone(), &[("content-type", kind)]).await;
            problem(&got, 415, "content-type");
        }
        problem(&send(&app, text.clone(), &[]).await, 415, "content-type");
        for key in ["", "\u{e9}", &*"k".repeat(256)] {
            let got = send(&app, text.clone(), &[JSON, ("idempotency-key", key)]).await;
            problem(&got, 400, "key-unreadable");
        }
        let two = [JSON, ("idempotency-key", "a"), ("idempotency-key", "b")];
        problem(&send(&app, text.clone(), &two).await, 400, "key-unreadable");
        problem(&get(&app, "/api/v1/nowhere", &[]).await, 404, "not-found");
        let got = get(&app, PATH, &[]).await;
        problem(&got, 405, "method-not-allowed");
        assert_eq!(got.header("allow"), "POST");
        assert_eq!(stored(&app).await, 0);
        let kind = ("content-type", "Application/JSON; charset=utf-8");
        let got = send(&app, text, &[kind]).await;
        assert_eq!(got.status, StatusCode::CREATED, "{}", got.body);
    }
}

/// Ten megabytes are refused by their length, and where that is not said, after what we take.
#[tokio::test]
async fn a_huge_body_is_not_read() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    for told in [true, false] {
        let read = Arc::new(AtomicUsize::new(0));
        let count = read.clone();
        let pieces = std::iter::repeat_with(move || {
            count.fetch_add(1 << 14, Ordering::Relaxed);
            Ok::<_, std::io::Error>(vec![b' '; 1 << 14])
        });
        let body = Body::from_stream(futures::stream::iter(pieces.take(640)));
        let length = (640 << 14).to_string();
        let mut headers = vec![JSON];
        headers.extend(told.then_some(("content-length", &*length)));
        let got = send(&app, body, &headers).await;
        let body = problem(&got, 413, "too-big");
        assert!(body["detail"].as_str().unwrap().contains("256 KiB"));
        let read = read.load(Ordering::Relaxed);
        assert!(
            read <= if told { 0 } else { 300 << 10 },
            "{read} bytes were read"
        );
    }
}

#[tokio::test]
async fn a_key_makes_one_submission() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let token = |got: &Got| read(got)["token"].as_str().unwrap().to_owned();
        let one = post(&app, &good(), Some("key")).await;
        let two = post(&app, &good(), Some("key")).await;
        // Spelt otherwise, and after an editor put the links in another order.
        let row = db::submission::by_token(&app.db, &token(&one)).await;
        let row = row.unwrap().unwrap();
        let media = db::medium::of(&app.db, &row.id).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        db::medium::set_position(&mut tx, &row.id, &media[0].id, 9)
            .await
            .unwrap();
        to_review(&app, &mut tx, &row.id).await;
        tx.commit().await.unwrap();
        let spelt = with("title", Value::Null);
        let three = post(&app, &spelt, Some("key")).await;
        for got in [&one, &two, &three] {
            assert_eq!((got.status, token(got)), (StatusCode::CREATED, token(&one)));
            assert_eq!(got.header("location"), one.header("location"));
        }
        assert_eq!(read(&three)["state"], "in_review");
        for (field, value) in [
            ("words", json!("Other words")),
            ("links", json!(["https://youtu.be/HRb7B9fPhfA"])),
            ("may_copy", json!(true)),
            ("sender_email", json!(null)),
            ("group_city", json!("Ibadan")),
        ] {
            let other = post(&app, &with(field, value), Some("key")).await;
            problem(&other, 409, "key-used");
        }
        assert_eq!(stored(&app).await, 1);
        // A fault uses up no key; without a key each is one of its own.
        let faulty = post(&app, &with("may_show", json!(false)), Some("new")).await;
        problem(&faulty, 422, "answers-faulty");
        let mended = post(&app, &good(), Some("new")).await;
        let (four, five) = (
            post(&app, &good(), None).await,
            post(&app, &good(), None).await,
        );
        let mut tokens: Vec<String> = [&one, &mended, &four, &five].map(token).into();
        tokens.sort();
        tokens.dedup();
        assert_eq!((tokens.len(), stored(&app).await), (4, 4));
    }
}

/// A group of the roster is the same under its new name.
#[tokio::test]
async fn a_listed_group_is_sent_again() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let named = pugcast::model::group::Named {
            name: "PyX".into(),
            city: "Y".into(),
            country: None,
        };
        let mut tx = app.db.begin().await.unwrap();
        let id = pugcast::model::GroupId::mint(&app.clock, &app.random);
        let group = db::group::find_or_make(&mut tx, id, &named, None, 1).await;
        tx.commit().await.unwrap();
        let slug = group.unwrap().slug;
        let body = with("group", json!(slug));
        let one = post(&app, &body, Some("key")).await;
        assert_eq!(one.status, StatusCode::CREATED, "{}", one.body);
        let two = post(&app, &body, Some("key")).await;
        assert_eq!(one.body, two.body);
        problem(&post(&app, &good(), Some("key")).await, 409, "key-used");
        let document = read(&get(&app, "/api/openapi.json", &[]).await);
        let schema = &document["components"]["schemas"]["NewSubmission"];
        assert_eq!(schema["properties"]["group"]["enum"], json!([slug, null]));
    }
}

#[tokio::test]
async fn two_at_once_with_one_key_are_one() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let sends = (0..8).map(|_| {
            let app = app.clone();
            tokio::spawn(async move { post(&app, &good(), Some("race")).await })
        });
        let sends: Vec<_> = sends.collect();
        let mut tokens = Vec::new();
        for send in sends {
            let got = send.await.unwrap();
            assert_eq!(got.status, StatusCode::CREATED, "{}", got.body);
            tokens.push(read(&got)["token"].as_str().unwrap().to_owned());
        }
        tokens.dedup();
        assert_eq!((tokens.len(), stored(&app).await), (1, 1));
        let tasks = db::task::depth(&app.db, app.now() + 1).await.unwrap();
        assert_eq!(tasks.0, 2, "its first step and its answer");
    }
}

/// A key of this door cannot be named at the form, which would open its sender's page.
#[tokio::test]
async fn a_form_names_no_key_of_another_door() {
    let fresh = Fresh::lite();
    let app = fresh.app(&[]).await;
    let sent = read(&post(&app, &good(), Some("1")).await);
    let key = format!("api-{}", pugcast::model::clock::token_hash("1"));
    let fields = [
        ("step", "send"),
        ("form_key", &*key),
        ("links", "https://youtu.be/HRb7B9fPhfA"),
        ("group_name", "PyX"),
        ("sender_name", "Mallory"),
        ("may_show", "yes"),
        ("licence", "CC-BY-4.0"),
    ];
    let got = crate::pages::post(&app, "/submit", &fields, &[]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    let token = sent["token"].as_str().unwrap();
    assert!(!got.header("location").contains(token));
}

#[tokio::test]
async fn without_a_database_it_says_when_to_send_again() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        app.db.close().await;
        let got = post(&app, &good(), Some("key")).await;
        let body = problem(&got, 503, "database-unreachable");
        assert!(body["detail"].as_str().unwrap().contains("Idempotency-Key"));
        assert_eq!(got.header("retry-after"), "60");
        let path = format!("{PATH}/{}", "A".repeat(32));
        let got = get(&app, &path, &[]).await;
        problem(&got, 503, "database-unreachable");
        assert_eq!(got.header("retry-after"), "60");
    }
}

#[tokio::test]
async fn the_documents_examples_are_true() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let document = read(&get(&app, "/api/openapi.json", &[]).await);
        assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
        let operation = &document["paths"][PATH]["post"];
        let show = &document["paths"][format!("{PATH}/{{token}}")]["get"];
        let key = operation["parameters"][0]["example"].as_str().unwrap();
        let content = &operation["requestBody"]["content"]["application/json"];
        let examples = content["examples"].as_object().unwrap();
        assert!(examples.len() >= 2);
        for example in examples.values() {
            let body = &example["value"];
            assert_eq!(fault(&document, &content["schema"], body), None);
            let sent = post(&app, body, None).await;
            assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
            let schema = &operation["responses"]["201"]["content"]["application/json"]["schema"];
            assert_eq!(fault(&document, schema, &read(&sent)), None);
            let token = read(&sent)["token"].as_str().unwrap().to_owned();
            let seen = read(&get(&app, &format!("{PATH}/{token}"), &[]).await);
            let schema = &show["responses"]["200"]["content"]["application/json"]["schema"];
            assert_eq!(fault(&document, schema, &seen), None);
        }
        let first = &examples.values().next().unwrap()["value"];
        assert_eq!(post(&app, first, Some(key)).await.status, 201);
        let mut seen = 0;
        for responses in [&operation["responses"], &show["responses"]] {
            for (status, response) in responses.as_object().unwrap() {
                for content in response["content"].as_object().unwrap().values() {
                    let one = content.get("example").into_iter();
                    let many = content["examples"].as_object().into_iter().flatten();
                    for body in one.chain(many.map(|(_, example)| &example["value"])) {
                        assert_eq!(fault(&document, &content["schema"], body), None, "{status}");
                        assert!(!body.to_string().contains("[error-"), "{body}");
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen >= 12, "{seen}");
        // What the service says of faults is of that form, too.
        let schema = json!({"$ref": "#/components/schemas/Problem"});
        let got = post(&app, &with("titel", json!(1)), None).await;
        assert_eq!(fault(&document, &schema, &read(&got)), None);
        // And the schema refuses what the service refuses.
        for (field, value) in [
            ("titel", json!("x")),
            ("may_show", json!(false)),
            ("words", json!(5)),
            ("about", json!("coming")),
            ("title", json!("x".repeat(256))),
            ("licence", json!("WTFPL")),
        ] {
            let body = with(field, value);
            assert!(
                fault(&document, &content["schema"], &body).is_some(),
                "{body}"
            );
        }
    }
}

/// What a JSON value lacks of a schema, for the words of JSON Schema that ours uses; patterns
/// and formats are held by Schemathesis.
fn fault(document: &Value, schema: &Value, value: &Value) -> Option<String> {
    const KNOWN: &[&str] = &[
        "$ref",
        "type",
        "enum",
        "const",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "maxItems",
        "minItems",
        "maxLength",
        "minLength",
        "allOf",
        "anyOf",
        "not",
        "minimum",
        "maximum",
        "pattern",
        "format",
        "description",
    ];
    let wrong = |what: String| Some(format!("{what} of {schema}: {value}"));
    if let Some(unknown) = schema
        .as_object()?
        .keys()
        .find(|key| !KNOWN.contains(&key.as_str()))
    {
        return wrong(format!("this test does not know {unknown}"));
    }
    if let Some(target) = schema["$ref"].as_str() {
        let target = document.pointer(target.trim_start_matches('#')).unwrap();
        return fault(document, target, value);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_kind = match &schema["type"] {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        one => one == kind,
    };
    let listed = schema["enum"].as_array();
    if !is_kind || listed.is_some_and(|listed| !listed.contains(value)) {
        return wrong("not one".into());
    }
    if schema.get("const").is_some_and(|only| only != value) {
        return wrong("not the one".into());
    }
    if schema
        .get("not")
        .is_some_and(|not| fault(document, not, value).is_none())
    {
        return wrong("one".into());
    }
    let all = schema["allOf"].as_array().into_iter().flatten();
    if let Some(fault) = all.filter_map(|part| fault(document, part, value)).next() {
        return Some(fault);
    }
    let any = schema["anyOf"].as_array();
    if any.is_some_and(|any| any.iter().all(|one| fault(document, one, value).is_some())) {
        return wrong("none".into());
    }
    let (longest, most) = (schema["maxLength"].as_u64(), schema["maxItems"].as_u64());
    let fewest = schema["minItems"].as_u64();
    match value {
        Value::String(text) if longest.is_some_and(|l| text.chars().count() as u64 > l) => {
            wrong("longer".into())
        }
        Value::Array(items)
            if most.is_some_and(|most| items.len() as u64 > most)
                || fewest.is_some_and(|fewest| (items.len() as u64) < fewest) =>
        {
            wrong("not as many".into())
        }
        Value::Array(items) if schema.get("items").is_some() => items
            .iter()
            .find_map(|item| fault(document, &schema["items"], item)),
        Value::Object(fields) => {
            let mut required = schema["required"].as_array().into_iter().flatten();
            if let Some(missing) =
                required.find(|name| !fields.contains_key(name.as_str().unwrap()))
            {
                return wrong(format!("without {missing}"));
            }
            fields
                .iter()
                .find_map(|(name, field)| match schema["properties"].get(name) {
                    Some(schema) => fault(document, schema, field),
                    None if schema["additionalProperties"] == false => wrong(format!("no {name}")),
                    None => None,
                })
        }
        _ => None,
    }
}

/// PostgreSQL takes no NUL, and a page none of what turns its words round.
#[tokio::test]
async fn control_characters_are_taken_out() {
    for fresh in Fresh::both().await {
        let app = fresh.app(&[]).await;
        let body = with("words", json!("a\u{0}b\u{202e}c\r\nd"));
        let sent = post(&app, &body, Some("key")).await;
        assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.body);
        let token = read(&sent)["token"].as_str().unwrap().to_owned();
        let row = db::submission::by_token(&app.db, &token).await.unwrap();
        assert_eq!(row.unwrap().words, "abc\nd");
        assert_eq!(post(&app, &body, Some("key")).await.body, sent.body);
        let nul = with("links", json!(["https://youtu.be/HRb7B9f\u{0}PhfA"]));
        let got = post(&app, &nul, None).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", got.body);
    }
}
