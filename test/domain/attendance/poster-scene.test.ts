import {
  POSTER_PAGE,
  posterIdOfLetters,
  posterIdOfScanned,
  posterIdOfScene,
  posterLetters,
} from '@/domain/attendance/poster-scene'

const ID = 'nongye.abc234'

it('is read out of a scene, however WeChat hands it over', () => {
  expect([ID, 'nongye%2Eabc234', ' NONGYE.ABC234 '].map(posterIdOfScene)).toEqual([ID, ID, ID])
  expect(['', 'nongye', 'nongye.abc10l', 'd=ABC234'].map(posterIdOfScene)).toEqual([
    ...[null, null, null, null],
  ])
})

it('is read out of what a scanner saw: our own page, in the mini-program or a browser', () => {
  expect(posterIdOfScanned(`${POSTER_PAGE}?scene=${ID}`)).toBe(ID)
  expect(posterIdOfScanned(`http://127.0.0.1:8787/#/${POSTER_PAGE}?scene=${ID}`)).toBe(ID)
  expect(posterIdOfScanned(`https://example.org/?scene=${ID}`)).toBeNull()
  expect(posterIdOfScanned(POSTER_PAGE)).toBeNull()
})

it('is put together from the letters on the wall', () => {
  expect(posterIdOfLetters('nongye', ' ABC234')).toBe(ID)
  expect(posterIdOfLetters('nongye', 'ABC23')).toBeNull()
  expect(posterLetters(ID)).toBe('ABC234')
})
