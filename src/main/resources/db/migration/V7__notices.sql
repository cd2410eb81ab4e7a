-- What an account is told, and the outbox of what goes to its people by mail.

create sequence notice_seq start with 1 increment by 50;
create table notice (
    region      varchar(64)  not null,
    id          bigint       not null,
    account     varchar(255) not null,   -- that is told
    topic       varchar(16)  not null,
    state       varchar(16)  not null check (state in ('UNREAD', 'READ', 'MUTED')),
    sender      varchar(255) not null,   -- the account that did it
    member      varchar(255),            -- the consumer that it is about, if any
    image_id    uuid         not null,   -- points to nothing: a notice outlives what it tells of
    image_name  varchar(255) not null,
    task_kind   varchar(16),             -- where a task is over: what it did,
    task_id     uuid,
    message     varchar(1000),           -- and why it failed
    at          timestamp(6) with time zone not null,
    mail_due_at timestamp(6) with time zone,  -- null: its mails are written down, or there are to be none
    primary key (region, id)
);
-- an account's notices, the newest first
create index notice_of_account on notice (region, account, at, id);
-- the unread ones, and their bounded count in the head of every page
create index notice_by_state on notice (region, account, state, at, id);
-- those whose mails are still to be written down, over all regions, asked every few seconds
create index notice_to_mail on notice (mail_due_at);

-- Where people asked for mail of their account's notices, in all its regions. The id is in the link that ends it.
create table subscription (
    id      uuid         not null primary key,
    account varchar(255) not null,
    address varchar(255) not null,
    person  varchar(255) not null,
    since   timestamp(6) with time zone not null,
    -- an account's addresses, too
    unique (account, address)
);

-- Accounts that an account wants to hear nothing of; an empty sender: it wants no mail at all.
create table mute (
    account  varchar(255) not null,
    sender   varchar(255) not null,
    since    timestamp(6) with time zone not null,
    since_by varchar(255) not null,
    primary key (account, sender)
);
-- who muted the account that is just doing something
create index mute_of_sender on mute (sender);

-- One notice that is to go to one address. What was sent is taken out.
create table mailing (
    region       varchar(64) not null,
    notice_id    bigint      not null,
    subscription uuid        not null references subscription (id) on delete cascade,
    status       varchar(16) not null check (status in ('WAITING', 'TAKEN', 'SENDING', 'DOUBTFUL', 'REFUSED')),
    message      uuid,                 -- the mail that it goes in, the same at every try
    runner       uuid,                 -- who is at it
    tries        integer     not null,
    due_at       timestamp(6) with time zone not null,  -- when to try; while somebody is at it: when that one counts as dead
    primary key (region, notice_id, subscription),
    foreign key (region, notice_id) references notice (region, id) on delete cascade
);
-- what is due, over all regions, asked every few seconds; there are few
create index mailing_due on mailing (status, due_at);
-- what goes to one address, and the lines of one mail
create index mailing_to on mailing (subscription, status, due_at);
create index mailing_in on mailing (message);
