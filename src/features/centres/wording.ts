import type { Wording } from '../refusal-words'

export const listWords: Wording<'centres.list'> = {}
