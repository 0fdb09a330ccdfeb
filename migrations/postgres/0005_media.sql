-- Media: what a page shows while a picture loads, and inputs that kill their decoder.

-- The average colour of what a picture was made from, as #rrggbb.
alter table picture add column colour text;
-- How often the decoder died at this task: three times, and it is a dead letter.
alter table task add column deaths bigint not null default 0;
-- 1 where it was pushed again while it ran: what it read may be old, so it runs once more.
alter table task add column rung bigint not null default 0;
-- Which recording has its turn to be mastered.
create index task_master on task (due_at) where step = 'master' and due_at is not null;

-- What mastering made of a recording that was sent.
create table mastering (
    medium_id text primary key references medium (id),
    -- Untagged, named by the hash of their bytes: an entry's words come in front of them.
    mp3 text not null,
    opus text not null,
    -- The shape of the sound, audiowaveform's JSON.
    peaks text not null,
    -- The recording's own chapters where they start in the episode, as JSON chapters; null: none.
    chapters text,
    duration_ms bigint not null,
    -- Silence cut off its beginning: what people write of times is moved by it.
    trimmed_start_ms bigint not null,
    trimmed_end_ms bigint not null,
    -- LUFS and dBTP, in hundredths, as it came and as it is heard.
    loudness_before bigint not null,
    loudness bigint not null,
    true_peak bigint not null,
    mastered_at bigint not null
);
create index mastering_mp3 on mastering (mp3);
create index mastering_opus on mastering (opus);
create index mastering_peaks on mastering (peaks);
-- Recordings that cannot be mastered, and why: they stay as they were sent, and are not tried again.
create table unmastered (
    medium_id text primary key references medium (id),
    reason text not null
);
create index enclosure_url on enclosure (url);
-- The files that an entry's words were put in front of, and what is said of them: mp3, opus, chapters.
create table episode_file (
    medium_id text not null references medium (id),
    used_as text not null,
    name text not null,
    type text not null,
    size bigint not null,
    -- A hash of the words and files that it was made from.
    made_from text not null,
    primary key (medium_id, used_as)
);
create index episode_file_name on episode_file (name);

-- Files that come in pieces: whose token, what they are called and how long they will be. How much of one is here, its
-- file knows.
create table receiving (
    token text primary key,
    file_name text not null,
    size bigint not null,
    created_at bigint not null
);
create index receiving_created on receiving (created_at);

-- What a file was sent as: recording, postcard, photo, transcript.
alter table upload add column sent_as text not null default 'recording';
alter table receiving add column sent_as text not null default 'recording';
-- Whose voice it is; null where nobody said, and then it is the sender's.
alter table upload add column speaker text;
-- Who took it back, and when: what was agreed to stays on record, the file goes.
alter table upload add column withdrawn_by text;
alter table upload add column withdrawn_at bigint;
-- Chapters as somebody typed them, one a line.
alter table submission add column chapters text not null default '';
alter table draft add column chapters text not null default '';
alter table entry add column chapters text not null default '';

-- A world tour: an episode for a month, joined from the postcards of its entries. Its submission waits for an editor
-- like any other.
create table tour (
    submission_id text primary key references submission (id),
    -- 2026-11
    month text not null unique,
    created_at bigint not null
);
-- The voices in it, in their order; one that was taken back is none any more.
create table stop (
    tour_id text not null references tour (submission_id),
    position bigint not null,
    medium_id text not null references medium (id),
    -- Where it starts in the episode; null until it is joined.
    start_ms bigint,
    primary key (tour_id, medium_id)
);
create index stop_medium on stop (medium_id);
