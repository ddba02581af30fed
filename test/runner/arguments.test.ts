import { PARTS, readArguments } from './arguments'

describe('the arguments of npm test', () => {
  it('ask for everything when there are none', () => {
    expect(readArguments([])).toEqual({ parts: new Set(PARTS), patterns: [] })
  })

  it.each([[['--only', 'unit,gates']], [['--only=unit,gates']]])(
    'ask for some parts: %j',
    (argv) => {
      expect(readArguments(argv)).toEqual({ parts: new Set(['unit', 'gates']), patterns: [] })
    },
  )

  it('hand patterns on to jest', () => {
    expect(readArguments(['--only', 'cloud', 'store', 'feed'])).toEqual({
      parts: new Set(['cloud']),
      patterns: ['store', 'feed'],
    })
  })

  it.each([[['--only', 'everything']], [['--only']], [['--quick']]])(
    'are refused with a sentence when nobody knows them: %j',
    (argv) => {
      expect(readArguments(argv)).toEqual({ mistake: expect.stringContaining('Usage:') })
    },
  )
})
