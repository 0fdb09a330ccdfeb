//! Whether a thing speaks of groups that meet.

use super::Found;

/// Words for groups and those who run them, each as it stands between other words.
const WORDS: &[&str] = &[
    // English; "meetup" is at home everywhere.
    "user group",
    "user groups",
    "users group",
    "users groups",
    "users' group",
    "user's group",
    "usergroup",
    "usergroups",
    "local group",
    "local groups",
    "interest group",
    "interest groups",
    "meetup",
    "meetups",
    "meet-up",
    "meet-ups",
    "organizer",
    "organizers",
    "organiser",
    "organisers",
    "chapter",
    "chapters",
    "pug",
    "pugs",
    "piggies",
    // German, Dutch, Swedish
    "stammtisch",
    "usertreffen",
    "nutzergruppe",
    "benutzergruppe",
    "anwendergruppe",
    "gebruikersgroep",
    "användargrupp",
    // Spanish, Portuguese, French, Italian
    "grupo de usuarios",
    "grupo de usuários",
    "grupos de usuarios",
    "grupos de usuários",
    "comunidad local",
    "comunidade local",
    "organizadores",
    "groupe d'utilisateurs",
    "groupes d'utilisateurs",
    "gruppo utenti",
    "gruppi utenti",
    // Polish, Czech, Russian, Turkish
    "grupa użytkowników",
    "sraz",
    "srazy",
    "сообщество",
    "сообщества",
    "митап",
    "митапы",
    "группа пользователей",
    "kullanıcı grubu",
];
/// Words of writings that set no space between words.
const INSIDE: &[&str] = &[
    "ユーザー会",
    "ユーザーグループ",
    "ユーザ会",
    "勉強会",
    "もくもく会",
    "用户组",
    "用户群",
    "使用者社群",
    "사용자 모임",
    "밋업",
];
/// Names that begin as groups' names do and are software's.
const SOFTWARE: &[&str] = &[
    "arrow",
    "bullet",
    "burn",
    "charm",
    "contracts",
    "crypto",
    "cuda",
    "dantic",
    "dev",
    "docs",
    "file",
    "flakes",
    "gments",
    "gtk",
    "install",
    "installer",
    "js",
    "lance",
    "lint",
    "mongo",
    "mysql",
    "nacl",
    "objc",
    "oxidizer",
    "ongc",
    "ouv",
    "paint",
    "parsing",
    "pi",
    "plot",
    "py",
    "qt",
    "right",
    "script",
    "serial",
    "side",
    "sound",
    "spark",
    "source",
    "tables",
    "test",
    "thon",
    "torch",
    "unit",
    "win",
    "yaml",
    "con",
];

/// Whether a title or summary speaks of groups that meet: by a word for them in one of several languages, or by the
/// name of one (`PyLadies`, `BayPUG`), each only as a word of its own.
pub fn speaks_of_groups(found: &Found) -> bool {
    let said = [found.title.as_deref(), found.description.as_deref()];
    said.into_iter()
        .flatten()
        .any(|text| has_word(text) || text.split(|c: char| !c.is_alphanumeric()).any(is_name))
}

fn has_word(text: &str) -> bool {
    let said = text.to_lowercase().replace('’', "'");
    INSIDE.iter().any(|word| said.contains(word))
        || WORDS.iter().any(|word| {
            said.match_indices(word)
                .any(|(at, _)| stands_alone(&said, at, word))
        })
}

fn stands_alone(said: &str, at: usize, word: &str) -> bool {
    let (before, after) = (&said[..at], &said[at + word.len()..]);
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let numbered = word.starts_with("chapter") && {
        // A book's, not a group's.
        let next = after.trim_start_matches([' ', '#']);
        next.starts_with(|c: char| c.is_ascii_digit())
    };
    !joins(before.chars().next_back()) && !joins(after.chars().next()) && !numbered
}

/// `PyXyz` that is no software we know, or a name that ends in `PUG`.
fn is_name(word: &str) -> bool {
    if word.len() > 3 && word.ends_with("PUG") {
        return true;
    }
    let Some(rest) = word.strip_prefix("Py") else {
        return false;
    };
    let known = rest.to_ascii_lowercase();
    rest.starts_with(|c: char| c.is_uppercase())
        && rest.chars().filter(|c| c.is_lowercase()).count() >= 2
        && !SOFTWARE
            .iter()
            .any(|name| known.trim_end_matches(|c: char| c.is_ascii_digit()) == *name)
}
