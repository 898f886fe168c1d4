import { useCallback, useEffect, useRef, useState } from 'react'
import { useViewState } from '../../../app/search.ts'
import { readView, type WallView, writeView } from './wall-view.ts'

const ECHO_MS = 250

const textOf = (params: Readonly<Record<string, string | undefined>>): string =>
  JSON.stringify(writeView(readView(params)))

export type ChangeView = (change: Partial<WallView> | ((view: WallView) => Partial<WallView>)) => void

/**
 * The view of the map, kept here so that scrolling and zooming wait for nothing, and echoed into the address after a
 * moment. An address that changes by other hands (back, a link) is taken over.
 */
export function useWallView(): {
  readonly view: WallView
  readonly change: ChangeView
  readonly flush: () => Promise<void>
} {
  const [params, changeParams] = useViewState()
  const [view, setView] = useState(() => readView(params))
  const address = textOf(params)
  const known = useRef(address)
  const latest = useRef(view)
  latest.current = view

  useEffect(() => {
    if (address === known.current) return
    known.current = address
    setView(readView(JSON.parse(address)))
  }, [address])

  const flush = useCallback(async () => {
    const params = writeView(latest.current)
    if (JSON.stringify(params) === known.current) return
    known.current = JSON.stringify(params)
    await changeParams(params, { replace: true })
  }, [changeParams])

  useEffect(() => {
    if (JSON.stringify(writeView(view)) === known.current) return
    const timer = setTimeout(() => void flush(), ECHO_MS)
    return () => clearTimeout(timer)
  }, [view, flush])

  const change: ChangeView = useCallback((next) => {
    setView((before) => ({ ...before, ...(typeof next === 'function' ? next(before) : next) }))
  }, [])
  return { view, change, flush }
}
