-- Documents: which feed holds which entries, so that a change touches only the documents that hold it.

-- The publication's number at its last change; 0 while it stands in no feed's list yet.
alter table entry add column number bigint not null default 0;
create index entry_unlisted on entry (published_at, id) where number = 0 and withdrawn_at is null;

-- A feed's list: `showcase`, `group/<id>/podcast`, `country/ng/showcase`, `language/ja/showcase`, …
create table listing (
    feed text not null,
    -- From 1, in the order in which they came; never given twice, so that archives stay as they are.
    position bigint not null,
    entry_id text not null references entry (id),
    primary key (feed, position),
    unique (feed, entry_id)
);
create index listing_entry on listing (entry_id);

-- How a feed stands.
create table edition (
    feed text primary key,
    -- The publication's number at its last change, and when that was.
    number bigint not null,
    changed_at bigint not null,
    -- The newest position given.
    newest bigint not null default 0,
    -- How many entries it holds.
    size bigint not null default 0,
    -- The number that the hub was last told of.
    announced bigint not null default 0
);
create index edition_number on edition (number);
create index edition_unannounced on edition (feed) where announced < number;

-- Documents that could not be made well: the last good one is served, and editors see why.
create table misprint (
    document text primary key,
    -- The faults, one a line: code, place, what it is about.
    faults text not null,
    since bigint not null
);

-- Who is in entries: one name, one page.
create table person (
    id text primary key,
    slug text not null unique,
    name text not null,
    -- The name folded, so that the same person is not made twice.
    sameness text not null unique
);
create table appearance (
    entry_id text not null references entry (id),
    position bigint not null,
    person_id text not null references person (id),
    primary key (entry_id, position)
);
create index appearance_person on appearance (person_id);
