-- What lamps look back at, what takes them back for a good reason, and what is said against a sign.

-- Levels that rules had lit at the ends of months, kept as each day turns past one. Never altered afterwards.
create table lamp_month (
  district_id text not null references district,
  item_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  rule text not null,
  level text not null,
  primary key (district_id, item_id, month, rule)
);

-- 有正当理由: asked for by whoever may edit the item, granted or refused by somebody else, ended by its last day or before.
create table exemption (
  district_id text not null references district,
  exemption_id uuid not null,
  item_id uuid not null,
  rule text not null,
  -- Null: wherever the rule holds.
  node_key text,
  ground text not null,
  text text not null check (char_length(text) between 1 and 1000),
  evidence text,
  until_day date not null,
  asked_by text not null,
  asked_by_id uuid,
  asked_at timestamptz not null,
  granted boolean,
  from_day date,
  decided_by text,
  decided_by_id uuid,
  decided_at timestamptz,
  decided_note text,
  ended_on date,
  ended_by text,
  ended_by_id uuid,
  ended_at timestamptz,
  ended_reason text,
  primary key (district_id, exemption_id),
  check ((granted is null) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((granted is true) = (from_day is not null)),
  check (decided_by_id is null or decided_by_id is distinct from asked_by_id),
  check (ended_on is null or granted is true and ended_reason is not null and ended_by is not null)
);
create index exemption_item on exemption (district_id, item_id);
create index exemption_open on exemption (district_id, until_day) where granted is not false;

-- 申辩: said against a sign as it stands for one record; the record is named as the sign names it.
create table sign_contest (
  district_id text not null references district,
  contest_id uuid not null,
  item_id uuid not null,
  sign text not null,
  record text not null,
  text text not null check (char_length(text) between 1 and 1000),
  contested_by text not null,
  contested_by_id uuid,
  contested_at timestamptz not null,
  answer text,
  upheld boolean,
  answered_by text,
  answered_by_id uuid,
  answered_at timestamptz,
  primary key (district_id, contest_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (upheld is null)),
  check (answered_by_id is null or answered_by_id is distinct from contested_by_id)
);
create index sign_contest_item on sign_contest (district_id, item_id);
-- One at a time stands against one record.
create unique index sign_contest_open on sign_contest (district_id, item_id, sign, record) where answered_at is null;

alter table lamp_month enable row level security;
alter table exemption enable row level security;
alter table sign_contest enable row level security;

create policy lamp_month_system on lamp_month to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy exemption_system on exemption to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy sign_contest_system on sign_contest to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));

create policy lamp_month_own_district on lamp_month as restrictive to guatu_app
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy exemption_own_district on exemption as restrictive to guatu_app
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy sign_contest_own_district on sign_contest as restrictive to guatu_app
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));

-- Who may read the item may read what stands against its lamps and signs.
create policy lamp_month_read on lamp_month for select to guatu_app
  using (exists (select from item i where i.district_id = lamp_month.district_id and i.item_id = lamp_month.item_id));
create policy exemption_read on exemption for select to guatu_app
  using (exists (select from item i where i.district_id = exemption.district_id and i.item_id = exemption.item_id));
create policy sign_contest_read on sign_contest for select to guatu_app
  using (exists (select from item i where i.district_id = sign_contest.district_id and i.item_id = sign_contest.item_id));

-- Who asks signs for it and decides nothing; who decides did not ask.
create policy exemption_ask on exemption for insert to guatu_app
  with check (guatu_item_may('item.edit', item_id) and asked_by_id is not distinct from guatu_person()
    and granted is null and ended_on is null);
create policy exemption_decide on exemption for update to guatu_app
  using (guatu_item_may('exemption.grant', item_id) or ended_on is null and granted and guatu_item_may('item.edit', item_id))
  with check (decided_by_id is null or decided_by_id is distinct from asked_by_id);
create policy sign_contest_say on sign_contest for insert to guatu_app
  with check (guatu_item_may('item.edit', item_id) and contested_by_id is not distinct from guatu_person()
    and answered_at is null);
create policy sign_contest_answer on sign_contest for update to guatu_app
  using (guatu_item_may('exemption.grant', item_id))
  with check (answered_by_id is not distinct from guatu_person() and answered_by_id is distinct from contested_by_id);

grant select, insert on lamp_month to guatu_system;
grant select on lamp_month to guatu_app;
grant select, insert on exemption, sign_contest to guatu_app, guatu_system;
grant update (granted, from_day, until_day, decided_by, decided_by_id, decided_at, decided_note,
  ended_on, ended_by, ended_by_id, ended_at, ended_reason) on exemption to guatu_app, guatu_system;
grant update (answer, upheld, answered_by, answered_by_id, answered_at) on sign_contest to guatu_app, guatu_system;
