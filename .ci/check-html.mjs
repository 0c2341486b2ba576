// Checks pages with the Nu HTML checker: `npm run check:html [page ...]`, by default every page below output/. It needs
// Java, and the checker beside the other packages, which is not among the dependencies: it is large, and its own
// installation fetches more. `npm install --no-save --ignore-scripts vnu-jar` brings it.
import {spawnSync} from 'node:child_process'
import {existsSync, globSync} from 'node:fs'

const jar = 'node_modules/vnu-jar/build/dist/vnu.jar'
const pages = process.argv.length > 2 ? process.argv.slice(2) : globSync('output/**/*.html')
const java = spawnSync('java', ['-version'])

if (java.error) leave('There is no Java: the pages were not checked.', 0)
if (!existsSync(jar)) leave('The checker is not there: npm install --no-save --ignore-scripts vnu-jar', 1)
if (pages.length === 0) leave('There are no pages: npm run build makes some.', 1)

// Single files hold their styles, and the checker does not know style sheets of this decade.
const checked = spawnSync('java', ['-jar', jar, '--errors-only', '--filterpattern', '.*CSS: .*', ...pages], {
  stdio: 'inherit',
})
leave(checked.status === 0 ? `No errors in ${pages.length} pages.` : 'The pages have errors.', checked.status ?? 1)

function leave(words, status) {
  console.log(words)
  process.exit(status)
}
