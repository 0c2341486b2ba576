/**
 * Style sheets without what only their authors read: comments, line ends and indents. Strings keep their white space.
 */
export function minifyCss(css: string): string {
  return css
    .replaceAll(
      /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[^]*?\*\//g,
      (_, text: string | undefined) => text ?? ' ',
    )
    .split('\n')
    .map((line) => line.trim().replace(/ \{$/, '{'))
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll(/(?<=[{},;])\n|\n(?=\})/g, '')
    .replaceAll(/;\}/g, '}')
}
