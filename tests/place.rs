//! Finding places as people type them.

use pugcast::place::{Kind, Place, country_name, find};

/// Name, country and region of the first place found.
fn first(text: &str) -> String {
    match &find(text)[..] {
        [] => "nothing".to_owned(),
        [place, ..] => shown(place),
    }
}

fn shown(place: &Place) -> String {
    let region = place.region.map(|region| format!(", {region}"));
    format!(
        "{}{}, {}",
        place.name,
        region.unwrap_or_default(),
        place.country
    )
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| first(text) != *expected)
        .map(|(text, expected)| format!("{text}: {}, not {expected}", first(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_city_in_any_script_and_spelling() {
    check(&[
        ("Ibadan", "Ibadan, Oyo State, NG"),
        ("  iBADAN ", "Ibadan, Oyo State, NG"),
        ("東京", "Tokyo, Tokyo, JP"),
        ("東京都", "Tokyo, Tokyo, JP"),
        ("大阪", "Osaka, Osaka, JP"),
        ("横浜", "Yokohama, Kanagawa, JP"),
        ("横浜市", "Yokohama, Kanagawa, JP"),
        ("القاهرة", "Cairo, Cairo, EG"),
        ("القاهره", "Cairo, Cairo, EG"),
        ("تهران", "Tehran, Tehran, IR"),
        ("Москва", "Moscow, Moscow, RU"),
        ("москва", "Moscow, Moscow, RU"),
        ("Київ", "Kyiv, Kyiv City, UA"),
        ("서울", "Seoul, Seoul, KR"),
        ("北京", "Beijing, Beijing, CN"),
        ("दिल्ली", "Delhi, Delhi, IN"),
        ("Αθήνα", "Athens, Attica, GR"),
        ("תל אביב", "Tel Aviv, Tel Aviv, IL"),
        ("ロンドン", "London, England, GB"),
        ("パリ", "Paris, Île-de-France, FR"),
        ("SÃO PAULO", "São Paulo, São Paulo, BR"),
        ("sao paulo", "São Paulo, São Paulo, BR"),
        ("Zuerich", "Zürich, Zurich, CH"),
        ("Zurich", "Zürich, Zurich, CH"),
        ("Lodz", "Łódź, Łódź Voivodeship, PL"),
        ("St Louis", "St. Louis, Missouri, US"),
        ("Xi'an", "Xi’an, Shaanxi, CN"),
    ]);
}

#[test]
fn a_city_by_what_others_call_it() {
    check(&[
        ("Londres", "London, England, GB"),
        ("Florencia, Italia", "Florence, Tuscany, IT"),
        ("Ginebra", "Geneva, Geneva, CH"),
        ("Genève", "Geneva, Geneva, CH"),
        ("Munich", "Munich, Bavaria, DE"),
        ("München", "Munich, Bavaria, DE"),
        ("Bombay", "Mumbai, Maharashtra, IN"),
        ("Saigon", "Ho Chi Minh City, Ho Chi Minh City (HCMC), VN"),
        ("Kiev", "Kyiv, Kyiv City, UA"),
        ("Lisboa", "Lisbon, Lisbon, PT"),
        ("La Habana", "Havana, Havana, CU"),
        ("Le Caire", "Cairo, Cairo, EG"),
        ("Tunis", "Tunis, Tunis Governorate, TN"),
        ("Brasilia", "Brasília, Federal District, BR"),
        ("LA", "Los Angeles, California, US"),
        ("NYC", "New York City, New York, US"),
        ("New York", "New York City, New York, US"),
    ]);
}

#[test]
fn what_a_city_lies_in_tells_namesakes_apart() {
    check(&[
        ("Paris", "Paris, Île-de-France, FR"),
        ("Paris, Texas", "Paris, Texas, US"),
        ("Paris TX", "Paris, Texas, US"),
        ("Springfield, IL", "Springfield, Illinois, US"),
        (
            "Springfield Massachusetts USA",
            "Springfield, Massachusetts, US",
        ),
        ("Cambridge, MA", "Cambridge, Massachusetts, US"),
        ("Cambridge, UK", "Cambridge, England, GB"),
        ("Cambridge, Ontario, Canada", "Cambridge, Ontario, CA"),
        ("Toronto, ON", "Toronto, Ontario, CA"),
        ("Sydney NSW", "Sydney, New South Wales, AU"),
        ("Campinas - SP", "Campinas, São Paulo, BR"),
        ("Valencia (Venezuela)", "Valencia, Carabobo, VE"),
        ("valencia, españa", "Valencia, Valencia, ES"),
        ("San José, Costa Rica", "San José, San José, CR"),
        ("Hyderabad, Pakistan", "Hyderabad, Sindh, PK"),
        ("Ibadan, Oyo", "Ibadan, Oyo State, NG"),
        ("Barcelona, Cataluña", "Barcelona, Catalonia, ES"),
        ("München, Bayern", "Munich, Bavaria, DE"),
        ("Lagos, NG", "Lagos, Lagos, NG"),
        ("Lagos, PT", "Lagos, Faro, PT"),
        ("France, Paris", "Paris, Île-de-France, FR"),
        ("大阪、日本", "Osaka, Osaka, JP"),
        ("日本 福岡", "Fukuoka, Fukuoka, JP"),
        ("東京都渋谷区", "Shibuya, Tokyo, JP"),
        ("Washington DC", "Washington, District of Columbia, US"),
        ("Washington, D.C.", "Washington, District of Columbia, US"),
    ]);
}

#[test]
fn the_largest_comes_first_and_eight_are_enough() {
    let found = find("Springfield");
    assert_eq!(found.len(), 8);
    assert!(found.is_sorted_by(|one, next| one.population >= next.population));
    assert!(
        found
            .iter()
            .all(|place| place.country == "US" && place.region.is_some())
    );
    let lagos: Vec<String> = find("lagos").iter().map(shown).collect();
    assert_eq!(lagos, ["Lagos, Lagos, NG", "Lagos, Faro, PT"]);
}

#[test]
fn a_country_by_name_or_code() {
    for (text, code) in [
        ("Nigeria", "NG"),
        ("Alemania", "DE"),
        ("Allemagne", "DE"),
        ("Deutschland", "DE"),
        ("ドイツ", "DE"),
        ("日本", "JP"),
        ("Japon", "JP"),
        ("Россия", "RU"),
        ("مصر", "EG"),
        ("대한민국", "KR"),
        ("United States", "US"),
        ("USA", "US"),
        ("EE. UU.", "US"),
        ("uk", "GB"),
        ("gb", "GB"),
        ("Great Britain", "GB"),
        ("Côte d'Ivoire", "CI"),
        ("Costa de Marfil", "CI"),
        ("Czech Republic", "CZ"),
        ("Turkey", "TR"),
        ("DRC", "CD"),
        ("xk", "XK"),
        ("Hong Kong", "HK"),
        ("Singapore", "SG"),
    ] {
        let found = find(text);
        let place = found.first().unwrap_or_else(|| panic!("{text}: nothing"));
        assert_eq!((place.kind, place.country), (Kind::Country, code), "{text}");
        assert_eq!(place.name, country_name(code, "en"));
        assert_eq!(place.region, None);
    }
}

#[test]
fn every_country_with_a_city_is_found_by_its_names_and_code() {
    let mut missing = Vec::new();
    for country in pugcast::place::country::all("en") {
        for language in ["en", "es", "fr", "ja"] {
            let name = country.name(language);
            let is_it =
                |place: &Place| place.kind == Kind::Country && place.country == country.code;
            if !find(name).iter().any(is_it) || !find(country.code).iter().any(is_it) {
                missing.push(country.code);
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    assert_eq!(missing, ["AQ", "BV", "HM", "IO", "TK", "UM"]);
}

#[test]
fn a_region_where_no_city_is_meant() {
    for (text, shown_as) in [
        ("California", "California, US"),
        ("Scotland", "Scotland, GB"),
        ("Bayern", "Bavaria, DE"),
        ("Kerala", "Kerala, IN"),
        ("福岡県", "Fukuoka, JP"),
        ("Georgia, USA", "Georgia, US"),
    ] {
        assert_eq!(first(text), shown_as);
        assert_eq!(find(text)[0].kind, Kind::Region);
    }
    assert_eq!(find("Georgia")[0].kind, Kind::Country);
}

#[test]
fn one_mistake_is_forgiven_where_nothing_is_called_so() {
    check(&[
        ("Ibdan", "Ibadan, Oyo State, NG"),
        ("Ibaadan", "Ibadan, Oyo State, NG"),
        ("Ibafan", "Ibadan, Oyo State, NG"),
        ("Ibdaan", "Ibadan, Oyo State, NG"),
        ("bIadan", "Ibadan, Oyo State, NG"),
        ("Uamburg", "Hamburg, Hamburg, DE"),
        ("Barcelonna", "Barcelona, Catalonia, ES"),
        ("San Fransicso", "San Francisco, California, US"),
        ("Ibdan, Nigeria", "Ibadan, Oyo State, NG"),
        ("Washinton DC", "Washington, District of Columbia, US"),
        ("Санкт-Петрбург", "Saint Petersburg, St.-Petersburg, RU"),
        ("Nigerai", "Nigeria, NG"),
        ("Osak", "nothing"),
        ("Ibxxan", "nothing"),
    ]);
}

#[test]
fn what_is_unknown_leads_to_what_it_lies_in() {
    check(&[
        ("Smallville, Nigeria", "Nigeria, NG"),
        ("Smallville Nigeria", "Nigeria, NG"),
        ("Paris, Nigeria", "Nigeria, NG"),
        ("Smallville, BO", "Bolivia, BO"),
        ("Smallville, Quxyard, Peru", "Peru, PE"),
        ("Xyzzyville, Kerala, India", "Kerala, IN"),
        ("Quxyard, Lagos", "Lagos, Lagos, NG"),
        ("Berlin, Quxyard", "Berlin, State of Berlin, DE"),
        ("Frankfurt", "Frankfurt am Main, Hesse, DE"),
    ]);
}

#[test]
fn nothing_for_nothing() {
    for text in [
        "",
        " ",
        ",",
        "...",
        "\0",
        "'",
        "xkcdqwz",
        "Hello Nancy",
        "🐍",
        "12345678",
        "%",
        "|",
        "\t",
    ] {
        assert_eq!(find(text), [], "{text:?}");
    }
}

#[test]
fn odd_texts_are_harmless() {
    let mut odd = vec![
        "a".repeat(1_000_000),
        "東".repeat(1_000_000),
        "a ".repeat(500_000),
        "a,".repeat(500_000),
        "\u{fdfa}".repeat(10_000),
        "e\u{301}".repeat(10_000),
        "\u{301}".repeat(10_000),
        "\u{202e}nadabI".to_owned(),
        "=NG".to_owned(),
        "+Oyo".to_owned(),
        "ibadan|iba".to_owned(),
        "ibadan\n".to_owned(),
        "<script>alert(1)</script>".to_owned(),
        "' or 1=1 --".to_owned(),
        "İı".repeat(20),
        "\u{10ffff}\u{e000}".to_owned(),
        "ｶﾞｷﾞｸﾞｹﾞｺﾞ".to_owned(),
    ];
    // Every letter there is at each end of a name, without a seed to note.
    odd.extend(
        (0..0x2_0000)
            .step_by(31)
            .filter_map(char::from_u32)
            .map(|letter| format!("{letter}bada{letter}")),
    );
    for text in &odd {
        assert!(find(text).len() <= 8);
    }
}
