/** A ledger's word without what a typist adds to it: width, case, spaces, brackets and punctuation. */
export function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}"'“”‘’、,，.。:：;；/\\|*_—-]/g, '')
}
