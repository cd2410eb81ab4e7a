-- How often, and when last, the producer reminded a consumer of one offer. It goes with the membership, so that an offer made
-- anew starts anew. The key serves one, and a page of them: region, some images, some members.

create table reminder (
    region   varchar(64)  not null,
    image_id uuid         not null,
    member   varchar(255) not null,
    times    integer      not null,
    last_at  timestamp(6) with time zone not null,
    primary key (region, image_id, member),
    foreign key (region, image_id, member) references membership (region, image_id, member) on delete cascade
);
