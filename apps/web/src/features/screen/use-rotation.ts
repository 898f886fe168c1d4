import { useEffect, useReducer } from 'react'
import { type Rotation, type Turn, turn } from './rotation.ts'

const sceneSeconds = 15
/** A wall that nobody touches any more takes up its round again. */
const restSeconds = 120

function turnOfKey(key: string): Turn | null {
  if (key === 'ArrowRight') return { kind: 'stepped', by: 1 }
  if (key === 'ArrowLeft') return { kind: 'stepped', by: -1 }
  if (key === ' ') return { kind: 'toggled' }
  return null
}

/** Scenes that change by themselves, stop when touched and go on after a rest. Starts, held, at `first` where given. */
export function useRotation(count: number, first: number | null): [Rotation, (event: Turn) => void] {
  const [rotation, dispatch] = useReducer((state: Rotation, event: Turn) => turn(state, event, count), {
    index: first ?? 0,
    held: first !== null,
  })
  useEffect(() => {
    const event: Turn = { kind: rotation.held ? 'resumed' : 'timeUp' }
    const timer = setTimeout(() => dispatch(event), (rotation.held ? restSeconds : sceneSeconds) * 1000)
    return () => clearTimeout(timer)
  }, [rotation])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const meant = event.target instanceof HTMLButtonElement && event.key === ' ' ? null : turnOfKey(event.key)
      if (!meant) return
      event.preventDefault()
      dispatch(meant)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return [rotation, dispatch]
}
