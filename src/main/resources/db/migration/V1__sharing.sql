-- Images, memberships, offerings and history, one region beside the other: region leads every key, so that the tables
-- can be partitioned by it. Account numbers are text that other systems issue; no table lists accounts.

create table image (
    region           varchar(64)   not null,
    id               uuid          not null,
    owner            varchar(255)  not null,
    name             varchar(255)  not null,
    description      varchar(2000) not null,
    operating_system varchar(64)   not null,
    kind             varchar(16)   not null check (kind in ('BASE', 'SNAPSHOT', 'IMPORT')),
    status           varchar(16)   not null check (status in ('QUEUED', 'SAVING', 'ACTIVE', 'DEACTIVATED')),
    visibility       varchar(16)   not null check (visibility in ('PUBLIC', 'SHARED', 'PRIVATE')),
    disk_format      varchar(16),
    size             bigint        not null,  -- bytes; 0 until there is data
    virtual_size     bigint,                  -- bytes
    md5              varchar(32),
    sha512           varchar(128),
    min_disk         integer       not null,  -- GiB
    min_ram          integer       not null,  -- MiB
    created_at       timestamp(6) with time zone not null,
    created_by       varchar(255)  not null,
    updated_at       timestamp(6) with time zone not null,
    primary key (region, id),
    -- what a membership points to, so that its copy of the owner is true
    unique (region, id, owner),
    check ((kind = 'BASE') = (visibility = 'PUBLIC'))
);
-- the image list, own part, in its three orders
create index image_own_by_age on image (region, owner, created_at, id);
create index image_own_by_name on image (region, owner, name, id);
create index image_own_by_size on image (region, owner, size, id);
-- the image list, base part; base images are few
create index image_by_visibility on image (region, visibility, created_at, id);

create table image_tag (
    region   varchar(64)  not null,
    image_id uuid         not null,
    tag      varchar(255) not null,
    primary key (region, image_id, tag),
    foreign key (region, image_id) references image (region, id) on delete cascade
);

-- One press of the Offer button, for several images and numbers at once.
create table offering (
    region    varchar(64)   not null,
    id        uuid          not null,
    account   varchar(255)  not null,
    made_at   timestamp(6) with time zone not null,
    made_by   varchar(255)  not null,
    primary key (region, id)
);

-- What came of it, line by line.
create table offering_line (
    region      varchar(64)  not null,
    offering_id uuid         not null,
    position    integer      not null,
    image_id    uuid         not null,
    image_name  varchar(255) not null,
    number      varchar(255) not null,
    refusal     varchar(32),           -- null: offered
    primary key (region, offering_id, position),
    foreign key (region, offering_id) references offering (region, id) on delete cascade
);

create table membership (
    region           varchar(64)  not null,
    image_id         uuid         not null,
    member           varchar(255) not null,
    owner            varchar(255) not null,
    status           varchar(16)  not null check (status in ('PENDING', 'ACCEPTED', 'REJECTED')),
    confirmed        varchar(255) not null,  -- the checklist, as ticked; empty: offered by the API, which asks none
    note             varchar(1000) not null,
    contact          varchar(255) not null,
    offered_at       timestamp(6) with time zone not null,
    offered_by       varchar(255) not null,
    decided_at       timestamp(6) with time zone,
    decided_by       varchar(255),
    image_created_at timestamp(6) with time zone not null,  -- copied, since it orders the consumer's image list
    primary key (region, image_id, member),
    -- same region and true owner, held by the database itself
    foreign key (region, image_id, owner) references image (region, id, owner) on delete cascade,
    check (member <> owner)
);
-- the invitations of an account by status, and their bounded count
create index membership_invited on membership (region, member, status, offered_at, image_id);
-- the image list, shared part
create index membership_shared on membership (region, member, status, image_created_at, image_id);
-- all offers of an account, over all images, whole and by status
create index membership_offered on membership (region, owner, offered_at, image_id, member);
create index membership_offered_by_status on membership (region, owner, status, offered_at, image_id, member);

-- What happened, append-only. It outlives the image, so it points to nothing and keeps the name.
create sequence history_seq start with 1 increment by 50;
create table history (
    region     varchar(64)  not null,
    id         bigint       not null,
    happened   varchar(16)  not null,
    image_id   uuid         not null,
    image_name varchar(255) not null,
    owner      varchar(255) not null,
    member     varchar(255),           -- the consumer that it is about; null: about the image itself
    at         timestamp(6) with time zone not null,
    by_account varchar(255) not null,
    by_name    varchar(255) not null,
    primary key (region, id)
);
-- an owner's history of one image and of all; a consumer's the same
create index history_of_image on history (region, image_id, at, id);
create index history_of_owner on history (region, owner, at, id);
create index history_of_member on history (region, member, at, id);

-- An account's private names for the numbers it offers to.
create table account_label (
    account varchar(255) not null,
    number  varchar(255) not null,
    label   varchar(100) not null,
    primary key (account, number)
);
