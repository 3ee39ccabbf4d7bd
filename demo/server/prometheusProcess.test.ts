import { scrapeConfig } from './prometheusProcess';

it('writes a configuration that scrapes every target', () => {
  const config = scrapeConfig([
    { job: 'prometheus', target: '127.0.0.1:1' },
    { job: 'node', target: '127.0.0.1:2' },
  ]);
  expect(config).toBe(`global:
  scrape_interval: 2s
  evaluation_interval: 2s
scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: ['127.0.0.1:1']
  - job_name: node
    static_configs:
      - targets: ['127.0.0.1:2']
`);
});
