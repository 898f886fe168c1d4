import { useCallback } from 'react'
import { useDirectory } from '../../api/session.tsx'

/** What people call a town on a map: 建设街道 is 建设, 凤桥镇 is 凤桥; a name that would keep one sign stays whole. */
export const briefAreaName = (name: string): string => name.replace(/^(..+?)(街道|镇|乡)$/, '$1')

/** Brief names of areas by their codes. */
export function useAreaName(): (code: string | null | undefined) => string {
  const directory = useDirectory()
  return useCallback((code) => briefAreaName(directory.areaName(code)), [directory])
}
