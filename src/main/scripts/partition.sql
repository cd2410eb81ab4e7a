-- Partitions the schema by region: optional, for PostgreSQL 15 and newer. The script `partition` beside it runs it.
--
-- Splits each table whose primary key starts with the region: TABLE_in_REGION for each region that has rows or is listed,
-- comma-separated, in the setting handshake.regions, and TABLE_elsewhere for all others, so that new regions work at once.
-- Tables, columns, constraints and indexes keep their names, so that the portal and later migrations still work.
-- Running it again splits what was added since: tables of later migrations, and newly listed regions.
--
-- It is a single atomic statement that locks the tables. Rows are copied, so the disk needs space for all of them once
-- more.
do $$
declare
    -- case numbers are unique across regions, so these small tables are not split
    whole constant text[] := '{report,report_step}';
    regions text[] := string_to_array(nullif(current_setting('handshake.regions', true), ''), ',');
    tables oid[];
    plain oid[];  -- those not partitioned yet
    names text[];
    name text;
    region text;
    missing text[];
    hits text[];
    statement text;
    again text[];  -- statements that restore what is dropped
    before bigint;
    after bigint;
    made integer := 0;
begin
    set local statement_timeout = 0;
    set local lock_timeout = '60s';

    select array_agg(c.oid order by relname), array_agg(c.oid) filter (where relkind = 'r'), array_agg(relname order by relname)
    into tables, plain, names
    from pg_class c join pg_index on indrelid = c.oid and indisprimary
        join pg_attribute on attrelid = c.oid and attnum = indkey[0] and attname = 'region'
    where relnamespace = current_schema()::regnamespace and not relispartition and relname <> all (whole);
    if tables is null then
        raise 'There is nothing to partition: a portal has to make its schema first';
    end if;

    -- new tables keep their owner, whoever runs this
    execute format('set local role %s', (select relowner::regrole from pg_class where oid = tables[1]));
    execute format('lock table %s', (select string_agg(quote_ident(each), ', ') from unnest(names) each));

    -- refuses anything it would silently lose; the portal never creates these
    select array_agg(relname) into hits from pg_class c
    where oid = any (plain) and (reloptions is not null or relrowsecurity
        or exists (select from pg_trigger where tgrelid = c.oid and not tgisinternal)
        or exists (select from pg_policy where polrelid = c.oid)
        or exists (select from pg_publication_rel where prrelid = c.oid)
        or exists (select from pg_attribute where attrelid = c.oid and attacl is not null));
    if hits is not null then
        raise 'Triggers, policies, publications, storage parameters and grants of columns would be lost: take them off first, from %', hits;
    end if;

    -- a region partitioned in one table is partitioned in all
    foreach name in array names loop
        if name::regclass::oid = any (plain) then
            execute format('select array_agg(distinct region) from %I', name) into hits;
        else
            select array_agg(substring(pg_get_expr(relpartbound, c.oid) from '''(.*)''')) into hits
            from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = name::regclass;
        end if;
        regions := regions || hits;
    end loop;
    regions := array(select distinct each from unnest(regions) each where each is not null order by each);

    -- foreign keys are dropped first and restored last, since they depend on other constraints
    select array_agg(made_by order by step, object) into again from (
        select case contype when 'f' then 4 else 1 end as step, oid as object,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as made_by
        from pg_constraint
        where contype in ('p', 'u') and conrelid = any (plain)
            or contype = 'f' and conparentid = 0 and (conrelid = any (tables) or confrelid = any (tables))
        union all
        select 2, indexrelid, pg_get_indexdef(indexrelid) from pg_index
        where indrelid = any (plain) and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
        union all
        select 3, c.oid, format('grant %s on %s to %s%s', privilege_type, c.oid::regclass,
            case grantee when 0 then 'public' else grantee::regrole::text end, case when is_grantable then ' with grant option' end)
        from pg_class c, aclexplode(relacl) where c.oid = any (plain) and grantee <> relowner
    ) taken_off;
    for statement in
        select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint
        where contype = 'f' and conparentid = 0 and (conrelid = any (tables) or confrelid = any (tables))
    loop
        execute statement;
    end loop;

    foreach name in array names loop
        execute format('select count(*) from %I', name) into before;
        missing := array(select each from unnest(regions) each where not exists (
            select from pg_inherits join pg_class c on c.oid = inhrelid
            where inhparent = name::regclass and pg_get_expr(relpartbound, c.oid) = format('FOR VALUES IN (%L)', each)));
        if name::regclass::oid = any (plain) then
            execute format('alter table %I rename to %I', name, name || '_before');
            execute format('create table %I (like %I including all excluding indexes) partition by list (region)', name, name || '_before');
            execute format('create table %I partition of %I default', name || '_elsewhere', name);
        else
            continue when missing = '{}';
            execute format('create table %I as select * from %I where region = any ($1)', name || '_before', name || '_elsewhere') using missing;
            execute format('delete from %I where region = any ($1)', name || '_elsewhere') using missing;
        end if;
        foreach region in array missing loop
            execute format('create table %I partition of %I for values in (%L)', name || '_in_' || lower(region), name, region);
        end loop;
        execute format('insert into %I select * from %I', name, name || '_before');
        execute format('select count(*) from %I', name) into after;
        if after <> before then
            raise '% had % rows and would have %', name, before, after;
        end if;
        raise notice '%: % rows', name, after;
        execute format('drop table %I', name || '_before');
        made := made + 1;
    end loop;
    if made = 0 then
        raise 'There is nothing to do: every table is partitioned already, for these regions and for all others: %', regions;
    end if;

    foreach statement in array again loop
        execute statement;
    end loop;
    -- autovacuum analyzes partitions, but never the partitioned table itself
    execute format('analyze %s', (select string_agg(quote_ident(each), ', ') from unnest(names) each));
end
$$;
