-- offers and invitations between two accounts, from either side
create index membership_of_pair on membership (region, owner, member, offered_at, image_id);

-- the history of an account by what happened, from either side
create index history_of_owner_event on history (region, owner, happened, at, id);
create index history_of_member_event on history (region, member, happened, at, id);
