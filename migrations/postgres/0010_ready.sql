-- When the next picture expires: what is kept ready is kept no longer.
create index picture_keep_until on picture (keep_until) where keep_until is not null;

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
