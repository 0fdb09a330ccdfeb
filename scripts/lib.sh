# Shared by the scripts beside it; sourced, not run. Brings the shell to the
# repository's root, finds what is missing, and lends a private PostgreSQL.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Builds and CI share one folder, so that a second clone does not start over.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/pugcast-target}

# What building takes: the libraries of FFmpeg and libheif, a C compiler, and clang for the bindings.
build_packages=(pkg-config clang libclang-dev libavutil-dev libavcodec-dev libavformat-dev
    libavfilter-dev libswscale-dev libswresample-dev libheif-dev ffmpeg lld ca-certificates gcc libc6-dev make)

# What drawing cards takes: letters of every script.
run_packages=(fonts-noto-core fonts-noto-cjk)

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# have PROGRAM…: whether all of them are there.
have() {
    local name
    for name in "$@"; do
        command -v "$name" >/dev/null || return
    done
}

# need_rust: a cargo new enough for this workspace.
need_rust() {
    [[ -d $HOME/.cargo/bin ]] && PATH=$PATH:$HOME/.cargo/bin
    local wanted found
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    have cargo rustc ||
        die "Rust is missing. Install it as https://rustup.rs says (Rust $wanted or newer), then start this again."
    found=$(rustc --version | cut -d' ' -f2)
    [[ $(printf '%s\n' "$wanted" "${found%%-*}" | sort -V | head -n 1) == "$wanted" ]] ||
        die "Rust $found is too old, $wanted is needed. Run: rustup update stable"
}

# need_packages NAME…: Debian's names; installs those that are missing where it may.
need_packages() {
    if ! have apt-get dpkg-query; then
        need_elsewhere
        return
    fi
    local installed missing=() name as_root=()
    # One question for all, so that a second start is instant.
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
    for name in "$@"; do
        grep -qxF "$name installed" <<<"$installed" || missing+=("$name")
    done
    [[ ${#missing[@]} -eq 0 ]] && return

    if [[ $(id -u) -ne 0 ]]; then
        as_root=(sudo -n)
        sudo -n true 2>/dev/null || die "Some system packages are missing. Run this, then start again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
    fi
    say "installing system packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq >&2 || say "apt-get update failed; trying with the lists that are there"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2 ||
        die "These could not be installed: ${missing[*]}. See apt's message above."
}

# Systems without apt: names differ, so look for the things themselves.
need_elsewhere() {
    local missing=() name
    for name in pkg-config clang cc ffmpeg make; do
        have "$name" || missing+=("$name")
    done
    for name in libavutil libavcodec libavformat libavfilter libswscale libswresample libheif; do
        pkg-config --exists "$name" 2>/dev/null || missing+=("$name (with its headers)")
    done
    [[ ${#missing[@]} -eq 0 ]] && return
    say "This system has no apt, so please install with its own package manager:"
    printf '  %s\n' "${missing[@]}" >&2
    die "FFmpeg has to be version 5.1 or newer, libheif 1.14 or newer; clang needs its library (libclang)."
}

# need_build: all that building takes.
need_build() {
    need_rust
    need_packages "${build_packages[@]}"
}

# postgres_bin: prints the folder of the newest initdb, or nothing.
postgres_bin() {
    local found
    found=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
    [[ -x $found ]] || found=$(command -v initdb) || return 0
    dirname "$found"
}

# start_postgres: a private server on a free loopback port, gone when the script
# ends. Exports PUGCAST_TEST_POSTGRES, an address to which /DATABASE is added.
start_postgres() {
    [[ -n $(postgres_bin) ]] || need_packages postgresql
    postgres_bin=$(postgres_bin)
    [[ -n $postgres_bin ]] || die "PostgreSQL's server programs (initdb, pg_ctl) are missing; please install them."

    # initdb refuses root, and whom we run as has to reach the folder: not root's home.
    as_postgres=()
    if [[ $(id -u) -eq 0 ]]; then
        as_postgres=(setpriv --reuid nobody --regid "$(id -g nobody)" --clear-groups env HOME=/nonexistent)
    fi
    postgres_dir=$(mktemp -d /tmp/pugcast-pg.XXXXXX)
    trap stop_postgres EXIT
    local secret port try
    # Others on this machine can reach the port, so a password it is; md5 because it is cheap.
    secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$secret" >"$postgres_dir/password"
    [[ $(id -u) -ne 0 ]] || chown -R nobody "$postgres_dir"
    as_server initdb -N -D "$postgres_dir/data" -U pugcast --locale=C.UTF-8 -E UTF8 \
        -A md5 --pwfile "$postgres_dir/password" >"$postgres_dir/log" 2>&1 || postgres_failed

    for try in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 12000))
        # No unix socket: its path could be too long, and nobody asks for it.
        as_server pg_ctl -D "$postgres_dir/data" -l "$postgres_dir/data/log" -w -t 60 start -o \
            "-h 127.0.0.1 -p $port -c unix_socket_directories= -c max_connections=300" \
            >>"$postgres_dir/log" 2>&1 && break
        [[ $try -lt 5 ]] || postgres_failed
    done
    export PUGCAST_TEST_POSTGRES=postgres://pugcast:$secret@127.0.0.1:$port
}

# as_server PROGRAM ARGS…: one of PostgreSQL's programs, as its user.
as_server() (
    cd /
    program=$1
    shift
    "${as_postgres[@]}" "$postgres_bin/$program" "$@" </dev/null
)

postgres_failed() {
    cat "$postgres_dir/log" "$postgres_dir/data/log" >&2 2>/dev/null || true
    die "The private PostgreSQL did not start; its own words are above."
}

stop_postgres() {
    as_server pg_ctl -D "$postgres_dir/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$postgres_dir"
}
