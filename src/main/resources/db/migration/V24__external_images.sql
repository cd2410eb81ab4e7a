-- Regions whose images are kept by the cloud's own Image service, and followed by a sweep.

-- PORTAL, OBSERVED or MIRRORED: who keeps the image and its members: the portal, or another Image service, whose members are only shown or changed here too
alter table image add column home varchar(16) default 'PORTAL' not null;

-- How far the sweep of each such region is.
create table image_sweep (
    region        varchar(64) not null,
    hidden        boolean     not null,  -- the part under way: images that lists leave out unless asked for
    marker        varchar(255),          -- of the next page, as Glance calls it; null at the beginning of a part
    copied_to     uuid,                  -- the last image of the pages before; null at the beginning of a part
    started_at    timestamp(6) with time zone,  -- of the sweep under way
    complete_at   timestamp(6) with time zone,  -- when the last complete sweep began: everything is at least as new
    failing_since timestamp(6) with time zone,
    failure       varchar(1000),         -- why the last page could not be read
    runner        uuid,
    tries         integer     not null,
    due_at        timestamp(6) with time zone not null,  -- of the next page; during one: when its replica counts as dead
    primary key (region)
);
