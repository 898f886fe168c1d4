/** Where the wall's scenes stand. `held`: somebody touched it, so it waits for them. */
export interface Rotation {
  readonly index: number
  readonly held: boolean
}

export type Turn =
  /** The scene's time is over. */
  | { readonly kind: 'timeUp' }
  | { readonly kind: 'touched' }
  | { readonly kind: 'stepped'; readonly by: number }
  | { readonly kind: 'chosen'; readonly index: number }
  | { readonly kind: 'toggled' }
  /** Nobody has touched it for a while, or somebody asked it to go on. */
  | { readonly kind: 'resumed' }

const wrapped = (index: number, count: number): number => ((index % count) + count) % count

/** The next state of a wall of `count` scenes. Whatever a person does holds it; time moves it only while it is not held. */
export function turn(rotation: Rotation, event: Turn, count: number): Rotation {
  const { index, held } = rotation
  switch (event.kind) {
    case 'timeUp':
      return held ? rotation : { index: wrapped(index + 1, count), held }
    case 'touched':
      return held ? rotation : { index, held: true }
    case 'stepped':
      return { index: wrapped(index + event.by, count), held: true }
    case 'chosen':
      return { index: wrapped(event.index, count), held: true }
    case 'toggled':
      return { index, held: !held }
    case 'resumed':
      return { index, held: false }
  }
}
