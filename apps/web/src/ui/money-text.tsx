import { type Currency, type MoneyBound, moneyFigure } from '@guatu/kernel'
import { useLanguage, useText } from '../app/language.ts'
import { uiTexts } from './texts.ts'

interface MoneyProps {
  /** Exact decimal text in the currency's main unit; null is said as such, never as nothing. */
  readonly amount: string | null
  readonly currency?: Currency
  readonly bound?: MoneyBound
  /** The source's own words, shown on hover. */
  readonly raw?: string
  readonly places?: number
}

/** 亿元 or 万元 by size, always with its unit; number and unit can be set in different sizes by `.figure-unit`. */
export function MoneyText({ amount, currency = 'CNY', bound = 'exact', raw, places = 2 }: MoneyProps) {
  const t = useText()
  const language = useLanguage()
  if (amount === null) return <span className="figure-absent">{t(uiTexts.notSet)}</span>
  const figure = moneyFigure(amount, currency, language, places)
  return (
    <span className="figure-money" title={raw}>
      {bound === 'exact' ? '' : t(uiTexts[bound])}
      {figure.number}
      <span className="figure-unit">
        {language === 'en' ? ' ' : ''}
        {figure.unit}
      </span>
    </span>
  )
}
