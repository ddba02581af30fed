import { type PhoneFiles, pictureFiles } from '@/gateway/pictures/picture-files'

/** A phone's folder that holds so much and no more. */
function folderOf(names: string[], most = Infinity) {
  const written = new Map(names.map((name) => [name, '']))
  const files: PhoneFiles = {
    list: async () => [...written.keys()],
    write: async (name, base64) => {
      if (written.size >= most) throw new Error('writeFile:fail the maximum size is exceeded')
      written.set(name, base64)
    },
    remove: async (name) => void written.delete(name),
    pathOf: (name) => `wxfile://usr/${name}`,
  }
  return { kept: pictureFiles(files, 'station-photo'), files, written }
}

const photo = (number: number) => `/photo/nongye/p-${number}`

it('keeps a picture by its name and finds it again', async () => {
  const { kept, written } = folderOf(['others.txt'])
  expect(await kept.find(photo(1))).toBeNull()
  const path = 'wxfile://usr/station-photo-p-1.jpg'
  expect(await kept.keep(photo(1), 'AAAA')).toBe(path)
  expect(await kept.find(photo(1))).toBe(path)
  expect(written.get('station-photo-p-1.jpg')).toBe('AAAA')
})

it('never keeps more than twenty, and touches nothing else', async () => {
  const { kept, written } = folderOf(['others.txt'])
  for (let number = 0; number < 50; number++) await kept.keep(photo(number), 'AAAA')
  expect(written.size).toBe(21)
  expect(await kept.find(photo(49))).not.toBeNull()
  expect(written.has('others.txt')).toBe(true)
})

it('keeps doors and covers apart: many of one kind drive out none of the other', async () => {
  const { kept, files, written } = folderOf([])
  await kept.keep(photo(1), 'AAAA')
  const covers = pictureFiles(files, 'activity-cover')
  for (let number = 0; number < 30; number++) {
    await covers.keep(`/cover/nongye/c-${number}`, 'AAAA')
  }
  expect(await kept.find(photo(1))).not.toBeNull()
  expect(written.size).toBe(21)
})

it('gives nothing where the phone is full or has no folder', async () => {
  expect(await folderOf(['others.txt'], 1).kept.keep(photo(1), 'AAAA')).toBeNull()
  const folder: PhoneFiles = {
    list: () => Promise.reject(new Error('readdir:fail')),
    write: async () => {},
    remove: async () => {},
    pathOf: (name) => name,
  }
  const without = pictureFiles(folder, 'station-photo')
  expect(await without.find(photo(1))).toBeNull()
  expect(await without.keep(photo(1), 'AAAA')).toBeNull()
})
