-- What an account may have is counted of its images and servers; this only puts those who add in an order.

-- one row for an account in a region, made when it first adds something there; locked by whoever adds, never changed
create table quota_lock (
    region  varchar(64)  not null,
    account varchar(255) not null,
    primary key (region, account)
);
-- how many images and snapshots an account has, and how many bytes, without reading a row; its servers are counted by
-- server_of_account
create index image_quota on image (region, owner, kind, size);
-- data that waits, and data that is just coming: few of an account's images
create index image_arriving on image (region, owner, status, staged, size);
