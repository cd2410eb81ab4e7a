-- That data was taken as raw only because nothing else fits: no partition table, file system or boot sector is known in
-- it. Of data from before this nobody knows.

alter table image add column format_guessed boolean not null default false;
alter table server add column format_guessed boolean not null default false;
