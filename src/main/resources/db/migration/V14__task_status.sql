-- an account's tasks in one status, the newest first
create index task_of_account_by_status on task (region, account, status, created_at, id);
