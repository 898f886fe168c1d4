-- What is done outside of the year's plan does not fulfil it: the roll-up keeps it apart.
alter table rollup
  add column unplanned_done_cny numeric not null default 0,
  add column unplanned_items bigint not null default 0;
update rollup r set unplanned_done_cny = i.done_cny, unplanned_items = i.items
  from (
    select district_id, playbook_key, figures_year, coalesce(area_code, '') as area_code, stage, lamp,
      coalesce(lead_org_id, '00000000-0000-0000-0000-000000000000') as lead_org_id, sum(done_cny) as done_cny, count(*) as items
    from item where coalesce(plan_cny, 0) = 0 and done_cny <> 0
    group by 1, 2, 3, 4, 5, 6, 7) i
  where (r.district_id, r.playbook_key, r.year, r.area_code, r.stage, r.lamp, r.lead_org_id)
    = (i.district_id, i.playbook_key, i.figures_year, i.area_code, i.stage, i.lamp, i.lead_org_id);
alter table rollup alter column unplanned_done_cny drop default, alter column unplanned_items drop default;
