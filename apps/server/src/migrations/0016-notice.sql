-- Telling people. Notices are written from the record by the program; each person reads and marks his own. What goes out
-- by mail or webhook is a row of its own until it is delivered or given up. The queue's jobs, in a schema of its own, only
-- say when to look at these rows.

create table notice (
  district_id text not null references district,
  notice_id uuid not null,
  person_id uuid not null,
  -- The event that it tells of, and the span of events that it stands for.
  event_seq bigint not null,
  first_seq bigint not null,
  last_seq bigint not null,
  kind text not null,
  -- Null: of no single item.
  item_id uuid,
  -- Words in both languages, titles, who did it and why.
  data jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- Dealt with: nothing is asked of the person any more.
  done boolean not null default false,
  primary key (district_id, notice_id),
  unique (district_id, person_id, event_seq, kind),
  foreign key (district_id, person_id) references person on delete cascade,
  check (first_seq <= event_seq and event_seq <= last_seq)
);
create index notice_inbox on notice (district_id, person_id, notice_id desc);
create index notice_unread on notice (district_id, person_id) where read_at is null;
create index notice_item on notice (district_id, person_id, item_id) where item_id is not null;

-- Up to which event notices are written: moved in the transaction that writes them.
create table notice_position (
  district_id text primary key references district,
  seq bigint not null
);
-- A district that is older than its inbox starts with what comes.
insert into notice_position select district_id, seq from chain_head;

create table notice_preference (
  district_id text not null references district,
  person_id uuid not null,
  preference jsonb not null,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person on delete cascade
);

create table webhook (
  district_id text not null references district,
  webhook_id uuid not null,
  name text not null,
  shape text not null check (shape in ('dingtalk', 'wecom', 'feishu', 'json')),
  host text not null,
  -- Address and secret, encrypted with a key that the database does not hold.
  sealed_address text not null,
  sealed_secret text,
  kinds text[] not null,
  enabled boolean not null,
  quiet boolean not null,
  revision integer not null check (revision > 0),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (district_id, webhook_id)
);

create table notice_delivery (
  district_id text not null references district,
  delivery_id uuid not null,
  channel text not null check (channel in ('mail', 'webhook')),
  purpose text not null check (purpose in ('notice', 'digest', 'test')),
  person_id uuid,
  webhook_id uuid,
  -- What it is the only one of: a notice, a person's day, an event at a webhook.
  once text not null,
  kind text,
  message jsonb not null,
  state text not null check (state in ('waiting', 'sent', 'givenUp', 'dropped')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  -- Somebody is at it until then; whoever was killed lets it go by that.
  claimed_until timestamptz,
  last_error text,
  sent_at timestamptz,
  primary key (district_id, delivery_id),
  unique (district_id, once),
  foreign key (district_id, person_id) references person on delete cascade,
  foreign key (district_id, webhook_id) references webhook,
  check ((channel = 'mail') = (person_id is not null)),
  check ((channel = 'webhook') = (webhook_id is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index notice_delivery_due on notice_delivery (district_id, next_at) where state = 'waiting';
create index notice_delivery_state on notice_delivery (district_id, state, delivery_id desc);

-- One secret address for each person, by its hash.
create table calendar_feed (
  district_id text not null references district,
  person_id uuid not null,
  token_hash text not null,
  made_at timestamptz not null,
  last_read_at timestamptz,
  primary key (district_id, person_id),
  unique (district_id, token_hash),
  foreign key (district_id, person_id) references person on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['notice', 'notice_position', 'notice_preference', 'webhook', 'notice_delivery',
    'calendar_feed']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format(
      'create policy %I on %I as restrictive to guatu_app using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_own_district', name);
    execute format('grant select, insert, update, delete on %I to guatu_system', name);
  end loop;
end $$;

create policy notice_read on notice for select to guatu_app using (person_id = guatu_person());
create policy notice_mark on notice for update to guatu_app using (person_id = guatu_person())
  with check (person_id = guatu_person());
grant select on notice to guatu_app;
grant update (read_at, done) on notice to guatu_app;

create policy notice_preference_own on notice_preference to guatu_app using (person_id = guatu_person())
  with check (person_id = guatu_person());
grant select, insert, update on notice_preference to guatu_app;

create policy calendar_feed_own on calendar_feed to guatu_app using (person_id = guatu_person())
  with check (person_id = guatu_person());
grant select, insert, update, delete on calendar_feed to guatu_app;

create policy webhook_keep on webhook to guatu_app using ((select guatu_may('list.configure')))
  with check ((select guatu_may('list.configure')));
grant select, insert, update on webhook to guatu_app;

-- Whoever keeps the channels sees that something goes out and whether it arrives, never what it says to whom else.
create policy notice_delivery_keep on notice_delivery to guatu_app using ((select guatu_may('list.configure')))
  with check ((select guatu_may('list.configure')));
grant select (district_id, delivery_id, channel, purpose, person_id, webhook_id, once, kind, state, attempts, created_at,
  next_at, claimed_until, last_error, sent_at) on notice_delivery to guatu_app;
grant update (state, next_at) on notice_delivery to guatu_app;
