-- The longest good import does not fit into input: its address has 8,000 characters, which JSON may double. A column of
-- another type would break the prepared statements of the release before.
alter table task add column input_rest varchar(16000);  -- what follows input; null: nothing
