//! How much of the machine a recording may take.

use super::super::Child;

/// Readings, encodings and slow machines included: a sixth of what it plays.
const PLAYED_PER_CPU: u64 = 6;
/// Once is enough to listen; on a fast machine it takes a two-thousandth.
const HEARD_PER_CPU: u64 = 60;
/// What every child may take, seconds.
const BASE: u64 = 30;
/// The thinnest speech there is (AMR at 4.75 kbit/s), bytes per second.
const THINNEST: u64 = 500;
/// What a file without a length is taken for, bytes per second.
const USUAL: u64 = 8_000;

/// The child with time for a sound that says it plays so long, and is so large:
/// what says more than its size can hold is not believed, nor is any beyond `most_s`.
pub(super) fn for_sound(child: &Child, claimed_ms: Option<u64>, bytes: u64, most_s: u64) -> Child {
    let claimed = claimed_ms.map_or(0, |ms| ms / 1000);
    let seconds = claimed.min(bytes / THINNEST).max(bytes / USUAL).min(most_s);
    with_seconds(child, seconds)
}

/// The child with time for so many seconds of sound.
pub(super) fn with_seconds(child: &Child, seconds: u64) -> Child {
    with_cpu(child, BASE + seconds / PLAYED_PER_CPU)
}

fn with_cpu(child: &Child, cpu_s: u64) -> Child {
    let cpu_s = cpu_s.max(child.cpu_s);
    Child {
        cpu_s,
        // The machine has others to serve, too.
        wall_s: (cpu_s * 4).max(child.wall_s),
        ..child.clone()
    }
}

/// The child with time to listen once to a file of this size: nobody has to
/// look first at what it says of its length.
pub(super) fn for_listening(child: &Child, bytes: u64, most_s: u64) -> Child {
    let cpu_s = BASE + (bytes / THINNEST).min(most_s) / HEARD_PER_CPU;
    with_cpu(child, cpu_s)
}

/// Samples as milliseconds, rounded.
pub(super) fn milliseconds(frames: u64, rate: u32) -> u64 {
    (frames * 1000 + u64::from(rate) / 2) / u64::from(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_grows_with_the_sound_and_lies_buy_none() {
        let child = Child::new("/nowhere");
        let cpu = |claimed: Option<u64>, bytes| for_sound(&child, claimed, bytes, 14_400).cpu_s;
        assert_eq!(cpu(Some(3_600_000), 50_000_000), 30 + 1041);
        assert_eq!(cpu(Some(3_600_000), 10_000), 30 + 3);
        assert_eq!(cpu(None, 8_000_000), 30 + 166);
        assert_eq!(cpu(Some(u64::MAX), u64::MAX), 30 + 2400);
        let listening = |bytes| for_listening(&child, bytes, 14_400).cpu_s;
        assert_eq!((listening(9000), listening(u64::MAX)), (30, 30 + 240));
    }
}
