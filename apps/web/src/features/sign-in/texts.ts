import type { Role } from '@guatu/access'
import type { Text } from '../../app/language.ts'

/** What the holder of each role finds, in a line. */
export const roleViews: Readonly<Record<Role, Text>> = {
  districtOffice: { zh: '看全区、核实数据、定节点模板和亮灯规则', en: 'Sees all, verifies, sets templates and rules' },
  town: { zh: '报进度、看本镇项目，也看得到别镇已签约的', en: 'Reports progress, sees the town’s projects' },
  department: { zh: '办牵头事项，核实主管的项目', en: 'Runs what it leads, verifies what it supervises' },
  projectTeam: { zh: '只看、只改专班手上的项目', en: 'Sees and edits the team’s own projects' },
  leader: { zh: '看全区，包联项目可上传佐证、看洽谈秘密', en: 'Sees all, and the secrets of what is in charge' },
  supervisor: { zh: '看全区，现场督导留佐证', en: 'Sees all, leaves evidence from the site' },
  verifier: { zh: '看全区，核实上报的数据', en: 'Sees all, verifies reported figures' },
  assessor: { zh: '看签约以后的项目，打分有据', en: 'Sees signed projects, scores on the record' },
  deputy: { zh: '只读向人大公开的项目', en: 'Reads what is opened to oversight' },
  firm: { zh: '只看、只报本企业的项目', en: 'Sees and reports the firm’s own projects' },
  partner: { zh: '只看自己引荐的项目', en: 'Sees the projects it brought' },
  systemAdmin: { zh: '开通账号、维护单位和人员，看不到项目', en: 'Keeps accounts and directory, sees no project' },
  securityAdmin: { zh: '任免岗位、定权限、解锁，看不到项目', en: 'Sets posts and rules, sees no project' },
  auditAdmin: { zh: '查留痕、导出留痕，什么都改不了', en: 'Searches the record, changes nothing' },
}

export const signInTexts = {
  title: { zh: '登录', en: 'Sign in' },
  lead: { zh: '用本人的账号登录，操作都会留痕。', en: 'Sign in with your own account; what you do is recorded.' },
  userName: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Sign in' },
  openId: { zh: '统一身份认证登录', en: 'Sign in by single sign-on' },
  forgotten: {
    zh: '忘记密码或换了手机：请安全管理员重置凭据，凭一次性链接重新设置。',
    en: 'Password forgotten or phone changed: the security administrator resets your credentials by a one-time link.',
  },
  secondTitle: { zh: '{{name}}，请输入验证码', en: '{{name}}, please enter the code' },
  secondTitleBare: { zh: '请输入验证码', en: 'Please enter the code' },
  secondLead: {
    zh: '打开手机上的验证器应用，输入当前的 6 位数字。',
    en: 'Open the authenticator on your phone and type its 6 digits.',
  },
  verify: { zh: '验证', en: 'Verify' },
  withRecovery: { zh: '手机不在身边？用恢复码', en: 'No phone at hand? Use a recovery code' },
  withCode: { zh: '用验证器的验证码', en: 'Use the authenticator’s code' },
  recoveryCode: { zh: '恢复码', en: 'Recovery code' },
  recoveryHint: { zh: '每个恢复码只能用一次', en: 'Each recovery code opens once' },
  otherPerson: { zh: '换个账号登录', en: 'Sign in as somebody else' },
  enrolTitle: { zh: '绑定二次验证', en: 'Set up the second factor' },
  enrolLead: {
    zh: '管理员登录须有第二道验证。绑定之后才能继续。',
    en: 'Administrators need a second factor. It has to be set up before you can go on.',
  },
  expiredTitle: { zh: '密码到期，请换新密码', en: 'The password is too old; please change it' },
  expiredLead: { zh: '改好后直接进入系统。', en: 'You go straight on when it is changed.' },
  demonstrationTitle: { zh: '从谁的眼里看？', en: 'Whose eyes would you like?' },
  demonstrationLead: {
    zh: '这是演示：人员和数据均为虚构。点一个人即可进入，看到的、能做的都按他的岗位来。',
    en: 'A demonstration: people and data are made up. Choose a person to enter; sight and rights are those of the post.',
  },
  enterAs: { zh: '以{{name}}进入', en: 'Enter as {{name}}' },
  withPassword: { zh: '用账号密码登录', en: 'Sign in with user name and password' },
  toDemonstration: { zh: '回到演示人员', en: 'Back to the demonstration’s persons' },
  setUpTitle: { zh: '还没有人开通账号', en: 'Nobody has an account yet' },
  setUpLead: {
    zh: '服务器启动时在终端里打印了一个一次性链接，用它指定三位管理员。链接过期了，在服务器上运行：',
    en: 'On its start the server printed a one-time link in its terminal: open it to name the three administrators. For another link, run on the server:',
  },
  loading: { zh: '正在读取', en: 'Loading' },
  againTitle: { zh: '登录已到期，请重新登录', en: 'You have been signed out; please sign in again' },
  againLead: {
    zh: '页面和正在填写的内容都还在，登录后接着做。',
    en: 'The page and what you typed are still here; go on after signing in.',
  },
  againElsewhere: { zh: '在新窗口打开登录页', en: 'Open the sign-in page in a new window' },
  signedInAs: { zh: '已登录：{{name}}', en: 'Signed in as {{name}}' },
} satisfies Record<string, Text>
