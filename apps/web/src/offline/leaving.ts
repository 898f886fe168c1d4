import { type Translate, translate } from '../app/language.ts'
import { offlineDatabase } from './database.ts'
import { setWaiting } from './waiting-flag.ts'

const texts = {
  ask: {
    zh: '本机上还有 {{reports}} 条待报送、{{drafts}} 份草稿。\n确定：清除后退出。\n取消：留在本机，下次登录后继续。',
    en: 'This device still holds {{reports}} reports to be sent and {{drafts}} drafts.\nOK: remove them and sign out.\nCancel: keep them here for the next sign-in.',
  },
}

/** Before somebody leaves: what the device keeps to be read goes; what he typed goes only when he says so. */
export async function tidyUp(ask: (text: string) => boolean = (text) => confirm(text)): Promise<void> {
  const t: Translate = translate
  const database = await offlineDatabase()
  await database.clear('due')
  const [reports, drafts] = [await database.count('report'), await database.count('draft')]
  if (reports + drafts === 0 || !ask(t(texts.ask, { reports, drafts }))) return
  for (const store of ['report', 'photo', 'draft'] as const) await database.clear(store)
  setWaiting(false)
}
