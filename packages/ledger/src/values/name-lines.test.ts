import { expect, test } from 'vitest'
import { nameLines } from './name-lines.ts'

test.each([
  ['person', '张三\n李四', '张三、李四'],
  ['person', '张三（副区长）\n李四', '张三（副区长）、李四'],
  ['person', '张三副区长\r\n李四局长', '张三副区长、李四局长'],
  ['person', '张三、\n李四', '张三、李四'],
  ['org', '区发改局\n区住建局', '区发改局、区住建局'],
  ['org', '大桥镇\n余新镇\n凤桥镇', '大桥镇、余新镇、凤桥镇'],
] as const)('%s lines of %j are names', (kind, text, names) => expect(nameLines(text, kind)?.join('、')).toBe(names))

test.each([
  ['person', '张三'],
  ['person', '张\n三'],
  ['person', '张三\n13800000000'],
  ['org', '区发改局'],
  ['org', '嘉兴市南湖区\n发展和改革局'],
  ['org', '大桥镇\n人民政府'],
  ['org', '区住建\n局'],
  ['org', '区住建局\n（牵头）'],
] as const)('%s lines of %j are one name that wraps', (kind, text) => expect(nameLines(text, kind)).toBeNull())
