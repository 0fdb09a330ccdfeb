//! The places of a form for files: one for each sort, with what has to be agreed to beside it.

use crate::app::App;
use crate::model::answers::{Answers, Fault};
use crate::model::upload::{SentAs, Upload};
use crate::upload::most_mib;

/// A place for files of one sort.
pub struct Slot {
    /// The word of its sort.
    pub sent_as: &'static str,
    /// The field's name.
    pub field: &'static str,
    /// What a browser offers to choose from.
    pub accept: &'static str,
    /// Whether it takes several.
    pub several: bool,
    /// Whether a phone can record it there and then, beside choosing one.
    pub captured: bool,
    /// Whether it begins what few need, folded away: the last one does.
    pub is_folded: bool,
    /// Whether something that is wrong is folded away with it.
    beside_wrong: bool,
    /// The largest file, MiB.
    pub most_mib: u64,
    /// The files that are here: token, and name and size.
    pub kept: Vec<(String, String)>,
    /// What is wrong with it; empty where nothing is.
    pub fault: String,
    /// The field that says that they agreed.
    pub consent_field: &'static str,
    /// The wording; empty where nobody needs to agree.
    pub consent: String,
    /// Whether they did.
    pub agreed: bool,
    /// What is wrong with that.
    pub consent_fault: String,
    /// Whether it asks whose voice it is, and what was answered.
    pub speaker: Option<String>,
}

impl Slot {
    /// Whether what is folded away has to be seen.
    pub fn is_open(&self) -> bool {
        self.beside_wrong || !self.kept.is_empty() || !self.fault.is_empty()
    }
}

/// The places for files, with those that are here already and what is wrong with them.
pub fn slots(app: &App, files: &[Upload], answers: &Answers, faults: &[Fault]) -> Vec<Slot> {
    let agreed = answers.agreed();
    let wrong = |field: &str| {
        let faults = faults.iter().filter(|fault| fault.field == field);
        let words = |fault: &Fault| {
            let about = [("about", fault.about.as_str().into())];
            app.text.with(&format!("error-{}", fault.code), &about)
        };
        faults.map(words).collect::<Vec<_>>().join(" ")
    };
    let slot = |&sent_as: &SentAs| Slot {
        sent_as: sent_as.as_str(),
        field: sent_as.field(),
        accept: accept(sent_as),
        several: sent_as != SentAs::Postcard,
        captured: sent_as == SentAs::Postcard,
        is_folded: sent_as == SentAs::Transcript,
        beside_wrong: !answers.chapters.is_empty() || !wrong("chapters").is_empty(),
        most_mib: most_mib(app, sent_as),
        kept: files
            .iter()
            .filter(|file| file.sent_as == sent_as)
            .map(|file| {
                (
                    file.token.clone(),
                    app.text.file(&file.file_name, file.size),
                )
            })
            .collect(),
        fault: wrong(sent_as.field()),
        consent_field: sent_as.consent_field(),
        consent: sent_as
            .consent()
            .map(|key| app.text.t(key))
            .unwrap_or_default(),
        agreed: agreed.with.contains(&sent_as),
        consent_fault: match sent_as.consent() {
            Some(_) => wrong(sent_as.consent_field()),
            None => String::new(),
        },
        speaker: (sent_as == SentAs::Postcard).then(|| answers.speaker.clone()),
    };
    SentAs::ALL.iter().map(slot).collect()
}

fn accept(sent_as: SentAs) -> &'static str {
    match sent_as {
        SentAs::Photo => "image/jpeg,image/png,image/webp,image/heic,image/avif,.heic,.heif",
        SentAs::Postcard => "audio/*",
        SentAs::Recording => "audio/*,.mp3,.m4a,.ogg,.opus,.flac,.wav,.amr,.3gp",
        SentAs::Transcript => ".srt,.vtt,.txt,text/vtt,text/plain",
    }
}
