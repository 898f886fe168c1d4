-- The directory's past: units are renamed, moved and closed, never deleted; posts and charges end and stay.

alter table org
  add column former_names jsonb not null default '[]',
  add column opened_on date,
  add column closed_on date,
  add column revision integer not null default 1 check (revision > 0),
  add check (closed_on is null or opened_on is null or closed_on >= opened_on);

alter table person add column revision integer not null default 1 check (revision > 0);

alter table post
  add column taken_over_from_id uuid,
  add column revision integer not null default 1 check (revision > 0);

alter table charge add column revision integer not null default 1 check (revision > 0);

-- How to reach a person: personal data, apart from what everybody in the district may read.
create table person_contact (
  district_id text not null references district,
  person_id uuid not null,
  phone text,
  email text,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person on delete cascade
);

alter table person_contact enable row level security;
create policy person_contact_system on person_contact to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
create policy person_contact_read on person_contact for select to guatu_app
  using (district_id = current_setting('guatu.district', true)
    and (person_id = guatu_person() or (select guatu_may('directory.manage'))));
create policy person_contact_insert on person_contact for insert to guatu_app
  with check (district_id = current_setting('guatu.district', true) and (select guatu_may('directory.manage')));
create policy person_contact_update on person_contact for update to guatu_app
  using (district_id = current_setting('guatu.district', true) and (select guatu_may('directory.manage')))
  with check (district_id = current_setting('guatu.district', true) and (select guatu_may('directory.manage')));
grant select, insert, update, delete on person_contact to guatu_system;
grant select, insert, update on person_contact to guatu_app;
