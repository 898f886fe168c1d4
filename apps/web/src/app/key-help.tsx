import { useEffect, useRef } from 'react'
import { type KeySection, useKeySections } from './keys.ts'
import { useText } from './language.ts'
import { closeOverlay, useOverlay } from './overlay.ts'
import { shellTexts } from './texts.ts'

const everywhere: KeySection = {
  title: shellTexts.everywhere,
  lines: [
    { keys: 'Ctrl+K', title: shellTexts.keyPalette },
    { keys: '?', title: shellTexts.keyHelp },
    { keys: 'Esc', title: shellTexts.keyEscape },
  ],
}

export function KeyHelp() {
  const open = useOverlay() === 'keys'
  const sections = useKeySections()
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="key-help" aria-labelledby="key-help-title" onClose={closeOverlay}>
      <header>
        <h2 id="key-help-title">{t(shellTexts.keys)}</h2>
        <button type="button" className="button" onClick={closeOverlay}>
          {t(shellTexts.close)}
        </button>
      </header>
      {[everywhere, ...sections].map((section) => (
        <section key={section.title.zh}>
          <h3>{t(section.title)}</h3>
          <dl>
            {section.lines.map((line) => (
              <div key={line.keys}>
                <dt>
                  <kbd>{line.keys}</kbd>
                </dt>
                <dd>{t(line.title)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  )
}
