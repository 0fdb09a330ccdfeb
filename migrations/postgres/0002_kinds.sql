-- Every kind and every door: interviews, articles, reports; form, mail, API.

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

-- The sender's own title: a mail's subject, a report's heading.
alter table submission add column title text not null default '';
-- What a report is about: covered, began, typical, coming. Null where it is none or nobody said.
alter table submission add column about text;
-- The submission that it was taken out of: a feed or journal proposes many things.
alter table submission add column parent_id text references submission (id);
-- The Message-ID of the mail it came by, which our answers refer to.
alter table submission add column message_id text;
-- 0 where the mail came from a machine or a list: those are never answered (RFC 3834).
alter table submission add column may_answer bigint not null default 1;
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

-- The file that plays: ours by its name in the store, another's by its address.
create table enclosure (
    medium_id text primary key references medium (id),
    name text,
    url text,
    -- A MIME type, as found by reading the file.
    type text not null,
    -- Bytes.
    size bigint not null,
    duration_ms bigint,
    probed_at bigint not null
);
create index enclosure_name on enclosure (name) where name is not null;

-- A file that somebody sent, with their consent word for word. Without a medium it goes after a day.
create table upload (
    token text primary key,
    -- In the store: the hash of its bytes.
    name text not null,
    -- What the sender called it.
    file_name text not null,
    size bigint not null,
    consent text not null,
    consent_by text not null,
    consent_at bigint not null,
    medium_id text references medium (id)
);
create index upload_name on upload (name);

-- The title as a picture, for an entry whose media have none that we may hold.
create table card (
    entry_id text not null references entry (id),
    used_as text not null,
    extension text not null,
    name text not null,
    width bigint not null,
    height bigint not null,
    size bigint not null,
    -- What it was drawn from: words, hue, fonts.
    drawn_from text not null,
    primary key (entry_id, used_as, extension)
);
create index card_name on card (name);

-- Mail that goes out: written with its cause, sent by a job.
create table mail (
    id text primary key,
    -- One cause, one mail: `received:` and an id, and so on.
    cause text not null unique,
    submission_id text references submission (id),
    recipient text not null,
    subject text not null,
    body text not null,
    in_reply_to text,
    created_at bigint not null,
    sent_at bigint,
    error text
);
create index mail_submission on mail (submission_id, id) where submission_id is not null;
create index mail_recipient on mail (recipient, created_at);

-- A message that came by mail, whatever became of it; the whole of it is in the store.
create table message (
    id text primary key,
    -- The same message twice is one row.
    message_key text not null unique,
    submission_id text references submission (id),
    -- submission, automatic, empty
    outcome text not null,
    sender text not null,
    subject text not null,
    name text not null,
    size bigint not null,
    received_at bigint not null
);
