-- Images that consumers report, and what the operator does about it. What the image was is copied: it may be deleted
-- while the case is open.

create table report (
    region       varchar(64)   not null,
    id           uuid          not null,
    case_number  varchar(16)   not null,
    status       varchar(16)   not null check (status in ('OPEN', 'CLOSED')),
    ground       varchar(16)   not null check (ground in ('ERROR', 'MALICIOUS')),
    words        varchar(2000) not null,
    image_id     uuid          not null,
    image_name   varchar(255)  not null,
    owner        varchar(255)  not null,
    size         bigint        not null,  -- bytes
    sha512       varchar(128),
    account      varchar(255)  not null,  -- that reported it; its owner never learns which
    reported_by  varchar(255)  not null,
    reported_at  timestamp(6) with time zone not null,
    answer       varchar(2000),           -- to who reported it, once it is closed
    closed_at    timestamp(6) with time zone,
    primary key (region, id),
    unique (case_number),
    check ((status = 'CLOSED') = (answer is not null))
);
-- the operator's queue; an account's own cases; whether an account has an open case on an image
create index report_by_status on report (region, status, reported_at, id);
create index report_of_account on report (region, account, reported_at, id);
create index report_of_image on report (region, image_id, account, status);

-- What was done in a case, append-only.
create sequence report_step_seq start with 1 increment by 50;
create table report_step (
    region    varchar(64)   not null,
    id        bigint        not null,
    report_id uuid          not null,
    step      varchar(16)   not null,
    words     varchar(2000) not null,
    at        timestamp(6) with time zone not null,
    by_account varchar(255) not null,
    by_name   varchar(255)  not null,
    primary key (region, id),
    foreign key (region, report_id) references report (region, id)
);
-- the steps of one case
create index report_step_of_report on report_step (region, report_id, at, id);

-- Why the provider took an image out of use; null: it did not, and its owner may put it back itself.
alter table image add column held_because varchar(1000);
