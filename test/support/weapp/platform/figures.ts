import type { PageInstance } from './page-component'

/** What a page cost, against the limits of WeChat's 体验评分 (audits). */
export interface PageFigures {
  route: string
  setDataCalls: number
  setDataBytes: number
  largestSetDataBytes: number
  /** The most calls within any one second. */
  busiestSecond: number
  nodes: number
  depth: number
  mostChildren: number
}

interface SetDataRecord {
  route: string
  bytes: number
  at: number
}

/** Counts what each page hands to the view layer, and copies it as the way between two threads does. */
export class SetDataMeter {
  private readonly records: SetDataRecord[] = []

  watch(route: string, instance: PageInstance): void {
    const setData = instance.setData.bind(instance)
    instance.setData = (data, callback) => {
      const text = JSON.stringify(data)
      const bytes = utf8Bytes(text)
      this.records.push({ route, bytes, at: Date.now() })
      setData(JSON.parse(text) as Record<string, unknown>, callback)
    }
  }

  /** The figures of a page with the tree under `root` as it stands now. */
  figures(route: string, root: Element): PageFigures {
    const own = this.records.filter((record) => record.route === route)
    const bytes = own.map((record) => record.bytes)
    return {
      route,
      setDataCalls: own.length,
      setDataBytes: bytes.reduce((sum, b) => sum + b, 0),
      largestSetDataBytes: Math.max(0, ...bytes),
      busiestSecond: Math.max(
        0,
        ...own.map(({ at }) => own.filter((r) => r.at >= at && r.at < at + 1000).length),
      ),
      ...treeFigures(root),
    }
  }
}

/** Nodes of WXML (`wx-…` and custom components), not what a native component holds inside. */
function isWxmlNode(element: Element): boolean {
  const name = element.tagName.toLowerCase()
  return name.startsWith('wx-') || name === 'comp'
}

function treeFigures(root: Element): Pick<PageFigures, 'nodes' | 'depth' | 'mostChildren'> {
  let nodes = 0
  let depth = 0
  let mostChildren = 0
  const walk = (element: Element, level: number): void => {
    const children = Array.from(element.children).filter(isWxmlNode)
    nodes += 1
    depth = Math.max(depth, level)
    mostChildren = Math.max(mostChildren, children.length)
    for (const child of children) walk(child, level + 1)
  }
  walk(root, 1)
  return { nodes, depth, mostChildren }
}

function utf8Bytes(text: string): number {
  return encodeURIComponent(text).replace(/%../g, '.').length
}
