/** GB 32100-2015: 18 characters, no I O S V Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether a unified social credit code has the right form and check character: weights 3^i mod 31, GB 32100-2015. */
export function isUscc(text: string): boolean {
  if (text.length !== 18) return false
  let sum = 0
  let weight = 1
  for (const character of text.slice(0, 17)) {
    const value = alphabet.indexOf(character)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === text[17]
}
