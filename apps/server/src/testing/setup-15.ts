import { databaseSetup } from './global-setup.ts'

export default databaseSetup('15')
