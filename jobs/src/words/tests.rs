//! Spellings, words and passages in the scripts that people write.

use super::*;

fn tokens(text: &str) -> Vec<String> {
    of(text).into_iter().map(|word| word.token).collect()
}

/// Whether a text has what is asked for, as an index would say.
fn has(text: &str, question: &str) -> bool {
    let terms = ask(question);
    let met = |words: &[Word]| terms.iter().all(|term| term.loose.is_met(words));
    let is_met = met(&of(text));
    assert_eq!(met(&loosely(text)), is_met, "{question} in {text}");
    !terms.is_empty() && is_met
}

#[test]
fn spelling_does_not_count() {
    for (one, other) in [
        ("Ünïcode CAFÉ", "unicode cafe"),
        ("ＰＹＴＨＯＮ ３", "python 3"),
        ("Łódź Århus Þór", "lodz arhus thor"),
        ("Ещё ЁЛКА", "еще елка"),
        ("STRASSE", "straße"),
        ("İstanbul ISPARTA", "istanbul ısparta"),
        ("Αθήνα ΛΌΓΟΣ", "αθηνα λογοσ"),
        ("Yorùbá ẹ̀kọ́ ɗan", "yoruba eko dan"),
        ("Việt Nam Đà Nẵng", "viet nam da nang"),
        ("مُحَمَّد كـــتاب أحمد", "محمد كتاب احمد"),
        ("برنامه‌نویسی ۱۴۰۳", "برنامه-نويسي 1403"),
        ("שָׁלוֹם עוֹלָם", "שלום עולם"),
        ("ﾊﾟｲｿﾝ", "パイソン"),
        ("ﬁle №", "file no"),
        ("e\u{301}te\u{301}", "été"),
        ("pro\u{ad}gram", "program"),
        ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
        ("か\u{3099}", "が"),
        ("٣ ५ ๗", "3 5 7"),
    ] {
        assert_eq!(tokens(one), tokens(other), "{one} {other}");
    }
    for (one, other) in [("が", "か"), ("й", "и"), ("हिन्दी", "हनद")] {
        assert_ne!(tokens(one), tokens(other), "{one} {other}");
    }
}

#[test]
fn words_have_parts() {
    for (text, expected) in [
        ("f-strings", "fstrings f strings"),
        ("L’avion d'Ada", "lavion l avion dada d ada"),
        ("Python3.14, v2", "python3.14 python 3.14 v2 v 2"),
        ("3.14 1,000", "3.14 1000 1 000"),
        ("C++ and C#, C", "c++ and c# c"),
        ("notepad++!", "notepad++ notepad"),
        ("C++17 f#x", "c++ 17 f x"),
        ("asyncio.gather", "asynciogather asyncio gather"),
        ("__init__ snake_case", "init snakecase snake case"),
        ("Oʻzbek R&D", "ozbek o zbek rd r d"),
        ("صـه البرمجة", "صه برمجه البرمجه"),
        ("צה\"ל", "צהל צה ל"),
        ("a \"b\" - c", "a b c"),
        ("हिन्दी में बैठक", "हिन्दी में बैठक"),
        ("大阪で会", "大 阪 で 会 大阪 阪で で会"),
        ("서울 모임", "서 울 서울 모 임 모임"),
        ("Python東京3月", "python 東 京 東京 3 月"),
        ("💩 ?! — ", ""),
    ] {
        assert_eq!(tokens(text).join(" "), expected, "{text}");
    }
}

#[test]
fn thai_and_its_neighbours_are_cut_by_a_model() {
    for (text, word) in [
        ("ชุมชนผู้ใช้ไพธอนในกรุงเทพพบกันทุกเดือน", "ไพธอน"),
        ("ການປະຊຸມຂອງພວກເຮົາ", "ປະຊຸມ"),
        ("ភាសាខ្មែរនិងកម្មវិធី", "កម្មវិធី"),
        ("မြန်မာဘာသာစကား", "ဘာသာ"),
    ] {
        assert!(
            tokens(text).contains(&word.to_owned()),
            "{:?}",
            tokens(text)
        );
        assert!(has(text, word), "{word}");
    }
    // A name that is cut in two, or stands inside a longer word, is found as well.
    assert!(has("ភាសាខ្មែរនិងកម្មវិធី", "ខ្មែរ"));
    assert!(has("ชุมชนผู้ใช้ไพธอนในกรุงเทพ", "กรุงเทพ"));
    assert!(!has("ชุมชนผู้ใช้ไพธอนในกรุงเทพ", "เชียงใหม่"));
}

#[test]
fn questions_find_what_they_mean() {
    for (text, question) in [
        ("Rain gauges with MicroPython", "rain micropy"),
        ("Rain gauges", "GAUGES rai"),
        ("f-strings", "fstrings"),
        ("fstrings", "f-strings"),
        ("f strings", "f-strings"),
        ("Python 3.14", "python3.14"),
        ("Python 3.14", "3.1"),
        ("C++ for us", "c++"),
        ("C# now", "C#"),
        ("大阪で会いました", "大阪"),
        ("昨日東京で会いました", "東京"),
        ("昨日東京で会いました", "京"),
        ("파이썬을 배우다", "파이썬"),
        ("البرمجة للجميع", "برمجة"),
        ("برمجة", "البرمجة"),
        ("برنامه‌نویسی", "برنامه نویسی"),
        ("برنامه‌نویسی", "برنامهنویسی"),
        ("O'Reilly", "oreilly"),
        ("O’Reilly", "reilly"),
        ("नमस्ते दुनिया", "दुनि"),
        ("ｯﾋｽﾏＩ＂１ x", "ｯﾋｽﾏＩ＂１"),
    ] {
        assert!(
            has(text, question),
            "{question} in {text}: {:?}",
            ask(question)
        );
    }
    for (text, question) in [
        ("C and D", "c++"),
        ("C++ and C#", "c"),
        ("Rain gauges", "rai gauges"),
        ("Rain gauges", "rai "),
        ("京都で会", "東京"),
        ("Rain", ""),
        ("Rain", "\"*:-()"),
    ] {
        assert!(
            !has(text, question),
            "{question} in {text}: {:?}",
            ask(question)
        );
    }
}

#[test]
fn questions_are_short() {
    assert!(ask(&"a ".repeat(5000)).len() == 1, "each word once");
    let many: String = (0..5000).map(|n| format!("w{n} ")).collect();
    assert_eq!(ask(&many).len(), 12);
    for hostile in [
        "\"",
        "*",
        "NEAR(",
        "a:b -c",
        "\u{0}",
        "' or 1=1 --",
        "col : ^x",
        "(()",
    ] {
        for term in ask(hostile) {
            let (Need::Word(word) | Need::Start(word)) = term.loose else {
                continue;
            };
            assert!(word.chars().all(char::is_alphanumeric), "{word:?}");
        }
    }
}

#[test]
fn two_spellings_of_a_name_are_one_key() {
    assert_eq!(key(" José  da-Silva "), "jose_da_silva");
    assert_eq!(key("JOSE DA SILVA"), "jose_da_silva");
    assert_eq!(key("山田 太郎"), "山田_太郎");
    assert_eq!(key("…"), "");
}

fn shown(bits: &[Bit]) -> String {
    let bit = |bit: &Bit| match bit.is_found {
        true => format!("[{}]", bit.text),
        false => bit.text.clone(),
    };
    bits.iter().map(bit).collect()
}

#[test]
fn what_was_asked_for_is_marked() {
    for (text, question, expected) in [
        (
            "Café  <b>au</b>\nlait",
            "cafe lai",
            "[Café] <b>au</b> [lait]",
        ),
        ("昨日大阪で会った", "大阪", "昨日[大阪]で会った"),
        ("מפגש פייתון בתל אביב", "פייתון", "מפגש [פייתון] בתל אביב"),
        ("اجتماع البرمجة", "برمجة", "اجتماع [البرمجة]"),
        ("an f-string, f", "f-string", "an [f-string], f"),
        ("한국 파이썬을 배우다", "파이썬", "한국 [파이썬]을 배우다"),
        ("C++ or C", "c++", "[C++] or C"),
        ("nothing", "else", "nothing"),
    ] {
        assert_eq!(shown(&marked(text, &ask(question))), expected);
    }
}

#[test]
fn a_passage_shows_most_terms() {
    let text = format!(
        "gauges {} Rain gauges of Ibadan {}",
        "before ".repeat(60),
        "after ".repeat(60)
    );
    let found = passage(&text, &ask("rain gauges"), 100).unwrap();
    assert_eq!(found.terms, 2);
    assert!(found.is_cut_before && found.is_cut_behind);
    let line = shown(&found.bits);
    assert!(
        line.contains("before [Rain] [gauges] of Ibadan after"),
        "{line}"
    );
    assert!(line.chars().count() < 110, "{line}");
    assert_eq!(passage(&text, &ask("nothing"), 100), None);
    let japanese = "会".repeat(300) + "大阪の夜" + &"話".repeat(300);
    let found = passage(&japanese, &ask("大阪"), 100).unwrap();
    assert!(shown(&found.bits).contains("会[大阪]の夜話"));
    let short = passage("Rain", &ask("rain"), 100).unwrap();
    assert_eq!(
        (shown(&short.bits).as_str(), short.is_cut_before),
        ("[Rain]", false)
    );
}

/// What strangers send gives words that no tokenizer parts, in places that are the text's.
#[test]
fn hostile_texts_give_harmless_words() {
    let mut texts: Vec<String> = [
        "\u{0}\u{1}",
        "a\u{0301}".repeat(9000).as_str(),
        "ก".repeat(500).as_str(),
        "\u{0301}",
        "\u{200d}x",
        "א\"ב\"",
        "1.2.3.4.5.",
        "++##",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push(
        (0..0x11_0000)
            .step_by(7)
            .filter_map(char::from_u32)
            .collect(),
    );
    texts.push("x".repeat(3 << 20));
    texts.push("a-".repeat(100_000));
    for text in &texts {
        for word in of(text) {
            let ours = |c: char| {
                c.is_alphanumeric()
                    || !c.is_ascii() && !c.is_whitespace() && !c.is_control()
                    || "+#._".contains(c)
            };
            assert!(
                !word.token.is_empty() && word.token.chars().all(ours),
                "{word:?}"
            );
            assert!(word.token.chars().count() <= MOST_LETTERS + 2, "{word:?}");
            assert!(
                text.get(word.from..word.to)
                    .is_some_and(|word| !word.is_empty())
            );
        }
        let terms = ask(&text.chars().take(9).collect::<String>());
        marked(text, &terms);
        passage(text, &terms, 200);
    }
}
