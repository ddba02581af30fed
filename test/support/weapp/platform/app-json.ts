/** The parts of a built app.json that the platform acts on. */
export interface AppJson {
  pages: string[]
  subPackages?: Subpackage[]
  subpackages?: Subpackage[]
  window?: { navigationStyle?: string; backgroundColor?: string; [key: string]: unknown }
  tabBar?: TabBar
  darkmode?: boolean
  themeLocation?: string
  lazyCodeLoading?: string
  /** What the person reads when a permission is asked for, by scope. */
  permission?: Record<string, { desc: string }>
  /** Whether the app asks for the privacy contract in its own words. */
  __usePrivacyCheck__?: boolean
  /** The location functions that the app may use. */
  requiredPrivateInfos?: string[]
  preloadRule?: Record<string, { packages: string[]; network?: string }>
}

export interface Subpackage {
  root: string
  pages: string[]
}

export interface TabBar {
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

export type Theme = 'light' | 'dark'
export type ThemeJson = Record<Theme, Record<string, string>>

export function subpackagesOf(app: AppJson): Subpackage[] {
  return app.subPackages ?? app.subpackages ?? []
}

/** Every page of the app by its route, those of the subpackages included. */
export function routesOf(app: AppJson): string[] {
  const inSubpackages = subpackagesOf(app).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...app.pages, ...inSubpackages]
}

/** Replaces `@name` by what theme.json says for a theme, as WeChat does with darkmode on. */
export function themed<T>(value: T, themes: ThemeJson | undefined, theme: Theme): T {
  if (typeof value === 'string' && value.startsWith('@')) {
    return (themes?.[theme][value.slice(1)] ?? value) as T
  }
  if (Array.isArray(value)) return value.map((v: unknown) => themed(v, themes, theme)) as T
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, themed<unknown>(v, themes, theme)]),
    ) as T
  }
  return value
}
