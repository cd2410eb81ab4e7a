-- Snapshots that the compute service takes of servers which only it may know.

create table compute_snapshot (
    region       varchar(64)  not null,
    image_id     uuid         not null,
    server_id    uuid,                   -- the compute service's own id
    account      varchar(255) not null,  -- whose server it is
    source_image uuid,                   -- what the server was started from; null where the account does not know it
    source_name  varchar(510),           -- as the account knew it
    source_owner varchar(255),
    source_kind  varchar(16),
    from_share   boolean      not null,  -- at some time its data came from another account, by a share
    taken_at     timestamp(6) with time zone not null,
    taken_by     varchar(510) not null,
    primary key (region, image_id)
);
-- what was made of an image, asked when its data may no longer leave the cloud; the key serves the way back
create index compute_snapshot_by_source on compute_snapshot (region, source_image);

-- What a snapshot inherits of an image that was deleted while servers of it were running.
create table deleted_image (
    region           varchar(64)  not null,
    id               uuid         not null,
    owner            varchar(255) not null,
    name             varchar(510) not null,
    kind             varchar(16)  not null,
    operating_system varchar(128) not null,
    exportable       boolean      not null,
    from_share       boolean      not null,
    deleted_at       timestamp(6) with time zone not null,
    primary key (region, id)
);
