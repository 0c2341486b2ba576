import type {LinkHost, LinkHosts} from '../model/config.ts'

/** What is said of an address's host, or of the nearest one above it: `example.org` is above `www.example.org`. */
export function linkHostOf(address: string, hosts: LinkHosts): LinkHost {
  const {host, hostname} = new URL(address)
  const labels = hostname.split('.')
  const names = [host, ...labels.map((_, index) => labels.slice(index).join('.'))]
  const name = names.find((one) => Object.hasOwn(hosts, one))
  return name === undefined ? {} : (hosts[name] ?? {})
}
