export { storeOptionsFrom } from './environment'
export { type Store, type StoreOptions, openStore } from './open'
export { StoreError } from './store-error'
export type { Database } from './tables'
