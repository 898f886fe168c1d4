import { getImport, getImportReport, type ImportState, type LedgerReport } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { routeQuery } from '../../api/query.ts'
import { isSettled } from './steps.ts'

const POLL_MILLISECONDS = 400

/** State of the import in the address, asked again while the server is at work. */
export function useImport(importId: string | undefined) {
  return useQuery({
    ...routeQuery(getImport, { params: { importId: importId ?? '' } }),
    enabled: importId !== undefined,
    refetchInterval: (query) => {
      const state = query.state.data as ImportState | undefined
      return state && !isSettled(state.progress.phase) ? POLL_MILLISECONDS : false
    },
  })
}

/** The dry run's report with its first items; read again when another mapping has been checked. */
export function useReport(state: ImportState): {
  readonly data: LedgerReport | undefined
  readonly error: Error | null
} {
  const { data, error } = useQuery({
    ...routeQuery(getImportReport, { params: { importId: state.importId }, query: { limit: 100 } }),
    enabled: state.progress.phase === 'ready',
    staleTime: 0,
  })
  return { data, error }
}
