-- Whom problems, orders and applications concern, and what the rules of access say of them. They are phases of their own
-- beside those of the projects, so that rules and policies go by them as they do by talks.

create or replace function guatu_reads_all() returns boolean
  language plpgsql stable parallel safe set search_path = public, pg_temp as $$
begin
  return guatu_phases('item.read') @> array['negotiation', 'delivery', 'performance', 'ended', 'problem', 'supervision',
    'application'];
end
$$;

-- Keys of the items that the person may do one of the actions to.
create or replace function guatu_keys(variadic wanted text[] default '{}') returns text[]
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
      where g.relation in ('lead', 'cooperating', 'supervising', 'team', 'nodeDuty', 'firm', 'partner', 'raiser',
        'issuer')
    union all select relation || ':' || self_id, phases from granted
      where relation in ('owner', 'leader', 'team', 'nodeDuty', 'raiser', 'issuer')
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

-- Who answers for the items that the person reads: owners, leaders, persons on nodes, and who raised or issued them.
-- Their names are told with them.
create or replace function guatu_named() returns setof uuid
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
    where q.key like any(array['owner:%', 'leader:%', 'nodeDuty:%', 'raiser:%', 'issuer:%']);
end
$$;

-- A rule that a district has taken back stays so; what is of its own kind comes to every district.
with granted (role, relation, phases, actions) as (
  values
    ('districtOffice', 'all', '{negotiation,delivery,performance,ended,problem,supervision,application}', '{change.approve,exemption.grant}'),
    ('town', 'raiser', '{problem,application}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('town', 'cooperating', '{problem,supervision,application}', '{item.advance}'),
    ('department', 'raiser', '{problem,application}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('department', 'cooperating', '{problem,supervision,application}', '{item.advance}'),
    ('department', 'supervising', '{negotiation,delivery,performance,ended}', '{change.approve,exemption.grant}'),
    ('department', 'supervising', '{problem,supervision,application}', '{item.edit,item.advance}'),
    ('department', 'issuer', '{supervision}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('projectTeam', 'raiser', '{problem,application}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('leader', 'raiser', '{problem}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('leader', 'issuer', '{supervision}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('leader', 'owner', '{supervision}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('leader', 'charge', '{negotiation,delivery,performance,ended}', '{change.approve,exemption.grant}'),
    ('leader', 'charge', '{problem,supervision,application}', '{item.advance}'),
    ('leader', 'leader', '{negotiation,delivery,performance,ended}', '{change.approve,exemption.grant}'),
    ('leader', 'leader', '{problem,supervision,application}', '{item.advance}'),
    ('supervisor', 'all', '{problem,supervision}', '{item.edit,item.advance}'),
    ('supervisor', 'raiser', '{problem}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('supervisor', 'issuer', '{supervision}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('firm', 'raiser', '{problem}', '{item.create,item.read,item.edit,item.advance,evidence.add,secret.personal}')
)
insert into access_rule (district_id, role, action, relation, phases)
  select distinct r.district_id, g.role, wanted, g.relation, g.phases::text[]
    from access_rule r cross join granted g cross join unnest(g.actions::text[]) wanted
  on conflict (district_id, role, action, relation) do update
    set phases = access_rule.phases || excluded.phases;
with granted (role, relation, phases, actions) as (
  values
    ('districtOffice', 'all', '{problem,supervision,application}', '{item.read,item.create,item.edit,item.advance,item.plan,fact.report,evidence.add,secret.negotiation,secret.personal,fact.verify,oversight.open,import.run,list.configure,directory.read,charge.manage,access.explain}'),
    ('town', 'lead', '{problem,supervision,application}', '{item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('town', 'owner', '{problem,supervision,application}', '{item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('town', 'cooperating', '{problem,supervision,application}', '{item.read,evidence.add}'),
    ('town', 'all', '{problem}', '{item.read}'),
    ('town', 'all', '{problem,supervision,application}', '{import.run,directory.read}'),
    ('department', 'lead', '{problem,supervision,application}', '{item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('department', 'owner', '{problem,supervision,application}', '{item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('department', 'cooperating', '{problem,supervision,application}', '{item.read,evidence.add}'),
    ('department', 'all', '{problem}', '{item.read}'),
    ('department', 'all', '{problem,supervision,application}', '{import.run,directory.read}'),
    ('department', 'supervising', '{problem,supervision,application}', '{item.read,evidence.add,secret.personal}'),
    ('projectTeam', 'team', '{problem,supervision,application}', '{item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('projectTeam', 'owner', '{problem,supervision,application}', '{item.read,item.edit,item.advance,evidence.add,secret.personal}'),
    ('projectTeam', 'all', '{problem,supervision,application}', '{directory.read}'),
    ('leader', 'all', '{problem,supervision,application}', '{item.read,directory.read}'),
    ('leader', 'charge', '{problem,supervision,application}', '{evidence.add}'),
    ('leader', 'leader', '{problem,supervision,application}', '{evidence.add}'),
    ('supervisor', 'all', '{problem,supervision,application}', '{item.read,evidence.add,directory.read,access.explain}'),
    ('verifier', 'all', '{problem,supervision,application}', '{item.read,fact.verify,evidence.add,directory.read}'),
    ('assessor', 'all', '{problem,supervision,application}', '{item.read,directory.read}'),
    ('deputy', 'opened', '{problem,supervision,application}', '{item.read}'),
    ('firm', 'firm', '{problem}', '{item.read,evidence.add}'),
    ('systemAdmin', 'all', '{problem,supervision,application}', '{directory.read,directory.manage,account.manage}'),
    ('securityAdmin', 'all', '{problem,supervision,application}', '{directory.read,post.manage,rule.manage,access.explain,account.unlock}'),
    ('auditAdmin', 'all', '{problem,supervision,application}', '{directory.read,audit.read}')
)
update access_rule r set phases = r.phases || g.phases::text[]
  from granted g where g.role = r.role and g.relation = r.relation and r.action = any(g.actions::text[]);

-- Approving a change moves the plan, and granting an exemption puts a lamp out: both touch the item.
drop policy item_update on item;
create policy item_update on item for update to guatu_app using (
  phase = any((select guatu_phases('item.edit', 'item.advance', 'item.plan', 'fact.report', 'fact.verify',
    'oversight.open', 'change.approve', 'exemption.grant'))::text[]) or exists (
    select from item_party p where p.district_id = current_setting('guatu.district', true)
      and p.item_id = item.item_id and p.key = any((select guatu_keys('item.edit', 'item.advance', 'item.plan',
        'fact.report', 'fact.verify', 'oversight.open', 'change.approve', 'exemption.grant'))::text[])))
  with check (true);
drop policy node_insert on node;
drop policy node_update on node;
drop policy item_link_insert on item_link;
do $$
declare
  touchable text := 'exists (select from item i where i.district_id = current_setting(''guatu.district'', true)
    and i.item_id = %1$I.%2$I and (i.phase = any((select guatu_phases(%3$s))::text[]) or exists (select from item_party p
      where p.district_id = current_setting(''guatu.district'', true) and p.item_id = %1$I.%2$I
        and p.key = any((select guatu_keys(%3$s))::text[]))))';
  work text := '''item.create'', ''item.edit'', ''item.advance'', ''item.plan'', ''fact.report'', ''fact.verify'',
    ''oversight.open'', ''change.approve'', ''exemption.grant''';
begin
  execute 'create policy node_insert on node for insert to guatu_app with check (' ||
    format(touchable, 'node', 'item_id', work) || ')';
  execute 'create policy node_update on node for update to guatu_app using (' ||
    format(touchable, 'node', 'item_id', work) || ')';
  execute 'create policy item_link_insert on item_link for insert to guatu_app with check (' ||
    format(touchable, 'item_link', 'from_item_id', work) || ')';
end $$;

-- Of a planned item: what is there of what makes it ripe, in percent.
alter table item add column maturity_percent smallint;
alter table item_past add column maturity_percent smallint;
