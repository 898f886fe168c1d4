export * from './field.ts'
export * from './figures.ts'
export * from './plan-template.ts'
export * from './playbook.ts'
