-- Files kept as evidence. They lie in the database: one backup holds everything, row-level security covers them, and no
-- path ever comes from a user.

-- A content is stored once in a district, whoever hands it in, in parts of one megabyte.
create table evidence_content (
  district_id text not null references district,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  part integer not null check (part >= 0),
  content bytea not null check (octet_length(content) between 1 and 1048576),
  primary key (district_id, sha256, part)
);
-- Photos, PDF and office files are compressed already.
alter table evidence_content alter column content set storage external;

create table evidence (
  district_id text not null references district,
  evidence_id uuid not null,
  item_id uuid not null,
  node_key text,
  fact_id uuid,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (char_length(file_name) between 1 and 150 and file_name !~ '[/\\[:cntrl:]]'),
  kind text not null,
  bytes bigint not null check (bytes > 0),
  taken_at timestamptz,
  place text,
  note text,
  added_by text not null,
  added_by_id uuid,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_by_id uuid,
  withdrawn_reason text,
  primary key (district_id, evidence_id),
  check (node_key is null or fact_id is null),
  check ((withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_at is null) = (withdrawn_by is null))
);
create index evidence_item on evidence (district_id, item_id, evidence_id);
create index evidence_sha256 on evidence (district_id, sha256);

alter table evidence enable row level security;
alter table evidence_content enable row level security;
create policy evidence_system on evidence to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy evidence_content_system on evidence_content to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));

create policy evidence_own_district on evidence as restrictive to guatu_app
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy evidence_content_own_district on evidence_content as restrictive to guatu_app
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));

-- Who may read the item may read its files. Contents are written by the keeper, after the row that names them.
create policy evidence_read on evidence for select to guatu_app
  using (exists (select from item i where i.district_id = evidence.district_id and i.item_id = evidence.item_id));
create policy evidence_insert on evidence for insert to guatu_app
  with check (guatu_item_may('evidence.add', item_id) and added_by_id is not distinct from guatu_person());
create policy evidence_update on evidence for update to guatu_app
  using (added_by_id is not distinct from guatu_person() and guatu_item_may('evidence.add', item_id)
    or guatu_item_may('item.edit', item_id))
  with check (withdrawn_by_id is null or withdrawn_by_id is not distinct from guatu_person());
create policy evidence_content_read on evidence_content for select to guatu_app
  using (exists (select from evidence e
    where e.district_id = evidence_content.district_id and e.sha256 = evidence_content.sha256));

-- Nothing is ever deleted, and what was handed in never changes: only what is said about it.
grant select, insert on evidence, evidence_content to guatu_system;
grant select on evidence, evidence_content to guatu_app;
grant insert on evidence to guatu_app;
grant update (taken_at, place, note, withdrawn_at, withdrawn_by, withdrawn_by_id, withdrawn_reason)
  on evidence to guatu_app, guatu_system;
