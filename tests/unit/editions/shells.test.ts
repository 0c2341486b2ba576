import {expect, test} from 'vitest'
import {compileShell, joinStyles, markup} from '../../../src/editions/shells.ts'
import {readTemplate} from './sample-edition.ts'

const template = readTemplate()

test('escapes text and passes prepared HTML', () => {
  expect(shell('{{a}} {{b}}', 'web')({a: '<b>', b: markup('<i>')})).toBe('&lt;b&gt; <i>')
})

test('hints are for print', () => {
  expect(shell('<p{{hint "whole"}}>', 'print')({})).toBe('<p data-break="whole">')
  expect(shell('<p{{hint "whole"}}>', 'web')({})).toBe('<p>')
})

test('an unknown name is an error', () => {
  expect(() => shell('{{nothing}}', 'web')({})).toThrow('nothing')
})

test('a file that is not there is an error', () => {
  expect(() => joinStyles(template, ['none.css'])).toThrow('has no file none.css')
})

function shell(text: string, edition: 'web' | 'print') {
  return compileShell({...template, parts: new Map([...template.parts, ['x.hbs', text]])}, 'x.hbs', edition)
}
