/** The look of the page of numbers: states differ in their line as well as in their colour. */
export const style = `
:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.25}
[role=heading]{font-size:1.125rem;font-weight:600;margin:2rem 0 .5rem}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.passage{margin:0 0 .75rem}
.kind{font-size:.75rem;color:GrayText}
mark{color:inherit;padding:0 .15em;border-radius:.15em}
.bound{background:#1a7f3726;border-bottom:2px solid #1a7f37}
.declared{background:#0969da26;border-bottom:2px dotted #0969da}
.structural{background:none;border-bottom:1px dotted GrayText}
.loose{background:#cf222e26;border-bottom:2px dashed #cf222e}
details{display:inline}
details[open]{display:block}
summary{display:inline;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary:focus-visible{outline:2px solid}
.about{display:block;margin:.25rem 0 .5rem;padding:.5rem .75rem;border-left:3px solid #1a7f37;font-size:.875rem;overflow-wrap:anywhere}
`
