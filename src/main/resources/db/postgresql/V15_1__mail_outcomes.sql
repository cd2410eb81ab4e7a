-- A mail of which nobody knows whether the server took it has a clearer status.
alter table mailing drop constraint mailing_status_check;
update mailing set status = 'OUTCOME_UNKNOWN' where status = 'DOUBTFUL';
alter table mailing add constraint mailing_status_check
    check (status in ('WAITING', 'TAKEN', 'SENDING', 'OUTCOME_UNKNOWN', 'REFUSED'));
