/** Syntax is not polyfilled: the oldest phone of base library 2.30 (iOS 13, Chrome 86) has to read it. */
import { readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { WEAPP } from '../support/weapp/bundle'
import { filesUnder } from '../support/weapp/packages'

/** iOS 13.0 to 13.3 have neither `?.` nor `??`. */
const ECMA_VERSION = 2019

const mistakeOf = (code: string): string | null => {
  try {
    parse(code, {
      ecmaVersion: ECMA_VERSION,
      sourceType: 'script',
      allowReturnOutsideFunction: true,
    })
    return null
  } catch (error) {
    return String(error)
  }
}

it('is no newer than the oldest phone, in any file of the mini-program', () => {
  const files = filesUnder(WEAPP).filter((path) => path.endsWith('.js'))
  expect(files.length).toBeGreaterThan(60)
  const wrong = files
    .map((file) => ({ file, mistake: mistakeOf(readFileSync(`${WEAPP}/${file}`, 'utf8')) }))
    .filter(({ mistake }) => mistake !== null)
  expect(wrong).toEqual([])
})

it.each(['a?.b', 'a ?? b', 'a ||= b', 'class A { #b = 1 }', 'class A { b = 1 }', '1n', '1_000'])(
  'would be caught with %s',
  (code) => expect(mistakeOf(code)).not.toBeNull(),
)
