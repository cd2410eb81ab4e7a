-- That images were taken of servers. It points to no image, since it outlives the image: others may have come of that.

create table snapshot (
    region    varchar(64)  not null,
    image_id  uuid         not null,
    server_id uuid         not null,
    name      varchar(255) not null,  -- of the image, as it was then
    taken_at  timestamp(6) with time zone not null,
    taken_by  varchar(255) not null,
    primary key (region, image_id),
    foreign key (region, server_id) references server (region, id)
);
-- the snapshots of one server; the key serves the way back from an image
create index snapshot_of_server on snapshot (region, server_id, taken_at, image_id);
