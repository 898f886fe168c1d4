-- The last number of each series of documents, a year. Whoever draws the next holds the row until his act is written, so
-- that an act that fails leaves no gap.
create table document_series (
  district_id text not null references district,
  playbook_key text not null,
  series text not null,
  year integer not null check (year between 1900 and 9999),
  last_number integer not null check (last_number >= 0),
  primary key (district_id, playbook_key, series, year)
);

alter table document_series enable row level security;
create policy document_series_system on document_series to guatu_system
  using (district_id = current_setting('guatu.district', true))
  with check (district_id = current_setting('guatu.district', true));
grant select, insert, update on document_series to guatu_system;
