"""Seconds in which Pelican builds a site of N articles in G categories with its feeds. Prints one number.

Usage: pelican_s.py ARTICLES GROUPS. The articles are written before the clock starts.
"""
import logging, sys, tempfile, time
from pathlib import Path

from pelican import Pelican
from pelican.settings import DEFAULT_CONFIG, read_settings

WORDS = "What was covered, in the two sentences that an editor leaves. For whom it is worth an hour."
# As in the bench's showcase: each group in a country, evenings in five languages.
COUNTRIES = ["FI", "JP", "BR", "NG", "DE", "IN", "CA", "FR"]
LANGUAGES = ["en-spoken", "ja", "pt", "de-spoken", "fr-spoken"]
articles, groups = int(sys.argv[1]), int(sys.argv[2])
logging.disable(logging.WARNING)
with tempfile.TemporaryDirectory() as folder:
    content = Path(folder) / "content"
    content.mkdir()
    for n in range(articles):
        day = f"20{10 + n % 16}-{1 + n % 12:02}-{1 + n % 28:02} 19:00"
        (content / f"{n}.md").write_text(
            f"Title: An evening, number {n}\nDate: {day}\nCategory: PyBench {n % groups}\n"
            f"Tags: {COUNTRIES[n % groups % len(COUNTRIES)]}, {LANGUAGES[n % len(LANGUAGES)]}\n"
            f"Author: Ada {n // 7}\nSlug: entry-{n}\n\n{WORDS}\n"
        )
    settings = read_settings(override={
        "PATH": str(content),
        "OUTPUT_PATH": str(Path(folder) / "output"),
        "SITEURL": "http://localhost",
        "FEED_ALL_ATOM": "feeds/all.atom.xml",
        "FEED_ALL_RSS": "feeds/all.rss.xml",
        "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
        "CATEGORY_FEED_RSS": "feeds/{slug}.rss.xml",
        "TAG_FEED_ATOM": "feeds/tag-{slug}.atom.xml",
        "TAG_FEED_RSS": "feeds/tag-{slug}.rss.xml",
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "TRANSLATION_FEED_ATOM": None,
        "FEED_MAX_ITEMS": 100,
        "CACHE_CONTENT": False,
        "LOAD_CONTENT_CACHE": False,
    })
    begun = time.perf_counter()
    Pelican(settings).run()
    took = time.perf_counter() - begun
    made = len(list((Path(folder) / "output").glob("entry-*.html")))
    assert made == articles, made
    print(took)
