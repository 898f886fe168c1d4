import type { Feature } from '../http/feature.ts'
import { explainAccessFeature } from './access/explain.ts'
import { listAccessRulesFeature, saveAccessRulesFeature } from './access/rules.ts'
import { choosePostFeature, getAccountFeature } from './account/get.ts'
import { listAccountsFeature } from './account/list-accounts.ts'
import {
  closeAccountFeature,
  endAccountSessionsFeature,
  inviteAccountFeature,
  reopenAccountFeature,
} from './account/manage-accounts.ts'
import { changePasswordFeature } from './account/password.ts'
import { getSignInPolicyFeature, saveSignInPolicyFeature } from './account/policy.ts'
import {
  confirmSecondFactorFeature,
  endSecondFactorFeature,
  renewRecoveryCodesFeature,
  startSecondFactorFeature,
} from './account/second-factor.ts'
import { endSessionFeature, listSessionsFeature } from './account/sessions.ts'
import { createTokenFeature, listTokensFeature, revokeTokenFeature } from './account/tokens.ts'
import { resetCredentialsFeature, unlockAccountFeature } from './account/unlock-accounts.ts'
import { getAreaMapFeature } from './area-map/get.ts'
import { deleteAreaMapFeature, saveAreaMapFeature } from './area-map/save.ts'
import { exportEventsCsvFeature, exportEventsXlsxFeature } from './audit/export.ts'
import { getSignedHeadFeature } from './audit/head.ts'
import { getEventFeature, getRecordStateFeature, searchEventsFeature } from './audit/search.ts'
import { cancelVerificationFeature, getVerificationFeature, startVerificationFeature } from './audit/verification.ts'
import { freezeBaselinesFeature } from './baselines/freeze.ts'
import { listBaselinesFeature } from './baselines/list.ts'
import { listBlocksFeature } from './blocks/list.ts'
import { changeFeatures } from './changes/index.ts'
import { listDeliveriesFeature, resendDeliveryFeature } from './channels/deliveries.ts'
import { getChannelsFeature } from './channels/get.ts'
import { testMailFeature, testWebhookFeature } from './channels/try.ts'
import { createWebhookFeature, deleteWebhookFeature, updateWebhookFeature } from './channels/webhooks.ts'
import { pauseClockFeature, resumeClockFeature } from './clocks/pause.ts'
import { getCockpitFeature } from './cockpit/get.ts'
import { comparePlansFeature } from './comparison/compare.ts'
import { exportComparisonFeature } from './comparison/export.ts'
import { getDeskFeature } from './desk/get.ts'
import { directoryFeatures } from './directory/index.ts'
import { getDistrictPlanFeature } from './district-plan/get.ts'
import { saveDistrictPlanFeature } from './district-plan/save.ts'
import { getDocumentFeature, getDocumentPdfFeature, getDocumentWordFeature } from './documents/get.ts'
import { addEvidenceFeature } from './evidence/add.ts'
import { describeEvidenceFeature } from './evidence/describe.ts'
import { listEvidenceFeature } from './evidence/list.ts'
import { getEvidenceFileFeature, getEvidenceImageFeature } from './evidence/send.ts'
import { withdrawEvidenceFeature } from './evidence/withdraw.ts'
import { askExemptionFeature } from './exemptions/ask.ts'
import { decideExemptionFeature, endExemptionFeature } from './exemptions/decide.ts'
import { listExemptionsFeature, listItemExemptionsFeature } from './exemptions/list.ts'
import { exportItemsFeature, getTemplateFileFeature } from './exports/export.ts'
import { reportFactFeature } from './facts/report.ts'
import { verifyFactFeature } from './facts/verify.ts'
import { assignGapsFeature } from './five-fix/assign-gaps.ts'
import { listGapsFeature } from './five-fix/list-gaps.ts'
import { cancelImportFeature } from './imports/cancel.ts'
import { commitImportFeature } from './imports/commit.ts'
import { getImportFeature } from './imports/get.ts'
import { getImportDifferencesFeature } from './imports/get-differences.ts'
import { getImportErrorsFileFeature } from './imports/get-errors-file.ts'
import { getImportReportFeature } from './imports/get-report.ts'
import { mapImportFeature } from './imports/map.ts'
import { startImportFeature } from './imports/start.ts'
import { undoImportFeature } from './imports/undo.ts'
import { advanceItemFeature } from './items/advance.ts'
import { advanceItemsFeature } from './items/advance-many.ts'
import { createItemFeature } from './items/create.ts'
import { listItemEventsFeature } from './items/events.ts'
import { getItemFeature } from './items/get.ts'
import { listItemsFeature } from './items/list.ts'
import { openItemFeature } from './items/open.ts'
import { getItemSecretsFeature } from './items/secrets.ts'
import { updateItemFeature, updateItemsFeature } from './items/update.ts'
import { addLinkFeature, removeLinkFeature } from './links/link.ts'
import { getMyChargeFeature } from './my-charge/get.ts'
import {
  getCalendarFeedFeature,
  getCalendarFileFeature,
  makeCalendarFeedFeature,
  revokeCalendarFeedFeature,
} from './notices/calendar.ts'
import { countNoticesFeature, listNoticesFeature, markNoticesFeature } from './notices/inbox.ts'
import { getNoticePreferenceFeature, saveNoticePreferenceFeature } from './notices/preference.ts'
import { getPatrolFeature } from './patrol/get.ts'
import { planVisitsFeature } from './patrol/plan.ts'
import { previewPlanFeature } from './plan/preview.ts'
import { savePlanFeature } from './plan/save.ts'
import { getWallMapFeature } from './plan/wall-map.ts'
import { listItemPledgesFeature } from './pledges/list.ts'
import { reportFeatures } from './reports/index.ts'
import { searchFeature } from './search/search.ts'
import { getSessionFeature } from './session/get.ts'
import { enterDemonstrationFeature, listDemonstrationPersonsFeature } from './sign-in/demonstration.ts'
import { getSignInFeature } from './sign-in/get.ts'
import { acceptInvitationFeature, openInvitationFeature } from './sign-in/invitation.ts'
import { finishOpenIdFeature, startOpenIdFeature } from './sign-in/open-id.ts'
import { signInFeature, signOutFeature, verifySecondFactorFeature } from './sign-in/password.ts'
import { completeSetUpFeature, openSetUpFeature } from './sign-in/set-up.ts'
import { answerContestFeature, contestSignFeature } from './signs/contest.ts'
import { listSignsFeature } from './signs/list.ts'
import { getStageBoardFeature } from './stage-board/get.ts'
import { getHealthFeature } from './system/health.ts'
import { getOpenApiFeature } from './system/open-api.ts'
import { getWorkingHoursFeature } from './working-hours/get.ts'
import { saveWorkingHoursFeature } from './working-hours/save.ts'

/** Everything that the server answers; a test holds it against the contract. */
export const features: readonly Feature[] = [
  choosePostFeature,
  getAccountFeature,
  listAccountsFeature,
  closeAccountFeature,
  endAccountSessionsFeature,
  inviteAccountFeature,
  reopenAccountFeature,
  changePasswordFeature,
  getSignInPolicyFeature,
  saveSignInPolicyFeature,
  confirmSecondFactorFeature,
  endSecondFactorFeature,
  renewRecoveryCodesFeature,
  startSecondFactorFeature,
  endSessionFeature,
  listSessionsFeature,
  createTokenFeature,
  listTokensFeature,
  revokeTokenFeature,
  resetCredentialsFeature,
  unlockAccountFeature,
  enterDemonstrationFeature,
  listDemonstrationPersonsFeature,
  getSignInFeature,
  acceptInvitationFeature,
  openInvitationFeature,
  finishOpenIdFeature,
  startOpenIdFeature,
  signInFeature,
  signOutFeature,
  verifySecondFactorFeature,
  completeSetUpFeature,
  openSetUpFeature,
  getSessionFeature,
  getCockpitFeature,
  listItemsFeature,
  createItemFeature,
  getItemFeature,
  getItemSecretsFeature,
  openItemFeature,
  updateItemFeature,
  updateItemsFeature,
  advanceItemFeature,
  advanceItemsFeature,
  getDeskFeature,
  getDocumentFeature,
  getDocumentWordFeature,
  getDocumentPdfFeature,
  getMyChargeFeature,
  getPatrolFeature,
  planVisitsFeature,
  pauseClockFeature,
  resumeClockFeature,
  addLinkFeature,
  removeLinkFeature,
  listItemEventsFeature,
  reportFactFeature,
  verifyFactFeature,
  listEvidenceFeature,
  addEvidenceFeature,
  describeEvidenceFeature,
  withdrawEvidenceFeature,
  getEvidenceFileFeature,
  getEvidenceImageFeature,
  previewPlanFeature,
  savePlanFeature,
  getWallMapFeature,
  freezeBaselinesFeature,
  ...changeFeatures,
  listBaselinesFeature,
  comparePlansFeature,
  exportComparisonFeature,
  listGapsFeature,
  listBlocksFeature,
  getStageBoardFeature,
  assignGapsFeature,
  searchFeature,
  getDistrictPlanFeature,
  saveDistrictPlanFeature,
  getWorkingHoursFeature,
  saveWorkingHoursFeature,
  getAreaMapFeature,
  saveAreaMapFeature,
  deleteAreaMapFeature,
  explainAccessFeature,
  listAccessRulesFeature,
  saveAccessRulesFeature,
  getHealthFeature,
  getOpenApiFeature,
  exportItemsFeature,
  getTemplateFileFeature,
  cancelImportFeature,
  commitImportFeature,
  getImportFeature,
  getImportDifferencesFeature,
  getImportErrorsFileFeature,
  getImportReportFeature,
  mapImportFeature,
  startImportFeature,
  undoImportFeature,
  ...reportFeatures,
  ...directoryFeatures,
  searchEventsFeature,
  getEventFeature,
  getRecordStateFeature,
  getVerificationFeature,
  startVerificationFeature,
  cancelVerificationFeature,
  getSignedHeadFeature,
  exportEventsXlsxFeature,
  exportEventsCsvFeature,
  listNoticesFeature,
  countNoticesFeature,
  markNoticesFeature,
  getNoticePreferenceFeature,
  saveNoticePreferenceFeature,
  getCalendarFeedFeature,
  makeCalendarFeedFeature,
  revokeCalendarFeedFeature,
  getCalendarFileFeature,
  getChannelsFeature,
  createWebhookFeature,
  updateWebhookFeature,
  deleteWebhookFeature,
  testWebhookFeature,
  testMailFeature,
  listDeliveriesFeature,
  resendDeliveryFeature,
  listExemptionsFeature,
  listItemExemptionsFeature,
  askExemptionFeature,
  decideExemptionFeature,
  endExemptionFeature,
  listItemPledgesFeature,
  listSignsFeature,
  contestSignFeature,
  answerContestFeature,
]
