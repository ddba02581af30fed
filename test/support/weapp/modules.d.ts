declare module 'miniprogram-exparser' {
  interface ExparserNode {
    $$?: HTMLElement & { __wxElement?: ExparserNode }
    triggerEvent(name: string, detail: unknown, options?: object): void
  }
  const exparser: {
    Event: {
      create(type: string, detail: unknown, options: object): object
      dispatchEvent(target: ExparserNode, event: object): void
    }
  }
  export = exparser
}

declare module 'miniprogram-compiler' {
  /** Compiles every .wxml below a folder by WeChat's own wcc; the text makes and returns `$gwx`. */
  export function wxmlToJs(rootPath: string): string
}

declare module 'miniprogram-simulate' {
  export function load(path: string, tagName: string, options: object): string
  export function render(id: string): import('./platform/page-component').PageComponent
}
