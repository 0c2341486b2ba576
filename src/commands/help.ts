import {commands, type Command} from './commands.ts'
import {optionOf, type OptionName} from './options.ts'
import {wrap} from './wrap.ts'

const width = 80
const indent = 22

/** The help text of a command, or the general one. */
export function help(name?: string): string {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  return name === undefined || command === undefined ? general() : helpOf(name, command)
}

function general(): string {
  const rows = Object.entries(commands).map(([name, {names = '', summary}]) => row(`${name} ${names}`, summary))
  return `Usage: brief <command> [options]

${wrap('Makes policy briefs: a PDF with real footnotes and a web page, from a narrative in Markdown, data with a schema, and a template.')}

Commands
${rows.join('')}
Options
${row('--help', 'show this text, or `brief help build` for a command')}${row('--version', 'show the version')}`
}

function helpOf(name: string, {names = '', about, options, examples}: Command): string {
  return `Usage: ${['brief', name, names, '[options]'].filter((word) => word !== '').join(' ')}

${wrap(about)}

Options
${[...options, 'help' as const].map(optionRow).join('')}
Examples
${examples.map((example) => `  ${example}\n`).join('')}
${wrap('Exit status: 0 done, 1 mistakes in a brief (each is listed with file, line and column), 2 wrong usage, 70 a fault of the program.')}
`
}

function optionRow(name: OptionName): string {
  const {on, value, help: text} = optionOf(name)
  return row(`--${on === true ? 'no-' : ''}${name}${value === undefined ? '' : ` ${value}`}`, text)
}

/** A term and what it means: beside it, or from the next line where the term is long. */
function row(term: string, meaning: string): string {
  const head = `  ${term.trimEnd()}`
  const lines = wrap(meaning, width - indent).split('\n')
  if (head.length > indent - 2) return `${[head, ...lines.map(indented)].join('\n')}\n`
  return `${head.padEnd(indent)}${lines.map(indented).join('\n').trimStart()}\n`
}

function indented(line: string): string {
  return ' '.repeat(indent) + line
}
