import type { Feature } from '../../http/feature.ts'
import { receiveReportsFeature, returnReportFeature, verifyReportsFeature } from './decide.ts'
import { reportSheetFeature, reportsDueFeature } from './due.ts'
import { listReportsFeature } from './list.ts'
import { sendReportFeature, sendReportsFeature } from './send.ts'
import { exportReportSheetFeature, readReportSheetFeature } from './sheet-file.ts'

/** 报送: sending, receiving, returning and verifying reports of progress, by phone, sheet and desk. */
export const reportFeatures: readonly Feature[] = [
  sendReportFeature,
  sendReportsFeature,
  listReportsFeature,
  reportsDueFeature,
  reportSheetFeature,
  exportReportSheetFeature,
  readReportSheetFeature,
  receiveReportsFeature,
  returnReportFeature,
  verifyReportsFeature,
]
