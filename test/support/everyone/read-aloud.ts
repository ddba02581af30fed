import type { CDPSession } from 'playwright-core'

interface Node {
  nodeId: string
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  properties?: { name: string; value: { value?: unknown } }[]
  childIds?: string[]
}

const CONTROLS = new Set([
  ...['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'gridcell', 'combobox', 'option'],
  ...['textbox', 'searchbox', 'spinbutton', 'slider', 'menuitem'],
])
/** Said as a whole, with nothing of what is within. */
const WHOLE = new Set([
  ...CONTROLS,
  ...['heading', 'image', 'img', 'columnheader', 'rowheader', 'cell', 'StaticText'],
])
/** Said where it begins. */
const AROUND = new Set([
  ...['main', 'navigation', 'dialog', 'list', 'listitem', 'group', 'radiogroup', 'tablist'],
  ...['grid', 'table', 'row', 'alert', 'status'],
])
const STATES = ['checked', 'selected', 'expanded', 'disabled', 'invalid']

/** What a screen reader says of a page in its order, a line each: `[role, state] name`, or plain text. */
export async function readAloud(session: CDPSession): Promise<string[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  const walk = (node: Node, depth: number): void => {
    const role = node.role?.value ?? ''
    const line = node.ignored ? null : lineOf(node, role)
    if (line !== null) lines.push('  '.repeat(depth) + line)
    if (!node.ignored && WHOLE.has(role)) return
    for (const id of node.childIds ?? []) {
      const child = byId.get(id)
      if (child) walk(child, line === null ? depth : depth + 1)
    }
  }
  walk(nodes[0]!, 0)
  return lines
}

function lineOf({ name: named, properties = [] }: Node, role: string): string | null {
  const name = (named?.value ?? '').trim()
  if (role === 'StaticText') return name === '' ? null : name
  // An empty place for what will be said later.
  if (role === 'status' && name === '') return null
  if (!WHOLE.has(role) && !AROUND.has(role)) return null
  const states = properties
    .filter(({ name: state, value }) => STATES.includes(state) && isSo(value.value))
    .map(({ name: state }) => state)
  return `[${[role, ...states].join(', ')}]${name === '' ? '' : ` ${name}`}`
}

const isSo = (value: unknown): boolean => value !== false && value !== 'false'

/** The controls without a name among what is read aloud. */
export function nameless(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const [, role] = /^\s*\[(\w+)[^\]]*\]$/.exec(line) ?? []
    return role !== undefined && CONTROLS.has(role)
  })
}
