import type { Choice } from '../field.ts'
import { plainWord } from '../word.ts'
import { type Check, repeated } from './mistake.ts'

type Entry = readonly [path: string, name: string]

/** A ledger's word leads to one field, one stage, one choice: twice the same word is a coin toss at import. */
export const checkWords: Check = (playbook) => [
  ...repeated(headerWords(playbook), 'header word'),
  ...repeated(
    playbook.stages.flatMap((stage, index) => [
      [`stages/${index}/title/zh`, plainWord(stage.title.zh)] as const,
      ...wordEntries(`stages/${index}`, stage.title.zh, stage.words),
    ]),
    'stage word',
  ),
  ...Object.entries(playbook.fields).flatMap(([key, field]) =>
    field.kind === 'choice' ? repeated(choiceWords(`fields/${key}/choices`, field.choices), 'choice word') : [],
  ),
]

function headerWords(playbook: Parameters<Check>[0]): Entry[] {
  const { stageColumn, fields } = playbook
  return [
    ['stageColumn/title/zh', plainWord(stageColumn.title.zh)],
    ...wordEntries('stageColumn', stageColumn.title.zh, stageColumn.words),
    ...Object.entries(fields).flatMap(([key, field]): Entry[] => [
      [`fields/${key}/title/zh`, plainWord(field.title.zh)],
      ...wordEntries(`fields/${key}`, field.title.zh, field.words ?? []),
    ]),
  ]
}

function choiceWords(path: string, choices: Readonly<Record<string, Choice>>): Entry[] {
  return Object.entries(choices).flatMap(([key, choice]): Entry[] => [
    [`${path}/${key}/title/zh`, plainWord(choice.title.zh)],
    ...wordEntries(`${path}/${key}`, choice.title.zh, choice.words ?? []),
  ])
}

/** The title counts as a word already, so naming it again among the words is no repetition. */
function wordEntries(path: string, title: string, words: readonly string[]): Entry[] {
  return words.flatMap((word, index): Entry[] =>
    plainWord(word) === plainWord(title) ? [] : [[`${path}/words/${index}`, plainWord(word)]],
  )
}
