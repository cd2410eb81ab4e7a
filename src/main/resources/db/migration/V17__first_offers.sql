-- whether an account was offered anything by an owner before
create index history_of_pair on history (region, member, owner, at);
