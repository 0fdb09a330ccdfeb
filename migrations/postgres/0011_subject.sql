-- Whether a group had another address is asked with each of its documents.
create index slug_subject on slug (subject);
