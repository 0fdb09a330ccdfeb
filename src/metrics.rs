//! What `/metrics` prints, in Prometheus' text format.

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;

static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();

/// The recorder of this process, installed on first use.
pub fn handle() -> PrometheusHandle {
    HANDLE
        .get_or_init(|| {
            let seconds = &[0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 60.0];
            let builder = PrometheusBuilder::new();
            let builder = builder
                .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), seconds)
                .expect("buckets are given");
            let recorder = builder.build_recorder();
            let handle = recorder.handle();
            // Somebody else's recorder (a test's) stays; ours then prints nothing.
            let _ = metrics::set_global_recorder(recorder);
            describe();
            handle
        })
        .clone()
}

fn describe() {
    use metrics::{describe_counter, describe_gauge, describe_histogram};
    describe_counter!("pugcast_submissions_total", "Submissions stored, by door.");
    describe_counter!("pugcast_decisions_total", "Editors' decisions.");
    describe_counter!(
        "pugcast_tasks_total",
        "Tasks that ended a try, by step and outcome."
    );
    describe_histogram!(
        "pugcast_task_seconds",
        "Seconds a try of a task took, by step."
    );
    describe_counter!(
        "pugcast_http_requests_total",
        "Requests answered, by route, method and status."
    );
    describe_histogram!(
        "pugcast_http_request_seconds",
        "Seconds from a request to its answer, by route."
    );
    describe_counter!(
        "pugcast_links_changed_total",
        "Published links found changed, by what became of them."
    );
    describe_gauge!("pugcast_links", "Published links, by what became of them.");
    describe_gauge!("pugcast_tasks_open", "Tasks waiting or running.");
    describe_gauge!("pugcast_tasks_due", "Tasks that are due and not yet taken.");
    describe_gauge!(
        "pugcast_tasks_dead",
        "Dead letters that wait for an editor."
    );
    describe_gauge!("pugcast_submissions", "Submissions, by state.");
    describe_gauge!("pugcast_sources", "Sources subscribed to.");
    describe_gauge!(
        "pugcast_sources_broken",
        "Sources that failed too often in a row."
    );
    describe_gauge!(
        "pugcast_sources_due",
        "Sources that are due and not yet asked."
    );
    describe_gauge!(
        "pugcast_quota_left",
        "What is left of a provider's quota in its day or hour, by provider."
    );
}
