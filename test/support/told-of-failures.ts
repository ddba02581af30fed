import type { Circus } from '@jest/types'
import { TestEnvironment } from 'jest-environment-node'

/** Node as jest gives it to tests, which tells what cleans up after one whether it has failed. */
export default class ToldOfFailures extends TestEnvironment {
  handleTestEvent({ name }: Circus.Event): void {
    if (name === 'test_start') this.global.testFailed = false
    else if (name === 'test_fn_failure' || name === 'hook_failure') this.global.testFailed = true
  }
}
