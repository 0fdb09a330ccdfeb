//! The guarded client against hostile addresses and hostile servers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod support;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use futures::stream;
use jobs::fetch::{Fetcher, Guard, Hosts, Rules, fixed, guard};
use jobs::{Code, Retry, StepError};
use std::collections::BTreeMap;
use std::io::Write;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tower::Service;
use url::Url;

const CAP: usize = 1 << 20;

fn rules(allow: &[&str]) -> Rules {
    let allow = allow.iter().map(|text| text.parse().unwrap()).collect();
    Rules {
        allow,
        timeout: Duration::from_secs(3),
        ..Rules::default()
    }
}

async fn code(fetcher: &Fetcher, url: &str, hosts: &Hosts) -> Result<u16, Code> {
    let url = Url::parse(url).unwrap();
    fetcher
        .get(&url, hosts, CAP)
        .await
        .map(|reply| reply.status)
        .map_err(|error| error.code)
}

/// A server that counts who comes, and the client that may speak to it.
async fn server(router: Router) -> (SocketAddr, Fetcher) {
    let address = support::serve(router).await;
    (
        address,
        Fetcher::new(rules(&[&address.to_string()])).unwrap(),
    )
}

/// A listener that answers anything on any address of this machine and counts who comes.
async fn trap() -> (u16, Arc<AtomicUsize>) {
    let came = Arc::new(AtomicUsize::new(0));
    let counter = came.clone();
    let listener = match tokio::net::TcpListener::bind("[::]:0").await {
        Ok(listener) => listener,
        Err(_) => tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap(),
    };
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            counter.fetch_add(1, Ordering::SeqCst);
            drop(connection);
        }
    });
    (port, came)
}

/// A guard whose look-up answers `addresses` and counts how often it is asked.
fn counting(addresses: &[&str]) -> (Guard, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = asked.clone();
    let addresses: Vec<IpAddr> = addresses.iter().map(|text| text.parse().unwrap()).collect();
    let lookup: jobs::fetch::Lookup = Arc::new(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        let addresses = addresses.clone();
        Box::pin(async move { Ok(addresses) })
    });
    (Guard::with_lookup(&rules(&[]), lookup), asked)
}

/// Every row of the corpus: refused before anything is asked, refused after resolving, or let through.
/// What leads to this machine is tried on a port where somebody listens, too: nobody comes.
#[tokio::test(flavor = "multi_thread")]
async fn every_row_of_the_corpus() {
    let Some(path) = support::corpus("hostile/ssrf.jsonl") else {
        return;
    };
    let (port, came) = trap().await;
    // Names resolve to a public address and then to this machine, or here at once.
    let (guard, asked) = counting(&["93.184.215.14", "127.0.0.1"]);
    let mixed = Fetcher::with_guard(rules(&[]), guard).unwrap();
    let (guard, asked_here) = counting(&["::1"]);
    let here = Fetcher::with_guard(rules(&[]), guard).unwrap();
    let public = Guard::with_lookup(&rules(&[]), fixed(vec!["93.184.215.14".parse().unwrap()]));
    let mut judged: BTreeMap<String, usize> = BTreeMap::new();
    let mut resolved = 0;
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let (input, class) = (
            row["input"].as_str().unwrap(),
            row["class"].as_str().unwrap(),
        );
        *judged.entry(class.to_owned()).or_default() += 1;
        let url = match (Url::parse(input), class) {
            (Err(_), "unparsable") => continue,
            (Ok(url), "unparsable") => panic!("{input} is read as {url}"),
            (Err(error), _) => panic!("{input}: {error}"),
            (Ok(url), _) => url,
        };
        if class != "bad-scheme" {
            assert_eq!(url.host_str(), row["whatwg_host"].as_str(), "{input}");
        }
        let before = asked.load(Ordering::SeqCst);
        match class {
            "public-ip" => public
                .check(&url)
                .unwrap_or_else(|error| panic!("{input} is public: {error}")),
            "special-ip" | "bad-scheme" => {
                let mut bare = url.clone();
                let _ = bare.set_username("");
                let _ = bare.set_password(None);
                let _ = bare.set_port(Some(port));
                for url in [&url, &bare] {
                    let error = mixed.get(url, &Hosts::Public, CAP).await.unwrap_err();
                    assert_eq!(error.code, Code::AddressRefused, "{class} {input}");
                    assert_eq!(error.retry, Retry::Never);
                }
                assert_eq!(
                    asked.load(Ordering::SeqCst),
                    before,
                    "{input}: asked nobody"
                );
            }
            "name" => {
                // The user part alone is a reason to refuse; the name without it resolves.
                let mut bare = url.clone();
                bare.set_username("").unwrap();
                bare.set_password(None).unwrap();
                bare.set_scheme("http").unwrap();
                bare.set_port(Some(port)).unwrap();
                for (fetcher, url) in [(&mixed, &url), (&mixed, &bare), (&here, &bare)] {
                    let error = fetcher.get(url, &Hosts::Public, CAP).await.unwrap_err();
                    assert_eq!(error.code, Code::AddressRefused, "{class} {input}");
                }
                resolved += usize::from(public.check(&bare).is_ok());
            }
            other => panic!("a class nobody told us of: {other}"),
        }
    }
    println!("judged {judged:?}, {resolved} names resolved");
    let counts = [
        "special-ip",
        "name",
        "unparsable",
        "public-ip",
        "bad-scheme",
    ];
    assert_eq!(counts.map(|class| judged[class]), [335, 169, 89, 6, 2]);
    // One name is none: `${AWS_LAMBDA_RUNTIME_API}`.
    assert_eq!((resolved, asked_here.load(Ordering::SeqCst)), (168, 168));
    assert!(asked.load(Ordering::SeqCst) >= 168);
    assert_eq!(came.load(Ordering::SeqCst), 0, "nobody came");
    // The trap does hear whoever comes.
    for host in ["127.0.0.1", "127.0.0.9"] {
        tokio::net::TcpStream::connect((host, port)).await.unwrap();
    }
    while came.load(Ordering::SeqCst) < 2 {
        tokio::task::yield_now().await;
    }
}

/// A real listener on loopback hears nothing, whatever form its address is written in.
#[tokio::test(flavor = "multi_thread")]
async fn no_connection_to_loopback() {
    let came = Arc::new(AtomicUsize::new(0));
    let counter = came.clone();
    let address = support::serve(Router::new().fallback(move || {
        counter.fetch_add(1, Ordering::SeqCst);
        async { "secret" }
    }))
    .await;
    let port = address.port();
    let strict = Fetcher::new(rules(&[])).unwrap();
    for host in [
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "[::ffff:127.0.0.1]",
        "[::1]",
    ] {
        let got = code(&strict, &format!("http://{host}:{port}/"), &Hosts::Public).await;
        assert_eq!(got, Err(Code::AddressRefused), "{host}");
    }
    assert_eq!(came.load(Ordering::SeqCst), 0, "nobody came");
    // The same listener answers once a setting names it, and only on the port it names.
    let named = Fetcher::new(rules(&[&address.to_string()])).unwrap();
    assert_eq!(
        code(&named, &format!("http://127.0.0.1:{port}/"), &Hosts::Public).await,
        Ok(200)
    );
    // By name, too, and through the connector for other clients.
    let here = |allow: &[&str]| {
        let rules = rules(allow);
        let guard = Guard::with_lookup(&rules, fixed(vec!["127.0.0.1".parse().unwrap()]));
        Fetcher::with_guard(rules, guard).unwrap()
    };
    let by_name = format!("http://here.example:{port}/");
    let named = here(&[&address.to_string(), "127.0.0.1:2"]);
    assert_eq!(code(&named, &by_name, &Hosts::Public).await, Ok(200));
    assert_eq!(connect(&named, &by_name).await, Ok(()));
    let elsewhere = here(&["127.0.0.1:1"]);
    assert_eq!(
        code(&elsewhere, &by_name, &Hosts::Public).await,
        Err(Code::AddressRefused)
    );
    assert_eq!(connect(&elsewhere, &by_name).await, Err(true));
    assert_eq!(
        connect(&elsewhere, &format!("http://127.0.0.1:{port}/")).await,
        Err(true)
    );
    let other = Fetcher::new(rules(&["127.0.0.1:1"])).unwrap();
    assert_eq!(
        code(&other, &format!("http://127.0.0.1:{port}/"), &Hosts::Public).await,
        Err(Code::AddressRefused)
    );
    assert_eq!(came.load(Ordering::SeqCst), 2);
}

/// Connects as another client would; an error says whether the guard refused.
async fn connect(fetcher: &Fetcher, url: &str) -> Result<(), bool> {
    let (mut connector, _) = fetcher.connector(CAP);
    match connector.call(url.parse().unwrap()).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let refused = error.downcast_ref::<StepError>();
            Err(
                refused.is_some_and(|error| error.code == Code::AddressRefused)
                    || guard::refusal(error.as_ref()).is_some(),
            )
        }
    }
}

/// Outside first, inside later: each connection resolves anew and is checked anew.
/// 127.0.0.2 plays the outside, for nothing of a test may leave this machine.
#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_moves_inward_is_refused() {
    let moves = Arc::new(AtomicUsize::new(0));
    let counter = moves.clone();
    let lookup: jobs::fetch::Lookup = Arc::new(move |_| {
        let first = counter.fetch_add(1, Ordering::SeqCst) == 0;
        let address = if first { "93.184.215.14" } else { "10.0.0.7" };
        Box::pin(async move { Ok(vec![address.parse().unwrap()]) })
    });
    let guard = Guard::with_lookup(&rules(&[]), lookup);
    assert!(guard.resolve("moves.example", Some(80)).await.is_ok());
    assert!(guard.resolve("moves.example", Some(80)).await.is_err());

    let address = support::serve(Router::new().fallback(|| async { "here" })).await;
    let outside = std::net::TcpListener::bind(("127.0.0.2", address.port())).unwrap();
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = asked.clone();
    let lookup: jobs::fetch::Lookup = Arc::new(move |_| {
        let first = counter.fetch_add(1, Ordering::SeqCst) == 0;
        let address: IpAddr = if first { "127.0.0.2" } else { "127.0.0.1" }
            .parse()
            .unwrap();
        Box::pin(async move { Ok(vec![address]) })
    });
    let rules = Rules {
        timeout: Duration::from_millis(500),
        ..rules(&["127.0.0.2"])
    };
    let fetcher = Fetcher::with_guard(rules.clone(), Guard::with_lookup(&rules, lookup)).unwrap();
    let url = format!("http://moves.example:{}/", address.port());
    // The listener outside takes the connection and says nothing: the name was let through.
    assert_eq!(
        code(&fetcher, &url, &Hosts::Public).await,
        Err(Code::Timeout)
    );
    outside.set_nonblocking(true).unwrap();
    assert!(outside.accept().is_ok(), "the first came");
    assert_eq!(
        code(&fetcher, &url, &Hosts::Public).await,
        Err(Code::AddressRefused)
    );
    assert_eq!(asked.load(Ordering::SeqCst), 2, "asked for each connection");
    // One special address among good ones refuses the name.
    let both = fixed(vec![
        "127.0.0.2".parse().unwrap(),
        "127.0.0.1".parse().unwrap(),
    ]);
    let mixed = Fetcher::with_guard(rules.clone(), Guard::with_lookup(&rules, both)).unwrap();
    assert_eq!(
        code(&mixed, &url, &Hosts::Public).await,
        Err(Code::AddressRefused)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_are_checked_at_every_hop() {
    let router = Router::new()
        .route(
            "/in",
            get(|| async { Redirect::temporary("http://127.0.0.1:1/") }),
        )
        .route(
            "/meta",
            get(|| async { Redirect::permanent("http://169.254.169.254/latest/") }),
        )
        .route(
            "/file",
            get(|| async { Redirect::temporary("file:///etc/passwd") }),
        )
        .route(
            "/user",
            get(|| async { Redirect::temporary("http://a:b@example.org/") }),
        )
        .route(
            "/else",
            get(|| async { Redirect::temporary("http://elsewhere.example/") }),
        )
        .route("/round", get(|| async { Redirect::temporary("/round") }))
        .route(
            "/far/{left}",
            get(|Path(left): Path<u32>| async move {
                match left {
                    0 => "there".into_response(),
                    left => Redirect::temporary(&format!("/far/{}", left - 1)).into_response(),
                }
            }),
        )
        .route("/once", get(|| async { Redirect::temporary("/end") }))
        .route("/end", get(|| async { "end" }));
    let (address, fetcher) = server(router).await;
    let at = |path: &str| format!("http://{address}{path}");
    let own = Hosts::Only(vec![address.to_string()]);
    for path in ["/in", "/meta", "/file", "/user"] {
        assert_eq!(
            code(&fetcher, &at(path), &Hosts::Public).await,
            Err(Code::AddressRefused),
            "{path}"
        );
    }
    assert_eq!(
        code(&fetcher, &at("/else"), &own).await,
        Err(Code::AddressRefused)
    );
    assert_eq!(
        code(&fetcher, &at("/round"), &own).await,
        Err(Code::TooManyRedirects)
    );
    assert_eq!(code(&fetcher, &at("/once"), &own).await, Ok(200));
    for (left, wanted) in [
        (5, Ok(200)),
        (6, Err(Code::TooManyRedirects)),
        (11, Err(Code::TooManyRedirects)),
    ] {
        let got = code(&fetcher, &at(&format!("/far/{left}")), &own).await;
        assert_eq!(got, wanted, "{left} redirects");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_and_time_are_capped() {
    let bomb = {
        let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        zip.write_all(&vec![0; 64 << 20]).unwrap();
        zip.finish().unwrap()
    };
    let piece = bytes::Bytes::from(vec![b'x'; 1 << 16]);
    let endless = move || {
        let piece = piece.clone();
        async move {
            Body::from_stream(stream::iter(
                (0..160_000).map(move |_| Ok::<_, std::io::Error>(piece.clone())),
            ))
            .into_response()
        }
    };
    let drip = || async {
        let pieces = stream::unfold((), |()| async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            Some((Ok::<_, std::io::Error>("x"), ()))
        });
        Body::from_stream(pieces).into_response()
    };
    let router = Router::new()
        .route("/endless", get(endless))
        .route(
            "/bomb",
            get(move || async move { ([(header::CONTENT_ENCODING, "gzip")], bomb) }),
        )
        .route("/drip", get(drip))
        .route(
            "/busy",
            get(|| async {
                (
                    axum::http::StatusCode::SERVICE_UNAVAILABLE,
                    [(header::RETRY_AFTER, "7")],
                )
            }),
        );
    let (address, fetcher) = server(router).await;
    let at = |path: &str| format!("http://{address}{path}");
    let begun = Instant::now();
    assert_eq!(
        code(&fetcher, &at("/endless"), &Hosts::Public).await,
        Err(Code::TooLarge)
    );
    assert_eq!(
        code(&fetcher, &at("/bomb"), &Hosts::Public).await,
        Err(Code::TooLarge)
    );
    assert_eq!(
        code(&fetcher, &at("/drip"), &Hosts::Public).await,
        Err(Code::Timeout)
    );
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "the caps hold, not the server's patience"
    );
    let url = Url::parse(&at("/busy?api_key=hunter2")).unwrap();
    let busy = fetcher.get(&url, &Hosts::Public, CAP).await.unwrap();
    assert_eq!(
        (busy.status, busy.retry_after),
        (503, Some(Duration::from_secs(7)))
    );
}

/// Keys stand in queries; no message repeats them.
#[tokio::test]
async fn no_key_in_a_message() {
    let fetcher = Fetcher::new(rules(&["127.0.0.1"])).unwrap();
    let url = Url::parse("http://127.0.0.1:1/?api_key=hunter2").unwrap();
    let error = fetcher.get(&url, &Hosts::Public, CAP).await.unwrap_err();
    assert_eq!(
        (error.code, error.retry),
        (Code::Unreachable, Retry::BackOff)
    );
    assert!(
        !format!("{error} {error:?}").contains("hunter2"),
        "{error:?}"
    );
}
