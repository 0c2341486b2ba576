// Checks PDFs with veraPDF against PDF/UA-1: `npm run check:pdf [file ...]`, by default every PDF below output/. veraPDF is
// no npm package: install it from https://verapdf.org; VERAPDF names its command where it is not on the path.
import {spawnSync} from 'node:child_process'
import {globSync} from 'node:fs'

const command = process.env.VERAPDF ?? 'verapdf'
const files = process.argv.length > 2 ? process.argv.slice(2) : globSync('output/**/*.pdf')
const version = spawnSync(command, ['--version'], {encoding: 'utf8'})

if (version.error) leave('There is no veraPDF: the files were not checked.', 0)
if (files.length === 0) leave('There are no PDFs: npm run build makes some.', 1)

const checked = spawnSync(command, ['--flavour', 'ua1', '--format', 'text', '-v', ...files], {stdio: 'inherit'})
leave(checked.status === 0 ? `No errors in ${files.length} files.` : 'The files have errors.', checked.status ?? 1)

function leave(words, status) {
  console.log(words)
  process.exit(status)
}
