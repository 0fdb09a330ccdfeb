//! placeholder
use super::{Providers, RemoteFile};
use crate::{Code, StepError, media};
/// x
pub struct Enclosure {
    /// x
    pub mime: String,
    /// x
    pub size: u64,
    /// x
    pub duration_ms: Option<u64>,
}
/// x
///
/// # Errors
/// x
pub async fn probe(
    _: &Providers,
    _: &media::Child,
    _: &RemoteFile,
) -> Result<Enclosure, StepError> {
    Err(StepError::fail(Code::Internal, "not here yet"))
}
