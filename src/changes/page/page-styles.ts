/** The look of the report: quiet, so that the marks are what is seen. Marks differ by more than colour. */
export const pageStyles = `
:root {
  --serif: 'Source Serif 4', Charter, Georgia, serif;
  --sans: 'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  --paper: #fbfaf8; --card: #ffffff; --text: #1c1c20; --muted: #62666f; --line: #dfddd8; --accent: #12436d;
  --gone: #8d2f2a; --gone-wash: #f9e6e3; --come: #14573c; --come-wash: #dff1e5; --look: #7a5200; --look-wash: #fdf3dc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --card: #1f2125; --text: #e7e5e0; --muted: #a2a6af; --line: #363940; --accent: #8fbbe3;
    --gone: #f2a69e; --gone-wash: #43211f; --come: #93d7b0; --come-wash: #16382a; --look: #eec77a; --look-wash: #3a2f18;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { scroll-padding-top: 1.5rem; }
body { background: var(--paper); color: var(--text); font: 400 17px/1.6 var(--serif); text-rendering: optimizeLegibility; }
body > header, main, footer { max-width: 66rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
code { font: 400 0.82em/1.4 var(--mono); overflow-wrap: anywhere; }

body > header { padding-block: clamp(2.5rem, 6vw, 4.5rem) 1rem; }
.eyebrow { color: var(--accent); font: 600 0.82rem/1.4 var(--sans); letter-spacing: 0.02em; }
h1 { max-width: 24em; margin-top: 0.4rem; font: 600 clamp(1.7rem, 4vw, 2.4rem)/1.2 var(--serif); text-wrap: balance; }
.lead { max-width: 40em; margin-top: 0.9rem; color: var(--muted); font: 400 1.05rem/1.5 var(--sans); }
.summary { display: flex; flex-wrap: wrap; gap: 0.5rem 1.6rem; margin-top: 1.6rem; padding-top: 1rem; border-top: 1px solid var(--line); list-style: none; font: 400 0.95rem/1.5 var(--sans); }
.summary a { color: var(--text); text-decoration: none; }
.summary a:hover { text-decoration: underline; }
.count { color: var(--accent); font-weight: 600; font-variant-numeric: lining-nums tabular-nums; }

section { padding-block: 2.2rem 0.6rem; }
h2 { font: 600 1.35rem/1.3 var(--serif); }
.about { max-width: 44em; color: var(--muted); font: 400 0.95rem/1.5 var(--sans); }
.item { margin-top: 1.1rem; padding: 1rem clamp(0.9rem, 2.4vw, 1.5rem) 1.2rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.item:target, tr:target > * { border-color: var(--accent); }
.item-head { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; align-items: baseline; justify-content: space-between; }
h3 { font: 600 0.95rem/1.4 var(--sans); }
.name { color: var(--muted); user-select: all; }

.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.4rem clamp(1.2rem, 3vw, 2.4rem); margin-top: 0.6rem; }
.side { min-width: 0; }
.item > .side { margin-top: 0.6rem; }
.side-title { color: var(--muted); font: 400 0.82rem/1.6 var(--sans); }
.passage { max-width: 38em; hyphens: manual; overflow-wrap: break-word; }
.same { color: var(--muted); }
del, ins { padding: 0.06em 0.16em; border-radius: 3px; text-decoration-thickness: 1px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { background: var(--gone-wash); color: var(--gone); text-decoration-line: line-through; }
ins { background: var(--come-wash); color: var(--come); text-decoration-line: underline; text-underline-offset: 0.2em; }
.stale { border-bottom: 2px dotted var(--line); }
.claim { border-bottom-color: var(--look); }
.claim strong { color: var(--look); font-weight: 600; }
.look { max-width: 44em; margin-top: 0.8rem; color: var(--look); font: 400 0.95rem/1.5 var(--sans); }
.unchanged { margin-top: 0.9rem; padding: 0.7rem 1rem 0.8rem; border-inline-start: 3px solid var(--look); background: var(--look-wash); }
.unchanged-title { color: var(--look); font: 600 0.88rem/1.5 var(--sans); }
.unchanged ul { margin-top: 0.3rem; padding-inline-start: 1.1rem; }
.unchanged li { max-width: 40em; font-size: 0.95rem; line-height: 1.5; }
.unchanged li + li { margin-top: 0.25rem; }

.scroll { position: relative; margin-top: 0.8rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font: 400 0.92rem/1.45 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
caption { padding-bottom: 0.3rem; color: var(--muted); font-size: 0.86rem; text-align: start; }
th, td { padding: 0.36rem 0 0.36rem 1.2rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
tr > :first-child { padding-inline-start: 0; }
th { font-weight: 400; }
thead th { border-bottom-color: var(--muted); font-weight: 600; vertical-align: bottom; }
.num { text-align: end; white-space: nowrap; }
.span { border-bottom-color: var(--line); text-align: center; }
.values th code { overflow-wrap: normal; white-space: nowrap; }
.flags { list-style: none; min-width: 14rem; }
.alarm { color: var(--look); font-weight: 600; }
.mild { color: var(--muted); }
.row-added > * { background: var(--come-wash); }
.row-removed > * { background: var(--gone-wash); text-decoration: line-through; }
.data { width: auto; min-width: min(100%, 26rem); }
.data-summary { margin-top: 0.4rem; font: 400 0.95rem/1.5 var(--sans); }
.lines { margin-top: 0.4rem; padding-inline-start: 1.1rem; font: 400 0.95rem/1.5 var(--sans); overflow-wrap: anywhere; }
.drawing { margin-top: 0.3rem; padding: 0.6rem; border-radius: 4px; background: #ffffff; }
.drawing svg { display: block; width: 100%; height: auto; }
.drawing text { font-family: var(--sans); font-variant-numeric: lining-nums tabular-nums; }
.absent { margin-top: 0.3rem; color: var(--muted); font: italic 400 0.95rem/1.5 var(--sans); }
footer { padding-block: 2rem 4rem; color: var(--muted); font: 400 0.92rem/1.6 var(--sans); }
footer p { padding-top: 1rem; border-top: 1px solid var(--line); }

@media (max-width: 44rem) {
  body { font-size: 16px; }
  .sides { grid-template-columns: minmax(0, 1fr); gap: 0.9rem; }
}
@media print {
  body { background: none; font-size: 10.5pt; }
  .item, tr { break-inside: avoid; }
  .skip { display: none; }
}
`
