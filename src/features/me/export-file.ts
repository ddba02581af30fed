import type { Output } from '@/contract'

type Page = Output<'me.export'>

/** What the browser does when somebody opens the file: large enough to read, black on white. */
const STYLE =
  'body{font:18px/1.6 sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#222;background:#fff}' +
  'h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em}table{border-collapse:collapse;width:100%;margin:.8em 0}' +
  'th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}th{width:9em;font-weight:normal}'

/**
 * Everything that is kept about somebody, as one file that any browser opens; the same as JSON stands
 * in it for programs, under the id `data`. `day` is when it was made, in words.
 */
export function exportFile(pages: readonly Page[], day: string): string {
  const sections = sectionsOf(pages)
  const body = sections.map(({ title, why, kept, basis, items }) =>
    [
      `<h2>${escape(title)}</h2>`,
      `<p>${escape(`用来：${why}。留多久：${kept}。依据：${basis}。`)}</p>`,
      ...items.map(
        (facts) =>
          `<table>${facts
            .map(([name, value]) => `<tr><th>${escape(name)}</th><td>${escape(value)}</td></tr>`)
            .join('')}</table>`,
      ),
    ].join('\n'),
  )
  const json = JSON.stringify({ 导出日期: day, 内容: sections.map(asObject) })
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>我在常来的资料</title>',
    `<style>${STYLE}</style></head><body><h1>我在常来的资料</h1>`,
    `<p>${escape(`${day}导出。这里是常来存着的、关于您和您替报名的孩子的全部内容。别人写的、别人的名字不在里面。`)}</p>`,
    ...body,
    // Within a script nothing but its end is read by the browser.
    `<script type="application/json" id="data">${json.replace(/</g, '\\u003c')}</script>`,
    '</body></html>',
  ].join('\n')
}

/** The pages with those of one group put together; what is empty is left out. */
export function sectionsOf(pages: readonly Page[]): Omit<Page, 'after'>[] {
  const sections = new Map<string, Omit<Page, 'after'>>()
  for (const { after: _, ...page } of pages) {
    const before = sections.get(page.group)
    sections.set(page.group, { ...page, items: [...(before?.items ?? []), ...page.items] })
  }
  return [...sections.values()].filter(({ items }) => items.length > 0)
}

function asObject({ title, why, kept, basis, items }: Omit<Page, 'after'>) {
  return { 类别: title, 用来: why, 留多久: kept, 依据: basis, 条目: items.map(Object.fromEntries) }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ENTITIES[one]!)
}
