import type {Loader, Spec, View} from 'vega'
import {isJsonObject} from './chart-job.ts'
import {drawnRows} from './drawn-rows.ts'
import type {DrawnRows, Origin} from './drawn-rows.ts'
import {countMarks, MOST_MARKS, TooManyMarks} from './count-marks.ts'
import type {ChartLog} from './chart-log.ts'
import type {CompiledChart} from './compile-chart.ts'
import type {DrawingTools} from './load-drawing-tools.ts'
import {registerFunctions} from './register-functions.ts'
import {touchingLabels} from './touching-labels.ts'
import {shownRows} from './shown-rows.ts'
import type {ShownRows} from './shown-rows.ts'
import type {MeasureText} from './text-metrics.ts'

/** A chart as Vega draws it. */
export interface Rendered {
  readonly svg: string
  /** Pairs of labels that lie over each other. */
  readonly touching: readonly (readonly [string, string])[]
  /** What the chart shows, after all transforms. */
  readonly drawn: DrawnRows
  readonly shown: ShownRows
}

/** A chart that can be drawn again with other widths of its plots; much of the work is done once. */
export interface ChartView {
  /** The width of the whole drawing in CSS px, labels and legends included. */
  readonly measure: () => Promise<number>
  readonly draw: () => Promise<Rendered>
  /** Gives all plots whose width in the spec is `from` the width `to`, both in CSS px. */
  readonly widen: (from: number, to: number) => void
  readonly close: () => void
}

/** Makes a compiled chart a view. Nothing is fetched, no text becomes code, no number is by chance. */
export function renderView(chart: CompiledChart, tools: DrawingTools, log: ChartLog): ChartView {
  const {spec, tables} = chart
  const view = openView(chart, tools, log)
  const run = async (): Promise<unknown> => {
    await view.runAsync()
    const root: unknown = Reflect.get(view.scenegraph(), 'root')
    const marks = countMarks(root)
    if (marks > MOST_MARKS) throw new TooManyMarks(`${marks} marks, at most ${MOST_MARKS}`)
    return root
  }
  return {
    async measure() {
      await run()
      return Math.max(0, Number(Reflect.get(view, '_viewWidth')) + paddingOf(view))
    },
    async draw() {
      const root = await run()
      const svg = await view.toSVG()
      const drawn = drawnRows(root, originOf(view))
      return {svg, touching: touchingLabels(root), drawn, shown: shownRows(root, tables)}
    },
    widen(from, to) {
      for (const name of widthSignals(spec, from)) view.signal(name, to)
      view.resize()
    },
    close: () => void view.finalize(),
  }
}

/** At both sides. */
function paddingOf(view: View): number {
  return paddingAt(view, 'left') + paddingAt(view, 'right')
}

function paddingAt(view: View, side: string): number {
  const padding: unknown = view.padding()
  return isJsonObject(padding) ? Number(padding[side] ?? 0) : Number(padding)
}

function originOf(view: View): Origin {
  const [x, y] = view.origin()
  return {x: x + paddingAt(view, 'left'), y: y + paddingAt(view, 'top')}
}

function openView({spec, config, maps}: CompiledChart, tools: DrawingTools, log: ChartLog): View {
  const {vega} = tools
  const shared = vega as typeof vega & SharedState
  shared.textMetrics.width = tools.measure
  shared.setRandom(shared.randomLCG(1))
  vega.resetSVGDefIds()
  registerFunctions(tools)
  return new vega.View(vega.parse(spec, config, {ast: true}), {
    renderer: 'none',
    expr: tools.interpreter,
    loader: createLoader(maps, log),
    logger: log.logger,
  })
}

/** Vega-Lite says the width of one plot by `width`, those of several by signals such as `child_width`. */
function widthSignals(spec: Spec, width: number): readonly string[] {
  const isWidth = (signal: {readonly name: string}): boolean =>
    /width$/i.test(signal.name) && 'value' in signal && signal.value === width
  const several = (spec.signals ?? []).filter(isWidth).map(({name}) => name)
  return spec.width === width ? ['width', ...several] : several
}

/** Exported by vega, but not in its types. */
interface SharedState {
  readonly textMetrics: {width: MeasureText}
  readonly setRandom: (random: () => number) => void
  readonly randomLCG: (seed: number) => () => number
}

/** Loads the maps that were given; everything else is refused. */
function createLoader(maps: CompiledChart['maps'], log: ChartLog): Loader {
  const load = (address: unknown): Promise<string> => {
    const map = typeof address === 'string' && Object.hasOwn(maps, address) ? maps[address] : undefined
    return map === undefined ? refuse(address) : Promise.resolve(map)
  }
  const refuse = (address: unknown): Promise<never> => {
    log.refuse(typeof address === 'string' ? address : JSON.stringify(address))
    return Promise.reject(new Error('A chart reads no file and no address'))
  }
  // What a mark leads to is asked for where no answer but an address will do.
  const sanitize = (address: unknown): Promise<{href: string}> => refuse(address).catch(() => ({href: ''}))
  return {load, sanitize, http: refuse, file: refuse}
}
