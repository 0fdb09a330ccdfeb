-- Every door, and what comes and goes by it: sound of our own, drawn cards, mail in and out.

-- The Message-ID of the mail it came by, which our answers refer to.
alter table submission add column message_id text;
-- 0 where the mail came from a machine or a list: those are never answered (RFC 3834).
alter table submission add column may_answer bigint not null default 1;

-- What of a feed or archive could not be proposed, and why: one a line.
alter table medium add column skipped text;

-- A file that somebody sent, with their consent word for word. Without a medium it goes after a day.
create table upload (
    token text primary key,
    -- In the store: the hash of its bytes.
    name text not null,
    -- What the sender called it.
    file_name text not null,
    size bigint not null,
    created_at bigint not null,
    -- What they agreed to, who did, and when. Null until they say so.
    consent text,
    consent_by text,
    consent_at bigint,
    medium_id text references medium (id)
);
create index upload_name on upload (name);
create index upload_medium on upload (medium_id) where medium_id is not null;

-- The title as a picture, for where we hold no other that lasts.
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
    -- One cause, one mail: `received` and an id, and so on.
    cause text not null unique,
    submission_id text references submission (id),
    recipient text not null,
    subject text not null,
    body text not null,
    -- The Message-ID that it answers.
    in_reply_to text,
    created_at bigint not null,
    sent_at bigint,
    -- Why it was not sent.
    error text
);
create index mail_submission on mail (submission_id, id) where submission_id is not null;
create index mail_recipient on mail (recipient, created_at);

-- A message that came by mail, whatever became of it.
create table message (
    id text primary key,
    -- The same message twice is one row.
    message_key text not null unique,
    submission_id text references submission (id),
    -- submission, automatic, unreadable
    outcome text not null,
    sender text not null,
    subject text not null,
    -- The whole of it, as it came.
    raw bytea not null,
    received_at bigint not null
);

-- Each new document of a feed asks when something that is coming has been.
create index entry_coming on entry (met_on) where about = 'coming' and withdrawn_at is null;
