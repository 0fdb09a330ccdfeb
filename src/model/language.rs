//! Languages a sender can choose, each by its own name.

/// BCP 47 tag and name in that language.
pub const OFFERED: &[(&str, &str)] = &[
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "Azərbaycanca"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("gl", "Galego"),
    ("ha", "Hausa"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("id", "Bahasa Indonesia"),
    ("ig", "Igbo"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "Қазақша"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mk", "Македонски"),
    ("ml", "മലയാളം"),
    ("ms", "Bahasa Melayu"),
    ("my", "မြန်မာ"),
    ("nb", "Norsk"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("rw", "Kinyarwanda"),
    ("si", "සිංහල"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("uz", "Oʻzbekcha"),
    ("vi", "Tiếng Việt"),
    ("yo", "Yorùbá"),
    ("zh", "中文"),
    ("zu", "isiZulu"),
];

/// A tag's own name, or the tag.
pub fn name(tag: &str) -> &str {
    OFFERED
        .iter()
        .find(|(offered, _)| *offered == base(tag))
        .map_or(tag, |(_, name)| name)
}

/// The tag if it is one we offer (its base language), else nothing.
pub fn find(tag: &str) -> Option<&'static str> {
    OFFERED
        .iter()
        .find(|(offered, _)| *offered == base(tag))
        .map(|(offered, _)| *offered)
}

/// `rtl` or `ltr`: how a text in this language runs.
pub fn direction(tag: &str) -> &'static str {
    if ["ar", "fa", "he", "ur"].contains(&base(tag)) {
        "rtl"
    } else {
        "ltr"
    }
}

/// The first part of a tag: the language itself.
pub fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}
