import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores are the smallest machine that the tests are meant for; each browser test starts one browser.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: {
      TZ: 'Pacific/Auckland',
      LC_ALL: 'C.UTF-8',
      // `vitest -u` writes our own goldens too.
      ...(process.argv.includes('-u') ? {UPDATE_GOLDEN: '1'} : {}),
    },
  },
})
