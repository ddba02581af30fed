import exparser from 'miniprogram-exparser'

/** Fires an event of a native component at its element, as the platform does. */
export function fire(target: Element, type: string, detail: object): void {
  const node = (target as Element & { __wxElement?: never }).__wxElement
  if (!node) return
  const event = exparser.Event.create(type, detail, { bubbles: false, composed: true })
  exparser.Event.dispatchEvent(node, event)
}
