-- The way of items through their stages and hands, the clocks that run on it, and links between items that can be ended.
-- All are projections of events, written in their transaction.

-- One stage in the hands of the same units. The last has no end.
create table stay (
  district_id text not null references district,
  item_id uuid not null,
  ordinal integer not null check (ordinal >= 0),
  stage text not null,
  lead_org_id uuid,
  -- Units by the relation that time is charged by: {"lead": "...", "raiser": "..."}.
  units jsonb not null default '{}',
  -- It began with the item or by a move; else the item only passed into other hands.
  entered boolean not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  -- What of the item the move that began it is one more of: a hand-over, a reopening.
  counts text check (counts in ('handOver', 'reopening', 'extension', 'rejection', 'return')),
  reason text,
  by_name text not null,
  by_id uuid,
  primary key (district_id, item_id, ordinal),
  foreign key (district_id, item_id) references item on delete cascade,
  check (left_at >= entered_at)
);
create unique index stay_open on stay (district_id, item_id) where left_at is null;

-- A clock stopped for a ground that its list knows (法定不计时); charged to nobody.
create table pause (
  district_id text not null references district,
  item_id uuid not null,
  clock text not null,
  ordinal integer not null check (ordinal >= 0),
  ground text not null,
  text text not null check (char_length(text) between 1 and 1000),
  from_at timestamptz not null,
  to_at timestamptz,
  -- The item's own date that the clock went by when it was stopped; it moves on by the pause unless another was set since.
  until_day date,
  by_name text not null,
  by_id uuid,
  primary key (district_id, item_id, clock, ordinal),
  foreign key (district_id, item_id) references item on delete cascade,
  check (to_at >= from_at)
);
create unique index pause_open on pause (district_id, item_id, clock) where to_at is null;

-- How clocks stood when the item was last judged.
create table clock (
  district_id text not null references district,
  item_id uuid not null,
  key text not null,
  state text not null check (state in ('idle', 'running', 'paused', 'stopped')),
  -- Minutes of working time.
  spent_minutes integer not null,
  limit_minutes integer,
  due_at timestamptz,
  overdue boolean not null,
  warns boolean not null,
  charged_org_id uuid,
  judged_at timestamptz not null,
  -- When time alone will have it stand otherwise: the item is judged anew by then.
  next_change_at timestamptz,
  primary key (district_id, item_id, key),
  foreign key (district_id, item_id) references item on delete cascade
);
create index clock_next on clock (district_id, next_change_at) where next_change_at is not null;
create index clock_due on clock (district_id, due_at) where state = 'running';

do $$
declare
  name text;
begin
  foreach name in array array['stay', 'pause', 'clock']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format(
      'create policy %I on %I as restrictive to guatu_app using (district_id = current_setting(''guatu.district'', true))',
      name || '_own_district', name);
    -- Read with the item; written by the program alone, which follows the events.
    execute format(
      'create policy %I on %I for select to guatu_app using ((select guatu_reads_all()) or (select true from item i
         where i.district_id = current_setting(''guatu.district'', true) and i.item_id = %I.item_id))',
      name || '_read', name, name);
    execute format('grant select, insert, update on %I to guatu_system', name);
    execute format('grant select on %I to guatu_app', name);
  end loop;
end $$;

-- What is on the lists already stands where it stands since it came; earlier moves are in the record.
insert into stay (district_id, item_id, ordinal, stage, lead_org_id, units, entered, entered_at, by_name)
  select district_id, item_id, 0, stage, lead_org_id,
    case when lead_org_id is null then '{}'::jsonb else jsonb_build_object('lead', lead_org_id) end, true, created_at,
    'system'
  from item;

-- The rung of the ladder that an item has climbed to by itself.
alter table item add column escalated_to text check (escalated_to in ('town', 'department', 'leader', 'joint'));
alter table item_past add column escalated_to text;

-- Offices' hours where they differ from the usual ones.
alter table district add column working_hours jsonb;

-- A link can name a node of the other item, is known since an instant, and can be ended; what was, stays.
alter table item_link
  add column link_id uuid not null default gen_random_uuid(),
  add column node_key text,
  add column added_at timestamptz not null default 'epoch',
  add column added_by text not null default 'system',
  add column removed_at timestamptz,
  add column removed_by text,
  drop constraint item_link_pkey,
  add primary key (district_id, link_id);
alter table item_link
  alter column link_id drop default,
  alter column added_at drop default,
  alter column added_by drop default;
create unique index item_link_standing on item_link (district_id, from_item_id, kind, to_item_id, coalesce(node_key, ''))
  where removed_at is null;
create index item_link_from on item_link (district_id, from_item_id);
create policy item_link_end on item_link for update to guatu_app
  using (guatu_item_may('item.edit', from_item_id) or guatu_item_may('item.advance', from_item_id));
revoke update on item_link from guatu_app;
grant update (removed_at, removed_by) on item_link to guatu_app;
