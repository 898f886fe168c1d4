import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { texts } from './texts.ts'

const tabs = ['nodes', 'fields', 'facts', 'evidence', 'changes'] as const

type Tab = (typeof tabs)[number]

/** The part of the page in the address; the nodes come first, since they are what a project is run by. */
export function useTab(): Tab {
  const [view] = useViewState()
  return tabs.find((tab) => tab === view.tab) ?? 'nodes'
}

export function Tabs({ tab }: { readonly tab: Tab }) {
  const t = useText()
  const [, changeView] = useViewState()
  return (
    <div className="project-tabs no-print" role="tablist" aria-label={t(texts.views)}>
      {tabs.map((key) => (
        <button
          key={key}
          id={`project-tab-${key}`}
          type="button"
          role="tab"
          aria-selected={key === tab}
          aria-controls={key === tab ? `project-${key}` : undefined}
          onClick={() => void changeView({ tab: key === 'nodes' ? undefined : key }, { replace: true })}
        >
          {t(texts.tabs[key])}
        </button>
      ))}
    </div>
  )
}
