-- A task that a person stopped did not fail. Its status stays FAILURE, the only one that the Images API and the previous release
-- have for it; pages tell the two apart. No query asks for it, so it needs no index.
alter table task add column canceled boolean default false not null;
