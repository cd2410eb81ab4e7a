-- What accounts started from images. A server is in the region of what it started from: the row has one region for both.
-- It points to no image, since it outlives the image, and keeps what the image was.

create table server (
    region           varchar(64)    not null,
    id               uuid           not null,
    account          varchar(255)   not null,
    name             varchar(255)   not null,
    state            varchar(16)    not null check (state in ('ACTIVE', 'STOPPED', 'DELETED')),
    flavor           varchar(255)   not null,  -- as it was in the operator's list
    vcpus            integer        not null,
    ram              integer        not null,  -- MiB
    disk             integer        not null,  -- GiB
    hourly_price     numeric(19, 6) not null,
    source_image     uuid           not null,
    source_name      varchar(255)   not null,
    source_owner     varchar(255)   not null,
    source_kind      varchar(16)    not null,
    from_share       boolean        not null,  -- at some time its data came from another account, by a share
    data_key         uuid,                     -- null once it is deleted: it holds its data no more
    disk_format      varchar(16),
    container_format varchar(16),
    size             bigint         not null,  -- bytes
    virtual_size     bigint,                   -- bytes
    md5              varchar(32),
    sha512           varchar(128),
    operating_system varchar(64)    not null,
    min_disk         integer        not null,  -- GiB
    min_ram          integer        not null,  -- MiB
    exportable       boolean        not null,
    created_at       timestamp(6) with time zone not null,
    created_by       varchar(255)   not null,
    deleted_at       timestamp(6) with time zone,
    primary key (region, id),
    check ((state = 'DELETED') = (deleted_at is not null)),
    check ((state = 'DELETED') = (data_key is null))
);
-- the server list, each state apart
create index server_of_account on server (region, account, state, created_at, id);
-- whether data is still used, asked at each deletion and by the daily sweep
create index server_by_data on server (region, data_key);

-- What happened to servers, append-only: the times in which each ran.
create sequence server_event_seq start with 1 increment by 50;
create table server_event (
    region    varchar(64)  not null,
    id        bigint       not null,
    server_id uuid         not null,
    account   varchar(255) not null,
    what      varchar(16)  not null,
    at        timestamp(6) with time zone not null,
    by_name   varchar(255) not null,
    primary key (region, id),
    foreign key (region, server_id) references server (region, id)
);
-- the history of one server; what an account's servers did in a time
create index server_event_of_server on server_event (region, server_id, at, id);
create index server_event_of_account on server_event (region, account, at, id);
