-- What a playbook declares secret stands beside the item, not in it: whoever reads a row of the list reads a mask. Only
-- the keeper writes here; a person reads the classes that the rules of access give for the item.

alter table item
  add column masks jsonb not null default '{}',
  add column opened boolean not null default false;

alter table item_past
  add column masks jsonb not null default '{}',
  add column opened boolean not null default false;

create table item_secret (
  district_id text not null references district,
  item_id uuid not null,
  class text not null check (class in ('negotiation', 'personal')),
  fields jsonb not null,
  primary key (district_id, item_id, class)
);

-- What an event changed of secret fields. The event itself holds masks and a salted digest of this row, so that the chain
-- proves it without telling it.
create table event_secret (
  district_id text not null references district,
  seq bigint not null,
  item_id uuid not null,
  class text not null check (class in ('negotiation', 'personal')),
  salt text not null,
  changes jsonb not null,
  primary key (district_id, seq, item_id, class)
);

alter table item_secret enable row level security;
create policy item_secret_system on item_secret to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy item_secret_read on item_secret for select to guatu_app
  using (district_id = current_setting('guatu.district', true) and guatu_item_may('secret.' || class, item_id));
grant select, insert, update, delete on item_secret to guatu_system;
grant select on item_secret to guatu_app;

alter table event_secret enable row level security;
create policy event_secret_system on event_secret to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy event_secret_read on event_secret for select to guatu_app
  using (district_id = current_setting('guatu.district', true) and guatu_item_may('secret.' || class, item_id));
grant select, insert on event_secret to guatu_system;
grant select on event_secret to guatu_app;

-- Items of lists that declared fields personal before move their values out of the document.
with declared as (
  select distinct v.district_id, v.playbook_key, f.key
  from playbook_version v, jsonb_each(v.definition -> 'fields') f
  where f.value ->> 'personal' = 'true'
), held as (
  select i.district_id, i.item_id, jsonb_object_agg(d.key, i.fields -> d.key) as fields,
    jsonb_object_agg(d.key, '••••') as masks
  from item i
  join declared d on d.district_id = i.district_id and d.playbook_key = i.playbook_key and i.fields ? d.key
  group by i.district_id, i.item_id
), moved as (
  insert into item_secret select district_id, item_id, 'personal', fields from held
)
update item i set masks = held.masks,
  fields = (select coalesce(jsonb_object_agg(p.key, p.value), '{}') from jsonb_each(i.fields) p where not held.fields ? p.key)
from held where held.district_id = i.district_id and held.item_id = i.item_id;
