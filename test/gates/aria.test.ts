import { readFileSync } from 'node:fs'
import { WEAPP } from '../support/weapp/bundle'

const wxml = readFileSync(`${WEAPP}/base.wxml`, 'utf8')

/** The opening tags of a native component in Taro's templates. */
const tags = (component: string): string[] =>
  wxml.match(new RegExp(`<${component} [^>]*>`, 'g')) ?? []

/** Those that Taro uses for elements with properties of their own (not only class and style). */
const fullTags = (component: string) =>
  tags(component).filter((tag) => /hover-class|placeholder|mode=|open-type|aria-/.test(tag))

const binds = (tag: string, name: string) => new RegExp(`\\saria-${name}="{{i\\.\\w+}}"`).test(tag)

describe('Taro’s templates', () => {
  it.each(['role', 'label', 'hidden', 'checked', 'selected', 'disabled', 'expanded', 'live'])(
    'bind aria-%s on every view that can have it',
    (name) => {
      expect(fullTags('view').length).toBeGreaterThan(0)
      expect(fullTags('view').filter((tag) => !binds(tag, name))).toEqual([])
    },
  )

  it.each(['text', 'image', 'input', 'button'])('let every %s be named', (component) => {
    expect(fullTags(component).filter((tag) => !binds(tag, 'label'))).toEqual([])
  })

  it('leave the plain views, which are only boxes, without names and without taps', () => {
    const plain = tags('view').filter((tag) => !fullTags('view').includes(tag))
    expect(plain.filter((tag) => tag.includes('bindlongpress'))).toEqual([])
  })
})
