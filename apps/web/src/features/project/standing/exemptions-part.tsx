import { listItemExemptions } from '@guatu/contract'
import { useState } from 'react'
import { useRoute } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { ExemptionLine } from '../../../ui/exemption/exemption-line.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Project } from '../project.ts'
import { AskForm } from './ask-form.tsx'
import { litRules } from './lit-rules.ts'
import { standingTexts as texts } from './texts.ts'
import '../../../forms/forms.css'

/** What takes lamps of the item back, and asking for it. Nothing where nothing is exempted and nothing can be. */
export function ExemptionsPart({ reply, playbook }: Project) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { item, allowed } = reply
  const { data } = useRoute(listItemExemptions, { params: { itemId: item.itemId }, query: {} })
  const rules = litRules(playbook, reply)
  const mayAsk = allowed.includes('item.edit') && rules.length > 0
  const exemptions = data?.exemptions ?? []
  if (exemptions.length === 0 && !mayAsk) return null
  const grants = allowed.includes('exemption.grant')
  return (
    <Section
      title={t(texts.exemptions)}
      aside={
        mayAsk && !asking ? (
          <button type="button" className="button no-print" onClick={() => setAsking(true)}>
            {t(texts.ask)}
          </button>
        ) : null
      }
    >
      {asking ? <AskForm itemId={item.itemId} rules={rules} onClose={() => setAsking(false)} /> : null}
      <ul className="exemptions">
        {exemptions.map((exemption) => (
          <ExemptionLine
            key={exemption.exemptionId}
            exemption={exemption}
            decidable={grants && exemption.state === 'asked'}
            endable={exemption.state === 'inForce' && (grants || allowed.includes('item.edit'))}
          />
        ))}
      </ul>
    </Section>
  )
}
