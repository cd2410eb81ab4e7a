-- Servers of a compute service: what it last said of each, what is asked of it, and how far each account's are followed.

alter table server add column compute_id uuid;  -- the compute service's own; null for a record, and until it is known
-- building, error or shelved, which `state` cannot say: a release before takes such a server for active or stopped
alter table server add column phase varchar(16);
alter table server add column compute_status varchar(128);  -- the compute service's own word
alter table server add column compute_task varchar(128);    -- what it is doing; null if nothing
alter table server add column fault varchar(2000);
alter table server add column pending_action varchar(16);   -- asked for and not ended yet
alter table server add column first_active_at timestamp(6) with time zone;
alter table server add column seen_at timestamp(6) with time zone;
-- the server that the compute service speaks of
create index server_by_compute_id on server (region, compute_id);

-- The outbox of what people ask for.
create table server_action (
    region       varchar(64)   not null,
    id           uuid          not null,
    account      varchar(255)  not null,
    server_id    uuid          not null,
    action_type  varchar(16)   not null,
    status       varchar(16)   not null check (status in ('PENDING', 'DONE', 'FAILED')),
    name         varchar(510),            -- of the server or snapshot
    flavor       varchar(510),            -- the compute service's id
    network      uuid,
    user_data    varchar(30000),          -- base64; null once it was sent
    image_id     uuid,                    -- the snapshot
    sent         boolean       not null,  -- it may have been done, although nobody said so
    created_at   timestamp(6) with time zone not null,
    created_by   varchar(510)  not null,
    give_up_at   timestamp(6) with time zone not null,
    ended_at     timestamp(6) with time zone,
    reason       varchar(2000),           -- why it failed
    runner       uuid,                    -- the attempt under way
    tries        integer       not null,
    due_at       timestamp(6) with time zone not null,  -- when it may be tried; during an attempt: when its replica counts as dead
    primary key (region, id),
    foreign key (region, server_id) references server (region, id)
);
-- those to be tried, asked every second
create index server_action_due on server_action (region, status, due_at);
-- what is asked of one server, in order
create index server_action_of_server on server_action (region, server_id, created_at);
-- those too old to be kept, over all regions, asked once an hour
create index server_action_ended on server_action (ended_at);

-- Accounts whose servers are followed.
create table compute_account (
    region         varchar(64)  not null,
    account        varchar(255) not null,
    changes_since  timestamp(6) with time zone,  -- by the compute service's clock; null to list all
    latest_change  timestamp(6) with time zone,  -- the newest seen in the pages so far
    marker         uuid,                         -- of the next page
    listed_at      timestamp(6) with time zone,  -- when the latest list of all began
    changed_at     timestamp(6) with time zone not null,  -- when something was last asked for, or found changed
    answered_at    timestamp(6) with time zone,
    failing_since  timestamp(6) with time zone,
    runner         uuid,
    tries          integer      not null,
    due_at         timestamp(6) with time zone not null,
    primary key (region, account)
);
-- those to be asked about, asked every second
create index compute_account_due on compute_account (region, due_at);
