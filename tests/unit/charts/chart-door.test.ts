import {readdir} from 'node:fs/promises'
import {getCompileCacheDir} from 'node:module'
import {expect, test} from 'vitest'
import {drawChart} from '../../../src/charts/draw-chart.ts'
import {createChartDoor} from '../../../src/effects/charts.ts'
import {makeJob} from './chart-fonts.ts'

test('draws on another thread as on this one, and goes on after a chart that hangs', async () => {
  const sound = await makeJob({key: 'fig-a'})
  const endless = {...sound, key: 'fig-b', spec: {...sound.spec, transform: [{calculate: bomb(), as: 'a'}]}}
  const charts = createChartDoor(2500)
  try {
    void charts.warm()
    const results = await charts.draw([sound, endless, {...sound, key: 'fig-c'}])
    expect(results[0]).toEqual(await drawChart(sound))
    expect(results[1]).toEqual({key: 'fig-b', problem: {kind: 'hangs', detail: 'at most 2.5 seconds'}})
    expect(results[2]).toMatchObject({key: 'fig-c', warnings: []})
  } finally {
    await charts.close()
  }
})

test('gives the thread the cache of compiled code that the program has, and no other', async () => {
  const charts = createChartDoor()
  const before = await readdir('.')
  try {
    await charts.draw([await makeJob()])
  } finally {
    await charts.close()
  }
  expect(getCompileCacheDir()).toBeUndefined()
  expect(await readdir('.')).toEqual(before)
})

/** A pattern that tries all ways to cut a text before it gives up. */
function bomb(): string {
  return `test(/^(a+)+$/, '${'a'.repeat(40)}b')`
}

test('draws many charts on two threads, and gives them back in order', async () => {
  const sound = await makeJob()
  const keys = Array.from({length: 15}, (_, index) => `fig-${index}`)
  const charts = createChartDoor()
  try {
    const results = await charts.draw(keys.map((key) => ({...sound, key})))
    expect(results).toMatchObject(keys.map((key) => ({key, warnings: []})))
  } finally {
    await charts.close()
  }
})
