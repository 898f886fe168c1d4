import type { Title } from '@guatu/kernel'

/** Every error code with its HTTP status and plain meaning. docs/errors.md is made from this table. */
export const refusalCodes = {
  INPUT_INVALID: { status: 400, title: { zh: '填写的内容有误', en: 'Some values are not valid' } },
  SIGN_IN_REQUIRED: { status: 401, title: { zh: '请先登录', en: 'Please sign in first' } },
  SIGN_IN_FAILED: { status: 401, title: { zh: '用户名或密码不对', en: 'User name or password is wrong' } },
  SIGN_IN_LOCKED: {
    status: 429,
    title: { zh: '失败次数过多，已暂时锁定', en: 'Locked for a while after too many failures' },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; please try again later' },
  },
  SECOND_FACTOR_WRONG: { status: 401, title: { zh: '验证码不对', en: 'The code is wrong' } },
  SECOND_FACTOR_REQUIRED: {
    status: 403,
    title: { zh: '请先绑定或输入动态验证码', en: 'The second factor is still missing' },
  },
  SECOND_FACTOR_STATE: {
    status: 409,
    title: { zh: '动态验证码的状态不允许这样做', en: 'The state of the second factor does not allow this' },
  },
  PASSWORD_EXPIRED: {
    status: 403,
    title: { zh: '密码已到期，请先修改', en: 'The password is too old; please change it' },
  },
  PASSWORD_WRONG: { status: 400, title: { zh: '当前密码不对', en: 'The current password is wrong' } },
  PASSWORD_REFUSED: { status: 400, title: { zh: '密码不符合要求', en: 'The password does not meet the rules' } },
  USER_NAME_TAKEN: { status: 409, title: { zh: '用户名已有人使用', en: 'The user name is taken' } },
  LINK_INVALID: {
    status: 404,
    title: { zh: '链接无效、已用过或已过期', en: 'The link is not valid, used or expired' },
  },
  ACCOUNT_STATE: {
    status: 409,
    title: { zh: '账号的状态不允许这样做', en: 'The state of the account does not allow this' },
  },
  OPENID_FAILED: { status: 401, title: { zh: '统一身份认证没有成功', en: 'Sign-in by OpenID Connect failed' } },
  FORBIDDEN: { status: 403, title: { zh: '没有这项权限', en: 'You may not do this' } },
  NOT_FOUND: { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  PLAYBOOK_UNKNOWN: { status: 404, title: { zh: '没有这种清单', en: 'There is no such list' } },
  REVISION_STALE: { status: 409, title: { zh: '别人已先改过这条记录', en: 'Somebody changed this record first' } },
  MOVE_ILLEGAL: { status: 409, title: { zh: '不能这样变更阶段', en: 'This change of stage is not allowed' } },
  GATE_BLOCKED: {
    status: 409,
    title: { zh: '还不满足进入该阶段的条件', en: 'The stage’s conditions are not met yet' },
  },
  REASON_REQUIRED: { status: 400, title: { zh: '需要写明理由', en: 'A reason is required' } },
  PLAN_INFEASIBLE: { status: 409, title: { zh: '计划排不下', en: 'The plan does not fit' } },
  PLAN_INVALID: { status: 400, title: { zh: '计划有误', en: 'The plan is not valid' } },
  BASELINE_FROZEN: { status: 409, title: { zh: '基线已冻结', en: 'The baseline is frozen already' } },
  CHANGE_NEEDED: {
    status: 409,
    title: { zh: '基线已冻结，须申请变更', en: 'The baseline is frozen: apply for a change of plan' },
  },
  CHANGE_STATE: {
    status: 409,
    title: { zh: '变更申请的状态不允许这样做', en: 'The state of the application does not allow this' },
  },
  CLOCK_STATE: {
    status: 409,
    title: { zh: '计时的状态不允许这样做', en: 'The state of the clock does not allow this' },
  },
  ITEM_LINK_INVALID: { status: 409, title: { zh: '不能这样关联', en: 'These cannot be linked so' } },
  FACT_ALREADY_VERIFIED: { status: 409, title: { zh: '该数据已核实', en: 'The figure is verified already' } },
  REPORT_INVALID: { status: 400, title: { zh: '报送内容有误', en: 'The report is not valid' } },
  REPORT_CONFLICT: { status: 409, title: { zh: '节点已有变动', en: 'The node has changed meanwhile' } },
  REPORT_STATE: {
    status: 409,
    title: { zh: '报送的状态不允许这样做', en: 'The state of the report does not allow this' },
  },
  FONT_MISSING: { status: 409, title: { zh: '服务器缺少字体', en: 'The server lacks a font' } },
  EVIDENCE_REQUIRED: { status: 409, title: { zh: '缺少佐证', en: 'Evidence is missing' } },
  EXEMPTION_STATE: {
    status: 409,
    title: { zh: '豁免的状态不允许这样做', en: 'The state of the exemption does not allow this' },
  },
  SIGN_CONTEST_STATE: {
    status: 409,
    title: { zh: '申辩的状态不允许这样做', en: 'The state of the objection does not allow this' },
  },
  FILE_UNREADABLE: { status: 400, title: { zh: '文件读不了', en: 'The file cannot be read' } },
  FILE_NOT_SPREADSHEET: { status: 400, title: { zh: '不是电子表格', en: 'Not a spreadsheet' } },
  FILE_OLD_EXCEL: { status: 400, title: { zh: '旧版 .xls 文件', en: 'An old .xls file' } },
  FILE_PROTECTED: { status: 400, title: { zh: '文件有密码保护', en: 'The file is password-protected' } },
  FILE_DAMAGED: { status: 400, title: { zh: '文件已损坏', en: 'The file is damaged' } },
  FILE_BOMB: { status: 400, title: { zh: '文件解压后过大', en: 'The file inflates beyond the limit' } },
  FILE_ENTITIES: {
    status: 400,
    title: { zh: '文件含有不允许的 XML 实体', en: 'The file holds XML entities, which are not allowed' },
  },
  FILE_KIND_REFUSED: { status: 400, title: { zh: '不收这种文件', en: 'Files of this kind are not kept' } },
  FILE_MISMATCHED: {
    status: 400,
    title: { zh: '文件名与内容不符', en: 'The file’s name and its content do not agree' },
  },
  FILE_MACROS: { status: 400, title: { zh: '文件含有宏', en: 'The file holds macros' } },
  EVIDENCE_FULL: { status: 409, title: { zh: '佐证已满', en: 'The evidence of this item is full' } },
  EVIDENCE_WITHDRAWN: { status: 409, title: { zh: '该佐证已撤回', en: 'This evidence is withdrawn already' } },
  FILE_TOO_LARGE: { status: 413, title: { zh: '文件过大', en: 'The file is too large' } },
  HEADER_NOT_FOUND: { status: 400, title: { zh: '没有找到表头', en: 'No header row was found' } },
  SHEET_UNKNOWN: { status: 400, title: { zh: '没有这个工作表', en: 'There is no such sheet' } },
  MAPPING_INVALID: { status: 400, title: { zh: '列的对应关系有误', en: 'The column mapping is not valid' } },
  IMPORT_HAS_ERRORS: {
    status: 409,
    title: { zh: '表中有错误，没有写入', en: 'The sheet has errors; nothing was written' },
  },
  IMPORT_CLOSED: { status: 409, title: { zh: '这次导入已结束', en: 'This import is closed' } },
  IMPORT_CHANGED: { status: 409, title: { zh: '核对之后数据又有变动', en: 'Records changed after the check' } },
  DIRECTORY_INVALID: {
    status: 409,
    title: { zh: '与名录现状不符', en: 'This does not fit the directory as it is' },
  },
  ROLE_SEPARATED: {
    status: 409,
    title: { zh: '三员岗位不得与其他岗位兼任', en: 'A separated administrator holds no other role' },
  },
  HOURS_INVALID: { status: 400, title: { zh: '工作时间有误', en: 'The working hours are not valid' } },
  MAP_INVALID: { status: 400, title: { zh: '边界文件有误', en: 'The boundary file is not valid' } },
  CHANNEL_INVALID: {
    status: 409,
    title: { zh: '这个通知渠道用不了', en: 'This channel cannot be used' },
  },
  CHAIN_BROKEN: { status: 409, title: { zh: '留痕链有断开', en: 'The chain of events is broken' } },
  ORIGIN_FOREIGN: {
    status: 403,
    title: { zh: '只能在本机打开', en: 'This server answers only its own pages on this machine' },
  },
  SERVER_FAULT: { status: 500, title: { zh: '系统出错，请稍后再试', en: 'Something failed here; please try again' } },
} as const satisfies Record<string, { readonly status: number; readonly title: Title }>

export type RefusalCode = keyof typeof refusalCodes
