-- What each account has in use and for how long: what bills are made of. A line is written and closed in the transaction
-- that changes what it tells of, and outlives it.

create sequence usage_span_seq start with 1 increment by 50;
create table usage_span (
    region   varchar(64)  not null,
    id       bigint       not null,
    kind     varchar(16)  not null check (kind in ('STORAGE', 'SHARE', 'SERVER')),
    account  varchar(255) not null,     -- on whose bill it stands
    owner    varchar(255) not null,     -- who pays for the storage
    thing_id uuid         not null,     -- the image or the server
    name     varchar(255) not null,     -- as it was called when this was written or closed
    what     varchar(255) not null,     -- the kind of the image, the flavor of the server
    size     bigint       not null,     -- bytes in store
    price    decimal(30, 18),           -- of an hour, for a server
    since    timestamp(6) with time zone not null,
    until    timestamp(6) with time zone not null,  -- the year 9999 while it lasts, so that one range finds what is in a month
    primary key (region, id),
    -- the closing of a line; and nothing is ever on one bill twice at the same time
    unique (region, thing_id, account, kind, until),
    check (until >= since),
    -- nobody but the owner pays for storage
    check ((kind = 'SHARE') = (account <> owner)),
    check ((kind = 'SERVER') = (price is not null))
);
-- the bill of a month, where it is recent: what had not ended before it
create index usage_span_by_end on usage_span (region, account, until, since);
-- the download, in pieces, from the oldest line on
create index usage_span_by_start on usage_span (region, account, since, id);

-- What is there already. Of what was deleted before this table came nobody knows how large it was.
insert into usage_span (region, id, kind, account, owner, thing_id, name, what, size, since, until)
select region, nextval('usage_span_seq'), 'STORAGE', owner, owner, id, name, lower(kind), size, created_at,
       timestamp with time zone '9999-01-01 00:00:00+00:00'
from image where staged or status in ('ACTIVE', 'DEACTIVATED');

insert into usage_span (region, id, kind, account, owner, thing_id, name, what, size, since, until)
select m.region, nextval('usage_span_seq'), 'SHARE', m.member, m.owner, i.id, i.name, lower(i.kind), i.size, m.decided_at,
       timestamp with time zone '9999-01-01 00:00:00+00:00'
from membership m join image i on i.region = m.region and i.id = m.image_id
where m.status = 'ACCEPTED';

insert into usage_span (region, id, kind, account, owner, thing_id, name, what, size, price, since, until)
select region, nextval('usage_span_seq'), 'SERVER', account, account, id, name, flavor, 0, hourly_price, created_at,
       coalesce(deleted_at, timestamp with time zone '9999-01-01 00:00:00+00:00')
from server;
