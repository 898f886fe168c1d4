/** Districts are called by two or three signs (南湖, 秀洲): the seal carries the first two, one above the other. */
export function Seal({ name }: { readonly name: string }) {
  return (
    <span className="seal" aria-hidden="true">
      {[...name].slice(0, 2).join('\n')}
    </span>
  )
}
