/** What Node has and jsdom lacks, for the driver of the database: imported before it. */
import { TextEncoder } from 'node:util'

globalThis.TextEncoder ??= TextEncoder
