-- Who acts: guatu_app acts for a person and is bound by the rules of access, guatu_system for the program itself.

do $$
begin
  if not exists (select from pg_roles where rolname = 'guatu_system') then
    create role guatu_system nologin noinherit nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just before
end $$;
do $$
begin
  execute format('grant guatu_system to %I', current_user);
exception when others then null; -- a superuser may act as any role without being a member
end $$;

alter table event add column actor_id uuid, add column post text, add column origin text;

do $$
declare
  name text;
begin
  foreach name in array array['district', 'org', 'person', 'playbook_version', 'district_plan', 'item', 'node',
    'item_link', 'fact', 'fact_verification', 'fact_current', 'chain_head', 'event', 'rollup', 'rollup_day',
    'rollup_rule', 'import_mapping', 'import_record']
  loop
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format('grant select, insert on %I to guatu_system', name);
  end loop;
  foreach name in array array['district', 'org', 'person', 'item', 'node', 'item_link', 'fact_current', 'chain_head',
    'rollup', 'rollup_day', 'rollup_rule']
  loop
    execute format('grant update, delete on %I to guatu_system', name);
  end loop;
  foreach name in array array['import_mapping', 'import_record']
  loop
    execute format('grant update on %I to guatu_system', name);
  end loop;
end $$;

-- Who holds what, and the rules that bind it. A post that somebody deputises in counts while both are in force.
create table post (
  district_id text not null references district,
  post_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  role text not null,
  title text not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  -- The post that this one stands in for.
  deputy_for_id uuid,
  primary key (district_id, post_id),
  foreign key (district_id, person_id) references person on delete cascade,
  foreign key (district_id, org_id) references org on delete cascade,
  foreign key (district_id, deputy_for_id) references post on delete cascade
);
create index post_person on post (district_id, person_id);

create table charge (
  district_id text not null references district,
  charge_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('item', 'area', 'org')),
  -- Item id, area code or unit id.
  target text not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (district_id, charge_id),
  foreign key (district_id, person_id) references person on delete cascade
);
create index charge_person on charge (district_id, person_id);

create table access_rule (
  district_id text not null references district,
  role text not null,
  action text not null,
  relation text not null,
  phases text[] not null,
  primary key (district_id, role, action, relation)
);

create index org_parent on org (district_id, parent_id);

-- An item's ties as text, `relation:id@phase`: what it is to whom, in the phase that it is in.
create table item_party (
  district_id text not null,
  item_id uuid not null,
  key text not null,
  primary key (district_id, item_id, key)
);
create index item_party_key on item_party (district_id, key, item_id);

alter table item add column phase text not null default 'delivery';
alter table item alter column phase drop default, alter column phase set storage main;
alter table fact add column reported_by_id uuid;
alter table fact_verification add column verified_by_id uuid;
alter table import_record add column actor_id uuid;

insert into item_party (district_id, item_id, key)
  select district_id, item_id, 'item:' || item_id || '@' || phase from item
  union select district_id, item_id, 'lead:' || lead_org_id || '@' || phase from item where lead_org_id is not null
  union select district_id, item_id, 'area:' || area_code || '@' || phase from item where area_code is not null
  union select district_id, item_id, 'owner:' || owner_id || '@' || phase from item where owner_id is not null
  union select i.district_id, i.item_id, 'nodeDuty:' || duty || '@' || i.phase
    from item i join node n on n.district_id = i.district_id and n.item_id = i.item_id
    cross join lateral (values (n.lead_org_id), (n.owner_id), (n.leader_id)) as duties (duty) where duty is not null;

-- Settings carry the district, the person and the day; whatever is missing, nothing is granted. These functions read
-- past the policies, as their owner, and are asked once for each statement. In PL/pgSQL with generic plans each is planned
-- once for each connection and not at each call, which would take longer than answering.
create function guatu_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('guatu.person', true), '')::uuid;

create function guatu_posts() returns table (post_id uuid, role text, org_id uuid, self_id uuid)
  language plpgsql stable parallel safe security definer rows 3
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select p.post_id, p.role, p.org_id, coalesce(d.person_id, p.person_id)
    from post p left join post d on d.district_id = p.district_id and d.post_id = p.deputy_for_id
    cross join (select nullif(current_setting('guatu.day', true), '')::date as today) t
    where p.district_id = current_setting('guatu.district', true) and p.person_id = guatu_person()
      and p.from_day <= t.today and (p.to_day is null or p.to_day >= t.today)
      and (p.deputy_for_id is null or d.from_day <= t.today and (d.to_day is null or d.to_day >= t.today));
end
$$;

create function guatu_may(wanted text) returns boolean
  language plpgsql stable parallel safe security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (
  select exists (
    select from access_rule r join guatu_posts() h on h.role = r.role
      where r.district_id = current_setting('guatu.district', true) and r.action = wanted));
end
$$;

-- Phases in which the person may do one of the actions to every item; no action named: any action.
create function guatu_phases(variadic wanted text[] default '{}') returns text[]
  language plpgsql stable parallel safe security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (
  select coalesce(array_agg(distinct phase), '{}')
    from access_rule r join guatu_posts() h on h.role = r.role cross join unnest(r.phases) phase
    where r.district_id = current_setting('guatu.district', true) and r.relation = 'all'
      and (cardinality(wanted) = 0 or r.action = any(wanted)));
end
$$;

create function guatu_reads_all() returns boolean
  language plpgsql stable parallel safe set search_path = public, pg_temp as $$
begin
  return guatu_phases('item.read') @> array['negotiation', 'delivery', 'performance', 'ended'];
end
$$;

-- Keys of the items that the person may do one of the actions to.
create function guatu_keys(variadic wanted text[] default '{}') returns text[]
  language plpgsql stable parallel safe security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (
  with recursive granted as (
    select distinct h.org_id, h.self_id, r.relation, r.phases
      from guatu_posts() h join access_rule r on r.role = h.role
      where r.district_id = current_setting('guatu.district', true) and r.relation <> 'all'
        and (cardinality(wanted) = 0 or r.action = any(wanted))
  ), charged as (
    select g.phases, c.kind, c.target
      from granted g join charge c on g.relation = 'charge' and c.person_id = g.self_id
      cross join (select nullif(current_setting('guatu.day', true), '')::date as today) t
      where c.district_id = current_setting('guatu.district', true)
        and c.from_day <= t.today and (c.to_day is null or c.to_day >= t.today)
  ), below (root, org_id) as (
    select org_id, org_id from granted
    union select o.org_id, o.org_id from org o join charged c on c.kind = 'org' and c.target = o.org_id::text
      where o.district_id = current_setting('guatu.district', true)
    union select b.root, o.org_id from below b join org o on o.parent_id = b.org_id
      where o.district_id = current_setting('guatu.district', true)
  ), ties (tie, phases) as (
    select g.relation || ':' || b.org_id, g.phases from granted g join below b on b.root = g.org_id
      where g.relation in ('lead', 'cooperating', 'supervising', 'team', 'nodeDuty', 'firm', 'partner')
    union all select relation || ':' || self_id, phases from granted
      where relation in ('owner', 'leader', 'team', 'nodeDuty')
    union all select 'area:' || o.area_code, g.phases
      from granted g join below b on b.root = g.org_id join org o on o.org_id = b.org_id
      where g.relation = 'area' and o.district_id = current_setting('guatu.district', true) and o.area_code is not null
    union all select 'opened:', phases from granted where relation = 'opened'
    union all select c.kind || ':' || c.target, c.phases from charged c where c.kind in ('item', 'area')
    union all select 'lead:' || b.org_id, c.phases from charged c join below b on c.kind = 'org' and b.root::text = c.target
  )
  select coalesce(array_agg(distinct tie || '@' || phase), '{}') from ties cross join unnest(phases) phase);
end
$$;

-- For one item at a time.
create function guatu_item_may(wanted text, item uuid) returns boolean
  language plpgsql stable parallel safe security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (
  select exists (
    select from item i where i.district_id = current_setting('guatu.district', true) and i.item_id = item
      and (i.phase = any(guatu_phases(wanted)) or exists (
        select from item_party p where p.district_id = i.district_id and p.item_id = i.item_id
          and p.key = any(guatu_keys(wanted))))));
end
$$;

-- Who answers for the items that the person reads: owners, leaders, and persons on nodes. Their names are told with them.
create function guatu_named() returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
declare
  district text := current_setting('guatu.district', true);
  keys text[] := guatu_keys('item.read');
  phases text[] := guatu_phases('item.read');
begin
  return query
  with seen as (
    select p.item_id from item_party p where p.district_id = district and p.key = any(keys)
    union select i.item_id from item i where i.district_id = district and i.phase = any(phases)
  )
  select distinct split_part(split_part(q.key, '@', 1), ':', 2)::uuid
    from seen s join item_party q on q.district_id = district and q.item_id = s.item_id
    where q.key like any(array['owner:%', 'leader:%', 'nodeDuty:%']);
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['guatu_person()', 'guatu_posts()', 'guatu_may(text)', 'guatu_phases(text[])',
    'guatu_reads_all()', 'guatu_keys(text[])', 'guatu_item_may(text, uuid)', 'guatu_named()']
  loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to guatu_app, guatu_system', name);
  end loop;

  -- What the program writes by itself, and what persons were free to do as long as nobody was signed in.
  foreach name in array array['post', 'charge', 'access_rule', 'item_party']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format('grant select, insert, update, delete on %I to guatu_system', name);
  end loop;
  foreach name in array array['district', 'org', 'person', 'playbook_version', 'district_plan', 'item', 'node',
    'item_link', 'fact', 'fact_verification', 'fact_current', 'chain_head', 'event', 'rollup', 'rollup_day',
    'rollup_rule', 'import_mapping', 'import_record']
  loop
    execute format('drop policy %I on %I', name || '_district', name);
    execute format('revoke all on %I from guatu_app', name);
  end loop;

  -- The district bounds every other policy of the person's role.
  foreach name in array array['district', 'org', 'person', 'playbook_version', 'district_plan', 'item', 'node',
    'item_link', 'fact', 'fact_verification', 'fact_current', 'chain_head', 'event', 'rollup', 'rollup_day',
    'rollup_rule', 'import_mapping', 'import_record', 'post', 'charge', 'access_rule', 'item_party']
  loop
    execute format(
      'create policy %I on %I as restrictive to guatu_app
         using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_own_district', name);
    execute format('grant select on %I to guatu_app', name);
  end loop;

  -- The frame of the work is everybody's to see.
  foreach name in array array['district', 'playbook_version', 'district_plan', 'chain_head', 'access_rule']
  loop
    execute format('create policy %I on %I for select to guatu_app using (guatu_person() is not null)',
      name || '_read', name);
  end loop;
end $$;

-- The directory. Which firms and partners a district deals with is told by their names alone, also where a ledger has
-- brought them: others of their kind, and whoever reads no directory, see the district's own units and theirs.
create policy org_read on org for select to guatu_app using (guatu_person() is not null and (
  kind not in ('firm', 'partner', 'unlisted') or (select guatu_may('directory.read'))
  or org_id in (select h.org_id from guatu_posts() h)
  or org_id in (select i.lead_org_id from item i where i.district_id = current_setting('guatu.district', true))));
create policy person_read on person for select to guatu_app using (
  (select guatu_may('directory.read')) or person_id = guatu_person()
  or org_id in (select h.org_id from guatu_posts() h)
  or person_id in (select guatu_named()));
create policy org_insert on org for insert to guatu_app
  with check ((select guatu_may('directory.manage')) or (select guatu_may('import.run')));
create policy org_update on org for update to guatu_app using ((select guatu_may('directory.manage')));
create policy person_insert on person for insert to guatu_app
  with check ((select guatu_may('directory.manage')) or (select guatu_may('import.run')));
create policy person_update on person for update to guatu_app using ((select guatu_may('directory.manage')));
create policy post_read on post for select to guatu_app using (
  person_id = guatu_person() or (select guatu_may('directory.read')) or (select guatu_may('access.explain')));
create policy post_insert on post for insert to guatu_app with check ((select guatu_may('post.manage')));
create policy post_update on post for update to guatu_app using ((select guatu_may('post.manage')));
create policy charge_read on charge for select to guatu_app using (
  person_id = guatu_person() or (select guatu_may('directory.read')) or (select guatu_may('access.explain')));
create policy charge_insert on charge for insert to guatu_app with check ((select guatu_may('charge.manage')));
create policy charge_update on charge for update to guatu_app using ((select guatu_may('charge.manage')));
-- Whoever sets the rules keeps the three administrators apart, from each other and from the work.
create policy access_rule_write on access_rule for all to guatu_app
  using ((select guatu_may('rule.manage'))) with check ((select guatu_may('rule.manage')) and case
    when role = 'systemAdmin' then action in ('directory.read', 'directory.manage', 'account.manage')
    when role = 'securityAdmin' then action in ('directory.read', 'post.manage', 'rule.manage', 'access.explain',
      'account.unlock')
    when role = 'auditAdmin' then action in ('directory.read', 'audit.read')
    else action not in ('directory.manage', 'account.manage', 'post.manage', 'rule.manage', 'account.unlock',
      'audit.read') end);
grant insert, update on org, person, post, charge to guatu_app;
grant insert, update, delete on access_rule to guatu_app;

-- The district's own settings.
create policy district_update on district for update to guatu_app using ((select guatu_may('list.configure')));
create policy district_plan_insert on district_plan for insert to guatu_app
  with check ((select guatu_may('list.configure')));
grant update on district to guatu_app;
grant insert on district_plan to guatu_app;

-- Items: by their phase where a rule covers all of them, else by their keys.
create policy item_party_read on item_party for select to guatu_app using (key = any((select guatu_keys())::text[]));
create policy item_read on item for select to guatu_app using (
  phase = any((select guatu_phases('item.read'))::text[]) or exists (
    select from item_party p where p.district_id = current_setting('guatu.district', true)
      and p.item_id = item.item_id and p.key = any((select guatu_keys('item.read'))::text[])));
create policy item_insert on item for insert to guatu_app with check (
  phase = any((select guatu_phases('item.create'))::text[]) or exists (
    select from item_party p where p.district_id = current_setting('guatu.district', true)
      and p.item_id = item.item_id and p.key = any((select guatu_keys('item.create'))::text[])));
create policy item_update on item for update to guatu_app using (
  phase = any((select guatu_phases('item.edit', 'item.advance', 'item.plan', 'fact.report', 'fact.verify',
    'oversight.open'))::text[]) or exists (
    select from item_party p where p.district_id = current_setting('guatu.district', true)
      and p.item_id = item.item_id and p.key = any((select guatu_keys('item.edit', 'item.advance', 'item.plan',
        'fact.report', 'fact.verify', 'oversight.open'))::text[])))
  with check (true);
grant insert, update on item to guatu_app;

-- What belongs to an item is read with it, and written by whoever may make or touch the item. The item is looked up for
-- each row (`select true`): `exists` would have the planner gather all readable items first, for the sake of a few rows.
do $$
declare
  name text;
  readable text := '(select guatu_reads_all()) or (select true from item i
    where i.district_id = current_setting(''guatu.district'', true) and i.item_id = %I.%I)';
  touchable text := 'exists (select from item i where i.district_id = current_setting(''guatu.district'', true)
    and i.item_id = %1$I.%2$I and (i.phase = any((select guatu_phases(%3$s))::text[]) or exists (select from item_party p
      where p.district_id = current_setting(''guatu.district'', true) and p.item_id = %1$I.%2$I
        and p.key = any((select guatu_keys(%3$s))::text[]))))';
  work text := '''item.create'', ''item.edit'', ''item.advance'', ''item.plan'', ''fact.report'', ''fact.verify'',
    ''oversight.open''';
begin
  foreach name in array array['node', 'fact', 'fact_current']
  loop
    execute format('create policy %I on %I for select to guatu_app using (' || readable || ')',
      name || '_read', name, name, 'item_id');
  end loop;
  execute 'create policy item_link_read on item_link for select to guatu_app using ((' ||
    format(readable, 'item_link', 'from_item_id') || ') and (' || format(readable, 'item_link', 'to_item_id') || '))';
  execute 'create policy node_insert on node for insert to guatu_app with check (' ||
    format(touchable, 'node', 'item_id', work) || ')';
  execute 'create policy node_update on node for update to guatu_app using (' ||
    format(touchable, 'node', 'item_id', work) || ')';
  execute 'create policy item_link_insert on item_link for insert to guatu_app with check (' ||
    format(touchable, 'item_link', 'from_item_id', work) || ')';
  execute 'create policy fact_insert on fact for insert to guatu_app with check (' ||
    format(touchable, 'fact', 'item_id', '''fact.report''') ||
    ' and reported_by_id is not distinct from guatu_person())';
  execute 'create policy fact_verification_insert on fact_verification for insert to guatu_app with check (
    verified_by_id is not distinct from guatu_person() and exists (select from fact f
      where f.district_id = current_setting(''guatu.district'', true) and f.fact_id = fact_verification.fact_id
        and f.reported_by_id is distinct from guatu_person() and ' ||
    format(touchable, 'f', 'item_id', '''fact.verify''') || '))';
end $$;
create policy fact_verification_read on fact_verification for select to guatu_app using (
  (select guatu_reads_all()) or (select true from fact f
    where f.district_id = current_setting('guatu.district', true) and f.fact_id = fact_verification.fact_id));
grant insert, update on node to guatu_app;
grant insert on item_link, fact, fact_verification to guatu_app;

-- The record: with the item that it tells of; the rest by the auditors, and one's own.
create policy event_read on event for select to guatu_app using (
  (select guatu_may('audit.read')) or item_id is null and actor_id = guatu_person()
  or item_id is not null and ((select guatu_reads_all()) or (select true from item i
    where i.district_id = current_setting('guatu.district', true) and i.item_id = event.item_id)));

-- Sums over all items are for those who may read all items; the others sum what they see.
create policy rollup_read on rollup for select to guatu_app using ((select guatu_reads_all()));
create policy rollup_day_read on rollup_day for select to guatu_app using ((select guatu_reads_all()));
create policy rollup_rule_read on rollup_rule for select to guatu_app using ((select guatu_reads_all()));

-- Imports: one's own, or everybody's for those who may read all items.
create policy import_mapping_use on import_mapping for all to guatu_app
  using ((select guatu_may('import.run'))) with check ((select guatu_may('import.run')));
create policy import_record_read on import_record for select to guatu_app
  using (actor_id = guatu_person() or (select guatu_reads_all()));
create policy import_record_insert on import_record for insert to guatu_app
  with check ((select guatu_may('import.run')) and actor_id = guatu_person());
create policy import_record_update on import_record for update to guatu_app
  using ((select guatu_may('import.run')) and (actor_id = guatu_person() or (select guatu_reads_all())));
grant insert, update on import_mapping, import_record to guatu_app;
