//! The shape of a sound in a few bars, as a page and a card have room for.

/// So many bars, 0 to 255: each as high as its part is loud on the whole, the loudest as high as can be.
///
/// The highest peak of each part would say nothing: of a mastered voice they are all alike.
pub fn bars(peaks: &[u8], count: usize) -> Vec<u8> {
    if peaks.is_empty() {
        return Vec::new();
    }
    let mean = |bar: usize| {
        // One that stands for less than a peak shares it.
        let from = bar * peaks.len() / count;
        let to = ((bar + 1) * peaks.len() / count).max(from + 1);
        let part = &peaks[from..to];
        part.iter().map(|peak| u64::from(*peak)).sum::<u64>() / part.len() as u64
    };
    let means: Vec<u64> = (0..count).map(mean).collect();
    let loudest = means.iter().copied().max().unwrap_or_default().max(1);
    let high = |mean: u64| u8::try_from(mean * 255 / loudest).unwrap_or(u8::MAX);
    means.into_iter().map(high).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_by_what_it_is_on_the_whole() {
        assert_eq!(bars(&[200, 0, 100, 100, 10, 10], 3), [255, 255, 25]);
        assert_eq!(bars(&[7], 3), [255; 3], "shared by all");
        assert_eq!(bars(&[0; 9], 3), [0; 3]);
        assert_eq!(bars(&[], 3), Vec::<u8>::new());
        assert_eq!(bars(&[255; 4000], 120).len(), 120);
    }
}
