//! `pugcast import`: a list becomes groups, submissions or sources, a row each.

use crate::app::App;
use crate::config::Config;
use crate::db;
use crate::import::{self, Remark, Report};
use crate::model::import::{Kind, Outcome};
use crate::model::{Clock, Random};
use crate::text::Catalogue;
use anyhow::{Context, bail};
use jobs::list::Note;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which list.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Groups, a row each, as CSV with a column `name`
    Roster(One),
    /// Talks: a .jsonl file, a folder of such files, or a checkout of pyvideo/data
    Pyvideo(One),
    /// Sources: the outlines of an OPML file that have an address
    Opml(One),
}

/// A list and who decides on it.
#[derive(clap::Args)]
struct One {
    /// The file or folder
    path: PathBuf,
    /// Take all that can be taken now, decided by this editor; else every row waits on the desk
    #[arg(long, value_name = "EMAIL")]
    publish: Option<String>,
    /// Print the report as JSON, an object a line, the counts last
    #[arg(long)]
    json: bool,
}

/// Imports and reports. Rows that were refused are no failure; a list that cannot be read is one.
pub async fn main(args: Args) -> anyhow::Result<ExitCode> {
    let (kind, one) = match args.what {
        What::Roster(one) => (Kind::Roster, one),
        What::Pyvideo(one) => (Kind::Pyvideo, one),
        What::Opml(one) => (Kind::Opml, one),
    };
    let list = import::open(kind, &one.path).context("nothing was imported")?;
    let config = Config::from_env()?;
    let url = config.public_url();
    let app = App::start(config, url, Clock::System, Random::System).await?;
    let editor = match &one.publish {
        Some(email) => Some(editor(&app, email).await?),
        None => None,
    };
    let mut said = app.now();
    let progress = |report: &Report| {
        if app.now() - said >= 1000 {
            said = app.now();
            eprintln!("{}", says(&app.text, "import-progress", &counts(report)));
        }
    };
    let report = import::run(&app, list, editor.as_deref(), progress)
        .await
        .context("the import broke off; run it again and it goes on where it was")?;
    let printed = match one.json {
        true => print_json(&report),
        false => print(&app.text, &report, editor.is_some()),
    };
    match printed {
        // A reader that has seen enough closes the pipe: no failure of ours.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

async fn editor(app: &App, email: &str) -> anyhow::Result<String> {
    let email = email.trim().to_lowercase();
    match db::editor::by_email(&app.db, &email).await? {
        Some(editor) => Ok(editor.email),
        None => bail!("{email} is no editor; invite them first: pugcast editor invite {email}"),
    }
}

fn print(text: &Catalogue, report: &Report, decides: bool) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    mended(&mut out, text, &report.remarks)?;
    for outcome in [Outcome::Waiting, Outcome::Joined, Outcome::Refused] {
        let those = report.remarks.iter();
        for remark in those.filter(|remark| remark.outcome == outcome) {
            if let Some(reason) = &remark.reason {
                let key = format!("import-row-{}", outcome.as_str());
                writeln!(out, "{}", row(text, &key, remark, reason))?;
            }
        }
    }
    let total = if decides {
        "import-total"
    } else {
        "import-total-waiting"
    };
    writeln!(out, "{}", says(text, total, &counts(report)))
}

/// What was mended, row by row; what is the same for many is counted.
fn mended(out: &mut impl Write, text: &Catalogue, remarks: &[Remark]) -> std::io::Result<()> {
    let mut many: BTreeMap<&str, usize> = BTreeMap::new();
    for remark in remarks {
        for note in &remark.notes {
            match note.about.is_empty() {
                true => *many.entry(&note.code).or_default() += 1,
                false => writeln!(out, "{}", row(text, "import-row-mended", remark, note))?,
            }
        }
    }
    for (code, count) in many {
        let why = text.with(&format!("import-{code}"), &[("about", Cow::from(""))]);
        let blanks = [("count", count.to_string().into()), ("why", why.into())];
        writeln!(out, "{}", text.with("import-row-many", &blanks))?;
    }
    Ok(())
}

fn row(text: &Catalogue, key: &str, remark: &Remark, note: &Note) -> String {
    let why = text.with(
        &format!("import-{}", note.code),
        &[("about", Cow::from(&note.about))],
    );
    let blanks = [
        ("row", Cow::from(remark.row.to_string())),
        ("title", Cow::from(&remark.title)),
        ("why", why.into()),
    ];
    text.with(key, &blanks)
}

fn print_json(report: &Report) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let note = |note: &Note| serde_json::json!({ "code": note.code, "about": note.about });
    for remark in &report.remarks {
        let line = serde_json::json!({
            "row": remark.row, "title": remark.title, "outcome": remark.outcome.as_str(),
            "reason": remark.reason.as_ref().map(note), "notes": remark.notes.iter().map(note).collect::<Vec<_>>(),
        });
        writeln!(out, "{line}")?;
    }
    let counts: serde_json::Map<String, serde_json::Value> = counts(report)
        .into_iter()
        .map(|(name, count)| (name.to_owned(), count.into()))
        .collect();
    writeln!(out, "{}", serde_json::Value::from(counts))
}

fn counts(report: &Report) -> [(&'static str, usize); 7] {
    [
        ("total", report.total),
        ("taken", report.taken),
        ("waiting", report.waiting),
        ("joined", report.joined),
        ("refused", report.refused),
        ("known", report.known),
        ("done", report.done()),
    ]
}

fn says(text: &Catalogue, key: &str, counts: &[(&'static str, usize)]) -> String {
    let blanks: Vec<(&str, Cow<'_, str>)> = counts
        .iter()
        .map(|(name, count)| (*name, count.to_string().into()))
        .collect();
    text.with(key, &blanks)
}
