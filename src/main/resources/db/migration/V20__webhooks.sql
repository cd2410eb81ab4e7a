-- Where accounts want to hear what happens, by webhook, and the outbox of it.

create table webhook (
    region          varchar(64)   not null,
    id              uuid          not null,
    account         varchar(255)  not null,
    url             varchar(2000) not null,
    secret          varchar(100)  not null,
    previous_secret varchar(100),             -- signs too, until
    previous_until  timestamp(6) with time zone,
    created_at      timestamp(6) with time zone not null,
    created_by      varchar(255)  not null,
    active          boolean       not null,
    failures        integer       not null,   -- since the last success
    failing_since   timestamp(6) with time zone,
    dropped         bigint        not null,   -- deliveries removed before they were delivered
    runner          uuid,                     -- the attempt under way
    tries           integer       not null,
    due_at          timestamp(6) with time zone not null,  -- when it may be sent to; during an attempt: when its replica counts as dead
    primary key (region, id)
);
-- an account's webhooks, and their number
create index webhook_of_account on webhook (region, account, created_at);
-- those that may be sent to, asked every few seconds
create index webhook_due on webhook (region, active, due_at);

-- What happened, for one account; taken out once its deliveries are written down.
create table webhook_event (
    region     varchar(64)   not null,
    id         uuid          not null,
    account    varchar(255)  not null,
    sender     varchar(255)  not null,
    event_type varchar(32)   not null,
    body       varchar(4000) not null,
    at         timestamp(6) with time zone not null,
    primary key (region, id)
);
-- the oldest, over all regions, asked every few seconds
create index webhook_event_at on webhook_event (at);

create table webhook_delivery (
    region        varchar(64)   not null,
    id            uuid          not null,   -- of the message, the same at every attempt
    webhook       uuid          not null,
    event_type    varchar(32)   not null,
    body          varchar(4000) not null,
    created_at    timestamp(6) with time zone not null,
    status        varchar(16)   not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
    due_at        timestamp(6) with time zone not null,   -- of the next attempt
    retry_until   timestamp(6) with time zone not null,
    attempts      integer       not null,
    attempted_at  timestamp(6) with time zone,
    response_code integer,                  -- of the last attempt,
    reason        varchar(500),             -- or why there was no response,
    millis        bigint,                   -- and how long it took
    primary key (region, id),
    foreign key (region, webhook) references webhook (region, id) on delete cascade
);
-- a webhook's newest deliveries, and those beyond the number that is kept
create index webhook_delivery_newest on webhook_delivery (region, webhook, created_at, id);
-- the next one to send
create index webhook_delivery_pending on webhook_delivery (region, webhook, status, due_at);
-- those too old to be kept, over all regions, asked once an hour
create index webhook_delivery_created on webhook_delivery (created_at);
