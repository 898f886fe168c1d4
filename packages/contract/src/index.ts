import * as access from './access.ts'
import * as account from './account.ts'
import * as audit from './audit.ts'
import * as baselines from './baselines.ts'
import * as blocks from './blocks.ts'
import * as changes from './changes.ts'
import * as channels from './channels.ts'
import * as cockpit from './cockpit.ts'
import * as comparison from './comparison.ts'
import * as desk from './desk.ts'
import * as directory from './directory.ts'
import * as directoryImport from './directory-import.ts'
import * as district from './district.ts'
import * as documents from './documents.ts'
import * as evidence from './evidence.ts'
import * as exemptions from './exemptions.ts'
import * as exports from './exports.ts'
import * as facts from './facts.ts'
import * as fiveFix from './five-fix.ts'
import * as imports from './imports.ts'
import * as items from './items.ts'
import * as loop from './loop.ts'
import * as myCharge from './my-charge.ts'
import * as notices from './notices.ts'
import * as patrol from './patrol.ts'
import * as plan from './plan.ts'
import * as pledges from './pledges.ts'
import * as reports from './reports.ts'
import * as reportsDue from './reports-due.ts'
import type { Route } from './route.ts'
import * as session from './session.ts'
import * as signIn from './sign-in.ts'
import * as signs from './signs.ts'
import * as stageBoard from './stage-board.ts'
import * as system from './system.ts'

export * from './access.ts'
export * from './account.ts'
export * from './audit.ts'
export * from './baselines.ts'
export * from './blocks.ts'
export * from './changes.ts'
export * from './channels.ts'
export * from './cockpit.ts'
export * from './codes.ts'
export * from './comparison.ts'
export * from './desk.ts'
export * from './directory.ts'
export * from './directory-import.ts'
export * from './district.ts'
export * from './documents.ts'
export * from './evidence.ts'
export * from './exemptions.ts'
export * from './exports.ts'
export * from './facts.ts'
export * from './five-fix.ts'
export * from './imports.ts'
export * from './items.ts'
export * from './loop.ts'
export * from './my-charge.ts'
export * from './notice-kinds.ts'
export * from './notices.ts'
export * from './patrol.ts'
export * from './plan.ts'
export * from './pledges.ts'
export * from './reports.ts'
export * from './reports-due.ts'
export * from './route.ts'
export * from './session.ts'
export * from './shapes.ts'
export * from './sign-in.ts'
export * from './signs.ts'
export * from './stage-board.ts'
export * from './system.ts'
export * from './unit-kinds.ts'

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'refusals' in value && 'path' in value

/** Every route of the product, for the server's registration check, OpenAPI and generated tests. */
export const routes: readonly Route[] = [
  signIn,
  account,
  session,
  cockpit,
  items,
  loop,
  plan,
  baselines,
  changes,
  comparison,
  fiveFix,
  blocks,
  stageBoard,
  facts,
  evidence,
  exemptions,
  pledges,
  signs,
  reports,
  reportsDue,
  imports,
  exports,
  patrol,
  myCharge,
  documents,
  desk,
  district,
  directory,
  directoryImport,
  access,
  system,
  audit,
  notices,
  channels,
].flatMap((part) => Object.values(part).filter(isRoute))
