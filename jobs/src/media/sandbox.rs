//! What a process gives up before it looks at a stranger's file.
//!
//! Four walls, each of which would do alone: limits on memory, CPU time and
//! file size; no way to new privileges; Landlock, which leaves no path and no
//! port; a seccomp filter, which leaves the few system calls that computing on
//! memory and open files needs. It is for a process with a single thread.

use landlock::{
    ABI, Access, AccessFs, AccessNet, LandlockStatus, RestrictionStatus, Ruleset, RulesetAttr,
    RulesetError, RulesetStatus, Scope,
};
use rlimit::Resource;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch, apply_filter,
};
use std::collections::BTreeMap;

/// What a machine that does not say is taken to run.
const MOST_TASKS: u64 = 4096;

/// What the locked process may still use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Address space, bytes.
    pub memory: u64,
    /// CPU time, seconds.
    pub cpu_s: u64,
    /// Bytes up to which an open file may grow; 0: nothing is written.
    pub written: u64,
    /// Whether it may start threads of its own, behind the same walls: libheif's
    /// decoders of HEIC and AVIF cannot do without, and wait for ever if refused.
    pub threads: bool,
}

/// Locks the calling process, which must have one thread only, for good.
///
/// Where the kernel lacks Landlock or seccomp and neither is required, it says
/// so on standard error and goes on with the limits alone.
///
/// # Errors
/// One line on which wall could not be set up.
pub fn lock(limits: &Limits, require: bool) -> Result<(), String> {
    set_limits(limits).map_err(|e| format!("the limits of the decoder cannot be set: {e}"))?;
    for missing in [landlocked().map(drop), filtered(limits.threads)]
        .into_iter()
        .filter_map(Result::err)
    {
        if require {
            return Err(missing);
        }
        eprintln!("warning: decoding goes on, but {missing}");
    }
    Ok(())
}

/// Says which walls this kernel offers, for `/readyz` and the start.
///
/// Landlock is tried for real, on a thread that ends at once.
///
/// # Errors
/// One line on what is missing.
pub fn sandbox_available() -> Result<String, String> {
    let status = std::thread::spawn(landlocked)
        .join()
        .map_err(|_| "the try of Landlock crashed".to_owned())??;
    let actions = std::fs::read_to_string("/proc/sys/kernel/seccomp/actions_avail")
        .map_err(|e| format!("this kernel lacks seccomp ({e})"))?;
    if !["kill_process", "errno", "allow"]
        .iter()
        .all(|a| actions.split(' ').any(|b| b.trim() == *a))
    {
        return Err(format!(
            "this kernel's seccomp is too old (it knows {})",
            actions.trim()
        ));
    }
    filters(false).map_err(|e| format!("no seccomp filter for this processor: {e}"))?;
    Ok(format!("Landlock ABI {}, seccomp", abi(&status.landlock)))
}

fn set_limits(limits: &Limits) -> std::io::Result<()> {
    Resource::AS.set(limits.memory, limits.memory)?;
    // The soft limit's SIGXCPU says why; the hard one, a second later, is sure.
    Resource::CPU.set(limits.cpu_s, limits.cpu_s + 1)?;
    Resource::FSIZE.set(limits.written, limits.written)?;
    Resource::CORE.set(0, 0)?;
    Resource::NOFILE.set(16, 16)?;
    // Counted per user, and never for root: one more lock, no more.
    let most = if limits.threads { tasks() } else { 0 };
    let (_, allowed) = Resource::NPROC.get()?;
    Resource::NPROC.set(most.min(allowed), most.min(allowed))?;
    // A core written through a pipe does not ask the limit; it asks this.
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Tasks that this user may have while a decoder starts threads: all that the
/// machine has, whosever they are, and some for each processor. An honest decoder,
/// which waits for ever if refused, has fewer; one that fell to a stranger ends there.
fn tasks() -> u64 {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    // "0.20 0.18 0.12 1/80 11206": of so many tasks one runs.
    let all = load
        .split([' ', '/'])
        .nth(4)
        .and_then(|all| all.parse().ok());
    let processors = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    all.unwrap_or(MOST_TASKS) + 32 + 8 * processors
}

/// No path, no port, no signal or abstract socket beyond this process.
fn landlocked() -> Result<RestrictionStatus, String> {
    let newest = ABI::V9;
    let restrict = || -> Result<RestrictionStatus, RulesetError> {
        Ruleset::default()
            .handle_access(AccessFs::from_all(newest))?
            .handle_access(AccessNet::from_all(newest))?
            .scope(Scope::from_all(newest))?
            .create()?
            .restrict_self()
    };
    let status = restrict().map_err(|e| format!("Landlock cannot be set up ({e})"))?;
    match status.ruleset {
        RulesetStatus::NotEnforced => Err("this kernel lacks Landlock".to_owned()),
        RulesetStatus::PartiallyEnforced | RulesetStatus::FullyEnforced => Ok(status),
    }
}

fn abi(status: &LandlockStatus) -> String {
    match status {
        LandlockStatus::Available {
            effective_abi,
            kernel_abi,
        } => kernel_abi.unwrap_or(*effective_abi as i32).to_string(),
        _ => "0".to_owned(),
    }
}

fn filtered(threads: bool) -> Result<(), String> {
    let [refuse, absent, kill] =
        filters(threads).map_err(|e| format!("no seccomp filter for this processor: {e}"))?;
    // The one that refuses has to come last: it refuses further filters, too.
    for filter in [kill, absent, refuse] {
        apply_filter(&filter).map_err(|e| format!("seccomp cannot be set up ({e})"))?;
    }
    Ok(())
}

/// Three filters, of which the kernel takes the strictest word: the first refuses
/// politely what libraries try and can do without, the second denies that newer
/// calls exist, the third kills the process for whatever no list knows.
fn filters(threads: bool) -> Result<[BpfProgram; 3], seccompiler::BackendError> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let mut refused: BTreeMap<i64, Vec<SeccompRule>> =
        REFUSED.iter().map(|call| (*call, vec![])).collect();
    let mut allowed = refused.clone();
    let mut absent = BTreeMap::new();
    if threads {
        refused.insert(libc::SYS_clone, vec![without_thread()?]);
        // Its flags lie in memory, where no filter looks; glibc then uses the older call.
        refused.remove(&libc::SYS_clone3);
        absent.insert(libc::SYS_clone3, vec![]);
    }
    allowed.extend(ALLOWED.iter().map(|call| (*call, vec![])));
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        allowed.insert(call, vec![without_exec()?]);
    }
    allowed.insert(libc::SYS_tgkill, vec![to_itself()?]);

    let eperm = SeccompAction::Errno(libc::EPERM as u32);
    let enosys = SeccompAction::Errno(libc::ENOSYS as u32);
    let refuse = SeccompFilter::new(refused, SeccompAction::Allow, eperm, arch)?;
    let absent = SeccompFilter::new(absent, SeccompAction::Allow, enosys, arch)?;
    let kill = SeccompFilter::new(
        allowed,
        SeccompAction::KillProcess,
        SeccompAction::Allow,
        arch,
    )?;
    Ok([refuse.try_into()?, absent.try_into()?, kill.try_into()?])
}

/// Memory may be written or run, and what is to run is loaded by now.
fn without_exec() -> Result<SeccompRule, seccompiler::BackendError> {
    let exec = libc::PROT_EXEC as u64;
    let op = SeccompCmpOp::MaskedEq(exec);
    SeccompRule::new(vec![SeccompCondition::new(
        2,
        SeccompCmpArgLen::Dword,
        op,
        0,
    )?])
}

/// A new process; a thread belongs to the one that there is.
fn without_thread() -> Result<SeccompRule, seccompiler::BackendError> {
    let thread = libc::CLONE_THREAD as u64;
    let (length, op) = (SeccompCmpArgLen::Qword, SeccompCmpOp::MaskedEq(thread));
    SeccompRule::new(vec![SeccompCondition::new(0, length, op, 0)?])
}

/// `abort` raises its signal this way, and we want to know of it.
fn to_itself() -> Result<SeccompRule, seccompiler::BackendError> {
    let own = u64::from(std::process::id());
    let length = SeccompCmpArgLen::Dword;
    SeccompRule::new(vec![SeccompCondition::new(
        0,
        length,
        SeccompCmpOp::Eq,
        own,
    )?])
}

/// Memory, open files, time, its own signals, the end.
const ALLOWED: &[i64] = &[
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_readv,
    libc::SYS_writev,
    libc::SYS_pread64,
    libc::SYS_lseek,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getcpu,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_getrusage,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_membarrier,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Paths, sockets, processes, settings: answered with "not permitted".
const REFUSED: &[i64] = &[
    libc::SYS_openat,
    libc::SYS_openat2,
    libc::SYS_newfstatat,
    libc::SYS_statx,
    libc::SYS_faccessat,
    libc::SYS_faccessat2,
    libc::SYS_readlinkat,
    libc::SYS_getcwd,
    libc::SYS_unlinkat,
    libc::SYS_mkdirat,
    libc::SYS_renameat2,
    libc::SYS_ftruncate,
    libc::SYS_memfd_create,
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_clone,
    libc::SYS_clone3,
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_pipe2,
    libc::SYS_dup,
    libc::SYS_dup3,
    libc::SYS_fcntl,
    libc::SYS_ioctl,
    libc::SYS_ppoll,
    libc::SYS_prctl,
    libc::SYS_seccomp,
    libc::SYS_prlimit64,
    libc::SYS_sched_setaffinity,
    libc::SYS_sched_getscheduler,
    libc::SYS_sched_getparam,
    libc::SYS_setpriority,
    libc::SYS_uname,
    libc::SYS_sysinfo,
    libc::SYS_getuid,
    libc::SYS_geteuid,
    libc::SYS_getgid,
    libc::SYS_getegid,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_open,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_stat,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_lstat,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_access,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_readlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_unlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_mkdir,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_rename,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_fork,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_vfork,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_pipe,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_dup2,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_poll,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_call_is_both_allowed_and_refused() {
        let both: Vec<_> = ALLOWED
            .iter()
            .filter(|call| REFUSED.contains(call))
            .collect();
        assert!(both.is_empty(), "{both:?}");
        filters(false).unwrap();
        filters(true).unwrap();
    }

    #[test]
    fn threads_have_a_bound_above_what_there_is() {
        let (one, running) = (tasks(), std::thread::available_parallelism().unwrap().get());
        assert!(one > 32 + 8 * running as u64 && one < 1 << 22, "{one}");
    }

    #[test]
    fn what_the_kernel_offers_is_said() {
        match sandbox_available() {
            Ok(said) => assert!(said.starts_with("Landlock ABI "), "{said}"),
            Err(missing) => eprintln!("skipped: {missing}"),
        }
        // The try must not have locked this process.
        std::fs::read("/proc/self/status").unwrap();
    }
}
