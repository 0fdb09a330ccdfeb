//! A small SMTP server (RFC 5321) for the tests: a sink for our mail, or an MTA that pipes into a program.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A message as the server took it.
#[derive(Clone, Debug)]
pub struct Taken {
    /// MAIL FROM, without its brackets.
    pub from: String,
    /// The first RCPT TO, without its brackets.
    pub to: String,
    /// Head and body.
    pub text: String,
}

impl Taken {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next().unwrap();
        head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// What the server does with a message.
#[derive(Clone)]
pub enum Then {
    /// Keeps it.
    Keep,
    /// Pipes it into a program with the sender behind its arguments; its exit code is the answer, as with Postfix's pipe.
    Pipe(PathBuf, Vec<String>, Vec<(String, String)>),
}

/// A server on a port of its own, until the test ends.
#[derive(Clone)]
pub struct Smtp {
    /// Where it listens.
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    /// What it answers to recipients instead of 250, one after the other.
    refusals: Arc<Mutex<Vec<&'static str>>>,
}

impl Smtp {
    /// Starts one.
    pub async fn start(then: Then) -> Smtp {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let smtp = Smtp {
            port: listener.local_addr().unwrap().port(),
            taken: Arc::default(),
            refusals: Arc::default(),
        };
        let server = smtp.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (server, then) = (server.clone(), then.clone());
                tokio::spawn(async move { server.talk(stream, then).await });
            }
        });
        smtp
    }

    /// Its address, as `PUGCAST_SMTP` takes it.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// What it took.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// The next recipients are answered with these lines, the first first.
    pub fn refuse(&self, with: &[&'static str]) {
        self.refusals.lock().unwrap().extend(with);
    }

    async fn talk(self, stream: TcpStream, then: Then) {
        let mut stream = BufReader::new(stream);
        let (mut from, mut to) = (String::new(), String::new());
        let _ = stream.write_all(b"220 test\r\n").await;
        let mut line = String::new();
        loop {
            line.clear();
            if !matches!(stream.read_line(&mut line).await, Ok(n) if n > 0) {
                return;
            }
            let word = line.trim_end().to_uppercase();
            let answer = match word.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => "250-test\r\n250 8BITMIME".to_owned(),
                "MAIL" => {
                    from = bracketed(&line);
                    "250 ok".into()
                }
                "RCPT" => {
                    to = bracketed(&line);
                    let mut refusals = self.refusals.lock().unwrap();
                    match refusals.is_empty() {
                        true => "250 ok".to_owned(),
                        false => refusals.remove(0).to_owned(),
                    }
                }
                "DATA" => {
                    let _ = stream.write_all(b"354 go on\r\n").await;
                    let Some(text) = data(&mut stream).await else {
                        return; // cut off before the dot: not taken
                    };
                    let taken = Taken {
                        from: from.clone(),
                        to: to.clone(),
                        text,
                    };
                    self.take(taken, &then).await
                }
                "QUIT" => "221 bye".into(),
                _ => "250 ok".into(),
            };
            if stream
                .write_all(format!("{answer}\r\n").as_bytes())
                .await
                .is_err()
                || word == "QUIT"
            {
                return;
            }
        }
    }

    async fn take(&self, taken: Taken, then: &Then) -> String {
        self.taken.lock().unwrap().push(taken.clone());
        let Then::Pipe(program, arguments, variables) = then else {
            return "250 taken".into();
        };
        let mut child = tokio::process::Command::new(program)
            .args(arguments)
            .arg(&taken.from)
            .envs(variables.iter().cloned())
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let fed = input.write_all(taken.text.as_bytes()).await;
        drop(input);
        let mut says = String::new();
        let mut errors = child.stderr.take().unwrap();
        errors.read_to_string(&mut says).await.unwrap();
        let status = child.wait().await.unwrap();
        let says = says.lines().last().unwrap_or_default();
        match status.code() {
            Some(0) if fed.is_ok() => "250 taken".into(),
            Some(75) => format!("451 4.3.0 {says}"),
            code => format!("550 5.6.0 {code:?} {says}"),
        }
    }
}

/// Until the dot, with the dots before it undone.
async fn data(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut text = String::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&line).into_owned();
        if line == ".\r\n" {
            return Some(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

fn bracketed(line: &str) -> String {
    let inside = line
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inside
        .map(|(inside, _)| inside.to_owned())
        .unwrap_or_default()
}
