-- Collecting: what we subscribe to, what it holds, what is the same, what still lives, what was imported.

-- == Sources ==
-- Null: we know it, and nobody subscribed to it. Only what is subscribed to is polled.
alter table source add column subscribed_at bigint;
alter table source add column subscribed_by text;
-- Whose it is, and what its things have where they do not say so themselves.
alter table source add column group_id text references "group" (id);
alter table source add column language text;
alter table source add column country text;
alter table source add column licence text;
-- 1 for an OAI-PMH archive.
alter table source add column archive bigint not null default 0;
-- Words to look for, one a line: only things that hold one of them are laid before the editors.
alter table source add column words text not null default '';
alter table source add column interval_ms bigint not null default 21600000;
-- Which server is asked; see host.
alter table source add column host text not null default '';
-- When it is asked next; null where it is not polled.
alter table source add column next_at bigint;
alter table source add column polled_at bigint;
-- What its server gave us to ask whether anything changed.
alter table source add column etag text;
alter table source add column last_modified text;
-- SHA-256 of what it said last, for servers that do not know.
alter table source add column body_hash text;
-- Where the harvest of an archive stands, as JSON (jobs::provider::journal::Harvest).
alter table source add column harvest text;
-- Failures in a row; from so many on it is asked seldom, and editors see it.
alter table source add column failures bigint not null default 0;
alter table source add column broken_at bigint;
alter table source add column error text;
-- It said that it ends (410), or an editor ended it.
alter table source add column ended_at bigint;
-- What of it could not be read at the last look, one a line.
alter table source add column skipped text;
create index source_due on source (next_at) where next_at is not null;

-- One of the many things that a source holds; once for ever by what its source calls it.
create table item (
    id text primary key,
    source_id text not null references source (id),
    guid text not null,
    published_on text,
    -- 1 for those shown first: the newest that speak of groups.
    suggested bigint not null,
    -- 1 where a subscription lays it before the editors.
    wanted bigint not null default 0,
    -- What its source says of it, as JSON (jobs::provider::Found), and until when we may keep it.
    found text not null,
    keep_until bigint,
    -- SHA-256 of what its source says; empty where that was not noted yet.
    digest text not null,
    seen_at bigint not null,
    -- Since when its source says something else than what was taken; null once an editor has looked.
    changed_at bigint,
    -- Since when it is not there any more.
    gone_at bigint,
    taken_as text references submission (id),
    taken_by text,
    taken_at bigint,
    unique (source_id, guid)
);
insert into item (id, source_id, guid, suggested, found, digest, seen_at, taken_as, taken_by, taken_at)
    select p.id, p.source_id, p.guid, p.suggested, p.found, '', 0, p.taken_as, p.taken_by, p.taken_at
    from proposal p where p.id = (
        select o.id from proposal o where o.source_id = p.source_id and o.guid = p.guid
        order by o.taken_as is null, o.id limit 1);
drop table proposal;
create index item_taken on item (taken_as) where taken_as is not null;
create index item_wanted on item (source_id) where wanted = 1 and taken_as is null;
create index item_changed on item (changed_at) where changed_at is not null;
create index item_keep_until on item (keep_until) where keep_until is not null;

-- A named editor trusts a source for a while: what it brings is published under this decision.
create table trust (
    id text primary key,
    source_id text not null references source (id),
    editor text not null,
    granted_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint,
    revoked_by text
);
create index trust_source on trust (source_id);
alter table entry add column trust_id text references trust (id);

-- A server that we ask: by whom it is being asked, and before when it does not want to be asked again.
create table host (
    name text primary key,
    leased_by text,
    leased_until bigint not null default 0,
    not_before bigint not null default 0
);

-- What we used of a provider's quota in one of its days or hours.
create table quota (
    provider text not null,
    span text not null,
    used bigint not null,
    primary key (provider, span)
);

-- == Imports ==
-- A list that somebody brought, and what became of each of its rows. The same bytes again are the same import.
create table import (
    id text primary key,
    -- roster, pyvideo, opml
    kind text not null,
    -- SHA-256 of all that was read.
    digest text not null,
    -- The file's name, for people.
    name text not null,
    total bigint not null,
    started_at bigint not null,
    ended_at bigint,
    unique (kind, digest)
);
create table import_row (
    kind text not null,
    -- What tells this row from every other of its kind, in whichever file it stands.
    row_key text not null,
    import_id text not null references import (id),
    position bigint not null,
    title text not null,
    -- waiting, taken, joined, refused
    outcome text not null,
    -- Why, as a code and what it speaks of.
    reason text,
    -- What was mended or left out, likewise, one a line.
    notes text not null default '',
    -- The group, submission or source that it became, or was joined to.
    subject text,
    -- The earlier row of the list that it was joined to.
    joined_to text,
    -- What was read, as JSON.
    body text not null,
    primary key (kind, row_key)
);
create index import_row_import on import_row (import_id, position);
create index import_row_subject on import_row (subject) where subject is not null;
alter table submission add column import_id text references import (id);
-- The desk's own queue: what was imported waits in a list of its own.
create index submission_desk on submission (state, id) where import_id is null;

-- What the roster says of a group. No coordinates are made up: a country's middle is nobody's place.
alter table "group" add column region text;
alter table "group" add column website text;
-- usergroup, pyladies
alter table "group" add column kind text;
alter table "group" add column defunct bigint not null default 0;
alter table "group" add column latitude double precision;
alter table "group" add column longitude double precision;
alter table "group" add column detail text;
alter table "group" add column origin text;

-- == Doubles ==
-- What two submissions of the same thing have in common: links, guids, pieces of their titles.
create table mark (
    submission_id text not null references submission (id),
    kind text not null,
    value text not null,
    -- For those made of a provider's words, which expire.
    keep_until bigint,
    primary key (submission_id, kind, value)
);
create index mark_value on mark (kind, value);
create index mark_keep_until on mark (keep_until) where keep_until is not null;

-- Two that may be the same, and what an editor says to it. The smaller id stands first.
create table likeness (
    first_id text not null references submission (id),
    second_id text not null references submission (id),
    -- 0 to 1000.
    score bigint not null,
    -- What speaks for it, as JSON.
    signs text not null,
    -- joined, apart; null while nobody said.
    verdict text,
    decided_by text,
    decided_at bigint,
    seen_at bigint not null,
    primary key (first_id, second_id)
);
create index likeness_second on likeness (second_id);
-- The submission of the same thing that it was joined to.
alter table submission add column joined_to text references submission (id);
create index submission_joined_to on submission (joined_to) where joined_to is not null;
-- A difference hash (64 bits, hex) of its picture.
alter table picture add column likeness_hash text;

-- == Links that rot ==
-- What became of a published link, as seen by asking again and again.
create table watch (
    medium_id text primary key references medium (id),
    -- alive, moved, embedding_off, private, gone, blocked
    state text not null,
    since bigint not null,
    -- When it last told us anything; null where it never did.
    looked_at bigint,
    -- When its turn comes; null where nobody looks any more.
    next_at bigint,
    -- What the last looks saw that the state does not say yet, since when and how often.
    seen text,
    seen_since bigint,
    seen_times bigint not null default 0,
    -- Where it moved to.
    moved_to text,
    -- When an editor noted the state; null while it waits on the desk.
    noted_at bigint
);
create index watch_due on watch (next_at) where next_at is not null;
create index watch_unnoted on watch (since) where noted_at is null;

-- `watch` where the checker took an entry off, who also brings it back; null: an owner or an editor did.
alter table entry add column withdrawn_by text;

-- Files whose row is gone: the next sweep removes those that nothing else refers to.
create table leftover (
    name text primary key
);
