const general = `Usage: brief <command> [options]

Makes policy briefs: a PDF with real footnotes and a web page, from a narrative
in Markdown, data with a schema, and a template.

Commands
  build [brief ...]   make the named briefs, or all of them

Options
  --help              show this text, or \`brief help build\` for a command
  --version           show the version
`

const build = `Usage: brief build [brief ...] [options]

Makes the named briefs (folders under content/), or all of them. Each goes to
output/<brief>/: index.html, <brief>.pdf, charts, data and a manifest. Nothing
is written when there are errors: the last good output stays as it was.

Options
  --project DIR       the folder that holds content/ and data/, and perhaps
                      templates/ (default: the current folder)
  --output DIR        where the briefs go (default: output/ in the project)
  --edition EDITION   web, print or all (default: all)
  --browser PATH      the Chrome or Chromium that prints (default: BRIEF_BROWSER,
                      else the one that came with the program)
  --json              print the result as JSON on standard output
  --help              show this text

Examples
  brief build
  brief build after-kabul --edition print
  brief build --project ../briefs --output /tmp/briefs --json

Exit status: 0 done, 1 mistakes in a brief (each is listed with file, line and
column), 2 wrong usage, 70 a fault of the program.
`

/** The help text of a command, or the general one. */
export function help(command?: string): string {
  return command === 'build' ? build : general
}
