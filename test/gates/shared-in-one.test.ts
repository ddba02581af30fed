/** What the pages of a subpackage share lies in one file beside them (config/subpackages). */
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { inOrder, joinModules } from '../../config/subpackages/shared-in-one'
import { WEAPP } from '../support/weapp/bundle'
import { packageSizes } from '../support/weapp/packages'
import type { AppJson } from '../support/weapp/platform/app-json'

const pushed = (chunk: number | string, modules: string, mode = '"use strict";') =>
  `${mode}(wx.webpackJsonp=wx.webpackJsonp||[]).push([[${chunk}],{${modules}}]);`

type Handed = [number[], Record<number, () => unknown>]
function handed(script: string): Handed[] {
  const wx: { webpackJsonp?: Handed[] } = {}
  ;(runInThisContext(`(function(wx){${script}})`) as (wx: unknown) => void)(wx)
  return wx.webpackJsonp!
}

it('hands over the same modules, the strict ones strict', () => {
  const strict = (key: number) => `${key}:function(){return this===void 0}`
  const texts = [
    pushed(1, strict(10)),
    pushed(2, strict(20), ''),
    pushed(3, ''),
    // As the minifier writes 7000.
    pushed('7e3', strict(40)),
  ]
  const [first, second, ...more] = handed(joinModules(texts))
  expect(more).toEqual([])
  const asked = ([chunks, modules]: Handed) => [
    chunks,
    Object.entries(modules).map(([key, module]) => [key, module.call(undefined)]),
  ]
  expect(asked(first!)).toEqual([
    [1, 3, 7000],
    [
      ['10', true],
      ['40', true],
    ],
  ])
  expect(asked(second!)).toEqual([[2], [['20', false]]])
  expect(() => joinModules(['console.log(1)'])).toThrow('Not a file of modules')
})

it('lays style sheets in an order that suits every page', () => {
  expect(
    inOrder([
      ['b', 'c'],
      ['a', 'c'],
      ['a', 'b'],
    ]),
  ).toEqual(['a', 'b', 'c'])
  expect(() =>
    inOrder([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  ).toThrow('No order suits')
})

it('leaves one script and one style sheet beside the pages of each subpackage', () => {
  const app = JSON.parse(readFileSync(`${WEAPP}/app.json`, 'utf8')) as AppJson
  const files = packageSizes(WEAPP, app).flatMap((one) => one.files.map(({ path }) => path))
  expect(files.filter((file) => /sub-(common|vendors)/.test(file))).toEqual([])
  expect(files.filter((file) => file.endsWith('/shared.js')).length).toBeGreaterThan(15)
})
