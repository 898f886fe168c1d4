-- Who acts: guatu_app acts for a person and is bound by the rules of access, guatu_system for the program itself.

do $$
begin
  if not exists (select from pg_roles where rolname = 'guatu_system') then
    create role guatu_system nologin noinherit nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just before
end $$;
do $$
begin
  execute format('grant guatu_system to %I', current_user);
exception when others then null; -- a superuser may act as any role without being a member
end $$;

alter table event add column actor_id uuid, add column post text, add column origin text;

do $$
declare
  name text;
begin
  foreach name in array array['district', 'org', 'person', 'playbook_version', 'district_plan', 'item', 'node',
    'item_link', 'fact', 'fact_verification', 'fact_current', 'chain_head', 'event', 'rollup', 'rollup_day',
    'rollup_rule', 'import_mapping', 'import_record']
  loop
    execute format(
      'create policy %I on %I to guatu_system using (district_id = current_setting(''guatu.district'', true))
         with check (district_id = current_setting(''guatu.district'', true))', name || '_system', name);
    execute format('grant select, insert on %I to guatu_system', name);
  end loop;
  foreach name in array array['district', 'org', 'person', 'item', 'node', 'item_link', 'fact_current', 'chain_head',
    'rollup', 'rollup_day', 'rollup_rule']
  loop
    execute format('grant update, delete on %I to guatu_system', name);
  end loop;
  foreach name in array array['import_mapping', 'import_record']
  loop
    execute format('grant update on %I to guatu_system', name);
  end loop;
end $$;
