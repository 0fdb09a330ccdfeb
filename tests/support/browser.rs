//! Chromium, driven over its debugging pipe (Chrome DevTools Protocol), and what runs in its pages.

use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// Tells us of every script that ran or that the policy kept from running, and of everything asked of other hosts.
/// It is put into each page before its own content, and is not bound by the page's policy.
const WATCH: &str = r#"
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
        window[name] = () => pugcastSaw('ran ' + name);
    }
    document.addEventListener('securitypolicyviolation', event => {
        const what = event.effectiveDirective.startsWith('script') ? 'script ' : 'other ';
        pugcastSaw(what + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample);
    });
"#;

/// What a page holds that could run later: a handler, a script, an address that is one.
const DORMANT: &str = r#"
    [...document.querySelectorAll('*')].flatMap(element => [...element.attributes].filter(attribute =>
        attribute.name.startsWith('on') || /^\s*(javascript|vbscript|data):/i.test(attribute.value) &&
        ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'poster'].includes(attribute.name)
    ).map(attribute => element.tagName + ' ' + attribute.name + '=' + attribute.value))
    .concat([...document.querySelectorAll('script:not([src^="/assets/"]:empty, [type="application/ld+json"]), object, embed, base, svg:not(.code, .wave, .map > svg), math, style')].map(element => element.outerHTML.slice(0, 100)))
"#;

/// A browser with one page, gone with the test.
pub struct Browser {
    _process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    session: String,
    number: u64,
    /// What was seen since the last look.
    seen: Vec<String>,
    /// What stands in its console as an error since the last page was opened.
    errors: Vec<String>,
}

impl Browser {
    /// Starts one with its profile in this folder.
    pub async fn start(profile: &Path) -> Browser {
        let arguments = format!(
            "exec chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
             --remote-debugging-pipe --user-data-dir={} about:blank 3<&0 4>&1 >/dev/null 2>&1 </dev/null",
            profile.display()
        );
        let mut process = Command::new("bash")
            .args(["-c", &arguments])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let (to, from) = (
            process.stdin.take().unwrap(),
            process.stdout.take().unwrap(),
        );
        let mut browser = Browser {
            _process: process,
            to,
            from: BufReader::new(from),
            session: String::new(),
            number: 0,
            seen: Vec::new(),
            errors: Vec::new(),
        };
        let target = browser
            .ask("Target.createTarget", json!({"url": "about:blank"}))
            .await;
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.ask("Target.attachToTarget", attach).await;
        browser.session = session["sessionId"].as_str().unwrap().to_owned();
        for (method, with) in [
            ("Page.enable", json!({})),
            ("Runtime.enable", json!({})),
            ("Log.enable", json!({})),
            ("Runtime.addBinding", json!({"name": "pugcastSaw"})),
            (
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": WATCH}),
            ),
        ] {
            browser.ask(method, with).await;
        }
        browser
    }

    /// Signs in: a cookie for this address.
    pub async fn set_cookie(&mut self, url: &str, cookie: &str) {
        let (name, value) = cookie.split_once('=').unwrap();
        let with = json!({"name": name, "value": value.split(';').next().unwrap(), "url": url});
        self.ask("Network.setCookie", with).await;
    }

    /// Opens a page; what ran or was kept from running in it, and what of it could run later.
    pub async fn open(&mut self, url: &str) -> Vec<String> {
        self.seen.clear();
        self.errors.clear();
        let gone = self.ask("Page.navigate", json!({"url": url})).await;
        assert!(gone["errorText"].is_null(), "{url}: {gone}");
        while !self.seen.iter().any(|line| line == "loaded") {
            self.listen().await;
        }
        let found = json!({"expression": DORMANT, "returnByValue": true});
        let dormant = self.ask("Runtime.evaluate", found).await;
        let dormant = dormant["result"]["value"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let mut seen = std::mem::take(&mut self.seen);
        seen.retain(|line| line != "loaded");
        seen.extend(
            dormant
                .iter()
                .map(|line| format!("dormant {}", line.as_str().unwrap_or_default())),
        );
        seen
    }

    /// Opens a page that leads to another by itself, and waits for that.
    pub async fn follow(&mut self, url: &str) {
        self.seen.clear();
        self.errors.clear();
        self.ask("Page.navigate", json!({"url": url})).await;
        // Nothing is asked of a page that is about to go.
        while self.seen.iter().filter(|line| *line == "loaded").count() < 2 {
            self.listen().await;
        }
        self.seen.clear();
    }

    /// What an expression is worth in the page.
    pub async fn value(&mut self, expression: &str) -> Value {
        // As if a person had done it: else no sound plays.
        let with = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true,
        });
        let found = self.ask("Runtime.evaluate", with).await;
        assert!(found["exceptionDetails"].is_null(), "{expression}: {found}");
        found["result"]["value"].clone()
    }

    /// The errors in the console since the page was opened.
    pub fn errors(&mut self) -> Vec<String> {
        std::mem::take(&mut self.errors)
    }

    /// The addresses of what the page's frames show; the browser's own page where one may not be shown.
    pub async fn frames(&mut self) -> Vec<String> {
        let tree = self.ask("Page.getFrameTree", json!({})).await;
        let frames = tree["frameTree"]["childFrames"].as_array().cloned();
        let frames = frames.unwrap_or_default().into_iter();
        frames
            .map(|frame| frame["frame"]["url"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Chooses files in a field of the page, as a person does in the browser's dialog.
    pub async fn choose(&mut self, field: &str, files: &[&Path]) {
        let found = json!({"expression": format!("document.querySelector('{field}')")});
        let found = self.ask("Runtime.evaluate", found).await;
        let with = json!({"files": files, "objectId": found["result"]["objectId"]});
        self.ask("DOM.setFileInputFiles", with).await;
    }

    /// Presses a key and lets it go: Tab, Enter, ArrowDown or Space.
    pub async fn press(&mut self, key: &str) {
        let (key, code, number, text) = match key {
            "Tab" => ("Tab", "Tab", 9, ""),
            "Enter" => ("Enter", "Enter", 13, "\r"),
            "ArrowDown" => ("ArrowDown", "ArrowDown", 40, ""),
            _ => (" ", "Space", 32, " "),
        };
        for kind in ["keyDown", "keyUp"] {
            let mut with =
                json!({"type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number});
            if kind == "keyDown" && !text.is_empty() {
                with["text"] = text.into();
            }
            self.ask("Input.dispatchKeyEvent", with).await;
        }
    }

    /// Types where the focus is.
    pub async fn type_in(&mut self, text: &str) {
        self.ask("Input.insertText", json!({"text": text})).await;
    }

    /// The role and the name of what has the focus, as a screen reader says them.
    pub async fn focused(&mut self) -> (String, String) {
        let found = json!({"expression": "document.activeElement"});
        let found = self.ask("Runtime.evaluate", found).await;
        let with = json!({"objectId": found["result"]["objectId"], "fetchRelatives": false});
        let tree = self.ask("Accessibility.getPartialAXTree", with).await;
        let of = |field: &str| {
            let value = &tree["nodes"][0][field]["value"];
            value.as_str().unwrap_or_default().to_owned()
        };
        (of("role"), of("name"))
    }

    /// Waits until an expression is true in the page.
    pub async fn until(&mut self, expression: &str) {
        let waiting = async {
            while self.value(expression).await != true {
                tokio::task::yield_now().await;
            }
        };
        let waited = tokio::time::timeout(std::time::Duration::from_secs(60), waiting).await;
        waited.unwrap_or_else(|_| panic!("never: {expression}"));
    }

    async fn ask(&mut self, method: &str, with: Value) -> Value {
        self.number += 1;
        let number = self.number;
        let mut message = json!({"id": number, "method": method, "params": with});
        if !self.session.is_empty() {
            message["sessionId"] = self.session.as_str().into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.to.write_all(&bytes).await.unwrap();
        loop {
            let heard = self.listen().await;
            if heard["id"] == number {
                assert!(heard["error"].is_null(), "{method}: {heard}");
                return heard["result"].clone();
            }
        }
    }

    async fn listen(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).await.unwrap();
        assert!(bytes.pop() == Some(0), "Chromium went away");
        let heard: Value = serde_json::from_slice(&bytes).unwrap();
        match heard["method"].as_str() {
            Some("Page.loadEventFired") => self.seen.push("loaded".into()),
            Some("Runtime.bindingCalled") => {
                let what = heard["params"]["payload"].as_str().unwrap_or_default();
                self.seen.push(what.to_owned());
            }
            Some("Log.entryAdded") if heard["params"]["entry"]["level"] == "error" => {
                let text = heard["params"]["entry"]["text"].to_string();
                self.errors.push(text);
            }
            Some("Runtime.exceptionThrown") => {
                let text = heard["params"]["exceptionDetails"].to_string();
                self.errors.push(text);
            }
            Some("Page.javascriptDialogOpening") => self.seen.push("ran dialog".into()),
            _ => {}
        }
        heard
    }
}
