-- The record: which digest a district's chain is made with, what was read of what is secret, and ways into millions of
-- events.

alter table chain_head add column algorithm text not null default 'sha256' check (algorithm in ('sha256', 'sm3'));

-- Whom the record of sensitive reads concerns: one event tells of a whole page or file, this finds it by the item.
create table sensitive_read (
  district_id text not null references district,
  item_id uuid not null,
  seq bigint not null,
  primary key (district_id, item_id, seq)
);

alter table sensitive_read enable row level security;
create policy sensitive_read_system on sensitive_read to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
grant select, insert on sensitive_read to guatu_system;
create policy sensitive_read_audit on sensitive_read for select to guatu_app
  using (district_id = current_setting('guatu.district', true) and (select guatu_may('audit.read')));
grant select on sensitive_read to guatu_app;

-- The audit page filters by these and pages by the place in the chain.
create index event_verb on event (district_id, verb, seq);
create index event_person on event (district_id, actor_id, seq) where actor_id is not null;
create index event_actor on event (district_id, actor, seq);
create index event_post on event (district_id, post, seq) where post is not null;
create index event_origin on event (district_id, origin, seq) where origin is not null;
create index event_reason on event (district_id, seq) where reason is not null;
