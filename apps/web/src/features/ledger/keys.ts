import type { KeySection } from '../../app/keys.ts'

/** The keys of the ledger, for the `?` help. */
export const keySection: KeySection = {
  title: { zh: '台账', en: 'Ledger' },
  lines: [
    { keys: '↑ ↓ ← →', title: { zh: '移动；按住 Shift 选一片', en: 'Move; with Shift select a range' } },
    { keys: 'Ctrl+方向键', title: { zh: '到头、到尾', en: 'To the edge' } },
    { keys: 'F2、直接打字', title: { zh: '编辑单元格', en: 'Edit the cell' } },
    { keys: 'Enter / Tab', title: { zh: '确认并下移 / 右移', en: 'Confirm and go down / right' } },
    {
      keys: 'Ctrl+Enter',
      title: { zh: '编辑时填满选区；否则打开项目', en: 'While editing fill the selection; else open' },
    },
    { keys: 'Esc', title: { zh: '放弃输入', en: 'Drop what is typed' } },
    { keys: 'Delete', title: { zh: '清空选区', en: 'Clear the selection' } },
    { keys: 'Ctrl+C / Ctrl+V', title: { zh: '与 Excel 互相复制粘贴', en: 'Copy to and paste from Excel' } },
    { keys: 'Ctrl+Z / Ctrl+Y', title: { zh: '撤销 / 重做', en: 'Undo / redo' } },
    { keys: 'Alt+↓', title: { zh: '列菜单：排序、筛选、冻结', en: 'Column menu: sort, filter, freeze' } },
  ],
}
