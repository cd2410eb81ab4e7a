-- Changes of memberships made here that the region's own Image service has to make too: for each member what it shall be,
-- so that it does not matter how often that is asked for, nor what was asked before.

create table member_change (
    region      varchar(64)  not null,
    image_id    uuid         not null,
    member      varchar(255) not null,
    wanted      varchar(16)  not null check (wanted in ('PENDING', 'ACCEPTED', 'REJECTED', 'REMOVED')),
    is_offer    boolean      not null,  -- the Image service may not have the member yet
    changed_at  timestamp(6) with time zone not null,
    done_at     timestamp(6) with time zone,  -- when the Image service was seen to have it so; kept for a day
    failure     varchar(1000),          -- of the last attempt
    runner      uuid,                   -- the attempt under way
    tries       integer      not null,
    due_at      timestamp(6) with time zone not null,  -- when it may be tried; during an attempt: when its replica counts as dead
    primary key (region, image_id, member)
);
-- those to be tried, asked every second
create index member_change_due on member_change (region, done_at, due_at);
-- those done long ago, over all regions, asked once an hour
create index member_change_done on member_change (done_at);
