import { describe, expect, it } from 'vitest'
import { namesakes } from './names.ts'

describe('three different persons', () => {
  it('finds who bears a name that stands already', () => {
    expect(namesakes({ systemAdmin: '张三', securityAdmin: '李四', auditAdmin: '王五' })).toEqual([])
    expect(namesakes({ systemAdmin: '张三', securityAdmin: '李四', auditAdmin: ' 张 三' })).toEqual(['auditAdmin'])
    expect(namesakes({ systemAdmin: '张三', securityAdmin: '张三', auditAdmin: '张三' })).toEqual([
      'securityAdmin',
      'auditAdmin',
    ])
  })

  it('says nothing about names that are still to be typed', () => {
    expect(namesakes({ systemAdmin: '', securityAdmin: ' ', auditAdmin: '' })).toEqual([])
  })
})
