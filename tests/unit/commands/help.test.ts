import {describe, expect, it} from 'vitest'
import {commands} from '../../../src/commands/commands.ts'
import {help} from '../../../src/commands/help.ts'
import {parseCall} from '../../../src/commands/parse-call.ts'

describe('help', () => {
  it('names every command', () => {
    for (const [name, {summary}] of Object.entries(commands)) {
      expect(help()).toContain(`\n  ${name}`)
      expect(help().replaceAll(/\s+/g, ' ')).toContain(summary)
    }
  })

  it.each(Object.entries(commands))('%s has examples that parse, and fits 80 columns', (name, command) => {
    const text = help(name)
    for (const option of command.options) expect(text).toMatch(new RegExp(`\n  --(?:no-)?${option}\\b`))
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) {
      expect(text).toContain(`\n  ${example}\n`)
      expect(example.startsWith(`brief ${name}`)).toBe(true)
      parseCall(example.split(' ').slice(1 + name.split(' ').length), command)
    }
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })
})
