-- When the reading began that an image of another Image service was last copied from: one that began earlier is not copied
-- after it. Also of images that are deleted here; kept for a day.

create table copied_reading (
    region   varchar(64) not null,
    image_id uuid        not null,
    read_at  timestamp(6) with time zone not null,
    primary key (region, image_id)
);
