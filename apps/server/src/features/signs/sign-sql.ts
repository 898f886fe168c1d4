import type { SignKey } from '@guatu/kernel'

/**
 * One query for each sign. $1 district, $2 today, $3 what the lists say of themselves:
 * `{ problems: [list], decisions: ["list clock"], blockers: {list: field}, deciders: {list: field} }`.
 * Each row is a record that may count; how much is enough is told by the thresholds.
 */
const day = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date`
const decider = `(i.fields->>($3::jsonb->'deciders'->>i.playbook_key))`

/** What somebody granted a good reason for is no sign. */
const notExempted = `not exists (select from jsonb_array_elements(i.lamp_reasons) r
  where r->'exempted' is not null and r->>'nodeKey' = n.node_key)`

const item = (of: string) => `join item i on i.district_id = $1 and i.item_id = ${of}.item_id and not i.settled`

const overdueClocks = (kind: string, isDecision: string) => `
  select '${kind}' as kind, c.item_id, c.key as record, c.key as title,
    ${kind === 'decisionOverdue' ? `coalesce(c.charged_org_id::text, ${decider})` : 'c.charged_org_id::text'} as unit_id,
    $2::date - ${day('c.due_at')} as figure
  from clock c ${item('c')}
  where c.district_id = $1 and c.overdue and c.due_at is not null
    and ${isDecision} ($3::jsonb->'decisions') ? (i.playbook_key || ' ' || c.key)`

export const signQueries: Readonly<Record<SignKey, string>> = {
  slow: `
    select 'nodeLate' as kind, n.item_id, n.node_key as record, n.title,
      coalesce(n.lead_org_id, i.lead_org_id)::text as unit_id, $2::date - n.planned_finish as figure
    from node n ${item('n')}
    where n.district_id = $1 and n.done_basis is null and n.planned_finish < $2::date and ${notExempted}
    union all ${overdueClocks('clockOverdue', 'not')}`,
  blocked: `
    select 'problemOpen' as kind, i.item_id, '' as record, i.title, i.lead_org_id::text as unit_id,
      $2::date - ${day('i.created_at')} as figure
    from item i where i.district_id = $1 and not i.settled and ($3::jsonb->'problems') ? i.playbook_key
    union all
    select 'blockerStands', i.item_id, '', left(i.fields->>($3::jsonb->'blockers'->>i.playbook_key), 60),
      i.lead_org_id::text, $2::date - ${day('i.updated_at')}
    from item i where i.district_id = $1 and not i.settled and i.has_blockers`,
  superficial: `
    select 'noEvidence' as kind, r.item_id, r.report_id::text as record, r.month as title,
      coalesce(r.reported_org_id, i.lead_org_id)::text as unit_id, $2::date - ${day('r.received_at')} as figure
    from report r ${item('r')}
    where r.district_id = $1 and r.done and r.evidence_ids = '{}' and r.state in ('sent', 'received')
    union all
    select 'copied', r.item_id, r.report_id::text, r.month, coalesce(r.reported_org_id, i.lead_org_id)::text,
      $2::date - ${day('r.received_at')}
    from report r ${item('r')}
    where r.district_id = $1 and r.same_as_previous and r.state <> 'returned'
    union all
    select 'contradicted', f.item_id, f.metric || ' ' || f.period, f.metric || ' ' || f.period, i.lead_org_id::text,
      round(abs(f.value - f.verified_value) * 100 / abs(f.verified_value), 1)
    from fact_current f ${item('f')}
    where f.district_id = $1 and f.verified_value <> 0 and f.value <> f.verified_value`,
  passedOn: `
    with way as (
      select s.item_id, s.ordinal, s.counts, s.lead_org_id,
        lag(s.lead_org_id) over (partition by s.item_id order by s.ordinal) as from_org_id
      from stay s ${item('s')} where s.district_id = $1
    ), handed as (
      select w.item_id, w.from_org_id, w.lead_org_id, exists (select from way e where e.item_id = w.item_id
        and e.ordinal < w.ordinal - 1 and e.lead_org_id = w.lead_org_id) as returned
      from way w where w.lead_org_id is distinct from w.from_org_id and w.from_org_id is not null
    ), counted as (
      select item_id, count(*) as handed, count(*) filter (where returned) as returned from handed group by item_id
    )
    select 'handOvers' as kind, h.item_id, h.from_org_id::text as record, null as title, h.from_org_id::text as unit_id,
      c.handed as figure
    from (select distinct item_id, from_org_id from handed) h join counted c using (item_id)
    union all
    select distinct 'pingPong', h.item_id, h.from_org_id::text, null, h.from_org_id::text, c.returned
    from handed h join counted c using (item_id) where c.returned > 0`,
  undecided: `
    ${overdueClocks('decisionOverdue', '')}
    union all
    select 'exemptionWaits', e.item_id, e.exemption_id::text, e.rule, ${decider}, $2::date - ${day('e.asked_at')}
    from exemption e ${item('e')}
    where e.district_id = $1 and e.granted is null and e.until_day >= $2::date
    union all
    select 'reportWaits', r.item_id, r.report_id::text, r.month, ${decider}, $2::date - ${day('r.received_at')}
    from report r ${item('r')}
    where r.district_id = $1 and r.state = 'sent'`,
}
