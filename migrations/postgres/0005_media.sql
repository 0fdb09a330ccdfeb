-- Media: what a page shows while a picture loads, and inputs that kill their decoder.

-- The average colour of what a picture was made from, as #rrggbb.
alter table picture add column colour text;
-- How often the decoder died at this task: three times, and it is a dead letter.
alter table task add column deaths bigint not null default 0;
