import { register } from 'j-component'
import { fire } from '../platform/fire'
import { mapOf } from '../platform/map'

/** A native component as its own lifetimes see it. */
interface Native {
  _exparserNode: { $$: NativeElement }
  data: Record<string, unknown>
}
type NativeElement = HTMLElement & { field?: HTMLInputElement | HTMLTextAreaElement }

/** Native components that only hold what is inside them. */
const CONTAINERS = [
  ...['view', 'text', 'button', 'form', 'label', 'scroll-view', 'swiper', 'swiper-item', 'block'],
  ...['cover-view', 'cover-image', 'movable-area', 'movable-view', 'rich-text', 'progress', 'icon'],
  ...['page-container', 'root-portal', 'page-meta', 'navigation-bar', 'match-media', 'open-data'],
  ...['checkbox', 'checkbox-group', 'radio', 'radio-group', 'switch', 'slider', 'picker', 'editor'],
  ...['picker-view', 'picker-view-column', 'navigator', 'canvas', 'video', 'audio', 'camera'],
  ...['web-view', 'ad', 'official-account'],
]

/** WeChat's accessibility properties and the DOM's names for them. */
const ARIA: Record<string, string> = {
  ariaRole: 'role',
  ...Object.fromEntries(
    ['Label', 'Hidden', 'Live', 'Checked', 'Selected', 'Disabled', 'Expanded', 'Pressed', 'Modal']
      .concat(['Valuenow', 'Valuemin', 'Valuemax', 'Valuetext', 'Level', 'Current'])
      .map((name) => [`aria${name}`, `aria-${name.toLowerCase()}`]),
  ),
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

const element = (native: Native) => native._exparserNode?.$$ as NativeElement | undefined

function reflect(native: Native, attribute: string, value: unknown): void {
  const target = element(native)
  if (!target) return
  if (value === undefined || value === null || value === '') target.removeAttribute(attribute)
  else target.setAttribute(attribute, asText(value))
}

/** Properties whose change is written to the element. */
function reflected(names: Record<string, (native: Native, value: unknown) => void>) {
  return {
    properties: Object.fromEntries(Object.keys(names).map((name) => [name, null])),
    observers: Object.fromEntries(
      Object.entries(names).map(([name, write]) => [
        name,
        function (this: Native, value: unknown) {
          write(this, value)
        },
      ]),
    ),
  }
}

const aria = Object.fromEntries(
  Object.entries(ARIA).map(([property, attribute]) => [
    property,
    (native: Native, value: unknown) => reflect(native, attribute, value),
  ]),
)

function native(name: string, more: Parameters<typeof reflected>[0], lifetimes: object = {}): void {
  register({
    id: name,
    tagName: `wx-${name}`,
    template: '<slot/>',
    ...reflected({ ...aria, hidden: flag('hidden'), ...more }),
    ...lifetimes,
  })
}

const flag = (attribute: string) => (native: Native, value: unknown) =>
  element(native)?.toggleAttribute(attribute, value === true || value === 'true')

const text = (attribute: string) => (native: Native, value: unknown) =>
  reflect(native, attribute, value)

function image(sourceOf: (src: string) => string): void {
  const fit: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', center: 'none' }
  const picture = (native: Native) => {
    const host = element(native)
    if (!host) return null
    const known = host.querySelector('img')
    if (known) return known
    const img = document.createElement('img')
    img.alt = ''
    img.addEventListener('load', () =>
      fire(host, 'load', { width: img.naturalWidth, height: img.naturalHeight }),
    )
    img.addEventListener('error', () => fire(host, 'error', { errMsg: img.src }))
    host.appendChild(img)
    return img
  }
  native('image', {
    src: (n, value) => {
      const img = picture(n)
      if (img && typeof value === 'string' && value !== '') img.src = sourceOf(value)
    },
    mode: (n, value) => {
      const img = picture(n)
      if (img) img.style.objectFit = fit[asText(value)] ?? 'fill'
    },
  })
}

function field(name: 'input' | 'textarea'): void {
  const write =
    (attribute: 'value' | 'placeholder' | 'maxLength' | 'disabled' | 'type') =>
    (n: Native, value: unknown): void => {
      const input = element(n)?.field
      if (!input || value === undefined || value === null) return
      if (attribute === 'value') {
        if (input.value !== asText(value)) input.value = asText(value)
      } else if (attribute === 'disabled') input.disabled = value === true
      else if (attribute === 'maxLength') {
        if (Number(value) >= 0) input.maxLength = Number(value)
      } else if (attribute === 'placeholder') input.placeholder = asText(value)
    }
  const properties = {
    value: write('value'),
    placeholder: write('placeholder'),
    maxlength: write('maxLength'),
    disabled: write('disabled'),
    focus: (n: Native, value: unknown) => {
      if (value === true) element(n)?.field?.focus()
    },
  }
  native(name, properties, {
    attached(this: Native) {
      const host = element(this)!
      const input = document.createElement(name)
      host.field = input
      host.appendChild(input)
      const detail = () => ({ value: input.value, cursor: input.value.length })
      for (const type of ['input', 'focus', 'blur']) {
        input.addEventListener(type, () => fire(host, type, detail()))
      }
      input.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter') fire(host, 'confirm', detail())
      })
      for (const [property, apply] of Object.entries(properties)) apply(this, this.data[property])
      const label = host.getAttribute('aria-label')
      if (label) input.setAttribute('aria-label', label)
    },
  })
}

function map(): void {
  native('map', {
    markers: (n, value) => {
      const host = element(n)
      if (host) mapOf(host).give(value)
    },
  })
}

/** A button by which somebody agrees says so after the tap, and the platform has seen which it was. */
function agreeing(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('wx-button[open-type="agreePrivacyAuthorization"]')
    if (!button) return
    window.agreedBy = (button as Element & { __wxElement?: { id: string } }).__wxElement?.id
    setTimeout(() => fire(button, 'agreeprivacyauthorization', {}), 0)
  })
}

declare global {
  interface Window {
    /** The id of the button by which somebody agreed last. */
    agreedBy?: string
  }
}

/**
 * Registers WeChat's native components as far as a bundle of Taro uses them. `sourceOf` finds what an
 * image is drawn from, such as a file of the phone.
 */
export function registerNativeComponents(sourceOf: (src: string) => string): void {
  for (const name of CONTAINERS) {
    native(name, {
      ...(name === 'scroll-view' && { scrollX: flag('scroll-x'), scrollY: flag('scroll-y') }),
      ...(name === 'button' && { disabled: flag('disabled'), openType: text('open-type') }),
    })
  }
  image(sourceOf)
  agreeing()
  map()
  field('input')
  field('textarea')
}
