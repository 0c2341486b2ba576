// On Linux x64 the browser comes with the npm package @sparticuz/chromium; puppeteer fetches one elsewhere.
module.exports = {skipDownload: process.platform === 'linux' && process.arch === 'x64'}
