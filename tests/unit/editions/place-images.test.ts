import {expect, test} from 'vitest'
import {imageAsData, placeImages} from '../../../src/editions/place-images.ts'
import {parse, stringify} from './sample-edition.ts'

test('gives images the address of the edition', () => {
  const tree = parse('<p><img src="a b.png" alt=""><img src="data:x" alt=""></p>')
  placeImages(tree, (path) => `images/${path}`)
  expect(stringify(tree)).toBe('<p><img src="images/a b.png" alt=""><img src="data:x" alt=""></p>')
})

test('puts an image into its address', () => {
  expect(imageAsData('photo.JPG', new Map([['photo.JPG', new Uint8Array([1, 2, 3])]]))).toBe(
    'data:image/jpeg;base64,AQID',
  )
})

test('an image that was not loaded is an error', () => {
  expect(() => imageAsData('x.png', new Map())).toThrow('Image x.png was not loaded')
})
