/** Runs in the browser's page: the bundle that the test handed over, on the phone it described. */
import type { AppJson, ThemeJson } from '../platform/app-json'
import type { Device } from '../platform/device'
import type { ChosenFile } from '../platform/files'
import type { PageFigures } from '../platform/figures'
import type { Said } from '../platform/messages'
import { MiniProgram } from '../platform/mini-program'
import { registerNativeComponents } from './native-components'
import { type CompiledWxml, wxmlRenderer } from './renderer'
import { Screen } from './screen'

/** What the test puts on `window` before this file runs. */
export interface Given {
  modules: Record<string, string>
  json: Record<string, object>
  styles: Record<string, string>
  device: Device
  entry?: string
  scene?: number
  /** Whether the phone has a network when the app starts. */
  online: boolean
}

export interface Controls {
  setOnline(online: boolean): void
  setTheme(theme: 'light' | 'dark'): void
  setLocation(location: Device['location']): void
  hand(file: ChosenFile): void
  showCode(text: string): boolean
  closeScanner(): boolean
  says(answer: Said | Said[] | 'switched off'): void
  asked(): { name: string; options: unknown }[]
  figures(): PageFigures
  stack(): string[]
  share(): unknown
  pull(): void
}

declare global {
  interface Window {
    given: Given
    wxml: CompiledWxml
    callCloud: (name: string, data: unknown) => Promise<{ lost?: string; result?: unknown }>
    putCloudFile: (cloudPath: string, content: string) => Promise<string>
    miniProgram: Controls
    __webview_engine_version__: number
  }
}

const { modules, json, styles, device, entry, scene, online } = window.given
const app = json['app.json'] as AppJson
const themes = json[app.themeLocation ?? 'theme.json'] as ThemeJson | undefined
registerNativeComponents((src) => miniProgram.files.sourceOf(src))
const screen = new Screen(app, themes, device, styles)
const miniProgram = new MiniProgram({
  app,
  readModule: (path) => modules[path],
  device,
  windowHeight: screen.windowHeight,
  storage: localStorage,
  folder: sessionStorage,
  cloudStorage: (cloudPath, content) => window.putCloudFile(cloudPath, content),
  cloud: async (name, data) => {
    const { lost, result } = await window.callCloud(name, data)
    if (lost !== undefined) throw new Error(lost)
    return result
  },
  ...(entry !== undefined && { entry }),
  ...(scene !== undefined && { scene }),
  stage: screen,
  renderer: (logic) => wxmlRenderer(window.wxml, (path) => json[path], logic),
  wx: screen.api(),
})
const { router } = miniProgram
screen.switchTab = (url) => void (miniProgram.wx.switchTab as (o: object) => void)({ url })
window.miniProgram = {
  setOnline: (online) => miniProgram.setOnline(online),
  setTheme: (theme) => {
    miniProgram.setTheme(theme)
    screen.draw()
  },
  setLocation: (location) => {
    device.location = location
  },
  hand: (file) => miniProgram.files.hand(file),
  showCode: (text) => miniProgram.scanner.show(text),
  closeScanner: () => miniProgram.scanner.close(),
  says: (answer) => {
    miniProgram.messages.switchedOff = answer === 'switched off'
    if (answer !== 'switched off') miniProgram.messages.says = answer
  },
  asked: () => miniProgram.asked,
  figures: () => miniProgram.meter.figures(router.top.route, router.top.component.dom),
  stack: () => router.stack.map((page) => page.route),
  share: () => router.top.instance.onShareAppMessage?.({ from: 'menu' }),
  pull: () => router.top.instance.onPullDownRefresh?.(),
}
for (const event of ['touchend', 'click']) {
  document.addEventListener(event, () => miniProgram.messages.tapped(), true)
}
if (!online) miniProgram.setOnline(false)
void miniProgram.launch()
