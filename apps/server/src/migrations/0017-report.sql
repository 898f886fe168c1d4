-- Reports of progress: what is said of an item, or of one of its nodes, for a month. Its figures are facts.

alter table node add column percent_done smallint check (percent_done between 0 and 100);
alter table node_past add column percent_done smallint;
alter table fact add column report_id uuid;

create table report (
  district_id text not null references district,
  -- Given by the sender: what is sent twice is written once.
  report_id uuid not null,
  item_id uuid not null,
  -- Null: of the item as a whole.
  node_key text,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  percent smallint check (percent between 0 and 100),
  done boolean not null,
  started_on date,
  finished_on date,
  text text not null,
  -- What was said of figures: metric, period, value, currency, and the fact that holds it.
  figures jsonb not null,
  evidence_ids uuid[] not null,
  -- Why something falls, or differs from what it adds up to.
  explanation text,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  accuracy_m real,
  -- Of the node as it was before: a return gives it back.
  node_before jsonb,
  -- Text and figures are those of the month before.
  same_as_previous boolean not null,
  -- The returned report that this one is sent in the place of.
  replaces_id uuid,
  -- By the sender's own clock.
  made_at timestamptz not null,
  received_at timestamptz not null,
  reported_by text not null,
  reported_by_id uuid,
  reported_org_id uuid,
  state text not null check (state in ('sent', 'received', 'returned', 'verified')),
  decided_by text,
  decided_by_id uuid,
  decided_at timestamptz,
  -- Why it was returned.
  reason text,
  primary key (district_id, report_id),
  check ((lon is null) = (lat is null)),
  check (state <> 'returned' or reason is not null)
);
create index report_item on report (district_id, item_id, month, received_at);
create index report_month on report (district_id, month, state);
create unique index report_replaces on report (district_id, replaces_id) where replaces_id is not null;

-- Every state that a report was in, since when and by whom: what a reader of the past sees.
create table report_state (
  district_id text not null references district,
  report_id uuid not null,
  ordinal smallint not null check (ordinal >= 0),
  item_id uuid not null,
  state text not null check (state in ('sent', 'received', 'returned', 'verified')),
  at timestamptz not null,
  by_name text not null,
  by_id uuid,
  reason text,
  primary key (district_id, report_id, ordinal)
);

do $$
declare
  name text;
begin
  foreach name in array array['report', 'report_state']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format(
      'create policy %I on %I as restrictive to guatu_app using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_own_district', name);
    -- Read with the item.
    execute format(
      'create policy %I on %I for select to guatu_app using ((select guatu_reads_all()) or (select true from item i
         where i.district_id = current_setting(''guatu.district'', true) and i.item_id = %I.item_id))',
      name || '_read', name, name);
    execute format('grant select, insert on %I to guatu_app, guatu_system', name);
  end loop;
end $$;

-- Four eyes: whoever sent a report is not the one who decides on it.
create policy report_insert on report for insert to guatu_app
  with check (guatu_item_may('fact.report', item_id) and reported_by_id is not distinct from guatu_person()
    and state = 'sent');
create policy report_update on report for update to guatu_app
  using (guatu_item_may('fact.verify', item_id) and reported_by_id is distinct from guatu_person())
  with check (decided_by_id is not distinct from guatu_person());
create policy report_state_insert on report_state for insert to guatu_app
  with check (by_id is not distinct from guatu_person() and case when state = 'sent'
    then guatu_item_may('fact.report', item_id) else guatu_item_may('fact.verify', item_id) end);
grant update (state, decided_by, decided_by_id, decided_at, reason) on report to guatu_app, guatu_system;
