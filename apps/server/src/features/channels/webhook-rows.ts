import type { WebhookEntry } from '@guatu/contract'
import type { Tx } from '../../store/store.ts'

const webhookColumns = `webhook_id as "webhookId", name, shape, host, sealed_secret is not null as signed, kinds,
  enabled, quiet, revision`

/** Webhooks that are kept; a removed one stays as a row, for what was sent by it. */
export async function webhookRows({ client, districtId }: Tx, webhookId?: string): Promise<WebhookEntry[]> {
  const { rows } = await client.query<WebhookEntry>(
    `select ${webhookColumns} from webhook where district_id = $1 and removed_at is null
       and ($2::uuid is null or webhook_id = $2) order by created_at`,
    [districtId, webhookId ?? null],
  )
  return rows
}

/** A webhook as the record tells of it: without its address and secret. */
export const toldWebhook = ({ webhookId, name, shape, host, kinds, enabled, quiet, signed }: WebhookEntry) => ({
  ...{ webhookId, name, shape, host, kinds, enabled, quiet, signed },
})
