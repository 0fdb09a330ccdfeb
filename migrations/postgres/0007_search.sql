-- Search: what each entry and each group is found by. The words are made by jobs::words, and are asked for here by a
-- tsvector, on SQLite by FTS5; this is the one migration in which the two differ.

create table search (
    -- Newest last: the milliseconds of its publishing, with twenty bits behind them for those of one moment.
    number bigint primary key,
    -- An entry's or a group's id.
    subject text not null unique,
    -- What one can choose by: an entry's kind or `group`, its group's country (`zz`: none), language, year of the meeting.
    kind text not null,
    country text not null,
    language text,
    year text,
    -- Which words these are (jobs::words::VERSION), and of which state of their entry (its updated_at).
    version bigint not null,
    made_of bigint not null,
    -- SHA-256 of all that it is found by, so that the same is not written again.
    digest text not null,
    -- The words themselves, each with a letter before it that says where it stands.
    words tsvector not null default ''
);
create index search_kind on search (kind);
create index search_country on search (country);
create index search_language on search (language);
create index search_year on search (year);
-- Without a list of what is still to be sorted in: everybody who searches would read that.
create index search_word on search using gin (words) with (fastupdate = off);

-- The planner takes a look at a tsvector for cheap and reads every row rather than the index; those of transcripts are
-- long, and stored apart. So it is told: what is found comes by the index,
create function search_found (ask text) returns table (number bigint, subject text)
    language sql stable set enable_seqscan = off as
    $$ select s.number, s.subject from search s where s.words @@ cast(ask as tsquery) $$;
create function search_count (ask text) returns bigint
    language sql stable set enable_seqscan = off as
    $$ select count(*) from search s where s.words @@ cast(ask as tsquery) $$;
-- and only where very much is, the newest are looked through until a page is full.
create function search_newest (ask text, most bigint, skip bigint) returns setof text
    language sql stable set enable_seqscan = off set enable_bitmapscan = off as
    $$ select s.subject from search s where s.words @@ cast(ask as tsquery) order by s.number desc limit most offset skip $$;
