-- Data has a key of its own in the store, so that attempts to bring it in never meet, and images can share it.

alter table image add column data_key uuid;
update image set data_key = id where staged or status in ('ACTIVE', 'DEACTIVATED');
-- whether data is still used, asked at each deletion and by the daily sweep
create index image_by_data on image (region, data_key);
