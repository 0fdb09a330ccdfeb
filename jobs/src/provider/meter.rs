//! What a provider lets us ask: units are taken before each call that costs some.

use crate::StepError;
use crate::link::Provider;
use futures::future::BoxFuture;

/// Keeps count of what is left of a provider's quota.
pub trait Meter: Send + Sync {
    /// Takes so many units for one call to this provider's API.
    ///
    /// # Errors
    /// `ProviderQuota` where too few are left, with the time until they are whole again.
    fn take<'a>(&'a self, provider: Provider, units: u32) -> BoxFuture<'a, Result<(), StepError>>;
}

/// Counts nothing and always says yes.
pub struct Unmetered;

impl Meter for Unmetered {
    fn take<'a>(&'a self, _: Provider, _: u32) -> BoxFuture<'a, Result<(), StepError>> {
        Box::pin(async { Ok(()) })
    }
}
