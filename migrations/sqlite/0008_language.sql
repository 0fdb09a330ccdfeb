-- The language in which a submission's sender is answered, BCP 47: the one they read its form in. Null where there was
-- no form; then it is the showcase's.
alter table submission add column answer_language text;
