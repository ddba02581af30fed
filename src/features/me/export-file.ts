import type { Output } from '@/contract'
import { MEDIA } from '@/gateway/device/open-file'
import { base64Of } from '@/gateway/sealed/base64-text'
import type { Attached, Collected, CopiedAttachment } from './collect-copy'

type Page = Output<'me.export'>
type Section = Omit<Page, 'after' | 'attachments'> & { attachments: CopiedAttachment[] }

/** What the browser does when somebody opens the file: large enough to read, black on white. */
const STYLE =
  'body{font:18px/1.6 sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#222;background:#fff}' +
  'h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em}table{border-collapse:collapse;width:100%;margin:.8em 0}' +
  'th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}th{width:30%;font-weight:normal}' +
  'figure{margin:.8em 0}img{max-width:100%}'

/**
 * Everything that is kept about somebody, as one file that any browser opens: pictures are shown in it,
 * other files are saved out of it by a tap. The same facts as JSON stand in it for programs, under the
 * id `data`. `day` is when it was made, in words.
 */
export function exportFile({ pages, attached }: Collected, day: string): string {
  const sections = sectionsOf(pages)
  const body = sections.map(({ title, why, kept, basis, items, attachments }) =>
    [
      `<h2>${escape(title)}</h2>`,
      `<p>${escape(`用来：${why}。留多久：${kept}。依据：${basis}。`)}</p>`,
      ...items.flatMap((facts, place) => [
        `<table>${facts
          .map(([name, value]) => `<tr><th>${escape(name)}</th><td>${escape(value)}</td></tr>`)
          .join('')}</table>`,
        ...attachments
          .filter(({ item }) => item === place)
          .map((one) => attachmentIn(one, attached.get(one.attachmentId))),
      ]),
    ].join('\n'),
  )
  const json = JSON.stringify({ 导出日期: day, 内容: sections.map(asObject) })
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>我在常来的资料</title>',
    `<style>${STYLE}</style></head><body><h1>我在常来的资料</h1>`,
    `<p>${escape(`${day}导出。这里是常来存着的、关于您和您替报名的孩子的全部内容。别人写的、别人的名字不在里面。`)}</p>`,
    ...body,
    // Within a script nothing but its end is read by the browser.
    `<script type="application/json" id="data">${json.replace(/</g, '\\u003c')}</script>`,
    '</body></html>',
  ].join('\n')
}

/** The pages with those of one group put together; what is empty is left out. */
export function sectionsOf(pages: readonly Page[]): Section[] {
  const sections = new Map<string, Section>()
  for (const { after: _, attachments = [], ...page } of pages) {
    const before = sections.get(page.group) ?? { items: [], attachments: [] }
    const moved = attachments.map((one) => ({ ...one, item: one.item + before.items.length }))
    sections.set(page.group, {
      ...page,
      items: [...before.items, ...page.items],
      attachments: [...before.attachments, ...moved],
    })
  }
  return [...sections.values()].filter(({ items }) => items.length > 0)
}

const NOT_IN_IT = {
  gone: '已经去掉或者销毁了',
  'too-much': '太大，没放进来；在“我的预约”里打开它',
}

function attachmentIn({ name, kind }: CopiedAttachment, content: Attached = 'gone'): string {
  const called = escape(`附件：${name}`)
  if (typeof content === 'string') return `<p>${called}（${NOT_IN_IT[content]}）</p>`
  const address = `data:${MEDIA[kind]};base64,${base64Of(content)}`
  return kind === 'pdf'
    ? `<p><a download="${escape(name)}" href="${address}">${called}（点一下存下来）</a></p>`
    : `<figure><img alt="${called}" src="${address}"><figcaption>${called}</figcaption></figure>`
}

function asObject({ title, why, kept, basis, items }: Section) {
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
