-- What a next release may do to the schema while this one still runs: each kind of addition, on tables that are in use.
-- RollingUpgradeIT plays the handshake before, during and after it.

create table next_thing (
    region   varchar(64)  not null,
    id       uuid         not null,
    image_id uuid         not null,
    words    varchar(255) not null,
    primary key (region, id),
    foreign key (region, image_id) references image (region, id)
);
create index next_thing_of_image on next_thing (region, image_id, id);
create sequence next_thing_seq start with 1 increment by 50;

alter table image add column next_words varchar(255);
alter table image add column next_number integer not null default 0;
alter table membership add column next_words varchar(255) not null default '';
alter table history add column next_words varchar(255);

create index image_next on image (region, next_number, id);
create index membership_next on membership (region, next_words, image_id);
create index history_next on history (region, next_words, id);
