-- What the Images API knows of an image beyond the pages. Nothing that was there changes.

alter table image add column container_format varchar(16);
alter table image add column is_protected boolean default false not null;  -- from deletion
alter table image add column hidden boolean default false not null;        -- from the lists of those it is shared with
alter table image add column exportable boolean default true not null;     -- false: licensed, its data never leaves
alter table image add column staged boolean default false not null;        -- has its data, and waits for the import call

-- the image list of the API, own part, in its default order's fourth neighbour; the three others have theirs in V1.
-- Orders by status, format and the like read the own part through image_own_by_age and sort it.
create index image_own_by_update on image (region, owner, updated_at, id);

-- What the owner wrote on an image, names of its own choice. The key serves the reading of one image's and of a
-- page's, and the filter by a property.
create table image_property (
    region   varchar(64)    not null,
    image_id uuid           not null,
    name     varchar(255)   not null,
    content  varchar(65535) not null,
    primary key (region, image_id, name),
    foreign key (region, image_id) references image (region, id) on delete cascade
);
