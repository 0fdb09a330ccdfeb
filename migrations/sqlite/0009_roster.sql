-- The roster: what else is said of a group, how it was called before, and what people tell us of groups and entries.

-- For newcomers, as an editor noted it.
alter table "group" add column cost text;
-- How one takes part.
alter table "group" add column part text;
-- What one should know who comes for the first time.
alter table "group" add column first_time text;
alter table "group" add column organized_by text;
-- 2011, 2011-03 or 2011-03-14.
alter table "group" add column since text;
-- The last day on which it met or somebody of it answered, as an editor noted it.
alter table "group" add column answered_on text;
-- The day on which an editor noted that it no longer meets; null where a list said so.
alter table "group" add column gone_on text;

-- How a group was called before it was renamed or merged: whoever still says so means it.
create table past_name (
    -- As "group".sameness.
    sameness text primary key,
    group_id text not null references "group" (id)
);
create index past_name_group on past_name (group_id);

-- What somebody tells the editors of the roster or of an entry.
create table notice (
    id text primary key,
    -- The teller's private link.
    token text not null unique,
    -- Minted with the form, so that a form sent twice is one notice.
    form_key text not null unique,
    -- group_missing, group_wrong, removal
    kind text not null,
    -- waiting, done, declined
    state text not null,
    -- What is wrong with a group, or what of an entry is to go.
    matter text not null,
    -- The group that it speaks of, or that came of it.
    group_id text references "group" (id),
    entry_id text references entry (id),
    -- A missing group as it was told.
    group_name text not null,
    group_city text not null,
    group_country text,
    language text,
    website text,
    words text not null,
    sender_name text not null,
    sender_email text,
    -- The network that it came from, for a day: 203.0.113.0/24.
    network text,
    -- Where a removal took an entry off at once, what it was before: shown, or what entry.withdrawn_by said.
    held_from text,
    -- What became of it: added, joined, edited, gone, meets, removed, revised, kept, declined.
    outcome text,
    -- An editor's words to whoever told it.
    reason text,
    decided_by text,
    decided_at bigint,
    created_at bigint not null
);
create index notice_waiting on notice (kind, id) where state = 'waiting';
create index notice_entry on notice (entry_id) where entry_id is not null;
create index notice_group on notice (group_id) where group_id is not null;
create index notice_created on notice (created_at);
-- When a source last brought something.
create index item_published on item (source_id, published_on);
-- What speaks of each group being alive, without reading the entries' words.
create index entry_heard on entry (group_id, kind, about, met_on, submission_id) where withdrawn_at is null;
