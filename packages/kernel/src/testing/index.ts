export { openNode } from './open-node.ts'
