import {error, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

export function unknownTemplate(name: string, known: readonly string[]): Message {
  const candidates = nearest(name, known)
  return error(
    'template-unknown',
    `Unexpected template \`${name}\`, expected ${listed(candidates.length > 0 ? candidates : known)}`,
    'Correct `template` in the front matter, or make the folder of that name in `templates/` with a `template.json` in it.',
  )
}

export function missingManifest(name: string): Message {
  return error(
    'template-manifest-missing',
    `Unexpected template \`${name}\` without a manifest, expected the file \`template.json\``,
    "Write `template.json` in the template's folder; copy that of `policy-brief` to begin with.",
  )
}

export function missingPart(template: string, path: string, candidates: readonly string[]): Message {
  const near = nearest(path, candidates)
  return error(
    'template-part-missing',
    `Unexpected part \`${path}\` of the template \`${template}\`, expected ${near.length > 0 ? listed(near) : "a file of the template's folder"}`,
    'Correct the path in `template.json`, or write the file.',
  )
}

export function defaultNotAChoice(option: string, value: string, choices: readonly string[]): Message {
  return error(
    'template-default-unknown',
    `Unexpected default \`${value}\` of the option \`${option}\`, expected ${listed(choices)}`,
    'Make the default one of the choices.',
  )
}

export function paperWithoutPage(paper: string, pages: readonly string[]): Message {
  return error(
    'template-paper-without-page',
    `Unexpected choice \`${paper}\` of \`paper\` without an entry in \`page\`, expected ${listed(pages)}`,
    'Describe the page of that paper in `page`, or remove the choice.',
  )
}

export function unknownOption(name: string, template: string, known: readonly string[]): Message {
  const candidates = nearest(name, known)
  const all = candidates.length > 0 ? candidates : known
  return error(
    'template-option-unknown',
    `Unexpected option \`${name}\`, expected ${all.length > 0 ? listed(all) : 'no options'}`,
    `Correct the name, or remove the option: the template \`${template}\` does not have it.`,
  )
}

export function unknownChoice(option: string, value: string, choices: readonly string[]): Message {
  const candidates = nearest(value, choices)
  return error(
    'template-choice-unknown',
    `Unexpected \`${value}\` as \`${option}\`, expected ${listed(candidates.length > 0 ? candidates : choices)}`,
    `Choose one of ${listed(choices)}.`,
  )
}

export function optionType(option: string, kind: string, expected: string): Message {
  return error(
    'template-option-type',
    `Unexpected ${kind} as \`${option}\`, expected ${expected}`,
    'Correct the value, or remove the option to take its default.',
  )
}
