import type { Circus } from '@jest/types'
import { TestEnvironment } from 'jest-environment-node'
import { expectBrowserBack, lendBrowser } from './lent-browser'

const kept = new Map<string, string>()

/**
 * Node as jest gives it to tests that look at screens. It tells what cleans up after a test whether it
 * has failed, and has what each file of a worker would else make for itself: a browser, and what is
 * compiled (kept-in-worker.ts).
 */
export default class ScreensEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    Object.assign(this.global, { lendBrowser, kept })
  }

  override async teardown(): Promise<void> {
    expectBrowserBack()
    await super.teardown()
  }

  handleTestEvent({ name }: Circus.Event): void {
    if (name === 'test_start') this.global.testFailed = false
    else if (name === 'test_fn_failure' || name === 'hook_failure') this.global.testFailed = true
  }
}
