import type { Log } from '../../src/cloud/log'

/** For tests that look at what is done, not at what is told. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
