-- What takes longer than a request: it is written down, taken up by any replica, and taken over when that one dies.

create table task (
    region      varchar(64)    not null,
    id          uuid           not null,
    account     varchar(255)   not null,
    kind        varchar(16)    not null,
    image_id    uuid           not null,   -- of the image that it makes or reads; points to none, since that may not be there yet, or no longer
    image_name  varchar(255)   not null,
    input       varchar(16000) not null,   -- what was asked for, JSON; each kind knows its own
    status      varchar(16)    not null check (status in ('PENDING', 'PROCESSING', 'SUCCESS', 'FAILURE')),
    message     varchar(1000),             -- why it failed, for a person
    bytes_done  bigint         not null,
    bytes_all   bigint,                    -- null: not known
    runs        integer        not null,   -- how often it was taken up
    runner      uuid,                      -- the run that is at it
    lease_until timestamp(6) with time zone not null,  -- while unfinished: from then on another may take it up
    created_at  timestamp(6) with time zone not null,
    created_by  varchar(255)   not null,
    role        varchar(16)    not null,   -- of who asked, as it was then
    updated_at  timestamp(6) with time zone not null,
    primary key (region, id)
);
-- an account's tasks of one kind, and of all kinds
create index task_of_account on task (region, account, kind, created_at, id);
create index task_of_account_all on task (region, account, created_at, id);
-- the tasks of an image
create index task_of_image on task (region, image_id, created_at, id);
-- what waits to be taken up, over all regions, asked every second; unfinished ones are few
create index task_unfinished on task (status, lease_until);
