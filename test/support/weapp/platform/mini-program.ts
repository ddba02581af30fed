import { type AppJson, type Theme } from './app-json'
import { cloudApi, type CloudTransport } from './cloud'
import { type Device, deviceApi } from './device'
import { SetDataMeter } from './figures'
import { type CloudStorage, PhoneFiles } from './files'
import { locationApi } from './location'
import { logicRequire } from './logic-scope'
import { mapApi } from './map'
import { Messages } from './messages'
import type { PageInstance, Renderer } from './page-component'
import { withPrivacy } from './privacy'
import { queryOf, Router, type Stage } from './router'
import { Scanner } from './scanner'
import { selectorQuery } from './selector-query'
import { type StorageArea, storageApi } from './storage'
import { wxCall, WxError } from './wx-call'

/** Everything around a mini-program that a test decides about. */
export interface Surroundings {
  app: AppJson
  readModule: (path: string) => string | undefined
  device: Device
  windowHeight: () => number
  storage: StorageArea
  cloud: CloudTransport
  /** Keeps the mini-program's own folder. */
  folder: StorageArea
  cloudStorage: CloudStorage
  /** The first page, with its query; the first of app.json when absent. */
  entry?: string
  /** How WeChat was asked to open the app; 1001 is the list of mini-programs. */
  scene?: number
  stage: Stage
  /** Makes the renderer, given what registers a component and what runs a page's code. */
  renderer: (logic: Logic) => Renderer
  /** What the logic layer has in the place of the language's own, by name. */
  logic?: Record<string, unknown>
  /** Functions of wx besides those of the platform here. */
  wx?: Record<string, unknown>
}

export interface Logic {
  require: (path: string) => unknown
  /** Where `Component(…)` of the code that runs now goes. */
  onComponent: (take: (definition: ComponentDefinition) => void) => void
}

export type ComponentDefinition = Record<string, unknown> & { options?: Record<string, unknown> }

interface AppInstance {
  onLaunch?(options: object): void
  onShow?(options: object): void
  onHide?(): void
  [member: string]: unknown
}

/** A mini-program that runs: its logic, its pages, and the switches of the phone around it. */
export class MiniProgram {
  readonly meter = new SetDataMeter()
  readonly router: Router
  readonly wx: Record<string, unknown>
  /** Calls of wx that only ask the phone for something (a call, a map, a calendar entry), in order. */
  readonly asked: { name: string; options: unknown }[] = []
  private readonly app: AppInstance = {}
  readonly files: PhoneFiles
  readonly scanner = new Scanner()
  readonly messages = new Messages()
  private readonly networkListeners: ((state: object) => void)[] = []
  private readonly themeListeners: ((state: { theme: Theme }) => void)[] = []
  private readonly updateListeners: (() => void)[] = []
  private online = true
  private takeComponent: (definition: ComponentDefinition) => void = () => undefined

  constructor(private readonly around: Surroundings) {
    this.files = new PhoneFiles(around.folder, (cloudPath, content) =>
      this.online
        ? around.cloudStorage(cloudPath, content)
        : Promise.reject(new Error('no network')),
    )
    this.wx = this.platform()
    const component = (definition: ComponentDefinition): void =>
      this.takeComponent({
        ...definition,
        // Taro's style sheets know no component prefix.
        options: { ...definition.options, classPrefix: '' },
      })
    const require = logicRequire(around.readModule, {
      ...around.logic,
      wx: this.wx,
      App: (definition: AppInstance) => Object.assign(this.app, definition),
      getApp: () => this.app,
      getCurrentPages: () => this.router.stack.map((page) => page.instance),
      Component: component,
      Page: ({ data, ...methods }: PageInstance) => component({ data, methods }),
    })
    const renderer = around.renderer({
      require,
      onComponent: (take) => (this.takeComponent = take),
    })
    this.router = new Router(around.app, renderer, around.stage, this.meter)
    Object.assign(this.wx, this.router.api())
    require('app.js')
  }

  /** Starts the app on its first page. */
  async launch(): Promise<void> {
    const options = this.launchOptions()
    this.app.onLaunch?.(options)
    this.app.onShow?.(options)
    await this.router.open(this.around.entry ?? this.around.app.pages[0]!)
  }

  /** Takes the phone's network away or gives it back, as the phone itself would report it. */
  setOnline(online: boolean): void {
    this.online = online
    const state = { isConnected: online, networkType: online ? 'wifi' : 'none' }
    for (const listener of this.networkListeners) listener(state)
  }

  setTheme(theme: Theme): void {
    this.around.device.theme = theme
    for (const listener of this.themeListeners) listener({ theme })
  }

  /** WeChat has fetched a newer version while this one runs. */
  bringNewVersion(): void {
    for (const listener of this.updateListeners) listener()
  }

  private launchOptions(): object {
    const [path, query = ''] = (this.around.entry ?? this.around.app.pages[0]!).split('?')
    return {
      path: path!.replace(/^\//, ''),
      query: queryOf(query),
      scene: this.around.scene ?? 1001,
      referrerInfo: {},
    }
  }

  private platform(): Record<string, unknown> {
    const { around } = this
    const log = (name: string, options: unknown): void => {
      this.asked.push({ name, options: JSON.parse(JSON.stringify(options)) })
    }
    const ask = (name: string) => wxCall(name, (options) => log(name, options))
    const nothing = (name: string) => wxCall(name, () => undefined)
    return withPrivacy(around.app, around.device, log, {
      ...deviceApi(around.device, around.windowHeight),
      ...storageApi(around.storage),
      ...locationApi(around.app, around.device, log),
      ...mapApi(() => this.router.top.frame, log),
      ...this.files.api(log),
      ...this.scanner.api(log),
      ...this.messages.api(log),
      cloud: cloudApi((name, data) => {
        if (!this.online) return Promise.reject(new Error('request:fail no network'))
        return around.cloud(name, data)
      }, this.files),
      canIUse: () => true,
      nextTick: (work: () => void) => setTimeout(work, 0),
      createSelectorQuery: () => selectorQuery(() => this.router.top.frame),
      getLaunchOptionsSync: () => this.launchOptions(),
      getEnterOptionsSync: () => this.launchOptions(),
      getRandomValues: wxCall<{ length: number }>('getRandomValues', ({ length }) => ({
        randomValues: globalThis.crypto.getRandomValues(new Uint8Array(length)).buffer,
      })),
      getNetworkType: wxCall('getNetworkType', () => ({
        networkType: this.online ? 'wifi' : 'none',
      })),
      onNetworkStatusChange: (listener: (state: object) => void) => {
        this.networkListeners.push(listener)
      },
      getUpdateManager: () => ({
        onCheckForUpdate: () => undefined,
        onUpdateReady: (listener: () => void) => void this.updateListeners.push(listener),
        onUpdateFailed: () => undefined,
        applyUpdate: () => log('applyUpdate', {}),
      }),
      onThemeChange: (listener: (state: object) => void) => {
        this.themeListeners.push(listener)
      },
      ...Object.fromEntries(
        ['offThemeChange', 'offNetworkStatusChange', 'onError', 'onPageNotFound', 'onAppShow']
          .concat(['onAppHide', 'offAppShow', 'offAppHide', 'onWindowResize', 'offWindowResize'])
          .concat(['onUnhandledRejection', 'onMemoryWarning', 'offError', 'offPageNotFound'])
          .map((name) => [name, () => undefined]),
      ),
      ...Object.fromEntries(
        ['makePhoneCall', 'openLocation', 'addPhoneCalendar', 'setClipboardData', 'vibrateShort']
          .concat(['vibrateLong', 'showShareMenu', 'setKeepScreenOn', 'setScreenBrightness'])
          .map((name) => [name, ask(name)]),
      ),
      ...Object.fromEntries(
        ['setNavigationBarTitle', 'setNavigationBarColor', 'setBackgroundColor']
          .concat(['setBackgroundTextStyle', 'stopPullDownRefresh', 'startPullDownRefresh'])
          // A stage that draws a tab bar brings these itself.
          .concat(['hideTabBar', 'showTabBar', 'setTabBarStyle', 'setTabBarItem'])
          .map((name) => [name, nothing(name)]),
      ),
      pageScrollTo: wxCall<{ scrollTop?: number }>('pageScrollTo', ({ scrollTop = 0 }) => {
        this.router.top.component.dom.scrollTop = scrollTop
      }),
      request: wxCall('request', () => {
        throw new WxError('request', 'url not in domain list')
      }),
      ...around.wx,
    })
  }
}
