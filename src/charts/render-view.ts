import type {Loader} from 'vega'
import type {ChartLog} from './chart-log.ts'
import type {CompiledChart} from './compile-chart.ts'
import type {DrawingTools} from './load-drawing-tools.ts'
import {registerFunctions} from './register-functions.ts'
import {touchingLabels} from './touching-labels.ts'
import type {MeasureText} from './text-metrics.ts'

/** A chart as Vega draws it. */
export interface Rendered {
  readonly svg: string
  /** Pairs of labels that lie over each other. */
  readonly touching: readonly (readonly [string, string])[]
}

/** Runs a compiled chart once and gives Vega's SVG. Nothing is fetched, no text becomes code, no number is by chance. */
export async function renderView({spec, config}: CompiledChart, tools: DrawingTools, log: ChartLog): Promise<Rendered> {
  const {vega} = tools
  const shared = vega as typeof vega & SharedState
  shared.textMetrics.width = tools.measure
  shared.setRandom(shared.randomLCG(1))
  vega.resetSVGDefIds()
  registerFunctions(tools)
  const runtime = vega.parse(spec, config, {ast: true})
  const view = new vega.View(runtime, {
    renderer: 'none',
    expr: tools.interpreter,
    loader: refusingLoader(log),
    logger: log.logger,
  })
  try {
    const svg = await view.toSVG()
    return {svg, touching: touchingLabels(Reflect.get(view.scenegraph(), 'root'))}
  } finally {
    view.finalize()
  }
}

/** Exported by vega, but not in its types. */
interface SharedState {
  readonly textMetrics: {width: MeasureText}
  readonly setRandom: (random: () => number) => void
  readonly randomLCG: (seed: number) => () => number
}

function refusingLoader(log: ChartLog): Loader {
  const refuse = (address: unknown): Promise<never> => {
    log.refuse(typeof address === 'string' ? address : JSON.stringify(address))
    return Promise.reject(new Error('A chart reads no file and no address'))
  }
  return {load: refuse, sanitize: refuse, http: refuse, file: refuse}
}
