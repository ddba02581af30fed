/** The instance of a page as its own code sees it (`this` in Page's functions). */
export interface PageInstance {
  route: string
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, callback?: () => void): void
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPageScroll?(event: { scrollTop: number }): void
  onReachBottom?(): void
  onPullDownRefresh?(): void
  onShareAppMessage?(event: object): unknown
  [member: string]: unknown
}

/** A page rendered by j-component. */
export interface PageComponent {
  instance: PageInstance
  dom: HTMLElement
  attach(parent: HTMLElement): void
  detach(): void
}

/** What renders pages: j-component over the output of WeChat's compiler. */
export interface Renderer {
  /** Makes the component of a page; its code runs at the first call (`lazyCodeLoading`). */
  create(route: string): PageComponent
}
