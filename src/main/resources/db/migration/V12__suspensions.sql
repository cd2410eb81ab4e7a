-- A suspension holds for the data, wherever in the region it is, and does not show the owner who reported the image.

-- has the data of another image that the provider suspended; that one says why, in held_because
alter table image add column has_held_data boolean default false not null;
-- the status under a suspension, which it is lifted to; null: active
alter table image add column status_before varchar(16);
-- which images have the data that is suspended, and whether data that arrives is; by its key image_by_data finds it
create index image_by_sha512 on image (region, sha512);

-- One row for each region: held by whoever suspends, and together by all whose data arrives, so that none slips through.
create table suspension_lock (
    region varchar(64) not null primary key
);

-- What the owner is told where that is not the status: a rejection that came with a report stays the consumer's.
alter table membership add column told_status varchar(16);
alter table membership add column told_at timestamp(6) with time zone;
-- the offers of an account of which it is told another status; there are few
create index membership_told on membership (region, owner, told_status, offered_at, image_id, member);
-- such a line of a history, which its member alone reads
alter table history add column member_only boolean default false not null;
