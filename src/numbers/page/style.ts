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
button{all:unset;cursor:pointer}
button:focus-visible{outline:2px solid;outline-offset:2px}
.rows{display:block;overflow-x:auto;margin-top:.5rem}
.rows:focus-visible{outline:2px solid}
.rows table{border-collapse:collapse;font-variant-numeric:tabular-nums;white-space:nowrap}
.rows th{text-align:start;font-weight:600}
.rows th,.rows td{padding:.125rem .75rem .125rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.rows caption{caption-side:bottom;text-align:start;padding-top:.25rem}
.about{inset:auto 1rem 1rem;margin:0 auto;max-width:min(40rem,100vw - 3rem);max-height:70vh;overflow:auto;padding:.5rem .75rem;border:1px solid GrayText;border-inline-start:3px solid #1a7f37;background:Canvas;color:CanvasText;font-size:.875rem;overflow-wrap:anywhere}
@supports (position-area:block-end){.about{inset:auto;margin:.25rem 0;position-area:block-end span-inline-end;position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline}}
@media print{.about{display:none}}
`
