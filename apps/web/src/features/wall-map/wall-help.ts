import type { KeySection } from '../../app/keys.ts'
import { wallTexts } from './texts.ts'

/** The keys of the map, for the `?` help. */
export const wallKeys: KeySection = {
  title: wallTexts.title,
  lines: [
    { keys: '↑ ↓ PgUp PgDn Home End', title: { zh: '上下移动', en: 'Move up and down' } },
    { keys: '← →', title: { zh: '收起、展开项目', en: 'Fold and unfold projects' } },
    { keys: 'Space', title: { zh: '展开项目，或看节点详情', en: 'Unfold a project, or show a node’s details' } },
    { keys: 'Enter', title: { zh: '打开项目；有未存的调整时保存', en: 'Open the project; save a change that waits' } },
    { keys: 'Shift+← →', title: { zh: '节点提前、推后一个工作日', en: 'Move a node by one working day' } },
    { keys: 'Shift+Alt+← →', title: { zh: '节点工期减、加一个工作日', en: 'Shorten or lengthen a node by a day' } },
    { keys: 'Shift+Ctrl+← →', title: { zh: '节点提前、推后五个工作日', en: 'Move a node by five working days' } },
    {
      keys: 'I',
      title: { zh: '看项目或节点详情；项目详情里可调整竣工时限', en: 'Show details; a project’s move its deadline' },
    },
    { keys: 'Esc', title: { zh: '放弃调整，关闭详情', en: 'Discard the change, close the details' } },
    { keys: 'Ctrl+← →', title: { zh: '前后移动时间轴', en: 'Move the time line' } },
    { keys: '+ −  Ctrl+滚轮', title: { zh: '放大、缩小时间刻度', en: 'Zoom the time line' } },
    { keys: 'T', title: { zh: '回到今天', en: 'Go to today' } },
    { keys: '*', title: { zh: '全部展开', en: 'Unfold everything' } },
  ],
}
