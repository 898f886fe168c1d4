import type { Playbook } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { texts } from './texts.ts'

const tabs = ['nodes', 'plan', 'fields', 'facts', 'evidence', 'way', 'changes'] as const

export type Tab = (typeof tabs)[number]

/** The parts that a list has: no plan without nodes, no figures without metrics, no way without clocks. */
export function tabsOf({ nodes, metrics, clocks }: Pick<Playbook, 'nodes' | 'metrics' | 'clocks'>): readonly Tab[] {
  const lacking: readonly (Tab | false)[] = [
    nodes.length === 0 && 'nodes',
    nodes.length === 0 && 'plan',
    Object.keys(metrics).length === 0 && 'facts',
    !clocks?.length && 'way',
  ]
  return tabs.filter((tab) => !lacking.includes(tab))
}

/** The part of the page in the address; what the item is run by comes first. */
export function useTab(offered: readonly Tab[]): Tab {
  const [view] = useViewState()
  return offered.find((tab) => tab === view.tab) ?? offered[0] ?? 'fields'
}

interface TabsProps {
  readonly offered: readonly Tab[]
  readonly tab: Tab
}

export function Tabs({ offered, tab }: TabsProps) {
  const t = useText()
  const [, changeView] = useViewState()
  return (
    <div className="project-tabs no-print" role="tablist" aria-label={t(texts.views)}>
      {offered.map((key, index) => (
        <button
          key={key}
          id={`project-tab-${key}`}
          type="button"
          role="tab"
          aria-selected={key === tab}
          aria-controls={key === tab ? `project-${key}` : undefined}
          onClick={() => void changeView({ tab: index === 0 ? undefined : key }, { replace: true })}
        >
          {t(texts.tabs[key])}
        </button>
      ))}
    </div>
  )
}
