import { Link, useParams } from '@tanstack/react-router'
import { useText } from '../app/language.ts'
import { uiTexts } from './texts.ts'

interface WhyNotProps {
  /** The item that was refused; that of the page unless told. */
  readonly itemId?: string | undefined
}

/** Leads to what the person may do to an item, by which rule, and what is missing. */
export function WhyNot({ itemId }: WhyNotProps) {
  const t = useText()
  const page = useParams({ strict: false })
  return (
    <Link className="button" to={'/access' as never} search={{ item: itemId ?? page.itemId } as never}>
      {t(uiTexts.whyNot)}
    </Link>
  )
}
