-- The kernel's tables. Rules that keep sharding by district possible: district_id is part of every key, no trigger, no
-- sequence; events, projections and roll-ups are written by the store in one transaction.

do $$
begin
  if not exists (select from pg_roles where rolname = 'guatu_app') then
    create role guatu_app nologin noinherit nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just before
end $$;
do $$
begin
  execute format('grant guatu_app to %I', current_user);
exception when others then null; -- a superuser may act as any role without being a member
end $$;

create table district (
  district_id text primary key check (district_id ~ '^[0-9]{6}$'),
  name text not null,
  short_name text not null,
  demonstration boolean not null default false,
  -- The day that lamps, roll-ups and figures stand for.
  day date not null,
  area_map jsonb,
  created_at timestamptz not null
);

create table org (
  district_id text not null references district,
  org_id uuid not null,
  parent_id uuid,
  kind text not null,
  name text not null,
  short_name text,
  area_code text,
  assessed boolean not null,
  position integer not null,
  search_text text not null,
  demonstration boolean not null,
  primary key (district_id, org_id),
  foreign key (district_id, parent_id) references org,
  unique (district_id, name)
);

create table person (
  district_id text not null references district,
  person_id uuid not null,
  org_id uuid,
  name text not null,
  post text,
  search_text text not null,
  demonstration boolean not null,
  primary key (district_id, person_id),
  foreign key (district_id, org_id) references org
);

-- A definition as it was when an item pinned it.
create table playbook_version (
  district_id text not null references district,
  playbook_key text not null,
  version integer not null,
  definition jsonb not null,
  primary key (district_id, playbook_key, version)
);

-- Every edition of the district's node template and thresholds; revision 0 is the playbook's own and has no row.
create table district_plan (
  district_id text not null references district,
  playbook_key text not null,
  revision integer not null check (revision > 0),
  plan jsonb not null,
  primary key (district_id, playbook_key, revision)
);

create table item (
  district_id text not null references district,
  item_id uuid not null,
  playbook_key text not null,
  playbook_version integer not null,
  -- Edition of the district's plan that the nodes were laid from.
  plan_revision integer not null,
  revision integer not null check (revision > 0),
  stage_index smallint not null,
  lamp_rank smallint not null check (lamp_rank between 0 and 5),
  figures_year smallint not null,
  lit_on date not null,
  settled boolean not null,
  has_blockers boolean not null,
  feasible boolean not null,
  shortfall_workdays integer not null,
  planned_start date,
  deadline date,
  lead_org_id uuid,
  owner_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  amount_cny numeric(22, 2),
  plan_cny numeric(22, 2),
  done_cny numeric(22, 2),
  verified_cny numeric(22, 2),
  behind_points numeric(14, 2),
  land_area_mu numeric(16, 4),
  stage text not null,
  lamp text not null,
  area_code text,
  industry_code text,
  title text not null,
  -- Pinyin of the title: names are sorted as they are read.
  title_key text not null,
  rules text[] not null,
  search_text text not null,
  lamp_reasons jsonb not null,
  fields jsonb not null,
  -- Null: as the pinned edition of the plan says.
  links jsonb,
  source jsonb not null,
  primary key (district_id, item_id),
  foreign key (district_id, playbook_key, playbook_version) references playbook_version,
  foreign key (district_id, lead_org_id) references org,
  foreign key (district_id, owner_id) references person
) with (toast_tuple_target = 128, fillfactor = 85);
-- Documents live beside the row, so that counting and sorting 100,000 items reads narrow rows only.
alter table item
  alter column title set storage main,
  alter column title_key set storage main,
  alter column stage set storage main,
  alter column lamp set storage main,
  alter column area_code set storage main,
  alter column industry_code set storage main,
  alter column rules set storage main,
  alter column amount_cny set storage main,
  alter column plan_cny set storage main,
  alter column done_cny set storage main,
  alter column verified_cny set storage main,
  alter column behind_points set storage main,
  alter column land_area_mu set storage main,
  alter column playbook_key set storage main,
  alter column district_id set storage main,
  alter column search_text set storage external,
  alter column lamp_reasons set storage external,
  alter column fields set storage external,
  alter column links set storage external,
  alter column source set storage external;

create index item_title on item (district_id, playbook_key, title_key, item_id);
create index item_stage on item (district_id, playbook_key, stage_index, item_id);
create index item_lamp on item (district_id, playbook_key, lamp_rank, item_id);
create index item_area on item (district_id, playbook_key, area_code, item_id);
create index item_lead_org on item (district_id, playbook_key, lead_org_id, item_id);
create index item_owner on item (district_id, playbook_key, owner_id, item_id);
create index item_updated on item (district_id, playbook_key, updated_at, item_id);
create index item_start on item (district_id, playbook_key, planned_start, item_id);
create index item_deadline on item (district_id, playbook_key, deadline, item_id);
create index item_amount on item (district_id, playbook_key, amount_cny, item_id);
create index item_plan on item (district_id, playbook_key, plan_cny, item_id);
create index item_done on item (district_id, playbook_key, done_cny, item_id);
create index item_behind on item (district_id, playbook_key, behind_points, item_id);
-- What is unknown comes last in both directions.
create index item_start_desc on item (district_id, playbook_key, planned_start desc nulls last, item_id desc);
create index item_deadline_desc on item (district_id, playbook_key, deadline desc nulls last, item_id desc);
create index item_amount_desc on item (district_id, playbook_key, amount_cny desc nulls last, item_id desc);
create index item_plan_desc on item (district_id, playbook_key, plan_cny desc nulls last, item_id desc);
create index item_done_desc on item (district_id, playbook_key, done_cny desc nulls last, item_id desc);
create index item_behind_desc on item (district_id, playbook_key, behind_points desc nulls last, item_id desc);
create index item_search on item (district_id, playbook_key, search_text, item_id);
create index item_lit_on on item (district_id, lit_on, item_id) where not settled;

-- Nodes and figures come by the million: the store, their only writer, keeps them tied to their item.
create table node (
  district_id text not null,
  item_id uuid not null,
  node_key text not null,
  position smallint not null,
  duration_workdays integer not null,
  float_workdays integer,
  planned_start date,
  planned_finish date,
  baseline_start date,
  baseline_finish date,
  actual_start date,
  actual_finish date,
  not_before date,
  owner_id uuid,
  lead_org_id uuid,
  leader_id uuid,
  critical boolean not null,
  -- Null while not done; otherwise how that is known.
  done_basis text check (done_basis in ('reported', 'stage')),
  lamp text not null,
  stage text not null,
  -- Null: as the pinned edition of the plan says.
  title text,
  standard text,
  primary key (district_id, item_id, node_key)
);

create table item_link (
  district_id text not null,
  from_item_id uuid not null,
  to_item_id uuid not null,
  kind text not null,
  primary key (district_id, from_item_id, to_item_id, kind),
  foreign key (district_id, from_item_id) references item on delete cascade,
  foreign key (district_id, to_item_id) references item on delete cascade
);
create index item_link_to on item_link (district_id, to_item_id);

create table fact (
  district_id text not null,
  fact_id uuid not null,
  item_id uuid not null,
  metric text not null,
  period text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
  value numeric(22, 2) not null,
  currency text,
  source jsonb not null,
  evidence text,
  reported_by text not null,
  reported_at timestamptz not null,
  primary key (district_id, fact_id)
);
create index fact_item on fact (district_id, item_id, metric, period);

create table fact_verification (
  district_id text not null,
  fact_id uuid not null,
  verified_by text not null,
  verified_at timestamptz not null,
  evidence text,
  primary key (district_id, fact_id)
);

-- The latest figure, and the latest verified one, of each item, metric and period.
create table fact_current (
  district_id text not null,
  item_id uuid not null,
  metric text not null,
  period text not null,
  fact_id uuid not null,
  value numeric(22, 2) not null,
  currency text,
  verified_fact_id uuid,
  verified_value numeric(22, 2),
  primary key (district_id, item_id, metric, period)
);

create table chain_head (
  district_id text primary key references district,
  seq bigint not null,
  hash text not null
);

create table event (
  district_id text not null references district,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  verb text not null,
  item_id uuid,
  data jsonb not null,
  reason text,
  hash text not null,
  primary key (district_id, seq)
);
create index event_item on event (district_id, item_id, seq);
create index event_at on event (district_id, at, seq);

-- '' stands for no area, the nil id for no lead unit: a key has no nulls.
create table rollup (
  district_id text not null references district,
  playbook_key text not null,
  year smallint not null,
  area_code text not null,
  stage text not null,
  lamp text not null,
  lead_org_id uuid not null,
  items bigint not null,
  amount_cny numeric not null,
  plan_cny numeric not null,
  done_cny numeric not null,
  verified_cny numeric not null,
  large_items bigint not null,
  with_blockers bigint not null,
  no_lead_org bigint not null,
  no_deadline bigint not null,
  no_plan bigint not null,
  no_owner bigint not null,
  primary key (district_id, playbook_key, year, area_code, stage, lamp, lead_org_id)
);

-- What the roll-up was at the end of a day.
create table rollup_day (
  district_id text not null references district,
  day date not null,
  playbook_key text not null,
  area_code text not null,
  stage text not null,
  lamp text not null,
  items bigint not null,
  amount_cny numeric not null,
  plan_cny numeric not null,
  done_cny numeric not null,
  verified_cny numeric not null,
  primary key (district_id, playbook_key, day, area_code, stage, lamp)
);

-- Counts of items by lit rule, for the grounds of lamps.
create table rollup_rule (
  district_id text not null references district,
  playbook_key text not null,
  area_code text not null,
  lamp text not null,
  rule text not null,
  items bigint not null,
  primary key (district_id, playbook_key, area_code, lamp, rule)
);

do $$
declare
  name text;
begin
  foreach name in array array['district', 'org', 'person', 'playbook_version', 'district_plan', 'item', 'node',
    'item_link', 'fact', 'fact_verification', 'fact_current', 'chain_head', 'event', 'rollup', 'rollup_day',
    'rollup_rule']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_app using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_district', name);
    execute format('grant select, insert on %I to guatu_app', name);
  end loop;
  foreach name in array array['district', 'org', 'person', 'item', 'node', 'item_link', 'fact_current', 'chain_head',
    'rollup', 'rollup_day', 'rollup_rule']
  loop
    execute format('grant update, delete on %I to guatu_app', name);
  end loop;
end $$;
