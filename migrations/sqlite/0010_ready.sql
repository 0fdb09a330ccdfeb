-- When the next picture expires: what is kept ready is kept no longer.
create index picture_keep_until on picture (keep_until) where keep_until is not null;
