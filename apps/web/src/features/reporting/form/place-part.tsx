import { useState } from 'react'
import { useText } from '../../../app/language.ts'
import { reportingTexts as texts } from '../texts.ts'
import type { FormState } from './state.ts'

type Place = FormState['place']

/** Seconds that a phone may take to find itself. */
const patienceMs = 15_000

const found = (): Promise<Place> =>
  new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) }),
      reject,
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 60_000 },
    ),
  )

/** Where it was made: only when the person asks for it, and gone again by one touch. */
export function PlacePart({ place, onPlace }: { readonly place: Place; readonly onPlace: (place: Place) => void }) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const ask = () => {
    setState('asking')
    found().then(
      (next) => {
        onPlace(next)
        setState('idle')
      },
      () => setState('failed'),
    )
  }
  if (place) {
    return (
      <p className="rep-place">
        {t(texts.placed, { metres: place.accuracyM ?? '?' })}
        <button type="button" className="button" onClick={() => onPlace(null)}>
          {t(texts.dropPlace)}
        </button>
      </p>
    )
  }
  if (!window.isSecureContext) return <p className="rep-note">{t(texts.placeInsecure)}</p>
  return (
    <p className="rep-place">
      <button type="button" className="button" disabled={state === 'asking'} onClick={ask}>
        {t(texts.addPlace)}
      </button>
      {state === 'failed' ? <span className="rep-need">{t(texts.placeFailed)}</span> : null}
    </p>
  )
}
