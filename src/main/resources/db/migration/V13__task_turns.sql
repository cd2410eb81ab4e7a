-- Tasks are begun and taken up in turns: each account has a row here that puts what it does in an order.

-- made with an account's first task and kept; no region leads it, since an account's tasks are counted over all regions.
-- Its primary key serves both: locked while a task is counted and written down, read to sort what waits by whose turn it
-- is. What waits is found by task_unfinished.
create table task_account (
    account  varchar(255) primary key,
    taken_at timestamp(6) with time zone not null  -- when a task of it was last taken up
);
