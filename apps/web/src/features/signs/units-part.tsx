import type { SignBoard } from '@guatu/contract'
import { signKeys, signs } from '@guatu/kernel'
import { useDirectory } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import type { ViewState } from '../../app/search.ts'
import { countText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { signTexts as texts } from './texts.ts'
import { type SignView, toggled } from './view.ts'

interface UnitsPartProps {
  readonly board: SignBoard
  readonly view: SignView
  readonly onChange: (patch: ViewState) => void
}

/** Signs by units: every number narrows the records to those behind it. */
export function UnitsPart({ board, view, onChange }: UnitsPartProps) {
  const t = useText()
  const { orgName } = useDirectory()
  return (
    <Section title={t(texts.units)}>
      <table className="signs-units">
        <thead>
          <tr>
            <th>{t(texts.unit)}</th>
            {signKeys.map((key) => (
              <th key={key} className="is-figure">
                {t(signs[key].title)}
              </th>
            ))}
            <th className="is-figure">{t(texts.contestedShort)}</th>
          </tr>
        </thead>
        <tbody>
          {board.units.map(({ unitId, counts, contested }) => {
            const unit = unitId ?? 'none'
            const name = unitId === null ? t(texts.noUnit) : orgName(unitId)
            return (
              <tr key={unit} className={view.unit === unit ? 'is-chosen' : ''}>
                <th scope="row">
                  <button type="button" onClick={() => onChange(toggled(view, { unit }))}>
                    {name}
                  </button>
                </th>
                {signKeys.map((sign) => (
                  <td key={sign} className="is-figure">
                    {counts[sign] ? (
                      <button
                        type="button"
                        aria-label={`${name} ${t(signs[sign].title)} ${counts[sign]}`}
                        aria-pressed={view.unit === unit && view.sign === sign}
                        onClick={() => onChange(toggled(view, { unit, sign }))}
                      >
                        {countText(counts[sign])}
                      </button>
                    ) : (
                      <span className="is-none">·</span>
                    )}
                  </td>
                ))}
                <td className="is-figure is-muted">{contested > 0 ? countText(contested) : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
