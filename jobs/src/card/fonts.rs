//! The fonts that are installed: Debian's fonts-noto-core and fonts-noto-cjk, loaded once.

use cosmic_text::{FontSystem, fontdb};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Where Debian puts the two packages.
const FOLDERS: [&str; 2] = [
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/noto",
];

/// The files' names and sizes: another version of a font draws another picture.
pub(super) fn installed() -> &'static str {
    static LIST: OnceLock<String> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut list = String::new();
        for file in files() {
            let name = file.file_name().unwrap_or_default().display();
            let size = file.metadata().map(|about| about.len()).unwrap_or_default();
            let _ = writeln!(list, "{name} {size}"); // writing to a string does not fail
        }
        list
    })
}

/// Lends the fonts to one drawing at a time.
pub(super) fn with<T>(work: impl FnOnce(&mut FontSystem) -> T) -> T {
    static SYSTEM: OnceLock<Mutex<FontSystem>> = OnceLock::new();
    let system = SYSTEM.get_or_init(|| Mutex::new(load()));
    // A panic in a drawing leaves caches behind, and those are whole.
    let mut system = system.lock().unwrap_or_else(PoisonError::into_inner);
    work(&mut system)
}

fn load() -> FontSystem {
    let mut fonts = fontdb::Database::new();
    for file in files() {
        if let Err(error) = fonts.load_font_file(&file) {
            tracing::warn!(file = %file.display(), %error, "a font cannot be read");
        }
    }
    if fonts.is_empty() {
        tracing::warn!(
            "no fonts: install fonts-noto-core and fonts-noto-cjk; cards are drawn without words"
        );
    }
    // The locale chooses among the forms of Han characters only where a title's own family has none.
    FontSystem::new_with_locale_and_db("en".into(), fonts)
}

/// The files in one order on every machine: which fallback wins must not depend on the disk.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = FOLDERS
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flat_map(|entries| entries.filter_map(Result::ok))
        .map(|entry| entry.path())
        .filter(|path| is_ours(path))
        .collect();
    files.sort();
    files
}

/// Upright regular and bold; no display cuts, no second set of CJK, and no picture fonts.
fn is_ours(path: &Path) -> bool {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_str()
        .unwrap_or_default();
    let Some((family, weight)) = stem.rsplit_once('-') else {
        return false;
    };
    matches!(weight, "Regular" | "Bold")
        && family.starts_with("Noto")
        && !family.contains("Display")
        && !family.contains("Emoji")
        && family != "NotoSerifCJK"
}
