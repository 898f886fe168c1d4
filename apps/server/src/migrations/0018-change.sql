-- Frozen baselines and applications for a change of plan. The columns baseline_* of a node stay the baseline in force; a
-- frozen one keeps what was promised when, whatever comes into force after it.

create table baseline (
  district_id text not null,
  item_id uuid not null,
  -- Counted from 1 within the item.
  number smallint not null check (number > 0),
  -- One act may freeze the baselines of many items: they share this id.
  baseline_id uuid not null,
  name text not null check (char_length(name) between 1 and 80),
  reason text,
  frozen_at timestamptz not null,
  frozen_by text not null,
  frozen_by_id uuid,
  -- The item's deadline.
  finish date,
  -- The approved application that it came with.
  change_item_id uuid,
  primary key (district_id, item_id, number),
  foreign key (district_id, item_id) references item on delete cascade
);
create index baseline_act on baseline (district_id, baseline_id);

create table baseline_node (
  district_id text not null,
  item_id uuid not null,
  number smallint not null,
  node_key text not null,
  position smallint not null,
  title text not null,
  planned_start date,
  planned_finish date,
  -- Done by then: nothing is promised of it any more.
  done boolean not null,
  actual_finish date,
  primary key (district_id, item_id, number, node_key),
  foreign key (district_id, item_id, number) references baseline on delete cascade
);

-- What an application asks for, beside its item. `target_item_id` is the item whose plan is to change.
create table change_request (
  district_id text not null,
  item_id uuid not null,
  target_item_id uuid not null,
  -- The plan that was looked at when it was asked.
  base_revision integer not null,
  new_finish date,
  -- Whether the changed plan is frozen as a further baseline.
  rebaseline boolean not null,
  asked_by text not null,
  asked_by_id uuid,
  asked_at timestamptz not null,
  -- What it moves by the engine, at asking and at approval.
  asked_effect jsonb not null,
  -- What it moved when somebody who may approve it last looked at a plan that had changed since.
  seen_effect jsonb,
  approved_at timestamptz,
  approved_effect jsonb,
  -- Shift of the last governed finish that was approved, later is positive.
  approved_workdays integer,
  primary key (district_id, item_id),
  foreign key (district_id, item_id) references item on delete cascade,
  foreign key (district_id, target_item_id) references item on delete cascade,
  check ((approved_at is null) = (approved_effect is null) and (approved_at is null) = (approved_workdays is null))
);
create index change_request_target on change_request (district_id, target_item_id);

create table change_node (
  district_id text not null,
  item_id uuid not null,
  node_key text not null,
  -- Start not earlier than; with `lifts_not_before` the hand-fixed start is taken away.
  not_before date,
  lifts_not_before boolean not null,
  duration_workdays integer check (duration_workdays between 0 and 5000),
  primary key (district_id, item_id, node_key),
  foreign key (district_id, item_id) references change_request on delete cascade,
  check (not_before is null or not lifts_not_before),
  check (not_before is not null or lifts_not_before or duration_workdays is not null)
);

do $$
declare
  name text;
  readable text := '(select guatu_reads_all()) or (select true from item i
    where i.district_id = current_setting(''guatu.district'', true) and i.item_id = %I.%I)';
begin
  foreach name in array array['baseline', 'baseline_node', 'change_request', 'change_node']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format(
      'create policy %I on %I as restrictive to guatu_app using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_own_district', name);
    execute format('grant select, insert on %I to guatu_system', name);
    execute format('grant select on %I to guatu_app', name);
  end loop;
  foreach name in array array['baseline', 'baseline_node']
  loop
    execute format('create policy %I on %I for select to guatu_app using (' || readable || ')',
      name || '_read', name, name, 'item_id');
  end loop;
  -- Who reads a project reads what was asked of its plan.
  execute format('create policy change_request_read on change_request for select to guatu_app using (' || readable ||
    ' or (select true from item t where t.district_id = current_setting(''guatu.district'', true)
      and t.item_id = change_request.target_item_id))', 'change_request', 'item_id');
end $$;
-- Its nodes follow a baseline by themselves: the keeper writes them.
create policy baseline_insert on baseline for insert to guatu_app
  with check (guatu_item_may('item.plan', item_id) or guatu_item_may('change.approve', item_id));
create policy change_request_insert on change_request for insert to guatu_app
  with check (guatu_item_may('item.plan', target_item_id) and asked_by_id is not distinct from guatu_person());
create policy change_request_update on change_request for update to guatu_app
  using (guatu_item_may('item.plan', target_item_id) or guatu_item_may('change.approve', target_item_id));
create policy change_node_read on change_node for select to guatu_app using (exists (select from change_request c
  where c.district_id = change_node.district_id and c.item_id = change_node.item_id));
create policy change_node_insert on change_node for insert to guatu_app with check (exists (select from change_request c
  where c.district_id = change_node.district_id and c.item_id = change_node.item_id
    and guatu_item_may('item.plan', c.target_item_id)));
create policy change_node_delete on change_node for delete to guatu_app using (exists (select from change_request c
  where c.district_id = change_node.district_id and c.item_id = change_node.item_id and c.approved_at is null
    and guatu_item_may('item.plan', c.target_item_id)));

grant insert on baseline, change_request, change_node to guatu_app;
-- What is frozen is never altered: no grant to update or delete a baseline.
grant update (base_revision, new_finish, rebaseline, asked_by, asked_by_id, asked_at, asked_effect, seen_effect, approved_at,
  approved_effect, approved_workdays) on change_request to guatu_app, guatu_system;
grant delete on change_node to guatu_app, guatu_system;
