//! A document as it is served: its bytes in every encoding, and what tells one from another.

use super::held::Held;
use super::proof;
use crate::app::App;
use crate::model::clock::timestamp;
use crate::model::feed::Document;
use ::zstd::bulk::Compressor;
use bytes::Bytes;
use flate2::{Compress, CompressError, Compression, FlushCompress, Status};
use jobs::text::hex;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::io::Write;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::sync::Semaphore;

/// Bytes from which packing is left to a thread of its own.
const LARGE: usize = 32 << 10;

/// How long a document stands before it is packed smaller.
const CALM: Duration = Duration::from_secs(2);

/// One document at a time is packed smaller: readers come first.
static IMPROVING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

/// How bytes are encoded on their way (RFC 9110, section 8.4.1; RFC 7932, RFC 8878).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As they are.
    Plain,
    /// gzip
    Gzip,
    /// br
    Brotli,
    /// zstd
    Zstd,
}

/// A document in every encoding.
#[derive(Debug)]
pub struct Packed {
    /// The hash of the plain bytes: what every one of its entity tags begins with.
    hash: String,
    /// How hard it was packed, as its entity tags tell it.
    effort: Effort,
    /// When it last changed, in milliseconds since 1970.
    pub modified: i64,
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
    zstd: Bytes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effort {
    Fast,
    Best,
}

impl Encoding {
    /// Its name in headers; empty for none.
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Plain => "",
            Encoding::Gzip => "gzip",
            Encoding::Brotli => "br",
            Encoding::Zstd => "zstd",
        }
    }
}

impl Packed {
    /// The bytes in this encoding.
    pub fn bytes(&self, encoding: Encoding) -> &Bytes {
        match encoding {
            Encoding::Plain => &self.plain,
            Encoding::Gzip => &self.gzip,
            Encoding::Brotli => &self.brotli,
            Encoding::Zstd => &self.zstd,
        }
    }

    /// A strong entity tag: other bytes, another tag.
    pub fn etag(&self, encoding: Encoding) -> String {
        let best = if self.effort == Effort::Best {
            "-best"
        } else {
            ""
        };
        match encoding {
            Encoding::Plain => format!("\"{}\"", self.hash),
            other => format!("\"{}-{}{best}\"", self.hash, other.as_str()),
        }
    }

    /// Whether an entity tag is one of this document's, in whichever encoding: it is the same document.
    pub fn is_own(&self, etag: &str) -> bool {
        let bare = etag.trim().trim_start_matches("W/").trim_matches('"');
        bare.split('-').next() == Some(self.hash.as_str())
    }

    /// The bytes that it takes in memory.
    pub fn weight(&self) -> u64 {
        let all = [&self.plain, &self.gzip, &self.brotli, &self.zstd];
        all.iter().map(|bytes| bytes.len() as u64).sum()
    }
}

/// Packs a text in a hurry. When it last changed, in milliseconds since 1970.
pub async fn pack(text: impl Into<Bytes>, modified: i64) -> Packed {
    let plain = text.into();
    if plain.len() < LARGE {
        return packed(plain, modified, Effort::Fast);
    }
    let copy = plain.clone();
    let packing = tokio::task::spawn_blocking(move || packed(copy, modified, Effort::Fast));
    match packing.await {
        Ok(packed) => packed,
        Err(_) => packed(plain, modified, Effort::Fast), // the runtime ends; this answer is still given
    }
}

/// Packs a document that was packed in a hurry as small as it gets, when there is time.
pub fn improve(app: App, document: Document, before: Arc<Packed>) {
    tokio::spawn(async move {
        // Readers wait for others, and what is changing may change again.
        tokio::time::sleep(CALM).await;
        let Ok(_turn) = IMPROVING.acquire().await else {
            return;
        };
        // What changed meanwhile is not worth it.
        if Arc::strong_count(&before) == 1 {
            return;
        }
        let (plain, modified) = (before.plain.clone(), before.modified);
        let best = tokio::task::spawn_blocking(move || packed(plain, modified, Effort::Best));
        if let Ok(best) = best.await {
            proof::keep(&app, &document, &best).await;
            Held::replace(&app.feeds, &document, &before, best);
        }
    });
}

/// What packs with gzip and zstd. Making it takes as long as packing a small document, so each thread keeps one.
struct Packer {
    gzip: Compress,
    zstd: Option<Compressor<'static>>,
}

thread_local! {
    static IN_A_HURRY: RefCell<Packer> = RefCell::new(Packer::new(Effort::Fast));
}

fn packed(plain: Bytes, modified: i64, effort: Effort) -> Packed {
    let (gzip, zstd) = match effort {
        Effort::Fast => IN_A_HURRY.with_borrow_mut(|packer| packer.pack(&plain)),
        Effort::Best => Packer::new(Effort::Best).pack(&plain),
    };
    Packed {
        hash: hex(&Sha256::digest(&plain)[..12]),
        effort,
        modified,
        gzip,
        brotli: brotli(&plain, effort),
        zstd,
        plain,
    }
}

impl Packer {
    fn new(effort: Effort) -> Packer {
        const WINDOW_BITS: u8 = 15;
        let (gzip, zstd) = match effort {
            Effort::Fast => (2, 1),
            Effort::Best => (9, 17),
        };
        Packer {
            gzip: Compress::new_gzip(Compression::new(gzip), WINDOW_BITS),
            zstd: Compressor::new(zstd).ok(),
        }
    }

    /// With gzip and with zstd. Packing into memory does not fail; if it did, an empty body would be neither, and
    /// clients would say so.
    fn pack(&mut self, plain: &[u8]) -> (Bytes, Bytes) {
        let zstd = self.zstd.as_mut().map(|zstd| zstd.compress(plain));
        let zstd = zstd.and_then(Result::ok).unwrap_or_default();
        let gzip = self.gzip(plain).unwrap_or_default();
        (kept(gzip), kept(zstd))
    }

    fn gzip(&mut self, plain: &[u8]) -> Result<Vec<u8>, CompressError> {
        self.gzip.reset();
        let mut packed = Vec::with_capacity(plain.len() / 4 + 64);
        loop {
            let read = usize::try_from(self.gzip.total_in()).unwrap_or(usize::MAX);
            let rest = plain.get(read..).unwrap_or_default();
            let status = self
                .gzip
                .compress_vec(rest, &mut packed, FlushCompress::Finish)?;
            if status == Status::StreamEnd {
                return Ok(packed);
            }
            packed.reserve(plain.len() / 2 + 64);
        }
    }
}

fn brotli(plain: &[u8], effort: Effort) -> Bytes {
    let quality = match effort {
        Effort::Fast => 1,
        Effort::Best => 10,
    };
    let mut bytes = Vec::new();
    let mut encoder = ::brotli::CompressorWriter::new(&mut bytes, 1 << 16, quality, 22);
    let written = encoder.write_all(plain).and_then(|()| encoder.flush());
    drop(encoder);
    kept(written.map(|()| bytes).unwrap_or_default())
}

/// Without the room that packing took.
fn kept(bytes: Vec<u8>) -> Bytes {
    bytes.into_boxed_slice().into()
}

/// The text that was packed with zstd.
pub fn unpacked(zstd: &[u8]) -> Option<String> {
    const MOST: usize = 64 << 20;
    String::from_utf8(::zstd::bulk::decompress(zstd, MOST).ok()?).ok()
}

/// RFC 9110's date.
pub fn http_date(ms: i64) -> String {
    jiff::fmt::rfc2822::DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&timestamp(ms))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn every_encoding_leads_back() {
        // What hardly packs, nothing at all, and what packs well.
        let noise: Vec<u8> = (0..100_000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        let texts = [
            noise.into(),
            Bytes::new(),
            "<item>Rain gauges</item>\n".repeat(4000).into(),
        ];
        let efforts = [Effort::Fast, Effort::Best];
        for (text, effort) in texts.iter().flat_map(|text| efforts.map(|one| (text, one))) {
            let packed = packed(text.clone(), 0, effort);
            let mut gzip = Vec::new();
            let mut reader = flate2::read::GzDecoder::new(&packed.gzip[..]);
            reader.read_to_end(&mut gzip).unwrap();
            assert_eq!(gzip, *text);
            let mut brotli = Vec::new();
            let mut reader = ::brotli::Decompressor::new(&packed.brotli[..], 4096);
            reader.read_to_end(&mut brotli).unwrap();
            assert_eq!(brotli, *text);
            assert_eq!(
                ::zstd::bulk::decompress(&packed.zstd, 1 << 20).unwrap(),
                *text
            );
        }
    }

    #[test]
    fn other_bytes_have_another_tag() {
        let text = Bytes::from_static(b"one and the same");
        let (fast, best) = (
            packed(text.clone(), 0, Effort::Fast),
            packed(text, 0, Effort::Best),
        );
        let all = [
            Encoding::Plain,
            Encoding::Gzip,
            Encoding::Brotli,
            Encoding::Zstd,
        ];
        let mut tags: Vec<String> = all.iter().map(|one| fast.etag(*one)).collect();
        tags.extend(all[1..].iter().map(|one| best.etag(*one)));
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 7);
        for tag in &tags {
            assert!(
                fast.is_own(tag) && best.is_own(&format!("W/{tag}")),
                "{tag}"
            );
        }
        assert!(!fast.is_own("\"0000\"") && !fast.is_own("") && !fast.is_own("*"));
    }
}
