import { type FieldKind, fieldKind, fitted } from './fields'
import { TEMPLATES, type TemplateName } from './purpose'
import { type AlertValues, VALUE_NAMES, type ValueName } from './words'

/** A template of WeChat's as an operator has it: its id, and what stands in each of its fields. */
export interface Template {
  id: string
  fields: Readonly<Record<string, ValueName>>
}
export type Templates = Readonly<Partial<Record<TemplateName, Template>>>

/** In which kinds of fields a value can stand. */
const FITS: Readonly<Record<ValueName, readonly FieldKind[]>> = {
  title: ['thing'],
  place: ['thing'],
  centre: ['thing'],
  note: ['thing'],
  when: ['time', 'date', 'character_string', 'thing'],
  result: ['phrase', 'thing'],
}

/** WeChat's templates have five fields at most. */
const MOST_FIELDS = 5

/**
 * The templates of a deployment, read from JSON: `{ "tomorrow": { "id": "…", "fields": { "thing1": "title",
 * "time2": "when" } } }`. What is left out is not offered to anybody. `wrong` says in one sentence what
 * cannot be used; the text itself is not repeated in it.
 */
export function templatesIn(text: string): { templates: Templates } | { wrong: string } {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return { wrong: 'it is not JSON' }
  }
  if (!isRecord(read)) return { wrong: 'it must be an object of templates' }
  const templates: Partial<Record<TemplateName, Template>> = {}
  const ids = new Set<string>()
  for (const [name, one] of Object.entries(read)) {
    const known = TEMPLATES.find((template) => template === name)
    if (!known) return { wrong: `a template is called ${TEMPLATES.join(', ')}, and nothing else` }
    const template = templateIn(one)
    if (typeof template === 'string') return { wrong: `${known}: ${template}` }
    // One tap gives one message of one id: two purposes on one id would take each other's.
    if (ids.has(template.id)) return { wrong: `${known}: another template has this id already` }
    ids.add(template.id)
    templates[known] = template
  }
  return { templates }
}

function templateIn(read: unknown): Template | string {
  if (!isRecord(read)) return 'it must have an id and fields'
  const { id, fields, ...others } = read
  if (Object.keys(others).length > 0) return 'it has nothing but an id and fields'
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{20,64}$/.test(id)) {
    return 'id must be the template id of the console'
  }
  if (!isRecord(fields)) return 'fields must say what stands in each field'
  const entries = Object.entries(fields)
  if (entries.length < 1 || entries.length > MOST_FIELDS) return 'a template has 1 to 5 fields'
  const kept: Record<string, ValueName> = {}
  for (const [name, value] of entries) {
    const kind = fieldKind(name)
    const known = VALUE_NAMES.find((one) => one === value)
    if (!kind) return 'a field is called thing1, time2, date3, phrase4 or character_string5'
    if (!known) return `a field holds ${VALUE_NAMES.join(', ')}, and nothing else`
    if (!FITS[known].includes(kind)) return `${known} cannot stand in a field of the kind ${kind}`
    kept[name] = known
  }
  return { id, fields: kept }
}

/** The fields of a message, each as its kind takes it. */
export function filledIn({ fields }: Template, values: AlertValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, fitted(fieldKind(name)!, values[value])]),
  )
}

function isRecord(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null && !Array.isArray(read)
}
