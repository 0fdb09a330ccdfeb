use super::*;
use crate::media::Use;
use image::{ImageFormat, Rgb, RgbImage};

/// What is drawn large on a card.
#[derive(Debug, PartialEq)]
enum Large {
    Title,
    Group,
    Nothing,
}
use Large::{Group, Nothing, Title};

const LONG: &str = "How we taught four hundred teachers in three provinces to read their own attendance \
    data with pandas, what they taught us about missing values, why the second year went better than \
    the first, and which three things we would do in another order if we began again tomorrow morning";

fn card(title: &str, language: &str) -> Card {
    Card {
        title: title.into(),
        group: "Python Usergroup Ibadan".into(),
        place: "Ibadan, Nigeria".into(),
        hue: 5,
        language: Some(language.into()).filter(|tag: &String| !tag.is_empty()),
        peaks: Vec::new(),
    }
}

/// Titles that people send, and some that nobody should.
fn cases() -> Vec<(Card, Large)> {
    let unbreakable = "W".repeat(255);
    let many = LONG.repeat(20);
    let stacked = format!("Z{}algo", "\u{301}".repeat(200));
    [
        ("Rain gauges with MicroPython", "en", Title),
        ("Hi", "", Title),
        (LONG, "en", Title),
        (&many, "en", Title),
        (&unbreakable, "en", Title),
        ("Ìpàdé àwọn olùmúlò Python: ẹ káàbọ̀", "yo", Title),
        ("Gặp gỡ cộng đồng Python", "vi", Title),
        ("Встреча питонистов Ташкента", "ru", Title),
        (
            "Pythonで作る小さな気象台：雨量計とMicroPythonの夕べ、そして来月の予定について",
            "ja",
            Title,
        ),
        ("用MicroPython制作雨量计", "zh", Title),
        ("파이썬으로 비의 양을 재다", "ko", Title),
        ("كيف نقرأ مقاييس المطر باستخدام بايثون", "ar", Title),
        ("Python בירושלים: ערב על asyncio", "he", Title),
        ("बारिश मापने की कहानी", "hi", Title),
        ("বৃষ্টি মাপার গল্প", "bn", Title),
        ("மழை அளவீடு", "ta", Title),
        ("การวัดปริมาณน้ำฝนด้วยไมโครไพธอน", "th", Title),
        ("የዝናብ መለኪያ", "am", Title),
        (&stacked, "en", Title),
        ("line\u{7}one\n\tline two\u{0}\u{202e}", "en", Title),
        ("Party 🎉 with Python", "en", Title),
        ("👩‍👩‍👧‍👦", "en", Group),
        ("\u{e000}\u{10ffff}\u{378}", "en", Group),
        ("", "en", Group),
        ("\u{7}\u{202e}\u{200b} ", "en", Group),
    ]
    .into_iter()
    .map(|(title, language, large)| (card(title, language), large))
    .chain([
        (
            Card {
                group: "🎉".into(),
                place: String::new(),
                ..card("🎉", "")
            },
            Nothing,
        ),
        (
            Card {
                group: String::new(),
                place: "Ibadan".into(),
                ..card("", "")
            },
            Nothing,
        ),
        (
            Card {
                group: LONG.into(),
                place: LONG.into(),
                ..card(LONG, "")
            },
            Title,
        ),
    ])
    .collect()
}

/// Says aloud where there are no fonts to test with.
fn fonts_are_there() -> bool {
    let list = fonts::installed();
    let there = ["NotoSerif-Bold.ttf", "NotoSansCJK-Bold.ttc"];
    let there = there.iter().all(|file| list.contains(file));
    if !there {
        eprintln!("skipped: fonts-noto-core and fonts-noto-cjk are not installed");
    }
    there
}

/// Pixels that are not the hue: count, and the middle of them, within these rows.
fn ink(picture: &RgbImage, hue: u8, rows: std::ops::Range<u32>) -> (u64, f64) {
    let hue = Rgb(canvas::colour(hue));
    let inked = picture
        .enumerate_pixels()
        .filter(|(_, y, pixel)| rows.contains(y) && **pixel != hue);
    let (count, sum) = inked.fold((0, 0), |(count, sum), (x, _, _)| {
        (count + 1, sum + u64::from(x))
    });
    (count, sum as f64 / count.max(1) as f64)
}

fn painted(card: &Card, format: Format) -> RgbImage {
    fonts::with(|system| {
        let said = said(system, card);
        paint(system, &said, card, format)
    })
}

#[test]
fn whatever_the_title_the_margin_stays_pure_and_no_box_is_drawn() {
    if !fonts_are_there() {
        return;
    }
    for (card, expected) in cases() {
        let large = fonts::with(|system| {
            let said = said(system, &card);
            for words in said.title.iter().chain(said.foot.iter().flatten()) {
                let space = Space {
                    width: 900.0,
                    height: 300.0,
                    largest: 108.0,
                    smallest: 40.0,
                };
                for block in [
                    text::fit(system, words, space),
                    text::line(system, words, 34.0, 500.0),
                ] {
                    let mut glyphs = block.buffer.layout_runs().flat_map(|run| run.glyphs.iter());
                    assert!(glyphs.all(|glyph| glyph.glyph_id != 0), "{:?}", words.text);
                }
            }
            match said.title {
                None => Nothing,
                Some(_) if said.foot[0].is_none() && card.group != LONG => Group,
                Some(_) => Title,
            }
        });
        assert_eq!(large, expected, "{:?}", card.title);
        for format in [PREVIEW, LARGE, SQUARE] {
            let picture = painted(&card, format);
            let hue = Rgb(canvas::colour(card.hue));
            let (width, height, margin) = (format.width, format.height, format.margin);
            let outside = picture.enumerate_pixels().filter(|(x, y, _)| {
                *x < margin || *y < margin || *x >= width - margin || *y >= height - margin
            });
            for (x, y, pixel) in outside {
                assert_eq!(*pixel, hue, "{:?} at {x}, {y}", card.title);
            }
            let (count, _) = ink(&picture, card.hue, 0..height);
            assert!(count > 2000, "{:?}: {count} pixels of ink", card.title);
        }
    }
}

#[test]
fn files_have_their_sizes_and_the_same_card_has_the_same_bytes() {
    let one = card("Rain gauges with MicroPython", "en");
    let made = draw(&one).unwrap();
    let got: Vec<_> = made
        .iter()
        .map(|p| (p.used_as, p.extension, p.width, p.height))
        .collect();
    let expected = [
        (Use::Large, "webp", 1280, 720),
        (Use::Large, "jpg", 1280, 720),
        (Use::OpenGraph, "jpg", 1200, 630),
        (Use::Square, "jpg", 1400, 1400),
    ];
    assert_eq!(got, expected);
    for picture in &made {
        let format = if picture.extension == "jpg" {
            ImageFormat::Jpeg
        } else {
            ImageFormat::WebP
        };
        let read = image::load_from_memory_with_format(&picture.bytes, format).unwrap();
        assert_eq!(
            (read.width(), read.height()),
            (picture.width, picture.height)
        );
        assert_eq!(read.color(), image::ColorType::Rgb8);
        assert!(
            picture.bytes.len() < 300_000,
            "{} bytes",
            picture.bytes.len()
        );
    }
    // Whatever was drawn in between.
    draw(&card("كيف نقرأ مقاييس المطر", "ar")).unwrap();
    assert_eq!(draw(&one).unwrap(), made);
    assert_eq!(drawn_from(&one), drawn_from(&one.clone()));
    for other in [
        Card {
            hue: 6,
            ..one.clone()
        },
        Card {
            title: "Rain".into(),
            ..one.clone()
        },
        Card {
            group: "PyX".into(),
            ..one.clone()
        },
        Card {
            place: String::new(),
            ..one.clone()
        },
        Card {
            language: None,
            ..one.clone()
        },
        Card {
            peaks: vec![1, 2, 3],
            ..one.clone()
        },
    ] {
        assert_ne!(drawn_from(&other), drawn_from(&one), "{other:?}");
    }
}

#[test]
fn a_text_runs_from_its_own_side() {
    if !fonts_are_there() {
        return;
    }
    for (title, language, from_the_right) in [
        ("Rain", "en", false),
        ("雨", "ja", false),
        ("مطر", "ar", true),
        ("گزارش", "fa", true),
        ("שלום", "", true),
        ("Python ירושלים", "he", true),
        ("Python ירושלים", "en", false),
        // A language's letters decide, not its tag alone.
        ("asyncio", "he", false),
    ] {
        let picture = painted(&card(title, language), PREVIEW);
        let (count, middle) = ink(&picture, 5, 80..330);
        assert!(count > 500, "{title:?}: {count}");
        assert_eq!(middle > 600.0, from_the_right, "{title:?}: {middle}");
    }
}

/// What a title says is never cut while smaller letters would show it whole; then it ends in an ellipsis.
#[test]
fn a_title_shrinks_and_then_is_cut() {
    if !fonts_are_there() {
        return;
    }
    let space = Space {
        width: 1040.0,
        height: 340.0,
        largest: 108.0,
        smallest: 40.0,
    };
    let set = |title: &str| {
        fonts::with(|system| {
            let words = Words::heading(title, Some("en"), Weight::BOLD).unwrap();
            let block = text::fit(system, &words, space);
            let runs: Vec<_> = block.buffer.layout_runs().collect();
            assert!(
                runs.iter().all(|run| run.line_w <= space.width),
                "{title:?} is too wide"
            );
            assert!(
                block.height <= space.height,
                "{title:?} is {} high",
                block.height
            );
            (block.buffer.metrics().font_size, runs.len())
        })
    };
    let (short, medium, long) = (set("Rain"), set(&LONG[..90]), set(&LONG.repeat(20)));
    assert_eq!(short, (108.0, 1));
    assert!((41.0..108.0).contains(&medium.0), "{medium:?}");
    assert_eq!(long, (40.0, 7));
    // Cut at a word, with an ellipsis, and nothing lost before it.
    let ends = |title: &str| {
        fonts::with(|system| {
            let words = Words::heading(title, Some("en"), Weight::BOLD).unwrap();
            let block = text::fit(system, &words, space);
            let text = block.buffer.lines[0].text().to_owned();
            let (kept, rest) = text.split_at(text.len() - '…'.len_utf8());
            assert!(rest == "…" && title.starts_with(kept), "{text:?}");
            title[kept.len()..].starts_with(' ') || !title.contains(' ')
        })
    };
    assert!(ends(&format!("{LONG} ").repeat(20)));
    assert!(ends(&"W".repeat(255)));
    // Korean breaks between words.
    fonts::with(|system| {
        let words = Words::heading("파이썬으로 비의 양을 재다", Some("ko"), Weight::BOLD).unwrap();
        let block = text::fit(system, &words, space);
        for run in block.buffer.layout_runs() {
            let end = run
                .glyphs
                .iter()
                .map(|glyph| glyph.end)
                .max()
                .unwrap_or_default();
            let rest = &run.text[end..];
            let at_a_word =
                rest.is_empty() || rest.starts_with(' ') || run.text[..end].ends_with(' ');
            assert!(at_a_word, "{rest:?}");
        }
    });
    // Lines of one length rather than a last word alone.
    let two = fonts::with(|system| {
        let words = Words::heading("Measuring the rain in Ibadan", None, Weight::BOLD).unwrap();
        let block = text::fit(system, &words, space);
        block
            .buffer
            .layout_runs()
            .map(|run| run.line_w)
            .collect::<Vec<_>>()
    });
    let shortest = two.iter().copied().fold(f32::MAX, f32::min);
    let longest = two.iter().copied().fold(0.0, f32::max);
    assert!(two.len() >= 2 && shortest > longest * 0.5, "{two:?}");
}

/// Bars where there is sound, as high as it is loud, and words above and below.
#[test]
fn a_sound_is_drawn_as_bars() {
    if !fonts_are_there() {
        return;
    }
    let with = |peaks: Vec<u8>| Card {
        peaks,
        ..card(LONG, "en")
    };
    let rising: Vec<u8> = (0..=255).collect();
    for format in [PREVIEW, LARGE, SQUARE] {
        let picture = painted(&with(rising.clone()), format);
        let hue = Rgb(canvas::colour(5));
        let (width, height, margin) = (format.width, format.height, format.margin);
        // A column's longest run without the hue, left and right.
        let tallest = |columns: std::ops::Range<u32>| {
            let runs = columns.map(|x| {
                let column = (margin..height - margin).map(|y| *picture.get_pixel(x, y) != hue);
                let mut runs = vec![0u32];
                column.for_each(|inked| match inked {
                    true => runs.iter_mut().last().into_iter().for_each(|run| *run += 1),
                    false => runs.push(0),
                });
                runs.into_iter().max().unwrap()
            });
            runs.max().unwrap()
        };
        let third = (width - 2 * margin) / 3;
        let (quiet, loud) = (
            tallest(margin..margin + third),
            tallest(width - margin - third..width - margin),
        );
        assert!(loud > (height - 2 * margin) / 4, "{loud}");
        assert!(quiet < loud / 2, "{quiet}, {loud}");
        // One value, more values than columns, and silence are drawn, too.
        for peaks in [vec![255], vec![0; 100_000], vec![9, 200]] {
            let (count, _) = ink(&painted(&with(peaks), format), 5, 0..height);
            assert!(count > 2000);
        }
    }
    let wordless = Card {
        title: String::new(),
        group: String::new(),
        ..with(rising)
    };
    assert!(ink(&painted(&wordless, LARGE), 5, 0..720).0 > 2000);
}

/// White on each hue is read by everybody: WCAG 2.2 asks for 4.5.
#[test]
fn every_hue_carries_white() {
    assert_eq!(canvas::colour(0), canvas::colour(12));
    for hue in 0..12 {
        let linear = canvas::colour(hue).map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        let bright = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        let contrast = 1.05 / (bright + 0.05);
        assert!(
            contrast > 6.0,
            "hue {hue}: {contrast:.1}, {:?}",
            canvas::colour(hue)
        );
    }
}
