import { type RefusedReply, refusalCodes, type Session } from '@guatu/contract'
import { playbooks } from '@guatu/playbooks'
import { describe, expect, it } from 'vitest'
import { fieldOf, firstPlaybookWith, nodeStandard, nodeTitle, playbookOf, ruleTitle, stageTitle } from './playbook.ts'
import { ConnectionError, messageOf, RefusedError, refusedReplyOf } from './refused.ts'

const [playbook] = playbooks
const template = playbook!.nodes[0]!
const sessionWith = (...keys: string[]) => ({ playbooks: keys.map((key) => ({ key })) }) as unknown as Session

describe('a list by its key', () => {
  it('is found, and nothing is found for a mistyped one', () => {
    for (const own of playbooks) expect(playbookOf(own.key)).toBe(own)
    expect(playbookOf('no-such-list')).toBeUndefined()
    expect(playbookOf(null)).toBeUndefined()
  })

  it('is chosen by what it can do, among those that the district runs', () => {
    expect(firstPlaybookWith(sessionWith('no-such-list', playbook!.key), playbook!.capabilities)).toBe(playbook)
    expect(firstPlaybookWith(sessionWith(), [])).toBeUndefined()
    const missing = 'noSuchCapability' as never
    expect(firstPlaybookWith(sessionWith(playbook!.key), [missing])).toBeUndefined()
  })
})

describe('names within a list', () => {
  it('come from the list, and a key without a name stands for itself', () => {
    const [stage] = playbook!.stages
    const [rule] = playbook!.lamps.rules
    expect(stageTitle(playbook!, stage!.key)).toEqual(stage!.title)
    expect(stageTitle(playbook!, 'gone')).toEqual({ zh: 'gone', en: 'gone' })
    expect(ruleTitle(playbook!, rule!.key)).toEqual(rule!.title)
    expect(ruleTitle(playbook!, 'gone')).toEqual({ zh: 'gone', en: 'gone' })
    expect(fieldOf(playbook!, 'title')).toBe(playbook!.roles.title)
  })

  it('give a node its English words while it keeps the template’s Chinese ones', () => {
    const nodeKey = template.key
    expect(nodeTitle(playbook!, { nodeKey, title: template.title.zh })).toEqual(template.title)
    expect(nodeStandard(playbook!, { nodeKey, standard: template.standard.zh })).toEqual(template.standard)
  })

  it('leave a title that somebody wrote as it is', () => {
    const own = { zh: '自定节点', en: '自定节点' }
    expect(nodeTitle(playbook!, { nodeKey: template.key, title: '自定节点' })).toEqual(own)
    expect(nodeTitle(playbook!, { nodeKey: 'gone', title: template.title.zh }).en).toBe(template.title.zh)
    expect(nodeStandard(playbook!, { nodeKey: template.key, standard: '自定节点' })).toEqual(own)
  })
})

describe('what a call threw, in words', () => {
  const reply: RefusedReply = { code: 'INPUT_INVALID', message: { zh: '有误', en: 'Wrong' }, refusals: [] }

  it('is the server’s own sentence where it gave one', () => {
    expect(messageOf(new RefusedError(422, reply))).toEqual(reply.message)
    expect(messageOf(new ConnectionError()).en).toContain('cannot be reached')
    expect(messageOf(new TypeError('x is undefined'))).toEqual(refusalCodes.SERVER_FAULT.title)
  })

  it('reads a refusal, and a page of a proxy as a fault of the server', async () => {
    expect(await refusedReplyOf(new Response(JSON.stringify(reply)))).toEqual(reply)
    for (const body of ['<html>502</html>', 'null', '{"code":"X"}', '[]']) {
      expect((await refusedReplyOf(new Response(body))).code).toBe('SERVER_FAULT')
    }
  })
})
