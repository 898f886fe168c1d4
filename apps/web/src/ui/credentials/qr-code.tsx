import { useMemo } from 'react'
import { encode } from 'uqr'

/** The dark squares of a code as one path, a square a unit. */
function darkPath(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
}

/** A QR code, always dark on light: cameras do not read ink's colours. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { ecc: 'M', border: 2 })
    return { size, path: darkPath(data) }
  }, [text])
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fffdf7" />
      <path d={path} fill="#1e2422" />
    </svg>
  )
}
