-- A mail of which nobody knows whether the server took it has a clearer status. The check of the old column has no name that
-- is known on H2, so the column is made anew.
alter table mailing add column outcome varchar(16);
update mailing set outcome = case status when 'DOUBTFUL' then 'OUTCOME_UNKNOWN' else status end;
drop index mailing_due;
drop index mailing_to;
alter table mailing drop column status;
alter table mailing rename column outcome to status;
alter table mailing alter column status set not null;
alter table mailing add constraint mailing_status
    check (status in ('WAITING', 'TAKEN', 'SENDING', 'OUTCOME_UNKNOWN', 'REFUSED'));
-- what is due, over all regions, asked every few seconds; there are few
create index mailing_due on mailing (status, due_at);
-- what goes to one address, and the lines of one mail
create index mailing_to on mailing (subscription, status, due_at);
