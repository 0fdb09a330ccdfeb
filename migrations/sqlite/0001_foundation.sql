-- Ids are UUIDv7 as text: both databases sort them by time of making.
-- Times are integer milliseconds since 1970, UTC; days are ISO 8601 text.
-- Booleans are 0 and 1. "bigint" is an integer on both databases.

-- A slug once used is never given to another subject, and redirects for ever.
create table slug (
    kind text not null,
    slug text not null,
    subject text not null,
    primary key (kind, slug)
);

create table "group" (
    id text primary key,
    slug text not null unique,
    name text not null,
    city text not null,
    country text,
    language text,
    -- Which of the twelve hues of the look.
    hue bigint not null,
    -- Name, city and country folded, so that the same group is not made twice.
    sameness text not null unique,
    created_at bigint not null
);

-- What somebody sent, kept word for word.
create table submission (
    id text primary key,
    -- The sender's private link. Not hashed: answers by mail must repeat it.
    token text not null unique,
    -- Minted with the form, so that a form sent twice is one submission.
    form_key text not null unique,
    state text not null,
    door text not null,
    words text not null,
    group_id text references "group" (id),
    group_name text not null,
    group_city text not null,
    group_country text,
    sender_name text not null,
    sender_email text,
    may_copy bigint not null,
    licence text not null,
    met_on text,
    language text,
    -- Why it was declined or failed: an editor's words, or a code.
    reason text,
    error_code text,
    created_at bigint not null,
    updated_at bigint not null
);
create index submission_state on submission (state, id);

create table medium (
    id text primary key,
    submission_id text not null references submission (id),
    position bigint not null,
    typed text not null,
    provider text not null,
    kind text not null,
    provider_id text not null,
    canonical text not null,
    -- waiting, found, failed
    state text not null,
    error_code text,
    error_detail text,
    prepared bigint not null default 0,
    unique (submission_id, provider, provider_id)
);
create index medium_provider on medium (provider, provider_id);

-- What a provider said: an expiring check, never exported.
create table fact (
    subject text not null,
    field text not null,
    value text not null,
    origin text not null,
    fetched_at bigint not null,
    keep_until bigint,
    primary key (subject, field)
);
create index fact_keep_until on fact (keep_until) where keep_until is not null;

-- A picture we hold, under the hash of its bytes.
create table picture (
    medium_id text not null references medium (id),
    used_as text not null,
    extension text not null,
    name text not null,
    width bigint not null,
    height bigint not null,
    size bigint not null,
    keep_until bigint,
    primary key (medium_id, used_as, extension)
);

-- The editor's words for what may become an entry.
create table draft (
    submission_id text primary key references submission (id),
    title text not null,
    words text not null,
    people text not null,
    met_on text,
    group_name text not null,
    group_city text not null,
    country text,
    language text,
    licence text not null,
    updated_at bigint not null
);

-- What is published, with an identity for ever.
create table entry (
    id text primary key,
    slug text not null unique,
    submission_id text not null unique references submission (id),
    kind text not null,
    group_id text not null references "group" (id),
    title text not null,
    words text not null,
    people text not null,
    met_on text,
    language text,
    licence text not null,
    sender_name text not null,
    published_at bigint not null,
    updated_at bigint not null,
    revision bigint not null,
    withdrawn_at bigint
);
create index entry_published on entry (published_at, id) where withdrawn_at is null;
create index entry_group on entry (group_id, published_at) where withdrawn_at is null;

create table revision (
    entry_id text not null references entry (id),
    number bigint not null,
    body text not null,
    actor text not null,
    at bigint not null,
    primary key (entry_id, number)
);

-- One row: counts what changed in the public face, so that prepared bytes know when they are old.
create table publication (
    one bigint primary key check (one = 1),
    number bigint not null,
    changed_at bigint not null
);
insert into publication (one, number, changed_at) values (1, 0, 0);

-- A feed's podcast:guid, minted from its first address and kept when it moves.
create table feed (
    name text primary key,
    guid text not null
);

-- Who did what to which subject, when and why. Only ever added to.
create table event (
    id text primary key,
    subject text not null,
    actor text not null,
    change text not null,
    reason text,
    at bigint not null
);
create index event_subject on event (subject, id);

create table editor (
    id text primary key,
    email text not null unique,
    created_at bigint not null
);

-- Links and sessions are kept as SHA-256, so that a stolen copy of the database opens no door.
create table sign_in (
    token_hash text primary key,
    editor_id text not null references editor (id),
    expires_at bigint not null,
    used_at bigint
);

create table session (
    token_hash text primary key,
    editor_id text not null references editor (id),
    created_at bigint not null,
    expires_at bigint not null
);

-- The queue: a task is only a bell, its subject an id. See src/queue.rs.
create table task (
    id text primary key,
    step text not null,
    subject text not null,
    -- Waiting: when to run. Leased: when the lease ends. Ended: null.
    due_at bigint,
    attempt bigint not null default 0,
    max_attempts bigint not null,
    leased_by text,
    error text,
    created_at bigint not null,
    ended_at bigint,
    dead_at bigint
);
create index task_due on task (due_at, id) where due_at is not null;
create index task_dead on task (dead_at) where dead_at is not null;
-- While a task is open, pushing it again changes nothing.
create unique index task_open on task (step, subject) where due_at is not null;
