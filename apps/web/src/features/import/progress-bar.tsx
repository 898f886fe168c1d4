interface ProgressBarProps {
  readonly label: string
  /** 0 to 1. */
  readonly fraction: number
  readonly note?: string
  /** Absent where stopping half way is not possible. */
  readonly cancel?: { readonly label: string; readonly run: () => void }
}

/** Long work: what goes on, how far, how long it takes, and a way to stop it. */
export function ProgressBar({ label, fraction, note, cancel }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, fraction)) * 100)
  return (
    <div className="import-progress" role="status">
      <div className="import-progress-line">
        <span>{label}</span>
        <span>
          {percent}%{note ? ` · ${note}` : ''}
        </span>
      </div>
      <progress value={percent} max={100} aria-label={label} />
      {cancel ? (
        <button type="button" className="button" onClick={cancel.run}>
          {cancel.label}
        </button>
      ) : null}
    </div>
  )
}
