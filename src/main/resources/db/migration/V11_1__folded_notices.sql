-- Notices about the same thing fold into one while nobody has read it.

alter table notice add column times integer default 1 not null;  -- what happened, of which the notice tells the latest
-- the one to fold into, looked for whenever somebody is told of an image
create index notice_of_image on notice (region, account, image_id, state);
