import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, type types } from '@babel/core'
import { PRIVATE_APIS, PRIVATE_COMPONENTS, PRIVATE_OPEN_TYPES } from './private-apis'

/** A private interface, and the packages of the mini-program whose code names it. */
export type Calls = Map<string, Set<string>>

const APIS = new Set<string>(Object.values(PRIVATE_APIS).flat())

/**
 * What of WeChat's private interfaces the built mini-program in `folder` calls: read from the syntax
 * of its scripts, as a member of anything (`wx.getLocation`, `Taro.default.getLocation`), taken out
 * of one (`{ getLocation }`), as a button's open-type, or as a component of its templates. `roots` are
 * its subpackages; the main package is `main`.
 */
export function privateCalls(folder: string, roots: readonly string[]): Calls {
  const calls: Calls = new Map()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const text = () => readFileSync(path.join(folder, file), 'utf8')
    const names = file.endsWith('.js')
      ? namesInScript(text())
      : file.endsWith('.wxml')
        ? namesInTemplate(text())
        : []
    const where = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    for (const name of names) calls.set(name, (calls.get(name) ?? new Set()).add(where))
  }
  return calls
}

/** The private interfaces that a script names. */
export function namesInScript(script: string): Set<string> {
  const found = new Set<string>()
  const options = { configFile: false, babelrc: false, sourceType: 'script' } as const
  visit(parseSync(script, options), (node) => {
    const name = apiIn(node) ?? openTypeIn(node)
    if (name !== null) found.add(name)
  })
  return found
}

function namesInTemplate(template: string): string[] {
  const components = Object.keys(PRIVATE_COMPONENTS).filter((name) =>
    new RegExp(`<${name}[\\s>]`).test(template),
  )
  const opened = [...template.matchAll(/open-type="(\w+)"/g)].map(([, name]) => name!)
  return [...components, ...opened.filter((name) => name in PRIVATE_OPEN_TYPES)]
}

function apiIn(node: types.Node): string | null {
  const name =
    node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'
      ? nameOf(node.property)
      : node.type === 'ObjectPattern'
        ? node.properties
            .map((one) => ('key' in one ? nameOf(one.key) : ''))
            .find((one) => APIS.has(one))
        : undefined
  return name !== undefined && APIS.has(name) ? name : null
}

/** `openType: cond ? 'getPhoneNumber' : …`, whichever way it may go. */
function openTypeIn(node: types.Node): string | null {
  if (node.type !== 'ObjectProperty' || !/^open-?type$/i.test(nameOf(node.key))) return null
  let found: string | null = null
  visit(node.value, (inner) => {
    if (inner.type === 'StringLiteral' && inner.value in PRIVATE_OPEN_TYPES) found = inner.value
  })
  return found
}

function nameOf(node: types.Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'StringLiteral' ? node.value : ''
}

function visit(value: unknown, look: (node: types.Node) => void): void {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (Array.isArray(one)) open.push(...(one as unknown[]))
    else if (typeof one === 'object' && one !== null && 'type' in one) {
      look(one as types.Node)
      for (const [key, inner] of Object.entries(one)) {
        if (key !== 'loc' && typeof inner === 'object') open.push(inner)
      }
    }
  }
}
