-- what was made of an image, asked when the operator says that its data does not leave the cloud
create index server_by_source on server (region, source_image);
