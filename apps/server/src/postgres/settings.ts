import type { Layout } from './layout.ts'
import { folderArgument, type RunAs } from './run-as.ts'

/** Sized for one district on an office machine; who outgrows it names a server of their own by DATABASE_URL. */
const defaults: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'Asia/Shanghai',
  log_min_messages: 'warning',
  idle_in_transaction_session_timeout: '10min',
}

/** For databases that live as long as a test run: nothing has to survive a power cut. */
const throwaway: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

/** Command-line arguments of the server: no TCP, one private socket, a name that marks its processes. */
export function serverArguments(layout: Layout, runAs: RunAs, durable: boolean): string[] {
  const settings = {
    ...defaults,
    ...(durable ? {} : throwaway),
    listen_addresses: '',
    unix_socket_directories: `"${layout.socketFolder}"`,
    unix_socket_permissions: '0700',
    cluster_name: layout.clusterName,
  }
  const assignments = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', folderArgument(runAs, layout.clusterFolder), ...assignments]
}
