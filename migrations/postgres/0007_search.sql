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
