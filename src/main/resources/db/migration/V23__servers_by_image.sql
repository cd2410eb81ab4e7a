-- the latest servers that run from an image, for its owner
create index server_of_image on server (region, source_image, deleted_at, created_at);
