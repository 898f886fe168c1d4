import { getDirectory } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { chargeNames } from './charge-names.ts'
import { directoryRows } from './directory-rows.ts'
import { chargeReply, personReply, postReply, unitReply } from './replies.ts'

export const getDirectoryFeature = feature(getDirectory, async ({ store, shelf }) => {
  return await store.read(async (tx) => {
    const { units, persons, posts, charges } = await directoryRows(tx)
    const nameOf = await chargeNames(tx, charges, units, shelf.dictionaries.area)
    return done({
      units: units.map(unitReply),
      persons: persons.map(personReply),
      posts: posts.map(postReply),
      charges: charges.map((charge) => chargeReply(charge, nameOf(charge))),
    })
  })
})
