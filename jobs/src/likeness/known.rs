//! Words that titles of many things share: months, numbers in letters, what is said of every evening.

/// The month that a folded word names; short English names only `beside_number`.
pub(super) fn month(word: &str, beside_number: bool) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january januar janner enero janvier janeiro gennaio januari styczen stycznia январь января январ \
         січень січня ocak leden ledna يناير",
        "february februar febrero fevrier fevereiro febbraio februari luty lutego февраль февраля лютии лютого \
         subat unor unora فبراير",
        "march marz marzo mars marco maart marzec marca март марта березень березня mart brezen brezna مارس",
        "april abril avril aprile kwiecien kwietnia апрель апреля квітень квітня nisan duben dubna ابريل",
        "may mai mayo maio maggio mei maj maja май маи мая травень травня mayis kveten kvetna مايو",
        "june juni junio juin junho giugno czerwiec czerwca июнь июня червень червня haziran cerven cervna \
         يونيو",
        "july juli julio juillet julho luglio lipiec lipca июль июля липень липня temmuz cervenec cervence \
         يوليو",
        "august agosto aout augustus augusti sierpien sierpnia август августа серпень серпня agustos srpen \
         srpna اغسطس",
        "september septiembre setiembre septembre setembro settembre wrzesien wrzesnia сентябрь сентября \
         вересень вересня eylul zari سبتمبر",
        "october oktober octubre octobre outubro ottobre pazdziernik pazdziernika октябрь октября жовтень \
         жовтня ekim rijen rijna اكتوبر",
        "november noviembre novembre novembro listopad listopada ноябрь ноября листопад листопада kasim نوفمبر",
        "december dezember diciembre decembre dezembro dicembre grudzien grudnia декабрь декабря грудень грудня \
         aralik prosinec prosince ديسمبر",
    ];
    const SHORT: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let at = NAMES.iter().position(|names| is_one_of(names, word));
    let short = || {
        (beside_number).then(|| {
            SHORT
                .iter()
                .position(|name| *name == word || (*name == "sep" && word == "sept"))
        })?
    };
    at.or_else(short).and_then(|at| u8::try_from(at + 1).ok())
}

/// Whether a number or letter behind this word counts parts of something.
pub(super) fn counts(word: &str) -> bool {
    const WORDS: &str = "part parts pt parte partie teil deel del czesc cz cast часть ч частина bolum kisim الجزء episode ep \
         folge episodio odcinek выпуск випуск day tag dia jour den dzien день gun session sesion sessao lesson \
         leccion lekcja урок lektion chapter capitulo week woche semana semaine module modul modulo round level \
         act track room sala salle raum saal hall stage aula zal зал sal vol volume season temporada staffel number no nr num номер talk halb half block set \
         tome";
    is_one_of(WORDS, word)
}

/// The number that a folded word says where it counts parts: in letters, Roman, or as a letter.
pub(super) fn counted(word: &str) -> Option<u32> {
    const WORDS: [&str; 10] = [
        "one i a eins uno um un une jeden один bir",
        "two ii b zwei dos dois deux dwa два iki",
        "three iii c drei tres trois trzy три uc",
        "four iv d vier cuatro quatro quatre cztery четыре",
        "five v e funf cinco cinq piec пять",
        "six vi sechs seis szesc шесть",
        "seven vii sieben siete sete sept",
        "eight viii acht ocho oito huit",
        "nine ix neun nueve nove neuf",
        "ten x zehn diez dez dix",
    ];
    number_of(&WORDS, word)
}

/// The number that an ordinal says, wherever it stands.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 5] = [
        "first erster erste erstes primera primeira primer premiere premier первая первыи перша pierwsza",
        "second zweiter zweite zweites segunda segundo deuxieme seconde вторая второи друга druga",
        "third dritter dritte drittes tercera terceira tercero troisieme третья третии третя trzecia",
        "fourth vierter vierte cuarta quarta quatrieme четвертая czwarta",
        "fifth funfter funfte quinta cinquieme пятая piata",
    ];
    number_of(&WORDS, word)
}

/// Roman numbers that are no words of their own.
pub(super) fn roman(word: &str) -> Option<u32> {
    const WORDS: [&str; 8] = ["", "ii", "iii", "iv", "", "vi", "vii", "viii"];
    number_of(&WORDS, word)
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

fn number_of(words: &[&str], word: &str) -> Option<u32> {
    let at = words.iter().position(|same| is_one_of(same, word))?;
    u32::try_from(at + 1).ok()
}

/// Chinese and Japanese numerals up to 99, as they stand alone.
pub(super) fn numeral(text: &str) -> Option<u32> {
    let digit = |c: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|n| u32::try_from(n).ok())
    };
    let chars: Vec<char> = text.chars().collect();
    match chars.as_slice() {
        [c] => digit(*c).or((*c == '十').then_some(10)),
        ['十', one] => Some(10 + digit(*one)?),
        [ten, '十'] => Some(10 * digit(*ten)?),
        [ten, '十', one] => Some(10 * digit(*ten)? + digit(*one)?),
        _ => None,
    }
}

/// Halves of something in Chinese and Japanese, and what they count.
pub(super) const HALVES: &[(&str, u32)] = &[
    ("前編", 1),
    ("後編", 2),
    ("前篇", 1),
    ("后篇", 2),
    ("後篇", 2),
    ("上編", 1),
    ("下編", 2),
    ("上篇", 1),
    ("下篇", 2),
    ("上集", 1),
    ("下集", 2),
    ("前半", 1),
    ("後半", 2),
];

/// What is said of a recording, not of what it is about.
pub(super) fn is_noise(word: &str) -> bool {
    const WORDS: &str = "eng rus ger deu fra spa ukr pol ita jpn english russian video videos official oficial offiziell hd \
         fullhd uhd p k live livestream stream recording recorded aufzeichnung grabacion gravacao \
         enregistrement запись запис nagranie reupload reuploaded upload re fixed audio sound better improved \
         corrected quality edited final version full slides subtitles subtitled meetup meetups meeting \
         usergroup ug user group vortrag talk charla palestra conferencia доклад доповідь treffen stammtisch \
         podcast episode ep folge edition edicao edicion remote online virtual hybrid by with at from feat ft \
         speaker von mit bei por con com par chez presented presents no nr vol the in and und y e et";
    is_one_of(WORDS, word)
}

/// What is said of a piece beside a talk, or cut from it: with it in one title alone they are two things.
pub(super) fn is_beside(word: &str) -> bool {
    const WORDS: &str = "qanda trailer teaser highlights outtakes preview panel mesa podiumsdiskussion fragerunde          preguntas respuestas perguntas questions answers antworten вопросы ответы odpowiedzi трейлер";
    is_one_of(WORDS, word)
}

/// The same in scripts without spaces.
pub(super) const BESIDE_RUNS: &[&str] =
    &["質疑応答", "パネルディスカッション", "予告", "问答", "预告"];

/// What every group says sooner or later: a title of such words alone tells nothing apart.
pub(super) fn is_common(word: &str) -> bool {
    const WORDS: &str = "welcome welcoming intro introduction introductions opening closing remarks session sessions keynote \
         keynotes lightning talk talks panel discussion question questions answers qa q a qna qanda editorial editors \
         from news announcement announcements sprint sprints workshop meetup meeting evening night part day \
         python pycon pydata django unconference open space show tell and the of to our in on for with \
         community update updates social hack hackathon recap highlights thanks goodbye farewell first second \
         new year party annual general monthly demo demos ask me anything ama tutorial tutorials break wrap up \
         willkommen begrussung eroffnung abschluss blitzvortrage kurzvortrage fragerunde vorstellung \
         vorstellungsrunde einfuhrung neuigkeiten der die das und bienvenida bienvenidos apertura cierre \
         charlas relampago preguntas presentacion introduccion noticias de la el los las y bienvenue ouverture \
         cloture presentation nouvelles eclair et le les des boas vindas abertura encerramento relampagos \
         palestras apresentacao perguntas introducao e do da powitanie otwarcie zakonczenie blyskawiczne \
         wystapienia wstep приветствие открытие закрытие блиц блицдоклады доклады вопросы ответы введение \
         новости вступление вітання відкриття закриття бліц бліцдоповіді доповіді 환영합니다 오프닝 클로징 라이트닝 토크 소개";
    is_one_of(WORDS, word)
}

/// The same in scripts without spaces.
pub(super) const COMMON_RUNS: &[&str] = &[
    "ようこそ",
    "オープニング",
    "クロージング",
    "ライトニングトーク",
    "ライトニング",
    "トーク",
    "はじめに",
    "おわりに",
    "自己紹介",
    "挨拶",
    "ご挨拶",
    "開会",
    "閉会",
    "質疑応答",
    "パネルディスカッション",
    "欢迎",
    "歡迎",
    "开场",
    "開場",
    "闭幕",
    "闪电演讲",
    "閃電演講",
    "快閃演講",
    "自我介绍",
    "问答",
    "介绍",
    "大会",
    "の",
    "会",
    "回",
    "第",
];
