-- What was known at a past moment: a row that is superseded moves here with the span of time in which it stood.

alter table item
  -- Since when the row says what it says, but for what every passing day moves.
  add column known_from timestamptz,
  -- The day that it was lit by then.
  add column lit_from date;
-- What an item was before its last change was not kept until here.
update item set lit_from = lit_on, known_from = case when revision = 1 then created_at else updated_at end;
alter table item alter column known_from set not null, alter column lit_from set not null;

-- Null: since its item came.
alter table node add column known_from timestamptz;

-- An edition is known from its event on.
alter table district_plan add column saved_at timestamptz;
update district_plan p set saved_at = coalesce(
  (select min(e.at) from event e where e.district_id = p.district_id and e.verb = 'plan.edited'
    and e.data->>'playbook' = p.playbook_key and (e.data->>'revision')::integer = p.revision),
  'epoch');
alter table district_plan alter column saved_at set not null;

create table item_past (
  like item including storage,
  known_to timestamptz not null,
  -- Of an item that was removed: the ties that it had, as keys of `item_party`; else they stand there.
  parties text[] not null default '{}',
  primary key (district_id, item_id, known_to)
) with (toast_tuple_target = 128);
-- A moment lies between two bounds: near to now the first is the narrower one, long ago the second.
create index item_past_to on item_past (district_id, playbook_key, known_to);
create index item_past_from on item_past (district_id, playbook_key, known_from);

create table node_past (
  like node including storage,
  known_to timestamptz not null,
  primary key (district_id, item_id, node_key, known_to)
);
alter table node_past alter column known_from set not null;

do $$
declare
  name text;
begin
  foreach name in array array['item_past', 'node_past']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format('grant select, insert, update on %I to guatu_system', name);
    execute format('grant select on %I to guatu_app', name);
  end loop;
end $$;

-- Who reads the past is judged as he stands to the item today, and the item by the phase that it was in: what was said in
-- talks stays with those who may see talks, even when the project is signed since.
create policy item_past_read on item_past for select to guatu_app using (
  district_id = current_setting('guatu.district', true) and (
    phase = any((select guatu_phases('item.read'))::text[])
    or parties && (select guatu_keys('item.read'))
    or exists (select from item_party p
      where p.district_id = current_setting('guatu.district', true) and p.item_id = item_past.item_id
        and split_part(p.key, '@', 1) || '@' || item_past.phase = any((select guatu_keys('item.read'))::text[]))));
create policy node_past_read on node_past for select to guatu_app using (
  district_id = current_setting('guatu.district', true) and (
    (select guatu_reads_all())
    or exists (select from item i where i.district_id = current_setting('guatu.district', true)
      and i.item_id = node_past.item_id and i.known_from < node_past.known_to)
    or exists (select from item_past p where p.district_id = current_setting('guatu.district', true)
      and p.item_id = node_past.item_id
      and p.known_from < node_past.known_to and p.known_to > node_past.known_from)));

-- So is the record: an event of a time whose version of the item somebody may not read is not his to read either. What
-- has no past is judged as the item is.
create function guatu_had_past(item uuid, moment timestamptz) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select exists (select from item_past p where p.district_id = current_setting('guatu.district', true)
    and p.item_id = item and p.known_from <= moment and p.known_to > moment)
$$;
revoke all on function guatu_had_past(uuid, timestamptz) from public;
grant execute on function guatu_had_past(uuid, timestamptz) to guatu_app, guatu_system;
drop policy event_read on event;
create policy event_read on event for select to guatu_app using (
  (select guatu_may('audit.read')) or item_id is null and actor_id = guatu_person()
  or item_id is not null and ((select guatu_reads_all()) or exists (select from item i
    where i.district_id = current_setting('guatu.district', true) and i.item_id = event.item_id
      and (event.at >= i.known_from or not guatu_had_past(event.item_id, event.at)
        or exists (select from item_past p where p.district_id = current_setting('guatu.district', true)
          and p.item_id = event.item_id and p.known_from <= event.at and p.known_to > event.at)))));

-- Events that concern no item are for the audit; these two answers of theirs are for everybody who reads the past.
create function guatu_day_at(moment timestamptz) returns date
  language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select (data->>'to')::date from event where district_id = current_setting('guatu.district', true)
      and verb = 'day.turned' and at <= moment order by seq desc limit 1),
    (select (data->>'from')::date from event where district_id = current_setting('guatu.district', true)
      and verb = 'day.turned' order by seq limit 1),
    (select day from district where district_id = current_setting('guatu.district', true)))
$$;
create function guatu_first_known() returns timestamptz
  language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select min(at) from event where district_id = current_setting('guatu.district', true)
$$;
do $$
declare
  name text;
begin
  foreach name in array array['guatu_day_at(timestamptz)', 'guatu_first_known()']
  loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to guatu_app, guatu_system', name);
  end loop;
end $$;
