import { readdirSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type { IH5Config } from '@tarojs/taro/types/compile'
import { version } from '../package.json'
import { OfflineShell } from './offline/plugin'
import { OtherFiles } from './resolve/other-files'
import { SharedInOne } from './subpackages/shared-in-one'
// Taro compiles what lies in config/ only while it reads this file; later it takes it from memory.
import './templates/plugin'

const root = path.resolve(__dirname, '..')
/** For `npm start` alone: with the gallery, and apart from what is deployed. */
const local = process.env.LOCAL_PAGES === 'yes'
const sources = [
  path.join(root, 'src'),
  path.join(root, 'config', 'templates'),
  // Written for newer phones than the oldest that we support.
  path.join(root, 'node_modules', '@noble'),
  path.join(root, 'node_modules', 'otpauth'),
  path.join(root, 'node_modules', 'uqr'),
  // Its sources, see config/calendar.
  path.join(root, 'config', 'calendar'),
  path.join(root, 'node_modules', 'chinese-days'),
]
const notices = path.join(root, 'node_modules/chinese-days/dist/chinese-days.json')

/** Sizes in our style sheets are CSS px of a phone: nothing is to be turned into rpx or rem. */
const postcss = {
  pxtransform: { enable: false, config: {} },
  cssModules: {
    enable: false,
    config: { namingPattern: 'module' as const, generateScopedName: '[local]' },
  },
}

/**
 * What terser does by itself, and Taro switches off for phones that we do not support: 12 KB on the
 * phone.
 */
const shortened = {
  arrows: true,
  collapse_vars: true,
  comparisons: true,
  computed_props: true,
  directives: true,
  hoist_props: true,
  inline: true,
  loops: true,
  negate_iife: true,
  properties: true,
  reduce_funcs: true,
  reduce_vars: true,
  switches: true,
  typeofs: true,
}

/** Output for iOS 13 and Chrome 86, the floor of base library 2.30. */
const terser = {
  enable: true,
  config: {
    ecma: 2019 as const,
    compress: { ...shortened, passes: 2, ecma: 2019 as const },
    // Chinese as it is written: its escapes are twice as long.
    output: { comments: false as const, ecma: 2019 as const, ascii_only: false as const },
  },
}

type Chain = Parameters<NonNullable<IH5Config['webpackChain']>>[0]

/** Of the State Council's notices what a phone needs. */
function withFewNotices(chain: Chain): void {
  const loader = path.join(root, 'config/calendar/notices.js')
  chain.module.rule('notices').test(notices).type('json').use('few').loader(loader)
}

/** What decides how anything is built, each file of it: with another of them nothing that was kept is used. */
function decidingFiles(): string[] {
  const inConfig = readdirSync(path.join(root, 'config'), { recursive: true }) as string[]
  return ['babel.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
    .concat(inConfig.filter((file) => /(?<!\.d)\.ts$/.test(file)).map((file) => `config/${file}`))
    .map((file) => path.join(root, file))
}

function tellOfOtherFiles(chain: Chain): void {
  chain.resolve.plugin('other-files').use(OtherFiles, [process.env.TARO_ENV])
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'changlai',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: local ? 'dist/local' : `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    enable: true,
    name: `${process.env.NODE_ENV}-${process.env.TARO_ENV}${local ? '-local' : ''}`,
    buildDependencies: { ours: decidingFiles() },
  },
  alias: {
    '@': path.join(root, 'src'),
    'lodash.kebabcase': path.join(root, 'config/kebab-case.js'),
    'chinese-days$': path.join(root, 'config/calendar/chinese-days.js'),
  },
  plugins: [path.join(root, 'config/templates/plugin.ts')],
  env: {
    APP_VERSION: JSON.stringify(version),
    /** Where the HTTP hosts answer; the mini-program calls its cloud function instead. */
    API_BASE: JSON.stringify(process.env.API_BASE ?? ''),
    /** The cloud environment of the mini-program; empty means the only one there is. */
    CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
  },
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [{ from: 'src/ui/tab-bar/icons/', to: 'dist/weapp/ui/tab-bar/icons/' }]
        : [],
    options: {},
  },
  // Levels of templates in the mini-program: deeper nodes would go on in a component of their own.
  baseLevel: 12,
  jsMinimizer: 'terser',
  terser,
  mini: {
    optimizeMainPackage: { enable: true },
    // Nothing here writes markup into a node: the parser for it stays out.
    runtime: { enableInnerHTML: false },
    compile: { include: sources },
    miniCssExtractPluginOption: { ignoreOrder: true },
    imageUrlLoaderOption: { limit: 0 },
    webpackChain(chain) {
      withFewNotices(chain)
      tellOfOtherFiles(chain)
      chain.plugin('shared-in-one').use(SharedInOne)
    },
    postcss,
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    useHtmlComponents: true,
    compile: { include: sources },
    router: { mode: 'hash' },
    htmlPluginOption: { favicon: path.join(root, 'src/ui/seal/favicon.svg') },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      withFewNotices(chain)
      tellOfOtherFiles(chain)
      chain.plugin('offline-shell').use(OfflineShell)
      // Taro's way to a browser's calendar (60 KB); ours writes the file itself.
      chain.resolve.alias.set('ics$', false as never)
      // One copy of what all pages are made of, instead of one in each page's chunk.
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: {
            ui: {
              name: 'ui',
              test: /[\\/]src[\\/](ui|gateway|features|domain)[\\/]|[\\/]@nutui[\\/]/,
              chunks: 'async',
              minChunks: 2,
              priority: 20,
              enforce: true,
            },
          },
        },
      })
    },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    devServer: {
      host: '127.0.0.1',
      port: 8788,
      open: false,
      proxy: [
        { context: ['/call', '/local', '/feed', '/upload'], target: 'http://127.0.0.1:8787' },
      ],
    },
  },
}

export default defineConfig<'webpack5'>(config)
