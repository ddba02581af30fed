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
  const simulate: {
    load(path: string, tagName: string, options: object): string
    render(id: string): import('./platform/page-component').PageComponent
  }
  export default simulate
}

declare module 'miniprogram-simulate/src/utils' {
  const files: { runJs: (path: string) => void }
  export default files
}
