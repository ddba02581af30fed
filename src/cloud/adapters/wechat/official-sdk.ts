/**
 * The official SDK, its environment this function's own, as far as `Part` names it. It is loaded where
 * the platform is asked for something and not before: it costs more than the rest of a cold start.
 */
export async function officialSdk<Part>(): Promise<Part> {
  const sdk = (await import('wx-server-sdk')) as unknown as Part & {
    init(options: object): void
    DYNAMIC_CURRENT_ENV: unknown
  }
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return sdk
}
