//! Languages and countries.

/// A language tag as BCP 47 forms them: its parts have their lengths, and a language of two letters is one.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let is_language = match first.len() {
        2 => is_listed(LANGUAGES, first),
        3..=8 => first.bytes().all(|byte| byte.is_ascii_alphabetic()),
        1 => matches!(first, "x" | "X" | "i" | "I") && text.len() > 2,
        _ => false,
    };
    let is_part = |part: &str| {
        matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_language && parts.all(is_part)
}

/// A language of two letters with or without a country, which is all that Apple reads.
pub fn is_apple(text: &str) -> bool {
    let (language, rest) = text.split_once('-').unwrap_or((text, ""));
    let is_modifier = rest.is_empty()
        || is_country(rest)
        || matches!(
            rest.to_ascii_lowercase().as_str(),
            "hans" | "hant" | "419" | "latn" | "cyrl"
        );
    is_listed(LANGUAGES, language) && is_modifier && !text.ends_with('-')
}

/// A country's two letters, ISO 3166-1, in either case. Kosovo, to which ISO gives none, is known by one of those that
/// it leaves to its users.
pub fn is_country(text: &str) -> bool {
    is_listed(COUNTRIES, text) || text.eq_ignore_ascii_case("XK")
}

fn is_listed(list: &str, text: &str) -> bool {
    text.len() == 2
        && list
            .as_bytes()
            .chunks(3)
            .any(|known| known[..2].eq_ignore_ascii_case(text.as_bytes()))
}

/// ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig \
    ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn \
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si \
    sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo \
    za zh zu";

/// ISO 3166-1 alpha-2.
const COUNTRIES: &str = "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br \
    bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et \
    fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq \
    ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml \
    mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps \
    pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl \
    tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        for (text, tag, apple) in [
            ("en", true, true),
            ("en-us", true, true),
            ("pt-BR", true, true),
            ("zh-Hans", true, true),
            ("yue", true, false),
            ("zh-Hant-HK", true, false),
            ("xx", false, false),
            ("english language", false, false),
            ("en_US", false, false),
            ("en-", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_tag(text), is_apple(text)), (tag, apple), "{text}");
        }
    }

    #[test]
    fn countries() {
        assert!(is_country("GB") && is_country("ng") && !is_country("UK") && !is_country("zz"));
        assert_eq!(COUNTRIES.split(' ').count(), 249);
        assert_eq!(LANGUAGES.split(' ').count(), 185);
    }
}
