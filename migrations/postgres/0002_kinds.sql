-- Interviews and articles: sources, what they propose, what plays.

-- A feed, channel or archive that we know, and what its owner says to being shown.
create table source (
    id text primary key,
    -- podcast or journal
    provider text not null,
    -- A podcast's feed, a journal's OAI-PMH base address.
    address text not null unique,
    title text not null,
    link text,
    author text,
    -- The owner's word, yes or no, who said it and when, and the editor who noted it. Null: nobody said.
    leave text,
    leave_by text,
    leave_at bigint,
    noted_by text,
    created_at bigint not null
);

-- The sender's own title, or the one its source gives.
alter table submission add column title text not null default '';
-- What a report is about: covered, began, typical, coming. Null where it is none or nobody said.
alter table submission add column about text;
-- The submission that it was taken out of: a feed or journal proposes many things.
alter table submission add column parent_id text references submission (id);
create index submission_parent on submission (parent_id) where parent_id is not null;

alter table draft add column about text;
alter table entry add column about text;

-- What its source calls it: an item's guid, an OAI identifier.
alter table medium add column guid text;
alter table medium add column source_id text references source (id);
-- Where an article's PDF is, and how one cites it.
alter table medium add column document text;
alter table medium add column citation text;

-- One of the many things that a feed or journal holds, until an editor takes it.
create table proposal (
    id text primary key,
    submission_id text not null references submission (id),
    medium_id text not null references medium (id),
    source_id text not null references source (id),
    position bigint not null,
    guid text not null,
    -- 1 for those shown first: the newest that speak of groups.
    suggested bigint not null,
    -- What its source says of it, as JSON (jobs::provider::Found).
    found text not null,
    taken_as text references submission (id),
    taken_by text,
    taken_at bigint,
    unique (medium_id, guid)
);
create index proposal_submission on proposal (submission_id, position);

-- The file that plays, where another show's feed says it is.
create table enclosure (
    medium_id text primary key references medium (id),
    url text not null,
    -- A MIME type, as found by reading the file.
    type text not null,
    -- Bytes.
    size bigint not null,
    duration_ms bigint,
    probed_at bigint not null
);
