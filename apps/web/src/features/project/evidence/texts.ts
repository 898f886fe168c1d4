import type { Text } from '../../../app/language.ts'

const title = (zh: string, en: string): Text => ({ zh, en })

export const evidenceTexts = {
  loading: title('正在读取佐证', 'Loading the evidence'),
  whole: title('整个项目', 'The project as a whole'),
  replaced: title('已被更正的数据', 'Figures that were corrected'),
  none: title('还没有佐证', 'No evidence yet'),
  noneHint: title(
    '批复、合同、凭证和现场照片可以挂在节点或数据上。',
    'Approvals, contracts, vouchers and photos belong to a node or a figure.',
  ),
  subject: title('属于', 'Evidence of'),
  drop: title('把文件拖到这里，或', 'Drop files here, or'),
  choose: title('选择文件', 'Choose files'),
  camera: title('拍照', 'Take a photo'),
  limits: title(
    '{{kinds}}；单个不超过 {{file}} MB，已用 {{used}} / {{all}} MB',
    '{{kinds}}; up to {{file}} MB each, {{used}} of {{all}} MB used',
  ),
  sending: title('正在上传《{{name}}》', 'Sending {{name}}'),
  cancel: title('取消', 'Cancel'),
  kept: title('已保存《{{name}}》', '{{name}} is kept'),
  download: title('下载《{{name}}》', 'Save {{name}}'),
  preview: title('《{{name}}》的图片', 'Image of {{name}}'),
  taken: title('摄于 {{when}}', 'taken {{when}}'),
  offered: title(
    '照片自己写着：{{what}}。属实就采用。',
    'The photo says of itself: {{what}}. Take it over if it is true.',
  ),
  takeOver: title('采用', 'Take over'),
  leave: title('不采用', 'Leave out'),
  describe: title('补充说明', 'Describe'),
  note: title('说明', 'Note'),
  place: title('地点', 'Place'),
  save: title('保存', 'Save'),
  withdraw: title('撤回', 'Withdraw'),
  reason: title('撤回的理由（记入留痕）', 'Reason for withdrawing (kept in the record)'),
  confirm: title('确定撤回', 'Withdraw it'),
  withdrawn: title('已撤回：{{reason}}（{{who}} {{day}}）', 'Withdrawn: {{reason}} ({{who}}, {{day}})'),
  ofFigure: title('佐证 {{count}}', 'Evidence {{count}}'),
  addToFigure: title('添佐证', 'Add evidence'),
} satisfies Record<string, Text>
