import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {Brief} from '../../../src/model/brief.ts'
import {loadTemplate} from '../../../src/sources/load-template.ts'
import {validateOptions} from '../../../src/sources/validate-options.ts'
import {validateTemplate} from '../../../src/sources/validate-template.ts'
import {memoryFiles} from '../../support/memory-files.ts'
import {createFiles} from '../../../src/effects/files.ts'
import {told} from '../../support/told.ts'

const manifest = {
  name: 'plain',
  title: 'Plain',
  version: '1.0.0',
  parts: {web: 'web.hbs', print: 'print.hbs', furniture: 'furniture.hbs', partials: ['partials/cover.hbs']},
  styles: {shared: ['styles/text.css'], web: [], print: []},
  fonts: [{family: 'Serif', package: '@fontsource/serif', faces: [{weight: 400, style: 'normal'}]}],
  options: {
    paper: {choices: ['a4', 'letter'], default: 'a4'},
    stamp: {default: false},
    motto: {default: ''},
  },
  page: {
    a4: {width: 794, height: 1123, column: {left: 206, width: 500}, top: 84, bottom: 84, noteArea: {gap: 18}},
    letter: {width: 816, height: 1056, column: {left: 217, width: 500}, top: 84, bottom: 84},
  },
  chartTheme: 'charts.json',
  chart: {width: 500},
}

const parts = {
  'web.hbs': '',
  'print.hbs': '',
  'furniture.hbs': '',
  'partials/cover.hbs': '<h1>',
  'styles/text.css': '',
  'charts.json': '{"font": "Serif"}',
}

function validate(changes: Record<string, unknown> = {}, files: Record<string, string> = parts) {
  const file = new VFile({path: 'templates/plain/template.json', value: JSON.stringify({...manifest, ...changes})})
  const sources = {
    name: 'plain',
    manifest: file,
    parts: new Map(Object.entries(files).map(([path, value]) => [path, new VFile({path, value})])),
  }
  return {template: validateTemplate(sources), file, sources}
}

function makeBrief(template: string, options: Brief['frontMatter']['options'] = {}) {
  const narrative = new VFile({path: 'content/b/brief.md', value: ''})
  const frontMatter = {title: '', authors: [], lang: 'en', keywords: [], abbreviations: {}, numberSections: 2}
  return {narrative, frontMatter: {...frontMatter, template, options}, at: () => ({line: 3, column: 11})}
}

describe('loadTemplate', () => {
  const config = {project: '/p'}

  it("reads the project's own template before the program's", async () => {
    const files = memoryFiles({
      '/p/templates/policy-brief/template.json': '{}',
      '/p/templates/policy-brief/web.hbs': 'mine',
      '/p/templates/policy-brief/logo.png': 'no text',
    })
    const sources = await loadTemplate(makeBrief('policy-brief'), {config, files})
    expect([...sources.parts.keys()]).toEqual(['web.hbs'])
    expect(sources.manifest.path).toBe('templates/policy-brief/template.json')
  })

  it('comes with a template that is valid', async () => {
    const sources = await loadTemplate(makeBrief('policy-brief'), {config, files: createFiles(config)})
    validateTemplate(sources)
    expect(told(sources.manifest)).toEqual([])
  })

  it('reports a template that does not exist on the narrative', async () => {
    const brief = makeBrief('plan')
    const files = memoryFiles({'/p/templates/plain/template.json': '{}'})
    const sources = await loadTemplate(brief, {config, files})
    expect(told(brief.narrative)).toEqual(['3:11 template-unknown Unexpected template `plan`, expected `plain`'])
    expect(sources.parts.size).toBe(0)
  })

  it('reports a folder without a manifest', async () => {
    const files = memoryFiles({'/p/templates/plain/web.hbs': ''})
    const sources = await loadTemplate(makeBrief('plain'), {config, files})
    expect(validateTemplate(sources)).toBeUndefined()
    expect(told(sources.manifest)).toEqual([
      '- template-manifest-missing Unexpected template `plain` without a manifest, expected the file `template.json`',
    ])
  })
})

describe('validateTemplate', () => {
  it('gives manifest, texts and chart theme', () => {
    const {template, file} = validate()
    expect(told(file)).toEqual([])
    expect(template?.manifest.fonts[0]?.subsets).toEqual(['latin', 'latin-ext'])
    expect(template?.manifest.page['letter']?.noteArea).toEqual({gap: 12})
    expect(template?.parts.get('partials/cover.hbs')).toBe('<h1>')
    expect(template?.chartTheme).toEqual({font: 'Serif'})
  })

  it('reports parts that are missing, naming template and part', () => {
    const {file} = validate({styles: {shared: ['styles/txt.css']}, chartTheme: 'none.json'})
    expect(told(file).map((message) => message.replace(/^\S+ /, ''))).toEqual([
      'template-part-missing Unexpected part `styles/txt.css` of the template `plain`, expected `styles/text.css`',
      expect.stringContaining('template-part-missing Unexpected part `none.json` of the template `plain`, expected '),
    ])
  })

  it.each([
    [{name: undefined}, 'shape-missing-name Unexpected manifest of the template `plain` without `name`'],
    [{fnts: []}, 'shape-unknown-name Unexpected `fnts` in the manifest of the template `plain`, expected `fonts`'],
    [
      {parts: {web: 'web.hbs'}},
      'shape-missing-name Unexpected `parts` of the manifest of the template `plain` without `print`',
    ],
    [{page: {a4: {width: 794.5}}}, 'shape-wrong-value Unexpected `794.5`, expected a whole number'],
    [
      {fonts: [{family: 'A', package: '../x', faces: []}]},
      'shape-wrong-value Unexpected `../x`, expected the name of an npm package',
    ],
    [
      {fonts: [{family: 'A', package: 'a', faces: [{weight: 1, style: 'itlic'}]}]},
      'shape-wrong-value Unexpected `itlic`, expected `italic`',
    ],
    [{options: {paper: {choices: ['a4'], default: 'A4'}}}, 'template-default-unknown Unexpected default `A4`'],
    [{options: {paper: {choices: ['a4', 'a5'], default: 'a4'}}}, 'template-paper-without-page Unexpected choice `a5`'],
  ])('reports %j', (changes, expected) => {
    expect(told(validate(changes).file).join('\n')).toContain(expected)
  })

  it('reports a chart theme that is not an object, on its file', () => {
    const {sources} = validate({}, {...parts, 'charts.json': '[]'})
    expect(told(sources.parts.get('charts.json'))).toEqual([
      '1:1 shape-wrong-type Unexpected list, expected a chart theme in braces `{}`',
    ])
  })
})

describe('validateOptions', () => {
  const {template} = validate()

  it('takes choices and defaults', () => {
    const brief = makeBrief('plain', {paper: 'letter', stamp: true})
    expect(template && validateOptions(brief, template)).toEqual({paper: 'letter', stamp: true, motto: ''})
    expect(told(brief.narrative)).toEqual([])
  })

  it('reports options, choices and types that the template does not have', () => {
    const brief = makeBrief('plain', {papr: 'a4', paper: 'leter', stamp: 'yes', motto: 5})
    expect(template && validateOptions(brief, template)).toEqual({paper: 'a4', stamp: false, motto: ''})
    expect(told(brief.narrative)).toEqual([
      '3:11 template-option-unknown Unexpected option `papr`, expected `paper`',
      '3:11 template-choice-unknown Unexpected `leter` as `paper`, expected `letter`',
      '3:11 template-option-type Unexpected text as `stamp`, expected `true` or `false`',
      '3:11 template-option-type Unexpected number as `motto`, expected text',
    ])
  })
})
