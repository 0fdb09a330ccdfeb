//! The demo's submissions: groups, evenings and people of our own invention.

/// What somebody sends in the demo, and what its editor does.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Links, in whatever form a person pasted them; none when the words are a report.
    pub links: &'static [&'static str],
    /// Who met.
    pub group: Group,
    /// The sender's words.
    pub words: &'static str,
    /// What a report is about, by its word.
    pub about: &'static str,
    /// Who sends it.
    pub sender: &'static str,
    /// Where to answer.
    pub email: Option<&'static str>,
    /// The licence they give, by SPDX name.
    pub licence: &'static str,
    /// Whether we may hold copies of the pictures.
    pub may_copy: bool,
    /// The day of the meeting.
    pub met_on: &'static str,
    /// What the provider calls it.
    pub found_title: &'static str,
    /// The provider's number for the photos' licence.
    pub photo_licence: u8,
    /// Whether the provider shows it to nobody: deleted, or private (`pugPriv…`, of which oEmbed says so).
    pub hidden: bool,
    /// What the editor does.
    pub decision: Decision,
    /// By which door it comes.
    pub door: Door,
}

/// The doors that the samples come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Straight to where every door leads.
    Intake,
    /// The web form, with a recording.
    Form,
    /// `POST /api/v1/submissions`.
    Api,
    /// `pugcast submit`.
    Command,
    /// `pugcast mail receive`.
    Mail,
}

/// A group of the samples.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its name.
    pub name: &'static str,
    /// Its city.
    pub city: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// BCP 47.
    pub language: &'static str,
}

/// What the demo's editor does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Publishes it under this title, with these people.
    Accept {
        /// The editor's title.
        title: &'static str,
        /// The people in it.
        people: &'static [&'static str],
    },
    /// Says no.
    Decline {
        /// Why; the sender reads it.
        reason: &'static str,
    },
    /// Takes the first of what a feed or journal proposes, publishes each under its own words, and is done.
    Take {
        /// How many.
        count: usize,
        /// The owner who said yes to being shown, and how.
        owner: Option<&'static str>,
    },
    /// Nothing to decide: what is behind the link is gone.
    Unavailable,
}

const fn group(
    name: &'static str,
    city: &'static str,
    country: &'static str,
    language: &'static str,
) -> Group {
    Group {
        name,
        city,
        country,
        language,
    }
}

const PLAIN: Sample = Sample {
    links: &[],
    group: group("", "", "", ""),
    words: "",
    about: "",
    sender: "",
    email: None,
    licence: "CC-BY-4.0",
    may_copy: true,
    met_on: "2026-11-14",
    found_title: "",
    photo_licence: 4,
    hidden: false,
    decision: Decision::Unavailable,
    door: Door::Intake,
};

/// The samples, in the order they are sent; the last accepted one is the newest entry.
pub fn samples() -> Vec<Sample> {
    vec![
        Sample {
            links: &[super::FEED],
            group: group("Ferry Python (sample)", "Turku", "FI", "en"),
            words: "Our show talks with people who meet. Some of it is about user groups: take what helps others.",
            sender: "Nadia",
            email: Some("nadia@example.org"),
            met_on: "",
            decision: Decision::Take {
                count: 2,
                owner: Some("Nadia Petrov, who makes the show, by mail"),
            },
            ..PLAIN
        },
        Sample {
            links: &[super::ARCHIVE],
            group: group("Notizen-Runde Graz (Beispiel)", "Graz", "AT", "en"),
            words: "We edit a small open journal. What it has on user groups may be shown here.",
            sender: "Ilse",
            met_on: "",
            decision: Decision::Take {
                count: 1,
                owner: None,
            },
            ..PLAIN
        },
        Sample {
            links: &[super::ARTICLE],
            group: group("Notizen-Runde Graz (Beispiel)", "Graz", "AT", "en"),
            words: "Five years of sign-up sheets, counted: who comes back to a user group, and what helps. For everybody who starts one.",
            sender: "Ilse",
            met_on: "",
            decision: Decision::Accept {
                title: "What keeps a user group alive: five years of sign-up sheets",
                people: &["Ilse Brandt", "Yuto Tanaka"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://www.youtube.com/watch?v=pugMontev01&feature=share"],
            group: group("Python Montevideo (muestra)", "Montevideo", "UY", "es"),
            words: "Lucía contó cómo su cooperativa de ómnibus calcula recorridos con GeoPandas y datos abiertos. Muestra los tres errores que más tiempo le costaron: proyecciones mezcladas, paradas duplicadas y horarios que pasan de medianoche.\n\nSirve a quien empieza con mapas y ya sabe un poco de pandas.",
            sender: "Lucía",
            met_on: "2026-09-24",
            found_title: "Mapas de ómnibus con GeoPandas",
            decision: Decision::Accept {
                title: "Mapas de ómnibus con GeoPandas",
                people: &["Lucía Ferreira"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://youtu.be/pugKrakow01?si=abc"],
            group: group("Kraków Python Evenings (sample)", "Kraków", "PL", "en"),
            words: "What a type checker found in eleven years of billing code: forty real bugs, most of them None where nobody expected it. Marek shows how his team went file by file, and which settings they would never switch on at once again.",
            sender: "Marek",
            met_on: "2026-10-06",
            found_title: "Type hints in an old code base",
            decision: Decision::Accept {
                title: "Eleven years of billing code meet a type checker",
                people: &["Marek Zieliński"],
            },
            ..PLAIN
        },
        Sample {
            links: &[
                "https://www.flickr.com/photo.gne?id=70000000022",
                "https://www.flickr.com/photos/sample/70000000021/",
            ],
            group: group("Python Kisumu (sample)", "Kisumu", "KE", "sw"),
            words: "Picha za warsha ya Jumamosi: washiriki ishirini na wanne, wengi wao mara ya kwanza, waliandika programu ya kufuatilia bei za samaki sokoni. Kila kikundi kilimaliza na jedwali linalofanya kazi.",
            about: "began",
            sender: "Achieng",
            met_on: "2026-10-10",
            found_title: "Warsha ya bei za samaki",
            decision: Decision::Accept {
                title: "Warsha: bei za samaki kwa Python",
                people: &[],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://www.youtube.com/watch?v=pugThinVid1"],
            group: group("Python Nowhere (sample)", "", "", "en"),
            words: "Meeting on 3 May, 7 pm, bring a friend. The pizza will be good.",
            sender: "Sam",
            met_on: "2026-05-03",
            found_title: "Meeting",
            decision: Decision::Decline {
                reason: "Not yet: it gives a date and a place. Add what was covered, one sentence is plenty, and send it again.",
            },
            ..PLAIN
        },
        Sample {
            links: &["youtube.com/shorts/pugGoneVid1"],
            group: group("Python Lagoon (sample)", "Porto Alegre", "BR", "pt"),
            words: "A gravação da nossa noite sobre testes de propriedades com Hypothesis.",
            sender: "João",
            met_on: "2026-08-12",
            found_title: "Testes de propriedades",
            hidden: true,
            ..PLAIN
        },
        Sample {
            links: &["https://www.youtube.com/watch?v=pugPrivVid1"],
            group: group("Python Dunedin Harbour (sample)", "Dunedin", "NZ", "en"),
            words: "Two apprentices rebuilt our library's fine calculator in an evening and explain why the old one charged for holidays. For anybody who has to change code that nobody dares to touch.",
            sender: "Hana",
            met_on: "2026-08-19",
            found_title: "The fine calculator",
            hidden: true,
            ..PLAIN
        },
        Sample {
            links: &["https://www.youtube.com/live/pugToulous1?feature=share"],
            group: group(
                "Soirées Python de Toulouse (exemple)",
                "Toulouse",
                "FR",
                "fr",
            ),
            words: "Comment une petite équipe de météo amateur lit vingt stations MicroPython avec asyncio, sans perdre une mesure quand le réseau tombe. Inès montre le journal local, la reprise et le calcul de ce que coûte une heure de silence.\n\nPour qui connaît await et se demande quand s'en servir.",
            sender: "Inès",
            email: Some("ines@example.org"),
            met_on: "2026-10-15",
            found_title: "Vingt stations météo et asyncio",
            decision: Decision::Accept {
                title: "Vingt stations météo, un seul asyncio",
                people: &["Inès Garrigues"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://m.youtube.com/watch?v=pugRecife01&t=30s"],
            group: group("Pernambuco Python (exemplo)", "Recife", "BR", "pt"),
            words: "Beatriz ensina Python a agentes de saúde. Nesta conversa ela mostra o caderno que eles usam, o que aprenderam na primeira semana, e por que a primeira lição é um gráfico e não um laço.",
            sender: "Beatriz",
            met_on: "2026-10-20",
            found_title: "A primeira lição é um gráfico",
            decision: Decision::Accept {
                title: "A primeira lição é um gráfico",
                people: &["Beatriz Nóbrega"],
            },
            ..PLAIN
        },
        Sample {
            links: &[
                "https://youtu.be/pugLeipzig1",
                "https://www.flickr.com/photos/sample/70000000031/in/photostream/",
                "https://www.flickr.com/photos/sample/70000000032/",
            ],
            group: group(
                "Leipziger Python-Stammtisch (Beispiel)",
                "Leipzig",
                "DE",
                "de",
            ),
            words: "Ein Abend, zwei kurze Vorträge und ein Lötkolben: Anke baut mit CircuitPython einen Taster für Menschen, die keine Maus halten können, und Jonas zeigt, wie man ihn ohne Gerät testet. Die Fotos zeigen die sieben Taster, die am Ende des Abends mit nach Hause gingen.",
            sender: "Anke",
            licence: "CC-BY-SA-4.0",
            met_on: "2026-11-03",
            found_title: "CircuitPython-Taster",
            photo_licence: 5,
            decision: Decision::Accept {
                title: "Sieben Taster aus CircuitPython",
                people: &["Anke Vogt", "Jonas Reuter"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://www.flickr.com/photos/sample/70000000041/"],
            group: group("Python Whanganui (sample)", "Whanganui", "NZ", "en"),
            words: "Our third river day: we counted eels with a camera and forty lines of OpenCV, then counted them again by hand. The two numbers differed by three. The photo shows the counting table and the people who argued about those three.",
            sender: "Mere",
            licence: "all-rights-reserved",
            may_copy: false,
            met_on: "2026-11-07",
            found_title: "The counting table",
            photo_licence: 0,
            decision: Decision::Accept {
                title: "Counting eels, twice",
                people: &["Mere Tamihana"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://www.youtube.com/embed/pugPune0001"],
            group: group("Pune Python Saturdays (sample)", "Pune", "IN", "en"),
            words: "Why does my Django page make four hundred queries? Rohan profiles a clinic's appointment page live, with the people who wrote it in the room, and gets it to five. Nobody is blamed, and the slides hold every step.",
            sender: "Rohan",
            met_on: "2026-11-08",
            found_title: "Four hundred queries",
            decision: Decision::Accept {
                title: "From four hundred queries to five, live",
                people: &["Rohan Deshpande", "Asha Kulkarni"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://youtu.be/pugSapporo1"],
            group: group("札幌Pythonの夕べ(見本)", "Sapporo", "JP", "ja"),
            words: "除雪車の位置データを pandas で読み、どの道がいつ除雪されるかを近所の人に知らせる小さなサービスの話です。欠けた測定値をどう扱ったか、失敗した二つの方法も見せます。",
            sender: "さくら",
            met_on: "2026-11-11",
            found_title: "除雪車のデータを読む",
            decision: Decision::Accept {
                title: "除雪車はいつ来る? pandas で読む雪の道",
                people: &["高橋さくら"],
            },
            ..PLAIN
        },
        Sample {
            links: &[
                "https://www.youtube.com/watch?v=pugAmman001",
                "https://www.flickr.com/photos/sample/70000000051/",
            ],
            group: group("لقاء بايثون عمّان (عيّنة)", "Amman", "JO", "ar"),
            words: "كيف تقرأ ليلى عدّادات المياه في حيّها ببرنامج من مئة سطر، وكيف اكتشفت تسرّبًا قبل أن يراه أحد. تشرح الحديث خطوة خطوة لمن يعرف القوائم والقواميس فقط.",
            sender: "ليلى",
            met_on: "2026-11-12",
            found_title: "عدّادات المياه",
            photo_licence: 11,
            decision: Decision::Accept {
                title: "مئة سطر تكشف تسرّب الماء",
                people: &["ليلى حدّاد"],
            },
            ..PLAIN
        },
        Sample {
            links: &["https://www.youtube.com/watch?v=pugHalifax1&list=PLsample"],
            group: group("Halifax Python Harbour (sample)", "Halifax", "CA", "en"),
            words: "Teaching beginners for ten years taught Claire which five error messages make people give up. She goes through each, what the new interpreters say instead, and the one sentence she says out loud in class.",
            sender: "Claire",
            licence: "CC-BY-NC-4.0",
            email: Some("claire@example.org"),
            door: Door::Mail,
            met_on: "2026-11-13",
            found_title: "Five error messages",
            decision: Decision::Accept {
                title: "Five error messages that make people give up",
                people: &["Claire MacIsaac"],
            },
            ..PLAIN
        },
        Sample {
            group: group("PyTartu (sample)", "Tartu", "EE", "en"),
            words: "Eight voices from one evening, recorded at the coat rack: what each of them came with, and the one thing they will try on Monday. Liis asks; nobody knew the question before.\n\nFor organizers who wonder what people take home.",
            sender: "Liis",
            email: Some("liis@example.org"),
            licence: "CC-BY-4.0",
            met_on: "2026-11-18",
            decision: Decision::Accept {
                title: "Eight voices at the coat rack",
                people: &["Liis Kask"],
            },
            door: Door::Form,
            ..PLAIN
        },
        Sample {
            group: group("PyTokachi (sample)", "Obihiro", "JP", "ja"),
            words: "# 十二月の集まり:畑のセンサーを読む\n\n十二月十二日、図書館の二階で、土の湿り気を測る小さな装置を皆で組み立てます。はじめての方も歓迎です。\n\n- 持ち物はノートパソコンだけ\n- 一人に一台、センサーを貸します\n- 最後の三十分で、隣の人のグラフを読み合います",
            about: "coming",
            sender: "Haruka",
            licence: "CC-BY-4.0",
            met_on: "2026-12-12",
            decision: Decision::Accept {
                title: "十二月の集まり:畑のセンサーを読む",
                people: &["Haruka Mori"],
            },
            door: Door::Api,
            ..PLAIN
        },
        Sample {
            group: group("Aswan Python (sample)", "Aswan", "EG", "ar"),
            words: "# كيف يمر مساء عادي عندنا\n\nنبدأ بالشاي، ثم يعرض كل واحد سطرا واحدا من شيفرته ويقول لماذا كتبه هكذا. بعد ذلك درس قصير، وفي النهاية نصلح معا خطأ واحدا من مشروع حقيقي.\n\nمن لم يكتب سطرا في حياته يجلس بجانب من كتب ألفا.",
            about: "typical",
            sender: "Salma",
            licence: "CC-BY-SA-4.0",
            met_on: "",
            decision: Decision::Accept {
                title: "كيف يمر مساء عادي عندنا",
                people: &["Salma Fathy"],
            },
            door: Door::Command,
            ..PLAIN
        },
        Sample {
            group: group("Kisumu Python Circle (sample)", "Kisumu", "KE", "en"),
            words: "# How we began: nine chairs and one projector\n\nIn March three of us met in the library to read *one* chapter together. By June we were thirty. What made the difference, as far as we can tell:\n\n- **One fixed evening.** The last Thursday, even when only four come.\n- **The first ten minutes belong to newcomers.** Everybody says what they tried and where it broke.\n- **Nobody presents twice in a row.** Asking for the second speaker is the organizer's real work.\n\n## What we would do differently\n\nWe bought a camera before we had anything worth recording. A shared page with the exercises, as plain files that run with `python -m`, has helped more people than any video.\n\n> Start with a room you can have for a year.",
            sender: "Achieng",
            licence: "CC-BY-SA-4.0",
            met_on: "2026-06-25",
            decision: Decision::Accept {
                title: "How we began: nine chairs and one projector",
                people: &["Achieng Odhiambo"],
            },
            ..PLAIN
        },
        Sample {
            links: &[
                "https://youtu.be/pugIbadan01",
                "https://www.flickr.com/photos/sample/70000000061/",
                "https://www.flickr.com/photos/sample/70000000062/sizes/l/",
            ],
            group: group("Python Usergroup Ibadan (sample)", "Ibadan", "NG", "en"),
            words: "How do you tokenize a language whose tone marks half the internet drops? Tunde builds a small Yorùbá corpus from radio transcripts, shows what breaks in the usual tools, and ends with a tagger that fits in one notebook.\n\nFor anybody whose language the examples never mention. The photos are from the hour after, when six people tagged their own names.",
            sender: "Amara",
            email: Some("amara@example.org"),
            met_on: "2026-11-14",
            found_title: "Tone marks and tokens",
            decision: Decision::Accept {
                title: "Tone marks and tokens: Python for Yorùbá",
                people: &["Tunde Adebayo", "Amara Ojo"],
            },
            ..PLAIN
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_link_is_one_we_take() {
        let mut links = 0;
        for sample in samples() {
            for link in sample.links {
                jobs::link::parse(link).unwrap_or_else(|refusal| panic!("{link}: {refusal}"));
                links += 1;
            }
        }
        assert!((18..=30).contains(&links), "{links}");
        let countries: HashSet<&str> = samples()
            .iter()
            .map(|sample| sample.group.country)
            .collect();
        assert!(countries.len() >= 10, "{countries:?}");
    }
}
