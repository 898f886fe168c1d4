-- What imports leave behind besides the items themselves.

-- The mapping of columns that a user settled for ledgers of one shape.
create table import_mapping (
  district_id text not null references district,
  playbook_key text not null,
  shape text not null,
  mapping jsonb not null,
  primary key (district_id, playbook_key, shape)
);

-- One committed import. Its items carry its instant as created_at, its events as at.
create table import_record (
  district_id text not null references district,
  import_id uuid not null,
  playbook_key text not null,
  file_name text not null,
  sha256 text not null,
  sheet text not null,
  actor text not null,
  committed_at timestamptz not null,
  created_items integer not null,
  changed_items integer not null,
  undone_at timestamptz,
  primary key (district_id, import_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['import_mapping', 'import_record']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy %I on %I to guatu_app using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_district', name);
    execute format('grant select, insert, update on %I to guatu_app', name);
  end loop;
end $$;
