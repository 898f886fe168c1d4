import { getItem } from '@guatu/contract'
import { useId } from 'react'
import { nodeTitle, playbookOf } from '../api/playbook.ts'
import { useRoute } from '../api/query.ts'
import { useText } from '../app/language.ts'

interface NodePickerProps {
  readonly itemId: string
  readonly label: string
  /** Words of the choice that names no node. */
  readonly whole: string
  readonly nodeKey: string
  readonly onNode: (nodeKey: string) => void
}

/** The open nodes of an item, to name one of them. */
export function NodePicker({ itemId, label, whole, nodeKey, onNode }: NodePickerProps) {
  const t = useText()
  const id = useId()
  const found = useRoute(getItem, { params: { itemId } })
  const playbook = playbookOf(found.data?.item.playbookKey)
  const open = (found.data?.plan.nodes ?? []).filter(({ done }) => !done)
  return (
    <div className="field-row is-wide">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field-input"
        value={nodeKey}
        aria-busy={found.isPending}
        onChange={(event) => onNode(event.currentTarget.value)}
      >
        <option value="">{whole}</option>
        {open.map((node) => (
          <option key={node.nodeKey} value={node.nodeKey}>
            {playbook ? t(nodeTitle(playbook, node)) : node.title}
          </option>
        ))}
      </select>
    </div>
  )
}
