import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../../api/session.tsx'
import { type KeySection, useKeyHelp } from '../../app/keys.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { shellTexts } from '../../app/texts.ts'
import type { Board } from '../../ui/board/use-board.ts'
import { dayText } from '../../ui/format.ts'
import type { Rotation, Turn } from './rotation.ts'
import { Overview, type Scene, scenesOf } from './scenes.tsx'
import type { StageSize } from './stage-size.ts'
import { screenTexts } from './texts.ts'
import { useRotation } from './use-rotation.ts'

const keys: KeySection = {
  title: screenTexts.title,
  lines: [
    { keys: '← →', title: screenTexts.keyScene },
    { keys: 'Space', title: screenTexts.keyHold },
  ],
}

interface WallProps {
  readonly board: Board
  readonly area: string | undefined
  readonly size: StageSize
}

/** Fills the screen whatever its shape; one scene at a time, or beside the overview on a double wall. */
export function Wall({ board, area, size }: WallProps) {
  const t = useText()
  const [{ scene: wanted }, change] = useViewState()
  const scenes = scenesOf(size.double)
  const first = scenes.findIndex(({ key }) => key === wanted)
  const [rotation, send] = useRotation(scenes.length, first < 0 ? null : first)
  const scene = scenes[rotation.index % scenes.length]!
  // A held scene stands in the address, so a reload or a sent link shows the same one.
  const held = rotation.held ? scene.key : undefined
  useEffect(() => {
    if (wanted !== held) void change({ scene: held }, { replace: true })
  }, [wanted, held, change])
  useKeyHelp(keys)
  const { width, height, scale } = size
  const Shown = scene.show
  return (
    <main className={`screen ${size.double ? 'is-double' : ''}`} onPointerDown={() => send({ kind: 'touched' })}>
      <div className="screen-stage" style={{ width, height, transform: `scale(${scale})` }}>
        <WallHead />
        <div className="screen-scenes">
          {size.double ? <Overview board={board} area={area} /> : null}
          <section className="screen-scene" key={scene.key} aria-label={t(scene.title)}>
            <Shown board={board} area={area} />
          </section>
        </div>
        <WallFoot scenes={scenes} rotation={rotation} send={send} />
      </div>
    </main>
  )
}

function WallHead() {
  const t = useText()
  const language = useLanguage()
  const { district, today, demonstration } = useSession()
  return (
    <header className="screen-head">
      <strong>{t(shellTexts.wallOf, { district: district.shortName })}</strong>
      {demonstration ? <span>{t(shellTexts.demonstration)}</span> : null}
      <time dateTime={today}>{dayText(today, { language, year: 'always' })}</time>
    </header>
  )
}

interface FootProps {
  readonly scenes: readonly Scene[]
  readonly rotation: Rotation
  readonly send: (event: Turn) => void
}

function WallFoot({ scenes, rotation, send }: FootProps) {
  const t = useText()
  return (
    <footer className="screen-foot">
      <nav aria-label={t(screenTexts.scenes)}>
        {scenes.map((scene, index) => (
          <button
            key={scene.key}
            type="button"
            aria-current={index === rotation.index}
            onClick={() => send({ kind: 'chosen', index })}
          >
            {t(scene.title)}
          </button>
        ))}
      </nav>
      <span>{t(rotation.held ? screenTexts.held : screenTexts.turning)}</span>
      {rotation.held ? (
        <button
          type="button"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => send({ kind: 'resumed' })}
        >
          {t(screenTexts.goOn)}
        </button>
      ) : null}
      <Link to="/">{t(screenTexts.leave)}</Link>
    </footer>
  )
}
